/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-map-chart-private.h"

#include <adwaita.h>

#include "draw/ent-outlines.h"
#include "ui/widgets/ent-drawing.h"

/* Pixels around what is in sight for which the land is drawn as well. */
#define MARGIN 200

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMapChart, ent_map_chart, GTK_TYPE_WIDGET)

static EntMark *
find_mark (EntMapChart *self, int dot)
{
  return dot >= 0 && dot < (int) self->marks_of->len ? g_ptr_array_index (self->marks_of, dot)
                                                     : NULL;
}

static void
set_mark (EntMapChart *self, EntMark *mark, guint dot)
{
  g_autofree char *words = self->words (self->map, ent_map_get_dot (self->map, dot),
                                        self->words_data);

  gtk_widget_add_css_class (GTK_WIDGET (mark), "dot");
  ent_mark_set_item (mark, (int) dot, words);
  self->marks_of->pdata[dot] = mark;
}

/* The dots in sight and that with the focus have a child, nothing else. */
static void
update_marks (EntMapChart *self)
{
  for (guint dot = 0; dot < self->marks_of->len; dot++)
    {
      gboolean seen = ent_map_view_shows (&self->view, ent_map_get_dot (self->map, dot));
      EntMark *mark = find_mark (self, (int) dot);

      if (mark && !seen && (int) dot != self->current)
        {
          ent_mark_set_item (mark, -1, NULL);
          self->marks_of->pdata[dot] = NULL;
        }
    }
  for (guint dot = 0; dot < self->marks_of->len; dot++)
    if (!find_mark (self, (int) dot)
        && ((int) dot == self->current
            || ent_map_view_shows (&self->view, ent_map_get_dot (self->map, dot))))
      set_mark (self, ent_drawing_take_mark (GTK_WIDGET (self), self->marks), dot);
}

/* The dots are others at another scale; what had the focus keeps it, in a cluster if need be. */
static void
group (EntMapChart *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (self->map->scale == self->view.scale && self->marks_of->len == self->map->dots->len)
    return;

  ent_map_group (self->map, self->view.scale);
  self->current = self->current_id ? ent_map_find (self->map, self->current_id) : -1;
  g_ptr_array_set_size (self->marks_of, 0);
  g_ptr_array_set_size (self->marks_of, (int) self->map->dots->len);
  for (guint i = 0; i < self->marks->len; i++)
    {
      EntMark *mark = g_ptr_array_index (self->marks, i);

      if (GTK_WIDGET (mark) == focused && self->current >= 0)
        set_mark (self, mark, (guint) self->current);
      else
        ent_mark_set_item (mark, -1, NULL);
    }
}

/**
 * ent_map_chart_refresh:
 * @self: a chart
 *
 * Follows a change of what is in sight.
 */
void
ent_map_chart_refresh (EntMapChart *self)
{
  if (!self->map || self->view.width <= 0)
    return;
  group (self);
  update_marks (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ent_map_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntMapChart *self = ENT_MAP_CHART (widget);
  gboolean changed = self->view.width != width || self->view.height != height;

  self->view.width = width;
  self->view.height = height;
  if (!self->map)
    return;
  if (changed && self->is_fitted)
    ent_map_view_fit (&self->view, self->map);
  if (changed)
    {
      group (self);
      update_marks (self);
    }

  for (guint i = 0; i < self->marks->len; i++)
    {
      EntMark *mark = g_ptr_array_index (self->marks, i);
      GdkRectangle box;

      if (ent_mark_get_item (mark) < 0)
        continue;
      box = ent_map_chart_get_box (self, (guint) ent_mark_get_item (mark));
      gtk_widget_measure (GTK_WIDGET (mark), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (GTK_WIDGET (mark), &box, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
ent_map_chart_measure (GtkWidget *widget,
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

static GdkTexture *
draw_land (EntMapChart *self, const EntTimelineColours *colours)
{
  EntMapView view = self->view;
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = ((int) view.width + 2 * MARGIN) * factor;
  int height = ((int) view.height + 2 * MARGIN) * factor;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cairo = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  view.width += 2 * MARGIN;
  view.height += 2 * MARGIN;
  cairo_scale (cairo, factor, factor);
  ent_outlines_draw (ent_outlines_get_default (), &view, colours, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface)
                                          * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

static void
forget_land (EntMapChart *self)
{
  g_clear_object (&self->land);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Coasts are many: while one moves, what was drawn is shown elsewhere. */
static void
snapshot_land (EntMapChart *self, const EntTimelineColours *colours, GtkSnapshot *snapshot)
{
  double dx = (self->land_view.x - self->view.x) * self->view.scale;
  double dy = (self->view.y - self->land_view.y) * self->view.scale;

  if (!ent_outlines_get_default ())
    return;
  if (!self->land || self->land_view.scale != self->view.scale
      || self->land_view.width != self->view.width || self->land_view.height != self->view.height
      || ABS (dx) > MARGIN || ABS (dy) > MARGIN)
    {
      g_clear_object (&self->land);
      self->land = draw_land (self, colours);
      self->land_view = self->view;
      dx = dy = 0;
    }
  gtk_snapshot_append_texture (snapshot, self->land,
                               &GRAPHENE_RECT_INIT ((float) dx - MARGIN, (float) dy - MARGIN,
                                                    (float) self->view.width + 2 * MARGIN,
                                                    (float) self->view.height + 2 * MARGIN));
}

static void
ent_map_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntMapChart *self = ENT_MAP_CHART (widget);
  EntTimelineColours colours = ent_drawing_get_colours (widget);
  cairo_t *cairo;

  if (!self->map || self->view.width <= 0)
    return;
  snapshot_land (self, &colours, snapshot);
  cairo = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width, (float) self->view.height));
  ent_map_draw (self->map, &self->view, &colours, cairo);
  cairo_destroy (cairo);
  ent_drawing_snapshot_marks (widget, self->marks, snapshot);
}

/* Tab goes in and out; within it are the arrows. */
static gboolean
ent_map_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  EntMapChart *self = ENT_MAP_CHART (widget);

  if (gtk_widget_get_focus_child (widget) || !self->map || self->map->dots->len == 0)
    return FALSE;
  ent_map_chart_focus_dot (self, MAX (self->current, 0));

  return TRUE;
}

static gboolean
ent_map_chart_grab_focus (GtkWidget *widget)
{
  return ent_map_chart_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
ent_map_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ent_map_chart_parent_class)->css_changed (widget, change);
  ENT_MAP_CHART (widget)->view.font_size = ent_drawing_get_font_size (widget);
  gtk_widget_queue_draw (widget);
}

static void
ent_map_chart_dispose (GObject *object)
{
  EntMapChart *self = ENT_MAP_CHART (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->marks, 0);
  g_clear_object (&self->land);

  G_OBJECT_CLASS (ent_map_chart_parent_class)->dispose (object);
}

static void
ent_map_chart_finalize (GObject *object)
{
  EntMapChart *self = ENT_MAP_CHART (object);

  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->marks_of);
  g_clear_pointer (&self->map, ent_map_free);

  G_OBJECT_CLASS (ent_map_chart_parent_class)->finalize (object);
}

static void
ent_map_chart_class_init (EntMapChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_map_chart_dispose;
  object_class->finalize = ent_map_chart_finalize;
  widget_class->measure = ent_map_chart_measure;
  widget_class->size_allocate = ent_map_chart_size_allocate;
  widget_class->snapshot = ent_map_chart_snapshot;
  widget_class->focus = ent_map_chart_focus;
  widget_class->grab_focus = ent_map_chart_grab_focus;
  widget_class->css_changed = ent_map_chart_css_changed;

  signals[ACTIVATED] = g_signal_new ("activated", ENT_TYPE_MAP_CHART, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "map");
}

static void
ent_map_chart_init (EntMapChart *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->marks = g_ptr_array_new ();
  self->marks_of = g_ptr_array_new ();
  self->current = -1;
  self->is_fitted = TRUE;
  self->view.scale = 1;
  self->view.font_size = 14;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  ent_map_chart_add_controllers (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (forget_land), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (forget_land), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_land), NULL);
}

/**
 * ent_map_chart_new:
 * @words: what a screen reader and a tooltip say of a dot
 * @user_data: for @words; must outlive the chart
 *
 * Returns: (transfer floating): a chart without a map
 */
GtkWidget *
ent_map_chart_new (EntMapChartWords words, gpointer user_data)
{
  EntMapChart *self = g_object_new (ENT_TYPE_MAP_CHART, NULL);

  self->words = words;
  self->words_data = user_data;

  return GTK_WIDGET (self);
}

/**
 * ent_map_chart_set_map:
 * @self: a chart
 * @map: (transfer full): what it shows from now on
 *
 * What one looks at stays, unless nobody has moved it yet.
 */
void
ent_map_chart_set_map (EntMapChart *self, EntMap *map)
{
  g_clear_pointer (&self->map, ent_map_free);
  self->map = map;
  /* Dots of the other map are no dots of this. */
  g_ptr_array_set_size (self->marks_of, 0);
  for (guint i = 0; i < self->marks->len; i++)
    ent_mark_set_item (g_ptr_array_index (self->marks, i), -1, NULL);
  if (self->is_fitted && self->view.width > 0)
    ent_map_view_fit (&self->view, map);
  ent_map_chart_refresh (self);
}

EntMap *
ent_map_chart_get_map (EntMapChart *self)
{
  return self->map;
}

/**
 * ent_map_chart_get_box:
 * @self: a chart with a map
 * @dot: a dot of it
 *
 * Returns: where it takes clicks, in the chart
 */
GdkRectangle
ent_map_chart_get_box (EntMapChart *self, guint dot)
{
  const EntMapDot *it = ent_map_get_dot (self->map, dot);
  double x = ent_map_view_get_x (&self->view, it->x) - ENT_MAP_APART / 2;
  double y = ent_map_view_get_y (&self->view, it->y) - ENT_MAP_APART / 2;

  /* Far out of sight is as good as just outside. */
  x = CLAMP (x, -2 * ENT_MAP_APART, self->view.width + ENT_MAP_APART);
  y = CLAMP (y, -2 * ENT_MAP_APART, self->view.height + ENT_MAP_APART);

  return (GdkRectangle) { (int) x, (int) y, (int) ENT_MAP_APART, (int) ENT_MAP_APART };
}

/**
 * ent_map_chart_focus_dot:
 * @self: a chart with a map
 * @dot: a dot of it; what is none is passed over
 *
 * Gives the dot the focus, and brings it in sight.
 */
void
ent_map_chart_focus_dot (EntMapChart *self, int dot)
{
  const EntMapDot *it;

  if (dot < 0 || dot >= (int) self->map->dots->len)
    return;
  it = ent_map_get_dot (self->map, (guint) dot);
  self->current = dot;
  self->current_id = ent_map_get_member (self->map, it, 0)->id;
  if (!ent_map_view_shows (&self->view, it))
    {
      self->view.x = it->x;
      self->view.y = it->y;
      self->is_fitted = FALSE;
    }
  ent_map_chart_refresh (self);
  if (find_mark (self, dot))
    gtk_widget_grab_focus (GTK_WIDGET (find_mark (self, dot)));
}

void
ent_map_chart_activate (EntMapChart *self, int dot)
{
  g_signal_emit (self, signals[ACTIVATED], 0, (guint) dot);
}
