/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

#include "base/ent-error.h"
#include "store/ent-label.h"

static GPtrArray *
get_history (Fixture *fixture, EntId record, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = ent_store_get_history (fixture->store, record, limit, "en", &error);

  g_assert_no_error (error);
  return entries;
}

static void
assert_change (GPtrArray *entries,
               guint entry,
               guint change,
               EntId record,
               const char *type,
               const char *field,
               const char *before,
               const char *after)
{
  EntEntry *found = g_ptr_array_index (entries, entry);
  EntChange *item;

  g_assert_cmpuint (found->changes->len, >, change);
  item = g_ptr_array_index (found->changes, change);
  g_assert_cmpint (item->record, ==, record);
  g_assert_cmpstr (item->type, ==, type);
  g_assert_cmpstr (item->field, ==, field);
  g_assert_cmpstr (item->before, ==, before);
  g_assert_cmpstr (item->after, ==, after);
}

static guint
count_changes (GPtrArray *entries, guint entry)
{
  return ((EntEntry *) g_ptr_array_index (entries, entry))->changes->len;
}

static void
test_entries (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", "lat", "50.467", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  EntEntry *entry;

  set_field (fixture->store, place, "name", "Jambes");
  undo (fixture->store);
  redo (fixture->store);
  ent_store_delete (fixture->store, place, NULL, &error);
  g_assert_no_error (error);

  entries = get_history (fixture, ENT_ID_NONE, 0);
  g_assert_cmpuint (entries->len, ==, 5);

  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->seq, ==, 5);
  g_assert_cmpstr (entry->label, ==, "Delete “Jambes”");
  g_assert_cmpuint (count_changes (entries, 0), ==, 3);
  assert_change (entries, 0, 0, place, "place", NULL, "Jambes", NULL);
  assert_change (entries, 0, 1, place, "place", "name", "Jambes", NULL);
  assert_change (entries, 0, 2, place, "place", "lat", "50.467", NULL);

  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (entry->label, ==, "Redo: Change “Name” of “Namur”");
  g_assert_cmpint (entry->undoes, ==, 3);
  assert_change (entries, 1, 0, place, "place", "name", "Namur", "Jambes");

  entry = g_ptr_array_index (entries, 2);
  g_assert_cmpstr (entry->label, ==, "Undo: Change “Name” of “Namur”");
  g_assert_cmpint (entry->undoes, ==, 2);
  assert_change (entries, 2, 0, place, "place", "name", "Jambes", "Namur");

  entry = g_ptr_array_index (entries, 4);
  g_assert_cmpstr (entry->label, ==, "Add “place”");
  g_assert_cmpuint (strlen (entry->at), ==, strlen ("2026-11-22T09:30:00Z"));
  g_assert_cmpstr (entry->author, !=, NULL);
  g_assert_cmpuint (count_changes (entries, 4), ==, 3);
  assert_change (entries, 4, 0, place, "place", NULL, NULL, "Namur");
  assert_change (entries, 4, 1, place, "place", "name", NULL, "Namur");
}

static void
test_of_a_record (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  EntId other = add_record (fixture->store, "place", "name", "Dakar", "parent", write_id (place),
                            NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) newest = NULL;

  set_field (fixture->store, other, "name", "Lafia");
  set_field (fixture->store, place, "name", "Jambes");
  set_field (fixture->store, place, "zone", "Europe/Brussels");

  /* The entry that only refers to the record is not one of its own. */
  entries = get_history (fixture, place, 0);
  g_assert_cmpuint (entries->len, ==, 3);
  assert_change (entries, 0, 0, place, "place", "zone", NULL, "Europe/Brussels");
  assert_change (entries, 1, 0, place, "place", "name", "Namur", "Jambes");
  newest = get_history (fixture, place, 1);
  g_assert_cmpuint (newest->len, ==, 1);
  assert_change (newest, 0, 0, place, "place", "zone", NULL, "Europe/Brussels");
}

static void
test_all_kinds (Fixture *fixture, gconstpointer user_data)
{
  EntId term = add_record (fixture->store, "term", "scheme", "theme", "label", "Eau", NULL);
  EntId pact = add_record (fixture->store, "agreement", "title", "Pacte", "kind", "friendship",
                           NULL);
  g_autofree char *tag = g_strconcat ("tag:", write_id (term), NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Describe", NULL);

    ent_action_set (action, pact, column_of (pact, fixture->store, NULL, "visibility"), "public",
                    &error);
    ent_action_set (action, pact, column_of (pact, fixture->store, NULL, "reciprocal"), "true",
                    &error);
    ent_action_set_tag (action, pact, term, 1, &error);
    ent_action_set_translation (action, pact, column_of (pact, fixture->store, NULL, "title"), "en",
                                "Pact", &error);
    ent_action_set_setting (action, ENT_SETTING_AUTHOR, "Anne Dubois", &error);
    ent_action_commit (action, &error);
    g_assert_no_error (error);
  }
  entries = get_history (fixture, ENT_ID_NONE, 1);
  g_assert_cmpuint (count_changes (entries, 0), ==, 5);
  assert_change (entries, 0, 0, pact, "agreement", "reciprocal", NULL, "true");
  assert_change (entries, 0, 1, pact, "agreement", "visibility", NULL, "public");
  assert_change (entries, 0, 2, pact, "agreement", "title@en", NULL, "Pact");
  assert_change (entries, 0, 3, pact, "agreement", tag, NULL, "1");
  assert_change (entries, 0, 4, ENT_ID_NONE, "setting", ENT_SETTING_AUTHOR, NULL, "Anne Dubois");

  /* From now on she is the one who edits. The type of a record that is gone is known still. */
  ent_store_delete (fixture->store, pact, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = get_history (fixture, ENT_ID_NONE, 0);
  g_assert_cmpstr (((EntEntry *) g_ptr_array_index (entries, 0))->author, ==, "Anne Dubois");
  assert_change (entries, 1, 2, pact, "agreement", "title@en", NULL, "Pact");
}

static void
test_labels (void)
{
  const char *const texts[] = { "a “b” \"c\" \\ d", "é\n\t\x01 7%s", "", ENT_ARGUMENT_WORD "Name",
                                NULL };
  g_autofree char *json = ent_label_join_arguments ((char **) texts);
  g_auto (GStrv) back = ent_label_split_arguments (json);
  const struct
  {
    const char *label;
    const char *arguments;
    const char *rendered;
  } cases[] = {
    { "Change %s", "[\"x\"]", "Change x" },
    { "Change %s of %s", "[\"x\",\"y\"]", "Change x of y" },
    { "%2$s: %1$s", "[\"x\",\"y\"]", "y: x" },
    { "%s %s", "[\"x\"]", "x " },
    { "100%% of %s", "[\"%s%n\"]", "100% of %s%n" },
    { "%n%d", "[]", "%n%d" },
    { "%s", "[\"\\u0001Name\"]", "Name" },
    { "%s", "[\"caf\\u00e9 \\q", "café " },
    { "%s", "not JSON", "" },
    { "", "[]", "" },
  };

  g_assert_true (g_strv_equal ((const char *const *) back, texts));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rendered = ent_label_render (cases[i].label, cases[i].arguments, "en");

      g_assert_cmpstr (rendered, ==, cases[i].rendered);
    }
}

static void
test_in_pieces (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  g_autoptr (GError) error = NULL;
  gint64 next = 0;
  guint n_entries = 0, n_pieces = 0;
  gint64 last = G_MAXINT64;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("Namur %u", i);

      set_field (fixture->store, place, "name", name);
    }

  do
    {
      g_autoptr (GPtrArray)
          entries = ent_store_read_history (fixture->store, NULL, next, 4, "en", &next, &error);

      g_assert_no_error (error);
      n_pieces++;
      n_entries += entries->len;
      for (guint i = 0; i < entries->len; i++)
        {
          EntEntry *entry = g_ptr_array_index (entries, i);

          g_assert_cmpint (entry->seq, <, last);
          g_assert_cmpuint (entry->changes->len, ==, 0);
          last = entry->seq;
        }
    }
  while (next);
  g_assert_cmpuint (n_entries, ==, 10);
  g_assert_cmpuint (n_pieces, ==, 3);
}

/* What hangs on a record belongs to its history, also what was deleted since. */
static void
test_family (Fixture *fixture, gconstpointer user_data)
{
  EntId pact = add_record (fixture->store, "agreement", "kind", "mou", "title", "Pacte", NULL);
  g_autofree char *id = write_id (pact);
  EntId theme = add_record (fixture->store, "provision", "agreement", id, "kind", "theme", "title",
                            "Eau", NULL);
  g_autofree char *theme_id = write_id (theme);
  EntId part = add_record (fixture->store, "provision", "agreement", id, "parent", theme_id, "kind",
                           "commitment", "text", "Puits", NULL);
  EntId other = add_record (fixture->store, "place", "name", "Namur", NULL);
  g_autoptr (GHashTable) family = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  gint64 next;

  set_field (fixture->store, part, "text", "Deux puits");
  set_field (fixture->store, other, "name", "Jambes");
  ent_store_delete (fixture->store, theme, NULL, &error);
  g_assert_no_error (error);

  family = ent_store_dup_family (fixture->store, pact);
  g_assert_cmpuint (g_hash_table_size (family), ==, 1);
  entries = ent_store_read_history (fixture->store, family, 0, 100, "en", &next, &error);
  g_assert_no_error (error);
  g_assert_cmpint (next, ==, 0);
  g_assert_cmpuint (g_hash_table_size (family), ==, 3);
  g_assert_cmpuint (entries->len, ==, 5);
  assert_change (entries, 1, 0, part, "provision", "text", "Puits", "Deux puits");
}

static EntChange *
get_change (EntEntry *entry, const char *field)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      EntChange *change = g_ptr_array_index (entry->changes, i);

      if (g_strcmp0 (change->field, field) == 0)
        return change;
    }

  g_assert_not_reached ();
}

static void
test_restore (Fixture *fixture, gconstpointer user_data)
{
  EntId town = add_record (fixture->store, "place", "name", "Namur", NULL);
  EntId city = add_record (fixture->store, "organisation", "name", "Ville", NULL);
  g_autofree char *town_id = write_id (town);
  g_autoptr (EntEntry) named = NULL;
  g_autoptr (EntEntry) placed = NULL;
  g_autoptr (GError) error = NULL;

  set_field (fixture->store, city, "place", town_id);
  set_field (fixture->store, city, "name", "Cité");
  named = ent_store_get_entry (fixture->store, ent_store_get_last_entry (fixture->store), "en",
                               &error);
  g_assert_no_error (error);
  set_field (fixture->store, city, "name", "Bourg");

  /* One step, which undo takes back. */
  g_assert_true (ent_store_restore_value (fixture->store, get_change (named, "name"), &error));
  assert_field (fixture->store, city, "name", "Ville");
  undo (fixture->store);
  assert_field (fixture->store, city, "name", "Bourg");

  /* What it named is gone; then the record itself. */
  set_field (fixture->store, city, "place", "");
  placed = ent_store_get_entry (fixture->store, ent_store_get_last_entry (fixture->store), "en",
                                &error);
  g_assert_no_error (error);
  ent_store_delete (fixture->store, town, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ent_store_restore_value (fixture->store, get_change (placed, "place"), &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  ent_store_delete (fixture->store, city, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ent_store_restore_value (fixture->store, get_change (named, "name"), &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND);
  assert_graph_is_fresh (fixture);
}

static void
test_bring_back (Fixture *fixture, gconstpointer user_data)
{
  EntId pact = add_record (fixture->store, "agreement", "kind", "mou", "title", "Pacte", NULL);
  g_autofree char *id = write_id (pact);
  EntId theme = add_record (fixture->store, "provision", "agreement", id, "kind", "theme", "title",
                            "Eau", NULL);
  EntId town = add_record (fixture->store, "place", "name", "Namur", NULL);
  g_autofree char *town_id = write_id (town);
  EntId city = add_record (fixture->store, "organisation", "name", "Ville", "place", town_id, NULL);
  g_autofree char *before = dump_graph (ent_store_get_project (fixture->store));
  g_autofree char *after = NULL;
  gint64 pact_gone, town_gone;
  g_autoptr (GError) error = NULL;

  ent_store_delete (fixture->store, pact, NULL, &error);
  pact_gone = ent_store_get_last_entry (fixture->store);
  ent_store_delete (fixture->store, town, NULL, &error);
  town_gone = ent_store_get_last_entry (fixture->store);
  g_assert_no_error (error);
  assert_field (fixture->store, city, "place", NULL);

  g_assert_true (ent_store_bring_back (fixture->store, pact_gone, &error));
  g_assert_no_error (error);
  assert_field (fixture->store, theme, "title", "Eau");
  g_assert_true (ent_store_bring_back (fixture->store, town_gone, &error));
  g_assert_no_error (error);
  assert_field (fixture->store, city, "place", town_id);
  after = dump_graph (ent_store_get_project (fixture->store));
  assert_same_text (after, before);
  assert_graph_is_fresh (fixture);

  /* Twice is once too often, and a step that deleted nothing has nothing to give. */
  g_assert_false (ent_store_bring_back (fixture->store, town_gone, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (ent_store_bring_back (fixture->store, 1, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A part alone cannot come back before the whole. */
  ent_store_delete (fixture->store, theme, NULL, &error);
  pact_gone = ent_store_get_last_entry (fixture->store);
  ent_store_delete (fixture->store, pact, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ent_store_bring_back (fixture->store, pact_gone, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/store/history/entries", test_entries);
  fixture_add ("/store/history/of-a-record", test_of_a_record);
  fixture_add ("/store/history/all-kinds", test_all_kinds);
  g_test_add_func ("/store/history/labels", test_labels);
  fixture_add ("/store/history/in-pieces", test_in_pieces);
  fixture_add ("/store/history/family", test_family);
  fixture_add ("/store/history/restore", test_restore);
  fixture_add ("/store/history/bring-back", test_bring_back);

  return g_test_run ();
}
