/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/timeline/ent-timeline-chart.h"

#include <adwaita.h>

#include "ui/views/timeline/ent-timeline-mark.h"

/* Seen at first: so many days before and after today. */
#define OPENING_DAYS 548
#define YEAR 365.25
#define FINEST 0.1
#define COARSEST 60.0
#define ZOOM_STEP 1.25

struct _EntTimelineChart
{
  GtkWidget parent_instance;

  EntTimeline *timeline;
  EntTimelineView view;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  GPtrArray *marks; /* children, used again on scrolling */
  int current;      /* the item that has or had the focus, -1 for none */
  gboolean is_placed; /* the opening days were put in sight */
  gboolean is_configuring;
  double pointer; /* where zooming with the wheel keeps its day */
  EntTimelineChartDetails details;
  gpointer details_data;
};

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EntTimelineChart,
                               ent_timeline_chart,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static EntTimelineItem *
get_item (EntTimelineChart *self, int item)
{
  return g_ptr_array_index (self->timeline->items, item);
}

static EntTimelineMarkWidget *
find_mark (EntTimelineChart *self, int item)
{
  for (guint i = 0; i < self->marks->len && item >= 0; i++)
    if (ent_timeline_mark_get_item (g_ptr_array_index (self->marks, i)) == item)
      return g_ptr_array_index (self->marks, i);

  return NULL;
}

static EntTimelineMarkWidget *
take_mark (EntTimelineChart *self)
{
  GtkWidget *mark;

  for (guint i = 0; i < self->marks->len; i++)
    if (ent_timeline_mark_get_item (g_ptr_array_index (self->marks, i)) < 0)
      return g_ptr_array_index (self->marks, i);

  mark = ent_timeline_mark_new ();
  gtk_widget_set_parent (mark, GTK_WIDGET (self));
  g_ptr_array_add (self->marks, mark);

  return ENT_TIMELINE_MARK (mark);
}

/* The rows in sight and the item with the focus have a child, nothing else. */
static void
update_marks (EntTimelineChart *self)
{
  guint first, end;

  if (!self->timeline || self->view.height <= 0)
    return;
  ent_timeline_get_rows (self->timeline, &self->view, &first, &end);
  for (guint i = 0; i < self->marks->len; i++)
    {
      EntTimelineMarkWidget *mark = g_ptr_array_index (self->marks, i);
      int item = ent_timeline_mark_get_item (mark);

      if (item >= 0 && item != self->current
          && (get_item (self, item)->row < first || get_item (self, item)->row >= end))
        ent_timeline_mark_set_item (mark, -1, NULL);
    }
  for (guint row = first; row < end; row++)
    {
      int item = g_array_index (self->timeline->rows, int, row);

      if (item >= 0 && !find_mark (self, item))
        ent_timeline_mark_set_item (take_mark (self), item, get_item (self, item)->name);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure (EntTimelineChart *self)
{
  EntTimelineView *view = &self->view;
  double width, height, axis;

  if (!self->timeline || !self->adjustments[0] || !self->adjustments[1])
    return;
  width = MAX (ent_timeline_get_width (self->timeline, view), view->width);
  height = MAX (ent_timeline_get_height (self->timeline, view), view->height);
  axis = ent_timeline_get_axis_height (view);
  self->is_configuring = TRUE;
  gtk_adjustment_configure (self->adjustments[0], CLAMP (view->x, 0, width - view->width), 0,
                            width, view->width * 0.1, view->width * 0.9, view->width);
  gtk_adjustment_configure (self->adjustments[1], CLAMP (view->y, 0, height - view->height), 0,
                            height, ent_timeline_get_row_height (view),
                            MAX (view->height - axis, 1), view->height);
  self->is_configuring = FALSE;
  view->x = gtk_adjustment_get_value (self->adjustments[0]);
  view->y = gtk_adjustment_get_value (self->adjustments[1]);
}

static void
refresh (EntTimelineChart *self)
{
  configure (self);
  update_marks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scrolled_cb (EntTimelineChart *self)
{
  if (self->is_configuring)
    return;
  self->view.x = gtk_adjustment_get_value (self->adjustments[0]);
  self->view.y = gtk_adjustment_get_value (self->adjustments[1]);
  update_marks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

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
  refresh (self);
}

static void
show_days (EntTimelineChart *self, double first, double last)
{
  self->view.days_per_pixel = CLAMP ((last - first) / MAX (self->view.width, 1), FINEST, COARSEST);
  self->view.x = (first - self->timeline->first) / self->view.days_per_pixel;
  refresh (self);
}

/* Moves the day at the middle, without another scale. */
static void
center_on (EntTimelineChart *self, double day)
{
  self->view.x
      = (day - self->timeline->first) / self->view.days_per_pixel - self->view.width / 2;
  refresh (self);
}

static void
ensure_seen (EntTimelineChart *self, int item)
{
  const EntTimelineItem *it = get_item (self, item);
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
  refresh (self);
}

static void
focus_item (EntTimelineChart *self, int item)
{
  if (item < 0 || item >= (int) self->timeline->items->len)
    return;
  self->current = item;
  ensure_seen (self, item);
  if (find_mark (self, item))
    gtk_widget_grab_focus (GTK_WIDGET (find_mark (self, item)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The item of the neighbouring lane that begins nearest in time. */
static int
find_in_lane (EntTimelineChart *self, int lane)
{
  const EntTimelineItem *from = get_item (self, self->current);
  int best = -1;
  gint64 distance = G_MAXINT64;

  for (guint i = 0; i < self->timeline->items->len; i++)
    {
      const EntTimelineItem *item = get_item (self, (int) i);
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
  int lane = self->current >= 0 ? (int) get_item (self, self->current)->lane : 0;

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
key_cb (EntTimelineChart *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);

  if (!self->timeline || self->timeline->items->len == 0)
    return FALSE;
  if (held & GDK_CONTROL_MASK)
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
  if (held == GDK_ALT_MASK && key == GDK_KEY_Home)
    {
      ent_timeline_chart_go_today (self);
      return TRUE;
    }
  if (held != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Home:
    case GDK_KEY_End:
      focus_item (self, get_next (self, key));
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      self->view.x += (key == GDK_KEY_Page_Up ? -YEAR : YEAR) / self->view.days_per_pixel;
      refresh (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->current >= 0)
        g_signal_emit (self, signals[ACTIVATED], 0, get_item (self, self->current)->id);
      return self->current >= 0;
    default:
      return FALSE;
    }
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
           self->view.days_per_pixel * (dy > 0 ? ZOOM_STEP : dy < 0 ? 1 / ZOOM_STEP : 1));

  return TRUE;
}

static void
pressed_cb (EntTimelineChart *self, int n_press, double x, double y)
{
  int item = self->timeline ? ent_timeline_hit (self->timeline, &self->view, x, y) : -1;

  if (item < 0)
    return;
  focus_item (self, item);
  if (n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0, get_item (self, item)->id);
}

static gboolean
tooltip_cb (EntTimelineChart *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int item = keyboard ? self->current
             : self->timeline ? ent_timeline_hit (self->timeline, &self->view, x, y)
                              : -1;
  g_autofree char *words = NULL;

  if (item < 0 || !self->details)
    return FALSE;
  words = self->details (get_item (self, item)->id, self->details_data);
  gtk_tooltip_set_text (tooltip, words);

  return words != NULL;
}

static void
read_font (EntTimelineChart *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dpi > 0 ? dpi : 96) / 72;
  self->view.font_size = CLAMP (size, 6, 60);
}

static void
ent_timeline_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntTimelineChart *self = ENT_TIMELINE_CHART (widget);
  gboolean changed = self->view.width != width || self->view.height != height;

  self->view.width = width;
  self->view.height = height;
  if (!self->timeline)
    return;
  if (!self->is_placed)
    {
      self->is_placed = TRUE;
      show_days (self, self->timeline->today - OPENING_DAYS, self->timeline->today + OPENING_DAYS);
    }
  else if (changed)
    refresh (self);

  for (guint i = 0; i < self->marks->len; i++)
    {
      EntTimelineMarkWidget *mark = g_ptr_array_index (self->marks, i);
      int item = ent_timeline_mark_get_item (mark);
      EntTimelineBox box;
      int left, right;

      if (item < 0)
        continue;
      if (!ent_timeline_get_box (self->timeline, &self->view, (guint) item, &box))
        {
          box.x = 0;
          box.width = width;
        }
      left = (int) CLAMP (box.x, 2, MAX (width - 20, 2));
      right = (int) CLAMP (box.x + box.width, left + 16, MAX (width - 2, left + 16));
      gtk_widget_measure (GTK_WIDGET (mark), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (GTK_WIDGET (mark),
                                &(GtkAllocation){ left, (int) box.y + 2, right - left,
                                                  (int) box.height - 4 },
                                -1);
    }
}

static void
ent_timeline_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 400;
}

static void
ent_timeline_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntTimelineChart *self = ENT_TIMELINE_CHART (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  EntTimelineColours colours = ent_timeline_get_colours (
      adw_style_manager_get_dark (style) ? ENT_TIMELINE_DARK : ENT_TIMELINE_LIGHT,
      adw_style_manager_get_high_contrast (style));
  cairo_t *cairo;

  if (!self->timeline || self->view.width <= 0)
    return;
  cairo = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width, (float) self->view.height));
  ent_timeline_draw (self->timeline, &self->view, &colours, cairo);
  cairo_destroy (cairo);
  for (guint i = 0; i < self->marks->len; i++)
    if (ent_timeline_mark_get_item (g_ptr_array_index (self->marks, i)) >= 0)
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->marks, i), snapshot);
}

/* Tab goes in and out; within it are the arrows. */
static gboolean
ent_timeline_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  EntTimelineChart *self = ENT_TIMELINE_CHART (widget);

  if (gtk_widget_get_focus_child (widget) || !self->timeline || self->timeline->items->len == 0)
    return FALSE;
  focus_item (self, MAX (self->current, 0));

  return TRUE;
}

static gboolean
ent_timeline_chart_grab_focus (GtkWidget *widget)
{
  return ent_timeline_chart_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
ent_timeline_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  EntTimelineChart *self = ENT_TIMELINE_CHART (widget);

  GTK_WIDGET_CLASS (ent_timeline_chart_parent_class)->css_changed (widget, change);
  read_font (self);
  gtk_widget_queue_resize (widget);
}

static void
set_adjustment (EntTimelineChart *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);
  if (!adjustment)
    return;
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  configure (self);
}

static void
ent_timeline_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntTimelineChart *self = ENT_TIMELINE_CHART (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (id - PROP_HADJUSTMENT), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_timeline_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntTimelineChart *self = ENT_TIMELINE_CHART (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_timeline_chart_dispose (GObject *object)
{
  EntTimelineChart *self = ENT_TIMELINE_CHART (object);

  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->marks, i));
  g_ptr_array_set_size (self->marks, 0);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (ent_timeline_chart_parent_class)->dispose (object);
}

static void
ent_timeline_chart_finalize (GObject *object)
{
  EntTimelineChart *self = ENT_TIMELINE_CHART (object);

  g_ptr_array_unref (self->marks);
  g_clear_pointer (&self->timeline, ent_timeline_free);

  G_OBJECT_CLASS (ent_timeline_chart_parent_class)->finalize (object);
}

static void
ent_timeline_chart_class_init (EntTimelineChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_timeline_chart_dispose;
  object_class->finalize = ent_timeline_chart_finalize;
  object_class->set_property = ent_timeline_chart_set_property;
  object_class->get_property = ent_timeline_chart_get_property;
  widget_class->measure = ent_timeline_chart_measure;
  widget_class->size_allocate = ent_timeline_chart_size_allocate;
  widget_class->snapshot = ent_timeline_chart_snapshot;
  widget_class->focus = ent_timeline_chart_focus;
  widget_class->grab_focus = ent_timeline_chart_grab_focus;
  widget_class->css_changed = ent_timeline_chart_css_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[ACTIVATED] = g_signal_new ("activated", ENT_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "timeline");
}

static void
add_controller (EntTimelineChart *self, GtkEventController *controller, const char *signal,
                GCallback callback)
{
  g_signal_connect_swapped (controller, signal, callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
ent_timeline_chart_init (EntTimelineChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->marks = g_ptr_array_new ();
  self->current = -1;
  self->view.days_per_pixel = 1;
  self->view.font_size = 14;
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  add_controller (self, gtk_event_controller_key_new (), "key-pressed", G_CALLBACK (key_cb));
  add_controller (self, gtk_event_controller_motion_new (), "motion", G_CALLBACK (motion_cb));
  add_controller (self,
                  gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                   | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE),
                  "scroll", G_CALLBACK (wheel_cb));
  add_controller (self, GTK_EVENT_CONTROLLER (gtk_gesture_click_new ()), "pressed",
                  G_CALLBACK (pressed_cb));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ent_timeline_chart_set_timeline:
 * @self: a chart
 * @timeline: (transfer full): what it shows from now on
 * @lang: language of its axis
 *
 * What was in sight and what had the focus stay where they are.
 */
void
ent_timeline_chart_set_timeline (EntTimelineChart *self, EntTimeline *timeline, const char *lang)
{
  gint64 id = self->current >= 0 ? get_item (self, self->current)->id : 0;
  double shift = self->timeline ? self->timeline->first - timeline->first : 0;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  for (guint i = 0; i < self->marks->len; i++)
    ent_timeline_mark_set_item (g_ptr_array_index (self->marks, i), -1, NULL);
  g_clear_pointer (&self->timeline, ent_timeline_free);
  self->timeline = timeline;
  self->view.lang = lang;
  self->view.x += shift / self->view.days_per_pixel;
  self->current = -1;
  for (guint i = 0; i < timeline->items->len; i++)
    if (get_item (self, (int) i)->id == id)
      self->current = (int) i;
  refresh (self);
  if (focused && self->current >= 0)
    focus_item (self, self->current);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
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
      const EntTimelineItem *item = get_item (self, (int) i);

      if (item->first > item->last)
        continue;
      first = MIN (first, item->first);
      last = MAX (last, item->last);
    }
  if (first <= last)
    {
      last = MAX (last, self->timeline->today);
      show_days (self, first - 0.04 * (last - first) - 30, last + 0.04 * (last - first) + 30);
    }
}

void
ent_timeline_chart_go_today (EntTimelineChart *self)
{
  if (self->timeline)
    center_on (self, self->timeline->today);
}

/**
 * ent_timeline_chart_set_details:
 * @self: a chart
 * @details: makes the words of a tooltip
 * @user_data: for it
 */
void
ent_timeline_chart_set_details (EntTimelineChart *self,
                                EntTimelineChartDetails details,
                                gpointer user_data)
{
  self->details = details;
  self->details_data = user_data;
}
