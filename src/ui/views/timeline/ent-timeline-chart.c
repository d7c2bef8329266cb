/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/timeline/ent-timeline-chart-private.h"

#include <adwaita.h>

#include "ui/widgets/ent-drawing.h"

/* Seen at first: so many days before and after today. */
#define OPENING_DAYS 548

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

/**
 * ent_timeline_chart_get_item:
 * @self: a chart with a timeline
 * @item: the number of one of its items
 *
 * Returns: (transfer none): that item
 */
EntTimelineItem *
ent_timeline_chart_get_item (EntTimelineChart *self, int item)
{
  return g_ptr_array_index (self->timeline->items, item);
}

/**
 * ent_timeline_chart_find_mark:
 * @self: a chart
 * @item: an item
 *
 * Returns: (transfer none) (nullable): its child, which those in sight and the focused have
 */
EntMark *
ent_timeline_chart_find_mark (EntTimelineChart *self, int item)
{
  for (guint i = 0; i < self->marks->len && item >= 0; i++)
    if (ent_mark_get_item (g_ptr_array_index (self->marks, i)) == item)
      return g_ptr_array_index (self->marks, i);

  return NULL;
}

static void
name_mark (EntTimelineChart *self, EntMark *mark, int item)
{
  g_autofree char *name = self->name ? self->name (ent_timeline_chart_get_item (self, item)->id,
                                                   self->words_data)
                                     : NULL;

  ent_mark_set_item (mark, item, name);
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
      EntMark *mark = g_ptr_array_index (self->marks, i);
      int item = ent_mark_get_item (mark);

      if (item >= 0 && item != self->current
          && (ent_timeline_chart_get_item (self, item)->row < first
              || ent_timeline_chart_get_item (self, item)->row >= end))
        ent_mark_set_item (mark, -1, NULL);
    }
  for (guint row = first; row < end; row++)
    {
      int item = g_array_index (self->timeline->rows, int, row);

      if (item >= 0 && !ent_timeline_chart_find_mark (self, item))
        name_mark (self, ent_drawing_take_mark (GTK_WIDGET (self), self->marks), item);
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
  gtk_adjustment_configure (self->adjustments[0], CLAMP (view->x, 0, width - view->width), 0, width,
                            view->width * 0.1, view->width * 0.9, view->width);
  gtk_adjustment_configure (self->adjustments[1], CLAMP (view->y, 0, height - view->height), 0,
                            height, ent_timeline_get_row_height (view),
                            MAX (view->height - axis, 1), view->height);
  self->is_configuring = FALSE;
  view->x = gtk_adjustment_get_value (self->adjustments[0]);
  view->y = gtk_adjustment_get_value (self->adjustments[1]);
}

/**
 * ent_timeline_chart_refresh:
 * @self: a chart
 *
 * Follows a change of what is in sight.
 */
void
ent_timeline_chart_refresh (EntTimelineChart *self)
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
      ent_timeline_chart_show_days (self, self->timeline->today - OPENING_DAYS,
                                    self->timeline->today + OPENING_DAYS);
    }
  else if (changed)
    ent_timeline_chart_refresh (self);

  for (guint i = 0; i < self->marks->len; i++)
    {
      EntMark *mark = g_ptr_array_index (self->marks, i);
      int item = ent_mark_get_item (mark);
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
      gtk_widget_size_allocate (
          GTK_WIDGET (mark),
          &(GtkAllocation) { left, (int) box.y + 2, right - left, (int) box.height - 4 }, -1);
    }
  ent_timeline_chart_present_popover (self);
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
  EntTimelineColours colours = ent_drawing_get_colours (widget);
  cairo_t *cairo;

  if (!self->timeline || self->view.width <= 0)
    return;
  cairo = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width, (float) self->view.height));
  ent_timeline_draw (self->timeline, &self->view, &colours, cairo);
  cairo_destroy (cairo);
  ent_drawing_snapshot_marks (widget, self->marks, snapshot);
}

/* Tab goes in and out; within it are the arrows. */
static gboolean
ent_timeline_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  EntTimelineChart *self = ENT_TIMELINE_CHART (widget);

  if (gtk_widget_get_focus_child (widget) || !self->timeline || self->timeline->items->len == 0)
    return FALSE;
  ent_timeline_chart_focus_item (self, MAX (self->current, 0));

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
  self->view.font_size = ent_drawing_get_font_size (widget);
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
  g_clear_pointer (&self->popover, gtk_widget_unparent);
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
ent_timeline_chart_init (EntTimelineChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->marks = g_ptr_array_new ();
  self->current = -1;
  self->view.days_per_pixel = 1;
  self->view.font_size = 14;
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  ent_timeline_chart_add_controllers (self);
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
  gint64 id = self->current >= 0 ? ent_timeline_chart_get_item (self, self->current)->id : 0;
  double shift = self->timeline ? self->timeline->first - timeline->first : 0;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  for (guint i = 0; i < self->marks->len; i++)
    ent_mark_set_item (g_ptr_array_index (self->marks, i), -1, NULL);
  g_clear_pointer (&self->timeline, ent_timeline_free);
  self->timeline = timeline;
  self->view.lang = lang;
  self->view.x += shift / self->view.days_per_pixel;
  self->current = -1;
  for (guint i = 0; i < timeline->items->len; i++)
    if (ent_timeline_chart_get_item (self, (int) i)->id == id)
      self->current = (int) i;
  ent_timeline_chart_refresh (self);
  if (focused && self->current >= 0)
    ent_timeline_chart_focus_item (self, self->current);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * ent_timeline_chart_set_words:
 * @self: a chart
 * @name: what a screen reader says of an agreement
 * @details: lines with everything known of it
 * @user_data: for both
 */
void
ent_timeline_chart_set_words (EntTimelineChart *self,
                              EntTimelineChartWords name,
                              EntTimelineChartWords details,
                              gpointer user_data)
{
  self->name = name;
  self->details = details;
  self->words_data = user_data;
}

/**
 * ent_timeline_chart_get_timeline:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): what it shows
 */
EntTimeline *
ent_timeline_chart_get_timeline (EntTimelineChart *self)
{
  return self->timeline;
}

/**
 * ent_timeline_chart_activate:
 * @self: a chart
 * @item: one of its items
 *
 * Asks for the page of its agreement.
 */
void
ent_timeline_chart_activate (EntTimelineChart *self, int item)
{
  g_signal_emit (self, signals[ACTIVATED], 0, ent_timeline_chart_get_item (self, item)->id);
}
