/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-tools.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define LINES 40
#define ACROSS 85 /* characters of a line */

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make (guint n_pages,
      double width,
      double height,
      void (*draw) (cairo_t *cr, guint page, gconstpointer data),
      gconstpointer data)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n_pages; i++)
    {
      draw (cr, i, data);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static void
draw_text (cairo_t *cr, guint page, gconstpointer data)
{
  cairo_select_font_face (cr, "serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 11);
  for (guint i = 0; i < LINES; i++)
    {
      g_autofree char *line = g_strdup_printf (
          "Page %u, article %u: les parties conviennent de se réunir chaque année à Namur.",
          page + 1, i + 1);

      cairo_move_to (cr, 50, 60 + 18 * i);
      cairo_show_text (cr, line);
    }
}

static void
draw_scan (cairo_t *cr, guint page, gconstpointer data)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 400);
  cairo_t *inner = cairo_create (picture);

  cairo_set_source_rgb (inner, 0.9, 0.9, 0.8);
  cairo_paint (inner);
  cairo_set_source_rgb (inner, 0, 0, 0);
  cairo_rectangle (inner, 20, 20 + 10 * page, 200, 8);
  cairo_fill (inner);
  cairo_destroy (inner);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (picture);
}

/* Pages of forty lines that begin "Page 1, article 1:"; sizes in points. */
GBytes *
pdf_with_text (guint n_pages, double width, double height)
{
  return make (n_pages, width, height, draw_text, NULL);
}

GBytes *
pdf_of_scans (guint n_pages)
{
  return make (n_pages, 300, 400, draw_scan, NULL);
}

static void
draw_lines (cairo_t *cr, guint page, gconstpointer data)
{
  char **const *pages = data;

  cairo_select_font_face (cr, "serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 11);
  for (guint i = 0; pages[page][i]; i++)
    {
      cairo_move_to (cr, 50, 60 + 18 * i);
      cairo_show_text (cr, pages[page][i]);
    }
}

/* The lines of a page, broken between words where they are too long. */
static char **
break_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) broken = g_strv_builder_new ();

  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; words[j]; j++)
        {
          if (line->len > 0
              && g_utf8_strlen (line->str, -1) + g_utf8_strlen (words[j], -1) >= ACROSS)
            {
              g_strv_builder_add (broken, line->str);
              g_string_truncate (line, 0);
            }
          g_string_append_printf (line, line->len > 0 ? " %s" : "%s", words[j]);
        }
      g_strv_builder_add (broken, line->str);
    }

  return g_strv_builder_end (broken);
}

/* Pages of A4 with these words; form feeds part them. */
GBytes *
pdf_of_text (const char *text)
{
  g_auto (GStrv) texts = g_strsplit (text, "\f", -1);
  guint n = g_strv_length (texts);
  g_autofree char ***pages = g_new0 (char **, n);
  GBytes *bytes;

  for (guint i = 0; i < n; i++)
    pages[i] = break_lines (texts[i]);
  bytes = make (n, 595, 842, draw_lines, pages);
  for (guint i = 0; i < n; i++)
    g_strfreev (pages[i]);

  return bytes;
}

/* A file that holds the bytes, open for reading, and has no name. */
int
pdf_open_bytes (GBytes *bytes)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("entente-XXXXXX.pdf", &path, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpint (fd, >=, 0);
  g_unlink (path);
  for (gsize done = 0; done < length;)
    {
      gssize n = write (fd, data + done, length - done);

      g_assert_cmpint (n, >, 0);
      done += (gsize) n;
    }

  return fd;
}
