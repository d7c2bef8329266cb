/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-error.h"
#include "store-test.h"

/* How many actions are done, undone and done again. */
#define N_ACTIONS 200

typedef struct
{
  Fixture *fixture;
  GRand *random;
  GPtrArray *ids; /* EntId * of the records there are */
} World;

static void
refresh (World *world)
{
  EntProject *project = ent_store_get_project (world->fixture->store);
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  g_ptr_array_set_size (world->ids, 0);
  for (guint i = 0; i < n_tables; i++)
    {
      GListModel *list = ent_project_get_list (project, tables[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (EntRecord) record = g_list_model_get_item (list, j);
          EntId id = ent_record_get_id (record);

          g_ptr_array_add (world->ids, g_memdup2 (&id, sizeof id));
        }
    }
}

/* A record of the type, or of any; ENT_ID_NONE where there is none. */
static EntId
pick (World *world, const char *type)
{
  EntProject *project = ent_store_get_project (world->fixture->store);
  guint n = world->ids->len;
  guint start = n ? g_rand_int_range (world->random, 0, n) : 0;

  for (guint i = 0; i < n; i++)
    {
      EntId id = *(EntId *) g_ptr_array_index (world->ids, (start + i) % n);
      EntRecord *record = ent_project_get (project, id);

      if (record && (!type || g_str_equal (ent_record_get_type_name (record), type)))
        return id;
    }

  return ENT_ID_NONE;
}

static char *
make_value (World *world, const EntColumn *column)
{
  static const char *const dates[] = { "2024",  "1995-06-02", "2024-07-19/2024-07-21",
                                       "2019~", "201X",       "2020/..",
                                       NULL };
  static const char *const words[] = {
    "Namur", "Hué", "İzmir", "Coopération d’été", "a\"b'c", NULL
  };
  static const char *const zones[] = { "Europe/Brussels", "America/Toronto", "Asia/Bangkok",
                                       "Africa/Kinshasa", "Europe/Istanbul" };
  int number = g_rand_int_range (world->random, 0, 5);
  guint n_choices = 0;

  switch (column->kind)
    {
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
      if (column->flags & ENT_COLUMN_ZONE)
        return g_strdup (zones[number]);
      return column->flags & ENT_COLUMN_TIME ? g_strdup_printf ("%02d:30", number)
                                             : g_strdup (words[number]);
    case ENT_KIND_CHOICE:
      while (column->choices[n_choices].value)
        n_choices++;
      return g_strdup (column->choices[g_rand_int_range (world->random, 0, n_choices)].value);
    case ENT_KIND_DATE:
      return g_strdup (dates[number]);
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      return g_strdup_printf ("%d.%d", number * 100, number);
    case ENT_KIND_INTEGER:
    case ENT_KIND_REAL:
      return g_strdup_printf ("%d", number);
    case ENT_KIND_FLAG:
      return g_strdup (number % 2 ? "true" : "false");
    case ENT_KIND_REFERENCE:
      {
        EntId id = pick (world, g_str_equal (column->target, "record") ? NULL : column->target);

        return id ? ent_id_to_string (id) : NULL;
      }
    }

  g_assert_not_reached ();
}

static gboolean
do_add (World *world, EntAction *action)
{
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);
  const EntTable *table = tables[g_rand_int_range (world->random, 0, n_tables)];
  g_autoptr (GError) error = NULL;
  EntId id = ent_action_add (action, table, ENT_ID_NONE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < table->n_columns; i++)
    {
      gboolean required = (table->columns[i].flags & ENT_COLUMN_REQUIRED) != 0;
      g_autofree char *value = NULL;

      if (!required && g_rand_boolean (world->random))
        continue;
      value = make_value (world, &table->columns[i]);
      if (required && !value)
        return FALSE;
      ent_action_set (action, id, &table->columns[i], value, &error);
      g_assert_no_error (error);
    }

  return TRUE;
}

static gboolean
do_set (World *world, EntAction *action)
{
  EntId id = pick (world, NULL);
  EntRecord *record = id ? ent_project_get (ent_store_get_project (world->fixture->store), id)
                         : NULL;
  g_autoptr (GError) error = NULL;

  if (!record)
    return FALSE;
  for (int n = g_rand_int_range (world->random, 1, 4); n > 0; n--)
    {
      const EntTable *table = ent_record_get_table (record);
      const EntColumn
          *column = &table->columns[g_rand_int_range (world->random, 0, table->n_columns)];
      g_autofree char *value = make_value (world, column);

      if (!value && (column->flags & ENT_COLUMN_REQUIRED))
        return FALSE;
      ent_action_set (action, id, column, value, &error);
      g_assert_no_error (error);
      if (column->flags & ENT_COLUMN_TRANSLATABLE)
        ent_action_set_translation (action, id, column, "en",
                                    g_rand_boolean (world->random) ? value : NULL, &error);
      g_assert_no_error (error);
    }
  ent_action_set (action, id, &ent_record_columns[1],
                  g_rand_boolean (world->random) ? "public" : NULL, &error);
  g_assert_no_error (error);

  return TRUE;
}

static gboolean
do_tag (World *world, EntAction *action)
{
  EntId id = pick (world, NULL);
  EntId term = pick (world, "term");
  g_autoptr (GError) error = NULL;

  if (!id || !term)
    return FALSE;
  if (g_rand_int_range (world->random, 0, 4) == 0)
    ent_action_clear_tag (action, id, term, &error);
  else
    ent_action_set_tag (action, id, term, g_rand_int_range (world->random, -1, 3), &error);
  g_assert_no_error (error);
  ent_action_set_setting (action, "test.tagged",
                          g_rand_boolean (world->random) ? write_id (id) : NULL, &error);
  g_assert_no_error (error);

  return TRUE;
}

static gboolean
do_delete (World *world, EntAction *action)
{
  EntId id = pick (world, NULL);
  g_autoptr (GError) error = NULL;

  if (!id)
    return FALSE;
  ent_action_delete (action, id, NULL, &error);
  g_assert_no_error (error);

  return TRUE;
}

static gboolean
do_one (World *world, EntAction *action)
{
  int die = g_rand_int_range (world->random, 0, 20);

  if (die < 9)
    return do_add (world, action);
  if (die < 15)
    return do_set (world, action);
  if (die < 18)
    return do_tag (world, action);

  return do_delete (world, action);
}

/* One action of one or two steps; a step that cannot be taken drops it all. */
static void
act (World *world)
{
  g_autoptr (EntAction) action = ent_store_begin (world->fixture->store, "Whatever", NULL);
  g_autoptr (GError) error = NULL;

  refresh (world);
  if (!do_one (world, action))
    return;

  /* A delete sees what the action did before it, be it another delete. */
  if (g_rand_int_range (world->random, 0, 5) == 0
      && !ent_action_delete (action, pick (world, "organisation"), NULL, NULL))
    return;
  ent_action_commit (action, &error);
  /* Chance may have made a record a part of itself. */
  if (!g_error_matches (error, ENT_ERROR, ENT_ERROR_CONSTRAINT))
    g_assert_no_error (error);
}

static void
assert_sound (World *world)
{
  g_autoptr (GError) error = NULL;

  assert_graph_is_fresh (world->fixture);
  ent_store_check (world->fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_undo_and_redo (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *start = dump_database (fixture->store);
  g_autofree char *end = NULL;
  World world = { fixture, NULL, ids };
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  world.random = g_rand_new_with_seed (seed);
  for (int i = 0; i < N_ACTIONS; i++)
    {
      act (&world);
      if (i % 20 == 0)
        assert_sound (&world);
    }
  end = dump_database (fixture->store);
  assert_sound (&world);

  for (int round = 0; round < 2; round++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      int n_undone = 0, n_redone = 0;

      for (; ent_store_can_undo (fixture->store); n_undone++)
        {
          undo (fixture->store);
          if (n_undone % 40 == 0)
            assert_sound (&world);
        }
      g_assert_cmpint (n_undone, >, N_ACTIONS / 4);
      undone = dump_database (fixture->store);
      assert_same_text (undone, start);
      assert_sound (&world);

      for (; ent_store_can_redo (fixture->store); n_redone++)
        {
          redo (fixture->store);
          if (n_redone % 40 == 0)
            assert_sound (&world);
        }
      g_assert_cmpint (n_redone, ==, n_undone);
      redone = dump_database (fixture->store);
      assert_same_text (redone, end);
      assert_sound (&world);
    }
  g_rand_free (world.random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/store/property/undo-and-redo", test_undo_and_redo);

  return g_test_run ();
}
