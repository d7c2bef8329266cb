/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-database.h"

G_BEGIN_DECLS

/* "ENtt": what the header of every project file says it is. */
#define ENT_SCHEMA_APPLICATION_ID 0x456E7474

/* One step of the schema; the first makes the tables. */
typedef struct
{
  const char *sql;
  gboolean ends_undo; /* entries of the journal before it can be read, but not undone */
} EntSchemaStep;

const EntSchemaStep *ent_schema_get_steps (int *n_steps);
gboolean ent_schema_create (EntDatabase *database, GError **error);
gboolean ent_schema_open (EntDatabase *database,
                          const char *path,
                          const EntSchemaStep *steps,
                          int n_steps,
                          GError **error);
gboolean ent_schema_compare (EntDatabase *database, GError **error);
gboolean ent_schema_may_undo (int schema);

G_END_DECLS
