/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline on paper: the pages end between lanes, and what pdftotext reads from them is what
 * the timeline says. */

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gstdio.h>

#include "draw/ent-timeline.h"

#define N_LANES 30

static const EntTimelinePaper paper = { 842, 595, 36, 9, "Ententes de Namur", "fr" };

static int
day (const char *iso)
{
  int julian;

  g_assert_true (ent_day_parse_iso (iso, &julian));
  return julian;
}

static void
add (EntTimeline *timeline, const char *signed_on, const char *ends, const char *label)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntRecord) agreement = ent_record_new (&ent_agreement_table, 1);
  g_autoptr (EntLineage) lineage = NULL;

  ent_record_set_string (agreement, ent_table_find_column (&ent_agreement_table, "signed"),
                         signed_on);
  ent_record_set_string (agreement, ent_table_find_column (&ent_agreement_table, "ends"), ends);
  ent_project_add (project, agreement);
  lineage = ent_lineage_new (project, ENT_LANES_BY_AGREEMENT, "fr", timeline->today);
  ent_timeline_add_span (timeline, g_ptr_array_index (lineage->spans, 0), label);
}

static EntTimeline *
create_timeline (void)
{
  EntTimeline *timeline = ent_timeline_new (day ("2026-11-22"));

  for (guint i = 0; i < N_LANES; i++)
    {
      g_autofree char *lane = g_strdup_printf ("Ville %02u", i);
      g_autofree char *label = g_strdup_printf ("Protocole %02u", i);

      ent_timeline_add_lane (timeline, lane);
      add (timeline, "2010-05-04", "2015", label);
      add (timeline, "2015-05-04", "2030", "Avenant");
      ent_timeline_add_arrow (timeline, 2 * i, 2 * i + 1, "renouvelle");
    }

  return timeline;
}

static char *
read_text (const char *path)
{
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return text;
}

static void
check_pages (char **pages, guint n_pages)
{
  guint n_lanes = 0;

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u/%u", i + 1, n_pages);

      g_assert_nonnull (strstr (pages[i], paper.title));
      g_assert_nonnull (strstr (pages[i], number));
      g_assert_nonnull (strstr (pages[i], "En vigueur"));
      g_assert_nonnull (strstr (pages[i], "Signature attendue"));
      /* A lane is on one page, with all that is in it. */
      for (guint lane = 0; lane < N_LANES; lane++)
        {
          g_autofree char *name = g_strdup_printf ("Ville %02u", lane);
          g_autofree char *title = g_strdup_printf ("Protocole %02u", lane);
          gboolean is_here = strstr (pages[i], name) != NULL;

          g_assert_cmpint (is_here, ==, strstr (pages[i], title) != NULL);
          n_lanes += is_here;
        }
    }
  g_assert_cmpuint (n_lanes, ==, N_LANES);
}

static void
test_pdf (void)
{
  g_autoptr (EntTimeline) timeline = create_timeline ();
  guint n_pages = ent_timeline_count_pages (timeline, &paper);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-timeline-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "timeline.pdf", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create (path, paper.width, paper.height);
  cairo_t *cairo = cairo_create (surface);

  g_assert_cmpuint (n_pages, >, 1);
  for (guint i = 0; i < n_pages; i++)
    {
      ent_timeline_draw_page (timeline, &paper, i, cairo);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  text = read_text (path);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, n_pages + 1);
  check_pages (pages, n_pages);
  g_unlink (path);
  g_rmdir (folder);
}

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int size)
{
  g_string_append_len (data, (const char *) bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

/* One page as high as it needs to be. */
static void
test_svg (void)
{
  g_autoptr (EntTimeline) timeline = create_timeline ();
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autofree char *height = NULL;
  EntTimelinePaper tall = paper;
  cairo_surface_t *surface;
  cairo_t *cairo;

  tall.height = ent_timeline_get_paper_height (timeline, &paper);
  g_assert_cmpfloat (tall.height, >, paper.height);
  g_assert_cmpuint (ent_timeline_count_pages (timeline, &tall), ==, 1);
  surface = cairo_svg_surface_create_for_stream (append_cb, svg, tall.width, tall.height);
  cairo = cairo_create (surface);
  ent_timeline_draw_page (timeline, &tall, 0, cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_nonnull (strstr (svg->str, "<svg"));
  g_assert_nonnull (strstr (svg->str, "width=\"842"));
  g_assert_nonnull (strstr (svg->str, "<path"));
  g_assert_nonnull (strstr (svg->str, "</svg>"));
}

/* A lane longer than a page goes on over the next, and no row is lost. */
static void
test_long (void)
{
  g_autoptr (EntTimeline) timeline = ent_timeline_new (day ("2026-11-22"));

  g_assert_cmpuint (ent_timeline_count_pages (timeline, &paper), ==, 1);
  ent_timeline_add_lane (timeline, "Ville");
  for (guint i = 0; i < 60; i++)
    add (timeline, "2010", "2015", "Protocole");
  g_assert_cmpuint (ent_timeline_count_pages (timeline, &paper), >, 2);
  g_assert_cmpuint (ent_timeline_count_pages (timeline, &paper), <, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/timeline-paper/pdf", test_pdf);
  g_test_add_func ("/draw/timeline-paper/svg", test_svg);
  g_test_add_func ("/draw/timeline-paper/long", test_long);
  return g_test_run ();
}
