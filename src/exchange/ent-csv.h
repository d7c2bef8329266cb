/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

char *ent_csv_export (EntProject *project, const EntTable *table, GPtrArray *records);

G_END_DECLS
