/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"

/* At most so much of a file is in memory. */
#define CHUNK_BYTES (256 * 1024)

/* The row of a blob, 0 where there is none. */
static gboolean
find_row (EntDatabase *database, const char *sha256, gint64 *row, GError **error)
{
  g_autoptr (EntStatement)
      statement = ent_database_prepare (database, "SELECT rowid FROM blob WHERE sha256 = ?", error);
  GError *problem = NULL;

  *row = 0;
  if (!statement)
    return FALSE;
  ent_statement_bind_text (statement, sha256);
  if (ent_statement_next (statement, &problem))
    *row = ent_statement_read_integer (statement);
  if (problem)
    g_propagate_error (error, problem);

  return problem == NULL;
}

static sqlite3_blob *
open_row (EntDatabase *database, gint64 row, gboolean write, GError **error)
{
  sqlite3_blob *blob = NULL;
  int code = sqlite3_blob_open (ent_database_get_handle (database), "main", "blob", "bytes", row,
                                write, &blob);

  if (code != SQLITE_OK)
    {
      sqlite3_blob_close (blob);
      ent_database_fail (database, code, error);
      return NULL;
    }

  return blob;
}

/* Whether the row holds these very bytes; what cannot be read is not the same. */
static gboolean
holds (EntDatabase *database, gint64 row, GBytes *bytes)
{
  g_autofree char *buffer = g_malloc (CHUNK_BYTES);
  sqlite3_blob *blob = open_row (database, row, FALSE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean same = blob && (gsize) sqlite3_blob_bytes (blob) == size;

  for (gsize done = 0; same && done < size; done += CHUNK_BYTES)
    {
      int part = (int) MIN (CHUNK_BYTES, size - done);

      same = sqlite3_blob_read (blob, buffer, part, (int) done) == SQLITE_OK
             && memcmp (buffer, data + done, (gsize) part) == 0;
    }
  sqlite3_blob_close (blob);

  return same;
}

static gboolean
remove_row (EntDatabase *database, gint64 row, GError **error)
{
  g_autoptr (EntStatement)
      statement = ent_database_prepare (database, "DELETE FROM blob WHERE rowid = ?", error);

  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, row);

  return ent_statement_run (statement, error);
}

/* Room for the bytes, which are then written bit by bit: they are never in memory at once. */
static gboolean
make_row (EntDatabase *database, const char *sha256, gsize size, gint64 *row, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      database, "INSERT INTO blob (sha256, size, bytes) VALUES (?1, ?2, zeroblob (?2))", error);

  if (!statement)
    return FALSE;
  ent_statement_bind_text (statement, sha256);
  ent_statement_bind_integer (statement, (gint64) size);
  if (!ent_statement_run (statement, error))
    return FALSE;
  *row = sqlite3_last_insert_rowid (ent_database_get_handle (database));

  return TRUE;
}

static gboolean
fill_row (EntDatabase *database, gint64 row, GBytes *bytes, GError **error)
{
  sqlite3_blob *blob = open_row (database, row, TRUE, error);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int code = SQLITE_OK;

  if (!blob)
    return FALSE;
  for (gsize done = 0; code == SQLITE_OK && done < size; done += CHUNK_BYTES)
    code = sqlite3_blob_write (blob, data + done, (int) MIN (CHUNK_BYTES, size - done), (int) done);
  if (code != SQLITE_OK)
    ent_database_fail (database, code, error);
  sqlite3_blob_close (blob);

  return code == SQLITE_OK;
}

static gboolean
write_row (EntDatabase *database, const char *sha256, GBytes *bytes, GError **error)
{
  gint64 row;

  return make_row (database, sha256, g_bytes_get_size (bytes), &row, error)
         && fill_row (database, row, bytes, error);
}

/**
 * ent_store_keep_blob:
 * @self: a store
 * @sha256: SHA-256 of @bytes in lower-case hex
 * @bytes: the content of a file
 * @error: return location: %ENT_ERROR_NO_SPACE…
 *
 * Keeps the bytes of a document whose hash is known, once however often they come. Where the
 * project holds them damaged, they are made whole.
 *
 * Returns: whether they are kept; else nothing changed
 */
gboolean
ent_store_keep_blob (EntStore *self, const char *sha256, GBytes *bytes, GError **error)
{
  EntDatabase *database = ent_store_get_database (self);
  g_autoptr (EntTransaction) transaction = NULL;
  gint64 row;

  if (!find_row (database, sha256, &row, error))
    return FALSE;
  if (row != 0 && holds (database, row, bytes))
    return TRUE;

  transaction = ent_database_begin (database, error);
  return transaction && (row == 0 || remove_row (database, row, error))
         && write_row (database, sha256, bytes, error)
         && ent_transaction_commit (transaction, error);
}

/**
 * ent_store_add_blob:
 * @self: a store
 * @bytes: the content of a file
 * @error: return location
 *
 * Keeps the bytes of a document, once however often they are added. They are no part of undo:
 * a record names them by their hash, and they stay until the history is removed. Within an
 * action they are kept when it is committed.
 *
 * Returns: (transfer full): SHA-256 in lower-case hex
 */
char *
ent_store_add_blob (EntStore *self, GBytes *bytes, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return ent_store_keep_blob (self, sha256, bytes, error) ? g_steal_pointer (&sha256) : NULL;
}

/**
 * ent_store_get_blob:
 * @self: a store
 * @sha256: a hash that ent_store_add_blob() gave
 * @error: return location: %ENT_ERROR_NOT_FOUND, or %ENT_ERROR_DAMAGED when the bytes are not
 *   those of the hash
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
ent_store_get_blob (EntStore *self, const char *sha256, GError **error)
{
  g_autoptr (EntStatement) statement = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  GError *problem = NULL;

  statement = ent_database_prepare (ent_store_get_database (self),
                                    "SELECT bytes FROM blob WHERE sha256 = ?", error);
  if (!statement)
    return NULL;

  ent_statement_bind_text (statement, sha256);
  if (ent_statement_next (statement, &problem))
    bytes = ent_statement_read_bytes (statement);
  if (problem)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (!bytes)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                           _("The document’s file is not in the project: attach it again."));
      return NULL;
    }

  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (!g_str_equal (found, sha256))
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                           _("The document’s file is damaged: attach it again."));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}
