/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

#include "base/ent-error.h"

static void
test_create (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *id = NULL;

  g_assert_cmpint (ent_store_get_schema (fixture->store), ==, 1);
  g_assert_cmpint (ent_store_get_last_entry (fixture->store), ==, 0);
  g_assert_false (ent_store_can_undo (fixture->store));
  id = g_strdup (
      ent_project_get_setting (ent_store_get_project (fixture->store), ENT_SETTING_ID));
  g_assert_nonnull (id);

  fixture_reopen (fixture);
  g_assert_cmpstr (
      ent_project_get_setting (ent_store_get_project (fixture->store), ENT_SETTING_ID), ==, id);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/store/edit/create", test_create);
  fixture_add ("/store/edit/create-over-a-file", test_create_over_a_file);
  fixture_add ("/store/edit/values", test_values);

  return g_test_run ();
}
