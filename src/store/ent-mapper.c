/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-mapper.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "base/ent-number.h"

/**
 * ent_mapper_set:
 * @record: a record
 * @column: one of its columns
 * @value: what the database holds
 */
void
ent_mapper_set (EntRecord *record, const EntColumn *column, const EntValue *value)
{
  if (value->type == SQLITE_NULL)
    {
      ent_record_set_unknown (record, column);
      return;
    }

  switch (column->kind)
    {
    case ENT_KIND_INTEGER:
    case ENT_KIND_REFERENCE:
    case ENT_KIND_FLAG:
      ent_record_set_integer (record, column, value->integer);
      break;
    case ENT_KIND_REAL:
      ent_record_set_real (record, column,
                           value->type == SQLITE_INTEGER ? value->integer : value->real);
      break;
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      ent_record_set_string (record, column, value->text);
      break;
    }
}

/**
 * ent_mapper_dup_canonical:
 * @column: a column
 * @value: what the database holds
 *
 * Returns: (transfer full) (nullable): the value as ent_column_parse() writes it; a flag that
 *   is not set is no value, as in ent_record_dup_value()
 */
char *
ent_mapper_dup_canonical (const EntColumn *column, const EntValue *value)
{
  if (value->type == SQLITE_NULL)
    return NULL;

  switch (column->kind)
    {
    case ENT_KIND_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case ENT_KIND_REFERENCE:
      return value->integer ? ent_id_to_string (value->integer) : NULL;
    case ENT_KIND_FLAG:
      return value->integer ? g_strdup ("true") : NULL;
    case ENT_KIND_REAL:
      return ent_number_from_real (value->type == SQLITE_INTEGER ? value->integer : value->real);
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      return g_strdup (value->text);
    }

  g_assert_not_reached ();
}

/**
 * ent_mapper_bind:
 * @statement: a statement
 * @column: a column
 * @canonical: (nullable): a value as ent_column_parse() writes it, that stays until the
 *   statement has run
 *
 * A flag that is not set is stored as no value, so that there is one way to say so.
 */
void
ent_mapper_bind (EntStatement *statement, const EntColumn *column, const char *canonical)
{
  EntId id;

  if (!canonical)
    {
      ent_statement_bind_null (statement);
      return;
    }

  switch (column->kind)
    {
    case ENT_KIND_INTEGER:
      ent_statement_bind_integer (statement, g_ascii_strtoll (canonical, NULL, 10));
      break;
    case ENT_KIND_REFERENCE:
      if (ent_id_parse (canonical, &id))
        ent_statement_bind_integer (statement, id);
      else
        ent_statement_bind_null (statement);
      break;
    case ENT_KIND_FLAG:
      if (g_str_equal (canonical, "true"))
        ent_statement_bind_integer (statement, 1);
      else
        ent_statement_bind_null (statement);
      break;
    case ENT_KIND_REAL:
      ent_statement_bind_real (statement, g_ascii_strtod (canonical, NULL));
      break;
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      ent_statement_bind_text (statement, canonical);
      break;
    }
}

/* SELECT of all that load_row () reads, in its order. */
static char *
build_select (const EntTable *table, const char *condition)
{
  GString *sql = g_string_new ("SELECT t.id");

  for (guint i = 0; i < ent_record_n_columns; i++)
    g_string_append_printf (sql, ", r.\"%s\"", ent_record_columns[i].name);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", t.\"%s\"", table->columns[i].name);
  g_string_append_printf (sql, " FROM \"%s\" t JOIN record r ON r.id = t.id %s", table->name,
                          condition);

  return g_string_free_and_steal (sql);
}

static gboolean
load_column (EntStatement *statement, EntRecord *record, const EntColumn *column, GError **error)
{
  EntValue value = ent_statement_read_value (statement);
  g_autofree char *shown = NULL;

  if (value.type == SQLITE_NULL)
    return TRUE;

  ent_mapper_set (record, column, &value);
  if (column->kind != ENT_KIND_DATE || ent_record_get_date (record, column))
    return TRUE;

  shown = g_utf8_make_valid (value.text ? value.text : "", -1);
  g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
               _("The project is damaged: “%s” is no date (field “%s”). "
                 "Take an earlier copy of it."),
                 shown, _(column->label));
  return FALSE;
}

static EntRecord *
load_row (EntStatement *statement, const EntTable *table, GError **error)
{
  g_autoptr (EntRecord) record = ent_record_new (table, ent_statement_read_integer (statement));

  for (guint i = 0; i < ent_record_n_columns; i++)
    if (!load_column (statement, record, &ent_record_columns[i], error))
      return NULL;
  for (guint i = 0; i < table->n_columns; i++)
    if (!load_column (statement, record, &table->columns[i], error))
      return NULL;

  return g_steal_pointer (&record);
}

/* Whether a walk over rows ended for no other reason than their end. */
static gboolean
ended_well (GError *problem, GError **error)
{
  if (!problem)
    return TRUE;

  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
load_table (EntDatabase *database, EntProject *project, const EntTable *table, GError **error)
{
  g_autofree char *sql = build_select (table, "ORDER BY t.id");
  g_autoptr (EntStatement) statement = ent_database_prepare (database, sql, error);
  GError *problem = NULL;

  while (statement && ent_statement_next (statement, &problem))
    {
      g_autoptr (EntRecord) record = load_row (statement, table, error);

      if (!record)
        return FALSE;
      if (ent_project_get (project, ent_record_get_id (record)))
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                       _("The project is damaged: two records have one id (%s). "
                         "Take an earlier copy of it."),
                         table->name);
          return FALSE;
        }
      ent_project_add (project, record);
    }

  return statement && ended_well (problem, error);
}

static gboolean
load_translations (EntDatabase *database, EntProject *project, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      database, "SELECT record, field, lang, text FROM translation", error);
  GError *problem = NULL;

  while (statement && ent_statement_next (statement, &problem))
    {
      EntRecord *record = ent_project_get (project, ent_statement_read_integer (statement));
      const char *field = ent_statement_read_text (statement);
      const char *lang = ent_statement_read_text (statement);
      const char *text = ent_statement_read_text (statement);

      if (record && field && lang && text)
        ent_record_set_translation (record, field, lang, text);
    }

  return statement && ended_well (problem, error);
}

static gboolean
load_tags (EntDatabase *database, EntProject *project, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      database, "SELECT record, term, coalesce (weight, -1) FROM tag", error);
  GError *problem = NULL;

  while (statement && ent_statement_next (statement, &problem))
    {
      EntRecord *record = ent_project_get (project, ent_statement_read_integer (statement));
      EntId term = ent_statement_read_integer (statement);
      int weight = ent_statement_read_integer (statement);

      if (record)
        ent_record_set_tag (record, term, weight);
    }

  return statement && ended_well (problem, error);
}

static gboolean
load_settings (EntDatabase *database, EntProject *project, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      database, "SELECT key, value FROM setting ORDER BY key", error);
  GError *problem = NULL;

  while (statement && ent_statement_next (statement, &problem))
    {
      const char *key = ent_statement_read_text (statement);
      const char *value = ent_statement_read_text (statement);

      if (key && value)
        ent_project_set_setting (project, key, value);
    }

  return statement && ended_well (problem, error);
}

/**
 * ent_mapper_load:
 * @database: a project's database
 * @project: an empty graph
 * @error: return location
 *
 * Fills the graph: settings, records, translations and tags.
 *
 * Returns: whether all was read
 */
gboolean
ent_mapper_load (EntDatabase *database, EntProject *project, GError **error)
{
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  if (!load_settings (database, project, error))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    if (!load_table (database, project, tables[i], error))
      return FALSE;

  return load_translations (database, project, error) && load_tags (database, project, error);
}

/**
 * ent_mapper_load_record:
 * @database: a project's database
 * @table: the type of the record
 * @id: its id
 * @error: return location
 *
 * The record as the database has it now, inside a transaction too, when the graph does not
 * know yet; without translations and tags.
 *
 * Returns: (transfer full): the record
 */
EntRecord *
ent_mapper_load_record (EntDatabase *database, const EntTable *table, EntId id, GError **error)
{
  g_autofree char *sql = build_select (table, "WHERE t.id = ?");
  g_autoptr (EntStatement) statement = ent_database_prepare (database, sql, error);
  GError *problem = NULL;

  if (!statement)
    return NULL;
  ent_statement_bind_integer (statement, id);
  if (ent_statement_next (statement, &problem))
    return load_row (statement, table, error);
  if (ended_well (problem, error))
    g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                         _("The record is not in the project any more."));

  return NULL;
}
