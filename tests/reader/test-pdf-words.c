/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of a page and where they stand: pages are made here, each character 10 points wide on
 * lines of 20 points, 12 high. */

#include "reader/ent-pdf-words.h"

static EntPdfPage *
make_page (const char *text)
{
  EntPdfPage *page = g_new0 (EntPdfPage, 1);
  float x = 50, y = 100;

  page->text = g_strdup (text);
  page->n_boxes = (guint) g_utf8_strlen (text, -1);
  page->boxes = g_new0 (EntPdfBox, page->n_boxes);
  for (guint i = 0; i < page->n_boxes; i++)
    {
      gunichar c = g_utf8_get_char (g_utf8_offset_to_pointer (text, i));

      page->boxes[i] = (EntPdfBox) { x, y, x + 10, y + 12 };
      x += 10;
      if (c == '\t')
        x += 200;
      if (c == '\n')
        {
          x = 50;
          y += 20;
        }
    }

  return page;
}

static void
assert_quote (const EntPdfPage *page, EntPdfRange range, const char *expected)
{
  g_autofree char *quote = ent_pdf_page_dup_quote (page, range);

  g_assert_cmpstr (quote, ==, expected);
}

static void
test_place (void)
{
  g_autoptr (EntPdfPage) page = make_page ("Ville de\nNamur");
  g_autoptr (EntPdfPage) blank = make_page (" \n ");
  guint place;

  g_assert_true (ent_pdf_page_find_place (page, 51, 106, &place));
  g_assert_cmpuint (place, ==, 0);
  g_assert_true (ent_pdf_page_find_place (page, 59, 106, &place));
  g_assert_cmpuint (place, ==, 1);
  /* Beyond the end of a line, between the lines, and off the page. */
  g_assert_true (ent_pdf_page_find_place (page, 400, 106, &place));
  g_assert_cmpuint (place, ==, 8);
  g_assert_true (ent_pdf_page_find_place (page, 51, 119, &place));
  g_assert_cmpuint (place, ==, 9);
  g_assert_true (ent_pdf_page_find_place (page, 1000, 1000, &place));
  g_assert_cmpuint (place, ==, 14);
  g_assert_false (ent_pdf_page_find_place (blank, 51, 106, &place));
}

static void
test_word (void)
{
  g_autoptr (EntPdfPage) page = make_page ("l’été, Saint-Denis\nfin");

  assert_quote (page, ent_pdf_page_get_word (page, 3), "été");
  assert_quote (page, ent_pdf_page_get_word (page, 9), "Saint-Denis");
  assert_quote (page, ent_pdf_page_get_word (page, 22), "fin");
  assert_quote (page, ent_pdf_page_get_word (page, 1000), "fin");
  g_assert_cmpuint (ent_pdf_page_step (page, 0, 1, TRUE), ==, 1);
  g_assert_cmpuint (ent_pdf_page_step (page, 1, 1, TRUE), ==, 5);
  g_assert_cmpuint (ent_pdf_page_step (page, 22, 1, FALSE), ==, 22);
  g_assert_cmpuint (ent_pdf_page_step (page, 0, -1, FALSE), ==, 0);
  g_assert_cmpuint (ent_pdf_page_step (page, 18, -1, TRUE), ==, 7);
}

static void
test_line (void)
{
  g_autoptr (EntPdfPage) page = make_page ("abcdef\nghijkl\nmnopqr");

  g_assert_cmpuint (ent_pdf_page_step_line (page, 2, 1), ==, 9);
  g_assert_cmpuint (ent_pdf_page_step_line (page, 9, -1), ==, 2);
  g_assert_cmpuint (ent_pdf_page_step_line (page, 16, 1), ==, 20);
  g_assert_cmpuint (ent_pdf_page_step_line (page, 2, -1), ==, 0);
}

static void
test_boxes (void)
{
  g_autoptr (EntPdfPage) page = make_page ("one two\nthree\tcolumn\n");
  g_autoptr (GArray) two = ent_pdf_page_get_boxes (page, (EntPdfRange) { 4, 13 });
  g_autoptr (GArray) columns = ent_pdf_page_get_boxes (page, (EntPdfRange) { 8, 100 });
  g_autoptr (GArray) none = ent_pdf_page_get_boxes (page, (EntPdfRange) { 7, 8 });
  const EntPdfBox *box = &g_array_index (two, EntPdfBox, 0);

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpfloat (box->x1, ==, 90);
  g_assert_cmpfloat (box->x2, ==, 120);
  g_assert_cmpfloat (box->y2 - box->y1, ==, 12);
  g_assert_cmpfloat (g_array_index (two, EntPdfBox, 1).y1, ==, 120);
  g_assert_cmpuint (columns->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Whatever the range, its boxes hold each of its characters and are as many as its lines. */
static void
test_all_ranges (void)
{
  g_autoptr (EntPdfPage) page = make_page ("Les parties\nconviennent\n\nde se réunir");

  for (guint start = 0; start < page->n_boxes; start++)
    for (guint end = start + 1; end <= page->n_boxes; end++)
      {
        g_autoptr (GArray) boxes = ent_pdf_page_get_boxes (page, (EntPdfRange) { start, end });
        float area = 0;

        for (guint i = 0; i < boxes->len; i++)
          {
            const EntPdfBox *box = &g_array_index (boxes, EntPdfBox, i);

            g_assert_true (i == 0 || box->y1 > g_array_index (boxes, EntPdfBox, i - 1).y1);
            area += box->x2 - box->x1;
          }
        g_assert_cmpfloat (area, <=, 10 * (float) (end - start));
        g_assert_cmpuint (boxes->len, <=, 3);
      }
}

static void
assert_found (const char *text, const char *query, guint n, guint start, guint end)
{
  g_autoptr (GArray) found = ent_pdf_find (text, query);

  g_assert_cmpuint (found->len, ==, n);
  if (n == 0)
    return;
  g_assert_cmpuint (g_array_index (found, EntPdfRange, 0).start, ==, start);
  g_assert_cmpuint (g_array_index (found, EntPdfRange, 0).end, ==, end);
}

static void
test_find (void)
{
  assert_found ("Coopération et coopération", "cooperation", 2, 0, 11);
  assert_found ("la Ville\nde  Namur", "ville de namur", 1, 3, 18);
  assert_found ("la coopé-\nration décen", "coopération", 1, 3, 16);
  assert_found ("la coopé\u00AD\nration décen", "coopération", 1, 3, 16);
  assert_found ("Saint-\nDenis", "saint-", 1, 0, 6);
  assert_found ("l’été", "l'ete", 1, 0, 5);
  assert_found ("œuvre", "oeuvre", 1, 0, 5);
  assert_found ("aaaa", "aa", 2, 0, 2);
  assert_found ("texte", "  ", 0, 0, 0);
  assert_found ("texte", "", 0, 0, 0);
  assert_found ("", "texte", 0, 0, 0);
}

static void
assert_words (const char *text, const char *query, const char *expected)
{
  g_autoptr (GArray) found = ent_pdf_find_words (text, query);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      EntPdfRange range = g_array_index (found, EntPdfRange, i);
      g_autofree char *words = g_utf8_substring (text, range.start, range.end);

      g_string_append_printf (all, i > 0 ? "|%s" : "%s", words);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_find_words (void)
{
  const char *text = "Les scaphan-\ndriers de la Ville de Hué, et l’art du départ.";

  assert_words (text, "hue", "Hué");
  assert_words (text, "art", "art");
  assert_words (text, "hue SCAPHANDR", "scaphan-\ndriers|Hué");
  assert_words (text, "ville de hue", "Ville de Hué");
  assert_words (text, "ville de scaphandriers", "scaphan-\ndriers|Ville");
  assert_words (text, "de", "de|de|départ");
  assert_words (text, "hue namur", "");
  assert_words (text, "phandriers", "");
  assert_words (text, "  ,", "");
  assert_words ("", "hue", "");
}

static void
test_quote (void)
{
  g_autoptr (EntPdfPage) page = make_page ("la coopé-\nration  du\nSaint-\nDenis ");

  assert_quote (page, (EntPdfRange) { 3, 33 }, "coopération du Saint- Denis");
  assert_quote (page, (EntPdfRange) { 9, 9 }, "");
  assert_quote (page, (EntPdfRange) { 0, 1000 }, "la coopération du Saint- Denis");
}

static void
assert_located (const char *text, const char *words, const char *wanted)
{
  gsize start = (gsize) (strstr (text, words) - text);
  g_autoptr (GArray) passages = ent_pdf_locate (text, start, start + strlen (words));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++)
    {
      const EntPdfPassage *passage = &g_array_index (passages, EntPdfPassage, i);

      g_string_append_printf (found, "%u:%u-%u ", passage->page, passage->range.start,
                              passage->range.end);
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

static void
test_locate (void)
{
  const char *text = "Hué\fl’été à\nNamur\f\f\fla fin";

  assert_located (text, "Hué", "0:0-3 ");
  assert_located (text, "été", "1:2-5 ");
  assert_located (text, "à\nNamur", "1:6-13 ");
  assert_located (text, "Namur\f\f\fla", "1:8-13 4:0-2 ");
  assert_located (text, "\f\f", "");
  assert_located (text, "fin", "4:3-6 ");
  assert_located (text, text, "0:0-3 1:0-13 4:0-6 ");
  assert_located ("", "", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-words/place", test_place);
  g_test_add_func ("/pdf-words/word", test_word);
  g_test_add_func ("/pdf-words/line", test_line);
  g_test_add_func ("/pdf-words/boxes", test_boxes);
  g_test_add_func ("/pdf-words/all-ranges", test_all_ranges);
  g_test_add_func ("/pdf-words/find", test_find);
  g_test_add_func ("/pdf-words/locate", test_locate);
  g_test_add_func ("/pdf-words/find-words", test_find_words);
  g_test_add_func ("/pdf-words/quote", test_quote);

  return g_test_run ();
}
