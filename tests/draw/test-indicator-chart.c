/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-indicator-chart.h"

#define WIDTH 300
#define HEIGHT 120

static const EntIndicatorView view = { WIDTH, HEIGHT, 10, "en" };

static EntIndicatorChart *
create_chart (const char *const *values)
{
  EntIndicatorChart *chart = ent_indicator_chart_new ();

  for (guint i = 0; values[i]; i++)
    ent_indicator_chart_add (chart, "2024", *values[i] ? values[i] : NULL, NULL, "en");

  return chart;
}

/* Whether anything but the ground is painted in the square around a point. */
static gboolean
is_painted (const EntIndicatorChart *chart, gboolean bullet, int x, int y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cairo = cairo_create (surface);
  EntTimelineColours colours = ent_timeline_get_colours (ENT_TIMELINE_PAPER, FALSE);
  gboolean painted = FALSE;

  if (bullet)
    ent_indicator_chart_draw_bullet (chart, &view, &colours, cairo);
  else
    ent_indicator_chart_draw (chart, &view, &colours, cairo);
  cairo_surface_flush (surface);
  for (int dy = -2; dy <= 2; dy++)
    for (int dx = -2; dx <= 2; dx++)
      {
        const guchar *row = cairo_image_surface_get_data (surface)
                            + (y + dy) * cairo_image_surface_get_stride (surface);

        painted = painted || ((const guint32 *) (gconstpointer) row)[x + dx] != 0;
      }
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);

  return painted;
}

/* Over a period without data there is no line, and no point at nought. */
static void
test_gap (void)
{
  static const char *const with[] = { "10", "10", "10", NULL };
  static const char *const without[] = { "10", "", "10", NULL };
  g_autoptr (EntIndicatorChart) whole = create_chart (with);
  g_autoptr (EntIndicatorChart) broken = create_chart (without);
  int y = (int) ent_indicator_chart_get_y (whole, &view, 10);

  g_assert_true (is_painted (whole, FALSE, 100, y));
  g_assert_true (is_painted (whole, FALSE, 50, y));
  g_assert_true (is_painted (broken, FALSE, 50, y));
  g_assert_false (is_painted (broken, FALSE, 100, y));
  g_assert_true (ent_indicator_chart_has_values (broken));
}

static void
test_empty (void)
{
  static const char *const values[] = { "", "", NULL };
  g_autoptr (EntIndicatorChart) chart = create_chart (values);
  g_autoptr (EntIndicatorChart) nothing = ent_indicator_chart_new ();

  g_assert_false (ent_indicator_chart_has_values (chart));
  g_assert_false (is_painted (chart, FALSE, 75, 30));
  g_assert_false (is_painted (chart, TRUE, 75, HEIGHT / 2));
  g_assert_false (is_painted (nothing, FALSE, 75, 30));
}

/* A bar is as long as its value, and the target of its year stands on it. */
static void
test_bullet (void)
{
  g_autoptr (EntIndicatorChart) chart = ent_indicator_chart_new ();

  ent_indicator_chart_add (chart, "2024", "50", "75", "en");
  ent_indicator_chart_add (chart, "2025", NULL, "100", "en");
  g_assert_true (is_painted (chart, TRUE, 140, HEIGHT / 2));
  g_assert_false (is_painted (chart, TRUE, 170, HEIGHT / 2));
  g_assert_true (is_painted (chart, TRUE, 225, HEIGHT / 2));
  g_assert_false (is_painted (chart, TRUE, 280, HEIGHT / 2));
}

/* Whatever the values, each stands within the drawing, and the greater one higher. */
static void
test_heights (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (EntIndicatorChart) chart = ent_indicator_chart_new ();
      double values[5];

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          char text[G_ASCII_DTOSTR_BUF_SIZE];

          values[i] = g_test_rand_double_range (-1e6, 1e6);
          g_ascii_dtostr (text, sizeof text, values[i]);
          ent_indicator_chart_add (chart, "2024", text, i % 2 ? text : NULL, "en");
        }
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          double y = ent_indicator_chart_get_y (chart, &view, values[i]);

          g_assert_cmpfloat (y, >=, 0);
          g_assert_cmpfloat (y, <=, HEIGHT);
          if (i > 0 && values[i] > values[i - 1])
            g_assert_cmpfloat (y, <=, ent_indicator_chart_get_y (chart, &view, values[i - 1]));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/indicator-chart/gap", test_gap);
  g_test_add_func ("/draw/indicator-chart/empty", test_empty);
  g_test_add_func ("/draw/indicator-chart/bullet", test_bullet);
  g_test_add_func ("/draw/indicator-chart/heights", test_heights);
  return g_test_run ();
}
