/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-booklet.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

#include "base/ent-error.h"
#include "paper/ent-paper-layout.h"

#define PAGES_A_SHEET 4
/* What of the margins of a page is left out, so that its letters stay large enough. */
#define CROPPED_TOP 22.0
#define CROPPED_BOTTOM 24.0

/**
 * ent_booklet_get_page:
 * @n_pages: how many pages the paper has
 * @side: a side of a sheet, from 0; the even ones are fronts
 * @right: which half of it
 *
 * The order of a booklet stitched through the fold: the first sheet is the cover, its front has the
 * last page and the first.
 *
 * Returns: the index of the page that stands there; -1 where it stays blank
 */
int
ent_booklet_get_page (guint n_pages, guint side, gboolean right)
{
  guint n_all = (n_pages + PAGES_A_SHEET - 1) / PAGES_A_SHEET * PAGES_A_SHEET;
  gboolean low = (side % 2 == 0) == (right != FALSE);
  guint page = low ? side : n_all - 1 - side;

  return page < n_pages ? (int) page : -1;
}

/* A page as something that can be drawn on another. */
static qpdf_oh
make_form (qpdf_data pdf, qpdf_oh page)
{
  qpdf_oh form = qpdf_oh_new_stream (pdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, form);
  unsigned char *content = NULL;
  size_t length = 0;

  qpdf_oh_get_page_content_data (pdf, page, &content, &length);
  qpdf_oh_replace_stream_data (pdf, form, content, length, qpdf_oh_new_null (pdf),
                               qpdf_oh_new_null (pdf));
  qpdf_oh_free_buffer (&content);
  qpdf_oh_replace_key (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/XObject"));
  qpdf_oh_replace_key (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/Form"));
  qpdf_oh_replace_key (pdf, dictionary, "/BBox", qpdf_oh_get_key (pdf, page, "/MediaBox"));
  qpdf_oh_replace_key (pdf, dictionary, "/Resources", qpdf_oh_get_key (pdf, page, "/Resources"));

  return form;
}

/* Numbers of a PDF have a point in every locale. */
static void
append_number (GString *content, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (content, g_ascii_formatd (buffer, sizeof buffer, "%.4f ", number));
}

/* The half of the sheet that begins at @x, with a page as large as its height allows. */
static void
append_form (GString *content, const char *name, double x)
{
  const double scale = ENT_PAGE_WIDTH / (ENT_PAGE_HEIGHT - CROPPED_TOP - CROPPED_BOTTOM);
  const double half = ENT_PAGE_HEIGHT / 2;
  const double area[] = { x, 0, half, ENT_PAGE_WIDTH };
  const double matrix[] = {
    scale, 0, 0, scale, x + (half - ENT_PAGE_WIDTH * scale) / 2, -CROPPED_BOTTOM * scale,
  };

  g_string_append (content, "q ");
  for (guint i = 0; i < G_N_ELEMENTS (area); i++)
    append_number (content, area[i]);
  g_string_append (content, "re W n ");
  for (guint i = 0; i < G_N_ELEMENTS (matrix); i++)
    append_number (content, matrix[i]);
  g_string_append_printf (content, "cm /%s Do Q\n", name);
}

static qpdf_oh
make_side (qpdf_data pdf, const qpdf_oh *forms, guint n_pages, guint side)
{
  static const char *const names[] = { "L", "R" };
  qpdf_oh page = qpdf_oh_parse (pdf, "<< /Type /Page /MediaBox [ 0 0 841.89 595.28 ] >>");
  qpdf_oh objects = qpdf_oh_new_dictionary (pdf);
  qpdf_oh resources = qpdf_oh_new_dictionary (pdf);
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  g_autoptr (GString) content = g_string_new (NULL);

  for (guint half = 0; half < 2; half++)
    {
      int index = ent_booklet_get_page (n_pages, side, half == 1);
      const char key[] = { '/', *names[half], '\0' };

      if (index < 0)
        continue;
      qpdf_oh_replace_key (pdf, objects, key, forms[index]);
      append_form (content, names[half], half * ENT_PAGE_HEIGHT / 2);
    }
  qpdf_oh_replace_key (pdf, resources, "/XObject", objects);
  qpdf_oh_replace_stream_data (pdf, stream, (const unsigned char *) content->str, content->len,
                               qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
  qpdf_oh_replace_key (pdf, page, "/Resources", resources);
  qpdf_oh_replace_key (pdf, page, "/Contents", stream);

  return qpdf_make_indirect_object (pdf, page);
}

static void
impose (qpdf_data pdf)
{
  static const char *const gone[] = { "/StructTreeRoot", "/MarkInfo", "/Outlines",  "/PageMode",
                                      "/Dests",          "/Names",    "/PageLabels" };
  guint n_pages = (guint) qpdf_get_num_pages (pdf);
  guint n_sides = (n_pages + PAGES_A_SHEET - 1) / PAGES_A_SHEET * 2;
  g_autofree qpdf_oh *forms = g_new0 (qpdf_oh, n_pages);
  qpdf_oh root = qpdf_get_root (pdf);

  for (guint i = 0; i < n_pages; i++)
    forms[i] = make_form (pdf, qpdf_get_page_n (pdf, i));
  for (guint i = 0; i < n_pages; i++)
    qpdf_remove_page (pdf, qpdf_get_page_n (pdf, 0));
  for (guint i = 0; i < n_sides; i++)
    qpdf_add_page (pdf, pdf, make_side (pdf, forms, n_pages, i), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    qpdf_oh_remove_key (pdf, root, gone[i]);
  qpdf_oh_replace_key (
      pdf, root, "/ViewerPreferences",
      qpdf_oh_parse (pdf, "<< /Duplex /DuplexFlipShortEdge /PrintScaling /None >>"));
}

/**
 * ent_booklet_impose:
 * @pdf: a paper as PDF
 * @error: return location
 *
 * Sets the pages two by two on sheets of A4, for printing on both sides, folding and stitching: a
 * booklet of A5. It is for the printer alone: the structure for screen readers stays in the paper.
 *
 * Returns: (transfer full): the PDF to print
 */
GBytes *
ent_booklet_impose (GBytes *pdf, GError **error)
{
  qpdf_data data = qpdf_init ();
  GBytes *imposed = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (pdf, &length);

  qpdf_silence_errors (data);
  qpdf_set_suppress_warnings (data, TRUE);
  if (!(qpdf_read_memory (data, "paper", bytes, length, NULL) & QPDF_ERRORS))
    {
      impose (data);
      if (!qpdf_has_error (data) && !(qpdf_init_write_memory (data) & QPDF_ERRORS))
        {
          qpdf_set_deterministic_ID (data, TRUE);
          qpdf_set_object_stream_mode (data, qpdf_o_generate);
          if (!(qpdf_write (data) & QPDF_ERRORS))
            imposed = g_bytes_new (qpdf_get_buffer (data), qpdf_get_buffer_length (data));
        }
    }
  if (!imposed)
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("The booklet could not be made: export the paper itself instead."));
  qpdf_cleanup (&data);

  return imposed;
}
