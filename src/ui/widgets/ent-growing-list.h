/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list whose first items are there at once, and the others soon after. A list on the screen makes
 * two hundred rows, of which it shows a dozen: this way they are not all made in one piece. */
#define ENT_TYPE_GROWING_LIST (ent_growing_list_get_type ())
G_DECLARE_FINAL_TYPE (EntGrowingList, ent_growing_list, ENT, GROWING_LIST, GObject)

EntGrowingList *ent_growing_list_new (GListModel *model);
GListModel *ent_growing_list_get_list (EntGrowingList *self);
void ent_growing_list_restart (EntGrowingList *self);

G_END_DECLS
