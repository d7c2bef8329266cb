/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-index.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "store/ent-changes.h"
#include "store/ent-snippet.h"

/* Raised when what is put into the index changes, so that older ones are made again. */
#define INDEX_VERSION 2

struct _EntIndex
{
  EntDatabase *database;
  GArray *todo;   /* ids of records to read, NULL when nothing is begun */
  guint n_done;   /* of them */
  gboolean whole; /* they are all that the index is to have */
  gint64 target;  /* the entry up to which it knows the project then */
};

/* Records read between two looks at the clock. */
#define RECORDS_A_LOOK 16

/* The texts are kept in the project alone: here are only their words. */
static const char make_index[] =
    "CREATE TABLE stamp (project TEXT, seq INTEGER, action TEXT) STRICT;"
    "CREATE VIRTUAL TABLE words USING fts5 (title, text, content='', contentless_delete=1, "
    "prefix='2 3', tokenize='unicode61 remove_diacritics 2');";

/**
 * ent_index_open_database:
 * @path: its file, which is made when there is none, or ":memory:"
 * @make: the statements that make its tables
 * @version: raised when what is put into them changes
 * @error: return location; the caller may remove the file then, and try again
 *
 * Opens what can be made again from a project at any time.
 *
 * Returns: (transfer full): the database, or %NULL, with %ENT_ERROR_DAMAGED for one of another
 *   version
 */
EntDatabase *
ent_index_open_database (const char *path, const char *make, int version, GError **error)
{
  g_autoptr (EntDatabase) database = ent_database_open (path, ENT_DATABASE_CREATE, error);
  gint64 found;

  /* Nothing here is worth waiting for the disk. */
  if (!database || !ent_database_exec (database, "PRAGMA synchronous=OFF", error)
      || !ent_database_get_integer (database, "PRAGMA user_version", &found, error))
    return NULL;
  if (found == 0)
    {
      g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version=%d", version);
      g_autoptr (EntTransaction) transaction = ent_database_begin (database, error);

      if (!transaction || !ent_database_exec (database, make, error)
          || !ent_database_exec (database, stamp, error)
          || !ent_transaction_commit (transaction, error))
        return NULL;
    }
  else if (found != version)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                           _("The search index is of another version."));
      return NULL;
    }

  return g_steal_pointer (&database);
}

/**
 * ent_index_open:
 * @path: its file, which is made when there is none, or ":memory:"
 * @error: return location; the caller may remove the file then, and try again
 *
 * Returns: (transfer full): the index, which may be behind
 */
EntIndex *
ent_index_open (const char *path, GError **error)
{
  g_autoptr (EntIndex) self = g_new0 (EntIndex, 1);

  self->database = ent_index_open_database (path, make_index, INDEX_VERSION, error);
  /* Nor is a search that reads worth waiting for. */
  if (!self->database || !ent_database_exec (self->database, "PRAGMA busy_timeout=20", error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ent_index_open_to_read:
 * @path: the file of an index that is up to date
 * @error: return location
 *
 * Returns: (transfer full): the index, to be searched by the thread that opened it
 */
EntIndex *
ent_index_open_to_read (const char *path, GError **error)
{
  g_autoptr (EntIndex) self = g_new0 (EntIndex, 1);

  self->database = ent_database_open (path, ENT_DATABASE_READ_ONLY, error);

  return self->database ? g_steal_pointer (&self) : NULL;
}

void
ent_index_free (EntIndex *self)
{
  g_clear_pointer (&self->todo, g_array_unref);
  g_clear_pointer (&self->database, ent_database_free);
  g_free (self);
}

/**
 * ent_index_is_title:
 * @column: a searchable column
 *
 * Returns: whether its words count as those of a title
 */
gboolean
ent_index_is_title (const EntColumn *column)
{
  static const char *const names[] = { "title",  "name",  "label", "shown_name", "heading",
                                       "family", "given", "code",  NULL };

  return g_strv_contains (names, column->name);
}

static void
append_words (GString *words, const char *text)
{
  g_autofree char *folded = text ? ent_text_fold (text) : NULL;
  g_autofree char *joined = folded ? ent_text_join_at_apostrophes (folded) : NULL;

  if (folded && *folded)
    g_string_append_printf (words, "%s\n%s\n", folded, joined);
}

static void
collect_words (EntRecord *record, GString *title, GString *text)
{
  const EntTable *table = ent_record_get_table (record);
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const EntColumn *column = &table->columns[i];
      GString *words = ent_index_is_title (column) ? title : text;

      if ((column->flags & ENT_COLUMN_SEARCHABLE) == 0 || column->kind > ENT_KIND_LONG_TEXT)
        continue;
      append_words (words, ent_record_get_string (record, column));
      for (guint j = 0; j < translations->len; j++)
        {
          const EntTranslation *translation = g_ptr_array_index (translations, j);

          if (g_str_equal (translation->field, column->name))
            append_words (words, translation->text);
        }
    }
}

static gboolean
remove_record (EntIndex *self, EntId id, GError **error)
{
  g_autoptr (EntStatement)
      statement = ent_database_prepare (self->database, "DELETE FROM words WHERE rowid = ?", error);

  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, id);

  return ent_statement_run (statement, error);
}

static gboolean
add_record (EntIndex *self, EntRecord *record, GError **error)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (EntStatement) statement = NULL;

  collect_words (record, title, text);
  if (title->len == 0 && text->len == 0)
    return TRUE;

  statement = ent_database_prepare (
      self->database, "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", error);
  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, ent_record_get_id (record));
  ent_statement_bind_text (statement, title->str);
  ent_statement_bind_text (statement, text->str);

  return ent_statement_run (statement, error);
}

static gboolean
list_all (EntIndex *self, EntProject *project, GError **error)
{
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      GListModel *list = ent_project_get_list (project, tables[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (EntRecord) record = g_list_model_get_item (list, j);
          EntId id = ent_record_get_id (record);

          g_array_append_val (self->todo, id);
        }
    }

  return ent_database_exec (
      self->database, "DELETE FROM stamp; INSERT INTO words (words) VALUES ('delete-all')", error);
}

static void
note_record (const EntRow *row, gpointer user_data)
{
  EntId id = ent_row_get_record (row);

  if (id != ENT_ID_NONE)
    g_hash_table_add (user_data, g_memdup2 (&id, sizeof id));
}

/* Which records the entries after @seq touch. */
static GHashTable *
find_touched (EntDatabase *source, gint64 seq, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (EntStatement) statement = ent_database_prepare (
      source, "SELECT changeset FROM journal WHERE seq > ? ORDER BY seq", error);
  GError *problem = NULL;

  if (!statement)
    return NULL;
  ent_statement_bind_integer (statement, seq);
  while (ent_statement_next (statement, &problem))
    {
      g_autoptr (GBytes) changeset = ent_statement_read_bytes (statement);

      if (!ent_changes_walk (changeset, note_record, ids, error))
        return NULL;
    }
  if (problem)
    {
      g_propagate_error (error, problem);
      return NULL;
    }

  return g_steal_pointer (&ids);
}

static gboolean
list_touched (EntIndex *self, EntDatabase *source, gint64 seq, GError **error)
{
  g_autoptr (GHashTable) ids = find_touched (source, seq, error);
  GHashTableIter iter;
  gpointer key;

  if (!ids)
    return FALSE;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (self->todo, key, 1);

  return TRUE;
}

/* Reads what is left of the list, or what can be read before @deadline. */
static gboolean
read_listed (EntIndex *self, EntProject *project, gint64 deadline, GError **error)
{
  while (self->n_done < self->todo->len)
    {
      EntId id = g_array_index (self->todo, EntId, self->n_done);
      EntRecord *record = ent_project_get (project, id);

      if ((!self->whole && !remove_record (self, id, error))
          || (record && !add_record (self, record, error)))
        return FALSE;
      if (++self->n_done % RECORDS_A_LOOK == 0 && g_get_monotonic_time () > deadline)
        break;
    }

  return TRUE;
}

/* The random name of an entry, which no other project has at that number; "" for none. */
static char *
dup_action (EntDatabase *source, gint64 seq)
{
  g_autoptr (EntStatement)
      statement = ent_database_prepare (source, "SELECT action FROM journal WHERE seq = ?", NULL);
  g_autoptr (GError) problem = NULL;

  if (!statement)
    return g_strdup ("");
  ent_statement_bind_integer (statement, seq);

  return g_strdup (ent_statement_next (statement, &problem) ? ent_statement_read_text (statement)
                                                            : "");
}

/* Up to which entry the index knows this very project; -1 when it does not at all. */
static gint64
get_stamp (EntIndex *self, EntDatabase *source, const char *project_id, gint64 last)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      self->database, "SELECT project, seq, action FROM stamp", NULL);
  g_autoptr (GError) problem = NULL;
  g_autofree char *known = NULL;
  const char *project;
  gint64 seq;

  if (!statement || !ent_statement_next (statement, &problem))
    return -1;

  project = ent_statement_read_text (statement);
  if (g_strcmp0 (project, project_id) != 0)
    return -1;
  seq = ent_statement_read_integer (statement);
  known = dup_action (source, seq);

  return seq <= last && g_strcmp0 (ent_statement_read_text (statement), known) == 0 ? seq : -1;
}

static gboolean
set_stamp (EntIndex *self, EntDatabase *source, const char *project_id, gint64 last, GError **error)
{
  g_autofree char *action = dup_action (source, last);
  g_autoptr (EntStatement) statement = NULL;

  if (!ent_database_exec (self->database, "DELETE FROM stamp", error))
    return FALSE;
  statement = ent_database_prepare (
      self->database, "INSERT INTO stamp (project, seq, action) VALUES (?, ?, ?)", error);
  if (!statement)
    return FALSE;
  ent_statement_bind_text (statement, project_id);
  ent_statement_bind_integer (statement, last);
  ent_statement_bind_text (statement, action);

  return ent_statement_run (statement, error);
}

static gboolean
begin_list (EntIndex *self,
            EntDatabase *source,
            EntProject *project,
            gint64 seq,
            gint64 last,
            GError **error)
{
  if (self->todo)
    return TRUE;

  self->todo = g_array_new (FALSE, FALSE, sizeof (EntId));
  self->n_done = 0;
  self->target = last;
  self->whole = seq < 0;

  return self->whole ? list_all (self, project, error) : list_touched (self, source, seq, error);
}

/**
 * ent_index_catch_up_until:
 * @self: an index
 * @source: the project's database
 * @project: the project's graph
 * @last: number of the newest entry of the journal
 * @deadline: a time of g_get_monotonic_time() after which the rest is left for another call
 * @is_up_to_date: (out): whether nothing is left
 * @error: return location
 *
 * Reads again what the entries touch that the index does not know; everything, when it is
 * not the index of this project at this point.
 *
 * Returns: whether the index is sound
 */
gboolean
ent_index_catch_up_until (EntIndex *self,
                          EntDatabase *source,
                          EntProject *project,
                          gint64 last,
                          gint64 deadline,
                          gboolean *is_up_to_date,
                          GError **error)
{
  const char *id = ent_project_get_setting (project, ENT_SETTING_ID);
  gint64 seq = self->todo ? -1 : get_stamp (self, source, id, last);
  gboolean begins = self->todo == NULL;
  guint before = begins ? 0 : self->n_done;
  g_autoptr (EntTransaction) transaction = NULL;

  *is_up_to_date = !self->todo && seq == last;
  if (*is_up_to_date)
    return TRUE;

  transaction = ent_database_begin (self->database, error);
  if (!transaction)
    return FALSE;
  if (!begin_list (self, source, project, seq, last, error)
      || !read_listed (self, project, deadline, error)
      || (self->n_done == self->todo->len && !set_stamp (self, source, id, self->target, error))
      || !ent_transaction_commit (transaction, error))
    {
      /* What was read is not there: it is read again. */
      self->n_done = before;
      if (begins)
        g_clear_pointer (&self->todo, g_array_unref);
      return FALSE;
    }
  if (self->n_done < self->todo->len)
    return TRUE;
  g_clear_pointer (&self->todo, g_array_unref);
  *is_up_to_date = self->target == last;

  return TRUE;
}

/**
 * ent_index_catch_up:
 * @self: an index
 * @source: the project's database
 * @project: the project's graph
 * @last: number of the newest entry of the journal
 * @error: return location
 *
 * As ent_index_catch_up_until() until nothing is left.
 *
 * Returns: whether the index is up to date
 */
gboolean
ent_index_catch_up (
    EntIndex *self, EntDatabase *source, EntProject *project, gint64 last, GError **error)
{
  gboolean is_up_to_date = FALSE;

  while (!is_up_to_date)
    if (!ent_index_catch_up_until (self, source, project, last, G_MAXINT64, &is_up_to_date, error))
      return FALSE;

  return TRUE;
}

/**
 * ent_index_find:
 * @self: an index
 * @words: (array zero-terminated=1): folded words of letters and digits, at least one
 * @limit: how many records at most
 * @ranked: whether the best are wanted, rather than any, and soon
 * @error: return location
 *
 * Returns: (transfer full) (element-type EntIndexHit): the records that have words with each
 *   of these beginnings, best first; those in a title weigh more
 */
GArray *
ent_index_find (EntIndex *self, char **words, guint limit, gboolean ranked, GError **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (EntIndexHit));
  g_autofree char *match = ent_snippet_build_match (words);
  g_autoptr (EntStatement) statement = NULL;
  GError *problem = NULL;

  statement = ent_database_prepare (
      self->database,
      ranked ? "SELECT rowid, -1000 * bm25 (words, 8.0, 1.0) AS score "
               "FROM words WHERE words MATCH ? "
               "ORDER BY score DESC, rowid LIMIT ?"
             : "SELECT rowid, 0.0 FROM words WHERE words MATCH ? LIMIT ?",
      error);
  if (!statement)
    return NULL;
  ent_statement_bind_text (statement, match);
  ent_statement_bind_integer (statement, limit);

  while (ent_statement_next (statement, &problem))
    {
      EntIndexHit hit = { ent_statement_read_integer (statement),
                          ent_statement_read_value (statement).real };

      g_array_append_val (hits, hit);
    }
  if (problem)
    {
      g_propagate_error (error, problem);
      return NULL;
    }

  return g_steal_pointer (&hits);
}

/**
 * ent_index_find_unless:
 * @self: an index
 * @words: as ent_index_find() takes them
 * @limit: how many records at most
 * @ranked: likewise
 * @cancellable: (nullable): ends the search in the midst of it
 * @error: return location: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type EntIndexHit): what ent_index_find() gives
 */
GArray *
ent_index_find_unless (EntIndex *self,
                       char **words,
                       guint limit,
                       gboolean ranked,
                       GCancellable *cancellable,
                       GError **error)
{
  GArray *hits = NULL;
  gulong handler = ent_database_obey (self->database, cancellable);

  if (!g_cancellable_is_cancelled (cancellable))
    hits = ent_index_find (self, words, limit, ranked, NULL);
  g_cancellable_disconnect (cancellable, handler);
  if (hits && !g_cancellable_is_cancelled (cancellable))
    return hits;

  g_clear_pointer (&hits, g_array_unref);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, ENT_ERROR, ENT_ERROR_FAILED,
                         _("The search index cannot be read: search again."));
  return NULL;
}
