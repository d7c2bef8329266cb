/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/timeline/ent-timeline-chart-private.h"

/* Keys, wheel and pointer of the chart, and what they move. */

#define YEAR 365.25
#define FINEST 0.1
#define COARSEST 60.0
#define ZOOM_STEP 1.25
/* Pixels: what moves less is a click. */
#define DRAG_LEAST 5

/* The day at @x stays where it is. */
static void
zoom_at (EntTimelineChart *self, double x, double days_per_pixel)
{
  double day;

  if (!self->timeline)
    return;
  day = ent_timeline_get_day (self->timeline, &self->view, x);
  self->view.days_per_pixel = CLAMP (days_per_pixel, FINEST, COARSEST);
  self->view.x = (day - self->timeline->first) / self->view.days_per_pixel - x;
  ent_timeline_chart_refresh (self);
}

/**
 * ent_timeline_chart_show_days:
 * @self: a chart with a size
 * @first: a day
 * @last: a later day
 *
 * Takes the scale at which these days fill its width.
 */
void
ent_timeline_chart_show_days (EntTimelineChart *self, double first, double last)
{
  self->view.days_per_pixel = CLAMP ((last - first) / MAX (self->view.width, 1), FINEST, COARSEST);
  self->view.x = (first - self->timeline->first) / self->view.days_per_pixel;
  ent_timeline_chart_refresh (self);
}

/* Moves the day at the middle, without another scale. */
static void
center_on (EntTimelineChart *self, double day)
{
  self->view.x = (day - self->timeline->first) / self->view.days_per_pixel - self->view.width / 2;
  ent_timeline_chart_refresh (self);
}

static void
ensure_seen (EntTimelineChart *self, int item)
{
  const EntTimelineItem *it = ent_timeline_chart_get_item (self, item);
  double row = ent_timeline_get_row_height (&self->view);
  double body = self->view.height - ent_timeline_get_axis_height (&self->view);
  double top = it->row * row;
  EntTimelineBox box;

  /* The focus may come before there is a size to be seen in. */
  if (body < row)
    return;
  /* The heading of its lane too. */
  self->view.y = MIN (self->view.y, MAX (top - row, 0));
  self->view.y = MAX (self->view.y, top + row - body);
  if (it->first <= it->last && !ent_timeline_get_box (self->timeline, &self->view, item, &box))
    self->view.x = ent_timeline_get_x (self->timeline, &self->view, it->first) + self->view.x
                   - self->view.width * 0.25;
  ent_timeline_chart_refresh (self);
}

/**
 * ent_timeline_chart_focus_item:
 * @self: a chart with a timeline
 * @item: an item; what is none is passed over
 *
 * Gives the item the focus, and brings it in sight.
 */
void
ent_timeline_chart_focus_item (EntTimelineChart *self, int item)
{
  if (item < 0 || item >= (int) self->timeline->items->len)
    return;
  self->current = item;
  ensure_seen (self, item);
  if (ent_timeline_chart_find_mark (self, item))
    gtk_widget_grab_focus (GTK_WIDGET (ent_timeline_chart_find_mark (self, item)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The item of the neighbouring lane that begins nearest in time. */
static int
find_in_lane (EntTimelineChart *self, int lane)
{
  const EntTimelineItem *from = ent_timeline_chart_get_item (self, self->current);
  int best = -1;
  gint64 distance = G_MAXINT64;

  for (guint i = 0; i < self->timeline->items->len; i++)
    {
      const EntTimelineItem *item = ent_timeline_chart_get_item (self, (int) i);
      gint64 apart = ABS ((gint64) item->first - from->first);

      if ((int) item->lane == lane && apart < distance)
        {
          best = (int) i;
          distance = apart;
        }
    }

  return best;
}

static int
get_next (EntTimelineChart *self, guint key)
{
  int last = (int) self->timeline->items->len - 1;
  int lane = self->current >= 0 ? (int) ent_timeline_chart_get_item (self, self->current)->lane : 0;

  if (key == GDK_KEY_Home || self->current < 0)
    return 0;
  switch (key)
    {
    case GDK_KEY_End:
      return last;
    case GDK_KEY_Left:
      return MAX (self->current - 1, 0);
    case GDK_KEY_Right:
      return MIN (self->current + 1, last);
    case GDK_KEY_Up:
      return find_in_lane (self, lane - 1);
    default:
      return find_in_lane (self, lane + 1);
    }
}

static gboolean
zoom_by_key (EntTimelineChart *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      ent_timeline_chart_zoom (self, ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      ent_timeline_chart_zoom (self, 1 / ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      ent_timeline_chart_fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
move_by_key (EntTimelineChart *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Home:
    case GDK_KEY_End:
      ent_timeline_chart_focus_item (self, get_next (self, key));
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      self->view.x += (key == GDK_KEY_Page_Up ? -YEAR : YEAR) / self->view.days_per_pixel;
      ent_timeline_chart_refresh (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (EntTimelineChart *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK);

  if (!self->timeline || self->timeline->items->len == 0)
    return FALSE;
  if (held == GDK_ALT_MASK && key == GDK_KEY_Home)
    {
      ent_timeline_chart_go_today (self);
      return TRUE;
    }
  if (held == 0 && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && self->current >= 0)
    {
      ent_timeline_chart_activate (self, self->current);
      return TRUE;
    }
  if (held == 0 && key == GDK_KEY_space && self->current >= 0)
    {
      ent_timeline_chart_pop_up (self, self->current);
      return TRUE;
    }
  /* On some keyboards the plus needs Shift. */
  if ((held & GDK_ALT_MASK) == 0 && zoom_by_key (self, key))
    return TRUE;

  return held == 0 && (state & GDK_SHIFT_MASK) == 0 && move_by_key (self, key);
}

static void
motion_cb (EntTimelineChart *self, double x)
{
  self->pointer = x;
}

static gboolean
wheel_cb (EntTimelineChart *self, double dx, double dy, GtkEventController *controller)
{
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    return FALSE;
  zoom_at (self, self->pointer,
           self->view.days_per_pixel
               * (dy > 0   ? ZOOM_STEP
                  : dy < 0 ? 1 / ZOOM_STEP
                           : 1));

  return TRUE;
}

static void
pressed_cb (EntTimelineChart *self, int n_press, double x, double y)
{
  int item = self->timeline ? ent_timeline_hit (self->timeline, &self->view, x, y) : -1;

  self->is_dragged = FALSE;
  if (item < 0)
    return;
  ent_timeline_chart_focus_item (self, item);
  if (n_press == 2)
    ent_timeline_chart_activate (self, item);
}

static void
released_cb (EntTimelineChart *self, int n_press, double x, double y)
{
  int item = self->timeline ? ent_timeline_hit (self->timeline, &self->view, x, y) : -1;

  if (item >= 0 && n_press == 1 && !self->is_dragged)
    ent_timeline_chart_pop_up (self, item);
}

static void
drag_begin_cb (EntTimelineChart *self)
{
  self->drag_x = self->view.x;
  self->drag_y = self->view.y;
}

/* Taken hold of anywhere, the days follow the pointer. */
static void
drag_cb (EntTimelineChart *self, double dx, double dy)
{
  if (!self->timeline || (!self->is_dragged && MAX (ABS (dx), ABS (dy)) < DRAG_LEAST))
    return;
  self->is_dragged = TRUE;
  self->view.x = self->drag_x - dx;
  self->view.y = self->drag_y - dy;
  ent_timeline_chart_refresh (self);
}

static gboolean
tooltip_cb (EntTimelineChart *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int item = keyboard         ? self->current
             : self->timeline ? ent_timeline_hit (self->timeline, &self->view, x, y)
                              : -1;
  g_autofree char *words = NULL;

  if (item < 0 || !self->details)
    return FALSE;
  words = self->details (ent_timeline_chart_get_item (self, item)->id, self->words_data);
  gtk_tooltip_set_text (tooltip, words);

  return words != NULL;
}

static void
add_controller (EntTimelineChart *self,
                GtkEventController *controller,
                const char *signal,
                GCallback callback)
{
  g_signal_connect_swapped (controller, signal, callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * ent_timeline_chart_add_controllers:
 * @self: a chart
 *
 * Has it listen to keys, wheel and pointer.
 */
void
ent_timeline_chart_add_controllers (EntTimelineChart *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  add_controller (self, gtk_event_controller_key_new (), "key-pressed", G_CALLBACK (key_cb));
  add_controller (self, gtk_event_controller_motion_new (), "motion", G_CALLBACK (motion_cb));
  add_controller (self,
                  gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                   | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE),
                  "scroll", G_CALLBACK (wheel_cb));
  add_controller (self, GTK_EVENT_CONTROLLER (click), "pressed", G_CALLBACK (pressed_cb));
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  add_controller (self, GTK_EVENT_CONTROLLER (drag), "drag-begin", G_CALLBACK (drag_begin_cb));
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_cb), self);
}

/**
 * ent_timeline_chart_zoom:
 * @self: a chart
 * @factor: above 1 to look closer
 */
void
ent_timeline_chart_zoom (EntTimelineChart *self, double factor)
{
  zoom_at (self, self->view.width / 2, self->view.days_per_pixel / factor);
}

/**
 * ent_timeline_chart_fit:
 * @self: a chart
 *
 * Puts everything that has a date in sight.
 */
void
ent_timeline_chart_fit (EntTimelineChart *self)
{
  int first = ENT_DAY_MAX, last = ENT_DAY_MIN;

  for (guint i = 0; self->timeline && i < self->timeline->items->len; i++)
    {
      const EntTimelineItem *item = ent_timeline_chart_get_item (self, (int) i);

      if (item->first > item->last)
        continue;
      first = MIN (first, item->first);
      last = MAX (last, item->last);
    }
  if (first <= last)
    {
      last = MAX (last, self->timeline->today);
      ent_timeline_chart_show_days (self, first - 0.04 * (last - first) - 30,
                                    last + 0.04 * (last - first) + 30);
    }
}

void
ent_timeline_chart_go_today (EntTimelineChart *self)
{
  if (self->timeline)
    center_on (self, self->timeline->today);
}

/**
 * ent_timeline_chart_go_year:
 * @self: a chart
 *
 * Looks ahead: puts the year that begins today in sight.
 */
void
ent_timeline_chart_go_year (EntTimelineChart *self)
{
  if (self->timeline)
    ent_timeline_chart_show_days (self, self->timeline->today - YEAR / 12,
                                  self->timeline->today + YEAR);
}

/**
 * ent_timeline_chart_show_id:
 * @self: a chart
 * @id: an agreement; what is not shown is passed over
 *
 * Gives it the focus.
 */
void
ent_timeline_chart_show_id (EntTimelineChart *self, gint64 id)
{
  for (guint i = 0; self->timeline && i < self->timeline->items->len; i++)
    if (ent_timeline_chart_get_item (self, (int) i)->id == id)
      {
        ent_timeline_chart_focus_item (self, (int) i);
        return;
      }
}
