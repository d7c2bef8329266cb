/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "reader/ent-pdf.h"

G_BEGIN_DECLS

/* The pages of a PDF as they are wanted in sight: one at a time is drawn or read in a thread, what
 * is in sight first, and what is far from it is let go. Signal "ready" (guint page): there is more
 * of that page than before. */
#define ENT_TYPE_PDF_LOADER (ent_pdf_loader_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfLoader, ent_pdf_loader, ENT, PDF_LOADER, GObject)

EntPdfLoader *ent_pdf_loader_new (EntPdf *pdf);
EntPdf *ent_pdf_loader_get_pdf (EntPdfLoader *self);
guint ent_pdf_loader_get_n_pages (EntPdfLoader *self);
void ent_pdf_loader_want (EntPdfLoader *self, guint first, guint last, guint across);
GdkTexture *ent_pdf_loader_get_texture (EntPdfLoader *self, guint page);
const EntPdfPage *ent_pdf_loader_get_words (EntPdfLoader *self, guint page);
const char *ent_pdf_loader_get_problem (EntPdfLoader *self, guint page);

G_END_DECLS
