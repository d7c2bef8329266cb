/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-table-row-item.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (EntTableRowItem, ent_table_row_item, G_TYPE_OBJECT)

/* Widths of a cell and of a remark, in characters. */
#define STATE_CHARS 11
#define CELL_CHARS 14
#define REMARK_CHARS 34

static void
ent_table_row_item_finalize (GObject *object)
{
  g_free (ENT_TABLE_ROW_ITEM (object)->message);

  G_OBJECT_CLASS (ent_table_row_item_parent_class)->finalize (object);
}

static void
ent_table_row_item_class_init (EntTableRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_table_row_item_finalize;
}

static void
ent_table_row_item_init (EntTableRowItem *self)
{
}

/**
 * ent_table_row_item_new:
 * @row: a row of a plan
 *
 * Returns: (transfer full): a copy of it
 */
EntTableRowItem *
ent_table_row_item_new (const EntTableRow *row)
{
  EntTableRowItem *self = g_object_new (ENT_TYPE_TABLE_ROW_ITEM, NULL);

  self->row = row->row;
  self->state = row->state;
  self->column = row->column;
  self->message = g_strdup (row->message);
  return self;
}

static const char *
get_state_words (EntRowState state)
{
  static const char *const words[ENT_N_ROW_STATES] = {
    [ENT_ROW_NEW] = NC_ ("row", "New"),
    [ENT_ROW_COMPLETES] = NC_ ("row", "Completed"),
    [ENT_ROW_KNOWN] = NC_ ("row", "Already there"),
    [ENT_ROW_ERROR] = NC_ ("row", "Error"),
  };

  return g_dpgettext2 (NULL, "row", words[state]);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (chars));
  if (GPOINTER_TO_INT (chars) == REMARK_CHARS)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), REMARK_CHARS);
    }
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
show (GtkListItem *list_item, const char *text, gboolean wrong)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);

  gtk_label_set_text (GTK_LABEL (label), text ? text : "");
  gtk_widget_set_tooltip_text (label, text && *text ? text : NULL);
  if (wrong)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

static void
bind_state_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  EntTableRowItem *item = gtk_list_item_get_item (list_item);

  show (list_item, get_state_words (item->state), item->state == ENT_ROW_ERROR);
}

static void
bind_remark_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  EntTableRowItem *item = gtk_list_item_get_item (list_item);

  show (list_item, item->message, item->state == ENT_ROW_ERROR);
}

static EntCells *
get_cells (GtkSignalListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "ent-cells");
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  EntTableRowItem *item = gtk_list_item_get_item (list_item);
  guint i = GPOINTER_TO_UINT (column);

  show (list_item, ent_cells_get (get_cells (factory), item->row, i),
        item->state == ENT_ROW_ERROR && item->column == (int) i);
}

static void
add_column (GtkColumnView *view,
            const char *title,
            GCallback bind,
            gpointer data,
            int chars,
            EntCells *cells)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_object_set_data_full (G_OBJECT (factory), "ent-cells", ent_cells_ref (cells),
                          (GDestroyNotify) ent_cells_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (chars));
  g_signal_connect (factory, "bind", bind, data);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
}

/**
 * ent_table_columns_fill:
 * @view: a table of #EntTableRowItem
 * @plan: the plan they are of
 *
 * Gives the table its columns: those of the cells that are taken, after what becomes of the row.
 */
void
ent_table_columns_fill (GtkColumnView *view, EntTablePlan *plan)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  EntCells *cells = ent_table_plan_get_sheet (plan);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }

  add_column (view, _("Row"), G_CALLBACK (bind_state_cb), NULL, STATE_CHARS, cells);
  add_column (view, _("Remark"), G_CALLBACK (bind_remark_cb), NULL, REMARK_CHARS, cells);
  for (guint i = 0; i < ent_cells_get_n_columns (cells); i++)
    {
      const EntTableField *field = ent_table_plan_get_field (plan, i);
      g_autofree char *label = field ? ent_table_field_dup_label (field,
                                                                  ent_words_interface_language ())
                                     : NULL;

      if (field)
        add_column (view, label, G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (i), CELL_CHARS,
                    cells);
    }
}
