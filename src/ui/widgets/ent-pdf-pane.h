/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-pdf-view.h"

G_BEGIN_DECLS

/* The pages of a PDF with what one needs to read them: search, number of the page, size. */
#define ENT_TYPE_PDF_PANE (ent_pdf_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfPane, ent_pdf_pane, ENT, PDF_PANE, AdwBin)

GtkWidget *ent_pdf_pane_new (EntPdf *pdf, const char *name, gboolean scan);
EntPdfView *ent_pdf_pane_get_view (EntPdfPane *self);
void ent_pdf_pane_set_tools (EntPdfPane *self, GtkWidget *tools);
void ent_pdf_pane_show_hit (EntPdfPane *self, guint page, const char *words);
void ent_pdf_pane_serve (EntPdfPane *self, GtkWidget *around);

G_END_DECLS
