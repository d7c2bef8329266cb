/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-history-page.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "ui/ent-history-item.h"
#include "ui/ent-history-row.h"
#include "ui/widgets/ent-record-columns.h"

/* Entries looked at in one go, which takes some milliseconds. */
#define PIECE 200

/* Lines added before one has to go further down for more. */
#define SCREENFUL 60

/* How near to the end, in heights of the window, the next ones are read. */
#define AHEAD 2.0

struct _EntHistoryPage
{
  AdwNavigationPage parent_instance;

  EntSession *session;
  EntId record; /* whose history it is, ENT_ID_NONE for all */
  gint64 seq;   /* the one step shown, 0 for all */

  GHashTable *family;
  GListStore *items;
  gint64 next;   /* where to go on reading */
  gboolean over; /* nothing more to read */
  guint wanted;  /* lines that are asked for */
  guint reading; /* source */
  char *query;   /* folded, or NULL */

  GtkStack *stack;
  GtkListView *list;
  GtkEditable *entry;
};

enum
{
  SIGNAL_STEP_CHOSEN,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntHistoryPage, ent_history_page, ADW_TYPE_NAVIGATION_PAGE)

static void
take_entry (EntHistoryPage *self, EntEntry *entry)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  ent_history_items_append (lines, self->session, entry, self->record || self->seq, self->record);
  for (guint i = 0; i < lines->len; i++)
    if (!self->query || ent_history_item_matches (g_ptr_array_index (lines, i), self->query))
      g_list_store_append (self->items, g_ptr_array_index (lines, i));
}

static void
read_step (EntHistoryPage *self)
{
  g_autoptr (GError) error = NULL;
  EntEntry *entry = ent_store_get_entry (ent_session_get_store (self->session), self->seq,
                                         ent_words_interface_language (), &error);

  self->over = TRUE;
  if (entry)
    take_entry (self, entry);
  else
    g_signal_emit (self, signals[SIGNAL_DONE], 0, error->message);
}

static void
read_piece (EntHistoryPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ent_store_read_history (
      ent_session_get_store (self->session), self->family, self->next, PIECE,
      ent_words_interface_language (), &self->next, &error);

  self->over = !entries || self->next == 0;
  if (!entries)
    {
      g_signal_emit (self, signals[SIGNAL_DONE], 0, error->message);
      return;
    }
  while (entries->len > 0)
    take_entry (self, g_ptr_array_steal_index (entries, 0));
}

static gboolean
read_cb (gpointer user_data)
{
  EntHistoryPage *self = user_data;
  guint n_items;

  if (self->seq)
    read_step (self);
  else
    read_piece (self);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  if (n_items > 0 || self->over)
    gtk_stack_set_visible_child_name (self->stack, n_items > 0   ? "list"
                                                   : self->query ? "nothing"
                                                                 : "empty");
  if (!self->over && n_items < self->wanted)
    return G_SOURCE_CONTINUE;

  self->reading = 0;
  return G_SOURCE_REMOVE;
}

/* Asks for more lines, which are read while nothing else is to be done. */
static void
read_more (EntHistoryPage *self)
{
  self->wanted = g_list_model_get_n_items (G_LIST_MODEL (self->items)) + SCREENFUL;
  if (!self->over && !self->reading)
    self->reading = g_idle_add (read_cb, self);
}

static void
read_again (EntHistoryPage *self)
{
  g_clear_pointer (&self->family, g_hash_table_unref);
  if (self->record)
    self->family = ent_store_dup_family (ent_session_get_store (self->session), self->record);
  g_list_store_remove_all (self->items);
  self->next = 0;
  self->over = FALSE;
  read_more (self);
}

static void
scrolled_cb (EntHistoryPage *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment);

  if (left < page * (1 + AHEAD))
    read_more (self);
}

static void
search_changed_cb (EntHistoryPage *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  g_free (self->query);
  self->query = *typed ? ent_text_fold (typed) : NULL;
  read_again (self);
}

static void
activated_cb (EntHistoryPage *self, guint position)
{
  g_autoptr (EntHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item && item->kind == ENT_HISTORY_STEP)
    g_signal_emit (self, signals[SIGNAL_STEP_CHOSEN], 0, item->entry->seq);
}

static void
restore_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntHistoryPage *self = ENT_HISTORY_PAGE (widget);
  g_autoptr (EntHistoryItem)
      item = g_list_model_get_item (G_LIST_MODEL (self->items), g_variant_get_uint32 (parameter));
  EntStore *store = ent_session_get_store (self->session);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!item)
    return;
  if (item->kind == ENT_HISTORY_DELETED)
    done = ent_store_bring_back (store, item->entry->seq, &error);
  else
    done = ent_store_restore_value (store, item->change, &error);

  if (!done)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, error->message);
  else
    g_signal_emit (self, signals[SIGNAL_DONE], 0,
                   item->kind == ENT_HISTORY_DELETED ? _("Brought Back") : _("Value Restored"));
}

static void
ent_history_page_dispose (GObject *object)
{
  EntHistoryPage *self = ENT_HISTORY_PAGE (object);

  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_pointer (&self->family, g_hash_table_unref);
  g_clear_pointer (&self->query, g_free);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_history_page_parent_class)->dispose (object);
}

static void
ent_history_page_class_init (EntHistoryPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_history_page_dispose;

  signals[SIGNAL_STEP_CHOSEN] = g_signal_new ("step-chosen", ENT_TYPE_HISTORY_PAGE, 0, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_DONE] = g_signal_new ("done", ENT_TYPE_HISTORY_PAGE, 0, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "history.restore", "u",
                                   restore_action_cb);
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntHistoryItem *left = a, *right = b;

  return (left->day < right->day) - (left->day > right->day);
}

static GtkWidget *
create_list (EntHistoryPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GtkListItemFactory) rows = ent_history_row_factory_new ();
  g_autoptr (GtkListItemFactory) headings = ent_history_heading_factory_new ();
  g_autoptr (GtkSorter) days = GTK_SORTER (gtk_custom_sorter_new (compare_days, NULL, NULL));
  GtkSortListModel *sorted;
  GtkAdjustment *adjustment;

  self->items = g_list_store_new (ENT_TYPE_HISTORY_ITEM);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, days);
  self->list = GTK_LIST_VIEW (
      gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted))), NULL));
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headings);
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("History"), -1);
  ent_record_list_start_at_heading (GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);

  return scrolled;
}

static void
add_status (EntHistoryPage *self, const char *name, const char *title, const char *words)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-recent-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), words);
  gtk_stack_add_named (self->stack, page, name);
}

static void
ent_history_page_init (EntHistoryPage *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, adw_spinner_new (), "reading");
  gtk_stack_add_named (self->stack, create_list (self), "list");
  add_status (self, "empty",
              _("No Changes Yet"), _("Every edit is recorded here, and each can be taken back."));
  add_status (self, "nothing",
              _("No Results Found"), _("No step has these words. Try fewer of them, or a name."));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->stack));
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
}

/* Escape belongs to the entry before it belongs to the dialog. */
static void
stop_search_cb (EntHistoryPage *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (dialog)
    adw_dialog_close (ADW_DIALOG (dialog));
}

/* Over the history of all only: the others are short. */
static void
add_search (EntHistoryPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  AdwToolbarView *view = ADW_TOOLBAR_VIEW (
      adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self)));

  self->entry = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry),
                                         _("Words of a step, or a name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search the history"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (stop_search_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (clamp, "chips");
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->entry));
  adw_toolbar_view_add_top_bar (view, clamp);
}

/**
 * ent_history_page_new:
 * @session: the session
 * @record: whose history, with all that hangs on it; %ENT_ID_NONE for that of the project
 * @seq: the one step to show, 0 for all
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
ent_history_page_new (EntSession *session, EntId record, gint64 seq)
{
  EntHistoryPage *self = g_object_new (ENT_TYPE_HISTORY_PAGE, NULL);
  g_autofree char *title = NULL;

  self->session = g_object_ref (session);
  self->record = record;
  self->seq = seq;
  if (record)
    title = ent_project_dup_title (ent_session_get_project (session), record,
                                   ent_session_get_lang (session));
  if (title)
    {
      /* Translators: %s is the title of a record */
      g_autofree char *full = g_strdup_printf (_("History of “%s”"), title);

      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), full);
    }
  else
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                   seq ? _("What Was Done") : _("History"));
  if (!record && !seq)
    add_search (self);
  if (!seq)
    g_signal_connect_object (ent_session_get_store (session), "journal-changed",
                             G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  read_again (self);

  return ADW_NAVIGATION_PAGE (self);
}
