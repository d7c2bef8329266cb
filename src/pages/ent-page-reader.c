/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/ent-page-reader.h"

#include <glib/gstdio.h>

#include "pages/ent-page-file.h"
#include "store/ent-extract.h"

/* Documents often come several at a time. */
#define PATIENCE_MS 400

#define TELL_MS 250

struct _EntPageReader
{
  GObject parent_instance;

  EntStore *store;
  GHashTable *known;         /* hashes of files that need no more looking at while this is open */
  GPtrArray *pending;        /* hashes of files to read, the next one last */
  GCancellable *cancellable; /* of what is under way, NULL when nothing is */
  gboolean stopped;
  gboolean kept;  /* what belongs to no document any more was forgotten */
  guint *n_pages; /* counted up by a worker, which may outlive this */
  guint waiting;
  guint telling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPageReader, ent_page_reader, G_TYPE_OBJECT)

/* What a worker needs to read a file, or to say which files are to be read. The worker may be
 * the last to let go of it, so that it holds nothing of the main thread. */
typedef struct
{
  char *index_path;
  GHashTable *files; /* to forget all others; NULL not to */
  GPtrArray *hashes;
  char *place;
  guint *n_pages;
} Work;

/* A document on its way to a worker. */
typedef struct
{
  EntPageReader *reader;
  Work *work;
} Passage;

static void read_next (EntPageReader *self);

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->index_path);
  g_clear_pointer (&work->files, g_hash_table_unref);
  g_clear_pointer (&work->hashes, g_ptr_array_unref);
  g_free (work->place);
  g_atomic_rc_box_release (work->n_pages);
  g_free (work);
}

static Work *
work_new (EntPageReader *self)
{
  Work *work = g_new0 (Work, 1);

  work->index_path = ent_page_file_dup_index (self->store);
  work->hashes = g_ptr_array_new_with_free_func (g_free);
  work->n_pages = g_atomic_rc_box_acquire (self->n_pages);

  return work;
}

static gboolean
tell_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[CHANGED], 0);

  return G_SOURCE_CONTINUE;
}

static void
finish (EntPageReader *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->telling, g_source_remove);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whether the answer is to what was asked last. */
static gboolean
is_current (EntPageReader *self, GAsyncResult *result)
{
  return self->cancellable && g_task_get_cancellable (G_TASK (result)) == self->cancellable
         && !g_cancellable_is_cancelled (self->cancellable);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  g_autoptr (EntPageIndex) index = ent_page_index_open (work->index_path, &error);
  EntPagesState state;

  if (index
      && ent_page_file_read (index, g_ptr_array_index (work->hashes, 0), work->place, work->n_pages,
                             &state, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_unlink (work->place);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPageReader) self = user_data;

  if (!is_current (self, result))
    return;
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    read_next (self);
  else
    /* Not the document's fault: the helper is missing, or the disk is full. */
    finish (self);
}

static void
extracted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Passage *passage = user_data;
  g_autoptr (EntPageReader) self = passage->reader;
  gboolean extracted = ent_store_extract_finish (ENT_STORE (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (extracted && is_current (self, result))
    {
      task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));
      g_task_set_task_data (task, passage->work, work_free);
      g_task_run_in_thread (task, read_in_thread);
      return;
    }

  if (extracted)
    g_unlink (passage->work->place);
  work_free (passage->work);
  /* Its bytes are not in the project: the next one may be. */
  if (is_current (self, result))
    read_next (self);
}

static void
read_next (EntPageReader *self)
{
  Passage *passage;
  char *sha256;

  if (self->pending->len == 0)
    {
      finish (self);
      return;
    }

  sha256 = g_ptr_array_steal_index (self->pending, self->pending->len - 1);
  g_hash_table_add (self->known, g_strdup (sha256));
  passage = g_new0 (Passage, 1);
  passage->reader = g_object_ref (self);
  passage->work = work_new (self);
  passage->work->place = ent_page_file_dup_place (self->store);
  g_ptr_array_add (passage->work->hashes, sha256);
  ent_store_extract_async (self->store, sha256, passage->work->place, self->cancellable,
                           extracted_cb, passage);
}

/* Leaves of the hashes those of files that were not read yet. */
static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  g_autoptr (EntPageIndex) index = ent_page_index_open (work->index_path, &error);
  GPtrArray *unread;
  guint n_pages;

  if (!index || (work->files && !ent_page_index_keep (index, work->files, &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  unread = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < work->hashes->len; i++)
    {
      const char *sha256 = g_ptr_array_index (work->hashes, i);

      if (ent_page_index_get_state (index, sha256, &n_pages) == ENT_PAGES_UNREAD)
        g_ptr_array_add (unread, g_strdup (sha256));
    }
  g_task_return_pointer (task, unread, (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPageReader) self = user_data;
  g_autoptr (GPtrArray) unread = NULL;
  const Work *work = g_task_get_task_data (G_TASK (result));

  if (!is_current (self, result))
    return;
  unread = g_task_propagate_pointer (G_TASK (result), NULL);
  if (!unread)
    {
      finish (self);
      return;
    }

  self->kept = TRUE;
  for (guint i = 0; i < work->hashes->len; i++)
    g_hash_table_add (self->known, g_strdup (g_ptr_array_index (work->hashes, i)));
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  self->pending = g_steal_pointer (&unread);
  if (self->pending->len > 0)
    self->telling = g_timeout_add (TELL_MS, tell_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
  read_next (self);
}

/* Hashes of files that this has not come across yet. */
static void
collect (EntPageReader *self, GPtrArray *hashes)
{
  GListModel *list = ent_project_get_list (ent_store_get_project (self->store),
                                           &ent_document_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntDocument) document = g_list_model_get_item (list, i);

      if (document->sha256 && !g_hash_table_contains (self->known, document->sha256)
          && ent_page_file_is_readable (document))
        g_ptr_array_add (hashes, g_strdup (document->sha256));
    }
}

static void
look (EntPageReader *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (self->cancellable || self->stopped)
    return;
  work = work_new (self);
  collect (self, work->hashes);
  if (work->hashes->len == 0)
    {
      work_free (work);
      return;
    }

  if (!self->kept)
    work->files = g_hash_table_ref (ent_store_get_files (self->store));
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, listed_cb, g_object_ref (self));
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, list_in_thread);
}

static void
look_cb (gpointer user_data)
{
  EntPageReader *self = user_data;

  self->waiting = 0;
  /* Once what is under way is done. */
  if (self->cancellable)
    self->waiting = g_timeout_add_once (PATIENCE_MS, look_cb, self);
  else
    look (self);
}

static void
look_soon (EntPageReader *self)
{
  if (self->waiting == 0)
    self->waiting = g_timeout_add_once (PATIENCE_MS, look_cb, self);
}

static void
stop (EntPageReader *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  g_hash_table_remove_all (self->known);
  g_ptr_array_set_size (self->pending, 0);
}

static void
ent_page_reader_dispose (GObject *object)
{
  EntPageReader *self = ENT_PAGE_READER (object);

  stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ent_page_reader_parent_class)->dispose (object);
}

static void
ent_page_reader_finalize (GObject *object)
{
  EntPageReader *self = ENT_PAGE_READER (object);

  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->pending);
  g_atomic_rc_box_release (self->n_pages);

  G_OBJECT_CLASS (ent_page_reader_parent_class)->finalize (object);
}

static void
ent_page_reader_class_init (EntPageReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_page_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_page_reader_finalize;

  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_PAGE_READER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_page_reader_init (EntPageReader *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pending = g_ptr_array_new_with_free_func (g_free);
  self->n_pages = g_atomic_rc_box_new0 (guint);
}

/**
 * ent_page_reader_new:
 * @store: an open store
 *
 * Returns: (transfer full): the reader of its documents, which waits to be started; to be stopped
 *   before the store is closed
 */
EntPageReader *
ent_page_reader_new (EntStore *store)
{
  EntPageReader *self = g_object_new (ENT_TYPE_PAGE_READER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "journal-changed", G_CALLBACK (look_soon), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_page_reader_start:
 * @self: a reader
 *
 * Reads in a moment what is not read yet, where it was cut off or stopped.
 */
void
ent_page_reader_start (EntPageReader *self)
{
  g_return_if_fail (ENT_IS_PAGE_READER (self));

  self->stopped = FALSE;
  look_soon (self);
}

/**
 * ent_page_reader_stop:
 * @self: a reader
 *
 * Reads nothing more until it is started again.
 */
void
ent_page_reader_stop (EntPageReader *self)
{
  g_return_if_fail (ENT_IS_PAGE_READER (self));

  self->stopped = TRUE;
  stop (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ent_page_reader_is_reading:
 * @self: a reader
 *
 * Returns: whether there are documents whose words cannot be found yet, and it is at them
 */
gboolean
ent_page_reader_is_reading (EntPageReader *self)
{
  return self->telling != 0;
}

gboolean
ent_page_reader_is_stopped (EntPageReader *self)
{
  return self->stopped;
}

/**
 * ent_page_reader_get_n_left:
 * @self: a reader
 *
 * Returns: how many documents are still to be read, with the one that is being read
 */
guint
ent_page_reader_get_n_left (EntPageReader *self)
{
  return ent_page_reader_is_reading (self) ? self->pending->len + 1 : 0;
}

/**
 * ent_page_reader_get_n_pages:
 * @self: a reader
 *
 * Returns: how many pages it has read
 */
guint
ent_page_reader_get_n_pages (EntPageReader *self)
{
  return (guint) g_atomic_int_get ((int *) self->n_pages);
}
