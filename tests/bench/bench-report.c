/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-report PROJECT FOLDER: the annual report of 2024, from the records in memory to the PDF in
 * memory, beside as much text on as many pages by cairo and Pango alone. Prints the medians in
 * milliseconds: floor, then ours. The two take turns. */

#include "paper/ent-annual-report.h"
#include "store/ent-store.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define N_ROUNDS 15
#define YEAR 2024
#define LANG "fr"

#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 62.0

static void
check (gboolean good, const char *what, GError **error)
{
  if (!good)
    g_error ("%s: %s", what, *error != NULL ? (*error)->message : "failed");
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *times)
{
  qsort (times, N_ROUNDS, sizeof *times, compare);
  return times[N_ROUNDS / 2];
}

/* The pages of a PDF as text: paragraphs with an empty line between them. */
static char **
read_pages (const char *pdf, GError **error)
{
  const char *command[] = { "pdftotext", pdf, "-", NULL };
  g_autofree char *text = NULL;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                     NULL, error))
    return NULL;
  return g_strsplit (g_strchomp (text), "\f", -1);
}

/* One paragraph of text at a height of the page; returns the height of what follows. */
static double
draw_paragraph (cairo_t *cr, PangoLayout *layout, char *text, double y)
{
  int height;

  g_strdelimit (text, "\n", ' ');
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  cairo_tag_begin (cr, "P", NULL);
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, layout);
  cairo_tag_end (cr, "P");
  return y + (double) height / PANGO_SCALE;
}

static void
draw_page (cairo_t *cr, PangoLayout *layout, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);
  double y = MARGIN;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    y = draw_paragraph (cr, layout, paragraphs[i], y);
  cairo_show_page (cr);
}

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_floor (char **pages)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, PAGE_WIDTH,
                                                                  PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans 10");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((PAGE_WIDTH - 2 * MARGIN) * PANGO_SCALE));
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; pages[i] != NULL; i++)
    draw_page (cr, layout, pages[i]);
  cairo_tag_end (cr, "Document");
  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("floor: %s", cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
}

static GBytes *
draw_report (EntProject *project, int today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPaper) paper = ent_annual_report_build (project, YEAR, LANG, today);
  GBytes *pdf = ent_paper_to_pdf (paper, NULL, &error);

  check (pdf != NULL, "report", &error);
  return pdf;
}

int
main (int argc, char **argv)
{
  double floor_times[N_ROUNDS], our_times[N_ROUNDS];
  /* What is in force then does not depend on the day of the bench. */
  g_autoptr (GDate) day = g_date_new_dmy (2, G_DATE_JANUARY, YEAR + 1);
  int today = (int) g_date_get_julian (day);
  g_autofree char *path = g_build_filename (argv[2], "report.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntStore) store = ent_store_open (argv[1], &error);
  g_autoptr (GBytes) first = NULL;
  g_auto (GStrv) pages = NULL;
  EntProject *project;

  check (store != NULL, "open", &error);
  project = ent_store_get_project (store);
  first = draw_report (project, today);
  check (g_file_set_contents (path, g_bytes_get_data (first, NULL),
                              (gssize) g_bytes_get_size (first), &error),
         "report", &error);
  pages = read_pages (path, &error);
  check (pages != NULL, "pdftotext", &error);
  draw_floor (pages);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      draw_floor (pages);
      floor_times[i] = (double) (g_get_monotonic_time () - start) / 1e3;
      start = g_get_monotonic_time ();
      g_bytes_unref (draw_report (project, today));
      our_times[i] = (double) (g_get_monotonic_time () - start) / 1e3;
    }
  g_print ("%.2f %.2f\n", median (floor_times), median (our_times));
  ent_store_close (store);
  return 0;
}
