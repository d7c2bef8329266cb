/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <string.h>

/* What an agreement is called, surest first. Of two names of a like weight the first wins. */
typedef struct
{
  const char *kind;
  const char *pattern;
  double weight;
  const char *example; /* a text of that kind, for the tests */
} KindRule;

static const KindRule kinds[] = {
  { "amendment", "^\\W{0,3}(?i:avenant|amendment|addendum)\\b(?: (?:n°|no\\.?|number)? ?\\d{1,2})?",
    14, "AVENANT N° 1\nà la convention de coopération" },
  { "amendment", "\\b(?i:avenant)\\b(?! (?:pourra|peut|éventuel))", 4,
    "Avenant n° 2 à la convention" },
  { "amendment", "\\b(?i:amendment (?:no|to)|addendum)\\b", 4,
    "Amendment to the Agreement of 2019" },
  { "letter_of_intent",
    "(?i:lettres? d'intention|déclaration d'intention|declaration of intent|"
    "letters? of intent(?:ion)?)",
    6, "Letter of Intent" },
  { "twinning",
    "(?i:(?:chartes?|pactes?|accords?|conventions?|serments?|contrat|acte|traité|déclaration|"
    "protocole|"
    "cérémonie)(?: \\p{L}+)? (?:de|du|d'un)(?: \\p{L}+){0,3}?(?:,| et de)? ?jumelage)",
    6, "Charte de jumelage" },
  { "twinning",
    "(?i:(?:twinn(?:ing|ed)|sister[- ]?cit(?:y|ies)|sister[- ](?:state|town|county|province)|"
    "twin[- ](?:town|cit(?:y|ies))|sisterhood|friendship cit(?:y|ies))(?: \\p{L}+)? (?:charter|"
    "agreement|declaration|covenant|oath|pact|memorandum|designation|accord|deal|contract|"
    "proclamation)|"
    "agreement (?:of|on) (?:sister|twin|friendship)[- ]cit)",
    6, "Sister City Agreement" },
  { "twinning",
    "(?i:(?:twinning|sister[- ]?cit(?:y|ies)|sister[- ]state|twin[- ]town|sisterhood|"
    "friendship cit(?:y|ies))(?: \\p{L}+)? (?:relation(?:ship)?s?|affiliation|ties?|status))",
    3, "A sister city relationship" },
  { "memorandum",
    "(?i:memorand(?:um|a) of (?:understanding|agreement|co-?operation|friendship)|\\bmou\\b|"
    "m[ée]morandum d'(?:entente|accord)|protocoles? d'(?:accord|entente))",
    5.5, "Memorandum of Understanding" },
  { "cooperation_protocol",
    "(?i:protocoles? (?:d'accord )?de (?:coopération|collaboration|partenariat)|"
    "cooperation protocol|protocol (?:of|on|for) (?:friendship and )?co-?operation)",
    6, "Protocole de coopération 2024-2026" },
  { "convention",
    "(?i:conventions?(?:-| )?cadre|conventions? (?:de|d'|tripartite|pluriannuelle|triennale|"
    "bilatérale))",
    5, "Convention de partenariat" },
  { "renewal",
    "(?i:renouvel(?:lement|lent|lé|er|le) (?:de la |de l'|de |du |d'|l'|leur |le |la |son "
    ")?<AGREEMENT>|"
    "(?:renew(?:s|ed|al|ing)?|reaffirm(?:s|ed|ing)?|re-sign(?:s|ed|ing)?)"
    "(?: of)?(?: the| their| our| its)? (?:\\p{L}+ ){0,2}?<AGREEMENT>)",
    8, "Leurs maires ont signé le renouvellement de la convention" },
  { "cooperation_protocol",
    "(?i:(?:accords?|chartes?|ententes?|pactes?|programmes?|contrats?|partenariats?)"
    "(?:-cadre| cadre)?(?: [\\p{L}']+){0,3}? de (?:co-?opération|collaboration|partenariat)|"
    "accord-cadre|(?:co-?operation|partnership|collaboration) (?:agreement|charter|"
    "framework|protocol|accord|deal|pact)|agreement (?:of|on|for) (?:friendship and |mutual "
    "|friendly )?co-?operation|friendship and co-?operation (?:agreement|pact|protocol))",
    4, "Accord de coopération décentralisée" },
  { "other",
    "(?i:(?:pacte|charte|traité|déclaration|protocole) d'amitié(?! et de (?:coop|collab|parten))|"
    "friendship (?:pact|agreement|treaty|charter)|joint (?:declaration|statement)|"
    "déclaration (?:commune|conjointe))",
    4.2, "Pacte d'amitié" },
  { "twinning",
    "(?i:jumel(?:age|er|ées?|és)|\\btwin(?:ning|ned)\\b|sister[- ]cit(?:y|ies)|sisterhood|"
    "friendship cit(?:y|ies))",
    2, "Les deux communes sont jumelées" },
  { "convention", "\\b(?i:conventions?)\\b", 1.5, "La présente convention" },
  { "cooperation_protocol", "(?i:partenariat|coopération décentralisée)", 1, "Un partenariat" },
};

/* Where a name stands changes what it weighs. */
typedef struct
{
  const char *pattern;
  double factor;
  enum
  {
    BEFORE, /* in what stands just before it */
    AFTER,  /* just behind it */
    SENTENCE,
  } where;
} ContextRule;

static const ContextRule contexts[] = {
  { "(?i:présente?|this|the present|ladite|ledit|said)\\s*$", 2.5, BEFORE },
  { "(?i:nouve(?:au|l|lle)|new)\\s*$", 1.5, BEFORE },
  { "(?i:authori[sz]\\w+[^.]{0,20} to (?:sign|execute|enter into)|autoris\\w+[^.]{0,20} à "
    "signer)(?: (?:an?|the|une?|la|le))?"
    "\\s*$",
    4, BEFORE },
  { "(?i:premier|précédent|ancien|first|previous|earlier|former)\\s*(?:\\p{L}+\\s*)?$", 0.3,
    BEFORE },
  /* What is signed is the thing; what it is about is not. */
  { "(?i:sign(?:ing|ature|é|ed|s|er|ent)?|re-signed|scell\\w+|conclu\\w+|paraph\\w+|execute)(?: "
    "of| de)?"
    "(?: (?:an?|the|une?|la|le|du|leur|their|un nouvel))?(?: l'| d'une?| d')?\\s*$",
    2, BEFORE },
  { "\\G(?i:,? (?:was|has been|were|is|a été|ont été|est|sera|qui a été)(?: \\p{L}+)? sign)", 2,
    AFTER },
  { "<SIGNED>", 1.6, SENTENCE },
  { "(?:\\b(?:en|in|since|depuis) (?:19\\d\\d|20[01]\\d)\\b)", 0.6, SENTENCE },
};

/* Named more often, an agreement is not surer. */
#define MAX_COUNT 60

typedef struct
{
  const KindRule *rule;
  double weight;
  guint count;
  double best; /* the weight of the one name that best stands for it */
  EntSpan span;
} Tally;

static double
weigh (EntScan *scan, EntSpan span)
{
  EntSpan before = { span.start > 40 ? span.start - 40 : 0, span.start };
  EntSpan sentence = ent_scan_sentence (scan, span.start);
  EntSpan after = { span.end, ent_scan_line (scan, span.end).end };
  double weight = 1;

  while (before.start > 0 && (scan->flow[before.start] & 0xc0) == 0x80)
    before.start++;
  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    {
      const EntSpan places[] = { [BEFORE] = before, [AFTER] = after, [SENTENCE] = sentence };

      if (ent_scan_has (scan, contexts[i].pattern, places[contexts[i].where]))
        weight *= contexts[i].factor;
    }
  /* Titles stand at the head, and fill their line. */
  if (span.start < 300)
    weight *= 3;
  else if (ent_scan_line (scan, span.start).end - ent_scan_line (scan, span.start).start < 90)
    weight *= 1.6;

  return weight;
}

static gboolean
tally (EntScan *scan, GMatchInfo *match, gpointer data)
{
  Tally *one = data;
  EntSpan span = ent_match_span (match, 0);
  double weight = weigh (scan, span) * one->rule->weight;

  /* Said ten times it is hardly surer than said three times. */
  one->count++;
  one->weight += weight / (1 + one->weight / 40);
  if (weight > one->best)
    {
      one->best = weight;
      one->span = span;
    }

  return one->count < MAX_COUNT;
}

/* The title is the name with the years that follow it, or the whole of a short line. */
static void
propose_title (EntScan *scan, EntSpan name)
{
  EntSpan line = ent_scan_line (scan, name.start);
  EntSpan title = name;
  EntSpan rest = { name.end, line.end };
  EntSpan tail;
  g_autofree char *text = NULL;

  if (ent_scan_find (
          scan,
          "\\G(?:(?<= de) ?\\p{Ll}+(?: et de \\p{Ll}+)?)?"
          "(?: (?:décentralisée|internationale|of [A-Z]\\p{L}+|(?:on|for|towards) (?:the )?"
          "[\\p{L} ]{4,60}?(?= between|[,.;\\n]| with| signed)))?"
          "(?: (?:de |pour |for )?(?:1[89]|20)\\d\\d\\s?[-–/]\\s?(?:1[89]|20)?\\d\\d)?",
          rest, 0, &tail))
    title.end = tail.end;
  if (line.end - line.start < 110 && name.start - line.start < 30
      && !ent_scan_has (scan, "[.!?]\\s|\\b(?i:signent|signs?|signed|signe)\\b|[.:;,]$", line))
    title = line;
  text = ent_scan_text (scan, title);
  ent_scan_propose (scan, ENT_READING_TITLE, text, 60, title);
}

/**
 * ent_read_kind:
 * @scan: a text being read
 *
 * Proposes the kind of the agreement, and its title.
 */
void
ent_read_kind (EntScan *scan)
{
  Tally tallies[G_N_ELEMENTS (kinds)];
  const char *best = NULL;
  double best_weight = 0;
  double total = 0;
  const Tally *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      tallies[i] = (Tally) { .rule = &kinds[i] };
      ent_scan_each (scan, kinds[i].pattern, ent_scan_whole (scan), tally, &tallies[i]);
      total += tallies[i].weight;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      double weight = 0;

      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        {
          if (g_str_equal (kinds[j].kind, kinds[i].kind))
            weight += tallies[j].weight;
        }
      if (weight > best_weight)
        {
          best = kinds[i].kind;
          best_weight = weight;
        }
    }
  if (best == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].kind, best) && (name == NULL || tallies[i].best > name->best))
        name = &tallies[i];
    }
  ent_scan_propose (scan, ENT_READING_KIND, best, (int) (50 + 45 * best_weight / total),
                    name->span);
  propose_title (scan, name->span);
}

/* The cases of the rules above, for the tests. */
void
ent_read_kind_examples (EntReadExampleFunc visit_example, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      EntReadExample example = { kinds[i].pattern, kinds[i].example, ENT_READING_KIND,
                                 kinds[i].kind };

      visit_example (&example, data);
    }
}
