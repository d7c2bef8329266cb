/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

/* What a list of records chooses from and does with the one chosen. */
GtkSingleSelection *ent_record_selection_new (GListModel *model,
                                              GtkSorter *sorter,
                                              GtkSorter *sections);
void ent_record_selection_select (GtkSingleSelection *selection, EntRecord *record);
GMenuModel *ent_record_menu_new (const EntRecordSpec *spec);
void ent_record_list_add_delete_key (GtkWidget *list);

G_END_DECLS
