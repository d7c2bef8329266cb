/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-timeline.h"

#include <math.h>

/* Days before the first and after the last thing drawn. */
#define MARGIN 200
/* In font sizes. */
#define ROW_HEIGHT 2.4
#define AXIS_HEIGHT 2.2

static void
free_lane (EntTimelineLane *lane)
{
  g_free (lane->name);
  g_free (lane);
}

static void
free_item (EntTimelineItem *item)
{
  g_array_unref (item->marks);
  g_free (item->label);
  g_free (item);
}

static void
free_arrow (EntTimelineArrow *arrow)
{
  g_free (arrow->label);
  g_free (arrow);
}

/**
 * ent_timeline_new:
 * @today: the day of the line that says "today"
 *
 * Returns: (transfer full): a timeline without lanes
 */
EntTimeline *
ent_timeline_new (int today)
{
  EntTimeline *self = g_new0 (EntTimeline, 1);

  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_lane);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
  self->arrows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_arrow);
  self->rows = g_array_new (FALSE, FALSE, sizeof (int));
  self->today = today;
  self->first = today - MARGIN;
  self->last = today + MARGIN;

  return self;
}

/**
 * ent_timeline_free:
 * @self: (transfer full): a timeline
 */
void
ent_timeline_free (EntTimeline *self)
{
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->arrows);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * ent_timeline_add_lane:
 * @self: a timeline
 * @name: its heading
 *
 * What is added next stands in this lane.
 */
void
ent_timeline_add_lane (EntTimeline *self, const char *name)
{
  EntTimelineLane *lane = g_new0 (EntTimelineLane, 1);
  int row = -1 - (int) self->lanes->len;

  lane->name = g_strdup (name);
  lane->row = self->rows->len;
  g_ptr_array_add (self->lanes, lane);
  g_array_append_val (self->rows, row);
}

static EntTimelineLook
get_look (const EntSpan *span)
{
  switch (span->status.status)
    {
    case ENT_STATUS_DRAFT:
    case ENT_STATUS_IN_NEGOTIATION:
    case ENT_STATUS_PLANNED:
      return ENT_TIMELINE_UNSIGNED;
    case ENT_STATUS_SIGNED:
      return ENT_TIMELINE_AHEAD;
    case ENT_STATUS_IN_FORCE:
      return ENT_TIMELINE_IN_FORCE;
    case ENT_STATUS_VALIDITY_UNKNOWN:
      return ENT_TIMELINE_UNKNOWN;
    case ENT_STATUS_ENDED:
    case ENT_STATUS_TERMINATED:
      return ENT_TIMELINE_ENDED;
    }

  g_assert_not_reached ();
}

static void
stretch (EntTimelineItem *item, int first, int last)
{
  if (first > ENT_DAY_MIN && first < ENT_DAY_MAX)
    item->first = MIN (item->first, first);
  if (last > ENT_DAY_MIN && last < ENT_DAY_MAX)
    item->last = MAX (item->last, last);
}

static void
set_bar (EntTimelineItem *item, const EntSpan *span)
{
  item->has_bar = span->starts_known && span->end != ENT_SPAN_END_UNKNOWN
                  && item->look != ENT_TIMELINE_UNKNOWN
                  && span->starts_earliest <= span->ends_latest;
  if (!item->has_bar)
    return;

  item->is_open = span->end == ENT_SPAN_OPEN;
  item->starts_earliest = span->starts_earliest;
  item->starts_latest = MIN (span->starts_latest, span->ends_latest);
  item->ends_earliest = MAX (span->ends_earliest, item->starts_latest);
  item->ends_latest = span->ends_latest;
  stretch (item, item->starts_earliest, item->ends_latest);
}

static void
add_marks (EntTimelineItem *item, const EntSpan *span)
{
  for (guint i = 0; i < span->acts->len; i++)
    {
      const EntSignedAct *act = &g_array_index (span->acts, EntSignedAct, i);
      EntTimelineMark mark = { act->earliest, act->latest, act->awaited };

      if (!act->date)
        continue;
      g_array_append_val (item->marks, mark);
      stretch (item, mark.earliest, mark.latest);
    }
}

/**
 * ent_timeline_add_span:
 * @self: a timeline with a lane
 * @span: the life of an agreement
 * @label: words beside its bar
 *
 * Returns: (transfer none): the new item, the last of the last lane
 */
EntTimelineItem *
ent_timeline_add_span (EntTimeline *self, const EntSpan *span, const char *label)
{
  EntTimelineItem *item = g_new0 (EntTimelineItem, 1);
  int index = (int) self->items->len;

  g_return_val_if_fail (self->lanes->len > 0, NULL);

  item->id = ent_record_get_id (ENT_RECORD (span->agreement));
  item->lane = self->lanes->len - 1;
  item->row = self->rows->len;
  item->label = g_strdup (label);
  item->look = get_look (span);
  item->marks = g_array_new (FALSE, FALSE, sizeof (EntTimelineMark));
  item->first = ENT_DAY_MAX;
  item->last = ENT_DAY_MIN;
  set_bar (item, span);
  add_marks (item, span);
  /* Only its last day is recorded, or its first: shown there. */
  if (!item->has_bar && span->end == ENT_SPAN_ENDS)
    stretch (item, span->ends_earliest, span->ends_latest);
  if (!item->has_bar && span->starts_known)
    stretch (item, span->starts_earliest, span->starts_latest);
  item->last = MAX (item->last, item->first == ENT_DAY_MAX ? item->last : item->first);

  if (item->first <= item->last)
    {
      self->first = MIN (self->first, item->first - MARGIN);
      self->last = MAX (self->last, item->last + MARGIN);
      self->first = MAX (self->first, 1);
    }
  g_ptr_array_add (self->items, item);
  g_array_append_val (self->rows, index);

  return item;
}

/**
 * ent_timeline_add_arrow:
 * @self: a timeline
 * @older: the item from whose end it goes
 * @newer: the item to whose beginning it goes
 * @label: (nullable): words beside it
 */
void
ent_timeline_add_arrow (EntTimeline *self, guint older, guint newer, const char *label)
{
  EntTimelineArrow *arrow = g_new0 (EntTimelineArrow, 1);

  arrow->older = older;
  arrow->newer = newer;
  arrow->label = g_strdup (label);
  g_ptr_array_add (self->arrows, arrow);
}

/**
 * ent_timeline_set_margin:
 * @self: a timeline
 * @days: how far before and after today it reaches at least
 */
void
ent_timeline_set_margin (EntTimeline *self, int days)
{
  self->first = MAX (MIN (self->first, self->today - days), 1);
  self->last = MAX (self->last, self->today + days);
}

double
ent_timeline_get_row_height (const EntTimelineView *view)
{
  return ceil (view->font_size * ROW_HEIGHT);
}

double
ent_timeline_get_axis_height (const EntTimelineView *view)
{
  return ceil (view->font_size * AXIS_HEIGHT);
}

/**
 * ent_timeline_get_width:
 * @self: a timeline
 * @view: its scale
 *
 * Returns: pixels from its first to its last day
 */
double
ent_timeline_get_width (const EntTimeline *self, const EntTimelineView *view)
{
  return (self->last - self->first + 1) / view->days_per_pixel;
}

/**
 * ent_timeline_get_height:
 * @self: a timeline
 * @view: its scale
 *
 * Returns: pixels of all rows under the axis
 */
double
ent_timeline_get_height (const EntTimeline *self, const EntTimelineView *view)
{
  return ent_timeline_get_axis_height (view) + self->rows->len * ent_timeline_get_row_height (view);
}

/**
 * ent_timeline_get_x:
 * @self: a timeline
 * @view: what is looked at
 * @day: a day
 *
 * Returns: where the day begins, from the left of what is looked at
 */
double
ent_timeline_get_x (const EntTimeline *self, const EntTimelineView *view, int day)
{
  return ((double) day - self->first) / view->days_per_pixel - view->x;
}

/**
 * ent_timeline_get_day:
 * @self: a timeline
 * @view: what is looked at
 * @x: pixels from its left
 *
 * Returns: the day there, with its fraction
 */
double
ent_timeline_get_day (const EntTimeline *self, const EntTimelineView *view, double x)
{
  return (x + view->x) * view->days_per_pixel + self->first;
}

/**
 * ent_timeline_get_rows:
 * @self: a timeline
 * @view: what is looked at
 * @first: (out): the first row that is seen
 * @end: (out): the row after the last
 */
void
ent_timeline_get_rows (const EntTimeline *self,
                       const EntTimelineView *view,
                       guint *first,
                       guint *end)
{
  double row = ent_timeline_get_row_height (view);
  double body = view->height - ent_timeline_get_axis_height (view);
  double begin = CLAMP (floor (view->y / row), 0, (double) self->rows->len);

  *first = (guint) begin;
  *end = (guint) CLAMP (ceil ((view->y + MAX (body, 0)) / row), begin, (double) self->rows->len);
}

/**
 * ent_timeline_get_box:
 * @self: a timeline
 * @view: what is looked at
 * @item: an item
 * @box: (out): where its bar and marks are, from the top left of what is looked at
 *
 * An item without any day stands at the left edge.
 *
 * Returns: whether some of it is seen
 */
gboolean
ent_timeline_get_box (const EntTimeline *self,
                      const EntTimelineView *view,
                      guint item,
                      EntTimelineBox *box)
{
  const EntTimelineItem *it = g_ptr_array_index (self->items, item);
  double row = ent_timeline_get_row_height (view);
  double half = view->font_size * 0.6;
  double left = -half, right = half;

  if (it->first <= it->last)
    {
      left = ent_timeline_get_x (self, view, it->first) - half;
      right = it->is_open ? MAX (ent_timeline_get_x (self, view, self->last + 1), view->width)
                          : ent_timeline_get_x (self, view, it->last + 1) + half;
    }
  box->y = ent_timeline_get_axis_height (view) + it->row * row - view->y;
  box->height = row;
  box->x = left;
  box->width = MAX (right - left, 2 * half);

  return box->x < view->width && box->x + box->width > 0 && box->y < view->height
         && box->y + row > ent_timeline_get_axis_height (view);
}

/**
 * ent_timeline_hit:
 * @self: a timeline
 * @view: what is looked at
 * @x: pixels from its left
 * @y: pixels from its top
 *
 * Returns: the item there, -1 when there is none
 */
int
ent_timeline_hit (const EntTimeline *self, const EntTimelineView *view, double x, double y)
{
  double axis = ent_timeline_get_axis_height (view);
  double row = floor ((y - axis + view->y) / ent_timeline_get_row_height (view));
  EntTimelineBox box;
  int item;

  if (y < axis || row < 0 || row >= self->rows->len)
    return -1;
  item = g_array_index (self->rows, int, (guint) row);
  if (item < 0 || !ent_timeline_get_box (self, view, (guint) item, &box))
    return -1;

  return x >= box.x && x < box.x + box.width ? item : -1;
}
