/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-pdf-view.h"

G_BEGIN_DECLS

#define ENT_PDF_ZOOM_STEP 1.2
#define ENT_PDF_MARGIN 12

struct _EntPdfView
{
  AdwBin parent_instance;

  EntPdfLoader *loader;
  EntPdfFinder *finder;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GPtrArray *sheets; /* those that show a page */
  float *sizes;      /* width and height of each page, 0 while unknown */
  float first_size[2];
  double scale;
  double pinched; /* scale at which a pinch began */
  gboolean fits;
  guint page;
  guint tick;

  /* Where to go as soon as it is there. */
  int goal; /* a page, -1 for none */
  float goal_y;
  EntPdfRange goal_range;
  guint n_tries;
  guint n_still;

  int selected; /* page, -1 for none */
  guint anchor;
  guint cursor;
  int found; /* index, -1 for none */
  guint found_from;
  GArray *lit; /* EntPdfPassage, in order */
};

void ent_pdf_view_queue_update (EntPdfView *self);
GtkWidget *ent_pdf_view_find_sheet (EntPdfView *self, guint page);
gboolean ent_pdf_view_get_place (EntPdfView *self, GtkWidget *sheet, graphene_rect_t *bounds);

void ent_pdf_view_set_goal (EntPdfView *self, guint page, float y, EntPdfRange range);
void ent_pdf_view_go_to_goal (EntPdfView *self);

void ent_pdf_view_zoom_to (EntPdfView *self, double scale);
void ent_pdf_view_add_controllers (EntPdfView *self);

G_END_DECLS
