/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-timeline-draw-private.h"

#include <math.h>

#include "base/ent-words.h"

/* Of the font of an arrow's words, to that of the rest. */
#define SMALL 0.85

void
ent_timeline_drawing_set_colour (EntTimelineDrawing *drawing, const EntTimelineColour *colour)
{
  cairo_set_source_rgba (drawing->cairo, colour->red, colour->green, colour->blue, colour->alpha);
}

/* The ground as words and hollow marks need it, also where the drawing leaves it through. */
static void
set_back (EntTimelineDrawing *drawing)
{
  const EntTimelineColour *back = &drawing->colours->back;

  cairo_set_source_rgb (drawing->cairo, back->red, back->green, back->blue);
}

static double
get_x (EntTimelineDrawing *drawing, int day)
{
  return ent_timeline_get_x (drawing->timeline, drawing->view, day);
}

static double
get_y (EntTimelineDrawing *drawing, guint row)
{
  return drawing->axis + row * drawing->row - drawing->view->y;
}

/* Words in the middle of a row; what has no room in @width ends with an ellipsis. */
double
ent_timeline_drawing_words (
    EntTimelineDrawing *drawing, const char *words, double x, double y, double height, double width)
{
  int text_width, text_height;

  if (width < drawing->view->font_size)
    return 0;
  pango_layout_set_text (drawing->layout, words, -1);
  pango_layout_set_width (drawing->layout, (int) (MIN (width, 1e5) * PANGO_SCALE));
  pango_layout_get_pixel_size (drawing->layout, &text_width, &text_height);
  cairo_move_to (drawing->cairo, x, y + (height - text_height) / 2);
  pango_cairo_show_layout (drawing->cairo, drawing->layout);

  return text_width;
}

void
ent_timeline_drawing_set_font (EntTimelineDrawing *drawing, double size, gboolean bold)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (drawing->layout, font);
}

/* Where the tag that says "today" stands on the axis; without a width when it is out of sight. */
static EntTimelineBox
get_today_tag (EntTimelineDrawing *drawing)
{
  const EntTimelineView *view = drawing->view;
  EntTimelineBox box = { .x = floor (get_x (drawing, drawing->timeline->today)) };
  int width, height;

  if (box.x < 0 || box.x >= view->width)
    return box;
  pango_layout_set_text (drawing->layout, ent_words (view->lang, "Today"), -1);
  pango_layout_set_width (drawing->layout, -1);
  pango_layout_get_pixel_size (drawing->layout, &width, &height);
  box.width = width + 10;
  box.height = height + 3;
  box.x = MIN (box.x, view->width - box.width);
  box.y = drawing->axis - box.height;

  return box;
}

/* The name of a unit, left out where it would be cut or under the tag of today. */
static void
draw_tick_words (EntTimelineDrawing *drawing, EntTimelineUnit unit, int tick, double x, double end)
{
  EntTimelineBox tag = get_today_tag (drawing);
  g_autofree char *name = ent_timeline_dup_tick_words (unit, tick, drawing->view->lang);
  double left = MAX (x, 0) + 5;
  int width;

  pango_layout_set_text (drawing->layout, name, -1);
  pango_layout_set_width (drawing->layout, -1);
  pango_layout_get_pixel_size (drawing->layout, &width, NULL);
  if (left + width > end && x < 0)
    return;
  if (tag.width > 0 && left < tag.x + tag.width && left + width > tag.x)
    return;
  ent_timeline_drawing_set_colour (drawing, &drawing->colours->dim);
  ent_timeline_drawing_words (drawing, name, left, 0, drawing->axis, MAX (end - left, width + 1));
}

/* A vertical line at each unit, with its name on the axis. */
static void
draw_axis (EntTimelineDrawing *drawing, gboolean words)
{
  const EntTimelineView *view = drawing->view;
  EntTimelineUnit unit = ent_timeline_get_unit (view);
  int from = (int) floor (ent_timeline_get_day (drawing->timeline, view, 0));
  int tick = ent_timeline_get_tick (unit, from, 0);

  while (get_x (drawing, tick) < view->width)
    {
      int next = ent_timeline_get_tick (unit, tick, 1);
      double x = get_x (drawing, tick), end = get_x (drawing, next);

      if (words)
        draw_tick_words (drawing, unit, tick, x, end);
      else
        {
          ent_timeline_drawing_set_colour (drawing, &drawing->colours->line);
          cairo_rectangle (drawing->cairo, floor (x), 0, drawing->colours->line_width,
                           view->height);
          cairo_fill (drawing->cairo);
        }
      tick = next;
    }
}

/* Slanted lines over the rectangle: the beginning or end is somewhere in it. */
static void
draw_hatch (EntTimelineDrawing *drawing, double x, double y, double width, double height)
{
  cairo_t *cairo = drawing->cairo;
  double first = MAX (x, -height), end = MIN (x + width, drawing->view->width + height);

  cairo_save (cairo);
  cairo_rectangle (cairo, first, y, end - first, height);
  cairo_clip (cairo);
  /* Anchored on the surface of all days, so that the lines stay where they are on scrolling. */
  for (double at = first - fmod (first + drawing->view->x, 5) - height; at < end; at += 5)
    {
      cairo_move_to (cairo, at, y + height);
      cairo_line_to (cairo, at + height, y);
    }
  cairo_set_line_width (cairo, 1);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

void
ent_timeline_drawing_bar (EntTimelineDrawing *drawing, const EntTimelineItem *item, double y)
{
  const EntTimelineColours *colours = drawing->colours;
  const double dashes[] = { 4, 3 };
  double height = floor (drawing->row * 0.68), top = y + floor ((drawing->row - height) / 2);
  double edge = drawing->view->width + 20;
  double left = get_x (drawing, item->starts_earliest), sure = get_x (drawing, item->starts_latest);
  double right = item->is_open ? edge : get_x (drawing, item->ends_latest + 1);
  double until = item->is_open ? edge : get_x (drawing, item->ends_earliest + 1);
  gboolean quiet = item->look == ENT_TIMELINE_ENDED || item->look == ENT_TIMELINE_UNSIGNED;
  cairo_t *cairo = drawing->cairo;

  left = MAX (left, -20);
  sure = CLAMP (sure, left, edge);
  right = MIN (right, edge);
  until = CLAMP (until, sure, right);
  if (right <= left)
    return;

  if (!quiet)
    {
      ent_timeline_drawing_set_colour (drawing, &colours->bar);
      cairo_rectangle (cairo, sure, top, until - sure, height);
      cairo_fill (cairo);
    }
  ent_timeline_drawing_set_colour (drawing, quiet ? &colours->quiet : &colours->edge);
  if (sure - left >= 1)
    draw_hatch (drawing, left, top, sure - left, height);
  if (right - until >= 1)
    draw_hatch (drawing, until, top, right - until, height);
  if (item->look == ENT_TIMELINE_UNSIGNED || item->look == ENT_TIMELINE_AHEAD)
    cairo_set_dash (cairo, dashes, 2, 0);
  cairo_set_line_width (cairo, colours->line_width);
  cairo_rectangle (cairo, floor (left) + 0.5, top + 0.5, floor (right - left), height);
  cairo_stroke (cairo);
  cairo_set_dash (cairo, NULL, 0, 0);
  /* Ended: closed by a thick stroke. */
  if (item->look == ENT_TIMELINE_ENDED && right < edge)
    {
      cairo_rectangle (cairo, right - 3, top, 3, height);
      cairo_fill (cairo);
    }
}

void
ent_timeline_drawing_mark (EntTimelineDrawing *drawing, const EntTimelineMark *mark, double y)
{
  cairo_t *cairo = drawing->cairo;
  double size = drawing->view->font_size * 0.36, middle = y + floor (drawing->row / 2);
  double left = get_x (drawing, mark->earliest), right = get_x (drawing, mark->latest + 1);
  double x = (left + right) / 2;

  ent_timeline_drawing_set_colour (drawing, &drawing->colours->edge);
  cairo_set_line_width (cairo, 1.5);
  /* Somewhere between two days: a bracket as wide as that. */
  if (right - left > 2 * size && mark->latest > mark->earliest)
    {
      cairo_move_to (cairo, left, middle - size);
      cairo_line_to (cairo, left, middle + size);
      cairo_move_to (cairo, left, middle);
      cairo_line_to (cairo, right, middle);
      cairo_move_to (cairo, right, middle - size);
      cairo_line_to (cairo, right, middle + size);
      cairo_stroke (cairo);
    }
  cairo_move_to (cairo, x, middle - size);
  cairo_line_to (cairo, x + size, middle);
  cairo_line_to (cairo, x, middle + size);
  cairo_line_to (cairo, x - size, middle);
  cairo_close_path (cairo);
  if (mark->awaited)
    {
      set_back (drawing);
      cairo_fill_preserve (cairo);
      ent_timeline_drawing_set_colour (drawing, &drawing->colours->edge);
      cairo_stroke (cairo);
    }
  else
    cairo_fill (cairo);
}

/* Signed before it came into force: dots from the signature to its first day. */
static void
draw_lead (EntTimelineDrawing *drawing, const EntTimelineItem *item, double y)
{
  const double dots[] = { 1.5, 3 };
  double middle = y + floor (drawing->row / 2);
  double left = MAX (get_x (drawing, item->first), -20);
  double right = MIN (get_x (drawing, item->starts_earliest), drawing->view->width + 20);

  if (!item->has_bar || right - left < 2)
    return;
  ent_timeline_drawing_set_colour (drawing, &drawing->colours->edge);
  cairo_set_line_width (drawing->cairo, 1.5);
  cairo_set_dash (drawing->cairo, dots, 2, 0);
  cairo_move_to (drawing->cairo, left, middle);
  cairo_line_to (drawing->cairo, right, middle);
  cairo_stroke (drawing->cairo);
  cairo_set_dash (drawing->cairo, NULL, 0, 0);
}

/* Right of the signature that begins it; of a bar that began earlier, at the left edge; left of
 * all where there alone is room enough. */
static double
get_label_x (EntTimelineDrawing *drawing, const EntTimelineItem *item)
{
  double size = drawing->view->font_size, x = get_x (drawing, item->first), before = x - size;
  int width;

  for (guint i = 0; i < item->marks->len; i++)
    {
      const EntTimelineMark *mark = &g_array_index (item->marks, EntTimelineMark, i);
      double left = get_x (drawing, mark->earliest), right = get_x (drawing, mark->latest + 1);
      double end = MAX (right, (left + right + size) / 2);

      if (left <= x + size * 2 || i == 0)
        x = MAX (x, end);
    }
  x = MAX (x, 0) + size * 0.5;
  pango_layout_set_text (drawing->layout, item->label, -1);
  pango_layout_set_width (drawing->layout, -1);
  pango_layout_get_pixel_size (drawing->layout, &width, NULL);
  if (x + width > drawing->view->width && before - width > size * 0.5)
    x = before - width;

  return x;
}

static void
draw_label (EntTimelineDrawing *drawing, const EntTimelineItem *item, double y)
{
  double x = get_label_x (drawing, item);

  ent_timeline_drawing_set_colour (
      drawing, item->look == ENT_TIMELINE_ENDED ? &drawing->colours->dim : &drawing->colours->text);
  ent_timeline_drawing_words (drawing, item->label, x, y, drawing->row, drawing->view->width - x);
}

static void
draw_item (EntTimelineDrawing *drawing, guint index)
{
  const EntTimelineItem *item = g_ptr_array_index (drawing->timeline->items, index);
  double y = get_y (drawing, item->row);
  EntTimelineBox box;

  if (item->first > item->last)
    {
      ent_timeline_drawing_set_colour (drawing, &drawing->colours->dim);
      ent_timeline_drawing_words (drawing, item->label, drawing->view->font_size, y, drawing->row,
                                  drawing->view->width);
      return;
    }
  draw_lead (drawing, item, y);
  if (item->has_bar)
    ent_timeline_drawing_bar (drawing, item, y);
  for (guint i = 0; i < item->marks->len; i++)
    {
      const EntTimelineMark *mark = &g_array_index (item->marks, EntTimelineMark, i);

      if (get_x (drawing, mark->earliest) < drawing->view->width + 20
          && get_x (drawing, mark->latest + 1) > -20)
        ent_timeline_drawing_mark (drawing, mark, y);
    }
  /* What lies wholly before is told with an arrow, or its row would seem empty. */
  if (ent_timeline_get_box (drawing->timeline, drawing->view, index, &box))
    draw_label (drawing, item, y);
  else
    {
      gboolean before = box.x + box.width <= 0;
      g_autofree char *words = g_strdup_printf (before ? "← %s" : "%s →", item->label);

      ent_timeline_drawing_set_colour (drawing, &drawing->colours->dim);
      pango_layout_set_alignment (drawing->layout, before ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
      ent_timeline_drawing_words (drawing, words, drawing->view->font_size * 0.5, y, drawing->row,
                                  drawing->view->width - drawing->view->font_size);
      pango_layout_set_alignment (drawing->layout, PANGO_ALIGN_LEFT);
    }
}

static void
draw_heading (EntTimelineDrawing *drawing, guint lane)
{
  const EntTimelineLane *it = g_ptr_array_index (drawing->timeline->lanes, lane);
  double y = get_y (drawing, it->row);

  ent_timeline_drawing_set_colour (drawing, &drawing->colours->heading);
  cairo_rectangle (drawing->cairo, 0, y, drawing->view->width, drawing->row);
  cairo_fill (drawing->cairo);
  ent_timeline_drawing_set_font (drawing, drawing->view->font_size, TRUE);
  ent_timeline_drawing_set_colour (drawing, &drawing->colours->text);
  ent_timeline_drawing_words (drawing, it->name, drawing->view->font_size * 0.5, y, drawing->row,
                              drawing->view->width - drawing->view->font_size);
  ent_timeline_drawing_set_font (drawing, drawing->view->font_size, FALSE);
}

/* Under the arrow, left of what it leads to; nowhere when there is no room. */
static void
draw_arrow_words (EntTimelineDrawing *drawing,
                  const EntTimelineArrow *arrow,
                  const EntTimelineItem *newer)
{
  double size = drawing->view->font_size, x = get_x (drawing, newer->first);
  int width;

  if (!arrow->label || x <= 0 || x > drawing->view->width)
    return;
  x = MIN (x, get_label_x (drawing, newer)) - size;
  ent_timeline_drawing_set_font (drawing, size * SMALL, FALSE);
  pango_layout_set_text (drawing->layout, arrow->label, -1);
  pango_layout_set_width (drawing->layout, -1);
  pango_layout_get_pixel_size (drawing->layout, &width, NULL);
  if (x - width > size * 0.5)
    ent_timeline_drawing_words (drawing, arrow->label, x - width, get_y (drawing, newer->row),
                                drawing->row, width);
  ent_timeline_drawing_set_font (drawing, size, FALSE);
}

/* From the end of the older down to the beginning of the newer. */
static void
draw_arrow (EntTimelineDrawing *drawing, const EntTimelineArrow *arrow)
{
  const EntTimelineItem *older = g_ptr_array_index (drawing->timeline->items, arrow->older);
  const EntTimelineItem *newer = g_ptr_array_index (drawing->timeline->items, arrow->newer);
  double half = drawing->row * 0.34, tip = drawing->view->font_size * 0.3;
  double from = get_x (drawing, older->is_open ? newer->first : older->last + 1);
  double to = get_x (drawing, newer->has_bar ? newer->starts_earliest : newer->first);
  gboolean down = newer->row > older->row;
  double y = get_y (drawing, older->row) + drawing->row / 2 + (down ? half : -half);
  double end = get_y (drawing, newer->row) + drawing->row / 2 + (down ? -half : half);
  double turn = end + (down ? -tip : tip) * 1.5;
  cairo_t *cairo = drawing->cairo;

  if (older->first > older->last || newer->first > newer->last || MAX (y, end) < drawing->axis
      || MIN (y, end) > drawing->view->height || MAX (from, to) < 0
      || MIN (from, to) > drawing->view->width)
    return;

  from = CLAMP (from, -50, drawing->view->width + 50);
  to = CLAMP (to, -50, drawing->view->width + 50);
  ent_timeline_drawing_set_colour (drawing, &drawing->colours->dim);
  cairo_set_line_width (cairo, 1.5);
  cairo_move_to (cairo, from, y);
  cairo_line_to (cairo, from, turn);
  cairo_line_to (cairo, to, turn);
  cairo_line_to (cairo, to, end);
  cairo_stroke (cairo);
  cairo_move_to (cairo, to - tip, end + (down ? -tip : tip));
  cairo_line_to (cairo, to, end);
  cairo_line_to (cairo, to + tip, end + (down ? -tip : tip));
  cairo_stroke (cairo);
  draw_arrow_words (drawing, arrow, newer);
}

/* The day whose states are shown, dashed. */
static void
draw_asked (EntTimelineDrawing *drawing)
{
  const double dashes[] = { 6, 4 };
  double x = floor (get_x (drawing, drawing->timeline->asked)) + 0.5;

  if (drawing->timeline->asked <= 0 || x < 0 || x >= drawing->view->width)
    return;
  ent_timeline_drawing_set_colour (drawing, &drawing->colours->text);
  cairo_set_line_width (drawing->cairo, 1);
  cairo_set_dash (drawing->cairo, dashes, 2, 0);
  cairo_move_to (drawing->cairo, x, drawing->axis);
  cairo_line_to (drawing->cairo, x, drawing->view->height);
  cairo_stroke (drawing->cairo);
  cairo_set_dash (drawing->cairo, NULL, 0, 0);
}

static void
draw_today (EntTimelineDrawing *drawing)
{
  const EntTimelineView *view = drawing->view;
  double x = get_x (drawing, drawing->timeline->today);

  if (x < 0 || x >= view->width)
    return;
  ent_timeline_drawing_set_colour (drawing, &drawing->colours->today);
  cairo_rectangle (drawing->cairo, floor (x), drawing->axis,
                   MAX (drawing->colours->line_width, 1.5), view->height - drawing->axis);
  cairo_fill (drawing->cairo);
}

static void
draw_today_tag (EntTimelineDrawing *drawing)
{
  EntTimelineBox tag = get_today_tag (drawing);

  if (tag.width <= 0)
    return;
  ent_timeline_drawing_set_colour (drawing, &drawing->colours->today);
  cairo_rectangle (drawing->cairo, tag.x, tag.y, tag.width, tag.height);
  cairo_fill (drawing->cairo);
  set_back (drawing);
  ent_timeline_drawing_words (drawing, ent_words (drawing->view->lang, "Today"), tag.x + 5, tag.y,
                              tag.height, tag.width);
}

static void
draw_rows (EntTimelineDrawing *drawing)
{
  guint first, end;

  ent_timeline_get_rows (drawing->timeline, drawing->view, &first, &end);
  for (guint i = 0; i < drawing->timeline->arrows->len; i++)
    draw_arrow (drawing, g_ptr_array_index (drawing->timeline->arrows, i));
  for (guint row = first; row < end; row++)
    {
      int index = g_array_index (drawing->timeline->rows, int, row);

      if (index >= 0)
        draw_item (drawing, (guint) index);
      else
        draw_heading (drawing, (guint) (-1 - index));
    }
}

/* The part that is looked at, with its ground and the lines of its axis. */
static void
begin (EntTimelineDrawing *drawing)
{
  const EntTimelineView *view = drawing->view;

  drawing->layout = pango_cairo_create_layout (drawing->cairo);
  drawing->axis = ent_timeline_get_axis_height (view);
  drawing->row = ent_timeline_get_row_height (view);
  pango_layout_set_ellipsize (drawing->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (drawing->layout, TRUE);
  ent_timeline_drawing_set_font (drawing, view->font_size, FALSE);
  cairo_save (drawing->cairo);
  cairo_rectangle (drawing->cairo, 0, 0, view->width, view->height);
  cairo_clip (drawing->cairo);
  ent_timeline_drawing_set_colour (drawing, &drawing->colours->back);
  cairo_paint (drawing->cairo);
  draw_axis (drawing, FALSE);

  cairo_save (drawing->cairo);
  cairo_rectangle (drawing->cairo, 0, drawing->axis, view->width,
                   MAX (view->height - drawing->axis, 0));
  cairo_clip (drawing->cairo);
  draw_today (drawing);
}

static void
end (EntTimelineDrawing *drawing)
{
  cairo_restore (drawing->cairo);
  draw_axis (drawing, TRUE);
  draw_today_tag (drawing);
  cairo_restore (drawing->cairo);
  g_clear_object (&drawing->layout);
}

/**
 * ent_timeline_draw:
 * @self: a timeline
 * @view: what is looked at
 * @colours: in which colours
 * @cairo: a context whose origin is the top left of what is looked at
 *
 * Draws what is seen, and nothing outside it.
 */
void
ent_timeline_draw (const EntTimeline *self,
                   const EntTimelineView *view,
                   const EntTimelineColours *colours,
                   cairo_t *cairo)
{
  EntTimelineDrawing drawing = {
    .timeline = self, .view = view, .colours = colours, .cairo = cairo
  };

  begin (&drawing);
  draw_asked (&drawing);
  draw_rows (&drawing);
  end (&drawing);
}

/**
 * ent_timeline_draw_strip:
 * @self: a timeline
 * @view: what is looked at
 * @colours: in which colours
 * @cairo: a context whose origin is the top left of what is looked at
 *
 * Draws all bars and signatures in one row, without words: the whole at a glance.
 */
void
ent_timeline_draw_strip (const EntTimeline *self,
                         const EntTimelineView *view,
                         const EntTimelineColours *colours,
                         cairo_t *cairo)
{
  EntTimelineDrawing drawing = {
    .timeline = self, .view = view, .colours = colours, .cairo = cairo
  };

  begin (&drawing);
  /* What is in force over what has ended. */
  for (int ended = 1; ended >= 0; ended--)
    for (guint i = 0; i < self->items->len; i++)
      {
        const EntTimelineItem *item = g_ptr_array_index (self->items, i);

        if (item->has_bar && (item->look == ENT_TIMELINE_ENDED) == ended)
          ent_timeline_drawing_bar (&drawing, item, drawing.axis);
      }
  for (guint i = 0; i < self->items->len; i++)
    {
      const EntTimelineItem *item = g_ptr_array_index (self->items, i);

      draw_lead (&drawing, item, drawing.axis);
      for (guint j = 0; j < item->marks->len; j++)
        ent_timeline_drawing_mark (&drawing, &g_array_index (item->marks, EntTimelineMark, j),
                                   drawing.axis);
    }
  end (&drawing);
}
