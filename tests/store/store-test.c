/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("entente-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "work.db", NULL);
  fixture->store = ent_store_create (fixture->path, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GDir) directory = NULL;
  const char *name;

  if (fixture->store)
    g_assert_finalize_object (fixture->store);
  directory = g_dir_open (fixture->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)))
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->directory);
  g_free (fixture->path);
  g_free (fixture->directory);
}

/* As when the program is started again. */
void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (fixture->store)
    g_assert_finalize_object (fixture->store);
  fixture->store = ent_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static const EntColumn *
find_column (const EntTable *table, const char *name)
{
  const EntColumn *column = ent_table_find_column (table, name);

  g_assert_nonnull (column);
  return column;
}

/* By the record's type, or where there is none yet, by the name of it. */
const EntColumn *
column_of (EntId id, EntStore *store, const char *type, const char *name)
{
  EntRecord *record = id ? ent_project_get (ent_store_get_project (store), id) : NULL;

  return find_column (record ? ent_record_get_table (record) : ent_table_find (type), name);
}

static EntId
add_with_list (EntAction *action, const char *type, va_list list)
{
  const EntTable *table = ent_table_find (type);
  g_autoptr (GError) error = NULL;
  const char *name;
  EntId id = ent_action_add (action, table, ENT_ID_NONE, &error);

  g_assert_no_error (error);
  while ((name = va_arg (list, const char *)))
    {
      const char *value = va_arg (list, const char *);

      ent_action_set (action, id, find_column (table, name), value, &error);
      g_assert_no_error (error);
    }

  return id;
}

/* Name, value, name, value, …, NULL. */
EntId
action_add_record (EntAction *action, const char *type, ...)
{
  va_list list;
  EntId id;

  va_start (list, type);
  id = add_with_list (action, type, list);
  va_end (list);

  return id;
}

EntId
add_record (EntStore *store, const char *type, ...)
{
  g_autoptr (EntAction) action = ent_store_begin (store, "Add “%s”", type, NULL);
  g_autoptr (GError) error = NULL;
  va_list list;
  EntId id;

  va_start (list, type);
  id = add_with_list (action, type, list);
  va_end (list);
  ent_action_commit (action, &error);
  g_assert_no_error (error);

  return id;
}

void
set_field (EntStore *store, EntId id, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  ent_store_set_field (store, id, column_of (id, store, NULL, name), value, &error);
  g_assert_no_error (error);
}

char *
get_field (EntStore *store, EntId id, const char *name)
{
  EntRecord *record = ent_project_get (ent_store_get_project (store), id);

  g_assert_nonnull (record);
  return ent_record_dup_value (record, find_column (ent_record_get_table (record), name));
}

void
assert_field (EntStore *store, EntId id, const char *name, const char *value)
{
  g_autofree char *found = get_field (store, id, name);

  g_assert_cmpstr (found, ==, value);
}

/* Lent to the caller until the test ends. */
char *
write_id (EntId id)
{
  static GHashTable *texts = NULL;
  g_autofree char *text = ent_id_to_string (id);

  if (!texts)
    texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_contains (texts, text))
    g_hash_table_add (texts, g_strdup (text));

  return g_hash_table_lookup (texts, text);
}

void
undo (EntStore *store)
{
  g_autoptr (GError) error = NULL;

  ent_store_undo (store, &error);
  g_assert_no_error (error);
}

void
redo (EntStore *store)
{
  g_autoptr (GError) error = NULL;

  ent_store_redo (store, &error);
  g_assert_no_error (error);
}

static void
dump_rows (EntDatabase *database, const char *name, GString *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", name);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (
      sqlite3_prepare_v2 (ent_database_get_handle (database), sql, -1, &statement, NULL), ==,
      SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append_printf (dump, "%s", name);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (dump, "|%d:%s", sqlite3_column_type (statement, i),
                                (const char *) sqlite3_column_text (statement, i));
      g_string_append_c (dump, '\n');
    }
  sqlite3_finalize (statement);
}

/* All tables but the journal and its bytes, in one order. */
char *
dump_database (EntStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDatabase)
      database = ent_database_open (ent_store_get_path (store), ENT_DATABASE_READ_ONLY, &error);
  g_autoptr (EntStatement) tables = NULL;
  GString *dump = g_string_new (NULL);

  g_assert_no_error (error);
  tables = ent_database_prepare (database,
                                 "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                 "AND name NOT IN ('journal', 'blob') ORDER BY name",
                                 &error);
  while (ent_statement_next (tables, &error))
    dump_rows (database, ent_statement_read_text (tables), dump);
  g_assert_no_error (error);

  return g_string_free_and_steal (dump);
}

static void
dump_record (EntProject *project, EntRecord *record, GString *dump)
{
  const EntTable *table = ent_record_get_table (record);
  EntId id = ent_record_get_id (record);
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (record);
  g_autoptr (GPtrArray) children = ent_project_get_children (project, id, NULL, NULL);
  guint n_tags;
  const EntTag *tags = ent_record_get_tags (record, &n_tags);

  g_string_append_printf (dump, "%s %" G_GINT64_FORMAT " %s %s\n", table->name, id,
                          ent_record_get_lang (record), ent_record_get_visibility (record));
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *value = ent_record_dup_value (record, &table->columns[i]);

      if (value)
        g_string_append_printf (dump, "  %s=%s\n", table->columns[i].name, value);
    }
  for (guint i = 0; i < translations->len; i++)
    {
      const EntTranslation *translation = g_ptr_array_index (translations, i);

      g_string_append_printf (dump, "  %s@%s=%s\n", translation->field, translation->lang,
                              translation->text);
    }
  for (guint i = 0; i < n_tags; i++)
    g_string_append_printf (dump, "  #%" G_GINT64_FORMAT " %d\n", tags[i].term, tags[i].weight);
  for (guint i = 0; i < children->len; i++)
    g_string_append_printf (dump, "  <- %" G_GINT64_FORMAT "\n",
                            ent_record_get_id (g_ptr_array_index (children, i)));
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  EntId left = ent_record_get_id (*(EntRecord *const *) a);
  EntId right = ent_record_get_id (*(EntRecord *const *) b);

  return left < right ? -1 : left > right;
}

char *
dump_graph (EntProject *project)
{
  GString *dump = g_string_new (NULL);
  g_autoptr (GPtrArray) keys = ent_project_dup_setting_keys (project);
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (dump, "%s=%s\n", (const char *) g_ptr_array_index (keys, i),
                            ent_project_get_setting (project, g_ptr_array_index (keys, i)));
  for (guint i = 0; i < n_tables; i++)
    {
      GListModel *list = ent_project_get_list (project, tables[i]);
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        g_ptr_array_add (records, g_list_model_get_item (list, j));
      g_ptr_array_sort (records, compare_records);
      for (guint j = 0; j < records->len; j++)
        dump_record (project, g_ptr_array_index (records, j), dump);
    }

  return g_string_free_and_steal (dump);
}

/* Two long texts: the first line that differs says more than both of them. */
void
assert_same_text (const char *found, const char *expected)
{
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; found_lines[i] && expected_lines[i]; i++)
    g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (found_lines), ==, g_strv_length (expected_lines));
}

/* The graph that followed the edits is the one a new start would load. */
void
assert_graph_is_fresh (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntStore) other = ent_store_open (fixture->path, &error);
  g_autofree char *found = dump_graph (ent_store_get_project (fixture->store));
  g_autofree char *expected = NULL;

  g_assert_no_error (error);
  expected = dump_graph (ent_store_get_project (other));
  assert_same_text (found, expected);
}

/* Without the guards of the store, as a hostile program would. */
void
exec_sql (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  g_autofree char *problem = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    problem = g_strdup (sqlite3_errmsg (handle));
  sqlite3_close (handle);
  g_assert_cmpstr (problem, ==, NULL);
}

gint64
query_integer (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDatabase) database = ent_database_open (path, ENT_DATABASE_READ_ONLY, &error);
  gint64 value;

  g_assert_no_error (error);
  ent_database_get_integer (database, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}
