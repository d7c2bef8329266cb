/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-schema.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "store/ent-snapshot.h"

GResource *ent_schema_get_resource (void);

typedef struct
{
  const char *name;
  gboolean ends_undo;
} StepFile;

static const StepFile files[] = {
  { "001.sql", FALSE },
  { "002.sql", FALSE },
};

/**
 * ent_schema_get_steps:
 * @n_steps: (out): how many: the number of the newest schema
 *
 * Returns: (array length=n_steps) (transfer none): the steps that lead from an empty file to
 *   the newest schema
 */
const EntSchemaStep *
ent_schema_get_steps (int *n_steps)
{
  static EntSchemaStep steps[G_N_ELEMENTS (files)];
  static GBytes *texts[G_N_ELEMENTS (files)];
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        {
          g_autofree char *path = g_strconcat ("/io/github/entente/Entente/schema/", files[i].name,
                                               NULL);

          texts[i] = g_resource_lookup_data (ent_schema_get_resource (), path,
                                             G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
          /* GResource ends every file with a NUL. The text stays for the life of the program. */
          g_assert (texts[i]);
          steps[i].sql = g_bytes_get_data (texts[i], NULL);
          steps[i].ends_undo = files[i].ends_undo;
        }
      g_once_init_leave (&loaded, 1);
    }

  *n_steps = G_N_ELEMENTS (steps);
  return steps;
}

static gboolean
run_steps (EntDatabase *database, const EntSchemaStep *steps, int first, int last, GError **error)
{
  for (int i = first; i < last; i++)
    {
      g_autoptr (EntTransaction) transaction = ent_database_begin (database, error);
      g_autofree char *version = g_strdup_printf ("PRAGMA user_version=%d", i + 1);
      g_autofree char *application = g_strdup_printf ("PRAGMA application_id=%d",
                                                      ENT_SCHEMA_APPLICATION_ID);

      if (!transaction || !ent_database_exec (database, steps[i].sql, error)
          || !ent_database_exec (database, version, error)
          || !ent_database_exec (database, application, error)
          || !ent_transaction_commit (transaction, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ent_schema_create:
 * @database: an empty database
 * @error: return location
 *
 * Returns: whether it has the newest schema now
 */
gboolean
ent_schema_create (EntDatabase *database, GError **error)
{
  int n_steps;
  const EntSchemaStep *steps = ent_schema_get_steps (&n_steps);

  return run_steps (database, steps, 0, n_steps, error);
}

/* Everything a schema holds: name → SQL. Indices that SQLite makes for a key have none. */
static GHashTable *
read_schema (EntDatabase *database, GError **error)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (EntStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;

  statement = ent_database_prepare (
      database, "SELECT type || ' ' || name, coalesce (sql, '') FROM sqlite_schema", error);
  if (!statement)
    return NULL;

  while (ent_statement_next (statement, &problem))
    {
      const char *name = ent_statement_read_text (statement);
      const char *sql = ent_statement_read_text (statement);

      g_hash_table_insert (schema, g_strdup (name), g_strdup (sql));
    }
  if (problem)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_steal_pointer (&schema);
}

static gboolean
compare (EntDatabase *database, const EntSchemaStep *steps, int version, GError **error)
{
  g_autoptr (EntDatabase) model = ent_database_open (":memory:", ENT_DATABASE_CREATE, error);
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (GHashTable) found = NULL;
  GHashTableIter iter;
  gpointer name, sql;

  if (!model || !run_steps (model, steps, 0, version, error))
    return FALSE;
  expected = read_schema (model, error);
  found = expected ? read_schema (database, error) : NULL;
  if (!found)
    return FALSE;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      if (g_strcmp0 (g_hash_table_lookup (expected, name), sql) != 0)
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                       _("This file holds something that no Entente project holds (%s), "
                         "so it was not opened. Take an earlier copy of it."),
                         (const char *) name);
          return FALSE;
        }
      g_hash_table_remove (expected, name);
    }

  g_hash_table_iter_init (&iter, expected);
  if (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                   _("This project lacks a part (%s), so it was not opened. "
                     "Take an earlier copy of it."),
                     (const char *) name);
      return FALSE;
    }

  return TRUE;
}

/**
 * ent_schema_compare:
 * @database: a copy of a file from elsewhere
 * @error: return location: what SQLite says of a file that cannot be read, or
 *   %ENT_ERROR_DAMAGED
 *
 * Holds the schema of a file against the one expected for its version, and changes nothing.
 *
 * Returns: whether it is that one
 */
gboolean
ent_schema_compare (EntDatabase *database, GError **error)
{
  int n_steps;
  const EntSchemaStep *steps = ent_schema_get_steps (&n_steps);
  gint64 version;

  if (!ent_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;
  return compare (database, steps, (int) CLAMP (version, 0, n_steps), error);
}

static gboolean
keep_copy (EntDatabase *database, const char *path, int version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.schema-%d", path, version);

  return g_file_test (copy, G_FILE_TEST_EXISTS) || ent_snapshot_write (database, copy, NULL, error);
}

/**
 * ent_schema_open:
 * @database: a database that exists
 * @path: where it is; a copy is kept beside it, named after its schema, before any migration
 * @steps: (array length=n_steps): all steps
 * @n_steps: how many
 * @error: return location: %ENT_ERROR_NOT_A_PROJECT, %ENT_ERROR_TOO_NEW, or
 *   %ENT_ERROR_DAMAGED when the schema is not the one of its version
 *
 * Holds the schema of a file against the one expected, then brings it up to date.
 *
 * Returns: whether the database has the newest schema
 */
gboolean
ent_schema_open (EntDatabase *database,
                 const char *path,
                 const EntSchemaStep *steps,
                 int n_steps,
                 GError **error)
{
  gint64 application, version;

  if (!ent_database_get_integer (database, "PRAGMA application_id", &application, error)
      || !ent_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application != ENT_SCHEMA_APPLICATION_ID || version < 1)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NOT_A_PROJECT,
                           _("This file is not an Entente project."));
      return FALSE;
    }
  if (version > n_steps)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_TOO_NEW,
                           _("This project was written by a newer version of Entente: "
                             "update the program to open it."));
      return FALSE;
    }
  if (!compare (database, steps, version, error))
    return FALSE;
  if (version == n_steps)
    return TRUE;

  return keep_copy (database, path, version, error)
         && run_steps (database, steps, version, n_steps, error)
         && compare (database, steps, n_steps, error);
}

/**
 * ent_schema_may_undo:
 * @schema: the schema under which an entry of the journal was made
 *
 * A changeset applied over a renamed table or dropped columns does nothing and says so to
 * nobody: entries older than such a step are not undone.
 *
 * Returns: whether the entry can still be undone
 */
gboolean
ent_schema_may_undo (int schema)
{
  int n_steps;
  const EntSchemaStep *steps = ent_schema_get_steps (&n_steps);

  for (int i = MAX (schema, 0); i < n_steps; i++)
    if (steps[i].ends_undo)
      return FALSE;

  return schema >= 1 && schema <= n_steps;
}
