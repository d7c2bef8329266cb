/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-reading-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "store/ent-extract.h"
#include "ui/widgets/ent-document-file.h"

/* So many pages without a word, but with pictures, are a scan. */
#define SCAN_PAGES 6

typedef struct
{
  int fd;
  char *name;
  char *password;
} Opening;

void
ent_reading_source_free (EntReadingSource *source)
{
  g_clear_object (&source->pdf);
  g_free (source);
}

/* Once it is open its name is not needed, and nothing of it stays behind. */
static int
open_and_forget (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC);
  int number = errno;

  g_unlink (path);
  g_rmdir (folder);
  if (fd < 0)
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("The document’s file could not be copied (%s)."), g_strerror (number));

  return fd;
}

static void
extracted_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *path = g_task_get_task_data (task);
  g_autofree char *folder = g_path_get_dirname (path);
  GError *error = NULL;
  int fd = -1;

  if (ent_store_extract_finish (ENT_STORE (store), result, &error))
    fd = open_and_forget (path, &error);
  else
    g_rmdir (folder);
  if (fd < 0)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, fd);
}

/**
 * ent_reading_source_extract_async:
 * @session: the session
 * @document: a document with a file
 * @cancellable: (nullable): ends it
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Takes the file out of the project.
 */
void
ent_reading_source_extract_async (EntSession *session,
                                  EntDocument *document,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GError *error = NULL;
  g_autofree char *folder = ent_document_make_folder (&error);
  char *path;

  g_task_set_source_tag (task, ent_reading_source_extract_async);
  if (!folder)
    {
      g_task_return_error (task, error);
      return;
    }
  path = g_build_filename (folder, "document.pdf", NULL);
  g_task_set_task_data (task, path, g_free);
  ent_store_extract_async (ent_session_get_store (session), document->sha256, path, cancellable,
                           extracted_cb, g_steal_pointer (&task));
}

/**
 * ent_reading_source_extract_finish:
 * @result: what the callback was given
 * @error: return location: ENT_ERROR_DAMAGED where the bytes are not those of the hash
 *
 * Returns: a descriptor of the file, which the caller closes; -1 on error
 */
int
ent_reading_source_extract_finish (GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_fd (&opening->fd, NULL);
  g_free (opening->name);
  g_free (opening->password);
  g_free (opening);
}

static void
open_worker (GTask *task, gpointer object, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autoptr (EntReadingSource) source = g_new0 (EntReadingSource, 1);
  g_autofree char *text = NULL;
  GError *error = NULL;

  source->pdf = ent_pdf_open (opening->fd, opening->name, opening->password, cancellable, &error);
  if (!source->pdf)
    {
      g_task_return_error (task, error);
      return;
    }
  /* A page that cannot be read is said to be so in its place. */
  text = ent_pdf_read_text (source->pdf, SCAN_PAGES, &source->scan, NULL, NULL, cancellable, NULL);
  g_task_return_pointer (task, g_steal_pointer (&source), (GDestroyNotify) ent_reading_source_free);
}

/**
 * ent_reading_source_open_async:
 * @fd: a descriptor of the file; it stays the caller's
 * @name: how the officer knows it
 * @password: (nullable): its password
 * @cancellable: (nullable): ends it
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Starts the helper that reads the PDF, in a thread.
 */
void
ent_reading_source_open_async (int fd,
                               const char *name,
                               const char *password,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->fd = fcntl (fd, F_DUPFD_CLOEXEC, 3);
  opening->name = g_strdup (name);
  opening->password = g_strdup (password);
  g_task_set_source_tag (task, ent_reading_source_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_worker);
}

/**
 * ent_reading_source_open_finish:
 * @result: what the callback was given
 * @error: return location: as ent_pdf_open()
 *
 * Returns: (transfer full): the PDF
 */
EntReadingSource *
ent_reading_source_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
