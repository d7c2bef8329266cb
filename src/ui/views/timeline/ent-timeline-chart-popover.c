/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/timeline/ent-timeline-chart-private.h"

#include <glib/gi18n-lib.h>

/* Everything that is known of one agreement, beside its bar. */

static void
open_cb (EntTimelineChart *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->current >= 0)
    ent_timeline_chart_activate (self, self->current);
}

static GtkWidget *
create_popover (EntTimelineChart *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open Agreement"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_default_widget (GTK_POPOVER (popover), button);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_object_set_data (G_OBJECT (popover), "ent-label", label);

  return popover;
}

/**
 * ent_timeline_chart_pop_up:
 * @self: a chart
 * @item: one of its items
 *
 * Says everything that is known of it, with who signed, as what, where and how.
 */
void
ent_timeline_chart_pop_up (EntTimelineChart *self, int item)
{
  g_autofree char *words = self->details
                               ? self->details (ent_timeline_chart_get_item (self, item)->id,
                                                self->words_data)
                               : NULL;
  EntTimelineBox box;
  double left, right;

  if (!words)
    return;
  if (!self->popover)
    self->popover = create_popover (self);
  gtk_label_set_text (g_object_get_data (G_OBJECT (self->popover), "ent-label"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  ent_timeline_get_box (self->timeline, &self->view, (guint) item, &box);
  left = CLAMP (box.x, 0, MAX (self->view.width - 20, 0));
  right = CLAMP (box.x + box.width, left + 16, MAX (self->view.width, left + 16));
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->popover),
      &(GdkRectangle) { (int) left, (int) box.y, (int) (right - left), (int) box.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/**
 * ent_timeline_chart_present_popover:
 * @self: a chart that has been given its place
 */
void
ent_timeline_chart_present_popover (EntTimelineChart *self)
{
  if (self->popover)
    gtk_popover_present (GTK_POPOVER (self->popover));
}
