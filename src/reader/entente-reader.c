/* SPDX-License-Identifier: GPL-3.0-or-later */

/* entente-reader: the only program of Entente that opens PDFs. It is started for one document,
 * which it finds open on descriptor 3, gives up all it does not need, and answers requests from
 * its standard input until that is closed. A hostile document can end it, and nothing else. */

#include <glib.h>
#include <poppler.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reader/ent-pdf-jail.h"
#include "reader/ent-pdf-wire.h"

/* No wider picture is ever shown; taller pages are made smaller. */
#define MAX_PIXELS (40u * 1000 * 1000)

/* More text than this on one page is an attack. */
#define MAX_TEXT (32u * 1024 * 1024)

static PopplerDocument *document = NULL;

static gboolean
answer (const EntPdfAnswer *head, const void *bytes, const float *boxes)
{
  return fwrite (head, sizeof *head, 1, stdout) == 1
         && (head->bytes == 0 || fwrite (bytes, head->bytes, 1, stdout) == 1)
         && (head->boxes == 0 || fwrite (boxes, 4 * sizeof (float) * head->boxes, 1, stdout) == 1)
         && fflush (stdout) == 0;
}

static gboolean
answer_damaged (const char *why)
{
  EntPdfAnswer head = { .state = ENT_PDF_DAMAGED, .bytes = (guint32) strlen (why) };

  return answer (&head, why, NULL);
}

/* To a wrong password poppler says "damaged": only without one does it say what is the matter. */
static gboolean
is_locked (void)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *other = poppler_document_new_from_fd (dup (ENT_PDF_FD), NULL, &error);

  g_clear_object (&other);

  return g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
}

/* A larger file is read piece by piece: a map of it would count as memory of the helper. */
#define MAX_MAP (16u * 1024 * 1024)

/* The document on the descriptor. Read in pieces of a few hundred bytes it takes a call of the
 * kernel for each; a file of the usual size is mapped instead. With a wrong password poppler falls
 * over bytes in memory, so that a locked file is not. */
static PopplerDocument *
load (const char *password, GError **error)
{
  g_autoptr (GMappedFile) map = NULL;
  struct stat about;

  if (password == NULL && fstat (ENT_PDF_FD, &about) == 0 && about.st_size > 0
      && about.st_size <= (off_t) MAX_MAP)
    map = g_mapped_file_new_from_fd (ENT_PDF_FD, FALSE, NULL);
  if (map != NULL)
    {
      g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (map);

      return poppler_document_new_from_bytes (bytes, NULL, error);
    }

  return poppler_document_new_from_fd (dup (ENT_PDF_FD), password, error);
}

static gboolean
open_document (guint32 length)
{
  EntPdfAnswer head = { .state = ENT_PDF_DONE };
  g_autoptr (GError) error = NULL;
  char password[256] = "";

  if (length >= sizeof password || (length > 0 && fread (password, length, 1, stdin) != 1))
    return FALSE;
  g_clear_object (&document);
  document = load (length > 0 ? password : NULL, &error);
  if (document == NULL && is_locked ())
    {
      head.state = ENT_PDF_LOCKED;
      return answer (&head, NULL, NULL);
    }
  if (document == NULL)
    return answer_damaged (error->message);
  head.pages = (guint32) poppler_document_get_n_pages (document);

  return answer (&head, NULL, NULL);
}

static void
describe (PopplerPage *page, EntPdfAnswer *head)
{
  double width, height;
  GList *images = poppler_page_get_image_mapping (page);

  poppler_page_get_size (page, &width, &height);
  head->page_width = (float) width;
  head->page_height = (float) height;
  head->pages = (guint32) poppler_document_get_n_pages (document);
  head->images = g_list_length (images);
  poppler_page_free_image_mapping (images);
}

static gboolean
answer_text (PopplerPage *page, gboolean with_boxes)
{
  EntPdfAnswer head = { .state = ENT_PDF_DONE };
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *rectangles = NULL;
  g_autofree float *boxes = NULL;
  guint count = 0;

  if (text == NULL)
    text = g_strdup ("");
  if (strlen (text) > MAX_TEXT)
    return answer_damaged ("too much text");
  /* A page without words may be a picture of them; others need not be asked. */
  if (with_boxes || *text == '\0' || strspn (text, " \n\t\f") == strlen (text))
    describe (page, &head);
  else
    head.pages = (guint32) poppler_document_get_n_pages (document);
  if (with_boxes && poppler_page_get_text_layout (page, &rectangles, &count))
    {
      boxes = g_new (float, 4 * (gsize) count);
      for (guint i = 0; i < count; i++)
        {
          boxes[4 * i] = (float) rectangles[i].x1;
          boxes[4 * i + 1] = (float) rectangles[i].y1;
          boxes[4 * i + 2] = (float) rectangles[i].x2;
          boxes[4 * i + 3] = (float) rectangles[i].y2;
        }
    }
  head.bytes = (guint32) strlen (text);
  head.boxes = count;

  return answer (&head, text, boxes);
}

static gboolean
answer_image (PopplerPage *page, guint32 across)
{
  EntPdfAnswer head = { .state = ENT_PDF_DONE };
  cairo_surface_t *surface;
  cairo_t *cr;
  double scale;
  gboolean sent;

  describe (page, &head);
  if (!(head.page_width > 0.5) || !(head.page_height > 0.5) || across == 0 || across > 10000)
    return answer_damaged ("no size");
  scale = across / (double) head.page_width;
  if ((double) across * scale * head.page_height > MAX_PIXELS)
    scale *= MAX_PIXELS / ((double) across * scale * head.page_height);
  head.width = MAX (1, (guint32) (head.page_width * scale));
  head.height = MAX (1, (guint32) (head.page_height * scale));

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) head.width, (int) head.height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return answer_damaged ("cannot be drawn");
    }
  head.bytes = head.width * head.height * 4;
  sent = answer (&head, cairo_image_surface_get_data (surface), NULL);
  cairo_surface_destroy (surface);

  return sent;
}

static gboolean
serve (const EntPdfRequest *request)
{
  PopplerPage *page;
  gboolean served = FALSE;

  ent_pdf_jail_renew ();
  if (request->wish == ENT_PDF_OPEN)
    return open_document (request->number);
  if (document == NULL)
    return FALSE;
  page = poppler_document_get_page (document, (int) request->number);
  if (page == NULL)
    return answer_damaged ("no such page");
  if (request->wish == ENT_PDF_IMAGE)
    served = answer_image (page, request->width);
  else if (request->wish == ENT_PDF_TEXT || request->wish == ENT_PDF_WORDS)
    served = answer_text (page, request->wish == ENT_PDF_WORDS);
  g_object_unref (page);

  return served;
}

/* What poppler says of a damaged document is of no use to anybody. */
static void
be_quiet (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

int
main (int argc, char **argv)
{
  EntPdfRequest request;

  g_log_set_default_handler (be_quiet, NULL);
  if (!ent_pdf_jail_enter ())
    return 2;
  while (fread (&request, sizeof request, 1, stdin) == 1)
    {
      if (!serve (&request))
        return 1;
    }

  return 0;
}
