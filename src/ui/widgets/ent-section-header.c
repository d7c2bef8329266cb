/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-section-header.h"

static void
setup_cb (GtkListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "section-header");
  gtk_list_header_set_child (header, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListHeader *header, gpointer user_data)
{
  EntSectionWords get_words = (EntSectionWords) user_data;
  g_autofree char *words = get_words (gtk_list_header_get_item (header),
                                      gtk_list_header_get_n_items (header));

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), words);
}

/**
 * ent_section_header_factory_new:
 * @words: what a heading says
 *
 * Returns: (transfer full): makes the headings of the sections of a list
 */
GtkListItemFactory *
ent_section_header_factory_new (EntSectionWords words)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) words);

  return factory;
}
