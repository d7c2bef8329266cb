/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-snapshot.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "store/ent-store-private.h"

/* A step copies at most this much: some 6 ms on a slow disk. */
#define STEP_BYTES (2 * 1024 * 1024)

struct _EntSnapshot
{
  EntDatabase *source;
  EntDatabase *copy;
  sqlite3_backup *backup;
  char *path;
  int pages;
  gboolean finished;
};

/* What an action did may still be rolled back: no copy may end with it. */
static gboolean
is_changing (EntDatabase *source)
{
  return !sqlite3_get_autocommit (ent_database_get_handle (source));
}

static EntSnapshot *
snapshot_new (EntDatabase *source, const char *path, GError **error)
{
  g_autoptr (EntSnapshot) self = g_new0 (EntSnapshot, 1);
  gint64 page_size;

  if (is_changing (source))
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_IN_USE,
                           _("The project is being changed: copy it once that is done."));
      return NULL;
    }
  if (!ent_database_get_integer (source, "PRAGMA page_size", &page_size, error))
    return NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("A copy cannot be written to “%s”: there is a file of that name."), path);
      return NULL;
    }

  self->source = source;
  self->pages = MAX (1, STEP_BYTES / MAX (page_size, 1));
  self->copy = ent_database_open (path, ENT_DATABASE_CREATE, error);
  if (!self->copy)
    return NULL;
  self->path = g_strdup (path);

  /* The copy is new: there is nothing to roll back to. */
  if (!ent_database_exec (self->copy, "PRAGMA journal_mode=OFF", error))
    return NULL;
  self->backup = sqlite3_backup_init (ent_database_get_handle (self->copy), "main",
                                      ent_database_get_handle (source), "main");
  if (!self->backup)
    {
      ent_database_fail (self->copy, sqlite3_errcode (ent_database_get_handle (self->copy)), error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * ent_snapshot_begin:
 * @store: a store, which must outlive the snapshot
 * @path: a file that does not exist yet
 * @error: return location
 *
 * Returns: (transfer full): a snapshot, to be stepped until it is finished; dropped before,
 *   it leaves no file behind
 */
EntSnapshot *
ent_snapshot_begin (EntStore *store, const char *path, GError **error)
{
  return snapshot_new (ent_store_get_database (store), path, error);
}

/**
 * ent_snapshot_step:
 * @self: a snapshot
 * @finished: (out): whether the copy is whole and on the disk
 * @error: return location
 *
 * Copies at most 2 MB more; nothing while an action is open.
 *
 * Returns: whether it went well
 */
gboolean
ent_snapshot_step (EntSnapshot *self, gboolean *finished, GError **error)
{
  int code;

  *finished = FALSE;
  if (is_changing (self->source))
    return TRUE;

  code = sqlite3_backup_step (self->backup, self->pages);
  if (code == SQLITE_OK)
    return TRUE;
  if (code != SQLITE_DONE)
    {
      /* Only then does the connection know what the system said. */
      sqlite3_backup_finish (g_steal_pointer (&self->backup));
      return ent_database_fail (self->copy, code, error);
    }

  code = sqlite3_backup_finish (g_steal_pointer (&self->backup));
  if (code != SQLITE_OK)
    return ent_database_fail (self->copy, code, error);
  g_clear_pointer (&self->copy, ent_database_free);
  *finished = self->finished = TRUE;

  return TRUE;
}

void
ent_snapshot_free (EntSnapshot *self)
{
  g_clear_pointer (&self->backup, sqlite3_backup_finish);
  g_clear_pointer (&self->copy, ent_database_free);
  if (self->path && !self->finished)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}

/**
 * ent_snapshot_write:
 * @database: a connection
 * @path: a file that does not exist yet
 * @cancellable: (nullable): looked at between two steps
 * @error: return location
 *
 * Returns: whether the whole copy is on the disk; else there is no file
 */
gboolean
ent_snapshot_write (EntDatabase *database,
                    const char *path,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (EntSnapshot) snapshot = snapshot_new (database, path, error);
  gboolean finished = FALSE;

  while (snapshot && !finished)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !ent_snapshot_step (snapshot, &finished, error))
      return FALSE;

  return snapshot != NULL;
}

/**
 * ent_store_snapshot:
 * @self: a store
 * @path: a file that does not exist yet
 * @cancellable: (nullable): looked at every 2 MB
 * @error: return location
 *
 * A consistent copy of the project, in one go; ent_snapshot_begin() leaves the steps to the
 * caller.
 *
 * Returns: whether the whole copy is on the disk; else there is no file
 */
gboolean
ent_store_snapshot (EntStore *self, const char *path, GCancellable *cancellable, GError **error)
{
  return ent_snapshot_write (ent_store_get_database (self), path, cancellable, error);
}
