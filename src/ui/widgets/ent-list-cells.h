/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ent-cells.h"
#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

/* The lines of a list as cells, under titles in the language of the window. */
EntCells *ent_list_cells_of_selection (const EntRecordSpec *spec,
                                       GtkSingleSelection *selection,
                                       gboolean chosen);
EntCells *ent_list_cells_of_records (EntSession *session,
                                     const EntTable *table,
                                     GPtrArray *records,
                                     const char *const *without);

G_END_DECLS
