/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-list-cells.h"

#include <glib/gi18n-lib.h>

/* A dash stands where nothing is known; a table leaves the cell empty. */
static char *
dup_known (const char *words)
{
  return g_str_equal (words, "–") ? NULL : g_strdup (words);
}

static void
add_item (EntCells *cells, const EntRecordSpec *spec, EntRecordItem *item, guint line)
{
  ent_cells_begin_row (cells, line);
  for (guint i = 0; i < spec->n_columns; i++)
    ent_cells_take_cell (cells, dup_known (item->cells[i].words));
}

/**
 * ent_list_cells_of_selection:
 * @spec: a list
 * @selection: (element-type EntRecordItem): its lines in sight
 * @chosen: whether only the one that is marked, where one is
 *
 * Returns: (transfer full): the columns of its table
 */
EntCells *
ent_list_cells_of_selection (const EntRecordSpec *spec,
                             GtkSingleSelection *selection,
                             gboolean chosen)
{
  EntCells *cells = ent_cells_new ();
  gpointer marked = gtk_single_selection_get_selected_item (selection);

  ent_cells_begin_row (cells, 1);
  for (guint i = 0; i < spec->n_columns; i++)
    ent_cells_take_cell (cells, g_strdup (_(spec->columns[i].title)));

  if (chosen && marked)
    add_item (cells, spec, marked, 2);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    if (!chosen || !marked)
      {
        g_autoptr (EntRecordItem) item = g_list_model_get_item (G_LIST_MODEL (selection), i);

        add_item (cells, spec, item, i + 2);
      }

  return cells;
}

static gboolean
has_any (GPtrArray *records, const EntColumn *column)
{
  for (guint i = 0; i < records->len; i++)
    if (ent_record_has_value (g_ptr_array_index (records, i), column))
      return TRUE;

  return FALSE;
}

static gboolean
is_given_out (const EntColumn *column, GPtrArray *records, const char *const *without)
{
  if (column->flags & ENT_COLUMN_ORDER)
    return FALSE;
  for (guint i = 0; without && without[i]; i += 2)
    if (g_str_equal (without[i], column->name))
      return FALSE;

  return (column->flags & ENT_COLUMN_REQUIRED) || has_any (records, column);
}

static char *
dup_words (EntSession *session, EntRecord *record, const EntColumn *column)
{
  const char *lang = ent_session_get_lang (session);
  g_autofree char *value = NULL;

  if (!ent_record_has_value (record, column))
    return NULL;
  if (column->kind == ENT_KIND_REFERENCE)
    return ent_project_dup_title (ent_session_get_project (session),
                                  ent_record_get_reference (record, column), lang);
  if (column->flags & ENT_COLUMN_TRANSLATABLE)
    return g_strdup (ent_record_get_text (record, column, lang, NULL));

  value = ent_record_dup_value (record, column);
  return ent_column_display (column, value, lang);
}

/**
 * ent_list_cells_of_records:
 * @session: the session
 * @table: type of the records
 * @records: (element-type EntRecord): records of a list
 * @without: (nullable): what all of them have, left out: column, value, …, %NULL
 *
 * Returns: (transfer full): one column a field that any of the records has
 */
EntCells *
ent_list_cells_of_records (EntSession *session,
                           const EntTable *table,
                           GPtrArray *records,
                           const char *const *without)
{
  EntCells *cells = ent_cells_new ();
  const char *lang = ent_session_get_lang (session);

  ent_cells_begin_row (cells, 1);
  for (guint i = 0; i < table->n_columns; i++)
    if (is_given_out (&table->columns[i], records, without))
      ent_cells_take_cell (cells, g_strdup (ent_words (lang, table->columns[i].label)));

  for (guint row = 0; row < records->len; row++)
    {
      ent_cells_begin_row (cells, row + 2);
      for (guint i = 0; i < table->n_columns; i++)
        if (is_given_out (&table->columns[i], records, without))
          ent_cells_take_cell (
              cells, dup_words (session, g_ptr_array_index (records, row), &table->columns[i]));
    }

  return cells;
}
