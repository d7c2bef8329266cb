/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-page-index.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "store/ent-index.h"
#include "store/ent-snippet.h"

/* Raised when what is put into the index changes, so that older ones are made again. */
#define INDEX_VERSION 1

struct _EntPageIndex
{
  EntDatabase *database;
};

static const char make_index[] =
    "CREATE TABLE file (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, "
    "state INTEGER NOT NULL DEFAULT 0, pages INTEGER NOT NULL DEFAULT 0) STRICT;"
    "CREATE TABLE page (id INTEGER PRIMARY KEY, file INTEGER NOT NULL, number INTEGER NOT NULL, "
    "text TEXT NOT NULL) STRICT;"
    "CREATE INDEX page_file ON page (file);"
    "CREATE VIRTUAL TABLE words USING fts5 (text, content='', contentless_delete=1, "
    "prefix='2 3', tokenize='unicode61 remove_diacritics 2');";

static EntPageIndex *
try_to_open (const char *path, GError **error)
{
  g_autoptr (EntPageIndex) self = g_new0 (EntPageIndex, 1);

  self->database = ent_index_open_database (path, make_index, INDEX_VERSION, error);

  return self->database ? g_steal_pointer (&self) : NULL;
}

/**
 * ent_page_index_open:
 * @path: its file, which is made when there is none, and made again when it cannot be read
 * @error: return location
 *
 * Returns: (transfer full): the index, to be filled
 */
EntPageIndex *
ent_page_index_open (const char *path, GError **error)
{
  g_autoptr (GError) problem = NULL;
  EntPageIndex *self = try_to_open (path, &problem);
  g_autofree char *journal = NULL;

  if (self)
    return self;
  if (g_error_matches (problem, ENT_ERROR, ENT_ERROR_IN_USE))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  journal = g_strconcat (path, "-journal", NULL);
  g_unlink (path);
  g_unlink (journal);

  return try_to_open (path, error);
}

/**
 * ent_page_index_open_to_read:
 * @path: the file of an index
 * @error: return location
 *
 * Returns: (transfer full): the index, to be searched while another thread may fill it
 */
EntPageIndex *
ent_page_index_open_to_read (const char *path, GError **error)
{
  g_autoptr (EntPageIndex) self = g_new0 (EntPageIndex, 1);

  self->database = ent_database_open (path, ENT_DATABASE_READ_ONLY, error);

  return self->database ? g_steal_pointer (&self) : NULL;
}

void
ent_page_index_free (EntPageIndex *self)
{
  g_clear_pointer (&self->database, ent_database_free);
  g_free (self);
}

void
ent_page_hit_free (EntPageHit *hit)
{
  g_free (hit->snippet);
  g_free (hit);
}

/* Runs @sql with up to two numbers. */
static gboolean
run (EntPageIndex *self, const char *sql, gint64 first, gint64 second, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (self->database, sql, error);

  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, first);
  if (strchr (sql, '?') != strrchr (sql, '?'))
    ent_statement_bind_integer (statement, second);

  return ent_statement_run (statement, error);
}

/* The row of a file, 0 where there is none. */
static gint64
find_file (EntPageIndex *self, const char *sha256, EntPagesState *state, guint *n_pages)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      self->database, "SELECT id, state, pages FROM file WHERE sha256 = ?", NULL);
  g_autoptr (GError) problem = NULL;
  gint64 id;

  *state = ENT_PAGES_UNREAD;
  *n_pages = 0;
  if (!statement)
    return 0;
  ent_statement_bind_text (statement, sha256);
  if (!ent_statement_next (statement, &problem))
    return 0;
  id = ent_statement_read_integer (statement);
  *state = (EntPagesState) ent_statement_read_integer (statement);
  *n_pages = (guint) ent_statement_read_integer (statement);

  return id;
}

/**
 * ent_page_index_get_state:
 * @self: an index
 * @sha256: the hash of a file
 * @n_pages: (out): how many of its pages were read
 *
 * Returns: how far the file was read
 */
EntPagesState
ent_page_index_get_state (EntPageIndex *self, const char *sha256, guint *n_pages)
{
  EntPagesState state;

  find_file (self, sha256, &state, n_pages);
  return state;
}

/**
 * ent_page_index_begin:
 * @self: an index
 * @sha256: the hash of a file that is about to be read, or read further
 * @error: return location
 *
 * Returns: whether its pages can be added
 */
gboolean
ent_page_index_begin (EntPageIndex *self, const char *sha256, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      self->database, "INSERT OR IGNORE INTO file (sha256) VALUES (?)", error);

  if (!statement)
    return FALSE;
  ent_statement_bind_text (statement, sha256);

  return ent_statement_run (statement, error);
}

static gboolean
is_letter_before (const char *text, const char *at)
{
  return at > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Appends the two parts about a hyphen: the word may be one that always has it. */
static void
append_parts (GString *parts, const char *text, const char *hyphen, const char *rest)
{
  const char *start = hyphen;
  const char *end = rest;

  while (is_letter_before (text, start))
    start = g_utf8_prev_char (start);
  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  g_string_append_len (parts, start, hyphen - start);
  g_string_append_c (parts, ' ');
  g_string_append_len (parts, rest, end - rest);
  g_string_append_c (parts, '\n');
}

/**
 * ent_page_index_join_lines:
 * @text: a page as it was read
 * @parts: (nullable): takes the parts of the words that were joined
 *
 * Returns: (transfer full): the page with the words that a line's end breaks in one, so that
 *   "coopé-" and "ration" are found as "coopération"
 */
char *
ent_page_index_join_lines (const char *text, GString *parts)
{
  GString *joined = g_string_sized_new (strlen (text));
  const char *at = text;

  while (*at)
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if ((c == '-' || c == 0x2010 || c == 0xAD) && is_letter_before (text, at))
        {
          const char *rest = next + strspn (next, " \t\r");

          if (*rest == '\n')
            {
              rest += strspn (rest, " \t\r\n");
              if (g_unichar_islower (g_utf8_get_char (rest)))
                {
                  if (parts)
                    append_parts (parts, text, at, rest);
                  at = rest;
                  continue;
                }
            }
        }
      g_string_append_len (joined, at, next - at);
      at = next;
    }

  return g_string_free_and_steal (joined);
}

static gboolean
add_page (EntPageIndex *self, gint64 file, guint number, const char *text, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *joined = ent_page_index_join_lines (valid, words);
  g_autofree char *folded = NULL;
  g_autoptr (EntStatement) page = NULL;
  g_autoptr (EntStatement) statement = NULL;

  g_string_append (words, joined);
  folded = ent_text_fold (words->str);
  if (*folded == '\0')
    return TRUE;

  page = ent_database_prepare (self->database,
                               "INSERT INTO page (file, number, text) VALUES (?, ?, ?)", error);
  if (!page)
    return FALSE;
  ent_statement_bind_integer (page, file);
  ent_statement_bind_integer (page, number);
  ent_statement_bind_text (page, joined);
  if (!ent_statement_run (page, error))
    return FALSE;

  statement = ent_database_prepare (self->database, "INSERT INTO words (rowid, text) VALUES (?, ?)",
                                    error);
  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement,
                              sqlite3_last_insert_rowid (ent_database_get_handle (self->database)));
  ent_statement_bind_text (statement, folded);

  return ent_statement_run (statement, error);
}

/**
 * ent_page_index_add:
 * @self: an index
 * @sha256: the hash of a file that was begun
 * @texts: (element-type utf8): its next pages, "" for one without text
 * @error: return location
 *
 * All of them come into the index, or none: a program that is cut off goes on after them.
 *
 * Returns: whether they are there
 */
gboolean
ent_page_index_add (EntPageIndex *self, const char *sha256, GPtrArray *texts, GError **error)
{
  g_autoptr (EntTransaction) transaction = ent_database_begin (self->database, error);
  EntPagesState state;
  guint n_pages;
  gint64 file;

  if (!transaction)
    return FALSE;
  file = find_file (self, sha256, &state, &n_pages);
  for (guint i = 0; i < texts->len; i++)
    if (!add_page (self, file, n_pages + i + 1, g_ptr_array_index (texts, i), error))
      return FALSE;

  return run (self, "UPDATE file SET pages = pages + ? WHERE id = ?", texts->len, file, error)
         && ent_transaction_commit (transaction, error);
}

static gboolean
has_text (EntPageIndex *self, gint64 file)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      self->database, "SELECT 1 FROM page WHERE file = ? LIMIT 1", NULL);
  g_autoptr (GError) problem = NULL;

  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, file);

  return ent_statement_next (statement, &problem);
}

/**
 * ent_page_index_end:
 * @self: an index
 * @sha256: the hash of a file that was begun
 * @state: what became of it; a file read to its end without a word is %ENT_PAGES_WITHOUT_TEXT
 * @error: return location
 *
 * Returns: whether this is kept, so that the file is not read again
 */
gboolean
ent_page_index_end (EntPageIndex *self, const char *sha256, EntPagesState state, GError **error)
{
  EntPagesState before;
  guint n_pages;
  gint64 file = find_file (self, sha256, &before, &n_pages);

  if (state == ENT_PAGES_READ && !has_text (self, file))
    state = ENT_PAGES_WITHOUT_TEXT;

  return run (self, "UPDATE file SET state = ? WHERE id = ?", state, file, error);
}

static gboolean
forget (EntPageIndex *self, gint64 file, GError **error)
{
  return run (self, "DELETE FROM words WHERE rowid IN (SELECT id FROM page WHERE file = ?)", file,
              0, error)
         && run (self, "DELETE FROM page WHERE file = ?", file, 0, error)
         && run (self, "DELETE FROM file WHERE id = ?", file, 0, error);
}

/**
 * ent_page_index_keep:
 * @self: an index
 * @files: (element-type utf8 EntId): by their hashes, the files that the project has
 * @error: return location
 *
 * Forgets what was read of all others.
 *
 * Returns: whether it could be done
 */
gboolean
ent_page_index_keep (EntPageIndex *self, GHashTable *files, GError **error)
{
  g_autoptr (EntTransaction) transaction = ent_database_begin (self->database, error);
  g_autoptr (EntStatement) statement = NULL;
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *problem = NULL;

  if (!transaction)
    return FALSE;
  statement = ent_database_prepare (self->database, "SELECT id, sha256 FROM file", error);
  while (statement && ent_statement_next (statement, &problem))
    {
      gint64 id = ent_statement_read_integer (statement);

      if (!g_hash_table_contains (files, ent_statement_read_text (statement)))
        g_array_append_val (others, id);
    }
  if (problem)
    g_propagate_error (error, problem);
  if (!statement || problem)
    return FALSE;
  g_clear_pointer (&statement, ent_statement_free);
  for (guint i = 0; i < others->len; i++)
    if (!forget (self, g_array_index (others, gint64, i), error))
      return FALSE;

  return ent_transaction_commit (transaction, error);
}

/* NULL for the page of a file that the project does not have any more. */
static EntPageHit *
make_hit (EntPageIndex *self, gint64 row, double score, GHashTable *files, char **words)
{
  g_autoptr (EntStatement) page = ent_database_prepare (
      self->database,
      "SELECT sha256, number, text FROM page JOIN file ON file.id = file WHERE page.id = ?", NULL);
  g_autoptr (GError) problem = NULL;
  const EntId *document = NULL;
  EntPageHit *hit;
  guint n_matched;

  if (!page)
    return NULL;
  ent_statement_bind_integer (page, row);
  if (ent_statement_next (page, &problem))
    document = g_hash_table_lookup (files, ent_statement_read_text (page));
  if (!document)
    return NULL;

  hit = g_new0 (EntPageHit, 1);
  hit->document = *document;
  hit->score = score;
  hit->page = (guint) ent_statement_read_integer (page);
  hit->snippet = ent_snippet_new (ent_statement_read_text (page), words, 0, &n_matched);
  if (!hit->snippet)
    hit->snippet = g_strdup ("");

  return hit;
}

/**
 * ent_page_index_find:
 * @self: an index
 * @words: (array zero-terminated=1): folded words of letters and digits, at least one
 * @files: (element-type utf8 EntId): by the hashes of their files, the documents of the project
 * @limit: how many pages at most
 * @ranked: whether the best are wanted, rather than any, and soon
 * @cancellable: (nullable): ends the search in the midst of it
 * @error: return location
 *
 * Returns: (transfer full) (element-type EntPageHit): the pages that have words with each of
 *   these beginnings, best first
 */
GPtrArray *
ent_page_index_find (EntPageIndex *self,
                     char **words,
                     GHashTable *files,
                     guint limit,
                     gboolean ranked,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_page_hit_free);
  g_autofree char *match = ent_snippet_build_match (words);
  g_autoptr (EntStatement) found = ent_database_prepare (
      self->database,
      ranked ? "SELECT rowid, -1000 * rank FROM words WHERE words MATCH ? ORDER BY rank"
             : "SELECT rowid, 0.0 FROM words WHERE words MATCH ?",
      error);
  GError *problem = NULL;
  gulong handler;

  if (!found)
    return NULL;
  ent_statement_bind_text (found, match);
  handler = ent_database_obey (self->database, cancellable);
  while (hits->len < limit && !g_cancellable_is_cancelled (cancellable)
         && ent_statement_next (found, &problem))
    {
      gint64 row = ent_statement_read_integer (found);
      double score = ent_statement_read_value (found).real;
      EntPageHit *hit = make_hit (self, row, score, files, words);

      if (hit)
        g_ptr_array_add (hits, hit);
    }
  g_cancellable_disconnect (cancellable, handler);
  if (problem)
    {
      g_propagate_error (error, problem);
      return NULL;
    }

  return g_steal_pointer (&hits);
}
