/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-store-private.h"

#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "model/ent-page.h"
#include "model/ent-types.h"
#include "store/ent-search-private.h"
#include "store/ent-snippet.h"

/* A step of catching up, and the pause after it: a frame is drawn between two. */
#define SLICE_US 4000
#define PAUSE_MS 4

/* What owns a page comes before what only hangs on such a thing, or is picked from a list. */
#define WEIGHT_OF_THE_REST 0.5

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
  guint n_matched;
  char *snippet = ent_snippet_new (text, best->query, best->n_matched, &n_matched);

  if (!snippet)
    return;

  best->n_matched = n_matched;
  g_free (best->field);
  best->field = lang ? g_strdup_printf ("%s@%s", column->name, lang) : g_strdup (column->name);
  g_free (best->snippet);
  best->snippet = snippet;
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
catch_up_a_little (EntStore *self, gint64 last, gint64 deadline)
{
  g_autoptr (GError) problem = NULL;
  gboolean is_up_to_date = FALSE;
  gboolean good = ent_index_catch_up_until (self->index, self->database, self->project, last,
                                            deadline, &is_up_to_date, &problem);

  self->index_is_behind = !is_up_to_date;

  /* A search reads in it just now. */
  return good || g_error_matches (problem, ENT_ERROR, ENT_ERROR_IN_USE);
}

static gboolean
catch_up (EntStore *self, const char *path, gint64 deadline)
{
  gint64 last = ent_journal_get_last (self->journal);

  self->index_is_behind = FALSE;
  if (!self->index)
    self->index = ent_index_open (path, NULL);
  if (!self->index)
    return FALSE;
  if (deadline == G_MAXINT64
          ? ent_index_catch_up (self->index, self->database, self->project, last, NULL)
          : catch_up_a_little (self, last, deadline))
    return TRUE;

  g_clear_pointer (&self->index, ent_index_free);
  return FALSE;
}

/* The path of a file of the search beside the project's database. */
char *
ent_search_dup_path (EntStore *self, const char *leaf)
{
  g_autofree char *directory = g_path_get_dirname (self->path);

  return g_build_filename (directory, leaf, NULL);
}

static void
remove_index (EntStore *self)
{
  g_autofree char *path = ent_search_dup_path (self, ENT_WORKING_INDEX);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_clear_pointer (&self->index, ent_index_free);
  g_unlink (path);
  g_unlink (journal);
}

/* Whether it can be searched in its file, not in memory alone. The index is no part of the
 * project: what is wrong with it is never the officer's trouble. */
static gboolean
catch_up_until (EntStore *self, gint64 deadline)
{
  g_autofree char *path = ent_search_dup_path (self, ENT_WORKING_INDEX);

  if (catch_up (self, path, deadline))
    return !self->index_in_memory;

  remove_index (self);
  self->index_in_memory = !catch_up (self, path, deadline)
                          && catch_up (self, ":memory:", G_MAXINT64);

  return self->index && !self->index_in_memory;
}

static gboolean
catch_up_cb (gpointer user_data)
{
  EntStore *self = user_data;

  if (self->database && !self->action)
    catch_up_until (self, g_get_monotonic_time () + SLICE_US);
  if (self->database && self->index_is_behind)
    return G_SOURCE_CONTINUE;

  self->index_update = 0;
  return G_SOURCE_REMOVE;
}

/* Catches up as far as no frame is missed, and goes on with the rest when there is time. */
gboolean
ent_search_keep_up (EntStore *self)
{
  gboolean good = catch_up_until (self, g_get_monotonic_time () + SLICE_US);

  if (self->index_is_behind && self->index_update == 0)
    self->index_update = g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MS, catch_up_cb, self, NULL);

  return good;
}

GArray *
ent_search_find (EntStore *self, char **words, guint limit, gboolean ranked)
{
  GArray *hits = NULL;

  catch_up_until (self, G_MAXINT64);
  if (self->index)
    hits = ent_index_find (self->index, words, limit, ranked, NULL);
  if (hits)
    return hits;

  /* Damaged where only a search looks. */
  remove_index (self);
  catch_up_until (self, G_MAXINT64);

  return self->index ? ent_index_find (self->index, words, limit, ranked, NULL) : NULL;
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
  catch_up_until (self, G_MAXINT64);
}

/**
 * ent_store_update_index_aside:
 * @self: a store
 *
 * Begins to bring the search index up to date, in short steps between which the window is drawn.
 */
void
ent_store_update_index_aside (EntStore *self)
{
  if (self->index_update == 0)
    self->index_update = g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MS, catch_up_cb, self, NULL);
}

/**
 * ent_store_is_index_behind:
 * @self: a store
 *
 * Returns: whether the last search could not know all records yet; one in a moment knows more
 */
gboolean
ent_store_is_index_behind (EntStore *self)
{
  return self->index_is_behind;
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

static EntHit *
make_page_hit (EntStore *self, EntPageHit *found, const char *lang)
{
  EntRecord *record = ent_project_get (self->project, found->document);
  EntHit *hit;

  if (!record)
    return NULL;
  hit = g_new0 (EntHit, 1);
  hit->record = hit->page = found->document;
  hit->page_number = found->page;
  hit->type = g_strdup (ent_document_table.name);
  hit->title = ent_record_dup_title (record, self->project, lang);
  hit->snippet = g_steal_pointer (&found->snippet);
  hit->score = found->score * WEIGHT_OF_THE_REST;

  return hit;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const EntHit *left = *(const EntHit *const *) a;
  const EntHit *right = *(const EntHit *const *) b;

  return (left->score < right->score) - (left->score > right->score);
}

/* Takes what the indexes found from the graph, best first. */
GPtrArray *
ent_search_make_hits (
    EntStore *self, GArray *found, GPtrArray *pages, char **words, guint limit, const char *lang)
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
  for (guint i = 0; pages && i < pages->len; i++)
    {
      EntHit *hit = make_page_hit (self, g_ptr_array_index (pages, i), lang);

      if (hit)
        g_ptr_array_add (hits, hit);
    }
  g_ptr_array_sort (hits, compare_scores);

  return hits;
}

/**
 * ent_store_get_files:
 * @self: a store
 *
 * Returns: (transfer none) (element-type utf8 EntId): the documents of the project by the hash of
 *   their file; never changed once it is made, so that a worker may hold it
 */
GHashTable *
ent_store_get_files (EntStore *self)
{
  GListModel *list = ent_project_get_list (self->project, &ent_document_table);
  gint64 last = ent_store_get_last_entry (self);

  if (self->files && self->files_entry == last)
    return self->files;

  g_clear_pointer (&self->files, g_hash_table_unref);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->files_entry = last;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntDocument) document = g_list_model_get_item (list, i);
      EntId id = ent_record_get_id (ENT_RECORD (document));

      if (document->sha256)
        g_hash_table_insert (self->files, g_strdup (document->sha256), g_memdup2 (&id, sizeof id));
    }

  return self->files;
}

/* How many are found where nobody says. */
guint
ent_search_get_limit (guint limit)
{
  return limit ? MIN (limit, G_MAXINT / ENT_SEARCH_MORE) : 50;
}

/**
 * ent_store_search:
 * @self: a store
 * @query: what somebody typed: words, or the beginnings of words; whatever else is in it is
 *   passed over
 * @limit: how many records at most, and how many pages of documents, 0 for 50
 * @lang: (nullable): "fr" or "en", for the titles; %NULL for the record's own language
 * @error: return location
 *
 * Finds the records, and the pages of documents that were read, that have all the words, whatever
 * their case and accents.
 *
 * Returns: (transfer full) (element-type EntHit): best first; none for a query without words
 */
GPtrArray *
ent_store_search (EntStore *self, const char *query, guint limit, const char *lang, GError **error)
{
  g_auto (GStrv) words = ent_snippet_split_query (query);
  g_autofree char *path = ent_search_dup_path (self, ENT_WORKING_PAGES);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (EntPageIndex) index = NULL;

  limit = ent_search_get_limit (limit);
  if (words[0])
    {
      found = ent_search_find (self, words, limit * ENT_SEARCH_MORE, TRUE);
      index = ent_page_index_open_to_read (path, NULL);
    }
  if (index)
    pages = ent_page_index_find (index, words, ent_store_get_files (self), limit, TRUE, NULL, NULL);

  return ent_search_make_hits (self, found, pages, words, limit, lang);
}
