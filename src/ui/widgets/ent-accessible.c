/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-accessible.h"

/**
 * ent_accessible_name_list:
 * @row: a row of a group of preferences
 * @name: what the list is
 *
 * Names the list a row stands in. A group names it after its title; without a title it would
 * have a name that is empty.
 */
void
ent_accessible_name_list (GtkWidget *row, const char *name)
{
  GtkAccessible *list = GTK_ACCESSIBLE (gtk_widget_get_parent (row));

  g_return_if_fail (list != NULL);

  gtk_accessible_reset_relation (list, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
