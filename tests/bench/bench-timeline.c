/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the milliseconds of one frame of a timeline of 500 signatures over 60 years, and of one
 * of 5,000: what is out of sight should cost nothing. */

#include <stdlib.h>

#include "draw/ent-timeline.h"

#define TODAY 739942
#define WIDTH 1280
#define HEIGHT 760
#define FRAMES 60

static EntTimeline *
create_timeline (guint n_items)
{
  EntTimeline *timeline = ent_timeline_new (TODAY);

  for (guint i = 0; i < n_items; i++)
    {
      int day = TODAY - 50 * 365 + (int) (i * 7919u % (60 * 365));
      EntTimelineItem *item;
      g_autoptr (EntDate) date = ent_date_new_day (day);
      EntSignedAct act = { .date = date, .earliest = day, .latest = day };
      g_autoptr (GArray) acts = g_array_new (FALSE, FALSE, sizeof act);
      g_autoptr (EntRecord) agreement = ent_record_new (&ent_agreement_table, (EntId) i + 1);
      EntSpan span = {
        .agreement = ENT_AGREEMENT (agreement),
        .acts = acts,
        .status = { .status = ENT_STATUS_IN_FORCE },
        .starts_known = TRUE,
        .starts_earliest = day,
        .starts_latest = day + 30,
        .ends_earliest = day + 1500,
        .ends_latest = day + 1600,
      };

      g_array_append_val (acts, act);
      if (i % 8 == 0)
        ent_timeline_add_lane (timeline, "Partner");
      item = ent_timeline_add_span (timeline, &span, "Protocol of cooperation · In force");
      g_assert (item != NULL);
      if (i % 8 > 0)
        ent_timeline_add_arrow (timeline, i - 1, i, NULL);
    }

  return timeline;
}

static double
measure (guint n_items)
{
  g_autoptr (EntTimeline) timeline = create_timeline (n_items);
  EntTimelineColours colours = ent_timeline_get_colours (ENT_TIMELINE_LIGHT, FALSE);
  EntTimelineView view = { .width = WIDTH, .height = HEIGHT, .days_per_pixel = 2, .font_size = 14,
                           .lang = "en" };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cairo = cairo_create (surface);
  gint64 start = 0;

  /* The first frames fill the caches of fonts. */
  for (int i = -5; i < FRAMES; i++)
    {
      if (i == 0)
        start = g_get_monotonic_time ();
      view.x = 2000 + i * 20;
      view.y = MIN (1000, ent_timeline_get_height (timeline, &view) / 2) + i;
      ent_timeline_draw (timeline, &view, &colours, cairo);
    }
  start = g_get_monotonic_time () - start;
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);

  return start / 1000.0 / FRAMES;
}

int
main (int argc, char **argv)
{
  double floor = measure (500);

  g_print ("%.3f %.3f\n", floor, measure (5000));

  return EXIT_SUCCESS;
}
