/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the milliseconds in which poppler reads the text of a PDF in this process, and those in
 * which the helper gives it to us, boxes not asked for. */

#include <poppler.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "pdf-tools.h"
#include "reader/ent-pdf.h"

#define PAGES 600
#define ROUNDS 5

static double
measure_poppler (GBytes *bytes)
{
  gint64 start = g_get_monotonic_time ();
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);

      g_assert (text != NULL);
      g_object_unref (page);
    }
  g_object_unref (document);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
measure_helper (GBytes *bytes)
{
  g_autofd int fd = pdf_open_bytes (bytes);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (EntPdf) pdf = ent_pdf_open (fd, "bench.pdf", NULL, NULL, NULL);
  g_autofree char *text = ent_pdf_read_text (pdf, PAGES, NULL, NULL, NULL, NULL, NULL);

  g_assert (text != NULL);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

int
main (void)
{
  g_autoptr (GBytes) bytes = pdf_with_text (PAGES, 595, 842);
  double floor = 0, ours = 0;

  for (int i = 0; i <= ROUNDS; i++)
    {
      double one = measure_poppler (bytes);
      double other = measure_helper (bytes);

      /* The first round warms the caches. */
      if (i > 0 && (i == 1 || one < floor))
        floor = one;
      if (i > 0 && (i == 1 || other < ours))
        ours = other;
    }
  g_print ("%.2f %.2f\n", floor, ours);

  return 0;
}
