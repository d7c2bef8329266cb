/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-record-view-private.h"

#include "ui/widgets/ent-record-columns.h"
#include "ui/widgets/ent-record-selection.h"

/* The forms of the list (list, table or another), what is chosen in them, and their search. */

/* The page of the stack that holds the form beside list and table. */
#define FORM "form"

/* Out of sight neither has rows: they would all be made and kept for nothing. */
static void
attach_models (EntRecordView *self, const char *child)
{
  gboolean list = g_str_equal (child, "list");
  gboolean table = g_str_equal (child, "table");

  gtk_list_view_set_model (self->list_view,
                           list ? GTK_SELECTION_MODEL (self->list_selection) : NULL);
  gtk_column_view_set_model (self->table_view,
                             table ? GTK_SELECTION_MODEL (self->table_selection) : NULL);
}

/* Which of the list's states is shown: rows, nothing at all, or nothing that fits. */
static void
update_list (EntRecordView *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->listed));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  gboolean filling = ent_record_model_is_filling (self->model);
  g_autofree char *count = filling ? g_strdup ("") : self->spec->dup_count (n_shown, n_all);
  const char *child = "list";

  if (n_all == 0 && !filling)
    child = "empty";
  else if (gtk_toggle_button_get_active (self->form_button))
    child = FORM;
  else if (n_shown == 0 && !filling)
    child = "nothing";
  else if (gtk_toggle_button_get_active (self->layout_button)
           && !adw_navigation_split_view_get_collapsed (self->split))
    child = "table";
  attach_models (self, child);
  gtk_stack_set_visible_child_name (self->list_stack, child);
  gtk_label_set_text (self->count_label, count);
}

/* A table, and another form of the list, want more room than a list does. */
static void
form_changed (EntRecordView *self, const char *name)
{
  gboolean wide = !g_str_equal (name, "list");

  g_settings_set_string (self->settings, self->spec->form_key, name);
  adw_navigation_split_view_set_max_sidebar_width (self->split, wide ? 900 : 460);
  adw_navigation_split_view_set_sidebar_width_fraction (self->split, wide ? 0.6 : 0.4);
  update_list (self);
}

static void
layout_toggled_cb (EntRecordView *self)
{
  gboolean table = gtk_toggle_button_get_active (self->layout_button);

  if (table)
    gtk_toggle_button_set_active (self->form_button, FALSE);
  if (table || !gtk_toggle_button_get_active (self->form_button))
    form_changed (self, table ? "table" : "list");
}

static void
form_toggled_cb (EntRecordView *self)
{
  gboolean form = gtk_toggle_button_get_active (self->form_button);

  if (form)
    gtk_toggle_button_set_active (self->layout_button, FALSE);
  if (form || !gtk_toggle_button_get_active (self->layout_button))
    form_changed (self, form ? gtk_widget_get_name (GTK_WIDGET (self->form_button)) : "list");
}

static void
search_changed_cb (EntRecordView *self)
{
  ent_record_filter_set_query (self->filter, gtk_editable_get_text (self->search_entry));
}

static gboolean
shows_table (EntRecordView *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->list_stack), "table");
}

/* That of the list or of the table, whichever is in sight. */
GtkSingleSelection *
ent_record_view_get_selection (EntRecordView *self)
{
  return shows_table (self) ? self->table_selection : self->list_selection;
}

/* Enter goes from the search to what it found, the first of them already open. */
static void
search_activated_cb (EntRecordView *self)
{
  g_autoptr (EntRecordItem) first = NULL;

  /* The entry tells of what is typed a little later; Enter is meant for all of it. */
  search_changed_cb (self);
  first = g_list_model_get_item (G_LIST_MODEL (ent_record_view_get_selection (self)), 0);
  if (!first)
    return;
  if (!adw_navigation_split_view_get_collapsed (self->split))
    ent_record_view_fill_page (self, first->record);
  if (ent_record_view_get_visible_form (self))
    {
      gtk_widget_grab_focus (ent_record_view_get_visible_form (self));
      return;
    }
  if (shows_table (self))
    gtk_column_view_scroll_to (self->table_view, 0, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (shows_table (self) ? GTK_WIDGET (self->table_view)
                                            : GTK_WIDGET (self->list_view));
}

/**
 * ent_record_view_show_all:
 * @self: a view
 *
 * Ends the search and lets the filters pass everything.
 */
void
ent_record_view_show_all (EntRecordView *self)
{
  gtk_editable_set_text (self->search_entry, "");
  ent_record_filter_show_all (self->filter);
}

static void
activated_cb (EntRecordView *self, guint position, GtkWidget *list)
{
  GListModel *model = GTK_IS_LIST_VIEW (list)
                          ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))
                          : G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)));
  g_autoptr (EntRecordItem) item = g_list_model_get_item (model, position);

  if (item)
    ent_record_view_show_page (self, item->record);
}

/* Beside the list the page follows the selection, so that arrows leaf through the records;
 * where list and page take turns, only Enter or a click turns the page. */
static void
selected_cb (EntRecordView *self, GParamSpec *pspec, GtkSingleSelection *selection)
{
  EntRecordItem *item = gtk_single_selection_get_selected_item (selection);

  if (item && !self->selecting && !adw_navigation_split_view_get_collapsed (self->split))
    ent_record_view_fill_page (self, item->record);
}

static gboolean
is_listed (gpointer item, gpointer user_data)
{
  const EntRecordSpec *spec = user_data;

  return spec->lists == NULL || spec->lists (item);
}

static void
filter_items (EntRecordView *self)
{
  GtkFilter *listed = GTK_FILTER (gtk_custom_filter_new (is_listed, (gpointer) self->spec, NULL));

  self->listed = gtk_filter_list_model_new (g_object_ref (ent_record_model_get_list (self->model)),
                                            listed);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->listed)),
                                              g_object_ref (GTK_FILTER (self->filter)));
}

/* Headings over the sections of the list. */
static void
add_sections (EntRecordView *self)
{
  g_autoptr (GtkListItemFactory) headers = ent_record_header_factory_new (self->spec);

  gtk_list_view_set_header_factory (self->list_view, headers);
  ent_record_list_start_at_heading (GTK_WIDGET (self->list_view));
}

/**
 * ent_record_view_connect_lists:
 * @self: a view with its spec, its model and its filter
 *
 * Fills list and table, in the order they have.
 */
void
ent_record_view_connect_lists (EntRecordView *self)
{
  g_autoptr (GtkSorter) order = ent_record_order_sorter_new (self->spec);
  g_autoptr (GtkSorter)
      sections = self->spec->compare_sections ? ent_record_section_sorter_new (self->spec) : NULL;
  g_autoptr (GtkListItemFactory) factory = ent_record_row_factory_new ();

  filter_items (self);
  self->list_selection = ent_record_selection_new (G_LIST_MODEL (self->filtered), order, sections);
  if (self->spec->compare_sections)
    add_sections (self);
  gtk_list_view_set_factory (self->list_view, factory);

  ent_record_columns_append (self->table_view, self->spec);
  ent_record_list_add_delete_key (GTK_WIDGET (self->list_stack));
  self->table_selection = ent_record_selection_new (
      G_LIST_MODEL (self->filtered), gtk_column_view_get_sorter (self->table_view), NULL);

  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "filled", G_CALLBACK (update_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::collapsed", G_CALLBACK (update_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list_selection, "notify::selected-item", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table_selection, "notify::selected-item", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  update_list (self);
}

static void
sort_changed_cb (EntRecordView *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (
      gtk_column_view_get_sorter (self->table_view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending = gtk_column_view_sorter_get_primary_sort_order (sorter)
                        == GTK_SORT_DESCENDING;

  g_settings_set_string (self->settings, self->spec->sort_key,
                         column ? gtk_column_view_column_get_id (column) : "");
  g_settings_set_boolean (self->settings, self->spec->descending_key, descending);
}

/**
 * ent_record_view_restore_layout:
 * @self: a view whose lists are connected
 *
 * Shows list or table, and the order of the table, as they were left.
 */
void
ent_record_view_restore_layout (EntRecordView *self)
{
  g_autofree char *form = g_settings_get_string (self->settings, self->spec->form_key);
  g_autofree char *id = g_settings_get_string (self->settings, self->spec->sort_key);
  gboolean descending = g_settings_get_boolean (self->settings, self->spec->descending_key);
  GListModel *columns = gtk_column_view_get_columns (self->table_view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        gtk_column_view_sort_by_column (self->table_view, column,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
  g_signal_connect_object (gtk_column_view_get_sorter (self->table_view), "changed",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (self->layout_button, g_str_equal (form, "table"));
}

/**
 * ent_record_view_bind_lists:
 * @widget_class: the class of the view
 *
 * Binds what the template calls of this file.
 */
void
ent_record_view_bind_lists (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, layout_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_all_cb",
                                                G_CALLBACK (ent_record_view_show_all));
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

/**
 * ent_record_view_add_form:
 * @self: a view without one
 * @name: what the settings call it
 * @icon: of the button that chooses it
 * @tooltip: of that button, in the language of the interface
 * @form: what shows the same records otherwise than a list does
 *
 * Offers another form of the list, beside list and table.
 */
void
ent_record_view_add_form (
    EntRecordView *self, const char *name, const char *icon, const char *tooltip, GtkWidget *form)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, self->spec->form_key);

  gtk_stack_add_named (self->list_stack, form, FORM);
  gtk_widget_set_name (GTK_WIDGET (self->form_button), name);
  gtk_button_set_icon_name (GTK_BUTTON (self->form_button), icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->form_button), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->form_button), TRUE);
  gtk_toggle_button_set_active (self->form_button, g_str_equal (chosen, name));
}

/* The other form while it is chosen, else NULL. */
GtkWidget *
ent_record_view_get_visible_form (EntRecordView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->list_stack), FORM) == 0
             ? gtk_stack_get_visible_child (self->list_stack)
             : NULL;
}

/**
 * ent_record_view_toggle_form:
 * @self: a view
 *
 * Goes from the list to its other form, and back, with the focus in it.
 */
void
ent_record_view_toggle_form (EntRecordView *self)
{
  GtkWidget *form;

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_toggle_button_set_active (self->form_button,
                                !gtk_toggle_button_get_active (self->form_button));
  form = ent_record_view_get_visible_form (self);
  gtk_widget_grab_focus (form ? form : GTK_WIDGET (self->list_view));
}
