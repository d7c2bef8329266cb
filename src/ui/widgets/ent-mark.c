/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-mark.h"

struct _EntMark
{
  GtkWidget parent_instance;

  int item; /* -1: waits to be used again */
};

G_DEFINE_FINAL_TYPE (EntMark, ent_mark, GTK_TYPE_WIDGET)

static void
ent_mark_class_init (EntMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
ent_mark_init (EntMark *self)
{
  self->item = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The drawing finds out itself what is under the pointer. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
}

GtkWidget *
ent_mark_new (void)
{
  return g_object_new (ENT_TYPE_MARK, NULL);
}

/**
 * ent_mark_set_item:
 * @self: a child of a drawing
 * @item: what it stands for from now on, -1 for nothing
 * @name: (nullable): that in words
 */
void
ent_mark_set_item (EntMark *self, int item, const char *name)
{
  self->item = item;
  gtk_widget_set_child_visible (GTK_WIDGET (self), item >= 0);
  if (name)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

int
ent_mark_get_item (EntMark *self)
{
  return self->item;
}
