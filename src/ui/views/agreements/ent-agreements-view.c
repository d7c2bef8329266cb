/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreements-view.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "ui/ent-settings.h"
#include "ui/views/agreements/ent-agreement-columns.h"
#include "ui/views/agreements/ent-agreement-filter-bar.h"
#include "ui/views/agreements/ent-agreement-model.h"
#include "ui/views/agreements/ent-agreement-page.h"
#include "ui/widgets/ent-save-status.h"
#include "ui/widgets/ent-undo-buttons.h"

struct _EntAgreementsView
{
  AdwBreakpointBin parent_instance;

  EntSession *session;
  EntAgreementModel *model;
  EntAgreementFilter *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *list_selection;
  GtkSingleSelection *table_selection;

  AdwNavigationSplitView *split;
  AdwWindowTitle *list_title;
  AdwNavigationPage *page;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkToggleButton *layout_button;
  GtkStack *list_stack;
  GtkStack *page_stack;
  GtkListView *list_view;
  GtkColumnView *table_view;
  GtkLabel *count_label;
  AdwBin *undo_slot;
  AdwBin *chips_slot;
  AdwBin *save_slot;
  AdwBin *page_slot;
  gboolean selecting; /* the selection follows the page, not the page the selection */
};

G_DEFINE_FINAL_TYPE (EntAgreementsView, ent_agreements_view, ADW_TYPE_BREAKPOINT_BIN)

static EntAgreement *
get_shown (EntAgreementsView *self)
{
  GtkWidget *page = adw_bin_get_child (self->page_slot);

  return page ? ent_agreement_page_get_agreement (ENT_AGREEMENT_PAGE (page)) : NULL;
}

static void
update_actions (EntAgreementsView *self)
{
  gboolean shown = get_shown (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreements.delete", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreements.export-sheet", shown);
}

static void
select_in (GtkSingleSelection *selection, EntAgreement *agreement)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (selection));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n_items && agreement; i++)
    {
      g_autoptr (EntAgreementItem) item = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if (item->agreement == agreement)
        position = i;
    }
  gtk_single_selection_set_selected (selection, position);
}

/* Marks what the page shows in both lists; nothing where filters hide it. */
static void
select_shown (EntAgreementsView *self)
{
  self->selecting = TRUE;
  select_in (self->list_selection, get_shown (self));
  select_in (self->table_selection, get_shown (self));
  self->selecting = FALSE;
}

static void
fill_page (EntAgreementsView *self, EntAgreement *agreement)
{
  EntProject *project = ent_session_get_project (self->session);

  if (agreement && agreement == get_shown (self))
    return;

  adw_bin_set_child (self->page_slot,
                     agreement ? ent_agreement_page_new (self->session, agreement) : NULL);
  gtk_stack_set_visible_child_name (self->page_stack, agreement ? "agreement" : "none");
  if (agreement)
    {
      g_autofree char *title = ent_record_dup_title (ENT_RECORD (agreement), project,
                                                     ent_session_get_lang (self->session));

      adw_navigation_page_set_title (self->page, title);
    }
  select_shown (self);
  update_actions (self);
}

static void
show_page (EntAgreementsView *self, EntAgreement *agreement)
{
  fill_page (self, agreement);
  adw_navigation_split_view_set_show_content (self->split, agreement != NULL);
}

/* Which of the list's states is shown: rows, nothing at all, or nothing that fits. */
static void
update_list (EntAgreementsView *self)
{
  guint n_all = g_list_model_get_n_items (ent_agreement_model_get_list (self->model));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  g_autofree char *count = NULL;
  const char *child = "list";

  if (n_all == 0)
    child = "empty";
  else if (n_shown == 0)
    child = "nothing";
  else if (gtk_toggle_button_get_active (self->layout_button)
           && !adw_navigation_split_view_get_collapsed (self->split))
    child = "table";
  gtk_stack_set_visible_child_name (self->list_stack, child);

  count = n_shown == n_all
              ? g_strdup_printf (ngettext ("%u agreement", "%u agreements", n_all), n_all)
              /* Translators: agreements shown, and all of them */
              : g_strdup_printf (ngettext ("%1$u of %2$u agreement", "%1$u of %2$u agreements",
                                           n_all),
                                 n_shown, n_all);
  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->chips_slot), n_all > 0);
}

static void
project_changed_cb (EntAgreementsView *self)
{
  EntAgreement *shown = get_shown (self);
  EntProject *project = ent_session_get_project (self->session);

  if (shown && !ent_project_get (project, ent_record_get_id (ENT_RECORD (shown))))
    show_page (self, NULL);
  else if (shown)
    {
      g_autofree char *title = ent_record_dup_title (ENT_RECORD (shown), project,
                                                     ent_session_get_lang (self->session));

      adw_navigation_page_set_title (self->page, title);
    }
}

static void
layout_toggled_cb (EntAgreementsView *self)
{
  gboolean table = gtk_toggle_button_get_active (self->layout_button);

  g_settings_set_string (ent_settings_get (), "agreements-view", table ? "table" : "list");
  adw_navigation_split_view_set_max_sidebar_width (self->split, table ? 900 : 460);
  adw_navigation_split_view_set_sidebar_width_fraction (self->split, table ? 0.6 : 0.4);
  update_list (self);
}

static void
search_changed_cb (EntAgreementsView *self)
{
  ent_agreement_filter_set_query (self->filter, gtk_editable_get_text (self->search_entry));
}

/* Enter goes from the search to what it found, the first of them already open. */
static void
search_activated_cb (EntAgreementsView *self)
{
  gboolean table = g_str_equal (gtk_stack_get_visible_child_name (self->list_stack), "table");
  GtkSingleSelection *selection = table ? self->table_selection : self->list_selection;
  g_autoptr (EntAgreementItem) first = g_list_model_get_item (G_LIST_MODEL (selection), 0);

  if (!first)
    return;
  if (!adw_navigation_split_view_get_collapsed (self->split))
    fill_page (self, first->agreement);
  if (table)
    gtk_column_view_scroll_to (self->table_view, 0, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (table ? GTK_WIDGET (self->table_view) : GTK_WIDGET (self->list_view));
}

static void
show_all_cb (EntAgreementsView *self)
{
  gtk_editable_set_text (self->search_entry, "");
  ent_agreement_filter_show_all (self->filter);
}

static void
activated_cb (EntAgreementsView *self, guint position, GtkWidget *list)
{
  GListModel *model = GTK_IS_LIST_VIEW (list)
                          ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))
                          : G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)));
  g_autoptr (EntAgreementItem) item = g_list_model_get_item (model, position);

  if (item)
    show_page (self, item->agreement);
}

/* Beside the list the page follows the selection, so that arrows leaf through the agreements;
 * where list and page take turns, only Enter or a click turns the page. */
static void
selected_cb (EntAgreementsView *self, GParamSpec *pspec, GtkSingleSelection *selection)
{
  EntAgreementItem *item = gtk_single_selection_get_selected_item (selection);

  if (item && !self->selecting && !adw_navigation_split_view_get_collapsed (self->split))
    fill_page (self, item->agreement);
}

static void
delete_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntAgreementsView *self = ENT_AGREEMENTS_VIEW (widget);
  EntAgreement *agreement = get_shown (self);

  if (agreement)
    ent_session_delete (self->session, ent_record_get_id (ENT_RECORD (agreement)));
}

static void
export_sheet_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntAgreement *agreement = get_shown (ENT_AGREEMENTS_VIEW (widget));

  if (agreement)
    gtk_widget_activate_action (widget, "win.export-sheet", "x",
                                ent_record_get_id (ENT_RECORD (agreement)));
}

static void
ent_agreements_view_dispose (GObject *object)
{
  EntAgreementsView *self = ENT_AGREEMENTS_VIEW (object);

  /* The bin would unparent its child once more after the template has let go of it. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_AGREEMENTS_VIEW);
  g_clear_object (&self->list_selection);
  g_clear_object (&self->table_selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_agreements_view_parent_class)->dispose (object);
}

static void
ent_agreements_view_class_init (EntAgreementsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_agreements_view_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-agreements-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, split);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, list_title);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, page);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, layout_button);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, page_stack);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, list_view);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, table_view);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, count_label);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, undo_slot);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, chips_slot);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, save_slot);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementsView, page_slot);
  gtk_widget_class_bind_template_callback (widget_class, layout_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "agreements.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "agreements.export-sheet", NULL,
                                   export_sheet_action_cb);
}

static void
ent_agreements_view_init (EntAgreementsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkSingleSelection *
create_selection (GListModel *model, GtkSorter *sorter)
{
  GtkSortListModel *sorted
      = gtk_sort_list_model_new (g_object_ref (model), g_object_ref (sorter));
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (sorted));

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);

  return selection;
}

/* In the lists alone: on the page the key belongs to what is being typed. */
static void
add_delete_key (GtkWidget *list)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                        gtk_named_action_new ("agreements.delete")));
  gtk_widget_add_controller (list, keys);
}

static void
connect_lists (EntAgreementsView *self)
{
  g_autoptr (GtkSorter) next = ent_agreement_next_date_sorter_new ();
  g_autoptr (GtkListItemFactory) factory = ent_agreement_row_factory_new ();

  self->filtered = gtk_filter_list_model_new (
      g_object_ref (ent_agreement_model_get_list (self->model)),
      g_object_ref (GTK_FILTER (self->filter)));

  self->list_selection = create_selection (G_LIST_MODEL (self->filtered), next);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->list_selection));

  ent_agreement_columns_append (self->table_view);
  add_delete_key (GTK_WIDGET (self->list_view));
  add_delete_key (GTK_WIDGET (self->table_view));
  self->table_selection = create_selection (G_LIST_MODEL (self->filtered),
                                            gtk_column_view_get_sorter (self->table_view));
  gtk_column_view_set_model (self->table_view, GTK_SELECTION_MODEL (self->table_selection));

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
sort_changed_cb (EntAgreementsView *self)
{
  GtkColumnViewSorter *sorter
      = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table_view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending
      = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  g_settings_set_string (ent_settings_get (), "agreements-sort-column",
                         column ? gtk_column_view_column_get_id (column) : "");
  g_settings_set_boolean (ent_settings_get (), "agreements-sort-descending", descending);
}

/* List or table, and the order of the table, as they were left. */
static void
restore_layout (EntAgreementsView *self)
{
  g_autofree char *layout = g_settings_get_string (ent_settings_get (), "agreements-view");
  g_autofree char *id = g_settings_get_string (ent_settings_get (), "agreements-sort-column");
  gboolean descending
      = g_settings_get_boolean (ent_settings_get (), "agreements-sort-descending");
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
  gtk_toggle_button_set_active (self->layout_button, g_str_equal (layout, "table"));
}

/**
 * ent_agreements_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): the place Agreements
 */
GtkWidget *
ent_agreements_view_new (EntSession *session)
{
  EntAgreementsView *self = g_object_new (ENT_TYPE_AGREEMENTS_VIEW, NULL);

  self->session = g_object_ref (session);
  self->model = ent_agreement_model_new (session);
  self->filter = ent_agreement_filter_new ();
  adw_bin_set_child (self->undo_slot, ent_undo_buttons_new (session));
  adw_bin_set_child (self->save_slot, ent_save_status_new (ent_session_get_file (session)));
  adw_bin_set_child (self->chips_slot,
                     ent_agreement_filter_bar_new (self->filter,
                                                   ent_agreement_model_get_list (self->model)));
  connect_lists (self);
  restore_layout (self);
  update_actions (self);
  g_signal_connect_object (ent_session_get_project (session), "changed",
                           G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * ent_agreements_view_show:
 * @self: the view
 * @id: a record
 *
 * Goes to the page of an agreement, whatever the filters hide.
 *
 * Returns: whether @id is an agreement
 */
gboolean
ent_agreements_view_show (EntAgreementsView *self, EntId id)
{
  EntRecord *record = ent_project_get (ent_session_get_project (self->session), id);

  if (!record || !ENT_IS_AGREEMENT (record))
    return FALSE;

  show_page (self, ENT_AGREEMENT (record));
  ent_agreement_page_grab_title (ENT_AGREEMENT_PAGE (adw_bin_get_child (self->page_slot)));
  return TRUE;
}

/**
 * ent_agreements_view_search:
 * @self: the view
 *
 * Opens the search of the list (Ctrl+F).
 */
void
ent_agreements_view_search (EntAgreementsView *self)
{
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
