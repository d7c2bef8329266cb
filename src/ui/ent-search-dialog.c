/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-search-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-search-item.h"
#include "ui/ent-search-row.h"

/* When more of the project will be known. */
#define AGAIN_MS 200

/* More than anybody reads: who has not found it among these types another word. */
#define MOST_HITS 100

/* As many as are seen at once: shown while the best are still looked for. */
#define FIRST_HITS 20

/* What takes longer is seen to go on. */
#define PATIENCE_MS 500

struct _EntSearchDialog
{
  AdwDialog parent_instance;

  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *list;
  GtkWidget *foot;
  GtkWidget *spinner;
  GtkLabel *count_label;
  GtkWidget *reading_foot;
  GtkLabel *reading_label;
  GtkButton *reading_button;

  EntSession *session;
  EntPageReader *reader;
  gboolean was_reading;
  GListStore *items;
  GtkSingleSelection *selection;
  GCancellable *search; /* the one that is under way */
  gboolean ranked;      /* whether that one is for the best */
  guint patience;
  guint again;
  EntSearchItem *chosen; /* gone to once the dialog is closed */
  gboolean open_next;    /* Enter was pressed before the results were there */
};

G_DEFINE_FINAL_TYPE (EntSearchDialog, ent_search_dialog, ADW_TYPE_DIALOG)

static void
open_item (EntSearchDialog *self, guint position)
{
  g_autoptr (EntSearchItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (!item)
    return;
  g_set_object (&self->chosen, item);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
closed_cb (EntSearchDialog *self)
{
  EntSearchItem *chosen = self->chosen;

  if (chosen && chosen->page_number)
    ent_session_show_page (self->session, chosen->record, chosen->page_number,
                           gtk_editable_get_text (self->entry));
  else if (chosen)
    ent_session_show (self->session, chosen->record);
}

static void
announce (EntSearchDialog *self, const char *sentence)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_count (EntSearchDialog *self, guint n_found)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *count = n_found >= MOST_HITS
                               ? g_strdup_printf (
                                     ngettext ("The best %u result: type more to find the others.",
                                               "The best %u results: type more to find the others.",
                                               n_shown),
                                     n_shown)
                               : g_strdup_printf (ngettext ("%u result", "%u results", n_shown),
                                                  n_shown);

  gtk_label_set_text (self->count_label, count);
  announce (self, n_shown > 0 ? count : _("No Results Found"));
}

static gboolean
is_in_list (EntSearchDialog *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
}

static void
show_results (EntSearchDialog *self, GPtrArray *hits)
{
  g_autoptr (GPtrArray) items = ent_search_items_new (self->session, hits);

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  if (items->len > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_NONE, NULL);
    }
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "results" : "nothing");
  gtk_widget_set_visible (self->foot, items->len > 0);
}

static void
stop (EntSearchDialog *self)
{
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->again, g_source_remove);
  gtk_widget_set_visible (self->spinner, FALSE);
}

static void found_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
start (EntSearchDialog *self, gboolean ranked)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  self->ranked = ranked || g_utf8_strlen (query, -1) < 2;
  ent_store_search_async (
      ent_session_get_store (self->session), query, self->ranked ? MOST_HITS : FIRST_HITS,
      ent_session_get_lang (self->session), ranked, self->search, found_cb, g_object_ref (self));
}

static void search_changed_cb (EntSearchDialog *self);

static void
again_cb (gpointer user_data)
{
  EntSearchDialog *self = user_data;

  self->again = 0;
  search_changed_cb (self);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSearchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = ent_store_search_finish (ENT_STORE (source), result, &error);

  /* What was typed since has a search of its own. */
  if (!hits || g_task_get_cancellable (G_TASK (result)) != self->search)
    return;

  /* Who has gone into the results already keeps them as they are. */
  if (!is_in_list (self) && (self->ranked || hits->len > 0))
    show_results (self, hits);
  if (!self->ranked)
    {
      start (self, TRUE);
      return;
    }
  stop (self);
  show_count (self, hits->len);
  /* Edits by the thousand are still on their way into the index. */
  if (ent_store_is_index_behind (ENT_STORE (source)))
    self->again = g_timeout_add_once (AGAIN_MS, again_cb, self);
  if (self->open_next)
    open_item (self, 0);
  self->open_next = FALSE;
}

static void
show_patience_cb (gpointer user_data)
{
  EntSearchDialog *self = user_data;

  self->patience = 0;
  gtk_widget_set_visible (self->foot, TRUE);
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_label_set_text (self->count_label, _("Searching…"));
}

static void
search_changed_cb (EntSearchDialog *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  stop (self);
  if (*query == '\0')
    {
      g_list_store_remove_all (self->items);
      gtk_stack_set_visible_child_name (self->stack, "start");
      gtk_widget_set_visible (self->foot, FALSE);
      return;
    }

  self->search = g_cancellable_new ();
  self->patience = g_timeout_add_once (PATIENCE_MS, show_patience_cb, self);
  start (self, FALSE);
}

/* How far the reading of documents is: their words cannot be found before. */
static void
update_reading (EntSearchDialog *self)
{
  gboolean stopped = ent_page_reader_is_stopped (self->reader);
  gboolean reading = ent_page_reader_is_reading (self->reader);
  guint n_left = ent_page_reader_get_n_left (self->reader);
  g_autofree char *words = stopped
      ? g_strdup (_("Not all documents have been read: some of their pages are not found."))
      : g_strdup_printf (
            ngettext ("%u document is being read: its pages are found as it goes on.",
                      "%u documents are being read: their pages are found as it goes on.", n_left),
            n_left);

  gtk_widget_set_visible (self->reading_foot, reading || stopped);
  gtk_label_set_text (self->reading_label, words);
  gtk_button_set_label (self->reading_button, stopped ? _("Read On") : _("Stop Reading"));
  if (reading && !self->was_reading)
    announce (self, words);
  if (!reading && self->was_reading && !stopped)
    {
      announce (self, _("All documents have been read."));
      if (!is_in_list (self))
        search_changed_cb (self);
    }
  self->was_reading = reading;
}

static void
reading_clicked_cb (EntSearchDialog *self)
{
  if (ent_page_reader_is_stopped (self->reader))
    ent_page_reader_start (self->reader);
  else
    ent_page_reader_stop (self->reader);
}

/* The entry tells of what is typed a little later; Enter is meant for all of it. */
static void
activated_cb (EntSearchDialog *self)
{
  search_changed_cb (self);
  self->open_next = self->search != NULL;
}

static void
row_activated_cb (EntSearchDialog *self, guint position)
{
  open_item (self, position);
}

static void
stop_cb (EntSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
clear_cb (EntSearchDialog *self)
{
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Down goes from what is typed to the first result. */
static gboolean
entry_key_cb (EntSearchDialog *self, guint key)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
      || g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GDK_EVENT_STOP;
}

/* Up goes from the first result back to what is typed. */
static gboolean
list_key_cb (EntSearchDialog *self, guint key)
{
  if ((key != GDK_KEY_Up && key != GDK_KEY_KP_Up)
      || gtk_single_selection_get_selected (self->selection) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
  return GDK_EVENT_STOP;
}

static void
ent_search_dialog_dispose (GObject *object)
{
  EntSearchDialog *self = ENT_SEARCH_DIALOG (object);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->again, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  g_clear_object (&self->reader);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (ent_search_dialog_parent_class)->dispose (object);
}

static void
ent_search_dialog_class_init (EntSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_search_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, EntSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, EntSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, EntSearchDialog, foot);
  gtk_widget_class_bind_template_child (widget_class, EntSearchDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, EntSearchDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, EntSearchDialog, reading_foot);
  gtk_widget_class_bind_template_child (widget_class, EntSearchDialog, reading_label);
  gtk_widget_class_bind_template_child (widget_class, EntSearchDialog, reading_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reading_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntSearchItem *left = a, *right = b;

  return (left->group_rank > right->group_rank) - (left->group_rank < right->group_rank);
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntSearchItem *left = a, *right = b;

  return (left->rank > right->rank) - (left->rank < right->rank);
}

static void
connect_list (EntSearchDialog *self)
{
  GtkSorter *ranks = GTK_SORTER (gtk_custom_sorter_new (compare_ranks, NULL, NULL));
  g_autoptr (GtkSorter) groups = GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL));
  g_autoptr (GtkListItemFactory) rows = ent_search_row_factory_new ();
  g_autoptr (GtkListItemFactory) headings = ent_search_heading_factory_new ();
  GtkSortListModel *sorted;

  self->items = g_list_store_new (ENT_TYPE_SEARCH_ITEM);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), ranks);
  gtk_sort_list_model_set_section_sorter (sorted, groups);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headings);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
add_keys (EntSearchDialog *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);
}

static void
ent_search_dialog_init (EntSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  connect_list (self);
  add_keys (self, GTK_WIDGET (self->entry), G_CALLBACK (entry_key_cb));
  add_keys (self, GTK_WIDGET (self->list), G_CALLBACK (list_key_cb));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self->list));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * ent_search_dialog_new:
 * @session: the session on the project
 * @reader: what reads its documents
 *
 * Returns: (transfer floating): the dialog, which has the session show what is chosen
 */
AdwDialog *
ent_search_dialog_new (EntSession *session, EntPageReader *reader)
{
  EntSearchDialog *self = g_object_new (ENT_TYPE_SEARCH_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->reader = g_object_ref (reader);
  g_signal_connect_object (reader, "changed", G_CALLBACK (update_reading), self, G_CONNECT_SWAPPED);
  update_reading (self);

  return ADW_DIALOG (self);
}
