/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-search-row.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-search-item.h"
#include "ui/widgets/ent-section-header.h"

static GtkWidget *
create_label (const char *style, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  if (style)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "caption");
    }

  return label;
}

/* Icon, title, what and where, and the words found. */
typedef struct
{
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *snippet;
} Parts;

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Parts *parts = g_new0 (Parts, 1);

  parts->icon = gtk_image_new ();
  parts->title = create_label (NULL, 2);
  parts->subtitle = create_label ("dim-label", 2);
  parts->snippet = create_label ("search-snippet", 3);
  gtk_widget_set_valign (parts->icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), parts->title);
  gtk_box_append (GTK_BOX (words), parts->subtitle);
  gtk_box_append (GTK_BOX (words), parts->snippet);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), parts->icon);
  gtk_box_append (GTK_BOX (row), words);
  gtk_widget_add_css_class (row, "record-row");
  g_object_set_data_full (G_OBJECT (list_item), "ent-parts", parts, g_free);
  gtk_list_item_set_child (list_item, row);
}

static void
show_markup (GtkWidget *label, const char *markup)
{
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_set_visible (label, *markup != '\0');
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  EntSearchItem *item = gtk_list_item_get_item (list_item);
  Parts *parts = g_object_get_data (G_OBJECT (list_item), "ent-parts");

  gtk_image_set_from_icon_name (GTK_IMAGE (parts->icon), item->icon);
  show_markup (parts->title, item->title);
  gtk_label_set_text (GTK_LABEL (parts->subtitle), item->subtitle);
  gtk_widget_set_visible (parts->subtitle, *item->subtitle != '\0');
  show_markup (parts->snippet, item->snippet);
  gtk_list_item_set_accessible_label (list_item, item->name);
}

/**
 * ent_search_row_factory_new:
 *
 * Returns: (transfer full): makes the rows
 */
GtkListItemFactory *
ent_search_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);

  return factory;
}

static char *
dup_group_words (gpointer item, guint n_items)
{
  return g_strdup (_(ENT_SEARCH_ITEM (item)->group));
}

/**
 * ent_search_heading_factory_new:
 *
 * Returns: (transfer full): makes the headings of the groups
 */
GtkListItemFactory *
ent_search_heading_factory_new (void)
{
  return ent_section_header_factory_new (dup_group_words, NULL);
}
