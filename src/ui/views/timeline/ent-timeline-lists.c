/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/timeline/ent-timeline-row.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-list-menu.h"

/* The table that says the same as the drawing, and the list by year of a narrow window. */

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntTimelineRow *first = a, *second = b;
  guint i = GPOINTER_TO_UINT (user_data);
  int order = g_strcmp0 (first->keys[i], second->keys[i]);

  if (order == 0)
    order = (first->days[i] > second->days[i]) - (first->days[i] < second->days[i]);

  return order;
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntTimelineRow *first = a, *second = b;

  return (first->first > second->first) - (first->first < second->first);
}

static int
compare_years (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntTimelineRow *first = a, *second = b;

  return (first->year > second->year) - (first->year < second->year);
}

static GtkSorter *
day_sorter_new (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_days, NULL, NULL));
}

static GtkSorter *
year_sorter_new (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_years, NULL, NULL));
}

static GtkWidget *
create_line (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style_class)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = create_line (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  EntTimelineRow *row = gtk_list_item_get_item (item);
  const char *words = row->words[GPOINTER_TO_UINT (user_data)];
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_set_tooltip_text (label, words);
}

static const struct
{
  const char *title;
  gboolean expand;
  int width;
} columns[ENT_TIMELINE_N_WORDS] = {
  [ENT_TIMELINE_PARTNER] = { N_ ("Partner"), FALSE, 115 },
  [ENT_TIMELINE_TITLE] = { N_ ("Title"), TRUE, 165 },
  [ENT_TIMELINE_SIGNED] = { N_ ("Signed"), FALSE, 160 },
  [ENT_TIMELINE_PEOPLE] = { N_ ("Signatories"), FALSE, 130 },
  [ENT_TIMELINE_START] = { N_ ("In Force From"), FALSE, 105 },
  [ENT_TIMELINE_END] = { N_ ("Ends"), FALSE, 105 },
  [ENT_TIMELINE_STATE] = { N_ ("State"), FALSE, 125 },
  [ENT_TIMELINE_LINEAGE] = { N_ ("Lineage"), FALSE, 130 },
};

/* The lines of the table under the titles of its columns. */
static EntCells *
create_cells (GtkWidget *acts, gboolean chosen)
{
  GListModel *rows = g_object_get_data (G_OBJECT (acts), "ent-rows");
  EntCells *cells = ent_cells_new ();

  ent_cells_begin_row (cells, 1);
  for (guint i = 0; i < ENT_TIMELINE_N_WORDS; i++)
    ent_cells_take_cell (cells, g_strdup (_(columns[i].title)));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (EntTimelineRow) row = g_list_model_get_item (rows, i);

      ent_cells_begin_row (cells, i + 2);
      for (guint word = 0; word < ENT_TIMELINE_N_WORDS; word++)
        ent_cells_take_cell (cells, g_strdup (row->words[word]));
    }
  ent_cells_end (cells);

  return cells;
}

/**
 * ent_timeline_add_acts:
 * @session: the session
 * @place: where "list.copy" and "list.export" work, for its menu and its keys
 * @bar: an #AdwWrapBox in it
 * @rows: (element-type EntTimelineRow): what they give out
 */
void
ent_timeline_add_acts (EntSession *session, GtkWidget *place, GtkWidget *bar, GListModel *rows)
{
  GtkWidget *acts = ent_list_menu_new (session, NULL, NULL, NULL, _("Timeline"));

  g_object_set_data_full (G_OBJECT (acts), "ent-rows", g_object_ref (rows), g_object_unref);
  gtk_widget_set_visible (acts, FALSE);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), acts);
  ent_list_menu_attach (ENT_LIST_MENU (acts), place, create_cells, acts);
}

static void
append_columns (GtkColumnView *view)
{
  for (guint i = 0; i < ENT_TIMELINE_N_WORDS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GtkSorter)
          sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, GUINT_TO_POINTER (i), NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_(columns[i].title), factory);
      if (i != ENT_TIMELINE_LINEAGE && i != ENT_TIMELINE_PEOPLE)
        gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_append_column (view, column);
    }
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), create_line ("heading"));
  gtk_box_append (GTK_BOX (box), create_line (NULL));
  gtk_box_append (GTK_BOX (box), create_line ("caption"));
  gtk_widget_add_css_class (box, "agreement-row");
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  static const guint shown[] = { ENT_TIMELINE_TITLE, ENT_TIMELINE_PARTNER };
  EntTimelineRow *row = gtk_list_item_get_item (item);
  GtkWidget *line = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *name = ent_timeline_row_dup_name (row);
  g_autofree char *state = g_strdup_printf ("%s · %s", row->words[ENT_TIMELINE_SIGNED],
                                            row->words[ENT_TIMELINE_STATE]);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      gtk_label_set_text (GTK_LABEL (line), row->words[shown[i]]);
      line = gtk_widget_get_next_sibling (line);
    }
  gtk_label_set_text (GTK_LABEL (line), state);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_NONE);
  gtk_list_item_set_accessible_label (item, name);
}

static GtkListItemFactory *
row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);

  return factory;
}

static void
setup_year_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = create_line ("heading");

  gtk_widget_set_margin_start (label, 12);
  gtk_list_header_set_child (header, label);
}

static void
bind_year_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  EntTimelineRow *row = gtk_list_header_get_item (header);
  g_autofree char *year = row->year == G_MAXINT ? g_strdup (_("Without a date"))
                                                : g_strdup_printf ("%d", row->year);

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), year);
}

static GtkListItemFactory *
year_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_year_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_year_cb), NULL);

  return factory;
}

static GtkSelectionModel *
create_selection (GListModel *rows, GtkSorter *sorter, GtkSorter *sections)
{
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (rows), g_object_ref (sorter));
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (sorted));

  gtk_sort_list_model_set_section_sorter (sorted, sections);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);

  return GTK_SELECTION_MODEL (selection);
}

/**
 * ent_timeline_fill_list:
 * @view: a list without a model
 * @rows: (element-type EntTimelineRow): what it shows, under the years
 *
 * Returns: (transfer full): its model, to be given to it while it is in sight
 */
GtkSelectionModel *
ent_timeline_fill_list (GtkListView *view, GListModel *rows)
{
  g_autoptr (GtkSorter) days = day_sorter_new ();
  g_autoptr (GtkSorter) years = year_sorter_new ();
  g_autoptr (GtkListItemFactory) factory = row_factory_new ();
  g_autoptr (GtkListItemFactory) headings = year_factory_new ();

  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_header_factory (view, headings);

  return create_selection (rows, days, years);
}

/**
 * ent_timeline_fill_table:
 * @view: a table without columns and model
 * @rows: (element-type EntTimelineRow): what it shows
 *
 * Returns: (transfer full): its model, to be given to it while it is in sight
 */
GtkSelectionModel *
ent_timeline_fill_table (GtkColumnView *view, GListModel *rows)
{
  append_columns (view);
  /* The rows are a list inside the table, which takes the focus under a name of its own. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Agreements by date"), -1);

  return create_selection (rows, gtk_column_view_get_sorter (view), NULL);
}

static gboolean
is_same_row (GListModel *shown, guint position, GPtrArray *rows, guint i)
{
  g_autoptr (EntTimelineRow) row = g_list_model_get_item (shown, position);

  return ent_timeline_row_is_same (row, g_ptr_array_index (rows, i));
}

/**
 * ent_timeline_update_rows:
 * @shown: what the lists show
 * @rows: (element-type EntTimelineRow): what they are to show
 *
 * Rows that say the same stay, so that the lists have as much to do as there is news.
 */
void
ent_timeline_update_rows (GListStore *shown, GPtrArray *rows)
{
  GListModel *model = G_LIST_MODEL (shown);
  guint n_shown = g_list_model_get_n_items (model), same = 0, tail = 0;

  while (same < MIN (n_shown, rows->len) && is_same_row (model, same, rows, same))
    same++;
  while (tail < MIN (n_shown, rows->len) - same
         && is_same_row (model, n_shown - tail - 1, rows, rows->len - tail - 1))
    tail++;
  g_list_store_splice (shown, same, n_shown - same - tail, rows->pdata + same,
                       rows->len - same - tail);
}
