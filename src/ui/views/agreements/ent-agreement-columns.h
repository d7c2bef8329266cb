/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of the list, the columns of the table, and their orders. */
GtkListItemFactory *ent_agreement_row_factory_new (void);
void ent_agreement_columns_append (GtkColumnView *view);
GtkSorter *ent_agreement_next_date_sorter_new (void);

G_END_DECLS
