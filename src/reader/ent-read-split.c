/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

/* More agreements than this on one page are a list of them. */
#define MAX_PARTS 12

/* What announces that a text is about several agreements. */
#define ANNOUNCED                                                                                  \
  "\\b(?i:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|two|three|four|five|seven|"      \
  "eight|nine|ten|several|\\d{1,2}) (?:\\p{L}+ ){0,2}?(?i:conventions|accords|protocoles|"         \
  "jumelages|chartes|pactes|mémorandums|agreements|memoranda|memorandums|mous|pacts|charters)\\b"

/* What begins the words on one of them. */
#define HEAD                                                                                       \
  "(?:\\b(?i:une?|un autre|une autre|(?:le|la) (?:premi(?:er|ère)|deuxième|seconde?|troisième|"    \
  "quatrième|cinquième|dernière?)|the "                                                            \
  "(?:first|second|third|fourth|fifth|last|other)|an?|another)|"                                   \
  "^•)(?: \\p{L}+){0,2}? (?i:convention|accord|protocole|charte|pacte|mémorandum|agreement|"       \
  "memorandum|mou|charter|pact)\\b"

/* What shows that something was said of one before the next begins. */
#define SAID "<SIGNED>|(?i:\\b(?:entre|between|avec|with)\\b)"

/* A line that is the title of an agreement. */
#define TITLE                                                                                      \
  "^\\W{0,3}(?i:(?:convention|charte|accord|protocole|pacte|serment|contrat|mémorandum|"           \
  "memorandum|"                                                                                    \
  "covenant|(?:sister[- ]city|twinning|friendship)(?: city)? (?:agreement|charter|declaration)|"   \
  "letter of intent|lettre d'intention)(?:[- ](?:cadre|of|de|d'|du)\\b)?)[^.\\n]{0,90}$"

typedef struct
{
  GArray *parts;
  gboolean titles;
} Split;

static gboolean
add_head (EntScan *scan, GMatchInfo *match, gpointer data)
{
  Split *split = data;
  EntSpan head = ent_match_span (match, 0);
  EntSpan *last = split->parts->len > 0
                      ? &g_array_index (split->parts, EntSpan, split->parts->len - 1)
                      : NULL;

  if (last != NULL)
    {
      EntSpan between = { last->end, head.start };

      if (!ent_scan_has (scan, SAID, between)
          || (split->titles && between.end - between.start < 200))
        return TRUE;
    }
  g_array_append_val (split->parts, head);

  return split->parts->len <= MAX_PARTS;
}

/**
 * ent_read_split:
 * @scan: a text being read
 * @titles: part it at titles, else at the words on each agreement of an account of several
 *
 * Returns: (transfer full): the stretches of @scan that may each be about an agreement of its own;
 *   none, or two and more
 */
GArray *
ent_read_split (EntScan *scan, gboolean titles)
{
  Split split = { .parts = g_array_new (FALSE, FALSE, sizeof (EntSpan)), .titles = titles };
  EntSpan within = ent_scan_whole (scan);
  EntSpan announced;

  if (!titles)
    {
      if (!ent_scan_find (scan, ANNOUNCED, within, 0, &announced))
        return split.parts;
      within.start = announced.end;
    }
  ent_scan_each (scan, titles ? TITLE : HEAD, within, add_head, &split);
  for (guint i = 0; i < split.parts->len; i++)
    {
      EntSpan *part = &g_array_index (split.parts, EntSpan, i);

      part->end = i + 1 < split.parts->len ? g_array_index (split.parts, EntSpan, i + 1).start
                  : titles                 ? scan->length
                                           : ent_scan_line (scan, part->start).end;
    }
  if (split.parts->len < 2 || split.parts->len > MAX_PARTS)
    g_array_set_size (split.parts, 0);

  return split.parts;
}
