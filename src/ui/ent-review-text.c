/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-review-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "store/ent-intake.h"

/* More text than any agreement has. */
#define MAX_BYTES (16 * 1024 * 1024)

/* An agreement is shorter; a packet of a council that holds one is not always. */
#define MAX_PAGES 500

struct _EntReviewText
{
  GObject parent_instance;

  GFile *file; /* or NULL */
  char *directory;
  char *name;
  char *title;
  char *password;
  GBytes *bytes;
  char *sha256;
  gboolean is_pdf;
  EntPdf *pdf; /* of the text; NULL where it is none */
  char *text;
  EntDocumentReading *reading;
  int permille; /* atomic */
};

G_DEFINE_FINAL_TYPE (EntReviewText, ent_review_text, G_TYPE_OBJECT)

static void
progress_cb (guint page, guint n_pages, gpointer data)
{
  EntReviewText *self = data;

  g_atomic_int_set (&self->permille, (int) (page * 1000 / MAX (n_pages, 1)));
}

/* The bytes in a file without a name, for the helper that reads it. */
static int
open_bytes (EntReviewText *self, GError **error)
{
  g_autofree char *path = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (self->bytes, &length);
  int fd = g_file_open_tmp ("entente-XXXXXX", &path, error);

  if (fd < 0)
    return -1;
  g_unlink (path);
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_NO_SPACE,
                       _("“%s” cannot be read: %s"), self->name, g_strerror (errno));
          close (fd);
          return -1;
        }
      bytes += n;
      length -= (gsize) n;
    }

  return fd;
}

static char *
read_pdf (EntReviewText *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = NULL;
  gboolean scan = FALSE;
  int fd = open_bytes (self, error);

  if (fd < 0)
    return NULL;
  g_clear_object (&self->pdf);
  self->pdf = ent_pdf_open (fd, self->name, self->password, cancellable, error);
  close (fd);
  if (self->pdf)
    text = ent_pdf_read_text (self->pdf, MAX_PAGES, &scan, progress_cb, self, cancellable, error);
  if (text && scan)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("“%s” is a scan: it holds pictures of pages and no text to read. Enter the agreement by "
                     "hand, or have the text recognised first."),
                     self->name);
      return NULL;
    }

  return g_steal_pointer (&text);
}

static char *
read_plain (EntReviewText *self, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (self->bytes, &length);
  char *text;

  if (length > MAX_BYTES)
    {
      g_set_error (
          error, ENT_ERROR, ENT_ERROR_FAILED,
          _("“%s” is too long to be read as an agreement: give the pages of the agreement alone."),
            self->name);
      return NULL;
    }
  if (memchr (bytes ? bytes : "", '\0', length))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("“%s” is neither a PDF nor a text: save it as a PDF first."), self->name);
      return NULL;
    }
  if (g_utf8_validate (bytes, (gssize) length, NULL))
    return g_strndup (bytes, length);

  text = g_convert (bytes, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return text ? text : g_utf8_make_valid (bytes, (gssize) length);
}

static gboolean
take_file (EntReviewText *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntIntake) intake = NULL;

  if (!self->file || self->bytes)
    return TRUE;

  intake = ent_intake_read (self->file, self->directory, NULL, cancellable, error);
  if (!intake)
    return FALSE;
  g_free (self->name);
  self->name = g_strdup (ent_intake_get_name (intake));
  self->title = ent_intake_dup_title (intake);
  self->sha256 = g_strdup (ent_intake_get_sha256 (intake));
  self->bytes = g_bytes_ref (ent_intake_get_bytes (intake));

  return TRUE;
}

static gboolean
read_all (EntReviewText *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;
  const void *data;

  if (!take_file (self, cancellable, error))
    return FALSE;
  if (!self->sha256)
    self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  data = g_bytes_get_data (self->bytes, &length);
  self->is_pdf = ent_pdf_is_pdf (data, length);
  text = self->is_pdf ? read_pdf (self, cancellable, error) : read_plain (self, error);
  if (!text)
    return FALSE;

  g_free (self->text);
  self->text = g_utf8_make_valid (text, -1);
  g_clear_pointer (&self->reading, ent_document_reading_free);
  self->reading = ent_document_reading_new (self->text, -1);

  return TRUE;
}

static void
read_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_all (source, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ent_review_text_finalize (GObject *object)
{
  EntReviewText *self = ENT_REVIEW_TEXT (object);

  g_clear_object (&self->file);
  g_free (self->directory);
  g_free (self->name);
  g_free (self->title);
  g_free (self->password);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->sha256);
  g_clear_object (&self->pdf);
  g_free (self->text);
  g_clear_pointer (&self->reading, ent_document_reading_free);

  G_OBJECT_CLASS (ent_review_text_parent_class)->finalize (object);
}

static void
ent_review_text_class_init (EntReviewTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_review_text_finalize;
}

static void
ent_review_text_init (EntReviewText *self)
{
}

/**
 * ent_review_text_new_file:
 * @file: a PDF or a file of text
 * @directory: a private folder for its copy
 *
 * Returns: (transfer full): its text, not read yet
 */
EntReviewText *
ent_review_text_new_file (GFile *file, const char *directory)
{
  EntReviewText *self = g_object_new (ENT_TYPE_REVIEW_TEXT, NULL);
  g_autofree char *base = g_file_get_basename (file);

  self->file = g_object_ref (file);
  self->directory = g_strdup (directory);
  self->name = g_filename_display_name (base ? base : "");

  return self;
}

/**
 * ent_review_text_new_bytes:
 * @bytes: a PDF or a text
 * @name: name of its file
 *
 * Returns: (transfer full): its text, not read yet
 */
EntReviewText *
ent_review_text_new_bytes (GBytes *bytes, const char *name)
{
  EntReviewText *self = g_object_new (ENT_TYPE_REVIEW_TEXT, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);

  return self;
}

/**
 * ent_review_text_new_pasted:
 * @text: what was pasted or dropped
 * @name: name of the file it is kept in
 *
 * Returns: (transfer full): the text, not read yet
 */
EntReviewText *
ent_review_text_new_pasted (const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  EntReviewText *self = ent_review_text_new_bytes (bytes, name);

  self->title = g_strdup (name);
  if (g_str_has_suffix (self->title, ".txt"))
    self->title[strlen (self->title) - 4] = '\0';

  return self;
}

/**
 * ent_review_text_set_password:
 * @self: a text that was refused with %ENT_ERROR_PASSWORD
 * @password: what opens it, for the next reading
 */
void
ent_review_text_set_password (EntReviewText *self, const char *password)
{
  g_free (self->password);
  self->password = g_strdup (password);
}

/**
 * ent_review_text_read_async:
 * @self: a text
 * @cancellable: (nullable): ends it
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads in another thread. Nothing else may be asked of @self meanwhile but its progress and name.
 */
void
ent_review_text_read_async (EntReviewText *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ent_review_text_read_async);
  g_task_run_in_thread (task, read_worker);
}

/**
 * ent_review_text_read_finish:
 * @self: a text
 * @result: what the callback was given
 * @error: return location: %ENT_ERROR_PASSWORD, %ENT_ERROR_DAMAGED, or what else is wrong
 *
 * Returns: whether there is a text and a reading now
 */
gboolean
ent_review_text_read_finish (EntReviewText *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ent_review_text_get_progress:
 * @self: a text being read
 *
 * Returns: how far it is, from 0 to 1
 */
double
ent_review_text_get_progress (EntReviewText *self)
{
  return (double) g_atomic_int_get (&self->permille) / 1000;
}

/* How many of its pages were read: the first ones. */
guint
ent_review_text_get_n_read (EntReviewText *self)
{
  return self->pdf ? MIN (ent_pdf_get_n_pages (self->pdf), MAX_PAGES) : 0;
}

const char *
ent_review_text_get_name (EntReviewText *self)
{
  return self->name;
}

/* The PDF that was read; NULL where there are no pages. */
EntPdf *
ent_review_text_get_pdf (EntReviewText *self)
{
  return self->pdf;
}

const char *
ent_review_text_get_text (EntReviewText *self)
{
  return self->text;
}

const EntDocumentReading *
ent_review_text_get_reading (EntReviewText *self)
{
  return self->reading;
}

/**
 * ent_review_text_get_source:
 * @self: a text that was read
 * @source: (out): what becomes of it in the project; lives as long as @self
 */
void
ent_review_text_get_source (EntReviewText *self, EntReviewSource *source)
{
  source->title = self->title ? self->title : self->name;
  source->file_name = self->name;
  source->kind = self->is_pdf ? "text" : "web";
  source->role = self->is_pdf ? "text" : "other";
  source->sha256 = self->sha256;
  source->bytes = self->bytes;
}
