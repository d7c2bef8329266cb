/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"
#include "store/ent-database.h"

G_BEGIN_DECLS

/* Between rows and records, by the column tables: a column's place in its table is its place
 * in every statement and changeset, after the id. */
gboolean ent_mapper_load (EntDatabase *database, EntProject *project, GError **error);
EntRecord *ent_mapper_load_record (EntDatabase *database,
                                   const EntTable *table,
                                   EntId id,
                                   GError **error);
void ent_mapper_set (EntRecord *record, const EntColumn *column, const EntValue *value);
char *ent_mapper_dup_canonical (const EntColumn *column, const EntValue *value);
void ent_mapper_bind (EntStatement *statement, const EntColumn *column, const char *canonical);

G_END_DECLS
