/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-menu-letter.h"

/* Frames within which what scrolls comes to rest, or the menu is opened as it is. */
#define MOST_FRAMES 60

static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, root, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (root);
}

static gboolean
open_cb (GtkWidget *button, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_frames = user_data;

  if (!is_in_sight (button) && ++*n_frames < MOST_FRAMES)
    return G_SOURCE_CONTINUE;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return G_SOURCE_REMOVE;
}

/* The focus scrolls to the button, which takes a moment. */
static gboolean
letter_cb (GtkWidget *button, gboolean group_cycling)
{
  gtk_widget_grab_focus (button);
  if (group_cycling)
    return TRUE;

  if (is_in_sight (button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  else
    gtk_widget_add_tick_callback (button, open_cb, g_new0 (guint, 1), g_free);
  return TRUE;
}

/**
 * ent_menu_letter_set_label:
 * @button: a button of a page that scrolls
 * @label: its words, with a line under the letter that opens it
 *
 * A popover closes at once where what it belongs to is scrolled out of sight, as the button is for
 * one who presses its letter elsewhere on a long page; so the page goes to the button first.
 */
void
ent_menu_letter_set_label (GtkMenuButton *button, const char *label)
{
  GtkWidget *words = gtk_label_new_with_mnemonic (label);

  gtk_label_set_mnemonic_widget (GTK_LABEL (words), GTK_WIDGET (button));
  gtk_menu_button_set_child (button, words);
  gtk_menu_button_set_always_show_arrow (button, TRUE);
  g_signal_connect (button, "mnemonic-activate", G_CALLBACK (letter_cb), NULL);
}
