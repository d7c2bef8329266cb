/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full): the heading of a section, from its first item and the number of its items. */
typedef char *(*EntSectionWords) (gpointer item, guint n_items);

GtkListItemFactory *ent_section_header_factory_new (EntSectionWords words, GtkSectionModel *whole);

G_END_DECLS
