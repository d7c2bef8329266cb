/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows and headings of the results of a search, for a list of EntSearchItem. */
GtkListItemFactory *ent_search_row_factory_new (void);
GtkListItemFactory *ent_search_heading_factory_new (void);

G_END_DECLS
