/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

/* Which record's page shows a record. */
gboolean ent_table_owns_page (const EntTable *table);
EntRecord *ent_record_find_page (EntRecord *record, EntProject *project);

G_END_DECLS
