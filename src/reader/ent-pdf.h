/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A PDF that is read by a helper process. Its functions wait for the helper: call them from a
 * worker thread where a window must stay alive. One thread at a time is served, others wait. */
#define ENT_TYPE_PDF (ent_pdf_get_type ())
G_DECLARE_FINAL_TYPE (EntPdf, ent_pdf, ENT, PDF, GObject)

/* Points from the upper left corner of the page. */
typedef struct
{
  float x1, y1, x2, y2;
} EntPdfBox;

/* A page as text. */
typedef struct
{
  char *text;
  EntPdfBox *boxes; /* of each character of text, NULL unless asked for */
  guint n_boxes;
  guint n_images; /* known where boxes are, or where there is no text */
  float width;
  float height;
} EntPdfPage;

EntPdf *ent_pdf_open (
    int fd, const char *name, const char *password, GCancellable *cancellable, GError **error);
guint ent_pdf_get_n_pages (EntPdf *self);
EntPdfPage *ent_pdf_read_page (
    EntPdf *self, guint page, gboolean boxes, GCancellable *cancellable, GError **error);
GBytes *ent_pdf_draw_page (EntPdf *self,
                           guint page,
                           guint across,
                           int *width,
                           int *height,
                           GCancellable *cancellable,
                           GError **error);

/* Told of each page that was read; from the thread that reads. */
typedef void (*EntPdfProgress) (guint page, guint n_pages, gpointer data);

char *ent_pdf_read_text (EntPdf *self,
                         guint max_pages,
                         gboolean *scan,
                         EntPdfProgress progress,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error);

void ent_pdf_page_free (EntPdfPage *page);
gboolean ent_pdf_is_pdf (const void *bytes, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPdfPage, ent_pdf_page_free)

G_END_DECLS
