/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-section-header.h"

typedef struct
{
  EntSectionWords get_words;
  GtkSectionModel *whole;
} Headers;

static void
headers_free (gpointer data, GClosure *closure)
{
  Headers *self = data;

  g_clear_weak_pointer (&self->whole);
  g_free (self);
}

static void
show (GtkListHeader *header, GParamSpec *pspec, Headers *self)
{
  gpointer item = gtk_list_header_get_item (header);
  guint n_items = gtk_list_header_get_n_items (header);
  g_autofree char *words = NULL;

  if (!item)
    return;
  if (self->whole)
    {
      guint start, end;

      gtk_section_model_get_section (self->whole, gtk_list_header_get_start (header), &start, &end);
      n_items = end - start;
    }
  words = self->get_words (item, n_items);
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), words);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListHeader *header, Headers *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "section-header");
  gtk_list_header_set_child (header, label);
}

/* A section may grow and shrink under a heading that stays. */
static void
bind_cb (GtkListItemFactory *factory, GtkListHeader *header, Headers *self)
{
  g_signal_connect (header, "notify::n-items", G_CALLBACK (show), self);
  show (header, NULL, self);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListHeader *header, Headers *self)
{
  g_signal_handlers_disconnect_by_data (header, self);
}

/**
 * ent_section_header_factory_new:
 * @words: what a heading says
 * @whole: (nullable): the list that the sections are counted in, where the one on the screen is
 *   only the first part of it so far
 *
 * Returns: (transfer full): makes the headings of the sections of a list
 */
GtkListItemFactory *
ent_section_header_factory_new (EntSectionWords words, GtkSectionModel *whole)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Headers *self = g_new0 (Headers, 1);

  self->get_words = words;
  g_set_weak_pointer (&self->whole, whole);
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), self, headers_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);

  return factory;
}
