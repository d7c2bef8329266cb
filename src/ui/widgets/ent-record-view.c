/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-record-view-private.h"

#include <glib/gi18n-lib.h>

#include "model/ent-page.h"
#include "ui/widgets/ent-list-cells.h"
#include "ui/widgets/ent-list-menu.h"
#include "ui/widgets/ent-merge-dialog.h"
#include "ui/widgets/ent-record-page.h"
#include "ui/widgets/ent-record-selection.h"
#include "ui/widgets/ent-save-status.h"
#include "ui/widgets/ent-undo-buttons.h"

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
  guint in_list = gtk_single_selection_get_selected (self->list_selection);
  guint in_table = gtk_single_selection_get_selected (self->table_selection);

  /* The one out of sight has no rows. */
  if (gtk_list_view_get_model (self->list_view) && in_list != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, in_list, GTK_LIST_SCROLL_NONE, NULL);
  if (gtk_column_view_get_model (self->table_view) && in_table != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->table_view, in_table, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
show_page_title (EntRecordView *self)
{
  g_autofree char *title = ent_record_dup_title (
      self->shown, ent_session_get_project (self->session), ent_session_get_lang (self->session));

  adw_navigation_page_set_title (self->page, title);
}

/* Turns the page beside the list to @record, or to none. */
void
ent_record_view_fill_page (EntRecordView *self, EntRecord *record)
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

/* The same, and goes to it where list and page take turns. */
void
ent_record_view_show_page (EntRecordView *self, EntRecord *record)
{
  ent_record_view_fill_page (self, record);
  adw_navigation_split_view_set_show_content (self->split, record != NULL);
}

/* The row of a page that was shown before the list had rows. */
static void
filled_cb (EntRecordView *self)
{
  select_shown (self);
  scroll_to_shown (self);
}

static void
project_changed_cb (EntRecordView *self)
{
  EntProject *project = ent_session_get_project (self->session);

  if (self->shown && !ent_project_get (project, ent_record_get_id (self->shown)))
    ent_record_view_show_page (self, NULL);
  else if (self->shown)
    show_page_title (self);
}

static void
show_all_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ent_record_view_show_all (ENT_RECORD_VIEW (widget));
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

static void
copy_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntRecordView *self = ENT_RECORD_VIEW (widget);

  if (self->shown)
    ent_record_page_copy_head (ENT_RECORD_PAGE (adw_bin_get_child (self->page_slot)));
}

/* What is marked in the list, which the page may not show while a filter hides it. */
static void
delete_selected_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntRecordView *self = ENT_RECORD_VIEW (widget);
  EntRecordItem *item = gtk_single_selection_get_selected_item (
      ent_record_view_get_selection (self));

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
  ent_record_view_bind_lists (widget_class);

  gtk_widget_class_install_action (widget_class, "record.show-all", NULL, show_all_action_cb);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "record.merge", NULL, merge_action_cb);
  gtk_widget_class_install_action (widget_class, "record.copy", NULL, copy_action_cb);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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

static EntCells *
create_cells (GtkWidget *widget, gboolean chosen)
{
  EntRecordView *self = ENT_RECORD_VIEW (widget);

  return ent_list_cells_of_selection (self->spec, ent_record_view_get_selection (self), chosen);
}

static void
add_list_menu (EntRecordView *self)
{
  GtkWidget *menu = ent_list_menu_new (self->session, self->spec->table, NULL, NULL,
                                       _(self->spec->title));

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
  ent_record_view_connect_lists (self);
  g_signal_connect_object (self->model, "filled", G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);
  ent_record_view_restore_layout (self);
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

  ent_record_view_show_page (self, page);
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
