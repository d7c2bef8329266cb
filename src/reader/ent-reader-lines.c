/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <string.h>

/* Rules look no further than this for the ends of a line; no paragraph, and no sentence, is
 * longer. What is longer is cut. */
#define MAX_LINE 8000
#define MAX_SENTENCE 1500

/* Whether the point at END closes an abbreviation or an initial, not a sentence. */
static gboolean
is_abbreviation (const char *flow, gsize start, gsize end)
{
  gsize from = end - MIN (end - start, 12);
  g_autofree char *before = NULL;

  while (from < end && (flow[from] & 0xc0) == 0x80)
    from++;
  before = g_strndup (flow + from, end - from);

  return g_regex_match (
      ent_reader_regex ("(?:\\b\\p{Lu}|\\b(?:MM|Mr|Mrs|Ms|Dr|Pr|Prof|gén|Hon|St|Ste|No|art|Art|Dir|"
                        "dir|Ing|Cllr|Inc|vs|cf|etc|p|U\\.S|U\\.K|p\\.m|a\\.m|Ma|Supt|Sen|Rep|Gov|"
                        "Sept|Oct|Nov|Dec|Jan|Feb|Aug))$"),
      before, 0, NULL);
}

/* Whether a sentence of the line from START to END closes with the sign at I. */
static gboolean
is_end_of_sentence (const char *flow, gsize start, gsize i, gsize end)
{
  gsize next = i + 2;

  if (i + 2 >= end || strchr (".!?", flow[i]) == NULL || flow[i + 1] != ' ')
    return FALSE;
  while (next < end && strchr ("\" (", flow[next]) != NULL)
    next++;

  return !g_unichar_islower (g_utf8_get_char (flow + next)) && !is_abbreviation (flow, start, i);
}

/* The end of a piece that begins at START and may not go beyond MAX bytes: between two letters. */
static gsize
cut (const char *flow, gsize start, gsize end, gsize max)
{
  gsize at = start + max;

  if (at >= end)
    return end;
  while (at > start && (flow[at] & 0xc0) == 0x80)
    at--;

  return at;
}

static void
add_sentences (EntScan *scan, EntSpan line)
{
  gsize start = line.start;

  for (gsize i = line.start; i < line.end; i++)
    {
      EntSpan sentence = { start, i + 1 };

      if (is_end_of_sentence (scan->flow, start, i, line.end))
        {
          g_array_append_val (scan->sentences, sentence);
          start = i + 2;
          i++;
        }
      else if (i - start >= MAX_SENTENCE)
        {
          sentence.end = cut (scan->flow, start, line.end, i - start);
          g_array_append_val (scan->sentences, sentence);
          start = sentence.end;
        }
    }
  {
    EntSpan sentence = { start, line.end };

    g_array_append_val (scan->sentences, sentence);
  }
}

/* Finds the lines and sentences of the flow, once. */
static void
index_flow (EntScan *scan)
{
  scan->lines = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  scan->sentences = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  for (gsize start = 0; start <= scan->text->length;)
    {
      const char *stop = memchr (scan->flow + start, '\n', scan->text->length - start);
      gsize end = stop != NULL ? (gsize) (stop - scan->flow) : scan->text->length;

      do
        {
          EntSpan line = { start, cut (scan->flow, start, end, MAX_LINE) };

          g_array_append_val (scan->lines, line);
          add_sentences (scan, line);
          start = line.end;
        }
      while (start < end);
      start = end + 1;
    }
}

/* The span of SPANS about AT: the last that begins no later. */
static EntSpan
find_span (EntScan *scan, GArray *spans, gsize at)
{
  guint low = 0;
  guint high = spans->len;
  EntSpan span;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (spans, EntSpan, middle).start <= at)
        low = middle;
      else
        high = middle;
    }
  span = g_array_index (spans, EntSpan, low);
  span.end = MAX (span.start, MIN (span.end, scan->length));

  return span;
}

/**
 * ent_scan_line:
 * @scan: a text being read
 * @at: a byte of the flow
 *
 * Returns: the line about it
 */
EntSpan
ent_scan_line (EntScan *scan, gsize at)
{
  if (scan->lines == NULL)
    index_flow (scan);

  return find_span (scan, scan->lines, at);
}

/**
 * ent_scan_sentence:
 * @scan: a text being read
 * @at: a byte of the flow
 *
 * Returns: the sentence about it, within its line
 */
EntSpan
ent_scan_sentence (EntScan *scan, gsize at)
{
  if (scan->sentences == NULL)
    index_flow (scan);

  return find_span (scan, scan->sentences, at);
}

/* The small words of each language. */
#define FRENCH "(?i:\\b(?:le|la|les|des|du|et|une?|dans|pour|par|sur|aux|est|qui)\\b)"
#define ENGLISH "(?i:\\b(?:the|of|and|to|in|for|is|with|by|on|an|this|which)\\b)"

static guint
count (EntScan *scan, EntSpan span, const char *pattern)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  scan->work += span.end - span.start;
  g_regex_match_full (ent_reader_regex (pattern), scan->flow, (gssize) span.end, (int) span.start,
                      0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    n++;

  return n;
}

/**
 * ent_scan_get_language:
 * @scan: a text being read
 * @span: a part of it
 *
 * Returns: the language of @span, "fr" or "en", by its small words
 */
const char *
ent_scan_get_language (EntScan *scan, EntSpan span)
{
  return count (scan, span, FRENCH) >= count (scan, span, ENGLISH) ? "fr" : "en";
}

/**
 * ent_scan_is_foreign:
 * @scan: a text being read
 * @span: a part of it
 *
 * Returns: whether @span is in the other language of a bilingual text
 */
gboolean
ent_scan_is_foreign (EntScan *scan, EntSpan span)
{
  gboolean french = g_str_equal (scan->lang, "fr");
  guint own = count (scan, span, french ? FRENCH : ENGLISH);

  return count (scan, span, french ? ENGLISH : FRENCH) > own + 2;
}

/**
 * ent_scan_clear:
 * @scan: a text that was read
 *
 * Frees what was found out about its lines.
 */
void
ent_scan_clear (EntScan *scan)
{
  g_clear_pointer (&scan->lines, g_array_unref);
  g_clear_pointer (&scan->sentences, g_array_unref);
}
