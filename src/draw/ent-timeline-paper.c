/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-timeline-draw-private.h"

#include <math.h>

#include "base/ent-words.h"

/* The same drawing on pages that end between lanes, with a legend. Lengths are points. */

/* In font sizes. */
#define TITLE 1.5
#define HEAD_HEIGHT 3
#define LEGEND_ROW 1.9
#define SWATCH 2.6
#define MARGIN_DAYS 200

/* What the legend explains; a bar unless it is a signature. */
static const struct
{
  const char *words;
  EntTimelineLook look;
  gboolean is_mark;
  gboolean is_uncertain;
  gboolean is_awaited;
} legend[] = {
  { N_ ("In force"), ENT_TIMELINE_IN_FORCE, FALSE, FALSE, FALSE },
  { N_ ("Signed, not yet in force"), ENT_TIMELINE_AHEAD, FALSE, FALSE, FALSE },
  { N_ ("Not signed"), ENT_TIMELINE_UNSIGNED, FALSE, FALSE, FALSE },
  { N_ ("Ended"), ENT_TIMELINE_ENDED, FALSE, FALSE, FALSE },
  { N_ ("Not known to the day"), ENT_TIMELINE_IN_FORCE, FALSE, TRUE, FALSE },
  { N_ ("Signature"), ENT_TIMELINE_UNKNOWN, TRUE, FALSE, FALSE },
  { N_ ("Awaited signature"), ENT_TIMELINE_UNKNOWN, TRUE, FALSE, TRUE },
};

static double
get_width (const EntTimelinePaper *paper)
{
  return paper->width - 2 * paper->margin;
}

static double
get_legend_height (const EntTimelinePaper *paper)
{
  return 2 * LEGEND_ROW * paper->font_size;
}

/* All days that have anything, and today, in the width of the page. */
static EntTimelineView
create_view (const EntTimeline *self, const EntTimelinePaper *paper)
{
  EntTimelineView view = { .width = get_width (paper),
                           .font_size = paper->font_size,
                           .lang = paper->lang };
  int first = self->today, last = self->today;

  for (guint i = 0; i < self->items->len; i++)
    {
      const EntTimelineItem *item = g_ptr_array_index (self->items, i);

      if (item->first > item->last)
        continue;
      first = MIN (first, item->first);
      last = MAX (last, item->last);
    }
  view.days_per_pixel = (last - first + 1 + 2 * MARGIN_DAYS) / view.width;
  view.x = (first - MARGIN_DAYS - self->first) / view.days_per_pixel;

  return view;
}

static double
get_room (const EntTimelinePaper *paper)
{
  return paper->height - 2 * paper->margin - HEAD_HEIGHT * paper->font_size
         - get_legend_height (paper);
}

/* The row after the last of the lane that begins at @row. */
static guint
get_lane_end (const EntTimeline *self, guint row)
{
  for (row++; row < self->rows->len; row++)
    if (g_array_index (self->rows, int, row) < 0)
      break;

  return row;
}

/* Where the page that begins at @row ends: after whole lanes, or within one that is longer than
 * a page. */
static guint
get_page_end (const EntTimeline *self, const EntTimelinePaper *paper, guint row)
{
  EntTimelineView view = create_view (self, paper);
  double body = get_room (paper) - ent_timeline_get_axis_height (&view);
  guint n_rows = (guint) MAX (floor (body / ent_timeline_get_row_height (&view)), 1);
  guint end = row, next;

  while (end < self->rows->len && (next = get_lane_end (self, end)) <= row + n_rows)
    end = next;

  return end > row ? end : MIN (row + n_rows, self->rows->len);
}

/**
 * ent_timeline_count_pages:
 * @self: a timeline
 * @paper: the size of a page
 *
 * Returns: how many pages it takes, at least one
 */
guint
ent_timeline_count_pages (const EntTimeline *self, const EntTimelinePaper *paper)
{
  guint n_pages = 0;

  for (guint row = 0; row < self->rows->len; n_pages++)
    row = get_page_end (self, paper, row);

  return MAX (n_pages, 1);
}

/**
 * ent_timeline_get_paper_height:
 * @self: a timeline
 * @paper: a page
 *
 * Returns: the height of a page on which all of it has room
 */
double
ent_timeline_get_paper_height (const EntTimeline *self, const EntTimelinePaper *paper)
{
  EntTimelineView view = create_view (self, paper);

  return paper->height - get_room (paper) + ent_timeline_get_height (self, &view) + 1;
}

static void
draw_swatch (EntTimelineDrawing *drawing, guint entry, double x, double y)
{
  /* One pixel a day from the first day on, so that days are lengths. */
  int first = drawing->timeline->first, width = (int) (SWATCH * drawing->view->font_size);
  EntTimelineItem item = { .look = legend[entry].look, .has_bar = TRUE };
  EntTimelineMark mark = { .awaited = legend[entry].is_awaited };

  item.starts_earliest = first + (int) x;
  item.starts_latest = item.starts_earliest + (legend[entry].is_uncertain ? width : 0);
  item.ends_earliest = item.ends_latest = item.starts_earliest + width;
  mark.earliest = mark.latest = item.starts_earliest + width / 2;
  if (legend[entry].is_mark)
    ent_timeline_drawing_mark (drawing, &mark, y);
  else
    ent_timeline_drawing_bar (drawing, &item, y);
}

static void
draw_legend (EntTimelineDrawing *drawing)
{
  double size = drawing->view->font_size, x = 0, y = 0;

  for (guint i = 0; i < G_N_ELEMENTS (legend); i++)
    {
      const char *words = ent_words (drawing->view->lang, legend[i].words);
      int width;

      pango_layout_set_text (drawing->layout, words, -1);
      pango_layout_set_width (drawing->layout, -1);
      pango_layout_get_pixel_size (drawing->layout, &width, NULL);
      if (x > 0 && x + SWATCH * size + size * 0.5 + width > drawing->view->width)
        {
          x = 0;
          y += LEGEND_ROW * size;
        }
      draw_swatch (drawing, i, x, y);
      x += SWATCH * size + size * 0.5;
      ent_timeline_drawing_set_colour (drawing, &drawing->colours->text);
      ent_timeline_drawing_words (drawing, words, x, y, drawing->row, width + 1);
      x += width + size * 1.5;
    }
}

static void
draw_head (EntTimelineDrawing *drawing, const EntTimelinePaper *paper, guint page)
{
  double size = paper->font_size, width = drawing->view->width;
  g_autofree char *number = g_strdup_printf ("%u/%u", page + 1,
                                             ent_timeline_count_pages (drawing->timeline, paper));

  ent_timeline_drawing_set_colour (drawing, &drawing->colours->text);
  ent_timeline_drawing_set_font (drawing, size * TITLE, TRUE);
  ent_timeline_drawing_words (drawing, paper->title, 0, 0, size * TITLE * 1.4, width - 6 * size);
  ent_timeline_drawing_set_font (drawing, size, FALSE);
  pango_layout_set_alignment (drawing->layout, PANGO_ALIGN_RIGHT);
  ent_timeline_drawing_words (drawing, number, width - 5 * size, 0, size * TITLE * 1.4, 5 * size);
  pango_layout_set_alignment (drawing->layout, PANGO_ALIGN_LEFT);
}

/**
 * ent_timeline_draw_page:
 * @self: a timeline
 * @paper: the size of a page
 * @page: which, from 0
 * @cairo: a context whose origin is the top left of the page
 *
 * Draws one page: its title and number, whole lanes, and what the signs mean.
 */
void
ent_timeline_draw_page (const EntTimeline *self,
                        const EntTimelinePaper *paper,
                        guint page,
                        cairo_t *cairo)
{
  EntTimelineColours colours = ent_timeline_get_colours (ENT_TIMELINE_PAPER, FALSE);
  EntTimelineView view = create_view (self, paper), signs = view;
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cairo);
  EntTimelineDrawing drawing = {
    self, &signs, &colours, cairo, layout, 0, LEGEND_ROW * paper->font_size
  };
  guint first = 0, last;

  for (guint i = 0; i < page; i++)
    first = get_page_end (self, paper, first);
  last = get_page_end (self, paper, first);
  view.y = first * ent_timeline_get_row_height (&view);
  view.height = ent_timeline_get_axis_height (&view)
                + (last - first) * ent_timeline_get_row_height (&view);
  signs.x = 0;
  signs.days_per_pixel = 1;

  cairo_save (cairo);
  cairo_translate (cairo, paper->margin, paper->margin);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  draw_head (&drawing, paper, page);
  cairo_translate (cairo, 0, HEAD_HEIGHT * paper->font_size);
  ent_timeline_draw (self, &view, &colours, cairo);
  cairo_translate (cairo, 0, get_room (paper));
  draw_legend (&drawing);
  cairo_restore (cairo);
}
