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
    SELF, /* the words of the date */
    NEXT, /* in the sentence behind its own */
  } where;
  const char *example;
} DateRule;

static const DateRule date_rules[] = {
  { "(?i:\\bfait|\\bsignée?s?|\\bdone|\\bsigned|\\bdated|\\bexecuted|en foi de quoi|in witness)"
    "[^.\\n]{0,60}$",
    8, BEFORE, "Signé à Namur le 28 novembre 2023" },
  { "(?i:\\bsworn|\\bsubscribed|\\bgiven (?:at|in|under|this)|\\bentered into|\\bthis "
    "[^.\\n]{0,25}day of)"
    "[^.\\n]{0,30}$",
    5, BEFORE, "Subscribed and sworn this twentieth day of August, 1996" },
  { "(?i:\\bcejourd'hui|\\bce jour|this)\\s*$", 3, BEFORE, "this 20th day of April 1989" },
  { "<SIGNED>", 4, SENTENCE, "Les deux maires ont signé le protocole le 24 mai 2024." },
  { "\\bday of\\b|in the year|de l'an\\b|^(?i:premier|first|the "
    ")|^(?i:deux|trois|quatre|cinq|six|sept|"
    "huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente)\\b",
    4, SELF, "The 29th day of October, 2013" },
  { "^.{0,60}\\b(?i:then|afterwards|subsequently|ensuite|puis|à cette occasion|on "
    "(?:this|that|the) "
    "occasion|à l'issue)\\b.{0,90}<SIGNED>",
    4, NEXT, "The mayor came on December 3. The two sides then signed an agreement." },
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
    "©|né le|born)[^.\\n]{0,40}$",
    -7, BEFORE, "Publié le 12 mai 2024" },
  { "(?i:depuis|since|jusqu|until|à compter|from|effective|entrée? en "
    "vigueur|expire)[^.,\\n]{0,16}$",
    -7, BEFORE, "valable à compter du 3 juin 2020" },
  { "(?i:originally|initially|first|initialement|à l'origine|formation "
    "of|anniversary)[^.\\n]{0,90}$",
    -14, BEFORE, "It was originally signed on 12 September 1994." },
  { "(?:WHEREAS|Whereas|ATTENDU|Attendu|Considérant|CONSIDÉRANT|CONSIDERANT)\\b", -14, SENTENCE,
    "WHEREAS the towns signed a Memorandum of Understanding on June 4, 2010" },
  { "(?i:press release|communiqué(?: de presse)?|date)\\W*$", -4, BEFORE,
    "Press release 7/2/2015" },
  { "\\G ?– ?(?=\\p{Lu})", 3, AFTER, "June 30, 2015 – Mayor Ann Cole signed" },
  { "(?i:(?<!vice-)premier(?! "
    "ministre)|précédent|première|ancien|first|previous|original|earlier|renouvel|renew|was "
    "(?:first )?"
    "(?:signed|established)|remonte|dates back|anniversa|\\d0 (?:ans|years) (?:du|of)|\\d0e |il y "
    "a)",
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
    case SELF:
      return span;
    case NEXT:
      out = ent_scan_sentence (scan, span.start);

      return ent_scan_sentence (scan, MIN (out.end + 1, scan->length));
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

/* Words of an agreement itself, not of a report on one. */
#define FORMAL                                                                                     \
  "(?i:hereby|undersigned|soussigné|in recognition of|présente? (?:convention|charte|protocole|"   \
  "accord)|this (?:agreement|memorandum))"

static gboolean
is_alone (EntScan *scan, EntSpan span)
{
  EntSpan line = ent_scan_line (scan, span.start);

  return span.start - line.start < 3 && line.end - span.end < 3;
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
  /* "yesterday", "on Thursday": counted from the date of the page, in a sentence about signing. */
  if (!ent_scan_has (scan, "\\d", date->span) && scan->dates->len > 1
      && !ent_scan_has (scan, "<MONTH>", date->span))
    weight += 3;
  /* A date alone on its line, in the agreement itself. */
  if (scan->formal && is_alone (scan, date->span))
    weight += 3;
  if (date->year < 1850)
    weight -= 20;

  return weight;
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
  value = ent_read_format_date (best);
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

/* A place named so is where it was signed if it is a party's. */
#define WEAK 55

/* One named in the sentence, before the signing. */
#define FALLBACK 57

/* One far behind the signing is not where it was signed if it is a country. */
#define IN_SENTENCE 70

static const PlaceRule place_rules[] = {
  { "\\b(?:Fait|FAIT|Signée?s?|Établie?|Conclue?|fait|signée?s?) (?:à|en la ville de|au|en) "
    "(?<p><PLACE>)"
    "(?:,? (?:et|puis|et à|le [^,.\\n]{4,20} et à|and) (?:à )?(?<q><PLACE>))?(?=[ ,.]|$)",
    92, "Signé à Namur le 28 novembre 2023", "Namur" },
  { "\\b(?:Done|Signed|DONE|SIGNED|signed|Executed|executed|done) (?:and \\w+ )?(?:at|in) (?:the )?"
    "(?:City (?:Hall )?of )?(?<p><PLACE>)(?: and (?:in )?(?<q><PLACE>)(?=[ ,.]|$))?",
    88, "Done at Trévières on 17 April 1977", "Trévières" },
  { "^(?:[ÀA]|At|In) (?<p><PLACE>),? (?:le |on |this |the )?" DAY
    "(?:[^\\n\\t]{0,40}\\t(?:[ÀA]|At|In) "
    "(?<q><PLACE>),)?",
    84, "À Brive, le 3 mai 2001      À Lauf, le 5 juin 2001", "Brive|Lauf" },
  { "^(?<p><PLACE>)(?: ?[/&] ?(?<q><PLACE>))?, (?:le |on |this |the )?" DAY
    "(?![^.\\n]{0,25} [–-] )",
    80, "Nesmy / Burggen, le 10 septembre 1993", "Nesmy" },
  { "<SIGNED>[^.\\n]{0,160}?\\b(?:at|in|inside) (?:the )?(?<p><CAP>(?: <CAP>){0,3}?) "
    "(?:City|Town|Municipal|Ward|Village|County|Prefectur\\w+|Provincial)?(?: Government)? "
    "?(?:Hall|Council|Headquarters|Office|Chamber|Administration)\\b",
    74, "was sealed inside the People's Hall in Durban City Hall", "Durban" },
  { "<SIGNED>[^\\n]{0,160}?\\d <MONTH>(?: \\d{4})? (?:à|at|in) (?<p><PLACE>)(?:,? (?:et |and "
    ")?(?:le |on )?"
    "\\d{1,2}(?:er)? <MONTH>(?: \\d{4})? (?:à|at|in) (?<q><PLACE>))?",
    80, "charte signée le 28 juin 1997 à Saillon, le 27 septembre 1997 à Brive", "Saillon|Brive" },
  { "<SIGNED>[^.\\n]{0,90}? (?:à|depuis|in|at) (?:la |l')?(?:mairie de |l'hôtel de ville de |"
    "the )?(?<p><PLACE>)(?=[ ,.;]|$)",
    IN_SENTENCE, "ont signé hier à Cotonou un pacte d'amitié", "Cotonou" },
  { "(?:[Cc]'est|[Ii]t was) [^.\\n]{0,20}(?:à|in|at) (?<p><PLACE>)[^.\\n]{0,120}<SIGNED>", 72,
    "C'est à Lausanne que les deux villes viennent de signer", "Lausanne" },
  { "(?:faisait|a fait|ont fait|did) (?:de même|the same) (?:à|en|au|depuis|in|from) (?<p><PLACE>)",
    60, "le maire faisait de même en Turquie", "Turquie" },
  { "(?:(?:locaux|siège|salons) de (?:la |l')|[ààu] (?:la |l')|en |at (?:the )?|in (?:the "
    ")?)(?:[Hh]ôtel de [Vv]ille|[Mm]airie|[Cc]ity [Hh]all|[Tt]own [Hh]all) (?:de |d'|of |in "
    ")(?<p><PLACE>)",
    WEAK, "dans les locaux de la mairie de Cotonou", NULL },
  { "(?:réunis|rassemblés|reçue?s?|accueillie?s?|meeting|gathered|ceremony (?:held )?)(?: hier| "
    "ensemble)? (?:à|in|at) "
    "(?<p><PLACE>)[^.\\n]{0,80}<SIGNED>",
    72, "réunis à Saint-Herblain, ont signé", "Saint-Herblain" },
  { "(?i:(?:siège|hôtel|locaux) (?:de la |de l'|du |de |d'))(?:<ORGFR>)(?<p><PLACE>)", WEAK,
    "signée au siège du gouvernorat de Gafsa", NULL },
  { "(?i:(?:en "
    "(?:déplacement|visite|mission|séjour)|séjourn\\p{L}+|reçu\\p{L}*|accueilli\\p{L}*|visiting|"
    "on a visit|visited|welcomed)) (?:à|in|to|at)? ?(?<p><PLACE>)",
    WEAK, "en déplacement à Tunis", NULL },
  { "\\b(?:à|at|in) (?<p><PLACE>),? (?:à|pour|for) (?:la |une |the )?(?:cérémonie de "
    ")?(?:signature|signing)",
    76, "ont procédé vendredi à Brive à la signature d'un accord", "Brive" },
  { "\\bat (?<p><CAP>(?: <CAP>){0,3}?) (?:City|Town|Municipal) Hall\\b", WEAK,
    "at Durban City Hall", NULL },
  { "(?<p><PLACE>) a (?:reçu|accueilli) à son tour", WEAK, "Brive a reçu à son tour la délégation",
    NULL },
  { "(?i:on (?:the|this) occasion of|during|lors d|à l'occasion d)[^.\\n]{0,80}(?i:visite?|mission|"
    "séjour|voyage|trip)[^.\\n]{0,30} (?:to|à|in) (?:the City of |the )?(?<p><PLACE>)",
    WEAK, "on the occasion of the visit of the delegation to Durban", NULL },
  { "\\d{4}\\.?\\n(?:In|At|À|Done in|Fait à) (?:the (?:City|Town|Village) of "
    ")?(?<p><PLACE>)(?=[,.]|$)",
    74, "Agreed on 3 May 2001\nIn the City of Durban, Natal", "Durban" },
  { "(?:à|at|in|au siège de|dans la ville de|in the city of) (?<p><PLACE>),? "
    "[^.;\\n]{0,160}<SIGNED>",
    FALLBACK, "À l'occasion du congrès de mai, à Tunis, une convention a été signée", "Tunis" },
  { "(?i:cérémonie|signature|ceremony|signing)[^.\\n]{0,90} (?:à|at|in) (?<p><PLACE>)", WEAK,
    "la cérémonie s'inscrit dans le Salon du Livre à Brive", NULL },
};

static gboolean
is_party (EntScan *scan, const char *core)
{
  for (guint i = 0; i < scan->parties->len; i++)
    {
      const char *known = ((EntReadParty *) scan->parties->pdata[i])->core;

      gsize longer = strlen (known) - MIN (strlen (known), strlen (core));

      if (g_str_equal (known, core)
          || (longer > 0 && g_str_has_suffix (known, core) && known[longer - 1] == ' ')
          || (longer > 0 && g_str_has_prefix (known, core) && known[strlen (core)] == ' '))
        return TRUE;
    }

  return FALSE;
}

static void
propose_place (EntScan *scan, EntSpan span, int confidence)
{
  g_autofree char *place = NULL;
  g_autofree char *core = NULL;
  EntSpan hall;

  if (span.end <= span.start)
    return;
  /* "Durban City Hall Auditorium" is in Durban. */
  if (ent_scan_find (scan, " (?:(?:City|Town|Municipal) )?(?:Hall|Council|Auditorium)\\b", span, 0,
                     &hall))
    span.end = hall.start;
  place = ent_scan_text (scan, span);
  core = ent_read_core (place);
  if (!ent_read_is_place (core) || (confidence == WEAK && !is_party (scan, core))
      || ((confidence == IN_SENTENCE || confidence == FALLBACK) && ent_read_country (place) != NULL)
      || ent_scan_has (
          scan,
          "\\G(?:Japanese|English|French|German|Chinese|Spanish|Korean|Arabic)\\b|\\G<MONTH>|\\G<"
          "WEEKDAY>|\\G(?:Présence|Presence|Mairie|Hôtel|Salle|City Hall|Town Hall)",
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

  if (ent_scan_has (
          scan,
          "(?i:premier accord|après la (?!signature)|précédent|avait été|avaient|previous|first "
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

/* Signed twice, in the one town and then in the other. */
#define TWICE                                                                                      \
  "(?i:à son tour|cérémonie identique|deux cérémonies|two ceremonies|seconde "                     \
  "(?:cérémonie|signature)|reciprocal signing|"                                                    \
  "signed again|second signing)"

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

      EntSpan before = { ent_scan_sentence (scan, span.start).start, span.start };

      if (ent_scan_has (scan, "(?i:following|après|suite à|previous|earlier)[^.]{0,30}$", before)
          || !ent_scan_has (scan, "<SIGNED>|(?i:reaffirm|pledg|réaffirm)", near))
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

  scan->formal = ent_scan_has (scan, FORMAL, ent_scan_whole (scan));
  propose_signed_on (scan);
  propose_remote (scan);
  apart = ent_agreement_reading_find (scan->reading, ENT_READING_REMOTE) != NULL
          || ent_scan_has (scan, TWICE, ent_scan_whole (scan));
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
