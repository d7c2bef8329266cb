/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "base/ent-error.h"

#define MOST_PARTS 4096
#define MOST_BYTES ((gsize) 256 * 1024 * 1024)
#define BLOCK_BYTES (64 * 1024)

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static gboolean
is_wanted (const char *name, const char *const *wanted)
{
  for (guint i = 0; wanted[i]; i++)
    if (g_str_has_suffix (wanted[i], "/") ? g_str_has_prefix (name, wanted[i])
                                          : g_str_equal (name, wanted[i]))
      return TRUE;

  return FALSE;
}

static void
set_broken (GError **error)
{
  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                       _("This document cannot be opened: it is damaged, or protected by a "
                         "password. Save it again without one."));
}

/* However little room it takes in the file, what comes out of it is counted. */
static GBytes *
read_part (Archive *archive, gsize *left, GError **error)
{
  g_autoptr (GByteArray) part = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, BLOCK_BYTES)) > 0)
    {
      if ((gsize) n > *left)
        {
          g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                               _("This document holds more than 256 MB: bring it in in parts."));
          return NULL;
        }
      *left -= (gsize) n;
      g_byte_array_append (part, block, (guint) n);
    }
  if (n < 0)
    {
      set_broken (error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&part));
}

/**
 * ent_zip_read:
 * @bytes: a zip file, as office documents are
 * @wanted: (array zero-terminated=1): names of its parts; one that ends with "/" means all in it
 * @error: return location: %ENT_ERROR_INVALID_VALUE
 *
 * Unpacks in memory what is wanted, up to 256 MB and out of at most 4096 parts.
 *
 * Returns: (transfer full) (element-type utf8 GBytes): the parts by their names, or %NULL
 */
GHashTable *
ent_zip_read (GBytes *bytes, const char *const *wanted, GError **error)
{
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_bytes_unref);
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  gsize size, left = MOST_BYTES;
  const void *data = g_bytes_get_data (bytes, &size);
  int status = ARCHIVE_EOF;
  guint n = 0;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      set_broken (error);
      return NULL;
    }

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK && n++ < MOST_PARTS)
    {
      const char *name = archive_entry_pathname_utf8 (entry);
      GBytes *part;

      if (!name || !is_wanted (name, wanted) || g_hash_table_contains (parts, name))
        continue;
      part = read_part (archive, &left, error);
      if (!part)
        return NULL;
      g_hash_table_insert (parts, g_strdup (name), part);
    }
  if (status != ARCHIVE_EOF)
    {
      set_broken (error);
      return NULL;
    }

  return g_steal_pointer (&parts);
}
