/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/ent-error.h"
#include "store/ent-schema.h"

static EntDatabase *
open_fresh (void)
{
  g_autoptr (GError) error = NULL;
  EntDatabase *database = ent_database_open (":memory:", ENT_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  ent_schema_create (database, &error);
  g_assert_no_error (error);

  return database;
}

static gint64
count_in_schema (EntDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  ent_database_get_integer (database, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* Each of these makes recording fail, or undo impossible. */
static void
test_nothing_harmful (void)
{
  g_autoptr (EntDatabase) database = open_fresh ();

  g_assert_cmpint (count_in_schema (database, "SELECT count(*) FROM sqlite_schema WHERE type IN "
                                              "('trigger', 'view')"),
                   ==, 0);
  g_assert_cmpint (
      count_in_schema (database, "SELECT count(*) FROM sqlite_schema s, pragma_table_xinfo (s.name)"
                                 " WHERE s.type = 'table' AND hidden <> 0"),
      ==, 0);
  g_assert_cmpint (
      count_in_schema (database, "SELECT count(*) FROM sqlite_schema s, pragma_index_list (s.name)"
                                 " WHERE s.type = 'table' AND origin <> 'pk'"),
      ==, 0);
  g_assert_cmpint (count_in_schema (database, "SELECT count(*) FROM pragma_table_list WHERE "
                                              "strict = 0 AND name NOT LIKE 'sqlite_%'"),
                   ==, 0);
  g_assert_cmpint (
      count_in_schema (database,
                       "SELECT count(*) FROM sqlite_schema s, "
                       "pragma_foreign_key_list (s.name) f WHERE s.type = 'table' AND "
                       "f.on_delete <> 'NO ACTION' AND f.\"from\" NOT IN ('id', 'record')"),
      ==, 0);
}

static const char *
sql_type (EntKind kind)
{
  switch (kind)
    {
    case ENT_KIND_INTEGER:
    case ENT_KIND_REFERENCE:
    case ENT_KIND_FLAG:
      return "INTEGER";
    case ENT_KIND_REAL:
      return "REAL";
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      return "TEXT";
    }

  g_assert_not_reached ();
}

static char *
find_target (EntDatabase *database, const char *table, const char *column)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT \"table\" FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s'", table, column);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntStatement) statement = ent_database_prepare (database, sql, &error);

  g_assert_no_error (error);
  return ent_statement_next (statement, &error) ? g_strdup (ent_statement_read_text (statement))
                                                : NULL;
}

static void
compare_columns (
    EntDatabase *database, const char *name, const EntColumn *columns, guint n_columns, int first)
{
  g_autofree char *sql = g_strdup_printf ("SELECT cid, name, type, \"notnull\" FROM "
                                          "pragma_table_info ('%s') WHERE cid >= %d ORDER BY cid",
                                          name, first);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntStatement) statement = ent_database_prepare (database, sql, &error);
  guint i = 0;

  g_assert_no_error (error);
  while (ent_statement_next (statement, &error))
    {
      const EntColumn *column = &columns[i];
      g_autofree char *target = NULL;

      g_assert_cmpuint (i, <, n_columns);
      g_assert_cmpint (ent_statement_read_integer (statement), ==, i + first);
      g_assert_cmpstr (ent_statement_read_text (statement), ==, column->name);
      g_assert_cmpstr (ent_statement_read_text (statement), ==, sql_type (column->kind));
      g_assert_cmpint (ent_statement_read_integer (statement), ==,
                       column->kind == ENT_KIND_REFERENCE
                           && (column->flags & ENT_COLUMN_REQUIRED) != 0);
      target = find_target (database, name, column->name);
      g_assert_cmpstr (target, ==, column->target);
      i++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (i, ==, n_columns);
}

static void
test_column_tables (void)
{
  g_autoptr (EntDatabase) database = open_fresh ();
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    compare_columns (database, tables[i]->name, tables[i]->columns, tables[i]->n_columns, 1);
  compare_columns (database, "record", ent_record_columns, ent_record_n_columns, 2);
  g_assert_cmpint (
      count_in_schema (database, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"), ==,
      n_tables + 6);
}

static void
refuse_open (Fixture *fixture, const char *sql, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  EntStore *store;
  gsize before_size, after_size;

  g_clear_object (&fixture->store);
  exec_sql (fixture->path, sql);
  g_file_get_contents (fixture->path, &before, &before_size, NULL);
  store = ent_store_open (fixture->path, &error);
  g_assert_null (store);
  g_assert_error (error, ENT_ERROR, code);
  g_file_get_contents (fixture->path, &after, &after_size, NULL);
  g_assert_cmpmem (after, after_size, before, before_size);
}

static void
test_hostile (Fixture *fixture, gconstpointer user_data)
{
  refuse_open (fixture, user_data, ENT_ERROR_DAMAGED);
}

static void
test_newer (Fixture *fixture, gconstpointer user_data)
{
  refuse_open (fixture, "PRAGMA user_version=1000", ENT_ERROR_TOO_NEW);
}

static void
test_other_program (Fixture *fixture, gconstpointer user_data)
{
  refuse_open (fixture, "PRAGMA application_id=1", ENT_ERROR_NOT_A_PROJECT);
}

static void
test_no_database (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "letter.entente", NULL);
  g_autofree char *missing = g_build_filename (fixture->directory, "missing.entente", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "Monsieur le Maire, je vous prie d'agréer…", -1, &error);
  g_assert_no_error (error);
  g_assert_null (ent_store_open (path, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_A_PROJECT);
  g_clear_error (&error);

  g_assert_null (ent_store_open (missing, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

/* The steps there are, and @sql as the next schema may bring it; the number of the newest is @n. */
static EntSchemaStep *
dup_steps_and (const char *sql, int *n)
{
  const EntSchemaStep *steps = ent_schema_get_steps (n);
  EntSchemaStep *more = g_new (EntSchemaStep, *n + 1);
  EntSchemaStep next = { sql, FALSE };

  memcpy (more, steps, (gsize) *n * sizeof *steps);
  more[*n] = next;

  return more;
}

static void
test_migration (Fixture *fixture, gconstpointer user_data)
{
  int n;
  g_autofree EntSchemaStep *steps = dup_steps_and ("ALTER TABLE place ADD COLUMN altitude INTEGER",
                                                   &n);
  g_autofree char *copy = g_strdup_printf ("%s.schema-%d", fixture->path, n);
  g_autoptr (EntDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  add_record (fixture->store, "place", "name", "Namur", NULL);
  g_clear_object (&fixture->store);
  database = ent_database_open (fixture->path, ENT_DATABASE_NONE, &error);
  g_assert_no_error (error);
  ent_schema_open (database, fixture->path, steps, n + 1, &error);
  g_assert_no_error (error);

  g_assert_cmpint (count_in_schema (database, "PRAGMA user_version"), ==, n + 1);
  g_assert_cmpint (count_in_schema (database, "SELECT count(*) FROM place WHERE altitude IS NULL"),
                   ==, 1);
  g_assert_cmpint (query_integer (copy, "PRAGMA user_version"), ==, n);
  g_assert_cmpint (query_integer (copy, "SELECT count(*) FROM place"), ==, 1);
}

static void
test_failing_migration (Fixture *fixture, gconstpointer user_data)
{
  int n;
  g_autofree EntSchemaStep *steps = dup_steps_and (
      "ALTER TABLE place ADD COLUMN altitude INTEGER; SELECT nothing", &n);
  g_autoptr (EntDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  database = ent_database_open (fixture->path, ENT_DATABASE_NONE, &error);
  g_assert_no_error (error);
  g_assert_false (ent_schema_open (database, fixture->path, steps, n + 1, &error));
  g_assert_nonnull (error);
  g_clear_pointer (&database, ent_database_free);

  fixture_reopen (fixture);
  g_assert_cmpint (ent_store_get_schema (fixture->store), ==, n);
}

/* The file that each schema wrote, for ever. Made by this test with
 * ENTENTE_MAKE_FIXTURE=tests/data/schema-001.entente while that schema was the newest. */
static void
make_old_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntStore) store = ent_store_create (path, &error);
  EntId city, pact, term;

  g_assert_no_error (error);
  city = add_record (store, "organisation", "name", "Hué", "kind", "city", NULL);
  pact = add_record (store, "agreement", "kind", "friendship", "title", "Pacte d’amitié", "signed",
                     "1995-06", "reciprocal", "true", NULL);
  add_record (store, "party", "agreement", write_id (pact), "organisation", write_id (city),
              "position", "1.5", NULL);
  term = add_record (store, "term", "scheme", "theme", "label", "Eau", NULL);
  {
    g_autoptr (EntAction) action = ent_store_begin (store, "Describe “%s”", "Pacte", NULL);

    ent_action_set_tag (action, pact, term, 2, &error);
    ent_action_set_translation (action, pact, column_of (pact, store, NULL, "title"), "en",
                                "Friendship pact", &error);
    ent_action_set_setting (action, ENT_SETTING_TITLE, "Relations internationales", &error);
    ent_action_commit (action, &error);
    g_assert_no_error (error);
  }
  set_field (store, pact, "ends", "2029");
}

static void
test_old_file (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, user_data, NULL);
  g_autofree char *path = g_build_filename (fixture->directory, "old.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (EntStore) store = NULL;
  g_autoptr (GError) error = NULL;
  EntRecord *pact;
  EntProject *project;
  EntId city, name;
  gsize size;

  g_file_get_contents (source, &bytes, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, bytes, size, &error);
  g_assert_no_error (error);

  store = ent_store_open (path, &error);
  g_assert_no_error (error);
  ent_store_check (store, &error);
  g_assert_no_error (error);
  project = ent_store_get_project (store);
  g_assert_cmpstr (ent_project_get_setting (project, ENT_SETTING_TITLE), ==,
                   "Relations internationales");
  pact = ent_project_find (project, &ent_agreement_table, "Pacte d’amitié", &error);
  g_assert_no_error (error);
  assert_field (store, ent_record_get_id (pact), "ends", "2029");
  assert_field (store, ent_record_get_id (pact), "signed", "1995-06");
  assert_field (store, ent_record_get_id (pact), "reciprocal", "true");
  g_assert_cmpstr (ent_record_get_translation (pact, "title", "en"), ==, "Friendship pact");

  /* What newer schemas hold is written, undone and done again beside it. */
  city = ent_record_get_id (ent_project_find (project, &ent_organisation_table, "Hué", &error));
  g_assert_no_error (error);
  name = add_record (store, "alias", "record", write_id (city), "name", "Huế", "kind", "former",
                     "until", "2024-12-31", "level", "municipal", "parent", write_id (city), NULL);
  undo (store);
  g_assert_null (ent_project_get (project, name));
  redo (store);
  assert_field (store, name, "level", "municipal");

  while (ent_store_can_undo (store))
    undo (store);
  g_assert_cmpuint (ent_project_count (project, &ent_agreement_table), ==, 0);
  g_assert_cmpuint (ent_project_count (project, &ent_party_table), ==, 0);
}

static const char *const old_files[] = { "schema-001.entente", "schema-002.entente" };

static const struct
{
  const char *path;
  const char *sql;
} hostile[] = {
  { "/store/schema/hostile/trigger",
    "CREATE TRIGGER t AFTER INSERT ON place BEGIN DELETE FROM record; END" },
  { "/store/schema/hostile/view", "CREATE VIEW v AS SELECT * FROM place" },
  { "/store/schema/hostile/index", "CREATE INDEX i ON place (name)" },
  { "/store/schema/hostile/unique", "CREATE UNIQUE INDEX i ON place (name)" },
  { "/store/schema/hostile/table", "CREATE TABLE extra (a)" },
  { "/store/schema/hostile/generated",
    "ALTER TABLE place ADD COLUMN twice TEXT AS (name || name) VIRTUAL" },
  { "/store/schema/hostile/column", "ALTER TABLE place ADD COLUMN more TEXT" },
  { "/store/schema/hostile/missing", "DROP TABLE expense" },
  { "/store/schema/hostile/renamed", "ALTER TABLE place RENAME COLUMN zone TO region" },
  { "/store/schema/hostile/virtual", "CREATE VIRTUAL TABLE w USING fts5 (x)" },
  { "/store/schema/hostile/date",
    "INSERT INTO record (id, type) VALUES (1, 'agreement');"
    "INSERT INTO agreement (id, title, ends) VALUES (1, 'x', 'some day')" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (g_getenv ("ENTENTE_MAKE_FIXTURE"))
    {
      make_old_file (g_getenv ("ENTENTE_MAKE_FIXTURE"));
      return 0;
    }

  g_test_add_func ("/store/schema/nothing-harmful", test_nothing_harmful);
  g_test_add_func ("/store/schema/column-tables", test_column_tables);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    g_test_add (hostile[i].path, Fixture, hostile[i].sql, fixture_set_up, test_hostile,
                fixture_tear_down);
  fixture_add ("/store/schema/newer", test_newer);
  fixture_add ("/store/schema/other-program", test_other_program);
  fixture_add ("/store/schema/no-database", test_no_database);
  fixture_add ("/store/schema/migration", test_migration);
  fixture_add ("/store/schema/failing-migration", test_failing_migration);
  for (guint i = 0; i < G_N_ELEMENTS (old_files); i++)
    {
      g_autofree char *path = g_strconcat ("/store/schema/", old_files[i], NULL);

      g_test_add (path, Fixture, old_files[i], fixture_set_up, test_old_file, fixture_tear_down);
    }

  return g_test_run ();
}
