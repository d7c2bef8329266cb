/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

#include <string.h>

#include "base/ent-error.h"
#include "store/ent-changes.h"
#include "store/ent-schema.h"
#include "store/ent-store-private.h"

/* A pact of two cities, with all kinds of ties. */
typedef struct
{
  EntId hue, namur, pact, party, signatory, term, event;
} Ties;

static Ties
add_ties (Fixture *fixture)
{
  g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Add", NULL);
  g_autoptr (GError) error = NULL;
  EntId person, signing;
  Ties ties;

  ties.hue = action_add_record (action, "organisation", "name", "Hué", "kind", "city", NULL);
  ties.namur = action_add_record (action, "organisation", "name", "Namur", "kind", "city", NULL);
  ties.pact = action_add_record (action, "agreement", "title", "Pacte", "kind", "friendship", NULL);
  ties.party = action_add_record (action, "party", "agreement", write_id (ties.pact),
                                  "organisation", write_id (ties.hue), NULL);
  action_add_record (action, "party", "agreement", write_id (ties.pact), "organisation",
                     write_id (ties.namur), NULL);
  person = action_add_record (action, "person", "shown_name", "Nguyen", NULL);
  signing = action_add_record (action, "signing", "agreement", write_id (ties.pact), NULL);
  ties.signatory = action_add_record (action, "signatory", "signing", write_id (signing), "person",
                                      write_id (person), "party", write_id (ties.party), NULL);
  ties.term = action_add_record (action, "term", "scheme", "theme", "label", "Eau", NULL);
  ties.event = action_add_record (action, "event", "kind", "visit", "title", "Visite", NULL);
  ent_action_set_tag (action, ties.pact, ties.term, 1, &error);
  g_assert_no_error (error);
  ent_action_set_translation (action, ties.pact,
                              ent_table_find_column (&ent_agreement_table, "title"), "en", "Pact",
                              &error);
  g_assert_no_error (error);
  ent_action_commit (action, &error);
  g_assert_no_error (error);

  return ties;
}

static void
delete_record (Fixture *fixture, EntId id, guint expected_along)
{
  g_autoptr (GError) error = NULL;
  guint n_along = G_MAXUINT;

  ent_store_delete (fixture->store, id, &n_along, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_along, ==, expected_along);
}

static void
test_delete (Fixture *fixture, gconstpointer user_data)
{
  Ties ties = add_ties (fixture);
  g_autofree char *before = dump_database (fixture->store);
  g_autofree char *after = NULL;

  /* The city's party goes along; the signatory stays, for no party. */
  delete_record (fixture, ties.hue, 1);
  assert_field (fixture->store, ties.signatory, "party", NULL);
  after = dump_database (fixture->store);

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      undo (fixture->store);
      undone = dump_database (fixture->store);
      assert_same_text (undone, before);
      assert_field (fixture->store, ties.signatory, "party", write_id (ties.party));
      assert_graph_is_fresh (fixture);

      redo (fixture->store);
      redone = dump_database (fixture->store);
      assert_same_text (redone, after);
      g_assert_null (ent_project_get (ent_store_get_project (fixture->store), ties.party));
      assert_graph_is_fresh (fixture);
    }
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM pragma_foreign_key_check"),
                   ==, 0);
}

static void
test_delete_with_all (Fixture *fixture, gconstpointer user_data)
{
  Ties ties = add_ties (fixture);
  g_autofree char *before = dump_database (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  /* Two parties, a signing and its signatory; translation and tag as well. */
  delete_record (fixture, ties.pact, 4);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM translation"), ==, 0);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM tag"), ==, 0);
  ent_store_check (fixture->store, &error);
  g_assert_no_error (error);
  undo (fixture->store);
  after = dump_database (fixture->store);
  assert_same_text (after, before);
  assert_graph_is_fresh (fixture);

  /* A term leaves the records it is on. */
  delete_record (fixture, ties.term, 0);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM tag"), ==, 0);
  assert_graph_is_fresh (fixture);
  undo (fixture->store);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM tag"), ==, 1);
  assert_graph_is_fresh (fixture);
}

/* Two partners that are one: what the action did before counts for the closure. */
static void
test_delete_after_moving (Fixture *fixture, gconstpointer user_data)
{
  Ties ties = add_ties (fixture);
  g_autofree char *before = dump_database (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Merge", NULL);
  g_autoptr (GError) error = NULL;
  EntId left, right;
  guint n_along;

  ent_action_set (action, ties.party, ent_table_find_column (&ent_party_table, "organisation"),
                  write_id (ties.namur), &error);
  g_assert_no_error (error);
  ent_action_delete (action, ties.hue, &n_along, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_along, ==, 0);

  /* A record of this very action takes along what it added. */
  left = action_add_record (action, "event", "kind", "visit", "title", "A", NULL);
  right = action_add_record (action, "event", "kind", "slot", "title", "B", "parent",
                             write_id (left), NULL);
  ent_action_delete (action, left, &n_along, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_along, ==, 1);
  ent_action_commit (action, &error);
  g_assert_no_error (error);

  g_assert_null (ent_project_get (ent_store_get_project (fixture->store), right));
  assert_field (fixture->store, ties.party, "organisation", write_id (ties.namur));
  assert_graph_is_fresh (fixture);
  undo (fixture->store);
  after = dump_database (fixture->store);
  assert_same_text (after, before);
}

static void
test_delete_home (Fixture *fixture, gconstpointer user_data)
{
  Ties ties = add_ties (fixture);
  EntProject *project = ent_store_get_project (fixture->store);
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Home", NULL);

    ent_action_set_setting (action, ENT_SETTING_HOME, write_id (ties.namur), &error);
    g_assert_no_error (error);
    ent_action_commit (action, &error);
    g_assert_no_error (error);
  }
  g_assert_cmpint (ent_project_get_home (project), ==, ties.namur);
  delete_record (fixture, ties.namur, 1);
  g_assert_cmpint (ent_project_get_home (project), ==, ENT_ID_NONE);
  undo (fixture->store);
  g_assert_cmpint (ent_project_get_home (project), ==, ties.namur);
}

static void
test_swap (Fixture *fixture, gconstpointer user_data)
{
  Ties ties = add_ties (fixture);
  const EntColumn *position = ent_table_find_column (&ent_provision_table, "position");
  EntId first = add_record (fixture->store, "provision", "agreement", write_id (ties.pact), "kind",
                            "clause", "position", "1", NULL);
  EntId second = add_record (fixture->store, "provision", "agreement", write_id (ties.pact), "kind",
                             "clause", "position", "2", NULL);
  g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Move", NULL);
  g_autoptr (GError) error = NULL;

  ent_action_set (action, first, position, "2", &error);
  g_assert_no_error (error);
  ent_action_set (action, second, position, "1", &error);
  g_assert_no_error (error);
  ent_action_commit (action, &error);
  g_assert_no_error (error);

  for (int i = 0; i < 2; i++)
    {
      undo (fixture->store);
      assert_field (fixture->store, first, "position", "1");
      assert_field (fixture->store, second, "position", "2");
      redo (fixture->store);
      assert_field (fixture->store, first, "position", "2");
      assert_field (fixture->store, second, "position", "1");
    }
  assert_graph_is_fresh (fixture);
}

/* "when", "on" and "end" are words of SQL too. */
static void
test_reserved_words (Fixture *fixture, gconstpointer user_data)
{
  EntId event = add_record (fixture->store, "event", "kind", "visit", "title", "Visite", "when",
                            "2024-05", "end", "18:00", NULL);
  EntId link = add_record (fixture->store, "link", "source", write_id (event), "target",
                           write_id (event), "kind", "follows", "on", "2024", NULL);

  set_field (fixture->store, event, "when", "2025");
  set_field (fixture->store, link, "on", "2025");
  for (int i = 0; i < 2; i++)
    {
      undo (fixture->store);
      undo (fixture->store);
      assert_field (fixture->store, event, "when", "2024-05");
      assert_field (fixture->store, link, "on", "2024");
      undo (fixture->store);
      undo (fixture->store);
      for (int j = 0; j < 4; j++)
        redo (fixture->store);
      assert_field (fixture->store, event, "when", "2025");
      assert_field (fixture->store, link, "on", "2025");
    }
  assert_graph_is_fresh (fixture);
}

static void
test_after_reopening (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  g_autofree char *label = NULL;

  set_field (fixture->store, place, "name", "Jambes");
  fixture_reopen (fixture);
  label = ent_store_dup_undo_label (fixture->store, "en");
  g_assert_cmpstr (label, ==, "Change “Name” of “Namur”");
  undo (fixture->store);
  assert_field (fixture->store, place, "name", "Namur");

  fixture_reopen (fixture);
  g_clear_pointer (&label, g_free);
  label = ent_store_dup_redo_label (fixture->store, "en");
  g_assert_cmpstr (label, ==, "Change “Name” of “Namur”");
  redo (fixture->store);
  assert_field (fixture->store, place, "name", "Jambes");

  fixture_reopen (fixture);
  g_assert_false (ent_store_can_redo (fixture->store));
  undo (fixture->store);
  undo (fixture->store);
  g_assert_false (ent_store_can_undo (fixture->store));
  g_assert_null (ent_project_get (ent_store_get_project (fixture->store), place));
  redo (fixture->store);
  redo (fixture->store);
  assert_field (fixture->store, place, "name", "Jambes");
}

static void
test_redo_ended (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  g_autoptr (GError) error = NULL;

  set_field (fixture->store, place, "name", "Jambes");
  undo (fixture->store);
  g_assert_true (ent_store_can_redo (fixture->store));
  set_field (fixture->store, place, "name", "Salzinnes");
  g_assert_false (ent_store_can_redo (fixture->store));
  g_assert_false (ent_store_redo (fixture->store, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND);

  fixture_reopen (fixture);
  g_assert_false (ent_store_can_redo (fixture->store));
  undo (fixture->store);
  assert_field (fixture->store, place, "name", "Namur");
}

static void
test_conflict (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  set_field (fixture->store, place, "name", "Jambes");
  exec_sql (fixture->path, "UPDATE place SET name = 'Wépion'");
  before = dump_database (fixture->store);
  g_assert_false (ent_store_undo (fixture->store, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "“Change “Name” of “Namur”” cannot be undone"));
  after = dump_database (fixture->store);
  assert_same_text (after, before);
  g_assert_cmpint (ent_store_get_last_entry (fixture->store), ==, 2);
}

static gint64
get_foreign_keys (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 on;

  ent_database_get_integer (ent_store_get_database (fixture->store), "PRAGMA foreign_keys", &on,
                            &error);
  g_assert_no_error (error);
  return on;
}

/* So many records that their references are checked as a whole. */
static void
test_import (Fixture *fixture, gconstpointer user_data)
{
  Ties ties = add_ties (fixture);
  g_autofree char *before = dump_database (fixture->store);
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  EntId place = ENT_ID_NONE;

  {
    g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Import", NULL);

    for (int i = 0; i < 2000; i++)
      place = action_add_record (action, "place", "name", "A place of some name", "parent",
                                 place ? write_id (place) : NULL, NULL);
    ent_action_set (action, ties.event, ent_table_find_column (&ent_event_table, "place"),
                    write_id (place), &error);
    g_assert_no_error (error);
    ent_action_commit (action, &error);
    g_assert_no_error (error);
  }
  after = dump_database (fixture->store);

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      undo (fixture->store);
      undone = dump_database (fixture->store);
      assert_same_text (undone, before);
      assert_graph_is_fresh (fixture);
      g_assert_cmpint (get_foreign_keys (fixture), ==, 1);
      redo (fixture->store);
      redone = dump_database (fixture->store);
      assert_same_text (redone, after);
    }

  /* Something that came by another way needs one of the records. */
  sql = g_strdup_printf ("INSERT INTO record (id, type) VALUES (9, 'signing');"
                         "INSERT INTO signing (id, agreement, place) VALUES (9, %" G_GINT64_FORMAT
                         ", %" G_GINT64_FORMAT ")",
                         ties.pact, place);
  exec_sql (fixture->path, sql);
  g_assert_false (ent_store_undo (fixture->store, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONFLICT);
  exec_sql (fixture->path, "DELETE FROM signing WHERE id = 9; DELETE FROM record WHERE id = 9");
  kept = dump_database (fixture->store);
  assert_same_text (kept, after);
  g_assert_cmpint (get_foreign_keys (fixture), ==, 1);
}

/* A reference the store forgot to clear is refused, never silent. */
static void
test_forgotten_reference (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (EntDatabase) database = NULL;
  g_autoptr (EntTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  Ties ties = add_ties (fixture);

  database = ent_database_open (fixture->path, ENT_DATABASE_NONE, &error);
  g_assert_no_error (error);
  transaction = ent_database_begin (database, &error);
  g_assert_no_error (error);
  sql = g_strdup_printf ("DELETE FROM record WHERE id = %" G_GINT64_FORMAT, ties.hue);
  ent_database_exec (database, sql, &error);
  g_assert_no_error (error);
  g_assert_false (ent_transaction_commit (transaction, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM organisation"), ==, 2);
}

/* Another's copy deletes a city for which there is a new party here. */
static void
test_apply_to_a_changed_project (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "copy.entente", NULL);
  g_autoptr (EntDatabase) copy = NULL;
  g_autoptr (EntDatabase) here = NULL;
  g_autoptr (EntRecorder) recorder = NULL;
  g_autoptr (EntTransaction) transaction = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GError) error = NULL;
  Ties ties = add_ties (fixture);
  g_autofree char *sql = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ent_store_snapshot (fixture->store, path, NULL, &error);
  g_assert_no_error (error);
  copy = ent_database_open (path, ENT_DATABASE_NONE, &error);
  g_assert_no_error (error);
  recorder = ent_recorder_new (copy, &error);
  g_assert_no_error (error);
  sql = g_strdup_printf ("BEGIN; UPDATE signatory SET party = NULL;"
                         "DELETE FROM record WHERE id IN (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
                         "); COMMIT;",
                         ties.party, ties.hue);
  ent_database_exec (copy, sql, &error);
  g_assert_no_error (error);
  changeset = ent_recorder_take (recorder, &error);
  g_assert_no_error (error);

  add_record (fixture->store, "party", "agreement", write_id (ties.pact), "organisation",
              write_id (ties.hue), NULL);
  before = dump_database (fixture->store);
  here = ent_database_open (fixture->path, ENT_DATABASE_NONE, &error);
  g_assert_no_error (error);
  transaction = ent_database_begin (here, &error);
  g_assert_no_error (error);
  g_assert_false (ent_changes_apply (here, changeset, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONFLICT);
  g_clear_error (&error);
  g_clear_pointer (&transaction, ent_transaction_free);
  after = dump_database (fixture->store);
  assert_same_text (after, before);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM pragma_foreign_key_check"),
                   ==, 0);

  /* What is there already may be applied again. */
  ent_changes_apply (copy, changeset, &error);
  g_assert_no_error (error);
}

static void
note_table (const EntRow *row, gpointer user_data)
{
  guint *n_rows = user_data;

  (*n_rows)++;
}

/* Neither bytes nor the tables inside a search index are recorded. */
static void
test_recorded_tables (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (EntDatabase) database = NULL;
  g_autoptr (EntRecorder) recorder = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  database = ent_database_open (":memory:", ENT_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  ent_schema_create (database, &error);
  g_assert_no_error (error);
  ent_database_exec (database, "CREATE VIRTUAL TABLE words USING fts5 (text)", &error);
  g_assert_no_error (error);
  recorder = ent_recorder_new (database, &error);
  g_assert_no_error (error);
  ent_database_exec (database,
                     "INSERT INTO words VALUES ('Namur');"
                     "INSERT INTO blob VALUES ('00', 3, x'010203');"
                     "INSERT INTO setting VALUES ('a', 'b');",
                     &error);
  g_assert_no_error (error);
  changeset = ent_recorder_take (recorder, &error);
  g_assert_no_error (error);
  ent_changes_walk (changeset, note_table, &n_rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpuint (g_bytes_get_size (changeset), <, 50);
}

static gboolean
file_has (const char *path, const char *words)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return memmem (content, size, words, strlen (words)) != NULL;
}

static void
test_forgotten_history (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  gint64 last;
  g_autofree char *long_text = g_strnfill (20000, 'z');
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  set_field (fixture->store, place, "name", "Jambes");
  set_field (fixture->store, place, "text", long_text);
  set_field (fixture->store, place, "text", NULL);
  last = ent_store_get_last_entry (fixture->store);
  g_assert_true (file_has (fixture->path, "zzzzzzzz"));
  ent_store_forget_history (fixture->store, &error);
  g_assert_no_error (error);

  /* Nothing of it is left between the pages either. */
  g_assert_false (file_has (fixture->path, "zzzzzzzz"));
  g_assert_cmpint (query_integer (fixture->path, "PRAGMA freelist_count"), ==, 0);

  for (int i = 0; i < 2; i++)
    {
      g_assert_cmpint (ent_store_get_last_entry (fixture->store), >, last);
      g_assert_false (ent_store_can_undo (fixture->store));
      g_assert_false (ent_store_can_redo (fixture->store));
      assert_field (fixture->store, place, "name", "Jambes");
      fixture_reopen (fixture);
    }
  entries = ent_store_get_history (fixture->store, ENT_ID_NONE, 0, "en", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);

  set_field (fixture->store, place, "name", "Namur");
  undo (fixture->store);
  assert_field (fixture->store, place, "name", "Jambes");
  g_assert_false (ent_store_can_undo (fixture->store));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/store/undo/delete", test_delete);
  fixture_add ("/store/undo/delete-with-all", test_delete_with_all);
  fixture_add ("/store/undo/delete-after-moving", test_delete_after_moving);
  fixture_add ("/store/undo/delete-home", test_delete_home);
  fixture_add ("/store/undo/swap", test_swap);
  fixture_add ("/store/undo/reserved-words", test_reserved_words);
  fixture_add ("/store/undo/after-reopening", test_after_reopening);
  fixture_add ("/store/undo/redo-ended", test_redo_ended);
  fixture_add ("/store/undo/conflict", test_conflict);
  fixture_add ("/store/undo/import", test_import);
  fixture_add ("/store/undo/forgotten-reference", test_forgotten_reference);
  fixture_add ("/store/undo/apply-to-a-changed-project", test_apply_to_a_changed_project);
  fixture_add ("/store/undo/recorded-tables", test_recorded_tables);
  fixture_add ("/store/undo/forgotten-history", test_forgotten_history);

  return g_test_run ();
}
