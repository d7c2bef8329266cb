/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-ask-button.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const EntQuestion *question;
  char *proposal;
  GtkWidget *row;
  GtkMenuButton *button;
  GtkWidget *entry;
  GtkWidget *message;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_free (self->proposal);
  g_free (self);
}

static void
act_cb (Ask *self)
{
  g_autofree char *typed = g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *message = NULL;
  g_autoptr (GtkWidget) row = g_object_ref (self->row);

  if (self->question->answer (row, typed, &message))
    {
      gtk_menu_button_popdown (self->button);
      return;
    }

  gtk_widget_add_css_class (self->entry, "error");
  gtk_label_set_text (GTK_LABEL (self->message), message ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static GtkWidget *
create_content (Ask *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_(self->question->question));
  GtkWidget *act = gtk_button_new_with_label (_(self->question->act));

  self->entry = gtk_entry_new ();
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->entry);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 30);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_add_css_class (self->message, "error");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->proposal ? self->proposal : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(self->question->question), -1);
  gtk_widget_add_css_class (act, "suggested-action");
  gtk_widget_set_margin_top (act, 6);

  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (act_cb), self);
  g_signal_connect_swapped (act, "clicked", G_CALLBACK (act_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), act);

  return box;
}

/* Made when it is first opened: there is one on every line. */
static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  Ask *self = user_data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button))
    return;
  popover = gtk_popover_new ();
  gtk_widget_add_css_class (popover, "ask");
  gtk_popover_set_child (GTK_POPOVER (popover), create_content (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(self->question->question), -1);
  gtk_menu_button_set_popover (button, popover);
}

/**
 * ent_ask_button_new:
 * @question: (transfer none): what is asked, a constant
 * @proposal: (nullable): what the field holds at first
 * @row: the line it stands on
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
ent_ask_button_new (const EntQuestion *question, const char *proposal, GtkWidget *row)
{
  Ask *self = g_new0 (Ask, 1);

  self->question = question;
  self->proposal = g_strdup (proposal);
  self->row = row;
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _(question->label));
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, ask_free);

  return GTK_WIDGET (self->button);
}
