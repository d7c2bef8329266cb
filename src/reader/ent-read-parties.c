/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-text.h"

#include <string.h>

#define MAX_PARTIES 6

/* Of a text that names hundreds of places, the first are looked at, and the surest of them again.
 */
#define MAX_NAMES 400
#define MAX_CANDIDATES 30

/* Where texts name parties, and how much a mention there says. Groups a to f are parties. */
typedef struct
{
  const char *pattern;
  double weight;
  const char *example;
  gboolean formal; /* who is named so is a party, however rarely */
} PartyRule;

#define NAMED_FR                                                                                   \
  "(?:(?i:(?:le |la )?(?:groupement|syndicat|fédération) (?:intercommunal |des? communes "         \
  ")?)<PLACE> pour "                                                                               \
  "(?:la "                                                                                         \
  "|le |les |l')\\p{Ll}{3,20}|(?:<ORGFR>)<PLACE>)"
#define NAMED_EN                                                                                   \
  "(?:<ORGEN><PLACE>|(?:[Tt]he )?<PLACE><TYPEEN>\\b|<CAP>'s? \\d{1,2}(?:st|nd|rd|th) "             \
  "arrondissement)"
#define NAMED "(?:" NAMED_FR "|" NAMED_EN ")"
#define ANY "(?:" NAMED "|<PLACE>)"
/* What may stand behind a name: country, region, who stands for it. */
#define ASIDE                                                                                      \
  "(?:\\s*(?:[(,/–]|- |(?i:in (?=the |\\p{Lu})))(?:[^\\n;.]|\\b\\p{Lu}\\.){0,90}?[),]?)??"

static const PartyRule rules[] = {
  { "(?:^|\\s|\\()(?i:entre|between)\\s*:?\\s+(?:d'une part,? )?(?i:the )?(?<a>" ANY ")" ASIDE
    "[,;]?\\s+(?i:et|and)\\s+(?:d'autre part,? |celle de )?(?:(?i:between|entre) )?(?<b>" ANY ")",
    8, "Entre la Ville de Namur et la Ville de Hué" },
  { "^(?:D'une part,? )?(?<a>" NAMED
    ")[^\\n]{0,300}\\n+(?:D'UNE PART,?\\n+)?(?i:et|and|&)[ ,:]*\\n+(?<b>" ANY ")",
    8, "La Commune de Nesmy\nEt\nLa Commune de Burggen" },
  { "(?<a>" ANY ")" ASIDE "(?:,)? (?:et|and|&) (?<b>" ANY ")" ASIDE
    ",? (?:ont |viennent de |have |has |were |today |officially |officiellement |aujourd'hui |vont "
    ")*"
    "(?:sign\\w+|renouvel\\w+|renew\\w*|re-?affirm\\w*|re-sign\\w*|se jumellent|sont "
    "jumel\\w+|s'associent|s'accordent|conviennent|agree\\w*|scell\\w+|conclu\\w+|décid\\w+|"
    "formalis\\w+|formaliz\\w+|offici?alis\\w+|do hereby|hereby|inks?\\b|inked|forges?\\b|forged|"
    "paraph\\w+|celebrat\\w+|célèbr\\w+|fêt\\w+|seal\\w*|establish\\w*|extend\\w*|enter\\w* into|"
    "become\\b|became\\b|join\\w*|tissent|nouent|unissent|posent|ont posé|enter into|"
    "développ\\w+|souhaitent|wish\\b)",
    6, "Namur et Hué signent un protocole de coopération" },
  { "(?:^|\\t| )(?:Pour|POUR|For|FOR|On behalf of|Au nom de) (?<a>" NAMED ")", 6,
    "Pour la Ville de Namur" },
  { "(?:[Vv]illes?|[Cc]ommunes?|[Mm]unicipalités|[Cc]ollectivités|[Rr]égions|[Mm]aires|[Cc]ités|"
    "[Cc]ities|[Tt]owns|[Mm]unicipalities|[Cc]ounties|[Mm]ayors|communities|peoples?|people|"
    "citizens|"
    "habitants|populations) (?:de |d'|of |from )(?<a><PLACE>)" ASIDE
    ",? (?:et|and) (?:(?:de |d'|of )?la [Vv]ille |celle )?(?:de la |de |d'|of )?(?<b><PLACE>)",
    5, "les villes de Hué (Vietnam) et Namur" },
  { "(?i:jumelages?|twinning|partenariat|coopération|sister(?:-| "
    ")cit(?:y|ies)|partnership|relationship) "
    "(?i:(?:de |d'|of )?(?:the )?)(?<a><PLACE>)(?: ?[–/] ?| - )(?<b><PLACE>)",
    4, "le jumelage Nesmy – Burggen" },
  { "(?i:jumelages?|twinning|partenariat|coopération|accord|agreement) "
    "(?!Saint|Sainte|New|Mont|Bourg|Château|Ville)"
    "(?<a>\\p{Lu}[\\p{L}]+)-(?<b>\\p{Lu}[\\p{L}]+)\\b(?!-)",
    4, "le jumelage Nesmy-Burggen" },
  { "(?<a>" ANY ") (?:a |has |vient de )?(?:officially |officiellement "
                ")?(?:sign(?:s|ed|é|e|er)|re-?affirm(?:s|ed)|renew(?:s|ed)|extend(?:s|ed)|seal(?:s|"
                "ed)|inks|inked|renouvelle) "
    "(?:an? |the |its |their |une? |la |le |l'|sa |son )"
    "[^.\\n]{0,70}? (?:with|avec) (?:the |la |le )?(?<b>" ANY ")",
    6, "Minato Ward has signed an agreement with Hamm" },
  { "(?:with|avec|et|and) (?:(?:its|her|our|sa|son|the) (?:\\p{L}+ ){0,2})?(?<a>" NAMED ")", 1.5,
    "an agreement with the City of Rotorua" },
  { "(?<a>" NAMED ")(?:[^\\n.]{0,120}?|[^\\n]{0,120}\\nDont[^\\n]{0,160}?)(?i:représentée?s?|"
    "represented|hereinafter|ci-après|dénommée?)",
    6, "la commune de Burggen, représentée par son maire", TRUE },
  { "^(?<a><PLACE>), (?<b><PLACE>) (?:to )?(?:sign|ink|forge|seal|renew|establish|s'allient)", 7,
    "Leeds, Durban ink sisterhood agreement" },
  { "(?i:\\b(?:unissent|unit|lient|lie|unite|link|bind|bring together|rapprochent) )(?<a>" ANY
    ") (?i:et|and|à|with|to) (?<b>" ANY ")",
    6, "the bonds which unite Trévières and Ipplepen" },
  { "(?i:between|entre)\\s+(?i:the )?(?i:cities|towns|villages|municipalities|villes|communes) "
    "(?i:of|de) (?<a><PLACE>) (?i:and|et) (?<b><PLACE>)",
    8, "BETWEEN THE CITIES OF LEEDS AND DURBAN" },
  { "^(?:[-–•] )?(?<a><BODY>)(?: \\([^)\\n]{2,20}\\))?(?:, [^\\n]{0,60}?)?,? ?\\n?"
    "(?i:représentée?|ci-après|dénommée?|dont le siège|hereinafter|represented)",
    9, "L'Association Comité des jumelages de Brive, représentée par sa présidente", TRUE },
  { "(?<a><BODY>)(?: \\([^)\\n]{2,20}\\))? (?:et|and) (?<b><BODY>)(?: \\([^)\\n]{2,20}\\))?,? "
    "(?:ont |have )?"
    "<SIGNED>",
    9, "L'Association des maires du Bénin et l'Association des maires du Togo ont signé", TRUE },
  { "(?<a><PLACE>) is (?<b><PLACE>)'s (?:\\p{Ll}+ )?(?i:sister|twin|partner|friendship)", 5,
    "The city of Suzhou is Taupo's second sister city" },
  { "(?<a><PLACE>)(?:'s)? [Mm]ayor (?!of\\b)<NW>", 2, "Houston Mayor Turner" },
  { "(?i:\\b(?:maire|bourgmestre|mayor|président du conseil (?:municipal|communal))) (?:de la "
    "(?:ville|commune) )?(?:de |d'|of )(?:the City of )?(?<a><PLACE>)",
    2, "signé par le maire de Dreux" },
  { "\\b(?<a>" NAMED ")", 1, "la Ville de Namur" },
};

/* What every city is called; a name is known without it. */
static const char *const common[] = {
  "ville",       "city",     "commune",  "municipality", "municipalite", "town",
  "ward",        "district", "mairie",   "the",          "la",           "le",
  "les",         "l",        "de",       "du",           "des",          "d",
  "of",          "village",  "cite",     "municipal",    "government",   "council",
  "corporation", "borough",  "township", NULL,
};

/* What looks like a name of a place and is none. */
static const char *const no_places[] = {
  "europe",
  "union",
  "etat",
  "republique",
  "monde",
  "paix",
  "maire",
  "mayor",
  "article",
  "conseil",
  "council",
  "president",
  "monsieur",
  "madame",
  "parties",
  "party",
  "protocole",
  "convention",
  "accord",
  "charte",
  "agreement",
  "memorandum",
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "lundi",
  "mardi",
  "mercredi",
  "jeudi",
  "vendredi",
  "samedi",
  "dimanche",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "both",
  "each",
  "this",
  "these",
  "whereas",
  "considerant",
  "les",
  "the",
  "il",
  "elle",
  "we",
  "nous",
  "sister",
  "cities",
  "city",
  "international",
  "internationales",
  "association",
  "hall",
  "congres",
  "assemblee",
  "francophonie",
  "developpement",
  "cooperation",
  "jumelage",
  "twinning",
  "charter",
  "signature",
  "cette",
  "cet",
  "dans",
  "lors",
  "pour",
  "avec",
  "apres",
  "depuis",
  "during",
  "under",
  "department",
  "office",
  "bureau",
  "manager",
  "attorney",
  "clerk",
  "youth",
  "people",
  "governor",
  "honorable",
  "chairman",
  "secretary",
  "committee",
  "comite",
  "commission",
  NULL,
};

/* "Ville de Namur" and "NAMUR" have one core. */
char *
ent_read_core (const char *name)
{
  g_autofree char *folded = ent_text_fold (name);
  g_auto (GStrv) words = g_strsplit_set (folded, " '-–,./()", -1);
  GString *core = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || g_strv_contains (common, words[i]))
        continue;
      if (core->len > 0)
        g_string_append_c (core, ' ');
      g_string_append (core, words[i]);
    }

  return g_string_free (core, FALSE);
}

static void
party_free (gpointer data)
{
  EntReadParty *party = data;

  g_free (party->name);
  g_free (party->core);
  g_free (party->country);
  g_free (party);
}

/* Words that make an institution, a thing or a sentence of what looks like a place. */
#define NO_PLACE                                                                                   \
  "\\b(?:cent(?:er|re)|school|college|lycee|collectivites|press|release|business|hall|agreement|"  \
  "memorandum|sisterhood|signing|ceremony|council|affiliation|relationship|foundation|museum|"     \
  "hotel|delegation|fire "                                                                         \
  "station|"                                                                                       \
  "park|program|programme|relations|conference|summit|region of|elementary|airport|hospital)\\b"   \
  "|\\bx{3,}\\b|^(?:french|english|german|japanese|american|chinese|korean|british|canadian|"      \
  "spanish|italian|belgian|dutch|francais|anglais|allemande?|europeen)s?$"

static gboolean
is_place (const char *core)
{
  g_auto (GStrv) words = g_strsplit (core, " ", -1);

  if (g_utf8_strlen (core, -1) < 3 || g_utf8_strlen (core, -1) > 90
      || g_regex_match (ent_reader_regex (NO_PLACE), core, 0, NULL))
    return FALSE;

  return words[0] != NULL && !g_strv_contains (no_places, words[0])
         && !g_strv_contains (no_places, words[g_strv_length (words) - 1]);
}

static EntReadParty *
find_core (EntScan *scan, const char *core)
{
  for (guint i = 0; i < scan->parties->len; i++)
    {
      EntReadParty *party = scan->parties->pdata[i];

      if (g_str_equal (party->core, core))
        return party;
    }

  return NULL;
}

/* The name without an article before it, and without the letters of a heading. */
static char *
tidy_name (const char *name)
{
  g_autofree char *bare = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *one = NULL;

  /* "Sisterhood Agreement San Fernando", "Cultural Center The". */
  bare = g_regex_replace (
      ent_reader_regex (
          "^(?:\\p{L}+ )?(?i:sisterhood|twinning|agreement|accord|convention|protocole|"
          "charte|jumelage|memorandum|relations?)(?: (?i:agreement|charter|between|"
          "entre))? (?=\\p{Lu})|^By |(?: (?:The|La|Le|Les|A|In|On|We|En|Le|Il|Un|Une))+$"),
      name, -1, 0, "", 0, NULL);
  whole = g_regex_replace (
      ent_reader_regex (
          "^.+?\\s(?=(?:la |le |La |Le )?(?:Ville|Commune|Département|Région|Préfecture|Province|"
          "Communauté|Municipalité|City|Town|District|County) (?:de |du |des |d'|of ))"
          "|^.*\\p{L}'s "),
      bare, -1, 0, "", 0, NULL);
  plain = g_regex_replace (ent_reader_regex ("^(?:[Ll]a|[Ll]e|[Ll]es|[Tt]he|THE|LA|LE)\\s+|^[Ll]'"),
                           whole, -1, 0, "", 0, NULL);
  one = g_regex_replace (ent_reader_regex ("\\s+"), plain, -1, 0, " ", 0, NULL);

  return g_steal_pointer (&one);
}

static void
mention (EntScan *scan, EntSpan span, double weight, gboolean formal)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *core = NULL;
  EntReadParty *party;

  if (span.end <= span.start)
    return;
  text = ent_scan_text (scan, span);
  name = tidy_name (text);
  core = ent_read_core (name);
  if ((!is_place (core) && !(formal && ent_scan_has (scan, "\\G<BODY>", span)))
      || ent_read_country (name) != NULL)
    return;
  party = find_core (scan, core);
  if (party == NULL && scan->parties->len >= MAX_NAMES)
    return;
  if (party == NULL)
    {
      party = g_new0 (EntReadParty, 1);
      party->name = g_steal_pointer (&name);
      party->core = g_steal_pointer (&core);
      party->span = span;
      g_ptr_array_add (scan->parties, party);
    }
  else if (strlen (name) > strlen (party->name))
    {
      g_free (party->name);
      party->name = g_steal_pointer (&name);
    }
  party->span = span.start < party->span.start ? span : party->span;
  party->formal = party->formal || formal;
  /* Mentions add up, but do not make a party of a city named on every line. */
  party->weight += weight >= 3 ? weight : weight / (1 + party->weight / 4);
}

static gboolean
visit (EntScan *scan, GMatchInfo *match, gpointer data)
{
  const PartyRule *rule = data;
  double weight = rule->weight;
  EntSpan whole = ent_match_span (match, 0);

  if (whole.start < 200)
    weight *= 1.5;
  /* "following the memorandum between A and B" is of others. */
  else if (weight >= 6
           && ent_scan_has (
               scan,
               "(?i:following|extended|previous|existing|précédente?|suite à)\\b[^.\\n]{0,40}$",
               (EntSpan) { ent_scan_line (scan, whole.start).start, whole.start + 1 }))
    weight /= 4;
  mention (scan, ent_match_named (match, "a"), weight, rule->formal);
  mention (scan, ent_match_named (match, "b"), weight, rule->formal);

  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const EntReadParty *one = *(EntReadParty *const *) a;
  const EntReadParty *other = *(EntReadParty *const *) b;

  return one->span.start < other->span.start ? -1 : one->span.start > other->span.start;
}

static int
compare_parties (gconstpointer a, gconstpointer b)
{
  const EntReadParty *one = *(EntReadParty *const *) a;
  const EntReadParty *other = *(EntReadParty *const *) b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;

  return one->span.start < other->span.start ? -1 : one->span.start > other->span.start;
}

/* "Namur Maxime" read over a column, or "Koto Metropolis": the shorter name that begins it and
 * stands elsewhere takes it in. */
static void
merge_longer (EntScan *scan)
{
  for (guint i = 0; i < scan->parties->len; i++)
    {
      EntReadParty *party = scan->parties->pdata[i];
      g_autofree char *start = g_strconcat (party->core, " ", NULL);

      for (guint j = scan->parties->len; j-- > 0;)
        {
          EntReadParty *other = scan->parties->pdata[j];

          if (i == j || !g_str_has_prefix (other->core, start))
            continue;
          party->weight += other->weight;
          g_ptr_array_remove_index (scan->parties, j);
          if (j < i)
            i--;
        }
    }
}

/* What stands behind a name: ", Québec, Canada", "(Vietnam)", " / Vendée – France", " en France".
 */
static void
find_country (EntScan *scan, EntReadParty *party)
{
  g_autofree char *stem = g_regex_escape_string (party->name, -1);
  g_autofree char *pattern = g_strdup_printf (
      "(?i:%s)(?:(?: ?[,(/–-] ?| (?:en|au|aux|in|du|de la|d') ?)([^.;\\n]{3,80}))", stem);

  for (gsize from = 0;;)
    {
      EntSpan after;
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;

      if (party->country != NULL
          || !ent_scan_find_once (scan, pattern, (EntSpan) { from, scan->length }, 1, &after))
        return;
      text = ent_scan_text (scan, after);
      parts = g_regex_split (ent_reader_regex (" ?[,()/–] ?| (?:et|and|ayant|a|have|has|ont) "),
                             text, 0);
      for (guint i = 0; parts[i] != NULL && i < 3 && party->country == NULL; i++)
        party->country = g_strdup (ent_read_country (parts[i]));
      from = after.start;
    }
}

/* "Rudi Vervoort and Pascal Smet signed": they hold an office, and are no cities. */
static void
remove_people (EntScan *scan)
{
  for (guint i = scan->parties->len; i-- > 0;)
    {
      EntReadParty *party = scan->parties->pdata[i];
      g_autofree char *stem = g_regex_escape_string (party->name, -1);
      g_autofree char *pattern = g_strdup_printf (
          "(?:" ENT_READER_OFFICE
          "(?: (?:aux|de|d'|du|des|of|for) ?[^,.\\n]{0,40}?| [^,. \\n]{1,20})? |<TITLE> )"
          "(?<!\\bde |\\bd'|\\bof |\\bdu |the )(?<!\\bde la |\\bville de |commune de |[Cc]ity of "
          ")%s\\b"
          "|%s,? (?:le |la |the )?(?:\\p{Ll}+ )?" ENT_READER_OFFICE "\\b(?<!City Mayor)",
          stem, stem);

      if (strchr (party->core, ' ') != NULL
          && !ent_scan_has (scan, "\\G<ORGFR>|\\G<ORGEN>", party->span)
          && ent_scan_find_once (scan, pattern, ent_scan_whole (scan), 0, NULL))
        g_ptr_array_remove_index (scan->parties, i);
    }
}

/**
 * ent_scan_find_party:
 * @scan: a text being read
 * @words: words of it, such as a function
 *
 * Returns: (transfer none) (nullable): the party that they name
 */
EntReadParty *
ent_scan_find_party (EntScan *scan, const char *words)
{
  g_autofree char *core = ent_read_core (words);
  EntReadParty *found = NULL;

  for (guint i = 0; i < scan->parties->len; i++)
    {
      EntReadParty *party = scan->parties->pdata[i];
      g_autofree char *stem = NULL;
      g_autofree char *pattern = NULL;

      if (g_utf8_strlen (party->core, -1) < 3)
        continue;
      stem = g_regex_escape_string (party->core, -1);
      pattern = g_strdup_printf ("(?:^| )%s(?: |$)", stem);
      if (g_regex_match_simple (pattern, core, 0, 0)
          && (found == NULL || strlen (party->core) > strlen (found->core)))
        found = party;
    }

  return found;
}

/**
 * ent_read_parties:
 * @scan: a text being read
 *
 * Fills the parties of @scan: those that stand where agreements name them, far above any other
 * place of the text.
 */
void
ent_read_parties (EntScan *scan)
{
  double least;

  g_ptr_array_set_free_func (scan->parties, party_free);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    ent_scan_each (scan, rules[i].pattern, ent_scan_whole (scan), visit, (gpointer) &rules[i]);
  g_ptr_array_sort (scan->parties, compare_parties);
  if (scan->parties->len > MAX_CANDIDATES)
    g_ptr_array_set_size (scan->parties, MAX_CANDIDATES);
  remove_people (scan);
  merge_longer (scan);
  g_ptr_array_sort (scan->parties, compare_parties);
  for (guint i = 0; i < MIN (scan->parties->len, MAX_PARTIES); i++)
    find_country (scan, scan->parties->pdata[i]);
  least = scan->parties->len < 3 ? 0 : ((EntReadParty *) scan->parties->pdata[1])->weight * 0.5;
  for (guint i = scan->parties->len; i-- > 2;)
    {
      EntReadParty *party = scan->parties->pdata[i];

      if ((party->weight < MAX (least, 5) && !party->formal) || i >= MAX_PARTIES)
        g_ptr_array_remove_index (scan->parties, i);
    }
  g_ptr_array_sort (scan->parties, compare_places);
}

/* The cases of the rules above, for the tests. */
void
ent_read_party_examples (EntReadExampleFunc visit_example, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      EntReadExample example = { rules[i].pattern, rules[i].example, ENT_READING_PARTY, NULL };

      visit_example (&example, data);
    }
}
