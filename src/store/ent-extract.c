/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-extract.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/ent-error.h"
#include "store/ent-store-private.h"

/* A step reads, hashes and writes so much: some 4 ms. */
#define STEP_BYTES (512 * 1024)

typedef struct
{
  EntStore *store;
  EntDatabase *database; /* of the store when it began */
  gint64 row;
  sqlite3_blob *blob;
  int size;
  int done;
  char *sha256;
  GChecksum *checksum;
  char *buffer;
  char *path; /* NULL: only to be held against the hash */
  int fd;
  gboolean finished;
} Extract;

static void
extract_free (gpointer data)
{
  Extract *self = data;

  sqlite3_blob_close (self->blob);
  if (self->fd >= 0)
    close (self->fd);
  if (self->path && self->fd >= 0 && !self->finished)
    g_unlink (self->path);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self->buffer);
  g_free (self->sha256);
  g_free (self->path);
  g_object_unref (self->store);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Extract, extract_free)

static gboolean
refuse_missing (GError **error)
{
  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                       _("The document’s file is not in the project: attach it again."));
  return FALSE;
}

static gboolean
refuse_damaged (GError **error)
{
  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                       _("The document’s file is damaged: attach it again."));
  return FALSE;
}

static gboolean
refuse_target (int number, GError **error)
{
  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NO_SPACE,
                         _("The disk is full, so the document’s file could not be copied. "
                           "Free some space, then try again."));
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("The document’s file could not be copied (%s)."), g_strerror (number));
  return FALSE;
}

static gboolean
find_row (Extract *self, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      self->database, "SELECT rowid FROM blob WHERE sha256 = ?", error);
  GError *problem = NULL;

  if (!statement)
    return FALSE;
  ent_statement_bind_text (statement, self->sha256);
  if (ent_statement_next (statement, &problem))
    self->row = ent_statement_read_integer (statement);
  if (problem)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }

  return self->row != 0 || refuse_missing (error);
}

/* What an action takes back closes what is being read; the bytes stay what they are. */
static gboolean
open_blob (Extract *self, GError **error)
{
  int code;

  sqlite3_blob_close (g_steal_pointer (&self->blob));
  code = sqlite3_blob_open (ent_database_get_handle (self->database), "main", "blob", "bytes",
                            self->row, 0, &self->blob);
  if (code != SQLITE_OK)
    return ent_database_fail (self->database, code, error);
  self->size = sqlite3_blob_bytes (self->blob);

  return TRUE;
}

static Extract *
extract_new (EntStore *store, const char *sha256, const char *path, GError **error)
{
  g_autoptr (Extract) self = g_new0 (Extract, 1);

  self->store = g_object_ref (store);
  self->fd = -1;
  self->database = store->database;
  if (!self->database)
    {
      refuse_missing (error);
      return NULL;
    }
  self->sha256 = g_strdup (sha256);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->buffer = g_malloc (STEP_BYTES);
  if (!find_row (self, error) || !open_blob (self, error))
    return NULL;
  if (path)
    {
      self->path = g_strdup (path);
      self->fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (self->fd < 0)
        {
          refuse_target (errno, error);
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}

static gboolean
write_part (Extract *self, int part, GError **error)
{
  const char *data = self->buffer;

  while (self->path && part > 0)
    {
      gssize written = write (self->fd, data, (gsize) part);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return refuse_target (errno, error);
      data += written;
      part -= (int) written;
    }

  return TRUE;
}

static gboolean
read_part (Extract *self, int part, GError **error)
{
  int code = sqlite3_blob_read (self->blob, self->buffer, part, self->done);

  if (code == SQLITE_ABORT)
    {
      if (!open_blob (self, error))
        return FALSE;
      code = sqlite3_blob_read (self->blob, self->buffer, part, self->done);
    }

  return code == SQLITE_OK || ent_database_fail (self->database, code, error);
}

static gboolean
step (Extract *self, GError **error)
{
  int part = MIN (STEP_BYTES, self->size - self->done);

  if (part > 0 && (!read_part (self, part, error) || !write_part (self, part, error)))
    return FALSE;
  g_checksum_update (self->checksum, (const guchar *) self->buffer, part);
  self->done += part;
  if (self->done < self->size)
    return TRUE;

  if (!g_str_equal (g_checksum_get_string (self->checksum), self->sha256))
    return refuse_damaged (error);
  self->finished = TRUE;

  return TRUE;
}

static gboolean
run (EntStore *store,
     const char *sha256,
     const char *path,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (Extract) self = extract_new (store, sha256, path, error);

  while (self && !self->finished)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !step (self, error))
      return FALSE;

  return self != NULL;
}

/**
 * ent_store_extract:
 * @self: a store
 * @sha256: the hash of a document's file
 * @path: a file that does not exist yet
 * @cancellable: (nullable): looked at between two steps
 * @error: return location: %ENT_ERROR_NOT_FOUND when the project lacks the bytes,
 *   %ENT_ERROR_DAMAGED when they are not those of the hash, %ENT_ERROR_NO_SPACE
 *
 * Returns: whether the whole file is there, readable by its owner alone; else it is not
 */
gboolean
ent_store_extract (
    EntStore *self, const char *sha256, const char *path, GCancellable *cancellable, GError **error)
{
  return run (self, sha256, path, cancellable, error);
}

/**
 * ent_store_verify_blob:
 * @self: a store
 * @sha256: the hash of a document's file
 * @error: return location: %ENT_ERROR_NOT_FOUND or %ENT_ERROR_DAMAGED
 *
 * Returns: whether the project holds the bytes of that hash
 */
gboolean
ent_store_verify_blob (EntStore *self, const char *sha256, GError **error)
{
  return run (self, sha256, NULL, NULL, error);
}

/**
 * ent_store_get_blob_size:
 * @self: a store
 * @sha256: the hash of a document's file
 *
 * Returns: size in bytes, -1 when the project does not hold it
 */
gint64
ent_store_get_blob_size (EntStore *self, const char *sha256)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      ent_store_get_database (self), "SELECT length (bytes) FROM blob WHERE sha256 = ?", NULL);

  if (!statement)
    return -1;
  ent_statement_bind_text (statement, sha256);

  return ent_statement_next (statement, NULL) ? ent_statement_read_integer (statement) : -1;
}

static gboolean
step_cb (gpointer user_data)
{
  GTask *task = user_data;
  Extract *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (self->store->database != self->database)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closed");
      return G_SOURCE_REMOVE;
    }
  if (!step (self, &error))
    {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }
  if (!self->finished)
    return G_SOURCE_CONTINUE;

  g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

/**
 * ent_store_extract_async:
 * @self: a store
 * @sha256: the hash of a document's file
 * @path: a file that does not exist yet, on a disk of this computer
 * @cancellable: (nullable): gives up, and leaves no file
 * @callback: called when it has ended
 * @user_data: for @callback
 *
 * As ent_store_extract (), in short steps on the thread that edits, which goes on meanwhile:
 * no other thread may read the working database.
 */
void
ent_store_extract_async (EntStore *self,
                         const char *sha256,
                         const char *path,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GSource) source = g_idle_source_new ();
  GError *error = NULL;
  Extract *extract;

  g_task_set_source_tag (task, ent_store_extract_async);
  extract = extract_new (self, sha256, path, &error);
  if (!extract)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, extract, extract_free);
  g_task_attach_source (task, source, step_cb);
}

gboolean
ent_store_extract_finish (EntStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
