/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-pdf.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/ent-error.h"
#include "reader/ent-pdf-wire.h"

/* The helper ends itself sooner; this is for one that sleeps. */
#define PATIENCE_MS 30000

struct _EntPdf
{
  GObject parent;

  GMutex mutex;
  char *name; /* of the document, for messages */
  char *password;
  int fd; /* of the document */
  GPid pid;
  int to;
  int from;
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (EntPdf, ent_pdf, G_TYPE_OBJECT)

static void
stop (EntPdf *self)
{
  if (self->pid == 0)
    return;
  kill (self->pid, SIGKILL);
  waitpid (self->pid, NULL, 0);
  self->pid = 0;
  g_clear_fd (&self->to, NULL);
  g_clear_fd (&self->from, NULL);
}

static void
ent_pdf_finalize (GObject *object)
{
  EntPdf *self = ENT_PDF (object);

  stop (self);
  g_clear_fd (&self->fd, NULL);
  g_free (self->name);
  g_free (self->password);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (ent_pdf_parent_class)->finalize (object);
}

static void
ent_pdf_class_init (EntPdfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_pdf_finalize;
}

static void
ent_pdf_init (EntPdf *self)
{
  g_mutex_init (&self->mutex);
  self->fd = self->to = self->from = -1;
}

/* The helper stands in libexec, or, in a build, in the folder beside the program's. */
static char *
find_helper (void)
{
  static const char *const places[] = { "../libexec/entente/entente-reader",
                                        "../reader/entente-reader",
                                        "../../src/reader/entente-reader" };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;

  if (g_getenv ("ENTENTE_READER") != NULL)
    return g_strdup (g_getenv ("ENTENTE_READER"));
  if (program == NULL)
    return NULL;
  folder = g_path_get_dirname (program);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }

  return NULL;
}

/* To a pipe whose reader has ended one cannot write without a signal that ends the program. */
static gboolean
make_pair (int *ours, int *theirs)
{
  int pair[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
    return FALSE;
  *ours = pair[0];
  *theirs = pair[1];

  return TRUE;
}

static gboolean
start (EntPdf *self, GError **error)
{
  g_autofree char *helper = find_helper ();
  const char *const arguments[] = { helper, NULL };
  const int sources[] = { self->fd };
  const int targets[] = { ENT_PDF_FD };
  g_autofd int theirs = -1;

  if (helper == NULL || !make_pair (&self->to, &theirs)
      || !g_spawn_async_with_pipes_and_fds (
          NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
          theirs, -1, -1, sources, targets, 1, &self->pid, NULL, &self->from, NULL, NULL))
    {
      g_clear_fd (&self->to, NULL);
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("PDFs cannot be read: a part of Entente, “%s”, is missing. Install it again."),
                     "entente-reader");
      return FALSE;
    }

  return TRUE;
}

/* Moves LENGTH bytes through a pipe, or says in the words of errno why not. */
static gboolean
move (int fd, void *bytes, gsize length, gboolean writes, GCancellable *cancellable, GError **error)
{
  struct pollfd polls[2] = { { .fd = fd, .events = writes ? POLLOUT : POLLIN },
                             { .fd = -1, .events = POLLIN } };
  char *at = bytes;
  gsize left = length;
  gboolean polled = FALSE;
  GPollFD cancel;

  if (cancellable != NULL && g_cancellable_make_pollfd (cancellable, &cancel))
    {
      polls[1].fd = cancel.fd;
      polled = TRUE;
    }
  while (left > 0)
    {
      int ready = poll (polls, 2, PATIENCE_MS);
      gssize moved;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        break;
      if (ready < 0 && errno == EINTR)
        continue;
      if (ready <= 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "");
          break;
        }
      moved = writes ? send (fd, at, left, MSG_NOSIGNAL) : read (fd, at, left);
      if (moved < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      if (moved <= 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "");
          break;
        }
      at += moved;
      left -= (gsize) moved;
    }
  if (polled)
    g_cancellable_release_fd (cancellable);

  return left == 0;
}

/* The sentence for a helper that came to an end, or that said why it cannot go on. */
static gboolean
refuse (EntPdf *self, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error (
        error, ENT_ERROR, ENT_ERROR_DAMAGED,
        _("“%s” takes too long to read: it may be damaged. The file itself is kept as it is."),
          self->name);
  else
    g_set_error (
        error, ENT_ERROR, ENT_ERROR_DAMAGED,
        _("“%s” cannot be read as a PDF: it is damaged. The file itself is kept as it is."),
          self->name);

  return FALSE;
}

/* One request and its answer; a helper that fails is ended. The mutex is held. */
static gboolean
ask (EntPdf *self,
     const EntPdfRequest *request,
     const char *password,
     EntPdfAnswer *head,
     char **bytes,
     EntPdfBox **boxes,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *content = NULL;
  g_autofree EntPdfBox *places = NULL;

  if (!move (self->to, (void *) request, sizeof *request, TRUE, cancellable, &cause)
      || (password != NULL && *password != '\0'
          && !move (self->to, (void *) password, strlen (password), TRUE, cancellable, &cause))
      || !move (self->from, head, sizeof *head, FALSE, cancellable, &cause))
    {
      stop (self);
      return refuse (self, cause, error);
    }
  content = g_try_malloc ((gsize) head->bytes + 1);
  places = g_try_new (EntPdfBox, (gsize) head->boxes + 1);
  if (content == NULL || places == NULL
      || (head->bytes > 0 && !move (self->from, content, head->bytes, FALSE, cancellable, &cause))
      || (head->boxes > 0
          && !move (self->from, places, sizeof (EntPdfBox) * head->boxes, FALSE, cancellable,
                    &cause)))
    {
      stop (self);
      return refuse (self, cause, error);
    }
  content[head->bytes] = '\0';
  if (head->state == ENT_PDF_DAMAGED)
    return refuse (self, NULL, error);
  if (bytes != NULL)
    *bytes = g_steal_pointer (&content);
  if (boxes != NULL)
    *boxes = g_steal_pointer (&places);

  return TRUE;
}

/* Starts a helper where there is none, and opens the document in it. The mutex is held. */
static gboolean
ensure (EntPdf *self, GCancellable *cancellable, GError **error)
{
  EntPdfRequest request = { .wish = ENT_PDF_OPEN };
  EntPdfAnswer head;

  if (self->pid != 0)
    return TRUE;
  if (!start (self, error))
    return FALSE;
  request.number = self->password != NULL ? (guint32) strlen (self->password) : 0;
  if (!ask (self, &request, self->password, &head, NULL, NULL, cancellable, error))
    {
      stop (self);
      return FALSE;
    }
  if (head.state == ENT_PDF_LOCKED)
    {
      stop (self);
      if (self->password != NULL && *self->password != '\0')
        g_set_error (error, ENT_ERROR, ENT_ERROR_PASSWORD,
                     _("That is not the password of “%s”."), self->name);
      else
        g_set_error (error, ENT_ERROR, ENT_ERROR_PASSWORD,
                     _("“%s” is protected by a password: give it to read the document."),
                       self->name);
      return FALSE;
    }
  self->n_pages = head.pages;

  return TRUE;
}

/**
 * ent_pdf_open:
 * @fd: a descriptor of the document, open for reading; it stays the caller's
 * @name: how the officer knows the document
 * @password: (nullable): its password
 * @cancellable: (nullable): ends the wait
 * @error: return location
 *
 * Starts a helper that reads the document. ENT_ERROR_PASSWORD when it asks for a password or for
 * another one, ENT_ERROR_DAMAGED when it is no PDF that can be read.
 *
 * Returns: (transfer full): the document
 */
EntPdf *
ent_pdf_open (
    int fd, const char *name, const char *password, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntPdf) self = g_object_new (ENT_TYPE_PDF, NULL);

  self->fd = dup (fd);
  self->name = g_strdup (name);
  self->password = g_strdup (password);
  if (!ensure (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

guint
ent_pdf_get_n_pages (EntPdf *self)
{
  g_return_val_if_fail (ENT_IS_PDF (self), 0);

  return self->n_pages;
}

/**
 * ent_pdf_read_page:
 * @self: a document
 * @page: its page, from 0
 * @boxes: whether the place of each character is wanted too
 * @cancellable: (nullable): ends the wait
 * @error: return location
 *
 * A page that ends the helper gives ENT_ERROR_DAMAGED; the others can still be read.
 *
 * Returns: (transfer full): the page as text
 */
EntPdfPage *
ent_pdf_read_page (
    EntPdf *self, guint page, gboolean boxes, GCancellable *cancellable, GError **error)
{
  EntPdfRequest request = { .wish = boxes ? ENT_PDF_WORDS : ENT_PDF_TEXT, .number = page };
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *text = NULL;
  g_autofree EntPdfBox *places = NULL;
  EntPdfAnswer head;
  EntPdfPage *out;

  g_return_val_if_fail (ENT_IS_PDF (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  if (!ensure (self, cancellable, error)
      || !ask (self, &request, NULL, &head, &text, &places, cancellable, error))
    return NULL;
  out = g_new0 (EntPdfPage, 1);
  out->text = g_utf8_make_valid (text, (gssize) head.bytes);
  out->n_images = head.images;
  out->width = head.page_width;
  out->height = head.page_height;
  if (boxes)
    {
      out->n_boxes = MIN (head.boxes, (guint) g_utf8_strlen (out->text, -1));
      out->boxes = g_steal_pointer (&places);
    }

  return out;
}

/**
 * ent_pdf_draw_page:
 * @self: a document
 * @page: its page, from 0
 * @across: pixels across
 * @width: (out): return location of the picture's width in pixels
 * @height: (out): likewise of its height
 * @cancellable: (nullable): ends the wait
 * @error: return location
 *
 * Returns: (transfer full): the page as a picture, four bytes a pixel as cairo's RGB24
 */
GBytes *
ent_pdf_draw_page (EntPdf *self,
                   guint page,
                   guint across,
                   int *width,
                   int *height,
                   GCancellable *cancellable,
                   GError **error)
{
  EntPdfRequest request = { .wish = ENT_PDF_IMAGE, .number = page, .width = across };
  g_autoptr (GMutexLocker) locker = NULL;
  char *bytes = NULL;
  EntPdfAnswer head;

  g_return_val_if_fail (ENT_IS_PDF (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  if (!ensure (self, cancellable, error)
      || !ask (self, &request, NULL, &head, &bytes, NULL, cancellable, error))
    return NULL;
  if (head.bytes != head.width * head.height * 4)
    {
      g_free (bytes);
      refuse (self, NULL, error);
      return NULL;
    }
  *width = (int) head.width;
  *height = (int) head.height;

  return g_bytes_new_take (bytes, head.bytes);
}

/**
 * ent_pdf_read_text:
 * @self: a document
 * @max_pages: no page after this is read
 * @scan: (out) (optional): whether it is pictures of pages, without text
 * @progress: (nullable): told of each page
 * @data: for @progress
 * @cancellable: (nullable): ends the wait
 * @error: return location
 *
 * The text of all pages, parted by form feeds. A damaged page counts as empty, unless all are.
 *
 * Returns: (transfer full): the text
 */
char *
ent_pdf_read_text (EntPdf *self,
                   guint max_pages,
                   gboolean *scan,
                   EntPdfProgress progress,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) last = NULL;
  guint n_pages = MIN (ent_pdf_get_n_pages (self), max_pages);
  guint read = 0;
  guint pictures = 0;
  gboolean words = FALSE;

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (EntPdfPage) page = NULL;

      g_clear_error (&last);
      page = ent_pdf_read_page (self, i, FALSE, cancellable, &last);
      if (g_error_matches (last, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&last));
          return NULL;
        }
      if (i > 0)
        g_string_append_c (all, '\f');
      if (page != NULL)
        {
          read++;
          pictures += page->n_images > 0;
          words = words || strspn (page->text, " \n\t\f\r") < strlen (page->text);
          g_strdelimit (page->text, "\f", '\n');
          g_string_append (all, page->text);
        }
      if (progress != NULL)
        progress (i + 1, n_pages, data);
    }
  if (read == 0 && last != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&last));
      return NULL;
    }
  if (scan != NULL)
    *scan = !words && pictures > 0;

  return g_string_free (g_steal_pointer (&all), FALSE);
}

/**
 * ent_pdf_page_free:
 * @page: (transfer full): a page
 */
void
ent_pdf_page_free (EntPdfPage *page)
{
  g_free (page->text);
  g_free (page->boxes);
  g_free (page);
}

/**
 * ent_pdf_is_pdf:
 * @bytes: the first bytes of a file, 1,024 or all
 * @length: their number
 *
 * Returns: whether they begin a PDF: its sign may stand a little after the start
 */
gboolean
ent_pdf_is_pdf (const void *bytes, gsize length)
{
  return g_strstr_len (bytes, (gssize) MIN (length, 1024), "%PDF-") != NULL;
}
