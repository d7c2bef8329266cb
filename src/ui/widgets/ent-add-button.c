/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-add-button.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-text.h"
#include "ui/widgets/ent-menu-letter.h"

#define LIST_HEIGHT 360

struct _EntAddButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *list;
};

/* What a row of the list does. */
typedef struct
{
  char *folded;
  char *action;
  GVariant *target;
} Choice;

G_DEFINE_FINAL_TYPE (EntAddButton, ent_add_button, GTK_TYPE_WIDGET)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->folded);
  g_free (choice->action);
  g_clear_pointer (&choice->target, g_variant_unref);
  g_free (choice);
}

static Choice *
get_choice (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "ent-choice");
}

/* All that is typed occurs in it, in any order. */
static gboolean
is_meant (GtkListBoxRow *row, gpointer user_data)
{
  EntAddButton *self = user_data;
  g_autofree char *typed = ent_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);

  for (guint i = 0; words[i]; i++)
    if (!strstr (get_choice (row)->folded, words[i]))
      return FALSE;

  return TRUE;
}

static void
typed_cb (EntAddButton *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

static void
row_activated_cb (EntAddButton *self, GtkListBoxRow *row)
{
  Choice *choice = get_choice (row);

  /* Where the focus comes back to when the dialog that follows is closed. */
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->button);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), choice->action, choice->target);
}

/* The one that is called so, or the first that is shown. */
static void
entered_cb (EntAddButton *self)
{
  g_autofree char *typed = ent_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GtkListBoxRow *meant = NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    if (g_str_equal (get_choice (row)->folded, typed) || (!meant && is_meant (row, self)))
      meant = row;
  if (meant)
    row_activated_cb (self, meant);
}

static void
opened_cb (EntAddButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  gtk_widget_grab_focus (self->entry);
}

static GtkWidget *
create_content (EntAddButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new (_("No Results Found"));

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), _("What to add"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What to add"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown),
                           self->popover, G_CONNECT_SWAPPED);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_meant, self, NULL);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nothing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What to add"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scrolled);

  return box;
}

static void
ent_add_button_dispose (GObject *object)
{
  g_clear_pointer (&ENT_ADD_BUTTON (object)->button, gtk_widget_unparent);

  G_OBJECT_CLASS (ent_add_button_parent_class)->dispose (object);
}

static void
ent_add_button_class_init (EntAddButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_add_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ent_add_button_init (EntAddButton *self)
{
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), create_content (self));
  /* A dialog above the page has a name of its own for a screen reader; so has this. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What to add"), -1);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);

  self->button = gtk_menu_button_new ();
  ent_menu_letter_set_label (GTK_MENU_BUTTON (self->button), _("_Add…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
ent_add_button_new (void)
{
  return g_object_new (ENT_TYPE_ADD_BUTTON, "halign", GTK_ALIGN_CENTER, NULL);
}

/**
 * ent_add_button_append:
 * @self: a button
 * @label: what is added, in the language of the interface
 * @action: the action of a widget above that adds it
 * @target: (nullable): its parameter, which is taken when floating
 */
void
ent_add_button_append (EntAddButton *self, const char *label, const char *action, GVariant *target)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *name = gtk_label_new (label);
  g_autofree char *called = g_strdup (label);

  if (g_str_has_suffix (called, "…"))
    called[strlen (called) - strlen ("…")] = '\0';
  choice->folded = ent_text_fold (called);
  choice->action = g_strdup (action);
  choice->target = target ? g_variant_ref_sink (target) : NULL;
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "ent-choice", choice, choice_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}
