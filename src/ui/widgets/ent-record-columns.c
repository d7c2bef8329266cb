/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-record-columns.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-text-lines.h"

/* Least widths in the table. */
#define TITLE_CHARS 26
#define CELL_CHARS 14

/* The list: a title and up to two lines. */

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = ent_text_lines_new_row ();

  gtk_widget_add_css_class (row, "record-row");
  gtk_list_item_set_child (list_item, row);
}

/* What an item is read as: the lines it has, one after the other. */
static char *
dup_spoken (EntRecordItem *item)
{
  GString *words = g_string_new (item->title);

  if (*item->line != '\0')
    g_string_append_printf (words, ", %s", item->line);
  if (*item->note != '\0')
    g_string_append_printf (words, ", %s", item->note);

  return g_string_free_and_steal (words);
}

static void
show_row (GtkListItem *list_item)
{
  EntRecordItem *item = gtk_list_item_get_item (list_item);
  EntTextLines *row = ENT_TEXT_LINES (gtk_list_item_get_child (list_item));
  g_autofree char *words = dup_spoken (item);

  ent_text_lines_set (row, 0, item->title);
  ent_text_lines_set (row, 1, item->line);
  ent_text_lines_set (row, 2, item->note);
  gtk_list_item_set_accessible_label (list_item, words);
}

/* A list does not bind a row anew when an item comes back to its place, so rows follow it. */
static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (show_row),
                           list_item, G_CONNECT_SWAPPED);
  show_row (list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), list_item);
}

/**
 * ent_record_row_factory_new:
 *
 * Returns: (transfer full): makes the rows of a list of #EntRecordItem
 */
GtkListItemFactory *
ent_record_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

/* The table: one field a column, each with its order. */

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntRecordCell *left = &((const EntRecordItem *) a)->cells[GPOINTER_TO_UINT (user_data)];
  const EntRecordCell *right = &((const EntRecordItem *) b)->cells[GPOINTER_TO_UINT (user_data)];

  if (left->key && right->key)
    return g_strcmp0 (left->key, right->key);

  return (left->number > right->number) - (left->number < right->number);
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntRecordItem *left = a;
  const EntRecordItem *right = b;

  if (left->order != right->order)
    return left->order > right->order ? 1 : -1;

  return g_strcmp0 (left->title_key, right->title_key);
}

/* A title is what a line is known by: it keeps room to be read, and a narrow table scrolls. */
static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  const EntRecordColumn *column = user_data;

  gtk_list_item_set_child (list_item,
                           ent_text_lines_new_cell (column->expand ? TITLE_CHARS : CELL_CHARS));
}

static void
show_cell (GtkListItem *list_item)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list_item), "ent-column"));
  EntRecordItem *item = gtk_list_item_get_item (list_item);
  EntTextLines *line = ENT_TEXT_LINES (gtk_list_item_get_child (list_item));
  const char *words = item->cells[i].words;

  ent_text_lines_set_nat_chars (line, (guint) g_utf8_strlen (words, -1));
  ent_text_lines_set (line, 0, words);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  g_object_set_data (G_OBJECT (list_item), "ent-column", user_data);
  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (show_cell),
                           list_item, G_CONNECT_SWAPPED);
  show_cell (list_item);
}

/**
 * ent_record_columns_append:
 * @view: a table without columns
 * @spec: what it shows
 *
 * Gives the table its columns: the first click on a title puts it in its natural order, the
 * second the other way.
 */
void
ent_record_columns_append (GtkColumnView *view, const EntRecordSpec *spec)
{
  for (guint i = 0; i < spec->n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GtkSorter)
          sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, GUINT_TO_POINTER (i), NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), (gpointer) &spec->columns[i]);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      column = gtk_column_view_column_new (_(spec->columns[i].title), factory);
      gtk_column_view_column_set_id (column, spec->columns[i].id);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, spec->columns[i].expand);
      gtk_column_view_append_column (view, column);
    }
}

/* Sections of the list. */

static int
compare_as_spec_says (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntRecordSpec *spec = user_data;

  return spec->compare (a, b);
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntRecordSpec *spec = user_data;

  return spec->compare_sections (a, b);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (line), 0);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (line), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (line, "heading");
  gtk_widget_add_css_class (line, "dim-label");
  gtk_widget_add_css_class (line, "section-header");
  gtk_list_header_set_child (header, line);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, gpointer user_data)
{
  const EntRecordSpec *spec = user_data;
  g_autofree char *words = spec->dup_section (gtk_list_header_get_item (header));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_header_get_child (header)), words);
}

/**
 * ent_record_header_factory_new:
 * @spec: a list with sections
 *
 * Returns: (transfer full): makes the headings of its sections
 */
GtkListItemFactory *
ent_record_header_factory_new (const EntRecordSpec *spec)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_header_cb), (gpointer) spec);

  return factory;
}

/**
 * ent_record_section_sorter_new:
 * @spec: a list with sections
 *
 * Returns: (transfer full): their order
 */
GtkSorter *
ent_record_section_sorter_new (const EntRecordSpec *spec)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_sections, (gpointer) spec, NULL));
}

/**
 * ent_record_order_sorter_new:
 * @spec: a list
 *
 * Returns: (transfer full): the order in which a list shows its items: its own, or the smallest
 *   first, by title where they are equal
 */
GtkSorter *
ent_record_order_sorter_new (const EntRecordSpec *spec)
{
  if (spec->compare)
    return GTK_SORTER (gtk_custom_sorter_new (compare_as_spec_says, (gpointer) spec, NULL));

  return GTK_SORTER (gtk_custom_sorter_new (compare_order, NULL, NULL));
}

static gboolean
show_first_heading_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  gint64 first = GPOINTER_TO_SIZE (user_data);

  /* In the frame in which it was mapped it has not yet got its rows. */
  if (gdk_frame_clock_get_frame_counter (clock) <= first + 1)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  return G_SOURCE_REMOVE;
}

static void
first_mapped_cb (GtkWidget *list)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  g_signal_handlers_disconnect_by_func (list, first_mapped_cb, NULL);
  gtk_widget_add_tick_callback (list, show_first_heading_cb, GSIZE_TO_POINTER ((gsize) frame),
                                NULL);
}

/**
 * ent_record_list_start_at_heading:
 * @list: a list with sections
 *
 * A list that is shown for the first time begins at its first row, the heading over it out of
 * sight: this one begins at the heading.
 */
void
ent_record_list_start_at_heading (GtkWidget *list)
{
  g_signal_connect (list, "map", G_CALLBACK (first_mapped_cb), NULL);
}
