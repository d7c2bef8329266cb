/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/store/history/entries", test_entries);
  fixture_add ("/store/history/of-a-record", test_of_a_record);
  fixture_add ("/store/history/all-kinds", test_all_kinds);
  g_test_add_func ("/store/history/labels", test_labels);

  return g_test_run ();
}
