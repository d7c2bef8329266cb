/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/ent-child-group.h"

G_BEGIN_DECLS

/* One record in a group: its title, and when opened its fields, what hangs on it, and the
 * buttons that move and delete it. */
#define ENT_TYPE_CHILD_ROW (ent_child_row_get_type ())
G_DECLARE_FINAL_TYPE (EntChildRow, ent_child_row, ENT, CHILD_ROW, AdwExpanderRow)

GtkWidget *ent_child_row_new (EntSession *session, EntRecord *record, const EntChildSpec *spec);
EntRecord *ent_child_row_get_record (EntChildRow *self);
void ent_child_row_refresh (EntChildRow *self);
EntChildRow *ent_child_row_find (EntChildRow *self, EntRecord *record);

GPtrArray *ent_child_spec_get_records (const EntChildSpec *spec,
                                       EntSession *session,
                                       EntRecord *parent);

G_END_DECLS
