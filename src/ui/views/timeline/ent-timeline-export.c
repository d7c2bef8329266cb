/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/timeline/ent-timeline-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

/* A4 across, in points. */
#define WIDTH 842
#define HEIGHT 595
#define MARGIN 36
#define FONT_SIZE 9

typedef struct
{
  EntSession *session;
  GBytes *bytes;
} Export;

static void
export_free (Export *self)
{
  g_bytes_unref (self->bytes);
  g_object_unref (self->session);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int size)
{
  g_byte_array_append (data, bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * ent_timeline_to_bytes:
 * @timeline: a timeline
 * @format: pages of a PDF, or one picture as high as it needs to be
 * @title: what stands over it
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): the file
 */
GBytes *
ent_timeline_to_bytes (const EntTimeline *timeline,
                       EntTimelineFormat format,
                       const char *title,
                       const char *lang)
{
  GByteArray *bytes = g_byte_array_new ();
  EntTimelinePaper paper = { WIDTH, HEIGHT, MARGIN, FONT_SIZE, title, lang };
  cairo_surface_t *surface;
  cairo_t *cairo;

  if (format == ENT_TIMELINE_SVG)
    paper.height = ent_timeline_get_paper_height (timeline, &paper);
  surface = format == ENT_TIMELINE_SVG
                ? cairo_svg_surface_create_for_stream (append_cb, bytes, WIDTH, paper.height)
                : cairo_pdf_surface_create_for_stream (append_cb, bytes, WIDTH, HEIGHT);
  if (format == ENT_TIMELINE_PDF)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo = cairo_create (surface);
  for (guint i = 0; i < ent_timeline_count_pages (timeline, &paper); i++)
    {
      ent_timeline_draw_page (timeline, &paper, i, cairo);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    ent_session_report (export->session, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  GBytes *bytes = export->bytes;

  if (!file)
    {
      ent_session_report (export->session, error);
      return;
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_steal_pointer (&export));
}

/**
 * ent_timeline_export:
 * @widget: in the window that asks for the place
 * @session: the session, which tells what went wrong
 * @timeline: what is shown
 * @format: of the file
 * @lang: "fr" or "en", of its axis
 *
 * Asks where to, and writes the timeline there as it is shown, with all its lanes.
 */
void
ent_timeline_export (GtkWidget *widget,
                     EntSession *session,
                     const EntTimeline *timeline,
                     EntTimelineFormat format,
                     const char *lang)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s.%s", _("Timeline"),
                                                      format == ENT_TIMELINE_PDF ? "pdf" : "svg");
  Export *export = g_new0 (Export, 1);

  export->session = g_object_ref (session);
  export->bytes = ent_timeline_to_bytes (timeline, format, _("Timeline of agreements"), lang);
  gtk_file_dialog_set_title (dialog, _("Export Timeline"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, export);
}
