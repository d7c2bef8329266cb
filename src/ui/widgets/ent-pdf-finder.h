/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader/ent-pdf-words.h"

G_BEGIN_DECLS

/* Looks for words on all pages of a PDF, in a thread. Signal "changed": there is more, or it has
 * come to its end. */
#define ENT_TYPE_PDF_FINDER (ent_pdf_finder_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfFinder, ent_pdf_finder, ENT, PDF_FINDER, GObject)

EntPdfFinder *ent_pdf_finder_new (EntPdf *pdf, guint n_pages);
void ent_pdf_finder_start (EntPdfFinder *self, const char *query, gboolean words);
gboolean ent_pdf_finder_is_running (EntPdfFinder *self);
guint ent_pdf_finder_get_n_read (EntPdfFinder *self);
guint ent_pdf_finder_get_n_found (EntPdfFinder *self);
const EntPdfPassage *ent_pdf_finder_get (EntPdfFinder *self, guint index);
guint ent_pdf_finder_find_from (EntPdfFinder *self, guint page);

G_END_DECLS
