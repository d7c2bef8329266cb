/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-csv.h"

#include "base/ent-cells.h"

static void
append_header (GString *csv, const EntTable *table, GPtrArray *translations)
{
  ent_cells_append_csv_cell (csv, "id", TRUE);
  if (!ent_table_find_column (table, "title"))
    ent_cells_append_csv_cell (csv, "title", FALSE);
  for (guint i = 0; i < table->n_columns; i++)
    {
      ent_cells_append_csv_cell (csv, table->columns[i].name, FALSE);
      if (table->columns[i].kind == ENT_KIND_REFERENCE)
        {
          g_autofree char *name = g_strconcat (table->columns[i].name, "_title", NULL);

          ent_cells_append_csv_cell (csv, name, FALSE);
        }
    }
  for (guint i = 0; i < ent_record_n_columns; i++)
    ent_cells_append_csv_cell (csv, ent_record_columns[i].name, FALSE);
  for (guint i = 0; i < translations->len; i++)
    ent_cells_append_csv_cell (csv, g_ptr_array_index (translations, i), FALSE);
  g_string_append (csv, "\r\n");
}

static void
append_value (GString *csv, EntProject *project, EntRecord *record, const EntColumn *column)
{
  g_autofree char *value = ent_record_dup_value (record, column);
  g_autofree char *title = NULL;

  ent_cells_append_csv_cell (csv, value, FALSE);
  if (column->kind != ENT_KIND_REFERENCE)
    return;

  title = ent_project_dup_title (project, ent_record_get_reference (record, column), NULL);
  ent_cells_append_csv_cell (csv, title, FALSE);
}

static void
append_record (GString *csv, EntProject *project, EntRecord *record, GPtrArray *translations)
{
  const EntTable *table = ent_record_get_table (record);
  g_autofree char *id = ent_id_to_string (ent_record_get_id (record));

  ent_cells_append_csv_cell (csv, id, TRUE);
  if (!ent_table_find_column (table, "title"))
    {
      g_autofree char *title = ent_record_dup_title (record, project, NULL);

      ent_cells_append_csv_cell (csv, title, FALSE);
    }
  for (guint i = 0; i < table->n_columns; i++)
    append_value (csv, project, record, &table->columns[i]);
  for (guint i = 0; i < ent_record_n_columns; i++)
    append_value (csv, project, record, &ent_record_columns[i]);
  for (guint i = 0; i < translations->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (translations, i), "@", 2);

      ent_cells_append_csv_cell (csv, ent_record_get_translation (record, parts[0], parts[1]),
                                 FALSE);
    }
  g_string_append (csv, "\r\n");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The names "field@lang" of the translations that any of the records has, sorted. */
static GPtrArray *
find_translations (GPtrArray *records)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GPtrArray) all = ent_record_dup_translations (g_ptr_array_index (records, i));

      for (guint j = 0; j < all->len; j++)
        {
          const EntTranslation *translation = g_ptr_array_index (all, j);
          g_autofree char *name = g_strconcat (translation->field, "@", translation->lang, NULL);

          if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
            g_ptr_array_add (names, g_steal_pointer (&name));
        }
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}

/**
 * ent_csv_export:
 * @project: the graph
 * @table: a record type
 * @records: (element-type EntRecord): records of it, in the order wanted
 *
 * A table as comma-separated UTF-8 after RFC 4180: one column a field under the field's name,
 * after each reference a column "<field>_title", and the translations that there are under
 * "<field>@<lang>". Values are written as ent_column_parse() writes them.
 *
 * Returns: (transfer full): the text
 */
char *
ent_csv_export (EntProject *project, const EntTable *table, GPtrArray *records)
{
  GString *csv = g_string_new (NULL);
  g_autoptr (GPtrArray) translations = find_translations (records);

  append_header (csv, table, translations);
  for (guint i = 0; i < records->len; i++)
    append_record (csv, project, g_ptr_array_index (records, i), translations);

  return g_string_free (csv, FALSE);
}
