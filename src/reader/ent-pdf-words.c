/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-pdf-words.h"

#include <math.h>
#include <string.h>

#include "base/ent-text.h"

/* A shorter word says little of where something stands. */
#define SHORT 3

/* A gap this many times the height of the line parts two columns. */
#define COLUMN_GAP 3.0f

static gunichar *
dup_characters (const EntPdfPage *page, guint *length)
{
  glong n = 0;
  gunichar *characters = g_utf8_to_ucs4_fast (page->text, -1, &n);

  *length = MIN ((guint) n, page->n_boxes);

  return characters;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

/* What may part a word at the end of a line. */
static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x00AD || c == 0x2010;
}

/* How far a point is from a box; a line above or below is further than a gap in the line. */
static float
get_distance (const EntPdfBox *box, float x, float y)
{
  float dx = MAX (MAX (box->x1 - x, x - box->x2), 0);
  float dy = MAX (MAX (box->y1 - y, y - box->y2), 0);

  return dx + 8 * dy;
}

/**
 * ent_pdf_page_find_place:
 * @page: a page with boxes
 * @x: points from the left
 * @y: points from the top
 * @place: (out): return location of the place
 *
 * The place between two characters that is nearest to a point.
 *
 * Returns: %FALSE where the page has no words
 */
gboolean
ent_pdf_page_find_place (const EntPdfPage *page, float x, float y, guint *place)
{
  guint n;
  g_autofree gunichar *characters = dup_characters (page, &n);
  float nearest = INFINITY;

  for (guint i = 0; i < n; i++)
    {
      const EntPdfBox *box = &page->boxes[i];
      float distance = get_distance (box, x, y);

      if (is_blank (characters[i]) || !(distance < nearest))
        continue;
      nearest = distance;
      *place = x > (box->x1 + box->x2) / 2 ? i + 1 : i;
    }

  return isfinite (nearest);
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '-' || c == 0x2010 || c == 0x2011;
}

/**
 * ent_pdf_page_get_word:
 * @page: a page with boxes
 * @place: a place in its text
 *
 * Returns: the word that stands there, or the sign; nothing where there is neither
 */
EntPdfRange
ent_pdf_page_get_word (const EntPdfPage *page, guint place)
{
  guint n;
  g_autofree gunichar *characters = dup_characters (page, &n);
  EntPdfRange range = { MIN (place, n), MIN (place, n) };

  while (range.start > 0 && is_of_word (characters[range.start - 1]))
    range.start--;
  while (range.end < n && is_of_word (characters[range.end]))
    range.end++;
  if (range.start == range.end && range.end < n && !is_blank (characters[range.end]))
    range.end++;

  return range;
}

/**
 * ent_pdf_page_step:
 * @page: a page with boxes
 * @place: a place in its text
 * @step: -1 or 1
 * @words: whether to go over a word, or over a character
 *
 * Returns: the place before or after
 */
guint
ent_pdf_page_step (const EntPdfPage *page, guint place, int step, gboolean words)
{
  guint n;
  g_autofree gunichar *characters = dup_characters (page, &n);

  if (!words)
    return step < 0 ? (place > 0 ? place - 1 : 0) : MIN (place + 1, n);
  if (step > 0)
    {
      while (place < n && !is_of_word (characters[place]))
        place++;
      while (place < n && is_of_word (characters[place]))
        place++;
      return place;
    }
  place = MIN (place, n);
  while (place > 0 && !is_of_word (characters[place - 1]))
    place--;
  while (place > 0 && is_of_word (characters[place - 1]))
    place--;

  return place;
}

/**
 * ent_pdf_page_step_line:
 * @page: a page with boxes
 * @place: a place in its text
 * @step: -1 or 1
 *
 * Returns: the place straight above or below, or the end of the text where there is no line
 */
guint
ent_pdf_page_step_line (const EntPdfPage *page, guint place, int step)
{
  const EntPdfBox *here;
  float height, y;
  guint found;

  if (page->n_boxes == 0)
    return 0;
  here = &page->boxes[MIN (place, page->n_boxes - 1)];
  height = MAX (here->y2 - here->y1, 4);
  y = (here->y1 + here->y2) / 2;
  for (guint i = 1; i <= 12; i++)
    {
      float at = y + (float) step * (float) i * height / 2;

      if (ent_pdf_page_find_place (page, here->x1, at, &found)
          && (step > 0 ? found > place : found < place)
          && (found >= page->n_boxes
              || fabsf ((page->boxes[found].y1 + page->boxes[found].y2) / 2 - y) > height / 2))
        return found;
    }

  return step > 0 ? page->n_boxes : 0;
}

/* Whether a character stands on the line that a box goes along. */
static gboolean
goes_on (const EntPdfBox *line, const EntPdfBox *box)
{
  float height = MIN (line->y2 - line->y1, box->y2 - box->y1);
  float shared = MIN (line->y2, box->y2) - MAX (line->y1, box->y1);

  return shared >= height / 2 && box->x1 >= line->x1 - 1
         && box->x1 - line->x2 <= COLUMN_GAP * (line->y2 - line->y1);
}

/**
 * ent_pdf_page_get_boxes:
 * @page: a page with boxes
 * @range: words of it
 *
 * Returns: (transfer full) (element-type EntPdfBox): one box for each line, in points
 */
GArray *
ent_pdf_page_get_boxes (const EntPdfPage *page, EntPdfRange range)
{
  guint n;
  g_autofree gunichar *characters = dup_characters (page, &n);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (EntPdfBox));
  gboolean broken = TRUE;

  for (guint i = range.start; i < MIN (range.end, n); i++)
    {
      const EntPdfBox *box = &page->boxes[i];
      EntPdfBox *line = boxes->len > 0 ? &g_array_index (boxes, EntPdfBox, boxes->len - 1) : NULL;

      broken = broken || characters[i] == '\n';
      if (is_blank (characters[i]))
        continue;
      if (!broken && goes_on (line, box))
        {
          line->x1 = MIN (line->x1, box->x1);
          line->y1 = MIN (line->y1, box->y1);
          line->x2 = MAX (line->x2, box->x2);
          line->y2 = MAX (line->y2, box->y2);
        }
      else
        g_array_append_val (boxes, *box);
      broken = FALSE;
    }

  return boxes;
}

/**
 * ent_pdf_page_dup_quote:
 * @page: a page
 * @range: words of it
 *
 * A word that was parted at the end of a line is joined again.
 *
 * Returns: (transfer full): the words as one line
 */
char *
ent_pdf_page_dup_quote (const EntPdfPage *page, EntPdfRange range)
{
  glong n = 0;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (page->text, -1, &n);
  g_autoptr (GString) quote = g_string_new (NULL);
  gboolean space = FALSE;

  for (guint i = range.start; i < MIN (range.end, (guint) n); i++)
    {
      gunichar c = characters[i];
      gboolean inside = i > range.start && i + 2 < MIN (range.end, (guint) n);

      if (is_hyphen (c) && inside && characters[i + 1] == '\n'
          && g_unichar_islower (characters[i - 1]) && g_unichar_islower (characters[i + 2]))
        {
          i++;
          continue;
        }
      if (is_blank (c))
        {
          space = quote->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (quote, ' ');
      space = FALSE;
      g_string_append_unichar (quote, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&quote));
}

/**
 * ent_pdf_locate:
 * @text: of all pages, parted by form feeds, as ent_pdf_read_text() gives it
 * @start: a byte of it
 * @end: the first byte after what is looked at
 *
 * Returns: (transfer full) (element-type EntPdfPassage): where that stands on its pages, in order
 */
GArray *
ent_pdf_locate (const char *text, gsize start, gsize end)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (EntPdfPassage));
  const char *first = text + start;
  const char *after = text + end;
  const char *page = text;

  for (guint number = 0; page < after; number++)
    {
      const char *rest = page + strcspn (page, "\f");
      const char *from = MAX (page, first);
      const char *to = MIN (rest, after);

      if (from < to)
        {
          EntPdfPassage passage = { number,
                                    { (guint) g_utf8_pointer_to_offset (page, from),
                                      (guint) g_utf8_pointer_to_offset (page, to) } };

          g_array_append_val (passages, passage);
        }
      if (*rest == '\0')
        break;
      page = rest + 1;
    }

  return passages;
}

static void
append_folded (GArray *folded, GArray *places, gunichar c, guint place)
{
  g_array_append_val (folded, c);
  g_array_append_val (places, place);
}

/* The text without case, accents and typographic forms, and the place of each character; blanks
 * are one space, and a word that was parted at the end of a line is whole. */
static gunichar *
fold (const char *text, guint *length, guint **places)
{
  g_autoptr (GArray) folded = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint));
  guint place = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p), place++)
    {
      gunichar c = g_utf8_get_char (p);
      char one[8] = "";
      g_autofree char *plain = NULL;

      if (is_blank (c))
        {
          if (folded->len > 0 && g_array_index (folded, gunichar, folded->len - 1) != ' ')
            append_folded (folded, origins, ' ', place);
          continue;
        }
      if (is_hyphen (c) && p > text && g_utf8_next_char (p)[0] == '\n'
          && g_unichar_islower (g_utf8_get_char (g_utf8_next_char (p) + 1)))
        {
          p = g_utf8_next_char (p);
          place++;
          continue;
        }
      if (c < 0x80)
        {
          append_folded (folded, origins, (gunichar) g_ascii_tolower ((char) c), place);
          continue;
        }
      one[g_unichar_to_utf8 (c, one)] = '\0';
      plain = ent_text_fold (one);
      for (const char *q = plain; *q; q = g_utf8_next_char (q))
        append_folded (folded, origins, g_utf8_get_char (q), place);
    }
  *length = folded->len;
  *places = (guint *) (gpointer) g_array_free (g_steal_pointer (&origins), FALSE);

  return (gunichar *) (gpointer) g_array_free (g_steal_pointer (&folded), FALSE);
}

/**
 * ent_pdf_find:
 * @text: of a page
 * @query: what is looked for
 *
 * Finds as one reads: case, accents and ends of lines do not matter.
 *
 * Returns: (transfer full) (element-type EntPdfRange): where it stands, in order
 */
GArray *
ent_pdf_find (const char *text, const char *query)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (EntPdfRange));
  guint n, m;
  g_autofree guint *places = NULL;
  g_autofree guint *unused = NULL;
  g_autofree gunichar *folded = fold (text, &n, &places);
  g_autofree gunichar *wanted = fold (query, &m, &unused);

  while (m > 0 && wanted[m - 1] == ' ')
    m--;
  for (guint i = 0; m > 0 && i + m <= n; i++)
    {
      EntPdfRange range = { places[i], places[i + m - 1] + 1 };

      if (folded[i] != wanted[0] || memcmp (&folded[i], wanted, m * sizeof *wanted) != 0)
        continue;
      g_array_append_val (found, range);
      i += m - 1;
    }

  return found;
}

/* A word of a folded text. */
typedef struct
{
  const gunichar *text;
  guint start;
  guint length;
} Word;

static GArray *
split_words (const gunichar *folded, guint n)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (guint i = 0; i < n; i++)
    {
      gboolean inside = g_unichar_isalnum (folded[i]) || g_unichar_ismark (folded[i]);
      Word *last = words->len > 0 ? &g_array_index (words, Word, words->len - 1) : NULL;

      if (!inside)
        continue;
      if (last && last->start + last->length == i)
        last->length++;
      else
        g_array_append_val (words, ((Word) { folded + i, i, 1 }));
    }

  return words;
}

static gboolean
begins_with (const Word *word, const Word *start)
{
  return word->length >= start->length
         && memcmp (word->text, start->text, start->length * sizeof *start->text) == 0;
}

/* Which words are worth being shown: the short ones only where there are no others. */
static guint
get_shortest (GArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    if (g_array_index (wanted, Word, i).length >= SHORT)
      return SHORT;

  return 1;
}

/**
 * ent_pdf_find_words:
 * @text: of a page
 * @query: words, whole or their beginnings
 *
 * Finds as the search over all documents does. Several words that stand there just so are one
 * place; else each is one, on a page that has them all.
 *
 * Returns: (transfer full) (element-type EntPdfRange): where they stand, in order
 */
GArray *
ent_pdf_find_words (const char *text, const char *query)
{
  guint n, m;
  g_autofree guint *places = NULL;
  g_autofree guint *unused = NULL;
  g_autofree gunichar *folded = fold (text, &n, &places);
  g_autofree gunichar *folded_query = fold (query, &m, &unused);
  g_autoptr (GArray) words = split_words (folded, n);
  g_autoptr (GArray) wanted = split_words (folded_query, m);
  g_autofree gboolean *has = g_new0 (gboolean, wanted->len + 1);
  guint shortest = get_shortest (wanted);
  g_autoptr (GArray) found = ent_pdf_find (text, wanted->len > 1 ? query : "");

  if (found->len > 0)
    return g_steal_pointer (&found);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      EntPdfRange range = { places[word->start], places[word->start + word->length - 1] + 1 };
      gboolean shown = FALSE;

      for (guint j = 0; j < wanted->len; j++)
        if (begins_with (word, &g_array_index (wanted, Word, j)))
          {
            has[j] = TRUE;
            shown = shown || g_array_index (wanted, Word, j).length >= shortest;
          }
      if (shown)
        g_array_append_val (found, range);
    }
  for (guint j = 0; j < wanted->len; j++)
    if (!has[j])
      g_array_set_size (found, 0);

  return g_steal_pointer (&found);
}
