/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-indicator-chart.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "base/ent-number.h"

/* Heights, in sizes of the font. */
#define LABELS 1.8
#define HEAD 2.0

typedef struct
{
  const EntIndicatorChart *chart;
  const EntIndicatorView *view;
  const EntTimelineColours *colours;
  cairo_t *cairo;
  PangoLayout *layout;
} Drawing;

static void
point_free (gpointer data)
{
  EntIndicatorPoint *point = data;

  g_free (point->label);
  g_free (point->words);
  g_free (point);
}

EntIndicatorChart *
ent_indicator_chart_new (void)
{
  EntIndicatorChart *self = g_new0 (EntIndicatorChart, 1);

  self->points = g_ptr_array_new_with_free_func (point_free);
  return self;
}

void
ent_indicator_chart_free (EntIndicatorChart *self)
{
  g_ptr_array_unref (self->points);
  g_free (self);
}

/**
 * ent_indicator_chart_add:
 * @self: a chart
 * @label: the period
 * @value: (nullable): canonical decimal; %NULL for no data
 * @target: (nullable): canonical decimal
 * @lang: "fr" or "en"
 *
 * Adds the next period.
 */
void
ent_indicator_chart_add (EntIndicatorChart *self,
                         const char *label,
                         const char *value,
                         const char *target,
                         const char *lang)
{
  EntIndicatorPoint *point = g_new0 (EntIndicatorPoint, 1);

  point->label = g_strdup (label);
  point->words = value ? ent_number_format (value, lang) : g_strdup ("–");
  point->has_value = value != NULL;
  point->value = value ? g_ascii_strtod (value, NULL) : 0;
  point->has_target = target != NULL;
  point->target = target ? g_ascii_strtod (target, NULL) : 0;
  g_ptr_array_add (self->points, point);
}

/* A period of several years would stand beside its own parts. */
static gboolean
is_drawn (const EntDate *period)
{
  return ent_date_get_latest (period) < ENT_DAY_MAX
         && ent_day_get_year (ent_date_get_earliest (period))
                == ent_day_get_year (ent_date_get_latest (period));
}

/**
 * ent_indicator_chart_new_of:
 * @basis: the project and the day
 * @indicator: an indicator
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): its figures period by period, those of several years left out
 */
EntIndicatorChart *
ent_indicator_chart_new_of (const EntIndicatorBasis *basis,
                            EntIndicator *indicator,
                            const char *lang)
{
  EntIndicatorChart *self = ent_indicator_chart_new ();
  g_autoptr (GPtrArray) periods = ent_indicator_get_periods (basis, indicator);
  EntMeasurement *baseline = ent_indicator_find_measurement (basis->project, indicator, "baseline",
                                                             NULL, ENT_ID_NONE, NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      EntDate *period = g_ptr_array_index (periods, i);
      g_autoptr (EntFigure) figure = NULL;
      g_autofree char *label = NULL;
      EntMeasurement *target;

      if (!is_drawn (period))
        continue;
      figure = ent_indicator_get_figure (basis, indicator, period, ENT_ID_NONE);
      target = ent_indicator_find_measurement (basis->project, indicator, "target", period,
                                               ENT_ID_NONE, NULL);
      label = ent_date_format_short (period, lang);
      ent_indicator_chart_add (self, label, figure->value, target ? target->value : NULL, lang);
    }
  if (baseline && baseline->value)
    {
      self->has_baseline = TRUE;
      self->baseline = g_ascii_strtod (baseline->value, NULL);
    }

  return self;
}

gboolean
ent_indicator_chart_has_values (const EntIndicatorChart *self)
{
  for (guint i = 0; i < self->points->len; i++)
    if (((EntIndicatorPoint *) g_ptr_array_index (self->points, i))->has_value)
      return TRUE;

  return FALSE;
}

/* From nought, or from below it: a bar cut off would lie. */
static void
get_range (const EntIndicatorChart *self, double *low, double *high)
{
  *low = self->has_baseline ? MIN (self->baseline, 0) : 0;
  *high = self->has_baseline ? MAX (self->baseline, 0) : 0;
  for (guint i = 0; i < self->points->len; i++)
    {
      const EntIndicatorPoint *point = g_ptr_array_index (self->points, i);

      if (point->has_value)
        {
          *low = MIN (*low, point->value);
          *high = MAX (*high, point->value);
        }
      if (point->has_target)
        {
          *low = MIN (*low, point->target);
          *high = MAX (*high, point->target);
        }
    }
  if (*high <= *low)
    *high = *low + 1;
}

/**
 * ent_indicator_chart_get_y:
 * @self: a chart
 * @view: how large it is drawn
 * @value: a value
 *
 * Returns: how far from the top @value stands
 */
double
ent_indicator_chart_get_y (const EntIndicatorChart *self,
                           const EntIndicatorView *view,
                           double value)
{
  double top = HEAD * view->font_size;
  double bottom = view->height - LABELS * view->font_size;
  double low, high;

  get_range (self, &low, &high);

  return bottom - (value - low) / (high - low) * (bottom - top);
}

static void
set_colour (Drawing *self, const EntTimelineColour *colour)
{
  cairo_set_source_rgba (self->cairo, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
drawing_init (Drawing *self,
              const EntIndicatorChart *chart,
              const EntIndicatorView *view,
              const EntTimelineColours *colours,
              cairo_t *cairo)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans");

  *self = (Drawing) { chart, view, colours, cairo, pango_cairo_create_layout (cairo) };
  pango_font_description_set_absolute_size (font, view->font_size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

/* Words around @x, not wider than @width. */
static void
draw_words (Drawing *self, const char *words, double x, double y, double width)
{
  int text_width;

  if (width < self->view->font_size)
    return;
  pango_layout_set_text (self->layout, words, -1);
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &text_width, NULL);
  if (text_width > width)
    {
      pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
      text_width = (int) width;
    }
  cairo_move_to (self->cairo,
                 CLAMP (x - text_width / 2.0, 0, MAX (self->view->width - text_width, 0)), y);
  pango_cairo_show_layout (self->cairo, self->layout);
}

static double
get_slot (Drawing *self)
{
  return self->view->width / MAX (self->chart->points->len, 1u);
}

static double
get_y (Drawing *self, double value)
{
  return ent_indicator_chart_get_y (self->chart, self->view, value);
}

static void
draw_axis (Drawing *self)
{
  double y = get_y (self, 0);
  double slot = get_slot (self);

  set_colour (self, &self->colours->line);
  cairo_set_line_width (self->cairo, self->colours->line_width);
  cairo_move_to (self->cairo, 0, round (y) + 0.5);
  cairo_line_to (self->cairo, self->view->width, round (y) + 0.5);
  cairo_stroke (self->cairo);

  set_colour (self, &self->colours->dim);
  for (guint i = 0; i < self->chart->points->len; i++)
    {
      const EntIndicatorPoint *point = g_ptr_array_index (self->chart->points, i);

      draw_words (self, point->label, (i + 0.5) * slot,
                  self->view->height - (LABELS - 0.3) * self->view->font_size, slot - 4);
    }
}

static void
draw_level (Drawing *self, double from, double to, double value, const double *dashes)
{
  double y = get_y (self, value);

  cairo_set_dash (self->cairo, dashes, 2, 0);
  cairo_set_line_width (self->cairo, 2);
  cairo_move_to (self->cairo, from, y);
  cairo_line_to (self->cairo, to, y);
  cairo_stroke (self->cairo);
  cairo_set_dash (self->cairo, NULL, 0, 0);
}

static void
draw_levels (Drawing *self)
{
  static const double target[] = { 6, 3 };
  static const double baseline[] = { 1, 4 };
  double slot = get_slot (self);

  set_colour (self, &self->colours->quiet);
  if (self->chart->has_baseline)
    draw_level (self, 0, self->view->width, self->chart->baseline, baseline);
  set_colour (self, &self->colours->today);
  for (guint i = 0; i < self->chart->points->len; i++)
    {
      const EntIndicatorPoint *point = g_ptr_array_index (self->chart->points, i);

      if (point->has_target)
        draw_level (self, (i + 0.1) * slot, (i + 0.9) * slot, point->target, target);
    }
}

/* From value to value of periods side by side; over a period without data there is no line. */
static void
draw_line (Drawing *self)
{
  double slot = get_slot (self);
  gboolean before = FALSE;

  set_colour (self, &self->colours->edge);
  cairo_set_line_width (self->cairo, 2);
  for (guint i = 0; i < self->chart->points->len; i++)
    {
      const EntIndicatorPoint *point = g_ptr_array_index (self->chart->points, i);
      double x = (i + 0.5) * slot;

      if (point->has_value && before)
        cairo_line_to (self->cairo, x, get_y (self, point->value));
      else if (point->has_value)
        cairo_move_to (self->cairo, x, get_y (self, point->value));
      before = point->has_value;
    }
  cairo_stroke (self->cairo);
}

static void
draw_points (Drawing *self)
{
  double slot = get_slot (self);
  double size = self->view->font_size;

  for (guint i = 0; i < self->chart->points->len; i++)
    {
      const EntIndicatorPoint *point = g_ptr_array_index (self->chart->points, i);
      double x = (i + 0.5) * slot;
      double y = get_y (self, point->has_value ? point->value : 0);

      if (point->has_value)
        {
          set_colour (self, &self->colours->edge);
          cairo_arc (self->cairo, x, y, size * 0.3, 0, 2 * G_PI);
          cairo_fill (self->cairo);
        }
      set_colour (self, point->has_value ? &self->colours->text : &self->colours->dim);
      draw_words (self, point->words, x, y - size * 1.9, slot - 4);
    }
}

/**
 * ent_indicator_chart_draw:
 * @self: a chart
 * @view: how large
 * @colours: those of the timeline
 * @cairo: where, from its origin
 *
 * Draws values as points with a line between those of periods side by side, each with its words;
 * targets as dashes, the baseline as dots.
 */
void
ent_indicator_chart_draw (const EntIndicatorChart *self,
                          const EntIndicatorView *view,
                          const EntTimelineColours *colours,
                          cairo_t *cairo)
{
  Drawing drawing;

  drawing_init (&drawing, self, view, colours, cairo);
  cairo_save (cairo);
  draw_axis (&drawing);
  draw_levels (&drawing);
  draw_line (&drawing);
  draw_points (&drawing);
  cairo_restore (cairo);
  g_object_unref (drawing.layout);
}

static int
find_last_value (const EntIndicatorChart *self)
{
  for (guint i = self->points->len; i > 0; i--)
    if (((const EntIndicatorPoint *) g_ptr_array_index (self->points, i - 1))->has_value)
      return (int) i - 1;

  return -1;
}

/* The target of that period, else the next one, else the last one before. */
static const EntIndicatorPoint *
find_target (const EntIndicatorChart *self, int value)
{
  const EntIndicatorPoint *target = NULL;

  for (int i = 0; i < (int) self->points->len; i++)
    {
      const EntIndicatorPoint *point = g_ptr_array_index (self->points, i);

      if (!point->has_target)
        continue;
      target = point;
      if (i >= value)
        break;
    }

  return target;
}

/**
 * ent_indicator_chart_draw_bullet:
 * @self: a chart
 * @view: how large
 * @colours: those of the timeline
 * @cairo: where, from its origin
 *
 * Draws the last value as a bar in a frame, and a mark at its target, or the next one. Without a
 * value the frame stays empty.
 */
void
ent_indicator_chart_draw_bullet (const EntIndicatorChart *self,
                                 const EntIndicatorView *view,
                                 const EntTimelineColours *colours,
                                 cairo_t *cairo)
{
  int last = find_last_value (self);
  const EntIndicatorPoint *value = last >= 0 ? g_ptr_array_index (self->points, last) : NULL;
  const EntIndicatorPoint *target = find_target (self, last);
  double low, high;
  Drawing drawing;

  drawing_init (&drawing, self, view, colours, cairo);
  get_range (self, &low, &high);
  cairo_save (cairo);
  cairo_set_line_width (cairo, colours->line_width);
  set_colour (&drawing, &colours->quiet);
  cairo_rectangle (cairo, 0.5, 0.5, view->width - 1, view->height - 1);
  cairo_stroke (cairo);
  if (value)
    {
      double nought = -low / (high - low) * view->width;
      double end = (value->value - low) / (high - low) * view->width;

      set_colour (&drawing, &colours->edge);
      cairo_rectangle (cairo, MIN (nought, end), view->height * 0.25, fabs (end - nought),
                       view->height * 0.5);
      cairo_fill (cairo);
    }
  if (target)
    {
      double x = (target->target - low) / (high - low) * view->width;

      set_colour (&drawing, &colours->today);
      cairo_rectangle (cairo, CLAMP (x - 1.5, 0, view->width - 3), 0, 3, view->height);
      cairo_fill (cairo);
    }
  cairo_restore (cairo);
  g_object_unref (drawing.layout);
}
