/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-search-private.h"
#include "store/ent-snippet.h"

/* A search of a worker: what it needs of the store, and nothing of the graph. The worker may
 * be the last to let go of its task, so that is not the one that holds the store. */
typedef struct
{
  char *path;
  char *pages_path;
  char **words;
  char *lang;
  GHashTable *files;
  guint limit;
  gboolean ranked;
} Search;

/* What it found. */
typedef struct
{
  GArray *records; /* NULL where the index could not be read */
  GPtrArray *pages;
} Found;

static void
search_clear (gpointer data)
{
  Search *search = data;

  g_free (search->path);
  g_free (search->pages_path);
  g_strfreev (search->words);
  g_free (search->lang);
  g_clear_pointer (&search->files, g_hash_table_unref);
}

static void
search_unref (gpointer search)
{
  g_atomic_rc_box_release_full (search, search_clear);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->records, g_array_unref);
  g_clear_pointer (&found->pages, g_ptr_array_unref);
  g_free (found);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Search *search = task_data;
  Found *found = g_new0 (Found, 1);
  g_autoptr (EntIndex) index = search->path ? ent_index_open_to_read (search->path, NULL) : NULL;
  g_autoptr (EntPageIndex) pages = NULL;

  if (index)
    found->records = ent_index_find_unless (index, search->words, search->limit * ENT_SEARCH_MORE,
                                            search->ranked, cancellable, NULL);
  if (!g_cancellable_is_cancelled (cancellable))
    pages = ent_page_index_open_to_read (search->pages_path, NULL);
  if (pages)
    found->pages = ent_page_index_find (pages, search->words, search->files, search->limit,
                                        search->ranked, cancellable, NULL);
  g_task_return_pointer (task, found, found_free);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Found *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found)
    g_task_return_pointer (task, found, found_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * ent_store_search_async:
 * @self: a store
 * @query: as ent_store_search() takes it
 * @limit: as there
 * @lang: (nullable): as there
 * @ranked: whether the best are wanted; else any that come first, which takes no longer for words
 *   that are everywhere
 * @cancellable: (nullable): stops the search at once
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * The same as ent_store_search(), the indexes being searched by a worker.
 */
void
ent_store_search_async (EntStore *self,
                        const char *query,
                        guint limit,
                        const char *lang,
                        gboolean ranked,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) worker = NULL;
  Search *search = g_atomic_rc_box_new0 (Search);

  search->words = ent_snippet_split_query (query);
  search->lang = g_strdup (lang);
  search->limit = ent_search_get_limit (limit);
  search->ranked = ranked;
  g_task_set_task_data (task, search, search_unref);

  if (!search->words[0])
    {
      g_task_return_pointer (task, g_new0 (Found, 1), found_free);
      return;
    }

  if (ent_search_keep_up (self))
    search->path = ent_search_dup_path (self, ENT_WORKING_INDEX);
  search->pages_path = ent_search_dup_path (self, ENT_WORKING_PAGES);
  search->files = g_hash_table_ref (ent_store_get_files (self));
  worker = g_task_new (NULL, cancellable, searched_cb, g_object_ref (task));
  g_task_set_task_data (worker, g_atomic_rc_box_acquire (search), search_unref);
  g_task_run_in_thread (worker, search_in_thread);
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
  Found *found = g_task_propagate_pointer (G_TASK (result), error);
  GPtrArray *hits;

  if (!found)
    return NULL;
  /* What a worker cannot read is made again here. */
  if (!found->records && search->words[0])
    found->records = ent_search_find (self, search->words, search->limit * ENT_SEARCH_MORE,
                                      search->ranked);
  hits = ent_search_make_hits (self, found->records, found->pages, search->words, search->limit,
                               search->lang);
  found_free (found);

  return hits;
}
