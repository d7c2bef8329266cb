/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <stdlib.h>
#include <string.h>

/* What the words about a date say of it. */
typedef struct
{
  const char *pattern;
  double weight;
  enum
  {
    BEFORE,   /* within the 70 characters before it */
    SENTENCE, /* in its sentence */
    AFTER,    /* within the 60 characters after it */
    LINE_START,
  } where;
  const char *example;
} DateRule;

static const DateRule date_rules[] = {
  { "(?i:\\bfait|\\bsignée?s?|\\bdone|\\bsigned|\\bdated|\\bexecuted|en foi de quoi|in witness)"
    "[^.\\n]{0,60}$",
    8, BEFORE, "Signé à Namur le 28 novembre 2023" },
  { "(?i:\\bcejourd'hui|\\bce jour|this)\\s*$", 3, BEFORE, "this 20th day of April 1989" },
  { "<SIGNED>", 4, SENTENCE, "Les deux maires ont signé le protocole le 24 mai 2024." },
  { "(?i:cérémonie|ceremony|a eu lieu|took place|was held)", 1, SENTENCE,
    "La cérémonie a eu lieu le 3 juin." },
  { "^(?:<PLACE>(?: ?[/,&] ?<PLACE>)*,? (?:le |on |this )?)$", 5, LINE_START,
    "Namur, le 28 novembre 2023" },
  { "(?i:délibération|résolution|resolution|décision|approu|approved|adopt|arrêté|voté|passed by|"
    "a été décidé|décidé :|conseil (?:municipal|communal) du|séance du|meeting of|council on|loi "
    "du|"
    "décret|law of|act of|vu l)[^.\\n]{0,80}$",
    -9, BEFORE, "par délibération du 12 mars 2023" },
  { "(?i:publi|posté|posted|mis en ligne|mis à jour|updated|modifi|vues|views|par la "
    "rédaction|copyright|"
    "©|né le|born|depuis|since|jusqu|until|à compter|from|effective|entrée? en vigueur|expire)"
    "[^.\\n]{0,40}$",
    -7, BEFORE, "Publié le 12 mai 2024" },
  { "(?i:premier|précédent|première|ancien|first|previous|original|earlier|renouvel|renew|was "
    "(?:first )?"
    "(?:signed|established)|remonte|dates back|anniversa|il y a)",
    -4, SENTENCE, "Le premier accord avait été signé en 2010." },
  { "\\G(?i:\\s?[–-]\\s?\\d{1,2}[h:]|à \\d{1,2}[h:]\\d\\d|\\d{1,2}:\\d\\d|\\bviews?\\b|vues|by "
    "\\p{Lu})",
    -6, AFTER, "10/11/2017 – 11h00" },
  { "(?i:visit|arriv|délégation|congrès|conference|festival|né )", -1, SENTENCE,
    "La délégation arrive le 3 mai." },
};

static EntSpan
around (EntScan *scan, EntSpan span, int where)
{
  EntSpan line = ent_scan_line (scan, span.start);
  EntSpan out = line;

  switch (where)
    {
    case BEFORE:
      out.start = MAX (line.start, span.start > 110 ? span.start - 110 : 0);
      out.end = span.start;
      /* A short line above leads into this one: "il a été décidé :". */
      if (span.start - line.start < 50 && line.start > 1)
        {
          EntSpan above = ent_scan_line (scan, line.start - 1);

          if (scan->flow[above.end - (above.end > 0)] == ':'
              || scan->flow[above.end - (above.end > 0)] == ',')
            out.start = above.end - above.start > 110 ? above.end - 110 : above.start;
        }
      break;
    case SENTENCE:
      out = ent_scan_sentence (scan, span.start);
      break;
    case AFTER:
      out.start = span.end;
      out.end = MIN (line.end, span.end + 60);
      break;
    case LINE_START:
    default:
      out.end = span.start;
      break;
    }
  while (out.start < out.end && (scan->flow[out.start] & 0xc0) == 0x80)
    out.start++;
  while (out.end > out.start && (scan->flow[out.end] & 0xc0) == 0x80)
    out.end--;

  return out;
}

static double
weigh_date (EntScan *scan, const EntReadDate *date)
{
  double weight = date->day > 0 ? 2 : date->month > 0 ? 0 : -3;

  for (guint i = 0; i < G_N_ELEMENTS (date_rules); i++)
    {
      if (ent_scan_has (scan, date_rules[i].pattern,
                        around (scan, date->span, date_rules[i].where)))
        weight += date_rules[i].weight;
    }
  if (date->year < 1850)
    weight -= 20;

  return weight;
}

static char *
format_date (const EntReadDate *date)
{
  if (date->day > 0)
    return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
  if (date->month > 0)
    return g_strdup_printf ("%04d-%02d", date->year, date->month);

  return g_strdup_printf ("%04d", date->year);
}

static const EntReadDate *
propose_signed_on (EntScan *scan)
{
  const EntReadDate *best = NULL;
  const EntProposal *from = ent_agreement_reading_find (scan->reading, ENT_READING_VALID_FROM);
  double best_weight = 3;
  g_autofree char *value = NULL;

  for (guint i = 0; i < scan->dates->len; i++)
    {
      const EntReadDate *date = &g_array_index (scan->dates, EntReadDate, i);
      double weight = weigh_date (scan, date);

      /* Long before the period began, another agreement was signed. */
      if (from != NULL && date->year < atoi (from->value) - 2)
        weight -= 9;
      if (weight > best_weight
          || (weight == best_weight && best != NULL && date->year > best->year))
        {
          best = date;
          best_weight = weight;
        }
    }
  if (best == NULL)
    return NULL;
  /* The day of the month that is named elsewhere says more. */
  for (guint i = 0; i < scan->dates->len && best->day == 0; i++)
    {
      const EntReadDate *date = &g_array_index (scan->dates, EntReadDate, i);

      if (date->day > 0 && date->year == best->year
          && (best->month == 0 || date->month == best->month) && weigh_date (scan, date) > 3)
        best = date;
    }
  value = format_date (best);
  ent_scan_propose (scan, ENT_READING_SIGNED_ON, value, (int) MIN (95, 45 + 5 * best_weight),
                    best->span);

  return best;
}

/* Where texts say in which place it was signed; group p, and q for a second one. */
typedef struct
{
  const char *pattern;
  int confidence;
  const char *example;
  const char *expected;
} PlaceRule;

#define DAY                                                                                        \
  "(?:\\d|<WEEKDAY>|(?:en|in) (?:date|duplicate|deux|two)|cejourd|ce "                             \
  "jour|this|<MONTH>|(?:premier|deux|trois|"                                                       \
  "quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente)\\b)"

static const PlaceRule place_rules[] = {
  { "\\b(?:Fait|FAIT|Signée?s?|Établie?|Conclue?|fait|signée?s?) (?:à|en la ville de|au|en) "
    "(?<p><PLACE>)"
    "(?:,? (?:et|puis|et à|le [^,.\\n]{4,20} et à|and) (?:à )?(?<q><PLACE>))?(?=[ ,.]|$)",
    92, "Signé à Namur le 28 novembre 2023", "Namur" },
  { "\\b(?:Done|Signed|DONE|SIGNED|signed|Executed|executed|done) (?:and \\w+ )?(?:at|in) (?:the )?"
    "(?:City (?:Hall )?of )?(?<p><PLACE>)(?: and (?:in )?(?<q><PLACE>)(?=[ ,.]|$))?",
    88, "Done at Trévières on 17 April 1977", "Trévières" },
  { "^(?<p><PLACE>)(?: ?[/&] ?(?<q><PLACE>))?, (?:le |on |this |the )?" DAY, 80,
    "Nesmy / Burggen, le 10 septembre 1993", "Nesmy" },
  { "<SIGNED>[^.\\n]{0,90}? (?:à|depuis|in|at) (?:la |l')?(?:mairie de |l'hôtel de ville de |"
    "the )?(?<p><PLACE>)(?=[ ,.;]|$)",
    70, "ont signé hier à Cotonou un pacte d'amitié", "Cotonou" },
  { "(?:[Cc]'est|[Ii]t was) [^.\\n]{0,20}(?:à|in|at) (?<p><PLACE>)[^.\\n]{0,120}<SIGNED>", 72,
    "C'est à Lausanne que les deux villes viennent de signer", "Lausanne" },
  { "(?:faisait|a fait|ont fait|did) (?:de même|the same) (?:à|en|au|depuis|in|from) (?<p><PLACE>)",
    60, "le maire faisait de même en Turquie", "Turquie" },
  { "(?:(?:locaux|siège|salons) de (?:la |l')|[ààu] (?:la |l')|en |at (?:the )?|in (?:the "
    ")?)(?:[Hh]ôtel de [Vv]ille|[Mm]airie|[Cc]ity [Hh]all|[Tt]own [Hh]all) (?:de |d'|of |in "
    ")(?<p><PLACE>)",
    55, "dans les locaux de la mairie de Cotonou", "Cotonou" },
  { "(?:réunis|rassemblés|reçue?s?|accueillie?s?|meeting|gathered|ceremony (?:held )?)(?: hier| "
    "ensemble)? (?:à|in|at) "
    "(?<p><PLACE>)[^.\\n]{0,80}<SIGNED>",
    72, "réunis à Saint-Herblain, ont signé", "Saint-Herblain" },
};

static void
propose_place (EntScan *scan, EntSpan span, int confidence)
{
  g_autofree char *place = NULL;
  g_autofree char *core = NULL;

  if (span.end <= span.start)
    return;
  place = ent_scan_text (scan, span);
  core = ent_read_core (place);
  if (strlen (core) < 3
      || ent_scan_has (
          scan,
          "\\G<MONTH>|\\G<WEEKDAY>|\\G(?:Présence|Presence|Mairie|Hôtel|Salle|City Hall|Town Hall)",
          span))
    return;
  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      const EntProposal *other = scan->reading->proposals->pdata[i];
      g_autofree char *known = NULL;

      if (other->field != ENT_READING_SIGNED_AT)
        continue;
      known = ent_read_core (other->value);
      if (g_str_equal (known, core))
        return;
    }
  ent_scan_propose (scan, ENT_READING_SIGNED_AT, place, confidence, span);
}

typedef struct
{
  const PlaceRule *rule;
  gboolean done;
  gboolean apart;
} PlaceSearch;

static gboolean
visit_place (EntScan *scan, GMatchInfo *match, gpointer data)
{
  PlaceSearch *search = data;
  EntSpan whole = ent_match_span (match, 0);
  EntSpan sentence = ent_scan_sentence (scan, whole.start);

  if (ent_scan_has (scan,
                    "(?i:premier accord|après la|précédent|avait été|avaient|previous|first "
                    "signed|had been|originally)",
                    sentence)
      && !ent_scan_has (scan, "(?i:nouveau|new)", sentence))
    return TRUE;
  propose_place (scan, ent_match_named (match, "p"), search->rule->confidence);
  propose_place (scan, ent_match_named (match, "q"), search->rule->confidence);
  search->done = ent_agreement_reading_find (scan->reading, ENT_READING_SIGNED_AT) != NULL;

  return !search->done || search->apart;
}

/* Signed apart, each in its own house. */
#define APART                                                                                      \
  "(?i:rencontre virtuelle|cérémonie virtuelle|virtuellement|à distance|visioconférence|"          \
  "vidéoconférence|en ligne|online|virtual(?:ly)?|video ?conference|remote(?:ly)?|"                \
  "in their respective|dans leur (?:ville|juridiction) respective|tandis qu'au même moment)"

static void
propose_remote (EntScan *scan)
{
  EntSpan span;

  if (!ent_scan_find (scan, APART, ent_scan_whole (scan), 0, &span))
    return;
  for (gsize from = 0; ent_scan_find (scan, APART, (EntSpan) { from, scan->length }, 0, &span);
       from = span.end)
    {
      EntSpan near = { ent_scan_line (scan, span.start).start,
                       ent_scan_line (scan, span.start).end };

      if (!ent_scan_has (scan, "<SIGNED>", near))
        continue;
      ent_scan_propose (scan, ENT_READING_REMOTE, "true", 75, span);
      return;
    }
}

/**
 * ent_read_signing:
 * @scan: a text being read, its dates and parties known
 *
 * Proposes when and where it was signed, and whether apart.
 */
void
ent_read_signing (EntScan *scan)
{
  gboolean apart;

  propose_signed_on (scan);
  propose_remote (scan);
  apart = ent_agreement_reading_find (scan->reading, ENT_READING_REMOTE) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (place_rules); i++)
    {
      PlaceSearch search = { .rule = &place_rules[i], .apart = apart };

      ent_scan_each (scan, place_rules[i].pattern, ent_scan_whole (scan), visit_place, &search);
      if (search.done && !apart)
        break;
    }
}

/* The cases of the rules above, for the tests. */
void
ent_read_signing_examples (EntReadExampleFunc visit_example, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (place_rules); i++)
    {
      EntReadExample example = { place_rules[i].pattern, place_rules[i].example,
                                 ENT_READING_SIGNED_AT, place_rules[i].expected };

      visit_example (&example, data);
    }
}
