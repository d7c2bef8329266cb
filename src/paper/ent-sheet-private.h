/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-scribe.h"

G_BEGIN_DECLS

/* The sheet of one agreement while it is written; each part prints its heading only when it
 * has something under it. */
typedef struct
{
  EntScribe scribe;
  EntAgreement *agreement;
  EntId id;
} EntSheet;

GPtrArray *ent_sheet_get_children (EntSheet *sheet, const EntTable *table, const char *column);
EntRuns *ent_sheet_make_theme_heading (EntSheet *sheet, EntProvision *theme);
void ent_sheet_add_commitments (EntSheet *sheet, EntProvision *theme);
void ent_sheet_add_provisions (EntSheet *sheet);
void ent_sheet_add_duties (EntSheet *sheet);
void ent_sheet_add_bodies (EntSheet *sheet);
void ent_sheet_add_lineage (EntSheet *sheet);
void ent_sheet_add_copies (EntSheet *sheet);
void ent_sheet_add_documents (EntSheet *sheet);
void ent_sheet_add_variants (EntSheet *sheet);

G_END_DECLS
