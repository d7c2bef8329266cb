/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader/ent-pdf.h"

G_BEGIN_DECLS

/* Words of a page and where they stand, without any window or helper. Places in a text are
 * counted in characters. */
typedef struct
{
  guint start;
  guint end; /* the first one after */
} EntPdfRange;

typedef struct
{
  guint page; /* from 0 */
  EntPdfRange range;
} EntPdfPassage;

gboolean ent_pdf_page_find_place (const EntPdfPage *page, float x, float y, guint *place);
EntPdfRange ent_pdf_page_get_word (const EntPdfPage *page, guint place);
guint ent_pdf_page_step (const EntPdfPage *page, guint place, int step, gboolean words);
guint ent_pdf_page_step_line (const EntPdfPage *page, guint place, int step);
GArray *ent_pdf_page_get_boxes (const EntPdfPage *page, EntPdfRange range);
char *ent_pdf_page_dup_quote (const EntPdfPage *page, EntPdfRange range);

GArray *ent_pdf_locate (const char *text, gsize start, gsize end);
GArray *ent_pdf_find (const char *text, const char *query);
GArray *ent_pdf_find_words (const char *text, const char *query);

G_END_DECLS
