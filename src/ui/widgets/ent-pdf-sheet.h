/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-pdf-view.h"

G_BEGIN_DECLS

/* One page of a PDF in its view: its picture, and over it what is lit, found and
 * selected. */
#define ENT_TYPE_PDF_SHEET (ent_pdf_sheet_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfSheet, ent_pdf_sheet, ENT, PDF_SHEET, GtkWidget)

GtkWidget *ent_pdf_sheet_new (EntPdfView *view);
void ent_pdf_sheet_set_page (EntPdfSheet *self, guint page);
guint ent_pdf_sheet_get_page (EntPdfSheet *self);
void ent_pdf_sheet_refresh (EntPdfSheet *self);

/* What a sheet asks of the view it is in. */
EntPdfLoader *ent_pdf_view_get_loader (EntPdfView *self);
double ent_pdf_view_get_scale (EntPdfView *self);
void ent_pdf_view_get_size (EntPdfView *self, guint page, float *width, float *height);
GArray *ent_pdf_view_get_lit (EntPdfView *self);

G_END_DECLS
