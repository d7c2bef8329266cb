/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-text.h"

#include <string.h>

#define MAX_PARTIES 6

/* Of a text that names hundreds of places, the first are looked at, and the surest of them again.
 */
#define MAX_NAMES 400
#define MAX_CANDIDATES 30

/* Where texts name parties, and how much a mention there says. Groups a to c are parties. */
typedef struct
{
  const char *pattern;
  double weight;
  const char *example;
  gboolean formal; /* who is named so is a party, however rarely */
} PartyRule;

/* "Kloto 1", "Yaoundé II": a number that belongs to the name. */
#define NUMBER                                                                                     \
  "(?: (?:\\d{1,2}|II|III|IV|VI{1,3}|IX)(?![\\p{L}\\d%°]|[.,:/-]\\d| "                             \
  "?(?:<MONTH>|ans\\b|years?\\b|"                                                                  \
  "heures?\\b|er\\b)))?"

#define NAMED_FR                                                                                   \
  "(?:(?i:(?:le |la )?(?:groupement|syndicat|fédération) (?:intercommunal |des? communes "         \
  ")?)<PLACE> pour "                                                                               \
  "(?:la "                                                                                         \
  "|le |les |l')\\p{Ll}{3,20}|(?:<ORGFR>)<PLACE>" NUMBER                                           \
  "|(?:Région|Province|Canton|Commune|Département|Métropole|Wilaya|Préfecture) (?=\\p{Lu})<PLACE>" \
  "|(?i:les (?:deux )?(?:villes|communes|municipalités|collectivités)) (?i:de |d')?<PLACE>" NUMBER \
  ")"
#define NAMED_EN                                                                                   \
  "(?:<ORGEN><PLACE>|(?:[Tt]he )?<PLACE><TYPEEN>(?![\\p{L}])|<CAP>'s? \\d{1,2}(?:st|nd|rd|th) "    \
  "arrondissement)"
#define NAMED "(?:" NAMED_FR "|" NAMED_EN ")"
#define ANY "(?:" NAMED "|<PLACE>" NUMBER ")"
/* What may stand behind a name: country, region, what it is called for short. */
#define ASIDE                                                                                      \
  "(?:\\s*(?:[(,/–]|- |(?i:in (?=the |\\p{Lu})|dans (?=le |la |l')|(?:en|au) (?=\\p{Lu})))"        \
  "(?:[^\\n;.]|\\b\\p{Lu}\\.){0,90}?[),]?)??"

/* What stands between two parties and what they do. */
#define ADVERB                                                                                     \
  "ont |viennent (?:donc )?de |have |has |had |were |today |officially |officiellement "           \
  "|aujourd'hui |vont |"                                                                           \
  "will |shall |are |both |also |hereby |do |did |jointly |formally |just |recently |désormais |"  \
  "également |ensemble |conjointement |sont |unanimement |mutually "

/* What parties do together. */
#define UNITE                                                                                      \
  "sign\\w+|cosign\\w+|renouvel\\w+|renew\\w*|re-?affirm\\w*|re-sign\\w*|se (?:sont )?jumel\\w+|"  \
  "jumel\\w+|s'associent|s'accordent|s'engagent|s'unissent|conviennent|convenu|agree\\w*|"         \
  "scell\\w+|conclu\\w+|décid\\w+|formalis\\w+|formaliz\\w+|offici?alis\\w+|inks?\\b|inked|"       \
  "forges?\\b|forged|paraph\\w+|celebrat\\w+|célèbr\\w+|fêt\\w+|seal\\w*|establish\\w*|extend\\w*" \
  "|"                                                                                              \
  "enter\\w* into|becom\\w+|became\\b|be sister|join\\w*|tissent|nouent|unissent|posent|posé|"     \
  "affiliate\\w*|développ\\w+|souhaitent|désirent|entendent|reconnaissent|déclarent|affirment|"    \
  "wish\\b|desire\\b|recogni[sz]e\\b|declare\\b|pledge\\w*|resolve\\w*|undertake|commit\\b|"       \
  "strengthen\\w*|entretiennent|liées?\\b|linked\\b|twinned\\b|partner\\b|team up|cooperate\\b"

static const PartyRule rules[] = {
  { "(?:^|\\s|\\()(?i:entre|between)\\s*:?\\s+(?:d'une part,? )?(?i:the )?(?<a>" ANY ")" ASIDE
    "[,;]?\\s+(?i:et|and)\\s+(?:d'autre part,? |celle de )?(?:(?i:between|entre) )?(?<b>" ANY ")",
    8, "Entre la Ville de Namur et la Ville de Hué" },
  { "^(?:D'une part,? )?(?<a>" NAMED
    ")[^\\n]{0,300}\\n+(?:D'UNE PART,?\\n+)?(?i:et|and|&)[ ,:]*\\n+(?<b>" ANY ")",
    8, "La Commune de Nesmy\nEt\nLa Commune de Burggen" },
  { "(?<a>" ANY ")" ASIDE "(?:,)? (?:et|and|&) (?<b>" ANY ")" ASIDE ",? (?:" ADVERB ")*(?:" UNITE
    ")",
    6, "Namur et Hué signent un protocole de coopération" },
  { "(?:^|\\t| )(?:Pour|POUR|For|FOR|On behalf of|Au nom de) (?<a>" NAMED ")", 6,
    "Pour la Ville de Namur" },
  { "(?:^|\\s|\\()(?i:entre|between)\\s*:?\\s+(?i:the )?(?<a>" ANY ")" ASIDE ",\\s+(?<b>" NAMED
    ")" ASIDE ",?\\s+(?i:et|and|ainsi que)\\s+(?<c>" NAMED ")",
    8, "entre la Ville de Brive, la Commune de Lauf et le Département de la Corrèze" },
  { "(?i:\\b(?:les (?:deux |trois )?)?(?:communes|villes|municipalités)) (?:de "
    "|d')?(?<a><PLACE>" NUMBER ")"
    "(?:, (?:de |d')?(?<c><PLACE>" NUMBER "))? et (?:de |d')?(?<b><PLACE>" NUMBER ")",
    7.5, "et les communes Lauf 2 et Saponé 1" },
  { "(?<a><PLACE>)(?: \\([^)\\n]{2,40}\\))? (?:and|et) (?<b><PLACE>)(?: \\([^)\\n]{2,40}\\))? "
    "(?:provinces|prefectures|counties|regions|districts|municipalities|cities|towns)\\b",
    6, "leaders of Leeds and Durban provinces met" },
  { "\\b(?:both|administrations of|governments of|councils of|mayors of|leaders of|representatives "
    "of|"
    "maires? de|bourgmestres de|délégations de) (?<a>" ANY ")" ASIDE
    " (?:and|et) (?:de |d'|of )?(?<b>" ANY ")",
    4, "With this Agreement, the administrations of Leeds and Durban" },
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
  { "(?<!City )(?:with|avec|et|and) (?:(?:its|her|our|sa|son|the) (?:\\p{L}+ ){0,2})?(?<a>" NAMED
    ")",
    1.5, "an agreement with the City of Rotorua" },
  { "(?<a>" NAMED ")(?:[^\\n.]{0,120}?|[^\\n]{0,120}\\nDont[^\\n]{0,160}?)(?i:représentée?s?|"
    "represented|hereinafter|ci-après|dénommée?)",
    6, "la commune de Burggen, représentée par son maire", TRUE },
  { "(?i:maires|bourgmestres|mayors|présidents|governors) (?:de |d'|of )(?<a><PLACE>), <PERSON>, "
    "(?:(?:de |d'|of )(?<c><PLACE>),? (?:<PERSON>,? )?)?(?:et|and) (?:de |d'|of )(?<b><PLACE>)",
    6, "Les maires de Brive, Jean Petit, de Lauf, Hans Gross, et de Saponé, Ali Traoré", TRUE },
  { "^(?<a><PLACE>), (?<b><PLACE>) (?:to )?(?:sign|ink|forge|seal|renew|establish|s'allient|mark|"
    "celebrat|re-?affirm|agree|partner|become|extend|continue|join|team)",
    7, "Leeds, Durban ink sisterhood agreement" },
  { "(?i:\\b(?:unissent|unit|lient|lie|unite|link|bind|bring together|rapprochent) )(?<a>" ANY
    ") (?i:et|and|à|with|to) (?<b>" ANY ")",
    6, "the bonds which unite Trévières and Ipplepen" },
  { "(?i:between|entre)\\s+(?i:the |les "
    ")?(?i:cities|towns|villages|municipalities|villes|communes)\\s+"
    "(?i:of|de)\\s+(?<a><PLACE>)" ASIDE "\\s+(?i:and|et)\\s+(?<b><PLACE>)",
    8, "BETWEEN THE CITIES OF LEEDS AND DURBAN" },
  { "^(?:[-–•] )?(?<a><BODY>)(?: \\([^)\\n]{2,20}\\))?(?:, [^\\n]{0,60}?)?,? ?\\n?"
    "(?i:représentée?|ci-après|dénommée?|dont le siège|hereinafter|represented)",
    9, "L'Association Comité des jumelages de Brive, représentée par sa présidente", TRUE },
  { "(?i:association|amicale|comité|society)(?: dite| dénommée| intitulée| called)? ?[\"«] "
    "?(?<a>\\p{Lu}[^\"»\\n]{3,60}?) ?[\"»]",
    9, "et l'association dénommée « Amis de Lauf », représentée par son président", TRUE },
  { "(?<a><BODY>)(?: \\([^)\\n]{2,20}\\))? (?:et|and) (?<b><BODY>)(?: \\([^)\\n]{2,20}\\))?,? "
    "(?:ont |have )?"
    "<SIGNED>",
    9, "L'Association des maires du Bénin et l'Association des maires du Togo ont signé", TRUE },
  { "(?<a><PLACE>) is (?<b><PLACE>)'s (?:\\p{Ll}+ )?(?i:sister|twin|partner|friendship)", 5,
    "The city of Suzhou is Taupo's second sister city" },
  { "(?<a><PLACE>)(?:'s)? [Mm]ayor (?!of\\b)<NW>", 2, "Houston Mayor Turner" },
  { "(?i:\\b(?:maire(?:sse)?|bourgmestre|syndic|(?:ober)?bürgermeister|alcalde|sindaco|mayor|"
    "président du conseil (?:municipal|communal))) (?:de la "
    "(?:ville|commune) )?(?:de |d'|of )(?:the City of )?(?<a><PLACE>)",
    2, "signé par le maire de Dreux" },
  { "\\b(?<a>" NAMED ")", 1, "la Ville de Namur" },
};

static void
party_free (gpointer data)
{
  EntReadParty *party = data;

  g_free (party->name);
  g_free (party->core);
  g_free (party->country);
  g_free (party);
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

static gboolean
is_quoted (EntScan *scan, EntSpan span)
{
  EntSpan before = { span.start - MIN (span.start, 3), span.start };

  return span.start > 3 && ent_scan_has (scan, "[\"«] ?$", before);
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
  name = ent_read_tidy_name (text);
  core = ent_read_core (name);
  if ((!ent_read_is_place (core)
       && !(formal && (ent_scan_has (scan, "\\G<BODY>", span) || is_quoted (scan, span))))
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
  mention (scan, ent_match_named (match, "c"), weight, rule->formal);

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

          /* "Kloto 1" is not Kloto. */
          if (i == j || !g_str_has_prefix (other->core, start)
              || g_ascii_isdigit (other->core[strlen (start)]))
            continue;
          party->weight += other->weight;
          g_ptr_array_remove_index (scan->parties, j);
          if (j < i)
            i--;
        }
    }
}

/* Two spellings of one name, one of them misread: the longer one stays. */
static void
merge_misread (EntScan *scan)
{
  for (guint i = 0; i < scan->parties->len; i++)
    {
      EntReadParty *party = scan->parties->pdata[i];

      for (guint j = scan->parties->len; j-- > i + 1;)
        {
          EntReadParty *other = scan->parties->pdata[j];

          if (!ent_read_is_misread (party->core, other->core))
            continue;
          if (strlen (other->core) > strlen (party->core))
            {
              g_autofree char *name = g_steal_pointer (&party->name);
              g_autofree char *core = g_steal_pointer (&party->core);

              party->name = g_steal_pointer (&other->name);
              party->core = g_steal_pointer (&other->core);
            }
          party->weight += other->weight;
          party->formal = party->formal || other->formal;
          g_ptr_array_remove_index (scan->parties, j);
        }
    }
}

/* What stands behind a name: ", Québec, Canada", "(Vietnam)", " / Vendée – France", " en France".
 */
static gboolean
visit_country (EntScan *scan, GMatchInfo *match, gpointer data)
{
  EntReadParty *party = data;
  g_autofree char *text = ent_scan_text (scan, ent_match_span (match, 1));
  g_auto (GStrv) parts = g_regex_split (
      ent_reader_regex (" ?[,()/–] ?| (?:et|and|ayant|a|have|has|ont) "), text, 0);

  for (guint i = 0; parts[i] != NULL && i < 3 && party->country == NULL; i++)
    party->country = g_strdup (ent_read_country (parts[i]));

  return party->country == NULL;
}

static void
find_country (EntScan *scan, EntReadParty *party)
{
  g_autofree char *stem = g_regex_escape_string (party->name, -1);
  g_autofree char *pattern = g_strdup_printf (
      "(?i:%s)(?:(?: ?[,(/–-] ?| (?:en|au|aux|in|du|de la|d') ?)([^.;\\n]{3,80}))", stem);

  ent_scan_each_once (scan, pattern, visit_country, party);
}

/* Who holds an office, or is called Mr, is no city: group n is the name. */
static const char *const people[] = {
  "\\b(?:" ENT_READER_OFFICE
  "(?: (?:aux|de|d'|du|des|of|for) ?[^,.\\n]{0,40}?| [^,. \\n]{1,20})?,? |<TITLE> )"
  "(?:<TITLE> )?(?<!\\bde |\\bd'|\\bof |\\bdu |the )(?<!\\bde la |\\bville de |commune de |[Cc]ity "
  "of )"
  "(?<n><PERSON>)\\b",
  "(?<n><PERSON>),? (?:le |la |the )?(?:\\p{Ll}+ )?" ENT_READER_OFFICE "\\b(?<!City Mayor)",
  "(?<n><PERSON>) (?:and|et) (?:the |le |la )" ENT_READER_OFFICE "\\b",
};

static gboolean
visit_person (EntScan *scan, GMatchInfo *match, gpointer data)
{
  GHashTable *names = data;
  g_autofree char *name = ent_scan_text (scan, ent_match_named (match, "n"));

  g_hash_table_add (names, ent_read_core (name));

  return g_hash_table_size (names) < MAX_NAMES;
}

static gboolean
is_named (GHashTable *names, const char *core)
{
  GHashTableIter iter;
  gpointer name;
  g_autofree char *start = g_strconcat (core, " ", NULL);

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (g_str_equal (name, core) || g_str_has_prefix (name, start))
        return TRUE;
    }

  return FALSE;
}

/* "Rudi Vervoort and Pascal Smet signed": they hold an office, and are no cities. */
static void
remove_people (EntScan *scan)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    ent_scan_each (scan, people[i], ent_scan_whole (scan), visit_person, names);
  for (guint i = scan->parties->len; i-- > 0;)
    {
      EntReadParty *party = scan->parties->pdata[i];

      if (strchr (party->core, ' ') != NULL && is_named (names, party->core)
          && !ent_scan_has (scan, "\\G(?:<ORGFR>|<ORGEN>|(?:[Tt]he )?<PLACE><TYPEEN>)",
                            party->span))
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

      if (g_utf8_strlen (party->core, -1) >= 3 && ent_read_holds (core, party->core)
          && (found == NULL || strlen (party->core) > strlen (found->core)))
        found = party;
    }

  return found;
}

/* Where the words of SHORTER last stand in LONGER, or -1. */
static gssize
find_last (const char *longer, const char *shorter)
{
  const char *at = g_strrstr (longer, shorter);

  return at != NULL && ent_read_holds (at, shorter) ? at - longer : -1;
}

/* No further before "represented by" is the party looked for. */
#define REPRESENTED 300

/**
 * ent_scan_find_party_before:
 * @scan: a text being read
 * @at: a byte of the flow
 *
 * Returns: (transfer none) (nullable): the party that is named last before @at, on its line
 */
EntReadParty *
ent_scan_find_party_before (EntScan *scan, gsize at)
{
  EntSpan before = { ent_scan_line (scan, at).start, at };
  g_autofree char *words = NULL;
  g_autofree char *core = NULL;
  EntReadParty *found = NULL;
  gssize latest = -1;

  if (before.end - before.start > REPRESENTED)
    before.start = before.end - REPRESENTED;
  while (before.start < before.end && (scan->flow[before.start] & 0xc0) == 0x80)
    before.start++;
  words = ent_scan_text (scan, before);
  core = ent_read_core (words);
  for (guint i = 0; i < scan->parties->len; i++)
    {
      EntReadParty *party = scan->parties->pdata[i];
      gssize last = g_utf8_strlen (party->core, -1) >= 3 ? find_last (core, party->core) : -1;

      if (last > latest)
        {
          latest = last;
          found = party;
        }
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
  merge_misread (scan);
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
