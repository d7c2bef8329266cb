/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

/* The rows of a list of records, the columns of its table, and their orders. */
GtkListItemFactory *ent_record_row_factory_new (void);
void ent_record_columns_append (GtkColumnView *view, const EntRecordSpec *spec);
GtkSorter *ent_record_order_sorter_new (const EntRecordSpec *spec);
GtkSorter *ent_record_section_sorter_new (const EntRecordSpec *spec);
GtkListItemFactory *ent_record_header_factory_new (const EntRecordSpec *spec);
void ent_record_list_start_at_heading (GtkWidget *list);

G_END_DECLS
