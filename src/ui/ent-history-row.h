/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows and headings of the history, for a list of EntHistoryItem. Their buttons call the action
 * "history.restore" with the place of the row in the list. */
GtkListItemFactory *ent_history_row_factory_new (void);
GtkListItemFactory *ent_history_heading_factory_new (void);

G_END_DECLS
