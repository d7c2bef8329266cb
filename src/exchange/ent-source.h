/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ent-table-plan.h"

G_BEGIN_DECLS

/* What another program wrote, by what is in it. */
typedef enum
{
  ENT_SOURCE_TABLE, /* comma-separated values, or the document of a spreadsheet program */
  ENT_SOURCE_CONTACTS,
  ENT_SOURCE_CALENDAR,
} EntSourceKind;

/* The endings of the names of such files, up to NULL. */
extern const char *const ent_source_endings[];

gboolean ent_source_has_ending (const char *path);
EntSourceKind ent_source_get_kind (GBytes *bytes);
EntCells *ent_source_read (GBytes *bytes, const char *sheet, GError **error);
const EntTable *ent_source_guess (EntSourceKind kind, EntCells *cells);
void ent_source_prepare (EntSourceKind kind, EntTablePlan *plan);

G_END_DECLS
