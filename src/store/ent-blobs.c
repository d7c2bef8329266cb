/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-store-private.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"

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
  g_autoptr (EntStatement) statement = NULL;

  statement = ent_database_prepare (
      ent_store_get_database (self),
      "INSERT OR IGNORE INTO blob (sha256, size, bytes) VALUES (?, ?, ?)", error);
  if (!statement)
    return NULL;

  ent_statement_bind_text (statement, sha256);
  ent_statement_bind_integer (statement, g_bytes_get_size (bytes));
  ent_statement_bind_bytes (statement, bytes);

  return ent_statement_run (statement, error) ? g_steal_pointer (&sha256) : NULL;
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
