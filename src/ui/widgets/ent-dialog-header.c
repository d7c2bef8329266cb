/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-dialog-header.h"

#include <glib/gi18n-lib.h>

/* The title of the dialog, in two lines where one has no room between the buttons. */
static GtkWidget *
create_title (AdwDialog *dialog)
{
  GtkWidget *title = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (title, "title");
  g_object_bind_property (dialog, "title", title, "label", G_BINDING_SYNC_CREATE);

  return title;
}

/**
 * ent_dialog_header_new:
 * @dialog: a dialog that asks something
 * @act: what it does then, with its mnemonic, translated
 * @callback: called with @user_data alone when that button is pressed
 * @user_data: for @callback
 *
 * The button of @act becomes the default widget of @dialog, so that Enter presses it.
 *
 * Returns: (transfer floating): the head of the dialog, with its title and "Cancel"
 */
GtkWidget *
ent_dialog_header_new (AdwDialog *dialog, const char *act, GCallback callback, gpointer user_data)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (act);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), create_title (dialog));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (cancel, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", callback, user_data);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (adw_dialog_close), dialog,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  adw_dialog_set_default_widget (dialog, button);

  return header;
}
