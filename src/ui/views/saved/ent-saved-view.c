/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/saved/ent-saved-view.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "base/ent-text.h"
#include "ui/views/saved/ent-saved-item.h"
#include "ui/widgets/ent-act-line.h"
#include "ui/widgets/ent-filter-chip.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-growing-list.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-save-status.h"
#include "ui/widgets/ent-undo-buttons.h"
#include "ui/widgets/ent-section-header.h"

/* What the chip says of the dismissed ones, which are hidden at first. */
#define CHOICE_DISMISSED (-1)

struct _EntSavedView
{
  AdwBreakpointBin parent_instance;

  AdwWindowTitle *title;
  AdwBin *undo_slot;
  AdwBin *save_slot;
  AdwBin *chip_slot;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list_view;
  AdwStatusPage *empty_page;

  EntSession *session;
  EntSavedList list;
  const EntSavedSpec *spec;
  GListStore *items; /* EntSavedItem */
  GtkCustomFilter *filter;
  GListModel *shown;
  EntGrowingList *rows;
  EntFilterChip *chip;    /* NULL: the list has no groups */
  GHashTable *groups;     /* those chosen; empty for all */
  gboolean has_dismissed; /* shows those too */
  char *query;            /* folded, NULL for none */
  guint scroll;           /* source that shows the head of the list */
};

static void place_view_init (EntPlaceViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntSavedView,
                               ent_saved_view,
                               ADW_TYPE_BREAKPOINT_BIN,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_PLACE_VIEW, place_view_init))

static void fill (EntSavedView *self);

static void
search (EntPlaceView *place)
{
  EntSavedView *self = ENT_SAVED_VIEW (place);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
place_view_init (EntPlaceViewInterface *iface)
{
  iface->search = search;
}

static gboolean
matches (gpointer object, gpointer user_data)
{
  EntSavedItem *item = object;
  EntSavedView *self = user_data;

  if (g_hash_table_size (self->groups) > 0
      && !g_hash_table_contains (self->groups, GUINT_TO_POINTER (item->group)))
    return FALSE;

  return !self->query || strstr (item->haystack, self->query) != NULL;
}

static void
update_state (EntSavedView *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n_shown = g_list_model_get_n_items (self->shown);
  g_autofree char *count = NULL;

  if (n_all > 0 && n_shown == n_all)
    count = g_strdup_printf (ngettext ("%u line", "%u lines", n_all), n_all);
  else if (n_all > 0)
    /* Translators: lines shown, and all of them */
    count = g_strdup_printf (ngettext ("%1$u of %2$u line", "%1$u of %2$u lines", n_all), n_shown,
                             n_all);
  adw_window_title_set_subtitle (self->title, count ? count : "");
  gtk_stack_set_visible_child_name (self->stack, n_all == 0     ? "empty"
                                                 : n_shown == 0 ? "nothing"
                                                                : "list");
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), n_all > 0);
}

static void
filter_changed (EntSavedView *self)
{
  guint n_groups = g_hash_table_size (self->groups);
  g_autofree char *words = n_groups == 0
      ? g_strdup (_("Kind"))
      /* Translators: what is filtered by, and how many values are chosen */
      : g_strdup_printf (_("%1$s: %2$u"), _("Kind"), n_groups);

  ent_growing_list_restart (self->rows);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (self->chip)
    ent_filter_chip_show (self->chip, words, n_groups > 0 || self->has_dismissed);
  update_state (self);
}

static void
search_changed_cb (EntSavedView *self)
{
  const char *typed = gtk_editable_get_text (self->search_entry);

  g_clear_pointer (&self->query, g_free);
  if (!ent_text_is_blank (typed))
    self->query = ent_text_fold (typed);
  filter_changed (self);
}

static void
show_all_cb (EntSavedView *self)
{
  g_hash_table_remove_all (self->groups);
  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);
}

static void
activated_cb (EntSavedView *self, guint position)
{
  g_autoptr (EntSavedItem) item = g_list_model_get_item (
      G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);

  ent_session_show (self->session, ent_record_get_id (item->line->record));
}

/* The chip with the groups there are. */

static void
fill_chip (EntFilterChip *chip, gpointer user_data)
{
  EntSavedView *self = user_data;
  guint last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (EntSavedItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item->group != last && !(item->line->finding && item->line->finding->dismissed))
        ent_filter_chip_append (
            chip, item->group, item->group_words,
            g_hash_table_contains (self->groups, GUINT_TO_POINTER (item->group)));
      last = item->group;
    }
  if (self->list == ENT_SAVED_TO_COMPLETE)
    ent_filter_chip_append (chip, CHOICE_DISMISSED, _("Also those dismissed"), self->has_dismissed);
}

static void
choose (gint64 value, gboolean chosen, gpointer user_data)
{
  EntSavedView *self = user_data;

  if (value == CHOICE_DISMISSED)
    {
      self->has_dismissed = chosen;
      fill (self);
    }
  else if (chosen)
    g_hash_table_add (self->groups, GUINT_TO_POINTER ((guint) value));
  else
    g_hash_table_remove (self->groups, GUINT_TO_POINTER ((guint) value));
  filter_changed (self);
}

/* Rows and headings. */

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, EntSavedView *self)
{
  EntSavedItem *item = gtk_list_item_get_item (cell);
  EntActLine *line = ENT_ACT_LINE (ent_saved_item_create_line (item, self->session));

  gtk_list_item_set_activatable (cell, line->has_page);
  gtk_list_item_set_accessible_label (cell, line->name);
  gtk_list_item_set_child (cell, GTK_WIDGET (line));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, NULL);
}

static char *
dup_group_words (gpointer item, guint n_items)
{
  /* Translators: heading of a group of lines and their number */
  return g_strdup_printf (_("%1$s (%2$u)"), ENT_SAVED_ITEM (item)->group_words, n_items);
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint left = ENT_SAVED_ITEM ((gpointer) a)->group;
  guint right = ENT_SAVED_ITEM ((gpointer) b)->group;

  return (left > right) - (left < right);
}

/* Filling. */

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return compare_groups (*(gconstpointer *) a, *(gconstpointer *) b, NULL);
}

static GPtrArray *
collect (EntSavedView *self)
{
  EntProject *project = ent_session_get_project (self->session);
  const int today = ent_session_get_today (self->session);
  g_autoptr (GPtrArray) lines = ent_saved_list_get (project, self->list, today);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->has_dismissed)
    {
      g_autoptr (GPtrArray) dismissed = ent_saved_list_get_dismissed (project, today);

      g_ptr_array_set_free_func (dismissed, NULL);
      for (guint i = 0; i < dismissed->len; i++)
        g_ptr_array_add (lines, g_ptr_array_index (dismissed, i));
    }
  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (items,
                     ent_saved_item_new (self->session, self->spec, g_ptr_array_index (lines, i)));
  g_ptr_array_sort (items, compare_items);

  return items;
}

static gboolean
is_same (EntSavedView *self, guint position, EntSavedItem *item)
{
  g_autoptr (EntSavedItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return ent_saved_item_equal (old, item);
}

/* Only what is between the lines that stayed is made anew, so that the list keeps its place. */
static void
replace (EntSavedView *self, GPtrArray *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint first = 0, last = 0;

  while (first < MIN (n_old, items->len) && is_same (self, first, g_ptr_array_index (items, first)))
    first++;
  while (last < MIN (n_old, items->len) - first
         && is_same (self, n_old - 1 - last, g_ptr_array_index (items, items->len - 1 - last)))
    last++;
  g_list_store_splice (self->items, first, n_old - first - last, items->pdata + first,
                       items->len - first - last);
}

/* Where the focus is in the list, so that it goes on to the next line when one is settled. */
static guint
find_focus (EntSavedView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *line = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view))
                        ? gtk_widget_get_ancestor (focus, ENT_TYPE_ACT_LINE)
                        : NULL;
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));

  for (guint i = 0; line && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (EntSavedItem) item = g_list_model_get_item (model, i);

      if (item->line->record == ENT_ACT_LINE (line)->record)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
restore_focus (EntSavedView *self, guint position)
{
  guint n_items = g_list_model_get_n_items (
      G_LIST_MODEL (gtk_list_view_get_model (self->list_view)));

  if (position != GTK_INVALID_LIST_POSITION && n_items > 0)
    gtk_list_view_scroll_to (self->list_view, MIN (position, n_items - 1), GTK_LIST_SCROLL_FOCUS,
                             NULL);
}

static void
fill (EntSavedView *self)
{
  g_autoptr (GPtrArray) items = collect (self);
  guint focus = find_focus (self);

  replace (self, items);
  restore_focus (self, focus);
  if (self->chip)
    gtk_widget_set_visible (GTK_WIDGET (self->chip), items->len > 0 || self->has_dismissed);
  update_state (self);
}

/* A list opens at its first line, out of whose sight the first heading would be. */
static gboolean
scroll_cb (gpointer user_data)
{
  EntSavedView *self = user_data;

  self->scroll = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);

  return G_SOURCE_REMOVE;
}

static void
ent_saved_view_map (GtkWidget *widget)
{
  EntSavedView *self = ENT_SAVED_VIEW (widget);
  gboolean is_first = !gtk_widget_get_realized (GTK_WIDGET (self->list_view));

  GTK_WIDGET_CLASS (ent_saved_view_parent_class)->map (widget);
  if (is_first && self->scroll == 0)
    self->scroll = g_timeout_add (50, scroll_cb, self);
}

static void
ent_saved_view_dispose (GObject *object)
{
  EntSavedView *self = ENT_SAVED_VIEW (object);

  g_clear_handle_id (&self->scroll, g_source_remove);
  /* The bin would unparent its child once more after the template has let go of it. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_SAVED_VIEW);
  g_clear_object (&self->session);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (ent_saved_view_parent_class)->dispose (object);
}

static void
ent_saved_view_class_init (EntSavedViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_saved_view_dispose;
  widget_class->map = ent_saved_view_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-saved-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, title);
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, undo_slot);
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, save_slot);
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, chip_slot);
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, search_button);
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, list_view);
  gtk_widget_class_bind_template_child (widget_class, EntSavedView, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ent_saved_view_init (EntSavedView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (ENT_TYPE_SAVED_ITEM);
  self->groups = g_hash_table_new (NULL, NULL);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
}

static void
set_up_list (EntSavedView *self)
{
  GtkFilterListModel *filtered = gtk_filter_list_model_new (
      G_LIST_MODEL (g_object_ref (self->items)), GTK_FILTER (g_object_ref (self->filter)));
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->shown = G_LIST_MODEL (sorted);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  if (self->spec->get_group)
    {
      g_autoptr (GtkListItemFactory) headers = ent_section_header_factory_new (
          dup_group_words, GTK_SECTION_MODEL (sorted));
      g_autoptr (GtkSorter)
          sections = GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL));

      gtk_sort_list_model_set_section_sorter (sorted, sections);
      gtk_list_view_set_header_factory (self->list_view, headers);
    }
  self->rows = ent_growing_list_new (self->shown);
  selection = gtk_no_selection_new (g_object_ref (ent_growing_list_get_list (self->rows)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(self->spec->title), -1);
}

/**
 * ent_saved_view_new:
 * @session: the session on the project
 * @list: which list
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
ent_saved_view_new (EntSession *session, EntSavedList list)
{
  EntSavedView *self = g_object_new (ENT_TYPE_SAVED_VIEW, NULL);

  self->session = g_object_ref (session);
  self->list = list;
  self->spec = ent_saved_spec_get (list);
  adw_window_title_set_title (self->title, _(self->spec->title));
  adw_status_page_set_icon_name (self->empty_page, self->spec->icon);
  adw_status_page_set_title (self->empty_page, _(self->spec->empty_title));
  adw_status_page_set_description (self->empty_page, _(self->spec->empty_text));
  adw_bin_set_child (self->undo_slot, ent_undo_buttons_new (session));
  adw_bin_set_child (self->save_slot, ent_save_status_new (ent_session_get_file (session)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search this list"), -1);
  if (self->spec->get_group)
    {
      self->chip = ENT_FILTER_CHIP (
          ent_filter_chip_new (_("Filter by Kind"), fill_chip, choose, self));
      adw_bin_set_child (self->chip_slot, GTK_WIDGET (self->chip));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chip_slot), self->chip != NULL);
  set_up_list (self);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_SOON, (EntFollowFunc) fill);
  fill (self);
  filter_changed (self);

  return GTK_WIDGET (self);
}
