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

/**
 * ent_table_asks:
 * @table: a record type
 * @kind: (nullable): value of its column "kind"
 * @column: one of its columns
 *
 * Returns: whether a form asks a record of that kind for the field; without a kind, only what
 *   the type requires
 */
gboolean
ent_table_asks (const EntTable *table, const char *kind, const EntColumn *column)
{
  const EntKindFields *fields = table->kind_fields;

  if (!fields || (column->flags & ENT_COLUMN_REQUIRED))
    return TRUE;
  while (fields->kind && g_strcmp0 (fields->kind, kind) != 0)
    fields++;

  for (guint i = 0; i < ENT_MAX_KIND_FIELDS && fields->columns[i]; i++)
    if (g_str_equal (fields->columns[i], column->name))
      return TRUE;

  return FALSE;
}

/**
 * ent_record_shows:
 * @self: a record
 * @column: one of its columns
 *
 * Returns: whether a form shows the field: its kind is asked for it, or it has a value
 */
gboolean
ent_record_shows (EntRecord *self, const EntColumn *column)
{
  const EntTable *table = ent_record_get_table (self);
  const EntColumn *kind = table->kind_fields ? ent_table_find_column (table, "kind") : NULL;

  return !kind || ent_record_has_value (self, column)
         || ent_table_asks (table, ent_record_get_string (self, kind), column);
}
