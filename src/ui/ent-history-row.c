/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-history-row.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-history-item.h"
#include "ui/widgets/ent-section-header.h"

/* Lines of a long value before all of it is asked for. */
#define FEW_LINES 4

typedef struct
{
  GtkWidget *title;
  GtkWidget *values;
  GtkWidget *when;
  GtkWidget *buttons;
  GtkWidget *restore;
  GtkWidget *more;
} Parts;

static GtkWidget *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
more_toggled_cb (GtkToggleButton *button, GtkLabel *values)
{
  gboolean all = gtk_toggle_button_get_active (button);

  gtk_label_set_lines (values, all ? -1 : FEW_LINES);
  gtk_label_set_ellipsize (values, all ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

static GtkWidget *
create_buttons (Parts *parts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  parts->restore = gtk_button_new ();
  parts->more = gtk_toggle_button_new_with_label (_("Show All"));
  g_signal_connect_object (parts->more, "toggled", G_CALLBACK (more_toggled_cb), parts->values, 0);
  gtk_box_append (GTK_BOX (box), parts->restore);
  gtk_box_append (GTK_BOX (box), parts->more);

  return box;
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Parts *parts = g_new0 (Parts, 1);

  parts->title = create_label ("history-title");
  parts->values = create_label ("history-values");
  parts->when = create_label ("dim-label");
  gtk_widget_add_css_class (parts->when, "caption");
  parts->buttons = create_buttons (parts);
  gtk_box_append (GTK_BOX (row), parts->title);
  gtk_box_append (GTK_BOX (row), parts->values);
  gtk_box_append (GTK_BOX (row), parts->when);
  gtk_box_append (GTK_BOX (row), parts->buttons);
  gtk_widget_add_css_class (row, "record-row");
  g_object_set_data_full (G_OBJECT (list_item), "ent-parts", parts, g_free);
  gtk_list_item_set_child (list_item, row);
}

static gboolean
is_long (const char *values)
{
  guint n_lines = 1;

  for (const char *at = values; *at; at++)
    n_lines += *at == '\n';

  return n_lines > FEW_LINES || g_utf8_strlen (values, -1) > 200;
}

static void
show_restore (Parts *parts, GtkListItem *list_item, const EntHistoryItem *item)
{
  gboolean deleted = item->kind == ENT_HISTORY_DELETED;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (parts->restore, deleted || item->kind == ENT_HISTORY_VALUE);
  gtk_button_set_label (GTK_BUTTON (parts->restore),
                        deleted ? _("Bring Back") : _("Restore This Value"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (parts->restore), "u",
                                    gtk_list_item_get_position (list_item));
  /* Not before its target: an action is asked for both as soon as it is named. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (parts->restore), "history.restore");
  name = g_strdup_printf (_("%1$s: %2$s"), gtk_button_get_label (GTK_BUTTON (parts->restore)),
                            item->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->restore), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  EntHistoryItem *item = gtk_list_item_get_item (list_item);
  Parts *parts = g_object_get_data (G_OBJECT (list_item), "ent-parts");
  g_autofree char *name = g_strjoin (", ", item->title, *item->values ? item->values : item->when,
                                     *item->values ? item->when : NULL, NULL);

  gtk_label_set_text (GTK_LABEL (parts->title), item->title);
  gtk_label_set_text (GTK_LABEL (parts->values), item->values);
  gtk_widget_set_visible (parts->values, *item->values != '\0');
  gtk_label_set_text (GTK_LABEL (parts->when), item->when);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (parts->more), FALSE);
  more_toggled_cb (GTK_TOGGLE_BUTTON (parts->more), GTK_LABEL (parts->values));
  gtk_widget_set_visible (parts->more, is_long (item->values));
  show_restore (parts, list_item, item);
  gtk_widget_set_visible (parts->buttons, item->kind == ENT_HISTORY_VALUE
                                              || item->kind == ENT_HISTORY_DELETED
                                              || is_long (item->values));
  gtk_list_item_set_activatable (list_item, item->kind == ENT_HISTORY_STEP);
  gtk_list_item_set_accessible_label (list_item, name);
}

/**
 * ent_history_row_factory_new:
 *
 * Returns: (transfer full): makes the rows
 */
GtkListItemFactory *
ent_history_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);

  return factory;
}

static char *
dup_day_words (gpointer item, guint n_items)
{
  return ent_day_format (ENT_HISTORY_ITEM (item)->day, ent_words_interface_language ());
}

/**
 * ent_history_heading_factory_new:
 *
 * Returns: (transfer full): makes the headings of the days
 */
GtkListItemFactory *
ent_history_heading_factory_new (void)
{
  return ent_section_header_factory_new (dup_day_words, NULL);
}
