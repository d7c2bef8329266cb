/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-map-chart-private.h"

/* Keys, wheel, fingers and pointer of the map. */

#define ZOOM_STEP 1.4
/* Pixels of a touchpad that are one step of a wheel. */
#define WHEEL_STEP 50.0
/* Pixels: what moves less is a click. */
#define DRAG_LEAST 5

/* What is at @x and @y stays there. */
static void
zoom_at (EntMapChart *self, double x, double y, double scale)
{
  if (!self->map || self->view.width <= 0)
    return;
  self->is_fitted = FALSE;
  ent_map_view_zoom (&self->view, x, y, scale);
  ent_map_chart_refresh (self);
}

/**
 * ent_map_chart_zoom:
 * @self: a chart
 * @factor: above 1 to look closer
 *
 * Keeps the dot with the focus where it is, or else the middle.
 */
void
ent_map_chart_zoom (EntMapChart *self, double factor)
{
  double x = self->view.width / 2, y = self->view.height / 2;

  if (self->current >= 0
      && ent_map_view_shows (&self->view, ent_map_get_dot (self->map, (guint) self->current)))
    {
      const EntMapDot *dot = ent_map_get_dot (self->map, (guint) self->current);

      x = ent_map_view_get_x (&self->view, dot->x);
      y = ent_map_view_get_y (&self->view, dot->y);
    }
  zoom_at (self, x, y, self->view.scale * factor);
}

/**
 * ent_map_chart_fit:
 * @self: a chart
 *
 * Puts all dots in sight.
 */
void
ent_map_chart_fit (EntMapChart *self)
{
  if (!self->map || self->view.width <= 0)
    return;
  self->is_fitted = TRUE;
  ent_map_view_fit (&self->view, self->map);
  ent_map_chart_refresh (self);
}

static gboolean
zoom_by_key (EntMapChart *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      ent_map_chart_zoom (self, ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      ent_map_chart_zoom (self, 1 / ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      ent_map_chart_fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
go_beside (EntMapChart *self, int dx, int dy)
{
  int beside = self->current >= 0 ? ent_map_find_beside (self->map, (guint) self->current, dx, dy)
                                  : 0;

  ent_map_chart_focus_dot (self, beside);
}

static gboolean
go_by_key (EntMapChart *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
      go_beside (self, -1, 0);
      return TRUE;
    case GDK_KEY_Right:
      go_beside (self, 1, 0);
      return TRUE;
    case GDK_KEY_Up:
      go_beside (self, 0, 1);
      return TRUE;
    case GDK_KEY_Down:
      go_beside (self, 0, -1);
      return TRUE;
    case GDK_KEY_Home:
      ent_map_chart_focus_dot (self, 0);
      return TRUE;
    case GDK_KEY_End:
      ent_map_chart_focus_dot (self, (int) self->map->dots->len - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (EntMapChart *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK);

  if (!self->map)
    return FALSE;
  if (held == 0 && self->current >= 0
      && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space))
    {
      ent_map_chart_activate (self, self->current);
      return TRUE;
    }
  /* On some keyboards the plus needs Shift. */
  if ((held & GDK_ALT_MASK) == 0 && zoom_by_key (self, key))
    return TRUE;

  return held == 0 && (state & GDK_SHIFT_MASK) == 0 && go_by_key (self, key);
}

static void
motion_cb (EntMapChart *self, double x, double y)
{
  self->x = x;
  self->y = y;
}

static gboolean
wheel_cb (EntMapChart *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  double steps = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE
                     ? dy / WHEEL_STEP
                     : dy;

  zoom_at (self, self->x, self->y,
           self->view.scale * (1 + (ZOOM_STEP - 1) * MIN (ABS (steps), 4) * (steps < 0))
               / (1 + (ZOOM_STEP - 1) * MIN (ABS (steps), 4) * (steps > 0)));

  return TRUE;
}

static int
hit (EntMapChart *self, double x, double y)
{
  return self->map ? ent_map_hit (self->map, &self->view, x, y) : -1;
}

static void
pressed_cb (EntMapChart *self, int n_press, double x, double y)
{
  self->is_dragged = FALSE;
  if (hit (self, x, y) >= 0)
    ent_map_chart_focus_dot (self, hit (self, x, y));
  else if (n_press == 2)
    zoom_at (self, x, y, self->view.scale * 2);
}

static void
released_cb (EntMapChart *self, int n_press, double x, double y)
{
  if (hit (self, x, y) >= 0 && n_press == 1 && !self->is_dragged)
    ent_map_chart_activate (self, hit (self, x, y));
}

static void
drag_begin_cb (EntMapChart *self)
{
  self->drag_x = self->drag_y = 0;
}

/* Taken hold of anywhere, the world follows the pointer. */
static void
drag_cb (EntMapChart *self, double dx, double dy)
{
  if (!self->map || (!self->is_dragged && MAX (ABS (dx), ABS (dy)) < DRAG_LEAST))
    return;
  self->is_dragged = TRUE;
  self->is_fitted = FALSE;
  ent_map_view_move (&self->view, dx - self->drag_x, dy - self->drag_y);
  self->drag_x = dx;
  self->drag_y = dy;
  ent_map_chart_refresh (self);
}

static void
pinch_begin_cb (EntMapChart *self)
{
  self->pinch = self->view.scale;
}

static void
pinch_cb (EntMapChart *self, double factor, GtkGesture *gesture)
{
  double x = self->view.width / 2, y = self->view.height / 2;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  zoom_at (self, x, y, self->pinch * factor);
}

static gboolean
tooltip_cb (EntMapChart *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int dot = keyboard ? self->current : hit (self, x, y);
  g_autofree char *words = NULL;
  GdkRectangle box;

  if (dot < 0)
    return FALSE;
  words = self->words (self->map, ent_map_get_dot (self->map, (guint) dot), self->words_data);
  box = ent_map_chart_get_box (self, (guint) dot);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &box);

  return TRUE;
}

static void
add_controller (EntMapChart *self,
                GtkEventController *controller,
                const char *signal,
                GCallback callback)
{
  g_signal_connect_swapped (controller, signal, callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * ent_map_chart_add_controllers:
 * @self: a chart
 *
 * Has it listen to keys, wheel, fingers and pointer.
 */
void
ent_map_chart_add_controllers (EntMapChart *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new (),
             *pinch = gtk_gesture_zoom_new ();

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  add_controller (self, gtk_event_controller_key_new (), "key-pressed", G_CALLBACK (key_cb));
  add_controller (self, gtk_event_controller_motion_new (), "motion", G_CALLBACK (motion_cb));
  add_controller (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL),
                  "scroll", G_CALLBACK (wheel_cb));
  add_controller (self, GTK_EVENT_CONTROLLER (click), "pressed", G_CALLBACK (pressed_cb));
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  add_controller (self, GTK_EVENT_CONTROLLER (drag), "drag-begin", G_CALLBACK (drag_begin_cb));
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_cb), self);
  add_controller (self, GTK_EVENT_CONTROLLER (pinch), "begin", G_CALLBACK (pinch_begin_cb));
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
}
