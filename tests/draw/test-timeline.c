/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-timeline.h"

#include <math.h>

#define WIDTH 800
#define HEIGHT 300
#define BORDER 40

static int
day (const char *iso)
{
  int julian;

  g_assert_true (ent_day_parse_iso (iso, &julian));
  return julian;
}

static EntTimelineItem *
add (EntTimeline *timeline,
     EntId id,
     const char *signed_on,
     const char *effective,
     const char *ends,
     const char *term_kind)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntRecord) agreement = ent_record_new (&ent_agreement_table, id);
  g_autoptr (EntLineage) lineage = NULL;
  const char *fields[] = { "signed", "effective", "ends", "term_kind" };
  const char *values[] = { signed_on, effective, ends, term_kind };
  EntLane *lane;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ent_record_set_string (agreement, ent_table_find_column (&ent_agreement_table, fields[i]),
                           values[i]);
  ent_project_add (project, agreement);
  lineage = ent_lineage_new (project, ENT_LANES_BY_PARTNER, "en", timeline->today);
  lane = g_ptr_array_index (lineage->lanes, 0);

  return ent_timeline_add_span (timeline, g_ptr_array_index (lane->spans, 0), "");
}

static EntTimeline *
create_timeline (void)
{
  EntTimeline *timeline = ent_timeline_new (day ("2026-11-22"));

  ent_timeline_add_lane (timeline, "Terrebonne");
  add (timeline, 1, "2023-11-28", "2024", "2026", NULL);
  add (timeline, 2, "2010-05-04", NULL, NULL, NULL);
  ent_timeline_add_lane (timeline, "Hué");
  add (timeline, 3, "1979-07-21", NULL, NULL, "open");
  add (timeline, 4, NULL, NULL, NULL, NULL);
  ent_timeline_add_arrow (timeline, 1, 0, "gap");

  return timeline;
}

static EntTimelineView
look_at (EntTimeline *timeline, const char *iso)
{
  EntTimelineView view = { .width = WIDTH, .height = HEIGHT, .days_per_pixel = 2, .font_size = 14,
                           .lang = "en" };

  view.x = ent_timeline_get_x (timeline, &view, day (iso));
  return view;
}

static cairo_surface_t *
draw (EntTimeline *timeline, EntTimelineView *view)
{
  EntTimelineColours colours = ent_timeline_get_colours (ENT_TIMELINE_LIGHT, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH + 2 * BORDER,
                                                         HEIGHT + 2 * BORDER);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_source_rgb (cairo, 1, 0, 1);
  cairo_paint (cairo);
  cairo_translate (cairo, BORDER, BORDER);
  ent_timeline_draw (timeline, view, &colours, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  return *(const guint32 *) (gconstpointer) (data + ((int) y + BORDER) * stride
                                             + ((int) x + BORDER) * 4)
         & 0xffffff;
}

static guint32
to_pixel (EntTimelineColour colour)
{
  return (guint32) lround (colour.red * 255) << 16 | (guint32) lround (colour.green * 255) << 8
         | (guint32) lround (colour.blue * 255);
}

/* Surfaces round each part of a colour in their own way. */
static gboolean
is_like (guint32 pixel, guint32 colour)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (pixel >> shift & 0xff) - (int) (colour >> shift & 0xff)) > 2)
      return FALSE;

  return TRUE;
}

static double
get_middle (EntTimeline *timeline, EntTimelineView *view, guint item)
{
  const EntTimelineItem *it = g_ptr_array_index (timeline->items, item);
  double row = ent_timeline_get_row_height (view);

  return ent_timeline_get_axis_height (view) + it->row * row + floor (row / 2) - view->y;
}

static gboolean
has_colour (cairo_surface_t *surface,
            EntTimeline *timeline,
            EntTimelineView *view,
            const char *iso,
            double y,
            EntTimelineColour colour)
{
  return is_like (get_pixel (surface, ent_timeline_get_x (timeline, view, day (iso)) + 0.5, y),
                  to_pixel (colour));
}

/* The bar from its first day to its last, its signature before it, the line of today. */
static void
test_pixels (void)
{
  g_autoptr (EntTimeline) timeline = create_timeline ();
  EntTimelineView view = look_at (timeline, "2022-12-01");
  EntTimelineColours colours = ent_timeline_get_colours (ENT_TIMELINE_LIGHT, FALSE);
  cairo_surface_t *surface = draw (timeline, &view);
  double y = get_middle (timeline, &view, 0);

  g_assert_true (has_colour (surface, timeline, &view, "2025-06-01", y + 8, colours.bar));
  g_assert_false (has_colour (surface, timeline, &view, "2023-06-01", y + 8, colours.bar));
  g_assert_false (has_colour (surface, timeline, &view, "2027-02-01", y + 8, colours.bar));
  g_assert_true (has_colour (surface, timeline, &view, "2023-11-28", y, colours.edge));
  g_assert_true (
      has_colour (surface, timeline, &view, "2026-11-22", HEIGHT - 5, colours.today));
  cairo_surface_destroy (surface);
}

/* A validity that is not recorded is never drawn as a bar, at any time. */
static void
test_unknown (void)
{
  g_autoptr (EntTimeline) timeline = create_timeline ();
  EntTimelineView view = look_at (timeline, "2009-06-01");
  EntTimelineColours colours = ent_timeline_get_colours (ENT_TIMELINE_LIGHT, FALSE);
  cairo_surface_t *surface = draw (timeline, &view);
  double y = get_middle (timeline, &view, 1);

  for (int x = 0; x < WIDTH; x++)
    for (int dy = -12; dy < 12; dy++)
      g_assert_false (is_like (get_pixel (surface, x, y + dy), to_pixel (colours.bar)));
  g_assert_true (has_colour (surface, timeline, &view, "2010-05-04", y, colours.edge));
  /* The twinning without an end goes through all of it. */
  y = get_middle (timeline, &view, 2);
  g_assert_true (is_like (get_pixel (surface, WIDTH - 2, y + 8), to_pixel (colours.bar)));
  cairo_surface_destroy (surface);
}

static void
test_nothing_outside (void)
{
  g_autoptr (EntTimeline) timeline = create_timeline ();
  static const char *const days[] = { "1979-06-01", "2010-01-01", "2023-11-28", "2026-11-22" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (double y = 0; y < 60; y += 17)
      {
        EntTimelineView view = look_at (timeline, days[i]);
        cairo_surface_t *surface;

        view.y = y;
        surface = draw (timeline, &view);
        for (int py = -BORDER; py < HEIGHT + BORDER; py++)
          for (int px = -BORDER; px < WIDTH + BORDER; px++)
            if (px < 0 || py < 0 || px >= WIDTH || py >= HEIGHT)
              g_assert_cmphex (get_pixel (surface, px, py), ==, 0xff00ff);
        cairo_surface_destroy (surface);
      }
}

static void
test_hit (void)
{
  g_autoptr (EntTimeline) timeline = create_timeline ();
  EntTimelineView view = look_at (timeline, "2022-12-01");
  double x = ent_timeline_get_x (timeline, &view, day ("2025-06-01"));
  EntTimelineBox box;

  g_assert_cmpint (ent_timeline_hit (timeline, &view, x, get_middle (timeline, &view, 0)), ==, 0);
  g_assert_cmpint (ent_timeline_hit (timeline, &view, 10, get_middle (timeline, &view, 0)), ==, -1);
  g_assert_cmpint (ent_timeline_hit (timeline, &view, x, get_middle (timeline, &view, 1)), ==, -1);
  g_assert_cmpint (ent_timeline_hit (timeline, &view, x, get_middle (timeline, &view, 2)), ==, 2);
  g_assert_cmpint (ent_timeline_hit (timeline, &view, x, 3), ==, -1);
  g_assert_cmpint (ent_timeline_hit (timeline, &view, x, HEIGHT - 1), ==, -1);
  /* One without any day stands at the left edge. */
  g_assert_cmpint (ent_timeline_hit (timeline, &view, 3, get_middle (timeline, &view, 3)), ==, 3);
  g_assert_true (ent_timeline_get_box (timeline, &view, 0, &box));
  g_assert_false (ent_timeline_get_box (timeline, &view, 1, &box));
}

static void
test_axis (void)
{
  static const struct
  {
    double days_per_pixel;
    EntTimelineUnit unit;
    const char *day;
    const char *tick;
    const char *words;
  } cases[] = {
    { 0.1, ENT_TIMELINE_MONTHS, "2024-05-24", "2024-05-01", "May 2024" },
    { 1, ENT_TIMELINE_QUARTERS, "2024-05-24", "2024-04-01", "Q2 2024" },
    { 4, ENT_TIMELINE_YEARS, "2024-05-24", "2024-01-01", "2024" },
    { 40, ENT_TIMELINE_DECADES, "2024-05-24", "2020-01-01", "2020" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntTimelineView view = { .days_per_pixel = cases[i].days_per_pixel, .font_size = 14 };
      EntTimelineUnit unit = ent_timeline_get_unit (&view);
      int tick = ent_timeline_get_tick (unit, day (cases[i].day), 0);
      g_autofree char *words = ent_timeline_dup_tick_words (unit, tick, "en");

      g_assert_cmpint (unit, ==, cases[i].unit);
      g_assert_cmpint (tick, ==, day (cases[i].tick));
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (ent_timeline_get_tick (unit, tick, 1), >, tick);
    }
}

/* Dark ground, paper and high contrast each draw, and differ. */
static void
test_grounds (void)
{
  EntTimelineColours light = ent_timeline_get_colours (ENT_TIMELINE_LIGHT, FALSE);
  EntTimelineColours dark = ent_timeline_get_colours (ENT_TIMELINE_DARK, FALSE);
  EntTimelineColours paper = ent_timeline_get_colours (ENT_TIMELINE_PAPER, FALSE);
  EntTimelineColours strong = ent_timeline_get_colours (ENT_TIMELINE_LIGHT, TRUE);

  g_assert_cmphex (to_pixel (dark.back), !=, to_pixel (light.back));
  g_assert_cmphex (to_pixel (paper.back), ==, 0xffffff);
  g_assert_cmpfloat (strong.line_width, >, light.line_width);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/timeline/pixels", test_pixels);
  g_test_add_func ("/draw/timeline/unknown", test_unknown);
  g_test_add_func ("/draw/timeline/nothing-outside", test_nothing_outside);
  g_test_add_func ("/draw/timeline/hit", test_hit);
  g_test_add_func ("/draw/timeline/axis", test_axis);
  g_test_add_func ("/draw/timeline/grounds", test_grounds);
  return g_test_run ();
}
