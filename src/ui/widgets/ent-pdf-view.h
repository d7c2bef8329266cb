/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/ent-pdf-finder.h"
#include "ui/widgets/ent-pdf-loader.h"

G_BEGIN_DECLS

/* The pages of a PDF, one under the other: drawn as they come into sight, searched, their words
 * selected with pointer and keys. Signals: "page-changed", "selection-changed", "found-changed",
 * "zoom-changed". */
#define ENT_TYPE_PDF_VIEW (ent_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfView, ent_pdf_view, ENT, PDF_VIEW, AdwBin)

GtkWidget *ent_pdf_view_new (EntPdf *pdf, const char *name);

guint ent_pdf_view_get_n_pages (EntPdfView *self);
guint ent_pdf_view_get_page (EntPdfView *self);
void ent_pdf_view_show_page (EntPdfView *self, guint page);
void ent_pdf_view_show_words (EntPdfView *self, guint page, EntPdfRange range);

void ent_pdf_view_light (EntPdfView *self, GArray *passages);

void ent_pdf_view_zoom (EntPdfView *self, int step);

EntPdfFinder *ent_pdf_view_get_finder (EntPdfView *self);
void ent_pdf_view_find (EntPdfView *self, const char *query);
void ent_pdf_view_find_words (EntPdfView *self, const char *query, guint page);
void ent_pdf_view_step_found (EntPdfView *self, int step);
int ent_pdf_view_get_found (EntPdfView *self);

gboolean ent_pdf_view_get_selection (EntPdfView *self, guint *page, EntPdfRange *range);
void ent_pdf_view_select (EntPdfView *self, guint page, guint anchor, guint cursor);
char *ent_pdf_view_dup_selected (EntPdfView *self);
void ent_pdf_view_copy (EntPdfView *self);

G_END_DECLS
