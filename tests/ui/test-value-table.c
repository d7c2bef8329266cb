/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The values of an indicator as a table, entered and pasted: on a copy of the sample. Needs no
 * display. */

#include <glib/gstdio.h>

#include "base/ent-data.h"
#include "ui/views/indicators/ent-value-block.h"
#include "ui/views/indicators/ent-value-table.h"
#include "sample-copy.h"

enum
{
  TARGET,
  WHOLE,
  ADRANO,
  BANDUNG,
};

static char *folder;

typedef struct
{
  EntProjectFile *file;
  EntSession *session;
  EntIndicator *indicator;
  EntValueTable *table;
} Fixture;

static EntId
add_value (Fixture *self, const char *territory)
{
  EntProject *project = ent_session_get_project (self->session);
  g_autofree char *indicator = ent_id_to_string (ent_record_get_id (ENT_RECORD (self->indicator)));
  EntRecord *organisation = ent_project_find (project, &ent_organisation_table, territory, NULL);
  g_autofree char *id = NULL;

  g_assert_nonnull (organisation);
  id = ent_id_to_string (ent_record_get_id (organisation));
  return ent_session_add (self->session, &ent_measurement_table, "indicator", indicator, "kind",
                          "actual", "period", "2024", "value", "1", "territory", id, NULL);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  EntRecord *agreement;
  g_autofree char *id = NULL;
  EntId indicator;

  self->file = open_sample_file (folder, "project.entente");
  self->session = ent_session_new (self->file);
  agreement = ent_project_find (ent_session_get_project (self->session), &ent_agreement_table,
                                "Protocole de coopération 2024-2026", NULL);
  id = ent_id_to_string (ent_record_get_id (agreement));
  indicator = ent_session_add (self->session, &ent_indicator_table, "record", id, "title", "Trees",
                               NULL);
  self->indicator = g_object_ref (
      ENT_INDICATOR (ent_project_get (ent_session_get_project (self->session), indicator)));
  add_value (self, "Commune d’Adrano");
  add_value (self, "Ville de Bandung");
  self->table = ent_value_table_new (self->session, self->indicator);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (folder, "project.entente", NULL);
  g_autoptr (GError) error = NULL;

  ent_value_table_free (self->table);
  g_object_unref (self->indicator);
  g_object_unref (self->session);
  ent_project_file_close (self->file, &error);
  g_assert_no_error (error);
  g_object_unref (self->file);
  g_unlink (path);
}

static void
assert_value (Fixture *self, guint row, guint column, const char *value)
{
  EntMeasurement *measurement = ent_value_table_get (self->table, row, column);

  g_assert_cmpstr (measurement ? measurement->value : NULL, ==, value);
}

/* Rows for the target, the whole and each territory; columns for the years of the agreement. */
static void
test_table (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (self->table->rows->len, ==, 4);
  g_assert_cmpuint (self->table->periods->len, ==, 3);
  assert_value (self, TARGET, 0, NULL);
  assert_value (self, ADRANO, 0, "1");
}

/* Numbers as both languages write them; what is none is refused, and a dash takes a value away. */
static void
test_set (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_before = ent_project_count (ent_session_get_project (self->session),
                                      &ent_measurement_table);

  g_assert_true (ent_value_table_set (self->table, WHOLE, 1, "1\u202F250,5", &error));
  assert_value (self, WHOLE, 1, "1250.5");
  g_assert_true (ent_value_table_set (self->table, WHOLE, 1, "1,250.75", &error));
  assert_value (self, WHOLE, 1, "1250.75");
  g_assert_false (ent_value_table_set (self->table, WHOLE, 1, "many", &error));
  g_assert_nonnull (error);
  assert_value (self, WHOLE, 1, "1250.75");
  g_clear_error (&error);

  g_assert_true (ent_value_table_set (self->table, WHOLE, 1, "–", &error));
  assert_value (self, WHOLE, 1, NULL);
  g_assert_cmpuint (
      n_before, ==,
      ent_project_count (ent_session_get_project (self->session), &ent_measurement_table));
  ent_session_undo (self->session);
  assert_value (self, WHOLE, 1, "1250.75");
  g_assert_true (ent_value_table_set (self->table, TARGET, 2, "0", &error));
  assert_value (self, TARGET, 2, "0");
}

/* A block is one step; what is no number is told by its cell, and what has no cell is counted. */
static void
test_paste (Fixture *self, gconstpointer data)
{
  EntStore *store = ent_session_get_store (self->session);
  g_autoptr (GError) error = NULL;
  guint n_steps = ent_store_count_undo (store);
  g_autoptr (EntValuePaste) paste = ent_value_table_paste (
      self->table, "10\t20\t30\t40\r\n5\tmany\t–\n", WHOLE, 0, &error);
  const EntValueProblem *problem;

  g_assert_no_error (error);
  g_assert_cmpuint (paste->n_filled, ==, 4);
  g_assert_cmpuint (paste->n_outside, ==, 1);
  g_assert_cmpuint (paste->problems->len, ==, 1);
  problem = g_ptr_array_index (paste->problems, 0);
  g_assert_cmpuint (problem->row, ==, ADRANO);
  g_assert_cmpuint (problem->column, ==, 1);
  assert_value (self, WHOLE, 2, "30");
  assert_value (self, ADRANO, 0, "5");
  assert_value (self, ADRANO, 1, NULL);
  g_assert_cmpuint (ent_store_count_undo (store), ==, n_steps + 1);
  ent_session_undo (self->session);
  assert_value (self, WHOLE, 2, NULL);
  assert_value (self, ADRANO, 0, "1");
}

/* Years over the cells and names before them say where they go, in whatever order they come. */
static void
test_headed (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
      "\t2026\t2025\n%s\t7\t8\nAtlantis\t1\t2\n",
      ((EntValueRow *) g_ptr_array_index (self->table->rows, BANDUNG))->label);
  g_autoptr (EntValuePaste) paste = ent_value_table_paste (self->table, text, TARGET, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (paste->n_filled, ==, 2);
  g_assert_cmpuint (paste->n_outside, ==, 2);
  assert_value (self, BANDUNG, 2, "7");
  assert_value (self, BANDUNG, 1, "8");
  assert_value (self, TARGET, 0, NULL);
}

/* Nothing to fill in is no step. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  EntStore *store = ent_session_get_store (self->session);
  guint n_steps = ent_store_count_undo (store);
  g_autoptr (EntValuePaste)
      paste = ent_value_table_paste (self->table, "many\nmore\n", WHOLE, 0, NULL);

  g_assert_cmpuint (paste->n_filled, ==, 0);
  g_assert_cmpuint (paste->problems->len, ==, 2);
  g_assert_cmpuint (ent_store_count_undo (store), ==, n_steps);
}

static void
test_block (void)
{
  g_autoptr (GPtrArray) block = ent_value_block_new ("a\t\"b \"\"c\"\"\nd\"\t1\r\n\t2\n");
  g_autoptr (GPtrArray) other = ent_value_block_new ("1,5;2");

  g_assert_cmpuint (block->len, ==, 2);
  g_assert_cmpuint (ent_value_block_count_columns (block), ==, 3);
  g_assert_cmpstr (ent_value_block_get (block, 0, 1), ==, "b \"c\"\nd");
  g_assert_cmpstr (ent_value_block_get (block, 0, 2), ==, "1");
  g_assert_cmpstr (ent_value_block_get (block, 1, 0), ==, "");
  g_assert_cmpstr (ent_value_block_get (block, 1, 7), ==, "");
  g_assert_cmpstr (ent_value_block_get (other, 0, 0), ==, "1,5");
  g_assert_true (ent_value_is_missing ("n.d."));
  g_assert_true (ent_value_is_missing ("–"));
  g_assert_false (ent_value_is_missing ("0"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("ENTENTE_TODAY", "2026-11-22", TRUE);
  g_test_add_func ("/ui/value-block", test_block);
  g_test_add ("/ui/value-table/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/ui/value-table/set", Fixture, NULL, set_up, test_set, tear_down);
  g_test_add ("/ui/value-table/paste", Fixture, NULL, set_up, test_paste, tear_down);
  g_test_add ("/ui/value-table/headed", Fixture, NULL, set_up, test_headed, tear_down);
  g_test_add ("/ui/value-table/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  status = g_test_run ();
  g_free (folder);

  return status;
}
