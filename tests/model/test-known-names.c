/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-known-names.h"
#include "model/ent-types.h"

static void
add (EntProject *project, const EntTable *table, EntId id, const char *name)
{
  EntRecord *record = ent_record_new (table, id);

  ent_record_set_string (record, ent_table_get_name (table), name);
  ent_project_add (project, record);
  g_object_unref (record);
}

static void
add_alias (EntProject *project, EntId id, EntId owner, const char *name)
{
  EntRecord *record = ent_record_new (&ent_alias_table, id);

  ent_record_set_string (record, ent_table_find_column (&ent_alias_table, "name"), name);
  ent_record_set_integer (record, ent_table_find_column (&ent_alias_table, "record"), owner);
  ent_project_add (project, record);
  g_object_unref (record);
}

static EntProject *
create_project (void)
{
  EntProject *project = ent_project_new ();

  add (project, &ent_person_table, 1, "Renaud Degueldre");
  add (project, &ent_person_table, 2, "Maxime Prévot");
  add (project, &ent_person_table, 3, "Renée Dégueldre-Prévot");
  add (project, &ent_organisation_table, 10, "Bureau économique de la Province de Namur");
  add (project, &ent_organisation_table, 11, "Ville de Namur");
  add (project, &ent_organisation_table, 12, "Ambassade du Pérou");
  add_alias (project, 20, 10, "BEP");

  return project;
}

/* The ids that were found, as they are ordered: "2 3". */
static char *
write_found (GPtrArray *found)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%d", i ? " " : "",
                            (int) ((EntKnownName *) g_ptr_array_index (found, i))->id);

  return g_string_free_and_steal (ids);
}

static void
assert_search (EntKnownNames *names, const char *typed, const char *expected)
{
  g_autoptr (GPtrArray) found = ent_known_names_search (names, typed, 10);
  g_autofree char *ids = write_found (found);

  g_assert_cmpstr (ids, ==, expected);
}

static void
assert_like (EntKnownNames *names, const char *name, const char *expected)
{
  g_autoptr (GPtrArray) found = ent_known_names_find_like (names, name, ENT_ID_NONE);
  g_autofree char *ids = write_found (found);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_search (void)
{
  g_autoptr (EntProject) project = create_project ();
  g_autoptr (EntKnownNames) people = ent_known_names_new (project, &ent_person_table, "fr");
  g_autoptr (EntKnownNames) places = ent_known_names_new (project, &ent_organisation_table, "fr");
  g_autoptr (GPtrArray) found = NULL;

  assert_search (people, "DEGUELDRE", "1 3");
  assert_search (people, "deg ren", "1 3");
  assert_search (people, "prev", "2 3");
  assert_search (people, "max prévot", "2");
  assert_search (people, "evot", "");
  assert_search (people, "", "2 1 3");
  assert_search (places, "perou", "12");
  /* The one whose name it is goes before those it begins. */
  assert_search (places, "bep", "10");
  assert_search (places, "namur", "10 11");

  found = ent_known_names_search (places, "bep", 10);
  g_assert_cmpstr (((EntKnownName *) g_ptr_array_index (found, 0))->title, ==,
                   "Bureau économique de la Province de Namur");
  g_assert_cmpstr (((EntKnownName *) g_ptr_array_index (found, 0))->other, ==, "BEP");
}

static void
test_like (void)
{
  g_autoptr (EntProject) project = create_project ();
  g_autoptr (EntKnownNames) people = ent_known_names_new (project, &ent_person_table, "fr");
  g_autoptr (EntKnownNames) places = ent_known_names_new (project, &ent_organisation_table, "fr");
  g_autoptr (GPtrArray) but = NULL;

  assert_like (people, "Degueldre", "1");
  assert_like (people, "degueldre renaud", "1");
  assert_like (people, "Renaud Deguedlre", "1");
  assert_like (people, "Renaud Dupont", "");
  assert_like (people, "Maxime Prevot", "2");
  assert_like (places, "Namur", "11");
  assert_like (places, "B.E.P.", "");
  assert_like (places, "bep", "10");
  assert_like (places, "de la", "");
  assert_like (places, "", "");

  but = ent_known_names_find_like (people, "Degueldre", 1);
  g_assert_cmpuint (but->len, ==, 0);
}

/* Whatever is searched: each name finds its record first, by any start of any of its words, and
 * is like itself. */
static void
test_every_name (void)
{
  g_autoptr (EntProject) project = create_project ();
  GListModel *list = ent_project_get_list (project, &ent_person_table);
  g_autoptr (EntKnownNames) names = ent_known_names_new (project, &ent_person_table, "fr");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);
      g_autofree char *title = ent_record_dup_title (record, project, "fr");
      g_autofree char *upper = g_utf8_strup (title, -1);
      g_autoptr (GPtrArray) like = ent_known_names_find_like (names, upper, ENT_ID_NONE);

      g_assert_cmpint (((EntKnownName *) g_ptr_array_index (like, 0))->id, ==,
                       ent_record_get_id (record));
      for (const char *end = g_utf8_next_char (title); *end; end = g_utf8_next_char (end))
        {
          g_autofree char *start = g_strndup (title, (gsize) (end - title));
          g_autoptr (GPtrArray) found = ent_known_names_search (names, start, 10);
          gboolean there = FALSE;

          for (guint j = 0; j < found->len; j++)
            there = there
                    || ((EntKnownName *) g_ptr_array_index (found, j))->id
                           == ent_record_get_id (record);
          g_assert_true (there);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/known-names/search", test_search);
  g_test_add_func ("/known-names/like", test_like);
  g_test_add_func ("/known-names/every-name", test_every_name);

  return g_test_run ();
}
