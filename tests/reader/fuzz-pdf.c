/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-pdf [MUTATIONS [SEED]]
 *
 * Reads sound PDFs over and over, damaged each time in another way: text, boxes and a picture, or
 * a sentence. Only the helper may end; this process must not. */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ent-error.h"
#include "pdf-tools.h"
#include "reader/ent-pdf.h"

#define DEFAULT_MUTATIONS 1000
#define DEFAULT_SEED 20240524
#define LONGEST_SECONDS 40
#define MOST_PAGES 3

/* What parts a PDF, and what it can be told. */
static const char *const words[] = {
  "/Length", "/Kids",  "/Count",       "/Type",   "/Font", "/Root",
  "/Filter", "endobj", "stream",       "xref",    "<<",    ">>",
  "[",       "R",      "startxref",    "/ObjStm", "/Prev", "/Parent",
  "/Width",  "/Pages", "/FlateDecode", "trailer",
};
static const char *const numbers[] = {
  "0", "-1", "2147483647", "4294967295", "99999999999", "1e9"
};

static void
change_byte (GByteArray *bytes, GRand *random)
{
  bytes->data[g_rand_int_range (random, 0, (gint32) bytes->len)] = (guint8) g_rand_int_range (
      random, 0, 256);
}

static void
cut (GByteArray *bytes, GRand *random)
{
  guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
  guint length = (guint) g_rand_int_range (random, 1, 400);

  if (length < bytes->len - at)
    g_byte_array_remove_range (bytes, at, length);
}

static void
truncate_end (GByteArray *bytes, GRand *random)
{
  g_byte_array_set_size (bytes, (guint) g_rand_int_range (random, 1, (gint32) bytes->len + 1));
}

/* Writes over what stands there, so that offsets still hold. */
static void
write_over (GByteArray *bytes, GRand *random, const char *const *list, guint n)
{
  const char *word = list[g_rand_int_range (random, 0, (gint32) n)];
  guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);

  memcpy (bytes->data + at, word, MIN (strlen (word), bytes->len - at));
}

/* A number after a name, such as a length, becomes another one. */
static void
change_number (GByteArray *bytes, GRand *random)
{
  guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);

  while (at < bytes->len && !g_ascii_isdigit (bytes->data[at]))
    at++;
  if (at < bytes->len)
    {
      const char *number = numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))];

      memcpy (bytes->data + at, number, MIN (strlen (number), bytes->len - at));
    }
}

static GBytes *
mutate (GBytes *sound, GRand *random)
{
  GByteArray *bytes = g_byte_array_new ();
  int n = 1 << g_rand_int_range (random, 0, 6);

  g_byte_array_append (bytes, g_bytes_get_data (sound, NULL), (guint) g_bytes_get_size (sound));
  for (int i = 0; i < n; i++)
    switch (g_rand_int_range (random, 0, 12))
      {
      case 0:
        cut (bytes, random);
        break;
      case 1:
        if (i == 0)
          truncate_end (bytes, random);
        break;
      case 2:
      case 3:
      case 4:
        change_number (bytes, random);
        break;
      case 5:
      case 6:
      case 7:
        write_over (bytes, random, words, G_N_ELEMENTS (words));
        break;
      default:
        change_byte (bytes, random);
      }

  return g_byte_array_free_to_bytes (bytes);
}

static void
check_error (const GError *error)
{
  g_assert_true (error->domain == ENT_ERROR);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

/* TRUE where something of it could be read. */
static gboolean
read_all (GBytes *bytes)
{
  g_autofd int fd = pdf_open_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPdf) pdf = ent_pdf_open (fd, "protocol.pdf", NULL, NULL, &error);
  gboolean any = FALSE;

  if (pdf == NULL)
    {
      check_error (error);
      return FALSE;
    }
  for (guint i = 0; i < MIN (ent_pdf_get_n_pages (pdf), MOST_PAGES); i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (GError) other = NULL;
      g_autoptr (EntPdfPage) page = ent_pdf_read_page (pdf, i, TRUE, NULL, &problem);
      g_autoptr (GBytes) picture = NULL;
      int width, height;

      if (page == NULL)
        check_error (problem);
      else
        g_assert_cmpuint (page->n_boxes, <=, (guint) g_utf8_strlen (page->text, -1));
      picture = ent_pdf_draw_page (pdf, i, 120, &width, &height, NULL, &other);
      if (picture == NULL)
        check_error (other);
      any = any || page != NULL || picture != NULL;
    }

  return any;
}

int
main (int argc, char **argv)
{
  int n = argc > 1 ? atoi (argv[1]) : DEFAULT_MUTATIONS;
  guint32 seed = argc > 2 ? (guint32) strtoul (argv[2], NULL, 10) : DEFAULT_SEED;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GBytes) text = pdf_with_text (2, 595, 842);
  g_autoptr (GBytes) scan = pdf_of_scans (2);
  int n_read = 0;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GBytes) damaged = mutate (i % 3 == 0 ? scan : text, random);
      gint64 start = g_get_monotonic_time ();

      n_read += read_all (damaged);
      if (g_get_monotonic_time () - start > LONGEST_SECONDS * G_USEC_PER_SEC)
        g_error ("mutation %d of seed %u took too long", i, seed);
    }
  g_print ("%d mutated PDFs of seed %u: %d read in part, %d refused\n", n, seed, n_read,
           n - n_read);

  return n_read > 0 && n_read < n ? 0 : 1;
}
