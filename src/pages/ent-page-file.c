/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/ent-page-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/ent-error.h"
#include "reader/ent-pdf.h"
#include "store/ent-extract.h"
#include "store/ent-working-copy.h"

/* Pages that come into the index together: as much as is read again after a power cut. */
#define BATCH_PAGES 32

/* So many damaged pages one after the other, and the others are not waited for. */
#define MOST_DAMAGED 5

/* A longer text is data rather than something that somebody wrote. */
#define MAX_TEXT_BYTES (2 * 1024 * 1024)

/* What has been read of a file since it was last written down. */
typedef struct
{
  EntPageIndex *index;
  const char *sha256;
  GPtrArray *texts;
  guint *n_read;
} Batch;

/**
 * ent_page_file_is_readable:
 * @document: a document
 *
 * Returns: whether it has a file that may hold text, as far as its name tells
 */
gboolean
ent_page_file_is_readable (EntDocument *document)
{
  gboolean uncertain;
  g_autofree char *type = NULL;

  if (!document->sha256)
    return FALSE;
  type = g_content_type_guess (document->file_name, NULL, 0, &uncertain);

  return uncertain || g_content_type_is_a (type, "application/pdf")
         || g_content_type_is_a (type, "text/plain");
}

static char *
dup_beside (EntStore *store, const char *leaf)
{
  g_autofree char *directory = g_path_get_dirname (ent_store_get_path (store));

  return g_build_filename (directory, leaf, NULL);
}

/**
 * ent_page_file_dup_index:
 * @store: a store
 *
 * Returns: (transfer full): the path of its index of pages
 */
char *
ent_page_file_dup_index (EntStore *store)
{
  return dup_beside (store, ENT_WORKING_PAGES);
}

/**
 * ent_page_file_dup_place:
 * @store: a store
 *
 * Returns: (transfer full): a path for a document on its way to be read, a new one each time; what
 *   is left there when the program is cut off is removed with the next opening
 */
char *
ent_page_file_dup_place (EntStore *store)
{
  static int last = 0;
  g_autofree char *leaf = g_strdup_printf (ENT_WORKING_READING "%d", g_atomic_int_add (&last, 1));
  char *path = dup_beside (store, leaf);

  g_unlink (path);

  return path;
}

static gboolean
flush (Batch *batch, GError **error)
{
  if (batch->texts->len == 0)
    return TRUE;
  if (!ent_page_index_add (batch->index, batch->sha256, batch->texts, error))
    return FALSE;
  g_ptr_array_set_size (batch->texts, 0);

  return TRUE;
}

static gboolean
take (Batch *batch, char *text, GError **error)
{
  g_ptr_array_add (batch->texts, text);
  if (batch->n_read)
    g_atomic_int_inc ((int *) batch->n_read);

  return batch->texts->len < BATCH_PAGES || flush (batch, error);
}

/* Whether it is no fault of this document that it cannot be read now. */
static gboolean
is_passing (const GError *error)
{
  return !g_error_matches (error, ENT_ERROR, ENT_ERROR_DAMAGED)
         && !g_error_matches (error, ENT_ERROR, ENT_ERROR_PASSWORD);
}

static gboolean
read_pdf_pages (Batch *batch,
                EntPdf *pdf,
                guint first,
                EntPagesState *state,
                GCancellable *cancellable,
                GError **error)
{
  guint n_damaged = 0;
  guint n_pages = ent_pdf_get_n_pages (pdf);

  for (guint i = first; i < n_pages && n_damaged < MOST_DAMAGED; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (EntPdfPage) page = ent_pdf_read_page (pdf, i, FALSE, cancellable, &problem);

      if (problem && is_passing (problem))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      n_damaged = page ? 0 : n_damaged + 1;
      if (!take (batch, page ? g_steal_pointer (&page->text) : g_strdup (""), error))
        return FALSE;
    }
  *state = n_damaged < MOST_DAMAGED && n_damaged < n_pages ? ENT_PAGES_READ : ENT_PAGES_DAMAGED;

  return TRUE;
}

static gboolean
read_pdf (Batch *batch,
          int fd,
          guint first,
          EntPagesState *state,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (EntPdf) pdf = ent_pdf_open (fd, "", NULL, cancellable, &problem);

  if (pdf)
    return read_pdf_pages (batch, pdf, first, state, cancellable, error);
  if (is_passing (problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  *state = g_error_matches (problem, ENT_ERROR, ENT_ERROR_PASSWORD) ? ENT_PAGES_LOCKED
                                                                    : ENT_PAGES_DAMAGED;

  return TRUE;
}

/* A plain text has the pages that form feeds make. */
static gboolean
read_text (Batch *batch, int fd, guint first, GError **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  gsize length = mapped ? g_mapped_file_get_length (mapped) : 0;
  const char *bytes = length > 0 ? g_mapped_file_get_contents (mapped) : "";
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  if (length > MAX_TEXT_BYTES || !g_utf8_validate_len (bytes, length, NULL))
    return TRUE;

  text = g_strndup (bytes, length);
  pages = g_strsplit (text, "\f", -1);
  for (guint i = first; i < g_strv_length (pages); i++)
    if (!take (batch, g_strdup (pages[i]), error))
      return FALSE;

  return TRUE;
}

static gboolean
read_open (Batch *batch,
           int fd,
           guint first,
           EntPagesState *state,
           GCancellable *cancellable,
           GError **error)
{
  char head[1024];
  ssize_t length = pread (fd, head, sizeof head, 0);

  *state = ENT_PAGES_READ;
  if (length > 0 && ent_pdf_is_pdf (head, (gsize) length))
    return read_pdf (batch, fd, first, state, cancellable, error);

  return read_text (batch, fd, first, error);
}

/**
 * ent_page_file_read:
 * @index: an index, of the thread that calls
 * @sha256: the hash of a file
 * @path: a copy of the file, which is removed
 * @n_read: (nullable): raised by one for each page, while it goes on
 * @state: (out): what became of it
 * @cancellable: (nullable): stops it after the page that is being read
 * @error: return location; the file can be read another time then
 *
 * Waits for the helper. What an earlier reading came to is not read again; a file that cannot be
 * read is noted as one, and not tried again.
 *
 * Returns: whether it was read to its end, or can never be
 */
gboolean
ent_page_file_read (EntPageIndex *index,
                    const char *sha256,
                    const char *path,
                    guint *n_read,
                    EntPagesState *state,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Batch batch = { index, sha256, texts, n_read };
  guint first;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean done;

  g_unlink (path);
  *state = ent_page_index_get_state (index, sha256, &first);
  if (*state != ENT_PAGES_UNREAD || fd < 0)
    {
      if (fd >= 0)
        close (fd);
      return TRUE;
    }

  done = ent_page_index_begin (index, sha256, error)
         && read_open (&batch, fd, first, state, cancellable, error);
  close (fd);
  /* What was read before it was stopped is kept. */
  if (!flush (&batch, done ? error : NULL) || !done
      || !ent_page_index_end (index, sha256, *state, error))
    return FALSE;
  *state = ent_page_index_get_state (index, sha256, &first);

  return TRUE;
}

/**
 * ent_page_file_read_all:
 * @store: a store
 * @only: (nullable) (element-type utf8): hashes of the files wanted, %NULL for all
 * @error: return location
 *
 * Reads the documents of the project that were not read yet, and waits for it.
 *
 * Returns: whether all were read that can be
 */
gboolean
ent_page_file_read_all (EntStore *store, GHashTable *only, GError **error)
{
  g_autofree char *path = ent_page_file_dup_index (store);
  g_autoptr (EntPageIndex) index = ent_page_index_open (path, error);
  GListModel *list = ent_project_get_list (ent_store_get_project (store), &ent_document_table);

  if (!index || !ent_page_index_keep (index, ent_store_get_files (store), error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntDocument) document = g_list_model_get_item (list, i);
      g_autofree char *place = NULL;
      EntPagesState state;
      guint n_pages;

      if (!ent_page_file_is_readable (document)
          || (only && !g_hash_table_contains (only, document->sha256))
          || ent_page_index_get_state (index, document->sha256, &n_pages) != ENT_PAGES_UNREAD)
        continue;
      place = ent_page_file_dup_place (store);
      if (ent_store_extract (store, document->sha256, place, NULL, NULL)
          && !ent_page_file_read (index, document->sha256, place, NULL, &state, NULL, error))
        return FALSE;
    }

  return TRUE;
}
