/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-store-private.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "base/ent-number.h"
#include "base/ent-text.h"
#include "store/ent-mapper.h"

static gboolean
refuse (const char *what, GError **error)
{
  g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
               _("The project is damaged (%s): take an earlier copy of it."), what);
  return FALSE;
}

/* Refuses when a query finds anything; what it finds is named. */
static gboolean
expect_nothing (EntDatabase *database, const char *sql, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (database, sql, error);
  GError *problem = NULL;

  if (!statement)
    return FALSE;
  if (ent_statement_next (statement, &problem))
    return refuse (ent_statement_read_text (statement), error);
  if (problem)
    g_propagate_error (error, problem);

  return problem == NULL;
}

/* Each row of the registry has its row in the table of its type, and none in another. */
static gboolean
check_registry (EntDatabase *database, GError **error)
{
  g_autoptr (GString) types = g_string_new (NULL);
  g_autofree char *unknown = NULL;
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      const char *name = tables[i]->name;
      g_autofree char *lost = g_strdup_printf (
          "SELECT 'record ' || r.id || ' %s' FROM record r LEFT JOIN \"%s\" t ON t.id = r.id "
          "WHERE r.type = '%s' AND t.id IS NULL",
          name, name, name);
      g_autofree char *misplaced = g_strdup_printf (
          "SELECT '%s ' || t.id || ' ' || coalesce (r.type, '') FROM \"%s\" t "
          "LEFT JOIN record r ON r.id = t.id WHERE r.type IS NOT '%s' OR t.id <= 0",
          name, name, name);

      if (!expect_nothing (database, lost, error) || !expect_nothing (database, misplaced, error))
        return FALSE;
      g_string_append_printf (types, "%s'%s'", i > 0 ? ", " : "", name);
    }

  unknown = g_strdup_printf ("SELECT 'record ' || id || ' ' || type FROM record "
                             "WHERE type NOT IN (%s)",
                             types->str);
  return expect_nothing (database, unknown, error);
}

/* A hostile file can hold numbers where the schema says text, and the other way round. */
static gboolean
has_type_of (const EntColumn *column, const EntValue *value)
{
  switch (column->kind)
    {
    case ENT_KIND_INTEGER:
    case ENT_KIND_REFERENCE:
    case ENT_KIND_FLAG:
      return value->type == SQLITE_INTEGER;
    case ENT_KIND_REAL:
      return value->type == SQLITE_FLOAT || value->type == SQLITE_INTEGER;
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      return value->type == SQLITE_TEXT && value->text != NULL;
    }

  g_assert_not_reached ();
}

static gboolean
fits (const EntColumn *column, const EntValue *value)
{
  if (value->type == SQLITE_NULL)
    return (column->flags & ENT_COLUMN_REQUIRED) == 0;
  if (!has_type_of (column, value))
    return FALSE;

  switch (column->kind)
    {
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
      return g_utf8_validate (value->text, -1, NULL)
             && ((column->flags & ENT_COLUMN_REQUIRED) == 0 || !ent_text_is_blank (value->text));
    case ENT_KIND_CHOICE:
      return ent_column_find_choice (column, value->text) != NULL;
    case ENT_KIND_DATE:
      {
        g_autoptr (EntDate) date = ent_date_new (value->text, NULL);

        return date != NULL;
      }
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      {
        g_autofree char *decimal = ent_number_parse (value->text, NULL);

        return g_strcmp0 (decimal, value->text) == 0;
      }
    case ENT_KIND_INTEGER:
      return ABS (value->integer) <= G_MAXINT32;
    case ENT_KIND_REFERENCE:
      return value->integer > 0;
    case ENT_KIND_FLAG:
      return value->integer == 0 || value->integer == 1;
    case ENT_KIND_REAL:
      return TRUE;
    }

  g_assert_not_reached ();
}

static gboolean
check_value (
    const EntTable *table, EntId id, const EntColumn *column, const EntValue *value, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (fits (column, value))
    return TRUE;

  text = ent_id_to_string (id);
  shown = g_utf8_make_valid (value->text ? value->text : "", -1);
  g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
               _("The project is damaged: in the record “%s” (%s) the field “%s” does not take "
                 "“%s”. Take an earlier copy of it."),
                 text, _(table->label), _(column->label), shown);
  return FALSE;
}

static gboolean
check_values (EntDatabase *database, const EntTable *table, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT t.id");
  g_autoptr (EntStatement) statement = NULL;
  GError *problem = NULL;

  for (guint i = 0; i < ent_record_n_columns; i++)
    g_string_append_printf (sql, ", r.\"%s\"", ent_record_columns[i].name);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", t.\"%s\"", table->columns[i].name);
  g_string_append_printf (sql, " FROM \"%s\" t JOIN record r ON r.id = t.id", table->name);

  statement = ent_database_prepare (database, sql->str, error);
  while (statement && ent_statement_next (statement, &problem))
    {
      EntId id = ent_statement_read_integer (statement);

      for (guint i = 0; i < ent_record_n_columns + table->n_columns; i++)
        {
          const EntColumn *column = i < ent_record_n_columns
                                        ? &ent_record_columns[i]
                                        : &table->columns[i - ent_record_n_columns];
          EntValue value = ent_statement_read_value (statement);

          if (!check_value (table, id, column, &value, error))
            return FALSE;
        }
    }
  if (problem)
    g_propagate_error (error, problem);

  return statement && !problem;
}

static gboolean
check_translations (EntDatabase *database, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      database,
      "SELECT r.type, t.field, t.text FROM translation t JOIN record r ON r.id = t.record", error);
  GError *problem = NULL;

  while (statement && ent_statement_next (statement, &problem))
    {
      const EntTable *table = ent_table_find (ent_statement_read_text (statement));
      const char *field = ent_statement_read_text (statement);
      const char *text = ent_statement_read_text (statement);
      const EntColumn *column = table ? ent_table_find_column (table, field) : NULL;

      if (!column || (column->flags & ENT_COLUMN_TRANSLATABLE) == 0
          || !g_utf8_validate (text, -1, NULL))
        return refuse (field, error);
    }
  if (problem)
    g_propagate_error (error, problem);

  return statement && !problem;
}

/**
 * ent_store_check:
 * @self: a store
 * @error: return location: %ENT_ERROR_DAMAGED, naming the first thing found
 *
 * Holds the whole content against the rules: the file itself, every reference (which the
 * schema ties to the table of its type), the registry against the typed tables, every
 * choice, date, number and required value, translations and tags. For a file from
 * elsewhere, before it is trusted.
 *
 * Returns: whether all is well
 */
gboolean
ent_store_check (EntStore *self, GError **error)
{
  EntDatabase *database = ent_store_get_database (self);

  return expect_nothing (database,
                         "SELECT quick_check FROM pragma_quick_check WHERE quick_check <> 'ok'",
                         error)
         && expect_nothing (database,
                            "SELECT \"table\" || ' → ' || parent FROM pragma_foreign_key_check "
                            "LIMIT 1",
                            error)
         && ent_store_check_values (self, error);
}

/* What of it does not read every page: for a file whose pages were looked at before. */
gboolean
ent_store_check_values (EntStore *self, GError **error)
{
  EntDatabase *database = ent_store_get_database (self);
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  if (!check_registry (database, error)
      || !expect_nothing (database,
                          "SELECT 'tag ' || term FROM tag WHERE weight NOT BETWEEN 0 AND 2", error)
      || !check_translations (database, error))
    return FALSE;

  for (guint i = 0; i < n_tables; i++)
    if (!check_values (database, tables[i], error))
      return FALSE;

  return TRUE;
}
