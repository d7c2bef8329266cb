/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-precedence.h"

static EntParticipation *
add (EntProject *project, EntId id, const char *role, const char *function, double position)
{
  g_autoptr (EntRecord) record = ent_record_new (&ent_participation_table, id);

  ent_record_set_string (record, ent_table_find_column (&ent_participation_table, "role"), role);
  ent_record_set_string (record, ent_table_find_column (&ent_participation_table, "function"),
                         function);
  if (position > 0)
    ent_record_set_real (record, ent_table_find_column (&ent_participation_table, "position"),
                         position);
  ent_project_add (project, record);

  return ENT_PARTICIPATION (ent_project_get (project, id));
}

static void
assert_order (GPtrArray *people, const EntId *ids)
{
  for (guint i = 0; i < people->len; i++)
    g_assert_cmpint (ent_record_get_id (g_ptr_array_index (people, i)), ==, ids[i]);
}

static void
test_ranks (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  const char *list = ent_precedence_get_list (project);
  static const char *const functions[] = {
    "Ministre de l’Environnement", "Vice-Ministre du Plan", "AMBASSADRICE du Pérou",
    "Gouverneur de la Province",   "Maire de Lafayette",    "Adjointe au maire",
    "Conseiller communal"
  };

  for (guint i = 1; i < G_N_ELEMENTS (functions); i++)
    g_assert_cmpuint (ent_precedence_get_rank (list, functions[i - 1]), <,
                      ent_precedence_get_rank (list, functions[i]));
  g_assert_cmpuint (ent_precedence_get_rank (list, "Directeur de cabinet du bourgmestre"), >,
                    ent_precedence_get_rank (list, "Bourgmestre"));
  g_assert_cmpuint (ent_precedence_get_rank (list, "Mayor"), ==,
                    ent_precedence_get_rank (list, "bourgmestre f.f."));
  g_assert_cmpuint (ent_precedence_get_rank (list, "Photographe"), ==, G_MAXUINT);
  g_assert_cmpuint (ent_precedence_get_rank (list, NULL), ==, G_MAXUINT);
}

/* Whatever order they come in, the same is proposed; who leads is first, and who has no function
 * in the list last. */
static void
test_proposed (void)
{
  static const EntId ids[] = { 4, 2, 3, 1 };

  for (guint turn = 0; turn < 50; turn++)
    {
      g_autoptr (EntProject) project = ent_project_new ();
      g_autoptr (GPtrArray) people = g_ptr_array_new ();

      g_ptr_array_add (people, add (project, 1, "participant", "Photographe", 0));
      g_ptr_array_add (people, add (project, 2, "participant", "Bourgmestre", 0));
      g_ptr_array_add (people, add (project, 3, "participant", "Échevine", 0));
      g_ptr_array_add (people, add (project, 4, "head", "Échevin", 0));
      for (guint i = people->len; i > 1; i--)
        {
          guint other = (guint) g_test_rand_int_range (0, (int) i);
          gpointer kept = people->pdata[i - 1];

          people->pdata[i - 1] = people->pdata[other];
          people->pdata[other] = kept;
        }
      ent_precedence_sort (project, people, 2460000);
      assert_order (people, ids);
    }
}

/* The office's own list is taken, and who was moved by hand stays. */
static void
test_own (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  ent_project_set_setting (project, ENT_SETTING_PRECEDENCE, "Photographe; Bourgmestre / Maire");
  g_ptr_array_add (people, add (project, 1, "participant", "Maire", 0));
  g_ptr_array_add (people, add (project, 2, "participant", "Photographe", 0));
  ent_precedence_sort (project, people, 2460000);
  assert_order (people, (const EntId[]) { 2, 1 });

  g_ptr_array_add (people, add (project, 3, "participant", "Chauffeur", 1));
  g_ptr_array_add (people, add (project, 4, "head", "Chauffeur", 2));
  ent_precedence_sort (project, people, 2460000);
  assert_order (people, (const EntId[]) { 3, 4, 2, 1 });
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/precedence/ranks", test_ranks);
  g_test_add_func ("/rules/precedence/proposed", test_proposed);
  g_test_add_func ("/rules/precedence/own", test_own);

  return g_test_run ();
}
