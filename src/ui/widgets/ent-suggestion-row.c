/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-suggestion-row.h"

#include <glib/gi18n-lib.h>

/* Height of the list, in pixels; what is longer scrolls. */
#define LIST_HEIGHT 280

struct _EntSuggestionRow
{
  AdwEntryRow parent_instance;

  EntSuggestFunc suggest;
  gpointer user_data;
  GDestroyNotify destroy;

  GtkWidget *popover;
  GtkWidget *scrolled;
  GtkWidget *list;
  GPtrArray *shown; /* EntSuggestion, one a row of the list */
  gboolean setting; /* the program fills the line */
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntSuggestionRow, ent_suggestion_row, ADW_TYPE_ENTRY_ROW)

/**
 * ent_suggestion_new:
 * @value: what stands for it
 * @title: its name
 * @detail: (nullable): what tells it from others of that name
 *
 * Returns: (transfer full): the suggestion
 */
EntSuggestion *
ent_suggestion_new (gint64 value, const char *title, const char *detail)
{
  EntSuggestion *self = g_new0 (EntSuggestion, 1);

  self->value = value;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);

  return self;
}

void
ent_suggestion_free (EntSuggestion *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

static GtkWidget *
create_row (const EntSuggestion *suggestion)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (suggestion->title);
  g_autofree char *name = suggestion->detail
                              ? g_strdup_printf ("%s, %s", suggestion->title, suggestion->detail)
                              : g_strdup (suggestion->title);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  if (suggestion->detail)
    {
      GtkWidget *detail = gtk_label_new (suggestion->detail);

      gtk_label_set_xalign (GTK_LABEL (detail), 0);
      gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (detail, "caption");
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "ent-name", g_steal_pointer (&name), g_free);

  return row;
}

static void
announce (EntSuggestionRow *self, GtkListBoxRow *row)
{
  if (row)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), g_object_get_data (G_OBJECT (row), "ent-name"),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
scroll_to (EntSuggestionRow *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scrolled));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
mark (EntSuggestionRow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);

  if (!row)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  scroll_to (self, row);
  announce (self, row);
}

static void
show_suggestions (EntSuggestionRow *self, const char *typed)
{
  g_autoptr (GPtrArray) found = self->suggest (typed, self->user_data);

  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&found);
  if (self->shown->len == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }

  for (guint i = 0; i < self->shown->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         create_row (g_ptr_array_index (self->shown, i)));
  gtk_widget_set_size_request (self->popover, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 200),
                               -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  if (*typed)
    mark (self, 0);
}

static void
changed_cb (EntSuggestionRow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));

  if (self->setting || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (*typed)
    show_suggestions (self, typed);
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
pick (EntSuggestionRow *self, int index)
{
  const EntSuggestion *suggestion;

  if (!self->shown || index < 0 || (guint) index >= self->shown->len)
    return;

  suggestion = g_ptr_array_index (self->shown, index);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, suggestion->value);
}

static void
row_activated_cb (EntSuggestionRow *self, GtkListBoxRow *row)
{
  pick (self, gtk_list_box_row_get_index (row));
}

static void
all_cb (EntSuggestionRow *self)
{
  if (ent_suggestion_row_is_open (self))
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  show_suggestions (self, "");
}

static gboolean
key_cb (EntSuggestionRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row ? gtk_list_box_row_get_index (row) : -1;
  gboolean open = ent_suggestion_row_is_open (self);

  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (!open)
        show_suggestions (self, gtk_editable_get_text (GTK_EDITABLE (self)));
      else
        mark (self, index + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (!open)
        return GDK_EVENT_PROPAGATE;
      mark (self, index - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!open || index < 0)
        return GDK_EVENT_PROPAGATE;
      pick (self, index);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!open)
        return GDK_EVENT_PROPAGATE;
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
left_cb (EntSuggestionRow *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
create_popover (EntSuggestionRow *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Known names"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  /* The line keeps the focus. */
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "suggestions");
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->scrolled);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
create_button (EntSuggestionRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("pan-down-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Show Known Names"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Show Known Names"), -1);
  /* Down does the same from the line itself. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
}

static void
ent_suggestion_row_dispose (GObject *object)
{
  EntSuggestionRow *self = ENT_SUGGESTION_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  if (self->destroy)
    g_clear_pointer (&self->user_data, self->destroy);

  G_OBJECT_CLASS (ent_suggestion_row_parent_class)->dispose (object);
}

static void
ent_suggestion_row_class_init (EntSuggestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_suggestion_row_dispose;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", ENT_TYPE_SUGGESTION_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ent_suggestion_row_init (EntSuggestionRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  create_popover (self);
  create_button (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

/**
 * ent_suggestion_row_new:
 * @title: what is asked
 * @suggest: what may be meant by what is typed
 * @user_data: for @suggest
 * @destroy: (nullable): frees @user_data with the row
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ent_suggestion_row_new (const char *title,
                        EntSuggestFunc suggest,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  EntSuggestionRow *self = g_object_new (ENT_TYPE_SUGGESTION_ROW, "title", title, NULL);

  self->suggest = suggest;
  self->user_data = user_data;
  self->destroy = destroy;

  return GTK_WIDGET (self);
}

/**
 * ent_suggestion_row_set_text:
 * @self: a row
 * @text: (nullable): what stands in its line
 *
 * Fills the line without a suggestion being looked for.
 */
void
ent_suggestion_row_set_text (EntSuggestionRow *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text ? text : "");
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  self->setting = FALSE;
}

/* Whether the list is under the line. */
gboolean
ent_suggestion_row_is_open (EntSuggestionRow *self)
{
  return gtk_widget_get_visible (self->popover);
}
