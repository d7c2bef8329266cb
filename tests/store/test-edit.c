/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

#include "base/ent-data.h"
#include "base/ent-error.h"
#include "store/ent-snapshot.h"

static void
test_create (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *id = NULL;

  g_assert_cmpint (ent_store_get_schema (fixture->store), >, 0);
  g_assert_cmpint (ent_store_get_last_entry (fixture->store), ==, 0);
  g_assert_false (ent_store_can_undo (fixture->store));
  id = g_strdup (ent_project_get_setting (ent_store_get_project (fixture->store), ENT_SETTING_ID));
  g_assert_nonnull (id);

  fixture_reopen (fixture);
  g_assert_cmpstr (ent_project_get_setting (ent_store_get_project (fixture->store), ENT_SETTING_ID),
                   ==, id);
}

static void
test_create_over_a_file (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntStore) store = ent_store_create (fixture->path, &error);

  g_assert_null (store);
  g_assert_error (error, ENT_ERROR, ENT_ERROR_FAILED);
}

static void
test_values (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Hué", "lat", "16,4667", NULL);
  EntId city = add_record (fixture->store, "organisation", "name", "Ville de Hué", "kind", "city",
                           "place", write_id (place), NULL);
  EntId pact = add_record (fixture->store, "agreement", "kind", "friendship", "title", "Pacte",
                           "signed", "2/6/1995", "reciprocal", "yes", NULL);

  for (int i = 0; i < 2; i++)
    {
      assert_field (fixture->store, place, "lat", "16.4667");
      assert_field (fixture->store, city, "place", write_id (place));
      assert_field (fixture->store, pact, "signed", "1995-06-02");
      assert_field (fixture->store, pact, "reciprocal", "true");
      assert_field (fixture->store, pact, "ends", NULL);
      assert_field (fixture->store, pact, "open_ended", NULL);
      fixture_reopen (fixture);
    }
  assert_graph_is_fresh (fixture);
}

static void
test_no_change (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  gint64 last = ent_store_get_last_entry (fixture->store);
  g_autoptr (GError) error = NULL;

  set_field (fixture->store, place, "name", "Namur");
  g_assert_cmpint (ent_store_get_last_entry (fixture->store), ==, last);

  {
    g_autoptr (EntAction) action = ent_store_begin (fixture->store, "There and back", NULL);
    const EntColumn *name = column_of (place, fixture->store, NULL, "name");

    ent_action_set (action, place, name, "Liège", &error);
    g_assert_no_error (error);
    ent_action_set (action, place, name, "Namur", &error);
    g_assert_no_error (error);
    ent_action_commit (action, &error);
    g_assert_no_error (error);
  }
  g_assert_cmpint (ent_store_get_last_entry (fixture->store), ==, last);
  assert_field (fixture->store, place, "name", "Namur");
}

static void
test_dropped (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *before = dump_database (fixture->store);
  g_autofree char *after = NULL;
  EntId place;

  {
    g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Given up", NULL);

    place = action_add_record (action, "place", "name", "Dakar", NULL);
  }
  after = dump_database (fixture->store);
  assert_same_text (after, before);
  g_assert_null (ent_project_get (ent_store_get_project (fixture->store), place));
  g_assert_cmpint (ent_store_get_last_entry (fixture->store), ==, 0);
}

static void
refuse_set (Fixture *fixture, EntId id, const char *name, const char *value, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump_database (fixture->store);
  g_autofree char *after = NULL;

  g_assert_false (ent_store_set_field (
      fixture->store, id, column_of (id, fixture->store, "place", name), value, &error));
  g_assert_error (error, ENT_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
  after = dump_database (fixture->store);
  assert_same_text (after, before);
}

static void
test_refused_values (Fixture *fixture, gconstpointer user_data)
{
  EntId city = add_record (fixture->store, "organisation", "name", "Namur", "kind", "city", NULL);
  EntId pact = add_record (fixture->store, "agreement", "title", "Pacte", "kind", "friendship",
                           NULL);
  EntId event = add_record (fixture->store, "event", "title", "Visite", "kind", "visit", "when",
                            "2024", NULL);

  refuse_set (fixture, pact, "kind", "marriage", ENT_ERROR_INVALID_VALUE);
  refuse_set (fixture, pact, "signed", "one day", ENT_ERROR_INVALID_VALUE);
  refuse_set (fixture, event, "headcount", "a few", ENT_ERROR_INVALID_VALUE);
  refuse_set (fixture, pact, "title", "  ", ENT_ERROR_CONSTRAINT);
  refuse_set (fixture, city, "parent", write_id (pact), ENT_ERROR_CONSTRAINT);
  refuse_set (fixture, city, "parent", write_id (12345), ENT_ERROR_NOT_FOUND);
  refuse_set (fixture, 12345, "name", "Nowhere", ENT_ERROR_NOT_FOUND);
}

static void
test_refused_columns (Fixture *fixture, gconstpointer user_data)
{
  EntId city = add_record (fixture->store, "organisation", "name", "Namur", "kind", "city", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ent_store_set_field (
      fixture->store, city, column_of (0, fixture->store, "agreement", "title"), "x", &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND);
}

static void
test_required_at_commit (Fixture *fixture, gconstpointer user_data)
{
  const char *const types[] = { "agreement", "party", "term" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Add", NULL);
      g_autoptr (GError) error = NULL;

      action_add_record (action, types[i], NULL);
      g_assert_false (ent_action_commit (action, &error));
      g_assert_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT);
    }
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM record"), ==, 0);
}

static void
test_refers_within_action (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Add", NULL);
  g_autoptr (GError) error = NULL;
  EntId city, pact, party;

  pact = action_add_record (action, "agreement", "title", "Pacte", "kind", "friendship", NULL);
  city = action_add_record (action, "organisation", "name", "Namur", "kind", "city", NULL);
  party = action_add_record (action, "party", "agreement", write_id (pact), "organisation",
                             write_id (city), NULL);
  ent_action_commit (action, &error);
  g_assert_no_error (error);
  assert_field (fixture->store, party, "organisation", write_id (city));
  g_assert_cmpint (ent_store_get_last_entry (fixture->store), ==, 1);
  assert_graph_is_fresh (fixture);
}

static void
test_same_id_twice (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Add", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ent_action_add (action, &ent_term_table, place, &error), ==, ENT_ID_NONE);
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (ent_action_add (action, &ent_term_table, 77, &error), ==, 77);
  g_assert_no_error (error);
  g_assert_cmpint (ent_action_add (action, &ent_term_table, 77, &error), ==, ENT_ID_NONE);
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT);
}

static void
test_tags_and_translations (Fixture *fixture, gconstpointer user_data)
{
  EntId term = add_record (fixture->store, "term", "scheme", "theme", "label", "Eau", NULL);
  EntId pact = add_record (fixture->store, "agreement", "title", "Pacte", "kind", "friendship",
                           NULL);
  g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Describe", NULL);
  const EntColumn *title = column_of (pact, fixture->store, NULL, "title");
  const EntColumn *kind = column_of (pact, fixture->store, NULL, "kind");
  EntRecord *record = ent_project_get (ent_store_get_project (fixture->store), pact);
  g_autoptr (GError) error = NULL;
  guint n_tags;
  const EntTag *tags;

  g_assert_false (ent_action_set_tag (action, pact, pact, 1, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (ent_action_set_translation (action, pact, kind, "en", "x", &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE);
  g_clear_error (&error);

  ent_action_set_tag (action, pact, term, 2, &error);
  g_assert_no_error (error);
  ent_action_set_translation (action, pact, title, "en", "Pact", &error);
  g_assert_no_error (error);
  ent_action_set_setting (action, ENT_SETTING_TITLE, "Relations", &error);
  g_assert_no_error (error);
  ent_action_commit (action, &error);
  g_assert_no_error (error);

  tags = ent_record_get_tags (record, &n_tags);
  g_assert_cmpuint (n_tags, ==, 1);
  g_assert_cmpint (tags[0].term, ==, term);
  g_assert_cmpint (tags[0].weight, ==, 2);
  g_assert_cmpstr (ent_record_get_translation (record, "title", "en"), ==, "Pact");
  g_assert_cmpstr (
      ent_project_get_setting (ent_store_get_project (fixture->store), ENT_SETTING_TITLE), ==,
      "Relations");
  assert_graph_is_fresh (fixture);

  undo (fixture->store);
  ent_record_get_tags (record, &n_tags);
  g_assert_cmpuint (n_tags, ==, 0);
  g_assert_null (ent_record_get_translation (record, "title", "en"));
  g_assert_null (
      ent_project_get_setting (ent_store_get_project (fixture->store), ENT_SETTING_TITLE));
  assert_graph_is_fresh (fixture);

  redo (fixture->store);
  g_assert_cmpstr (ent_record_get_translation (record, "title", "en"), ==, "Pact");
  assert_graph_is_fresh (fixture);
}

static void
test_blob (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7 pacte", 14);
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = ent_store_add_blob (fixture->store, bytes, &error);
  g_autofree char *again = NULL;
  EntId document;

  g_assert_no_error (error);
  again = ent_store_add_blob (fixture->store, bytes, &error);
  g_assert_cmpstr (again, ==, sha256);
  document = add_record (fixture->store, "document", "title", "Pacte", "kind", "text", "sha256",
                         sha256, NULL);

  /* Undo lets the bytes be, so that redo finds them. */
  undo (fixture->store);
  g_assert_null (ent_project_get (ent_store_get_project (fixture->store), document));
  found = ent_store_get_blob (fixture->store, sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, bytes));

  /* The history could need them; without it they go. */
  ent_store_forget_history (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_null (ent_store_get_blob (fixture->store, sha256, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND);
}

static void
count (guint *counter)
{
  (*counter)++;
}

static void
test_signals (Fixture *fixture, gconstpointer user_data)
{
  guint n_changed = 0, n_entries = 0;
  EntProject *project = ent_store_get_project (fixture->store);

  g_signal_connect_swapped (project, "changed", G_CALLBACK (count), &n_changed);
  g_signal_connect_swapped (fixture->store, "journal-changed", G_CALLBACK (count), &n_entries);
  add_record (fixture->store, "place", "name", "Namur", NULL);
  undo (fixture->store);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_entries, ==, 2);
}

static void
test_snapshot (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "copy.entente", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (EntStore) copy = NULL;
  g_autoptr (GError) error = NULL;

  add_record (fixture->store, "place", "name", "Namur", NULL);
  ent_store_snapshot (fixture->store, path, NULL, &error);
  g_assert_no_error (error);
  copy = ent_store_open (path, &error);
  g_assert_no_error (error);
  expected = dump_database (fixture->store);
  found = dump_database (copy);
  assert_same_text (found, expected);
  g_assert_cmpint (query_integer (path, "PRAGMA application_id"), ==, 0x456E7474);
  g_assert_true (ent_store_can_undo (copy));

  g_assert_false (ent_store_snapshot (fixture->store, path, NULL, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_FAILED);
}

/* A copy never holds what may still be rolled back. */
static void
test_snapshot_within_action (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "copy.entente", NULL);
  g_autofree char *before = dump_database (fixture->store);
  g_autofree char *found = NULL;
  g_autoptr (EntSnapshot) snapshot = NULL;
  g_autoptr (EntStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  gboolean finished;

  snapshot = ent_snapshot_begin (fixture->store, path, &error);
  g_assert_no_error (error);
  {
    g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Given up", NULL);

    action_add_record (action, "place", "name", "Dakar", NULL);
    g_assert_true (ent_snapshot_step (snapshot, &finished, &error));
    g_assert_false (finished);
    g_assert_false (ent_store_snapshot (fixture->store, path, NULL, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_IN_USE);
    g_clear_error (&error);
  }
  while (!finished)
    g_assert_true (ent_snapshot_step (snapshot, &finished, &error));
  copy = ent_store_open (path, &error);
  g_assert_no_error (error);
  found = dump_database (copy);
  assert_same_text (found, before);
}

static void
test_snapshot_cancelled (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "copy.entente", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ent_store_snapshot (fixture->store, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static EntId
take_named (EntStore *store, const char *name, gboolean *added, GError **error)
{
  g_autoptr (EntAction) action = ent_store_begin (store, "Name a person", NULL);
  EntId id = ent_action_take_named (action, &ent_person_table, name, added, error);

  g_assert_true (id == ENT_ID_NONE || ent_action_commit (action, error));
  return id;
}

/* A name means who bears it, whatever its case; two who bear it make no third. */
static void
test_take_named (Fixture *fixture, gconstpointer user_data)
{
  EntProject *project = ent_store_get_project (fixture->store);
  EntId known = add_record (fixture->store, "person", "shown_name", "Maxime Prévot", NULL);
  g_autoptr (GError) error = NULL;
  gboolean added;

  add_record (fixture->store, "alias", "record", write_id (known), "name", "M. P.", NULL);
  g_assert_cmpint (take_named (fixture->store, " maxime PREVOT", &added, &error), ==, known);
  g_assert_false (added);
  g_assert_cmpint (take_named (fixture->store, "m. p.", NULL, &error), ==, known);
  g_assert_cmpint (take_named (fixture->store, "Jean Dupont", &added, &error), !=, known);
  g_assert_true (added);
  g_assert_no_error (error);
  g_assert_cmpuint (ent_project_count (project, &ent_person_table), ==, 2);

  add_record (fixture->store, "person", "shown_name", "JEAN DUPONT", NULL);
  g_assert_cmpint (take_named (fixture->store, "Jean Dupont", NULL, &error), ==, ENT_ID_NONE);
  g_assert_error (error, ENT_ERROR, ENT_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "from the list"));
  g_assert_cmpuint (ent_project_count (project, &ent_person_table), ==, 3);
}

static EntGazetteer *
open_towns (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ent_data_path ("places.bin", &error);
  EntGazetteer *gazetteer;

  g_assert_no_error (error);
  gazetteer = ent_gazetteer_open (path, &error);
  g_assert_no_error (error);

  return gazetteer;
}

static EntPlace *
take_town (EntStore *store, EntGazetteer *gazetteer, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAction) action = ent_store_begin (store, "Pick a town", NULL);
  guint found;
  EntId id;

  g_assert_cmpuint (ent_gazetteer_search (gazetteer, typed, &found, 1), ==, 1);
  id = ent_action_take_place (action, gazetteer, found, &error);
  g_assert_no_error (error);
  g_assert_true (ent_action_commit (action, &error));

  return ENT_PLACE (ent_project_get (ent_store_get_project (store), id));
}

/* A town comes with its country, once; what was known of it stays. */
static void
test_take_place (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (EntGazetteer) gazetteer = open_towns (fixture);
  EntProject *project = ent_store_get_project (fixture->store);
  EntId namur = add_record (fixture->store, "place", "name", "Namur", "zone", "Europe/Paris", NULL);
  EntPlace *place = take_town (fixture->store, gazetteer, "bruxelles");
  EntPlace *country = ENT_PLACE (ent_project_get (project, place->parent));

  g_assert_cmpstr (place->name, ==, "Bruxelles");
  g_assert_cmpstr (ent_record_get_translation (ENT_RECORD (place), "name", "en"), ==, "Brussels");
  g_assert_cmpstr (place->kind, ==, "city");
  g_assert_cmpstr (place->zone, ==, "Europe/Brussels");
  g_assert_cmpfloat_with_epsilon (place->lat, 50.85, 0.001);
  g_assert_cmpstr (country->name, ==, "Belgique");
  g_assert_cmpstr (country->iso_code, ==, "BE");
  g_assert_cmpuint (ent_project_count (project, &ent_place_table), ==, 3);

  place = take_town (fixture->store, gazetteer, "namur");
  g_assert_cmpint (ent_record_get_id (ENT_RECORD (place)), ==, namur);
  g_assert_cmpstr (place->zone, ==, "Europe/Paris");
  g_assert_cmpfloat_with_epsilon (place->lon, 4.867, 0.001);
  g_assert_true (ent_project_get (project, place->parent) == ENT_RECORD (country));
  take_town (fixture->store, gazetteer, "bruxelles");
  g_assert_cmpuint (ent_project_count (project, &ent_place_table), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/store/edit/create", test_create);
  fixture_add ("/store/edit/create-over-a-file", test_create_over_a_file);
  fixture_add ("/store/edit/values", test_values);
  fixture_add ("/store/edit/no-change", test_no_change);
  fixture_add ("/store/edit/dropped", test_dropped);
  fixture_add ("/store/edit/refused-values", test_refused_values);
  fixture_add ("/store/edit/refused-columns", test_refused_columns);
  fixture_add ("/store/edit/required-at-commit", test_required_at_commit);
  fixture_add ("/store/edit/refers-within-action", test_refers_within_action);
  fixture_add ("/store/edit/same-id-twice", test_same_id_twice);
  fixture_add ("/store/edit/tags-and-translations", test_tags_and_translations);
  fixture_add ("/store/edit/blob", test_blob);
  fixture_add ("/store/edit/signals", test_signals);
  fixture_add ("/store/edit/snapshot", test_snapshot);
  fixture_add ("/store/edit/snapshot-within-action", test_snapshot_within_action);
  fixture_add ("/store/edit/snapshot-cancelled", test_snapshot_cancelled);

  fixture_add ("/edit/take-named", test_take_named);
  fixture_add ("/edit/take-place", test_take_place);

  return g_test_run ();
}
