/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-test.h"

/* Puts an empty record into @project, which keeps it: (transfer none). */
EntRecord *
add (EntProject *project, const EntTable *table, EntId id)
{
  g_autoptr (EntRecord) record = ent_record_new (table, id);

  ent_project_add (project, record);
  return record;
}

/* Gives the column @name the value as it is written: for a number, its digits; for a reference,
 * those of the id. */
void
set (EntProject *project, EntRecord *record, const char *name, const char *value)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), name);

  g_assert_nonnull (column);
  ent_project_begin_update (project, record);
  if (column->kind == ENT_KIND_REFERENCE || column->kind == ENT_KIND_INTEGER)
    ent_record_set_integer (record, column, g_ascii_strtoll (value, NULL, 10));
  else
    ent_record_set_string (record, column, value);
  ent_project_end_update (project, record);
}

/* Lets the column @name name another record. */
void
tie (EntProject *project, EntRecord *record, const char *name, EntId target)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), name);

  g_assert_nonnull (column);
  ent_project_begin_update (project, record);
  ent_record_set_integer (record, column, target);
  ent_project_end_update (project, record);
}

/* The Julian day number of "2026-11-22". */
int
day (const char *iso)
{
  int julian;

  g_assert_true (ent_day_parse_iso (iso, &julian));
  return julian;
}
