/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-pdf-view-private.h"

#include <math.h>

/* So often is a place looked for while pages come and their sizes with them. */
#define MOST_TRIES 90
#define STILL 3

/* Where on its page the goal is, in points; FALSE while that page has not been read: then it is its
 * top. */
static gboolean
find_goal (EntPdfView *self, EntPdfBox *box)
{
  guint page = (guint) self->goal;
  const EntPdfPage *words = ent_pdf_loader_get_words (self->loader, page);
  /* So high that the page counts as the one that is shown. */
  double above = gtk_widget_get_height (GTK_WIDGET (self->scroller)) / 4 / self->scale;
  g_autoptr (GArray) boxes = NULL;

  *box = (EntPdfBox) { .y1 = self->goal_y };
  if (self->goal_range.start == self->goal_range.end)
    return TRUE;
  if (!words)
    return ent_pdf_loader_get_problem (self->loader, page) != NULL;
  boxes = ent_pdf_page_get_boxes (words, self->goal_range);
  if (boxes->len > 0)
    {
      *box = g_array_index (boxes, EntPdfBox, 0);
      box->y1 -= (float) above;
    }

  return TRUE;
}

/* How far the view moved. */
static double
move_to (EntPdfView *self, const graphene_rect_t *bounds, const EntPdfBox *box)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  double before = gtk_adjustment_get_value (down);
  double left = gtk_adjustment_get_value (across) + bounds->origin.x;

  gtk_adjustment_set_value (down,
                            before + bounds->origin.y - ENT_PDF_MARGIN / 2 + box->y1 * self->scale);
  if (box->x2 > box->x1)
    gtk_adjustment_clamp_page (across, left + box->x1 * self->scale - ENT_PDF_MARGIN,
                               left + box->x2 * self->scale + ENT_PDF_MARGIN);

  return fabs (gtk_adjustment_get_value (down) - before);
}

/* As far as there are pages on the way, were all as high as the one in sight. */
static void
move_near (EntPdfView *self)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *sheet = ent_pdf_view_find_sheet (self, self->page);
  double n_pages = (double) self->goal - (double) self->page;
  graphene_rect_t bounds;

  if (sheet && ent_pdf_view_get_place (self, sheet, &bounds))
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + bounds.origin.y
                                        + n_pages * (bounds.size.height + ENT_PDF_MARGIN));
}

/* Goes nearer to where the view is to be; as the pages on the way come, so do their sizes. */
void
ent_pdf_view_go_to_goal (EntPdfView *self)
{
  GtkWidget *sheet = ent_pdf_view_find_sheet (self, (guint) self->goal);
  graphene_rect_t bounds;
  gboolean known, placed;
  EntPdfBox box;

  known = find_goal (self, &box);
  placed = sheet && ent_pdf_view_get_place (self, sheet, &bounds);
  /* A page that is in sight is waited for, however slow it is. */
  if ((known || !placed) && ++self->n_tries > MOST_TRIES)
    {
      self->goal = -1;
      return;
    }
  if (placed)
    self->n_still = move_to (self, &bounds, &box) < 1 ? self->n_still + 1 : 0;
  else
    {
      move_near (self);
      self->n_still = 0;
    }
  if (self->n_still < STILL)
    ent_pdf_view_queue_update (self);
  else if (known)
    self->goal = -1;
}

/* Has the view go to a place of a page, or to words of it, as soon as they are there. */
void
ent_pdf_view_set_goal (EntPdfView *self, guint page, float y, EntPdfRange range)
{
  self->goal = (int) MIN (page, MAX (ent_pdf_view_get_n_pages (self), 1) - 1);
  self->goal_y = y;
  self->goal_range = range;
  self->n_tries = self->n_still = 0;
  ent_pdf_view_queue_update (self);
}
