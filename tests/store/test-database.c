/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "base/ent-error.h"
#include "store/ent-store-private.h"

static EntDatabase *
open_with_table (void)
{
  g_autoptr (GError) error = NULL;
  EntDatabase *database = ent_database_open (":memory:", ENT_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  ent_database_exec (database, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT", &error);
  g_assert_no_error (error);

  return database;
}

static gint64
count_rows (EntDatabase *database)
{
  g_autoptr (GError) error = NULL;
  gint64 n_rows;

  ent_database_get_integer (database, "SELECT count(*) FROM t", &n_rows, &error);
  g_assert_no_error (error);
  return n_rows;
}

static void
insert (EntDatabase *database)
{
  g_autoptr (GError) error = NULL;

  ent_database_exec (database, "INSERT INTO t (b) VALUES ('x')", &error);
  g_assert_no_error (error);
}

static void
test_transactions (void)
{
  g_autoptr (EntDatabase) database = open_with_table ();
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (EntTransaction) dropped = ent_database_begin (database, &error);

    insert (database);
    g_assert_cmpint (count_rows (database), ==, 1);
  }
  g_assert_cmpint (count_rows (database), ==, 0);

  {
    g_autoptr (EntTransaction) outer = ent_database_begin (database, &error);
    g_autoptr (EntTransaction) inner = ent_database_begin (database, &error);

    insert (database);
    g_assert_true (ent_transaction_commit (inner, &error));
    g_assert_true (ent_transaction_commit (outer, &error));
  }
  g_assert_cmpint (count_rows (database), ==, 1);

  {
    g_autoptr (EntTransaction) outer = ent_database_begin (database, &error);
    EntTransaction *inner = ent_database_begin (database, &error);

    insert (database);
    ent_transaction_free (inner);
    insert (database);
    g_assert_false (ent_transaction_commit (outer, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_FAILED);
    g_clear_error (&error);
  }
  g_assert_cmpint (count_rows (database), ==, 1);

  {
    g_autoptr (EntTransaction) next = ent_database_begin (database, &error);

    insert (database);
    g_assert_true (ent_transaction_commit (next, &error));
  }
  g_assert_cmpint (count_rows (database), ==, 2);
}

/* When SQLite gave up by itself, what follows must not be done alone. */
static void
test_given_up (void)
{
  g_autoptr (EntDatabase) database = open_with_table ();
  g_autoptr (EntTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  transaction = ent_database_begin (database, &error);
  g_assert_no_error (error);
  insert (database);
  g_assert_cmpint (sqlite3_exec (ent_database_get_handle (database), "ROLLBACK", 0, 0, 0), ==, 0);
  g_assert_false (ent_database_exec (database, "INSERT INTO t (b) VALUES ('y')", &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (ent_transaction_commit (transaction, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_FAILED);
  g_assert_cmpint (count_rows (database), ==, 0);
}

static void
test_statements (void)
{
  g_autoptr (EntDatabase) database = open_with_table ();
  const char *sql = "SELECT b FROM t WHERE a >= ? ORDER BY a";
  g_autoptr (EntStatement) first = NULL;
  g_autoptr (EntStatement) second = NULL;
  g_autoptr (GError) error = NULL;
  EntStatement *again;

  insert (database);
  insert (database);
  first = ent_database_prepare (database, sql, &error);
  g_assert_no_error (error);
  ent_statement_bind_integer (first, 1);
  g_assert_true (ent_statement_next (first, &error));

  /* The same text while the first is in use: another statement, with rows of its own. */
  second = ent_database_prepare (database, sql, &error);
  g_assert_no_error (error);
  g_assert_true (first != second);
  ent_statement_bind_integer (second, 2);
  g_assert_true (ent_statement_next (second, &error));
  g_assert_false (ent_statement_next (second, &error));
  g_assert_true (ent_statement_next (first, &error));
  g_assert_no_error (error);

  again = g_steal_pointer (&first);
  ent_statement_free (again);
  first = ent_database_prepare (database, sql, &error);
  g_assert_true (first == again);
  g_assert_false (ent_statement_next (first, &error));
  g_assert_no_error (error);
}

static void
test_settings (Fixture *fixture, gconstpointer user_data)
{
  const struct
  {
    const char *sql;
    gint64 value;
  } cases[] = {
    { "PRAGMA foreign_keys", 1 },    { "PRAGMA synchronous", 2 }, { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 }, { "PRAGMA mmap_size", 0 },   { "PRAGMA secure_delete", 1 },
  };
  EntDatabase *database = ent_store_get_database (fixture->store);
  g_autoptr (EntStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  int defensive = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value;

      g_assert_true (ent_database_get_integer (database, cases[i].sql, &value, &error));
      g_assert_cmpint (value, ==, cases[i].value);
    }
  statement = ent_database_prepare (database, "PRAGMA journal_mode", &error);
  g_assert_true (ent_statement_next (statement, &error));
  g_assert_cmpstr (ent_statement_read_text (statement), ==, "truncate");
  sqlite3_db_config (ent_database_get_handle (database), SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
  g_assert_true (defensive);
}

/* Adds a long text until something says no; then all that was acknowledged is there. */
static void
fill (Fixture *fixture, EntId place, int code)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  for (; n < 1000 && !error; n++)
    {
      g_autofree char *value = g_strdup_printf ("%d %s", n, text);

      g_clear_pointer (&before, g_free);
      before = dump_graph (ent_store_get_project (fixture->store));
      ent_store_set_field (fixture->store, place, column_of (place, fixture->store, NULL, "text"),
                           value, &error);
    }
  g_assert_error (error, ENT_ERROR, code);
  g_assert_cmpint (n, >, 1);
  after = dump_graph (ent_store_get_project (fixture->store));
  assert_same_text (after, before);
}

static void
test_disk_full (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  EntDatabase *database = ent_store_get_database (fixture->store);
  g_autoptr (GError) error = NULL;

  ent_database_exec (database, "PRAGMA max_page_count = 200", &error);
  g_assert_no_error (error);
  fill (fixture, place, ENT_ERROR_NO_SPACE);
  assert_graph_is_fresh (fixture);

  /* There is space again: the same program goes on. */
  ent_database_exec (database, "PRAGMA max_page_count = 100000", &error);
  g_assert_no_error (error);
  set_field (fixture->store, place, "name", "Jambes");
  undo (fixture->store);
  undo (fixture->store);
  assert_graph_is_fresh (fixture);
  ent_store_check (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_file_too_large (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  struct rlimit limit;
  struct rlimit old;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  limit = old;
  limit.rlim_cur = 1000000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  fill (fixture, place, ENT_ERROR_NO_SPACE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  set_field (fixture->store, place, "name", "Jambes");
  assert_graph_is_fresh (fixture);
}

static void
test_snapshot_on_full_disk (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "copy.entente", NULL);
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  struct rlimit old;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  limit = old;
  limit.rlim_cur = 50000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (ent_store_snapshot (fixture->store, path, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NO_SPACE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_in_use (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  sqlite3 *other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", 0, 0, 0), ==, SQLITE_OK);
  g_assert_false (ent_store_set_field (
      fixture->store, place, column_of (place, fixture->store, NULL, "name"), "Jambes", &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_IN_USE);
  sqlite3_close (other);
  set_field (fixture->store, place, "name", "Jambes");
}

/* Each is written behind the back of the store; the check names it. */
static void
test_check (Fixture *fixture, gconstpointer user_data)
{
  const char *const damages[] = {
    "UPDATE agreement SET kind = 'marriage'",
    "UPDATE agreement SET title = NULL",
    "UPDATE agreement SET title = '  '",
    "UPDATE agreement SET reciprocal = 7",
    "UPDATE party SET organisation = agreement",
    "UPDATE record SET type = 'event' WHERE type = 'agreement'",
    "UPDATE record SET type = 'dragon' WHERE type = 'agreement'",
    "UPDATE record SET visibility = 'secret'",
    "INSERT INTO record (id, type) VALUES (7, 'place')",
    "INSERT INTO record (id, type) VALUES (-7, 'place'); INSERT INTO place (id, name) VALUES (-7, "
    "'x')",
    "INSERT INTO place (id, name) VALUES (8, 'x')",
    "INSERT INTO tag (record, term) SELECT id, 99 FROM agreement",
    "INSERT INTO translation SELECT id, 'dragon', 'en', 'x' FROM agreement",
    "INSERT INTO translation SELECT id, 'kind', 'en', 'x' FROM agreement",
    "UPDATE membership SET fee = '1,5'",
    "UPDATE membership SET fee = 'a lot'",
    "UPDATE agreement SET title = CAST (x'ff41' AS TEXT)",
  };
  EntId city = add_record (fixture->store, "organisation", "name", "Namur", "kind", "city", NULL);
  EntId pact = add_record (fixture->store, "agreement", "kind", "mou", "title", "x", NULL);

  add_record (fixture->store, "party", "agreement", write_id (pact), "organisation",
              write_id (city), NULL);
  add_record (fixture->store, "membership", "member", write_id (city), "whole", write_id (city),
              "role", "member", "fee", "100", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/damaged-%u.db", fixture->directory, i);
      g_autoptr (EntStore) store = NULL;
      g_autoptr (GError) error = NULL;

      ent_store_snapshot (fixture->store, path, NULL, &error);
      g_assert_no_error (error);
      exec_sql (path, damages[i]);
      store = ent_store_open (path, &error);
      if (store)
        g_assert_false (ent_store_check (store, &error));
      g_test_message ("%s: %s", damages[i], error->message);
      g_assert_error (error, ENT_ERROR, ENT_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/database/transactions", test_transactions);
  g_test_add_func ("/store/database/given-up", test_given_up);
  g_test_add_func ("/store/database/statements", test_statements);
  fixture_add ("/store/database/settings", test_settings);
  fixture_add ("/store/database/disk-full", test_disk_full);
  fixture_add ("/store/database/file-too-large", test_file_too_large);
  fixture_add ("/store/database/snapshot-on-full-disk", test_snapshot_on_full_disk);
  fixture_add ("/store/database/in-use", test_in_use);
  fixture_add ("/store/database/check", test_check);

  return g_test_run ();
}
