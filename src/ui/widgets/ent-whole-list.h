/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list with sections that tells of each change as if all its items had gone and come again.
 *
 * GTK 4.18 ends the program ("code should not be reached") where items change from a section
 * without rows, out of sight, into one with rows. From the first item to the last it is safe, and
 * rows and place are kept all the same, by the items. */
#define ENT_TYPE_WHOLE_LIST (ent_whole_list_get_type ())
G_DECLARE_FINAL_TYPE (EntWholeList, ent_whole_list, ENT, WHOLE_LIST, GObject)

EntWholeList *ent_whole_list_new (GListModel *model);

G_END_DECLS
