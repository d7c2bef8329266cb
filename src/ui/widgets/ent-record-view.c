/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-record-view.h"

#include <glib/gi18n-lib.h>

#include "model/ent-page.h"
#include "ui/widgets/ent-list-cells.h"
#include "ui/widgets/ent-list-menu.h"
#include "ui/widgets/ent-merge-dialog.h"
#include "ui/widgets/ent-record-columns.h"
#include "ui/widgets/ent-record-model.h"
#include "ui/widgets/ent-record-page.h"
#include "ui/widgets/ent-record-selection.h"
#include "ui/widgets/ent-save-status.h"
#include "ui/widgets/ent-undo-buttons.h"

/* The page of the stack that holds the form beside list and table. */
#define FORM "form"

struct _EntRecordView
{
  AdwBreakpointBin parent_instance;

  EntSession *session;
  const EntRecordSpec *spec;
  GSettings *settings;
  EntRecord *shown; /* whose page is shown */
  EntRecordModel *model;
  EntRecordFilter *filter;
  GtkFilterListModel *listed;
  GtkFilterListModel *filtered;
  GtkSingleSelection *list_selection;
  GtkSingleSelection *table_selection;

  AdwNavigationSplitView *split;
  AdwNavigationPage *list_page;
  AdwNavigationPage *page;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkButton *new_button;
  GtkToggleButton *layout_button;
  GtkToggleButton *form_button;
  GtkStack *list_stack;
  GtkStack *page_stack;
  GtkListView *list_view;
  GtkColumnView *table_view;
  GtkLabel *count_label;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  AdwStatusPage *nothing_page;
  GtkButton *nothing_button;
  AdwStatusPage *none_page;
  GtkMenuButton *page_menu_button;
  AdwBin *undo_slot;
  AdwBin *list_undo_slot;
  AdwBin *chips_slot;
  AdwBin *save_slot;
  AdwBin *menu_slot;
  AdwBin *page_slot;
  gboolean selecting; /* the selection follows the page, not the page the selection */
};

G_DEFINE_FINAL_TYPE (EntRecordView, ent_record_view, ADW_TYPE_BREAKPOINT_BIN)

static void
update_actions (EntRecordView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", self->shown != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_menu_button), self->shown != NULL);
}

/* Marks what the page shows in both lists; nothing where filters hide it. */
static void
select_shown (EntRecordView *self)
{
  self->selecting = TRUE;
  ent_record_selection_select (self->list_selection, self->shown);
  ent_record_selection_select (self->table_selection, self->shown);
  self->selecting = FALSE;
}

/* So that the row of a page one was led to is in sight. */
static void
scroll_to_shown (EntRecordView *self)
{
  guint position = gtk_single_selection_get_selected (self->list_selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
show_page_title (EntRecordView *self)
{
  g_autofree char *title
      = ent_record_dup_title (self->shown, ent_session_get_project (self->session),
                              ent_session_get_lang (self->session));

  adw_navigation_page_set_title (self->page, title);
}

static void
fill_page (EntRecordView *self, EntRecord *record)
{
  if (record && record == self->shown)
    return;

  g_set_object (&self->shown, record);
  adw_bin_set_child (self->page_slot,
                     record ? self->spec->create_page (self->session, record) : NULL);
  gtk_stack_set_visible_child_name (self->page_stack, record ? "record" : "none");
  if (record)
    show_page_title (self);
  select_shown (self);
  update_actions (self);
}

static void
show_page (EntRecordView *self, EntRecord *record)
{
  fill_page (self, record);
  adw_navigation_split_view_set_show_content (self->split, record != NULL);
}

/* Out of sight neither has rows: they would all be made and kept for nothing. */
static void
attach_models (EntRecordView *self, gboolean table)
{
  gtk_list_view_set_model (self->list_view,
                           table ? NULL : GTK_SELECTION_MODEL (self->list_selection));
  gtk_column_view_set_model (self->table_view,
                             table ? GTK_SELECTION_MODEL (self->table_selection) : NULL);
}

/* Which of the list's states is shown: rows, nothing at all, or nothing that fits. */
static void
update_list (EntRecordView *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->listed));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  g_autofree char *count = self->spec->dup_count (n_shown, n_all);
  const char *child = "list";

  if (n_all == 0)
    child = "empty";
  else if (gtk_toggle_button_get_active (self->form_button))
    child = FORM;
  else if (n_shown == 0)
    child = "nothing";
  else if (gtk_toggle_button_get_active (self->layout_button)
           && !adw_navigation_split_view_get_collapsed (self->split))
    child = "table";
  attach_models (self, g_str_equal (child, "table"));
  gtk_stack_set_visible_child_name (self->list_stack, child);
  gtk_label_set_text (self->count_label, count);
}

static void
project_changed_cb (EntRecordView *self)
{
  EntProject *project = ent_session_get_project (self->session);

  if (self->shown && !ent_project_get (project, ent_record_get_id (self->shown)))
    show_page (self, NULL);
  else if (self->shown)
    show_page_title (self);
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

static GtkSingleSelection *
get_selection (EntRecordView *self)
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
  first = g_list_model_get_item (G_LIST_MODEL (get_selection (self)), 0);
  if (!first)
    return;
  if (!adw_navigation_split_view_get_collapsed (self->split))
    fill_page (self, first->record);
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

static void
show_all_cb (EntRecordView *self)
{
  gtk_editable_set_text (self->search_entry, "");
  ent_record_filter_show_all (self->filter);
}

static void
show_all_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_all_cb (ENT_RECORD_VIEW (widget));
}

static void
activated_cb (EntRecordView *self, guint position, GtkWidget *list)
{
  GListModel *model = GTK_IS_LIST_VIEW (list)
                          ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))
                          : G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)));
  g_autoptr (EntRecordItem) item = g_list_model_get_item (model, position);

  if (item)
    show_page (self, item->record);
}

/* Beside the list the page follows the selection, so that arrows leaf through the records;
 * where list and page take turns, only Enter or a click turns the page. */
static void
selected_cb (EntRecordView *self, GParamSpec *pspec, GtkSingleSelection *selection)
{
  EntRecordItem *item = gtk_single_selection_get_selected_item (selection);

  if (item && !self->selecting && !adw_navigation_split_view_get_collapsed (self->split))
    fill_page (self, item->record);
}

static void
delete_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntRecordView *self = ENT_RECORD_VIEW (widget);

  if (self->shown)
    ent_session_delete (self->session, ent_record_get_id (self->shown));
}

static void
merge_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntRecordView *self = ENT_RECORD_VIEW (widget);

  if (self->shown)
    ent_merge_dialog_present (widget, self->session, self->shown);
}

static void
history_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntRecordView *self = ENT_RECORD_VIEW (widget);

  if (self->shown)
    gtk_widget_activate_action (widget, "win.history-of", "x", ent_record_get_id (self->shown));
}

/* What is marked in the list, which the page may not show while a filter hides it. */
static void
delete_selected_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntRecordView *self = ENT_RECORD_VIEW (widget);
  EntRecordItem *item = gtk_single_selection_get_selected_item (get_selection (self));

  if (item)
    ent_session_delete (self->session, ent_record_get_id (item->record));
}

static void
ent_record_view_dispose (GObject *object)
{
  EntRecordView *self = ENT_RECORD_VIEW (object);

  /* The bin would unparent its child once more after the template has let go of it. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_RECORD_VIEW);
  g_clear_object (&self->shown);
  g_clear_object (&self->list_selection);
  g_clear_object (&self->table_selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->listed);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_record_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, split);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, list_page);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, page);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, new_button);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, layout_button);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, form_button);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, page_stack);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, list_view);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, table_view);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, count_label);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, empty_button);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, nothing_button);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, none_page);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, page_menu_button);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, undo_slot);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, list_undo_slot);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, chips_slot);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, save_slot);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, menu_slot);
  gtk_widget_class_bind_template_child (widget_class, EntRecordView, page_slot);
}

static void
ent_record_view_class_init (EntRecordViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_record_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-record-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, layout_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "record.show-all", NULL, show_all_action_cb);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "record.merge", NULL, merge_action_cb);
  gtk_widget_class_install_action (widget_class, "record.history", NULL, history_action_cb);
  gtk_widget_class_install_action (widget_class, "record.delete-selected", NULL,
                                   delete_selected_action_cb);
}

static void
ent_record_view_init (EntRecordView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* What differs from place to place. */
static void
apply_spec (EntRecordView *self)
{
  const EntRecordSpec *spec = self->spec;
  g_autoptr (GMenuModel) menu = ent_record_menu_new (spec);

  adw_navigation_page_set_title (self->list_page, _(spec->title));
  adw_navigation_page_set_title (self->page, _(spec->page_title));
  set_name (GTK_WIDGET (self->list_view), _(spec->title));
  set_name (GTK_WIDGET (self->table_view), _(spec->title));
  set_name (GTK_WIDGET (self->search_entry), _(spec->search_label));
  g_object_set (self->search_entry, "placeholder-text", _(spec->search_hint), NULL);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->new_button), _(spec->new_tooltip));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->new_button), spec->new_action);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), spec->new_action);
  gtk_button_set_label (self->empty_button, _(spec->new_label));
  gtk_button_set_label (self->nothing_button, _(spec->show_all_label));

  adw_status_page_set_icon_name (self->empty_page, spec->icon);
  adw_status_page_set_title (self->empty_page, _(spec->empty_title));
  adw_status_page_set_description (self->empty_page, _(spec->empty_text));
  adw_status_page_set_description (self->nothing_page, _(spec->nothing_text));
  adw_status_page_set_icon_name (self->none_page, spec->icon);
  adw_status_page_set_title (self->none_page, _(spec->unchosen_title));
  adw_status_page_set_description (self->none_page, _(spec->unchosen_text));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->page_menu_button), _(spec->menu_tooltip));
  gtk_menu_button_set_menu_model (self->page_menu_button, menu);
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
  GtkFilter *listed = GTK_FILTER (
      gtk_custom_filter_new (is_listed, (gpointer) self->spec, NULL));

  self->listed = gtk_filter_list_model_new (
      g_object_ref (ent_record_model_get_list (self->model)), listed);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->listed)),
                                              g_object_ref (GTK_FILTER (self->filter)));
}

/* Headings over the sections of the list. */
static void
add_sections (EntRecordView *self)
{
  GtkSortListModel *sorted
      = GTK_SORT_LIST_MODEL (gtk_single_selection_get_model (self->list_selection));
  g_autoptr (GtkSorter) sections = ent_record_section_sorter_new (self->spec);
  g_autoptr (GtkListItemFactory) headers = ent_record_header_factory_new (self->spec);

  gtk_sort_list_model_set_section_sorter (sorted, sections);
  gtk_list_view_set_header_factory (self->list_view, headers);
  ent_record_list_start_at_heading (GTK_WIDGET (self->list_view));
}

static void
connect_lists (EntRecordView *self)
{
  g_autoptr (GtkSorter) order = ent_record_order_sorter_new (self->spec);
  g_autoptr (GtkListItemFactory) factory = ent_record_row_factory_new ();

  filter_items (self);
  self->list_selection = ent_record_selection_new (G_LIST_MODEL (self->filtered), order);
  if (self->spec->compare_sections)
    add_sections (self);
  gtk_list_view_set_factory (self->list_view, factory);

  ent_record_columns_append (self->table_view, self->spec);
  ent_record_list_add_delete_key (GTK_WIDGET (self->list_stack));
  self->table_selection
      = ent_record_selection_new (G_LIST_MODEL (self->filtered),
                                  gtk_column_view_get_sorter (self->table_view));

  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::collapsed", G_CALLBACK (update_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list_selection, "notify::selected-item",
                           G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table_selection, "notify::selected-item",
                           G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  update_list (self);
}

static void
sort_changed_cb (EntRecordView *self)
{
  GtkColumnViewSorter *sorter
      = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table_view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending
      = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  g_settings_set_string (self->settings, self->spec->sort_key,
                         column ? gtk_column_view_column_get_id (column) : "");
  g_settings_set_boolean (self->settings, self->spec->descending_key, descending);
}

/* List or table, and the order of the table, as they were left. */
static void
restore_layout (EntRecordView *self)
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

static EntCells *
create_cells (GtkWidget *widget, gboolean chosen)
{
  EntRecordView *self = ENT_RECORD_VIEW (widget);

  return ent_list_cells_of_selection (self->spec, get_selection (self), chosen);
}

static void
add_list_menu (EntRecordView *self)
{
  GtkWidget *menu
      = ent_list_menu_new (self->session, self->spec->table, NULL, _(self->spec->title));

  adw_bin_set_child (self->menu_slot, menu);
  ent_list_menu_attach (ENT_LIST_MENU (menu), GTK_WIDGET (self->list_stack), create_cells,
                        GTK_WIDGET (self));
}

/**
 * ent_record_view_new:
 * @session: the session
 * @spec: what is listed; must outlive the view
 * @filter: which of them the list shows
 * @settings: where the form and the order of the list are kept
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
ent_record_view_new (EntSession *session,
                     const EntRecordSpec *spec,
                     EntRecordFilter *filter,
                     GSettings *settings)
{
  EntRecordView *self = g_object_new (ENT_TYPE_RECORD_VIEW, NULL);

  self->session = g_object_ref (session);
  self->spec = spec;
  self->filter = g_object_ref (filter);
  self->settings = g_object_ref (settings);
  self->model = ent_record_model_new (session, spec);
  adw_bin_set_child (self->undo_slot, ent_undo_buttons_new (session));
  adw_bin_set_child (self->list_undo_slot, ent_undo_buttons_new (session));
  adw_bin_set_child (self->save_slot, ent_save_status_new (ent_session_get_file (session)));
  apply_spec (self);
  add_list_menu (self);
  connect_lists (self);
  restore_layout (self);
  update_actions (self);
  g_signal_connect_object (ent_session_get_project (session), "changed",
                           G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * ent_record_view_get_items:
 * @self: a view
 *
 * Returns: (transfer none): an #EntRecordItem for every record of the list, shown or not
 */
GListModel *
ent_record_view_get_items (EntRecordView *self)
{
  return G_LIST_MODEL (self->listed);
}

/**
 * ent_record_view_get_filtered:
 * @self: a view
 *
 * Returns: (transfer none): the items that its filter lets through
 */
GListModel *
ent_record_view_get_filtered (EntRecordView *self)
{
  return G_LIST_MODEL (self->filtered);
}

/**
 * ent_record_view_get_shown:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the record whose page is shown
 */
EntRecord *
ent_record_view_get_shown (EntRecordView *self)
{
  return self->shown;
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

/* What stands over the list: chips of the filter, or a choice between lists. */
void
ent_record_view_set_chips (EntRecordView *self, GtkWidget *chips)
{
  adw_bin_set_child (self->chips_slot, chips);
}

/**
 * ent_record_view_show:
 * @self: a view
 * @id: a record
 *
 * Goes to the page on which a record is seen, whatever the filters hide: its own, or that of
 * what it hangs on, where its row is opened.
 *
 * Returns: whether that page is one of the list
 */
gboolean
ent_record_view_show (EntRecordView *self, EntId id)
{
  EntProject *project = ent_session_get_project (self->session);
  EntRecord *record = ent_project_get (project, id);
  EntRecord *page = record ? ent_record_find_page (record, project) : NULL;

  if (!page || !ent_record_is (page, self->spec->table))
    return FALSE;

  show_page (self, page);
  scroll_to_shown (self);
  ent_record_page_grab_row (ENT_RECORD_PAGE (adw_bin_get_child (self->page_slot)), record);
  return TRUE;
}

/**
 * ent_record_view_search:
 * @self: a view
 *
 * Opens the search of the list (Ctrl+F).
 */
void
ent_record_view_search (EntRecordView *self)
{
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
