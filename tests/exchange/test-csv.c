/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/ent-cells.h"
#include "exchange/ent-csv.h"

static const struct
{
  const char *text;
  const char *cell;
} cells[] = {
  { NULL, "" },
  { "", "" },
  { "Hué", "Hué" },
  { "a,b", "\"a,b\"" },
  { "say \"yes\"", "\"say \"\"yes\"\"\"" },
  { "two\nlines", "\"two\nlines\"" },
  { "=1+1", "\"'=1+1\"" },
  { "@SUM(A1)", "\"'@SUM(A1)\"" },
  { "-2+3", "\"'-2+3\"" },
  { "\t=1", "\"'\t=1\"" },
  { "-12.5", "-12.5" },
  { "+32 81 24 60 00", "+32 81 24 60 00" },
  { "-", "-" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);

      ent_cells_append_csv_cell (csv, cells[i].text, TRUE);
      g_assert_cmpstr (csv->str, ==, cells[i].cell);
    }
}

static EntRecord *
add_place (EntProject *project, EntId id, const char *name, EntId parent)
{
  g_autoptr (EntRecord) record = ent_record_new (&ent_place_table, id);

  ent_record_set_string (record, ent_table_find_column (&ent_place_table, "name"), name);
  ent_record_set_integer (record, ent_table_find_column (&ent_place_table, "parent"), parent);
  ent_project_add (project, record);
  return ent_project_get (project, id);
}

static void
test_table (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) names = NULL;

  g_ptr_array_add (records, add_place (project, 1, "Namur", ENT_ID_NONE));
  g_ptr_array_add (records, add_place (project, 2, "Citadelle", 1));
  ent_record_set_translation (g_ptr_array_index (records, 1), "name", "en", "Citadel, the");
  csv = ent_csv_export (project, &ent_place_table, records);

  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[3], ==, "");
  names = g_strsplit (lines[0], ",", -1);
  g_assert_cmpstr (names[0], ==, "id");
  g_assert_true (g_strv_contains ((const char *const *) names, "parent_title"));
  g_assert_true (g_str_has_suffix (lines[0], ",lang,visibility,name@en"));
  g_assert_true (g_str_has_prefix (lines[1], "0000000000001,Namur,Namur,"));
  g_assert_nonnull (strstr (lines[2], ",0000000000001,Namur,"));
  g_assert_true (g_str_has_suffix (lines[2], ",\"Citadel, the\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/table", test_table);

  return g_test_run ();
}
