/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-edit FOLDER: an acknowledged edit, with its entry in the journal and the graph brought
 * up to date, beside the plain transaction on a copy of the same database. Prints the medians in
 * microseconds: floor, then ours. The two take turns, so that a busy machine is busy for both. */

#include "store/ent-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define N_RECORDS 2000
#define N_EDITS 400

static void
check (gboolean good, const char *what, GError **error)
{
  if (!good)
    g_error ("%s: %s", what, *error != NULL ? (*error)->message : "failed");
}

static void
check_sql (int result, sqlite3 *db)
{
  if (result != SQLITE_OK && result != SQLITE_DONE)
    g_error ("plain transaction: %s", sqlite3_errmsg (db));
}

static int
compare (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gint64
median (gint64 *times)
{
  qsort (times, N_EDITS, sizeof *times, compare);
  return times[N_EDITS / 2];
}

static void
fill (EntStore *store, EntId *ids)
{
  const EntTable *table = ent_table_find ("agreement");
  const EntColumn *title = ent_table_find_column (table, "title");
  const EntColumn *kind = ent_table_find_column (table, "kind");
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAction) action = ent_store_begin (store, "Bench", NULL, NULL);

  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Convention de coopération %u", i);

      ids[i] = ent_action_add (action, table, ENT_ID_NONE, &error);
      check (ids[i] != ENT_ID_NONE, "add", &error);
      check (ent_action_set (action, ids[i], title, text, &error), "set", &error);
      check (ent_action_set (action, ids[i], kind, kind->choices[0].value, &error), "set", &error);
    }
  check (ent_action_commit (action, &error), "commit", &error);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  check_sql (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), db);
  return statement;
}

static void
step (sqlite3 *db, sqlite3_stmt *statement)
{
  check_sql (sqlite3_step (statement), db);
  check_sql (sqlite3_reset (statement), db);
}

int
main (int argc, char **argv)
{
  static EntId ids[N_RECORDS];
  static gint64 floor_times[N_EDITS], our_times[N_EDITS];
  const EntColumn *title = ent_table_find_column (ent_table_find ("agreement"), "title");
  g_autofree char *our_path = g_build_filename (argv[1], "ours.db", NULL);
  g_autofree char *floor_path = g_build_filename (argv[1], "floor.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntStore) store = ent_store_create (our_path, &error);
  sqlite3 *db = NULL;
  sqlite3_stmt *begin, *update, *commit;

  check (store != NULL, "create", &error);
  fill (store, ids);
  check (ent_store_snapshot (store, floor_path, NULL, &error), "snapshot", &error);

  check_sql (sqlite3_open (floor_path, &db), db);
  check_sql (sqlite3_exec (db,
                           "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;"
                           "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;",
                           NULL, NULL, NULL),
             db);
  begin = prepare (db, "BEGIN IMMEDIATE");
  update = prepare (db, "UPDATE agreement SET title = ?1 WHERE id = ?2");
  commit = prepare (db, "COMMIT");

  for (guint i = 0; i < N_EDITS; i++)
    {
      EntId id = ids[(i * 7919) % N_RECORDS];
      g_autofree char *text = g_strdup_printf ("Titre corrigé %u", i);
      gint64 start = g_get_monotonic_time ();

      step (db, begin);
      sqlite3_bind_text (update, 1, text, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (update, 2, id);
      step (db, update);
      step (db, commit);
      floor_times[i] = g_get_monotonic_time () - start;

      start = g_get_monotonic_time ();
      check (ent_store_set_field (store, id, title, text, &error), "edit", &error);
      our_times[i] = g_get_monotonic_time () - start;
    }
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", median (floor_times), median (our_times));

  sqlite3_finalize (begin);
  sqlite3_finalize (update);
  sqlite3_finalize (commit);
  sqlite3_close (db);
  ent_store_close (store);
  return 0;
}
