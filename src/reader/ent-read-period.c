/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <stdlib.h>
#include <string.h>

#define YEAR "(?:19|20)\\d\\d"

/* How long an agreement holds. Groups f and t are the years from and to, the whole the words. */
typedef struct
{
  const char *pattern;
  int confidence;
  const char *example;
  const char *expected; /* its end */
} PeriodRule;

static const PeriodRule period_rules[] = {
  { "<AGREEMENT>[^.\\n]{0,60}?\\b(?<w>(?<f>" YEAR ")\\s?[-–/]\\s?(?:" YEAR
    "\\s?[-–/]\\s?)*(?<t>" YEAR "|\\d\\d))\\b(?![-/]\\d)",
    90, "Protocole de coopération 2024-2026", "2026" },
  { "(?i:période|period|années|years|triennale?|pluriannuelle?|programme|plan)[^.\\n]{0,25}?\\b(?<"
    "w>(?<f>" YEAR ")\\s?[-–/]\\s?(?:" YEAR "\\s?[-–/]\\s?)*(?<t>" YEAR "))\\b(?![-/]\\d)",
    85, "Période 2012-2015", "2015" },
  { "(?i:période|period|durée|term|effet|effective|vala?[bi]|vigueur|force)[^.\\n]{0,60}?\\b(?:de|"
    "du|from)\\b"
    "[^.\\n]{0,20}?(?<f>" YEAR
    ")\\b[^.\\n]{0,12}?\\b(?:à|au|to|until|jusqu)[^.\\n]{0,20}?(?<t>" YEAR ")\\b",
    82, "valable de 2019 à 2022", "2022" },
  { "^\\(?(?<w>(?<f>" YEAR ")\\s?[-–/]\\s?(?:" YEAR "\\s?[-–/]\\s?)*(?<t>" YEAR "))\\)?$", 75,
    "Convention entre Lens et Hamm\n2016/2017/2018\n", "2018" },
  { "(?i:jusqu'(?:en|au|à la fin "
    "de)|until|through|expire[sd]?[^.\\n]{0,20}?(?:on|in|le|en)|prend(?:ra)? fin)"
    "[^.\\n]{0,25}?\\b(?<t>" YEAR ")\\b",
    62, "en vigueur jusqu'au 31 décembre 2026", "2026" },
};

/* Words before a period that make it another's. */
#define PAST                                                                                       \
  "(?i:précédent|ancien|premier accord|previous|earlier|former|bilan|déjà été|had been|as was|"    \
  "comme pour le programme)[^.\\n]{0,120}$"

/* The whole date that WITHIN holds the year of, or the year alone. */
static char *
complete_year (EntScan *scan, EntSpan year, const char *text)
{
  for (guint i = 0; i < scan->dates->len; i++)
    {
      const EntReadDate *date = &g_array_index (scan->dates, EntReadDate, i);

      if (date->span.start <= year.start && year.end <= date->span.end && date->month > 0)
        return ent_read_format_date (date);
    }

  return g_strdup (text);
}

/* A day from which it holds, or until which, without the other; the date follows. */
static const struct
{
  const char *pattern;
  EntReadingField field;
  const char *example;
  const char *expected;
} day_rules[] = {
  { "(?i:à compter du|à partir du|prend(?:ra)? (?:effet|cours) (?:le|au|à la date du)|entre(?:ra)? "
    "en vigueur (?:le|au)|"
    "with effect from|effective(?: as of| from| on)?|(?:come|enter|go)s? into (?:force|effect) "
    "(?:on|as of)|"
    "(?:commenc|start|beginn)ing (?:on|from)|as of|takes effect on) (?:the )?$",
    ENT_READING_VALID_FROM, "Elle vaut trois ans à compter du 1er janvier 2019.", "2019-01-01" },
  { "(?i:jusqu'(?:au|à la date du)|prend(?:ra)? fin (?:le|au)|expire(?:ra)? le|arrive(?:ra)? à "
    "échéance le|until|"
    "through|expires? on|ends? on|terminates? on|no later than|valable jusqu'au) (?:the )?$",
    ENT_READING_VALID_TO, "Le protocole prend fin le 31 décembre 2025.", "2025-12-31" },
};

typedef struct
{
  const PeriodRule *rule;
  gboolean done;
} PeriodSearch;

static gboolean
visit_period (EntScan *scan, GMatchInfo *match, gpointer data)
{
  PeriodSearch *search = data;
  EntSpan whole = ent_match_span (match, 0);
  EntSpan words = ent_match_named (match, "w");
  EntSpan sentence = ent_scan_sentence (scan, whole.end - 1);
  g_autofree char *from = g_match_info_fetch_named (match, "f");
  g_autofree char *to = g_match_info_fetch_named (match, "t");

  sentence.end = whole.end;
  if (ent_scan_has (scan, PAST, sentence))
    return TRUE;
  if (words.end == 0)
    words = whole;
  if (to != NULL && strlen (to) == 2 && from != NULL)
    {
      g_autofree char *century = g_strndup (from, 2);
      char *whole_year = g_strconcat (century, to, NULL);

      g_free (to);
      to = whole_year;
    }
  if (from != NULL && to != NULL && *from != '\0'
      && (atoi (from) >= atoi (to) || atoi (to) - atoi (from) > 30))
    return TRUE;
  if (from != NULL && *from != '\0')
    {
      g_autofree char *day = complete_year (scan, ent_match_named (match, "f"), from);

      ent_scan_propose (scan, ENT_READING_VALID_FROM, day, search->rule->confidence, words);
    }
  if (to != NULL && *to != '\0')
    {
      g_autofree char *day = complete_year (scan, ent_match_named (match, "t"), to);

      ent_scan_propose (scan, ENT_READING_VALID_TO, day, search->rule->confidence, words);
    }
  if (ent_match_named (match, "w").end > 0)
    {
      g_autofree char *term = ent_scan_text (scan, words);

      ent_scan_propose (scan, ENT_READING_TERM, term, search->rule->confidence, words);
    }
  search->done = TRUE;

  return FALSE;
}

/* A term in words; group w is the words. */
static const char *const term_rules[] = {
  "(?i:pour |d')une (?:durée|période) (?:initiale |maximale |totale )?(?:de "
  "|d')(?<w>[^,.;\\n]{3,30}?\\b(?:ans?|années?|mois)\\b)",
  "(?<w>(?i:durée (?:indéterminée|illimitée)|indefinite(?:ly)?|unlimited duration|sans limitation "
  "de durée))",
  "(?i:for|of) (?:a |an )?(?:initial |further )?(?:(?:period|term|duration) of "
  ")?(?<w>(?:\\(?\\d+\\)?|one|two|three|four|five|six|"
  "seven|eight|ten)(?: ?\\(\\d+\\))?[- ]years?)(?! ago)",
  "(?i:au cours des|pendant|durant|over the next|during the next)(?: les)? "
  "(?<w>(?:deux|trois|quatre|cinq|six|two|three|four|"
  "five|\\d)(?: prochaines)?(?: next)? (?:ans|années|years))",
  "(?i:pour|sur) les (?<w>(?:deux|trois|quatre|cinq|six|\\d)(?: prochaines)? (?:ans|années))",
  "(?<w>(?i:triennale?|biennale?|quinquennale?|annuelle? renouvelable))",
};

static void
propose_term (EntScan *scan)
{
  if (ent_agreement_reading_find (scan->reading, ENT_READING_TERM) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (term_rules); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match_full (ent_reader_regex (term_rules[i]), scan->flow, (gssize) scan->length,
                              0, 0, &match, NULL))
        {
          EntSpan words = ent_match_named (match, "w");
          g_autofree char *text = ent_scan_text (scan, words);

          ent_scan_propose (scan, ENT_READING_TERM, text, 75 - (int) i * 5, words);
          return;
        }
    }
}

/* A rule that is no surer may have found a decision of a council. */
#define RENEWED 66

/* What an earlier agreement is spoken of with; group y is its year. */
static const struct
{
  const char *pattern;
  int confidence;
  gboolean loose; /* the year may be that of the agreement itself */
  const char *example;
  const char *expected;
} renewal_rules[] = {
  { "(?i:originally|initially|first|previously|précédemment|initialement|à l'origine|une première "
    "fois)\\s+(?i:<SIGNED>|"
    "designated|became|established|formed|twinned|jumel\\w+)[^.\\n]{0,120}?\\b(?<y>" YEAR ")\\b",
    78, FALSE, "Dover originally signed it with Hamm in 1994.", "1994" },
  { "(?i:whereas|considérant|attendu|vu)\\b[^.\\n]{0,120}(?i:signed|entered "
    "into|conclu\\w*|signé\\w*|formed|"
    "established)[^.\\n]{0,80}(?:<AGREEMENT>)[^.\\n]{0,60}?\\b(?<y>" YEAR ")\\b",
    74, FALSE, "Whereas the towns entered into a friendship agreement in 1990 and renew it.",
    "1990" },
  { "(?i:following|après|suite à|fai(?:t|sant) suite "
    "à|replac\\w+|remplac\\w+|supersed\\w+|actualis\\w+|amend\\w+|"
    "modif\\w+)[^.\\n]{0,60}?(?<!this )(?<!présent )(?<!présente "
    ")<AGREEMENT>[^.\\n]{0,70}?\\b(?<y>" YEAR ")\\b",
    72, FALSE, "Following the signing of a memorandum in 1998, the towns renew their ties.",
    "1998" },
  { "(?i:adopted|passed|approved)[^.\\n]{0,80}\\b(?<y>" YEAR ")\\b[^.\\n]{0,20}(?i:establishing|"
    "creating|approving)[^.\\n]{0,40}(?i:sister|twin|partner|friendship)",
    74, FALSE, "The council adopted in 1996 a resolution establishing a sister city relation.",
    "1996" },
  { "(?i:premier|première|précédente?|ancienne?|previous|first|original|initial|earlier)\\s+(?:\\p{"
    "L}"
    "+\\s+){0,3}?"
    "<AGREEMENT>(?! article)[^.\\n]{0,150}?\\b(?<y>" YEAR ")\\b(?:\\s?[-–/]\\s?" YEAR
    "|[^.\\n]{0,10}?(?:et|and|to|à) " YEAR ")?",
    70, FALSE, "Un premier accord avait été conclu en 2010.", "2010" },
  { "(?i:précédente?|previous|earlier)\\s+(?:\\p{L}+\\s+){0,2}?(?:programme|plan|cycle)[^.\\n]{0,"
    "150}"
    "?\\b(?<y>" YEAR ")\\b",
    68, FALSE, "Le précédent programme de coopération de 2012 est terminé.", "2012" },
  { "(?i:renouvel\\w+|prolong\\w+|reconduit\\w*|renew\\w*|reaffirm\\w*|extend\\w*|actualis\\w+|"
    "fait "
    "suite)[^.\\n]{0,90}?<AGREEMENT>"
    "[^.\\n]{0,80}?(?<!')\\b(?<y>" YEAR ")\\b(?!\\s?[-–/]\\s?" YEAR ")",
    66, FALSE, "Les villes renouvellent leur convention de 2009.", "2009" },
  { "<AGREEMENT>[^.\\n]{0,80}?(?i:signée?s?|conclue?s?|signed|established|entered "
    "into|initi\\w+|avait|scell\\w+|établi\\w*|formed|"
    "dated?|du|of)[^.\\n]{0,40}?\\b(?<y>" YEAR ")\\b",
    58, TRUE, "Fait à Brive le 3 mai 2020. Les villes renouvellent leur convention signée en 2009.",
    "2009" },
  { "<SIGNED>[^.\\n]{0,25}\\b(?<y>" YEAR ")\\b[^.\\n]{0,40}<AGREEMENT>", 54, TRUE,
    "Fait à Brive le 3 mai 2020. Les villes ont signé en 2009 une convention, renouvelée.",
    "2009" },
  { "(?i:depuis|since|lié\\w* (?:par|depuis)|dès)[^.\\n]{0,60}?\\b(?<y>" YEAR
    ")\\b[^.\\n]{0,100}?<AGREEMENT>",
    50, TRUE, "Depuis 1981, les villes sont liées par une charte, renouvelée.", "1981" },
  { "<AGREEMENT>[^.\\n]{0,60}?(?i:depuis|since|en date du)[^.\\n]{0,30}?\\b(?<y>" YEAR ")\\b", 46,
    TRUE, "Les villes ont un accord depuis 1981, qu'elles renouvellent.", "1981" },
};

static int
get_year (const EntAgreementReading *reading, EntReadingField field)
{
  const EntProposal *proposal = ent_agreement_reading_find (reading, field);

  return proposal != NULL ? atoi (proposal->value) : 0;
}

/* The earlier agreement is one of an earlier year than this one. */
static void
propose_renews (EntScan *scan)
{
  int own = get_year (scan->reading, ENT_READING_SIGNED_ON);
  int from = get_year (scan->reading, ENT_READING_VALID_FROM);
  gboolean again = ent_scan_has (
      scan,
      "(?i:renouvel\\w+|re-sign\\w*|renew(?:s|ed|al|ing)?\\b|reaffirm\\w*|"
      "reconduit\\w*)",
      ent_scan_whole (scan));

  if (own == 0)
    own = from;
  for (guint i = 0; i < G_N_ELEMENTS (renewal_rules); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match_full (ent_reader_regex (renewal_rules[i].pattern), scan->flow,
                          (gssize) scan->length, 0, 0, &match, NULL);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          EntSpan whole = ent_match_span (match, 0);
          EntSpan sentence = ent_scan_sentence (scan, whole.start);
          g_autofree char *year = g_match_info_fetch_named (match, "y");
          g_autofree char *words = NULL;

          if (own != 0 && atoi (year) >= own)
            continue;
          /* Without a date of its own, the agreement of which a text speaks may be this one. */
          if (own == 0 && renewal_rules[i].loose && !again)
            continue;
          if (renewal_rules[i].loose
              && !ent_scan_has (scan, "(?i:deux|two|villes|cities|jumel|sister|parten|lien|coop)",
                                sentence))
            continue;
          if (ent_scan_has (scan,
                            "(?i:délibération|résolution du conseil|loi "
                            "n|décret|constitution|charte (?:des|de l)|traité)",
                            sentence)
              && renewal_rules[i].confidence <= RENEWED)
            continue;
          words = ent_scan_text (scan, ent_match_named (match, "y"));
          ent_scan_propose (scan, ENT_READING_RENEWS, words, renewal_rules[i].confidence, whole);
          return;
        }
    }
}

/* Copies and languages of the text; group w is the words. */
static const char *const copy_rules[] = {
  "\\ben (?<w>(?:(?:deux|trois|quatre|cinq|six|double|triple|\\d+)(?: ?\\(\\d+\\))? "
  "?(?:exemplaires?|originaux)(?: originaux| identiques)?))",
  "(?i:\\bin (?<w>(?:duplicate|triplicate|quadruplicate|(?:two|three|four|five|six|\\d+)(?: "
  "?\\(\\d+\\))?"
  "(?: identical| original)?(?: original)? ?(?:copies|originals|counterparts))))",
};

/* Languages as both languages call them. */
#define LANGUAGE                                                                                   \
  "\\b(?:français|anglais|allemand|espagnol|castillan|catalan|italien|néerlandais|portugais|"      \
  "arabe|"                                                                                         \
  "amazighe?|berbère|chinois|mandarin|japonais|vietnamien|turc|russe|polonais|hongrois|roumain|"   \
  "coréen|ukrainien|grec|tchèque|serbe|croate|bulgare|hébreu|suédois|wallon|basque|breton|"        \
  "occitan|"                                                                                       \
  "créole|French|English|German|Spanish|Catalan|Italian|Dutch|Portuguese|Arabic|Amazigh|Chinese|"  \
  "Mandarin|Japanese|Vietnamese|Turkish|Russian|Polish|Hungarian|Romanian|Korean|Ukrainian|Greek|" \
  "Czech|Serbian|Croatian|Bulgarian|Hebrew|Swedish|Filipino|Thai|Welsh|Basque|Creole)\\b"

/* No text is in more. */
#define MAX_LANGUAGES 6

#define LANGUAGES_SENTENCE                                                                         \
  "(?i:\\b(?:en langues?|en français|en anglais|in (?:the )?(?:both "                              \
  ")?(?:English|French|Japanese|Spanish|"                                                          \
  "Chinese|Korean|German|Italian|Portuguese|Turkish)|versions?|\\bboth "                           \
  "(?:English|French|Japanese|Chinese|German|Spanish|Korean)|languages?|foi\\b|authenti))"

static gboolean
visit_language (EntScan *scan, GMatchInfo *match, gpointer data)
{
  GHashTable *known = data;
  EntSpan span = ent_match_span (match, 0);
  EntSpan sentence = ent_scan_sentence (scan, span.start);
  g_autofree char *name = ent_scan_text (scan, span);

  if (ent_scan_has (scan, LANGUAGES_SENTENCE, sentence)
      && ent_scan_has (scan,
                       "(?i:<SIGNED>|exemplaire|cop(?:y|ies)|original|rédig|written|drawn|authenti|"
                       "texte?s?\\b)",
                       sentence)
      && g_hash_table_add (known, g_strdup (name)))
    ent_scan_propose (scan, ENT_READING_LANGUAGE, name, 75, span);

  return g_hash_table_size (known) < MAX_LANGUAGES;
}

static void
propose_languages (EntScan *scan)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  ent_scan_each (scan, LANGUAGE, ent_scan_whole (scan), visit_language, known);
}

/* Words of what is in force, beside a day. */
#define IN_FORCE                                                                                   \
  "(?i:<AGREEMENT>|durée|vigueur|effet|valab|valid|force|effect|expir|échéance|prolong|extend|"    \
  "term\\b|period|\\bans\\b|années|years?\\b)"

static void
propose_days (EntScan *scan)
{
  for (guint i = 0; i < scan->dates->len; i++)
    {
      const EntReadDate *date = &g_array_index (scan->dates, EntReadDate, i);
      EntSpan sentence = ent_scan_sentence (scan, date->span.start);
      EntSpan before = { sentence.start, date->span.start };
      g_autofree char *day = NULL;

      if (date->year == 0 || !ent_scan_has (scan, IN_FORCE, sentence)
          || ent_scan_has (scan, PAST, before))
        continue;
      day = ent_read_format_date (date);
      for (guint j = 0; j < G_N_ELEMENTS (day_rules); j++)
        {
          if (ent_agreement_reading_find (scan->reading, day_rules[j].field) == NULL
              && ent_scan_has (scan, day_rules[j].pattern, before))
            ent_scan_propose (scan, day_rules[j].field, day, 76, date->span);
        }
    }
}

/**
 * ent_read_period:
 * @scan: a text being read
 *
 * Proposes from when until when it holds, and the term in words.
 */
void
ent_read_period (EntScan *scan)
{
  PeriodSearch search = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (period_rules) && !search.done; i++)
    {
      search.rule = &period_rules[i];
      ent_scan_each (scan, period_rules[i].pattern, ent_scan_whole (scan), visit_period, &search);
    }
  propose_days (scan);
  propose_term (scan);
}

/**
 * ent_read_making:
 * @scan: a text being read, its signature and period known
 *
 * Proposes what it renews, in how many copies and in which languages it was made.
 */
void
ent_read_making (EntScan *scan)
{
  propose_renews (scan);
  for (guint i = 0; i < G_N_ELEMENTS (copy_rules); i++)
    {
      EntSpan span;

      if (ent_scan_find (scan, copy_rules[i], ent_scan_whole (scan), 1, &span))
        {
          g_autofree char *words = ent_scan_text (scan, span);

          ent_scan_propose (scan, ENT_READING_COPIES, words, 85, span);
          break;
        }
    }
  propose_languages (scan);
}

/* The cases of the rules above, for the tests. */
void
ent_read_period_examples (EntReadExampleFunc visit_example, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (renewal_rules); i++)
    {
      EntReadExample example = { renewal_rules[i].pattern, renewal_rules[i].example,
                                 ENT_READING_RENEWS, renewal_rules[i].expected };

      visit_example (&example, data);
    }
  for (guint i = 0; i < G_N_ELEMENTS (day_rules); i++)
    {
      EntReadExample example = { NULL, day_rules[i].example, day_rules[i].field,
                                 day_rules[i].expected };

      visit_example (&example, data);
    }
  for (guint i = 0; i < G_N_ELEMENTS (period_rules); i++)
    {
      EntReadExample example = { period_rules[i].pattern, period_rules[i].example,
                                 ENT_READING_VALID_TO, period_rules[i].expected };

      visit_example (&example, data);
    }
}
