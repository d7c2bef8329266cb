/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-store-private.h"

#include <glib/gstdio.h>

#include "base/ent-text.h"
#include "model/ent-page.h"
#include "model/ent-types.h"

/* What owns a page comes before what only hangs on such a thing, or is picked from a list. */
#define WEIGHT_OF_THE_REST 0.5

/* How many times more is looked at than is asked for, so that such things can come up. */
#define MORE 4

/* Words shown before the first one found, and after it. */
#define WORDS_BEFORE 8
#define WORDS_AFTER 16

/* A word of a text, by bytes. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean found;
} Word;

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static char **
split_query (const char *query)
{
  g_autofree char *folded = ent_text_fold (query);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gboolean inside = *at && is_word_character (g_utf8_get_char (at));

      if (inside && !start)
        start = at;
      else if (!inside && start)
        {
          g_strv_builder_take (words, g_strndup (start, at - start));
          start = NULL;
        }
      if (*at == '\0')
        break;
    }

  return g_strv_builder_end (words);
}

/* Notes in @matched which of the query's words the text has. */
static gboolean
matches (const char *text, gsize length, char **query, gboolean *matched)
{
  g_autofree char *word = g_strndup (text, length);
  g_autofree char *folded = ent_text_fold (word);
  gboolean found = FALSE;

  for (guint i = 0; query[i]; i++)
    if (g_str_has_prefix (folded, query[i]))
      found = matched[i] = TRUE;

  return found;
}

/* Takes a text apart; gives how many words of the query it has. */
static guint
find_words (const char *text, char **query, GArray *words)
{
  g_autofree gboolean *matched = g_new0 (gboolean, g_strv_length (query) + 1);
  guint n_matched = 0;
  const char *at = text;

  while (*at)
    {
      const char *end = at;

      while (*end && is_word_character (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > at)
        {
          Word word = { at - text, end - text, matches (at, end - at, query, matched) };

          g_array_append_val (words, word);
        }
      at = *end ? g_utf8_next_char (end) : end;
    }
  for (guint i = 0; query[i]; i++)
    n_matched += matched[i];

  return n_matched;
}

static char *
cut_snippet (const char *text, GArray *words)
{
  GString *snippet = g_string_new (NULL);
  guint first = 0, last;
  gsize at;

  while (first + 1 < words->len && !g_array_index (words, Word, first).found)
    first++;
  last = MIN (first + WORDS_AFTER, words->len - 1);
  first = first > WORDS_BEFORE ? first - WORDS_BEFORE : 0;

  at = first > 0 ? g_array_index (words, Word, first).start : 0;
  if (first > 0)
    g_string_append (snippet, "…");
  for (guint i = first; i <= last; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      g_string_append_len (snippet, text + at, word->start - at);
      if (word->found)
        g_string_append (snippet, "\u2068");
      g_string_append_len (snippet, text + word->start, word->end - word->start);
      if (word->found)
        g_string_append (snippet, "\u2069");
      at = word->end;
    }
  g_string_append (snippet, last + 1 < words->len ? "…" : text + at);
  g_strdelimit (snippet->str, "\r\n\t", ' ');

  return g_string_free_and_steal (snippet);
}

/* Where in a record most of the query's words are. */
typedef struct
{
  char **query;
  guint n_matched;
  char *field;
  char *snippet;
} Best;

static void
try_text (Best *best, const char *text, const EntColumn *column, const char *lang)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint n_matched;

  if (!text || !g_utf8_validate (text, -1, NULL))
    return;
  n_matched = find_words (text, best->query, words);
  if (n_matched <= best->n_matched)
    return;

  best->n_matched = n_matched;
  g_free (best->field);
  best->field = lang ? g_strdup_printf ("%s@%s", column->name, lang) : g_strdup (column->name);
  g_free (best->snippet);
  best->snippet = cut_snippet (text, words);
}

static void
try_column (Best *best, EntRecord *record, const EntColumn *column, const char *lang)
{
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (record);
  const char *wanted = lang ? ent_record_get_translation (record, column->name, lang) : NULL;

  try_text (best, wanted, column, lang);
  try_text (best, ent_record_get_string (record, column), column, NULL);
  for (guint i = 0; i < translations->len; i++)
    {
      const EntTranslation *translation = g_ptr_array_index (translations, i);

      if (g_str_equal (translation->field, column->name))
        try_text (best, translation->text, column, translation->lang);
    }
}

static EntHit *
make_hit (EntStore *self, EntRecord *record, double score, char **query, const char *lang)
{
  const EntTable *table = ent_record_get_table (record);
  Best best = { .query = query };
  EntRecord *page = ent_record_find_page (record, self->project);
  EntHit *hit = g_new0 (EntHit, 1);

  for (int titles = 1; titles >= 0; titles--)
    for (guint i = 0; i < table->n_columns; i++)
      if ((table->columns[i].flags & ENT_COLUMN_SEARCHABLE)
          && table->columns[i].kind <= ENT_KIND_LONG_TEXT
          && ent_index_is_title (&table->columns[i]) == titles)
        try_column (&best, record, &table->columns[i], lang);

  hit->record = ent_record_get_id (record);
  hit->page = page ? ent_record_get_id (page) : ENT_ID_NONE;
  hit->type = g_strdup (table->name);
  hit->title = ent_record_dup_title (record, self->project, lang);
  hit->field = best.field;
  hit->snippet = best.snippet ? best.snippet : g_strdup ("");
  hit->score = score;

  return hit;
}

void
ent_hit_free (EntHit *hit)
{
  g_free (hit->type);
  g_free (hit->title);
  g_free (hit->field);
  g_free (hit->snippet);
  g_free (hit);
}

static gboolean
catch_up (EntStore *self, const char *path)
{
  if (!self->index)
    self->index = ent_index_open (path, NULL);
  if (self->index
      && ent_index_catch_up (self->index, self->database, self->project,
                             ent_journal_get_last (self->journal), NULL))
    return TRUE;

  g_clear_pointer (&self->index, ent_index_free);
  return FALSE;
}

static char *
dup_index_path (EntStore *self)
{
  g_autofree char *directory = g_path_get_dirname (self->path);

  return g_build_filename (directory, "index.db", NULL);
}

static void
remove_index (EntStore *self)
{
  g_autofree char *path = dup_index_path (self);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_clear_pointer (&self->index, ent_index_free);
  g_unlink (path);
  g_unlink (journal);
}

/* Whether it is up to date in its file, not in memory alone. The index is no part of the
 * project: what is wrong with it is never the officer's trouble. */
static gboolean
catch_up_whatever_happens (EntStore *self)
{
  g_autofree char *path = dup_index_path (self);

  if (catch_up (self, path))
    return !self->index_in_memory;

  remove_index (self);
  self->index_in_memory = !catch_up (self, path) && catch_up (self, ":memory:");

  return self->index && !self->index_in_memory;
}

static GArray *
find_whatever_happens (EntStore *self, char **words, guint limit)
{
  GArray *hits = NULL;

  catch_up_whatever_happens (self);
  if (self->index)
    hits = ent_index_find (self->index, words, limit, NULL);
  if (hits)
    return hits;

  /* Damaged where only a search looks. */
  remove_index (self);
  catch_up_whatever_happens (self);

  return self->index ? ent_index_find (self->index, words, limit, NULL) : NULL;
}

/**
 * ent_store_update_index:
 * @self: a store
 *
 * Brings the search index up to date, as the next search would; for a moment in which
 * nobody waits.
 */
void
ent_store_update_index (EntStore *self)
{
  catch_up_whatever_happens (self);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const EntIndexHit *left = a;
  const EntIndexHit *right = b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return left->record < right->record ? -1 : left->record > right->record;
}

static void
sort_hits (EntStore *self, GArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      EntIndexHit *hit = &g_array_index (hits, EntIndexHit, i);
      EntRecord *record = ent_project_get (self->project, hit->record);

      if (record && !ent_table_owns_page (ent_record_get_table (record)))
        hit->score *= WEIGHT_OF_THE_REST;
    }
  g_array_sort (hits, compare_hits);
}

/* Takes what the index found, best first, from the graph. */
static GPtrArray *
make_hits (EntStore *self, GArray *found, char **words, guint limit, const char *lang)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_hit_free);

  if (found)
    sort_hits (self, found);
  for (guint i = 0; found && i < found->len && hits->len < limit; i++)
    {
      const EntIndexHit *hit = &g_array_index (found, EntIndexHit, i);
      EntRecord *record = ent_project_get (self->project, hit->record);

      if (record)
        g_ptr_array_add (hits, make_hit (self, record, hit->score, words, lang));
    }

  return hits;
}

static guint
get_limit (guint limit)
{
  return limit ? MIN (limit, G_MAXINT / MORE) : 50;
}

/**
 * ent_store_search:
 * @self: a store
 * @query: what somebody typed: words, or the beginnings of words; whatever else is in it is
 *   passed over
 * @limit: how many records at most, 0 for 50
 * @lang: (nullable): "fr" or "en", for the titles; %NULL for the record's own language
 * @error: return location
 *
 * Finds the records that have all the words, whatever their case and accents.
 *
 * Returns: (transfer full) (element-type EntHit): the records, best first; none for a query
 *   without words
 */
GPtrArray *
ent_store_search (EntStore *self, const char *query, guint limit, const char *lang, GError **error)
{
  g_auto (GStrv) words = split_query (query);
  g_autoptr (GArray) found = NULL;

  limit = get_limit (limit);
  if (words[0])
    found = find_whatever_happens (self, words, limit * MORE);

  return make_hits (self, found, words, limit, lang);
}

/* A search of a worker: what it needs of the store, and nothing of the graph. The worker may
 * be the last to let go of its task, so that is not the one that holds the store. */
typedef struct
{
  char *path;
  char **words;
  char *lang;
  guint limit;
} Search;

static void
search_clear (gpointer data)
{
  Search *search = data;

  g_free (search->path);
  g_strfreev (search->words);
  g_free (search->lang);
}

static void
search_unref (gpointer search)
{
  g_atomic_rc_box_release_full (search, search_clear);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Search *search = task_data;
  GError *error = NULL;
  g_autoptr (EntIndex) index = ent_index_open_to_read (search->path, &error);
  GArray *found = NULL;

  if (index)
    found = ent_index_find_unless (index, search->words, search->limit * MORE, cancellable, &error);
  if (found)
    g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GArray *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found)
    g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
start_worker (GTask *task, Search *search)
{
  g_autoptr (GTask)
      worker = g_task_new (NULL, g_task_get_cancellable (task), searched_cb, g_object_ref (task));

  g_task_set_task_data (worker, g_atomic_rc_box_acquire (search), search_unref);
  g_task_run_in_thread (worker, search_in_thread);
}

/**
 * ent_store_search_async:
 * @self: a store
 * @query: as ent_store_search() takes it
 * @limit: how many records at most, 0 for 50
 * @lang: (nullable): as there
 * @cancellable: (nullable): stops the search at once
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * The same as ent_store_search(), the index being searched by a worker.
 */
void
ent_store_search_async (EntStore *self,
                        const char *query,
                        guint limit,
                        const char *lang,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Search *search = g_atomic_rc_box_new0 (Search);

  search->words = split_query (query);
  search->lang = g_strdup (lang);
  search->limit = get_limit (limit);
  search->path = dup_index_path (self);
  g_task_set_task_data (task, search, search_unref);

  if (!search->words[0])
    g_task_return_pointer (task, g_array_new (FALSE, FALSE, sizeof (EntIndexHit)),
                           (GDestroyNotify) g_array_unref);
  else if (catch_up_whatever_happens (self))
    start_worker (task, search);
  else
    g_task_return_pointer (task, find_whatever_happens (self, search->words, search->limit * MORE),
                           (GDestroyNotify) g_array_unref);
}

/**
 * ent_store_search_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type EntHit): as ent_store_search() gives them
 */
GPtrArray *
ent_store_search_finish (EntStore *self, GAsyncResult *result, GError **error)
{
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) problem = NULL;
  g_autoptr (GArray) found = g_task_propagate_pointer (G_TASK (result), &problem);

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  /* What a worker cannot read is made again here. */
  if (problem)
    found = find_whatever_happens (self, search->words, search->limit * MORE);

  return make_hits (self, found, search->words, search->limit, search->lang);
}
