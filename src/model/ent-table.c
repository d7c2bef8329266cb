/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-record.h"

/**
 * ent_table_find_column:
 * @table: a record type
 * @name: name of a column, those of the registry row ("lang", "visibility") included
 *
 * Returns: (nullable): the column
 */
const EntColumn *
ent_table_find_column (const EntTable *table, const char *name)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_strcmp0 (table->columns[i].name, name) == 0)
      return &table->columns[i];

  for (guint i = 0; i < ent_record_n_columns; i++)
    if (g_strcmp0 (ent_record_columns[i].name, name) == 0)
      return &ent_record_columns[i];

  return NULL;
}

/**
 * ent_table_get_owner:
 * @table: a record type
 *
 * Returns: (nullable): the reference to what such a record hangs on first, %NULL for a
 *   record that stands by itself
 */
const EntColumn *
ent_table_get_owner (const EntTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].flags & ENT_COLUMN_OWNER)
      return &table->columns[i];

  return NULL;
}

/**
 * ent_table_get_name:
 * @table: a record type
 *
 * Returns: (nullable): the one text such a record cannot be without, %NULL when it needs more
 *   than a name or none
 */
const EntColumn *
ent_table_get_name (const EntTable *table)
{
  const EntColumn *name = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].flags & ENT_COLUMN_REQUIRED)
      {
        if (name || table->columns[i].kind != ENT_KIND_TEXT)
          return NULL;
        name = &table->columns[i];
      }

  return name;
}
