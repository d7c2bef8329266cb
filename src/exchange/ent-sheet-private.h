/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ent-sheet-rows.h"

G_BEGIN_DECLS

EntCells *ent_sheet_read_ods (GBytes *content, const char *name, GError **error);
EntCells *ent_sheet_read_xlsx (GHashTable *parts, const char *name, GError **error);
void ent_sheet_set_missing (const char *name, GPtrArray *names, GError **error);

G_END_DECLS
