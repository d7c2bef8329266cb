/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *pattern;
} Fragment;

/* The words that patterns are made of. A fragment may use those above it. */
static const Fragment fragments[] = {
  /* A word with a capital; in headings all have one, and are no names for that. */
  { "<CAP>",
    "(?:(?!(?:IN|OF|AND|THE|BETWEEN|ET|DE|DU|DES|ENTRE|FOR|TO|WITH|BY|ON|AS|AN|OR|AU|AUX)\\b)"
    "(?<![\\p{L}\\p{M}])\\p{Lu}(?:'\\p{Lu})?[\\p{L}\\p{M}]{1,40}(?:'\\p{L}{1,40})?"
    "(?:-(?:\\p{Ll}{1,5}-|\\p{Ll}'){0,3}\\p{L}[\\p{L}\\p{M}]{0,40}){0,6})" },
  { "<MONTH>", "(?i:janvier|janv\\.?|février|fevrier|févr\\.?|mars|avril|avr\\.|mai|juin|juillet|"
               "juil\\.|août|aout|septembre|sept\\.?|octobre|oct\\.?|novembre|nov\\.?|décembre|"
               "decembre|déc\\.|january|jan\\.?|february|feb\\.?|march|april|apr\\.?|may|june|july|"
               "august|aug\\.?|september|october|november|december|dec\\.?)(?!\\p{L})" },
  { "<WEEKDAY>", "(?i:lundi|mardi|mercredi|jeudi|vend?redi|vendrei|samedi|dimanche|monday|tuesday|"
                 "wednesday|thursday|friday|saturday|sunday)" },
  { "<PLACE>", "(?:(?:(?:La|Le|Les|Los|Las|El) |L')?<CAP>"
               "(?:(?:[ -](?i:sur|sous|lès|lez|les|la|le|en|de|de la|du|des|of|upon|on(?! "
               "(?:<MONTH>|<WEEKDAY>))|am|an der|di|"
               "do|da|del|der|y)[ -]|[ -](?:d'|l')|[ -])<CAP>){0,4})" },
  { "<NW>", "(?<![\\p{L}\\p{M}])(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.)?|"
            "\\p{Lu}[\\p{L}\\p{M}]{0,40}(?:['-]\\p{L}[\\p{L}\\p{M}]{0,40}){0,4})" },
  { "<PERSON>",
    "(?:<NW>(?: (?:(?:de la|de|da|del|van der|van|von|der|den|el|al|bin|ben|ould|di|dos|du"
    "|la|le|y) |d')?<NW>){1,4})" },
  { "<TITLE>",
    "(?:MM?\\.|Mr\\.?|Mrs\\.?|Ms\\.?|Mme|Mmes|Mlle|Dr\\.?|Messieurs|[Mm]onsieur|[Mm]adame|"
    "S\\.E\\.(?: M\\.| Mme)?|Son Excellence(?: Monsieur| Madame)?|His Excellency|"
    "Her Excellency|[Tt]he Hon(?:ou?rable|\\.)|Hon(?:ou?rable|\\.)|His Worship|Her Worship|"
    "Sir|Dame|Ing\\.|Prof\\.?|Pr\\.?|Me|Cllr\\.?|Councillor)" },
  /* A local or regional authority, up to its name. */
  { "<ORGFR>",
    "(?i:(?:la |le |les |l')?(?:ville|commune(?: urbaine| rurale| mixte)?|municipalit[ée]|"
    "cit[ée]|mairie|arrondissement|"
    "(?:conseil )?d[ée]partemental|d[ée]partement|r[ée]gion(?: m[ée]tropolitaine)?|province|"
    "pr[ée]fecture|district|canton|comt[ée]|communaut[ée] (?:d[' ]agglom[ée]ration|urbaine|"
    "de communes|rurale|m[ée]tropolitaine)|agglom[ée]ration|m[ée]tropole|wilaya|gouvernorat|"
    "[ée]tat|conseil (?:g[ée]n[ée]ral|r[ée]gional|d[ée]partemental|municipal|communal)|"
    "collectivit[ée]|cercle|comit[ée] populaire|universit[ée]|f[ée]d[ée]ration|syndicat|"
    "groupement (?:intercommunal|(?:de|des) communes))"
    " (?:de la |de l'|des |du |de |d'|(?<=communes )))" },
  { "<ORGEN>",
    "(?:(?:[Tt]he |THE )?(?:Municipal )?(?:Corporation of the "
    "(?:City|District|Town|Municipality)|City and County|[Cc]ity|[Tt]own|Ward|[Vv]illage|District|"
    "County|State|Province|"
    "Prefecture|Municipality|Borough|Corporation|Township|Commune|Department|Region|"
    "Government|City Government|Municipal Government|City Council|Town Council|"
    "Corporation of the "
    "(?:City|District|Town|Municipality)|University|CITY|TOWN|STATE|COUNTY|PROVINCE|"
    "DISTRICT|MUNICIPALITY|VILLAGE) (?:of|OF) "
    "(?:the |THE )?)" },
  /* An association or a like body, with its name. */
  { "<BODY>", "(?i:(?:l'|la |le |the )?(?:association|amicale|comit[ée]|f[ée]d[ée]ration|chambre|"
              "universit[ée]|agence|fondation|union|r[ée]seau|institut|office|syndicat|"
              "groupement)) [^,;:()\\n\\t]{3,80}" },
  { "<TYPEEN>",
    "(?: (?:City|Town|Ward|County|Prefecture|Province|District|Municipality|Borough|State|"
    "Village|Township|Metropolitan City|Metropolitan Assembly|Municipal Assembly|District Assembly|"
    "Prefectural Assembly|Metropolitan Government|City Government|Municipal Government|"
    "Prefectural Government|Provincial Government|Regional Council|County Council|"
    "Metropolitan Municipality|city|town|ward|county|prefecture|province|district|municipality|"
    "borough|village|township|region))(?!\\p{L})(?! (?i:hall|council|manager|clerk|government "
    "headquarters))" },
  { "<SIGNED>",
    "(?i:sign(?:e|é|ée|és|ées|er|ent|aient|èrent|ature|atures|ant|ed|ing|s)?\\b|par(?:aph|af)\\w+|"
    "scell\\w+|conclu\\w*|prêt(?:é|ent|er|èrent) (?:le "
    ")?serment|apposé\\w*|fait\\b|done\\b|dated\\b|inked\\b|executed\\b|sealed\\b)" },
  { "<AGREEMENT>",
    "(?i:accords?(?:-cadre| cadre)?|protocoles?|conventions?(?:-cadre| cadre)?|ententes?|"
    "chartes?|pactes?|jumelages?|partenariats?|mémorandums?|memorandums?|lettre d'intention|"
    "avenants?|agreements?|memorand(?:um|a)|covenants?|charters?|twinning|mou\\b|pacts?|"
    "letters? of intent|treaty|sister(?:-| )city|sisterhood|friendship)" },
};

G_LOCK_DEFINE_STATIC (regexes);

/* A pattern that goes back and forth more often than this, over one text, is given up. */
#define MAX_STEPS 4000000

/* What giving a pattern up counts as, in bytes that were looked at. */
#define GIVEN_UP 1000000000

/* Fragments are called, not copied in: what names three places would be too long to compile. Their
 * definitions stand at the end, so that groups keep their numbers. */
static char *
expand (const char *pattern)
{
  GString *text = g_string_new (NULL);
  GString *definitions = g_string_new (NULL);

  g_string_printf (text, "(*LIMIT_MATCH=" G_STRINGIFY (MAX_STEPS) ")(?:%s)", pattern);
  for (gssize i = G_N_ELEMENTS (fragments) - 1; i >= 0; i--)
    {
      const char *name = fragments[i].name;
      g_autofree char *call = g_strdup_printf ("(?&%.*s)", (int) strlen (name) - 2, name + 1);
      guint calls = g_string_replace (text, name, call, 0);

      calls += g_string_replace (definitions, name, call, 0);
      if (calls > 0)
        g_string_append_printf (definitions, "(?<%.*s>%s)", (int) strlen (name) - 2, name + 1,
                                fragments[i].pattern);
    }
  if (definitions->len > 0)
    g_string_append_printf (text, "(?(DEFINE)%s)", definitions->str);
  g_string_free (definitions, TRUE);

  return g_string_free (text, FALSE);
}

/**
 * ent_reader_regex:
 * @pattern: a Perl-compatible pattern, in which words such as <PLACE> stand for their fragment; it
 *   is known by where it stands, and must stay there
 *
 * Patterns are the program's own: one that does not compile is a mistake of ours and ends it.
 *
 * Returns: (transfer none): the compiled pattern, kept for ever
 */
GRegex *
ent_reader_regex (const char *pattern)
{
  static GHashTable *regexes = NULL;
  GRegex *regex;

  G_LOCK (regexes);
  if (regexes == NULL)
    regexes = g_hash_table_new (g_direct_hash, g_direct_equal);
  regex = g_hash_table_lookup (regexes, pattern);
  if (regex == NULL)
    {
      g_autofree char *whole = expand (pattern);
      g_autoptr (GError) error = NULL;

      regex = g_regex_new (whole, G_REGEX_OPTIMIZE | G_REGEX_MULTILINE, 0, &error);
      if (regex == NULL)
        g_error ("reader: %s: %s", pattern, error->message);
      g_hash_table_insert (regexes, (gpointer) pattern, regex);
    }
  G_UNLOCK (regexes);

  return regex;
}

/**
 * ent_match_span:
 * @match: a match
 * @group: number of a group, 0 for the whole
 *
 * Returns: where it stands; empty at 0 where the group took no part
 */
EntSpan
ent_match_span (GMatchInfo *match, int group)
{
  int start = 0;
  int end = 0;

  if (!g_match_info_fetch_pos (match, group, &start, &end) || start < 0)
    return (EntSpan) { 0, 0 };

  return (EntSpan) { (gsize) start, (gsize) end };
}

EntSpan
ent_match_named (GMatchInfo *match, const char *group)
{
  int start = 0;
  int end = 0;

  if (!g_match_info_fetch_named_pos (match, group, &start, &end) || start < 0)
    return (EntSpan) { 0, 0 };

  return (EntSpan) { (gsize) start, (gsize) end };
}

static void
each (EntScan *scan, GRegex *regex, EntSpan within, EntReadMatch visit, gpointer data)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;

  if (within.start >= within.end)
    return;
  scan->work += within.end - within.start;
  g_regex_match_full (regex, scan->flow, (gssize) within.end, (int) within.start, 0, &match,
                      &error);
  while (error == NULL && g_match_info_matches (match) && visit (scan, match, data))
    g_match_info_next (match, &error);
  if (error != NULL)
    scan->work += GIVEN_UP;
}

/**
 * ent_scan_each:
 * @scan: a text being read
 * @pattern: see ent_reader_regex()
 * @within: where to look; what stands before it is seen by look-behinds
 * @visit: called for each match
 * @data: for @visit
 */
void
ent_scan_each (
    EntScan *scan, const char *pattern, EntSpan within, EntReadMatch visit, gpointer data)
{
  each (scan, ent_reader_regex (pattern), within, visit, data);
}

/**
 * ent_scan_find:
 * @scan: a text being read
 * @pattern: see ent_reader_regex()
 * @within: where to look; what stands before it is seen by look-behinds
 * @group: number of a group, 0 for the whole
 * @found: (out) (optional): where it stands
 *
 * Returns: whether it is there
 */
gboolean
ent_scan_find (EntScan *scan, const char *pattern, EntSpan within, int group, EntSpan *found)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_found;

  if (within.start >= within.end)
    return FALSE;
  is_found = g_regex_match_full (ent_reader_regex (pattern), scan->flow, (gssize) within.end,
                                 (int) within.start, 0, &match, &error);
  /* What begins with \\G looks no further than a few words. */
  if (error != NULL)
    scan->work += GIVEN_UP;
  else if (is_found)
    scan->work += ent_match_span (match, 0).end - within.start;
  else
    scan->work += g_str_has_prefix (pattern, "\\G") ? 1 : within.end - within.start;
  if (is_found && found != NULL)
    *found = ent_match_span (match, group);

  return is_found;
}

/**
 * ent_scan_each_once:
 *
 * As ent_scan_each() over the whole, for a pattern made of words of the text: it is not kept.
 */
void
ent_scan_each_once (EntScan *scan, const char *pattern, EntReadMatch visit, gpointer data)
{
  g_autofree char *whole = expand (pattern);
  g_autoptr (GRegex) regex = g_regex_new (whole, G_REGEX_MULTILINE, 0, NULL);

  if (regex != NULL)
    each (scan, regex, ent_scan_whole (scan), visit, data);
}

gboolean
ent_scan_has (EntScan *scan, const char *pattern, EntSpan within)
{
  return ent_scan_find (scan, pattern, within, 0, NULL);
}

EntSpan
ent_scan_whole (EntScan *scan)
{
  return (EntSpan) { 0, scan->length };
}

char *
ent_scan_text (EntScan *scan, EntSpan span)
{
  return g_strstrip (g_strndup (scan->flow + span.start, span.end - span.start));
}

/**
 * ent_scan_propose:
 * @scan: a text being read
 * @field: what it is a proposal for
 * @value: the proposal
 * @confidence: of 100
 * @span: the words of the flow on which it rests
 *
 * Returns: (transfer none): the proposal, to be completed
 */
EntProposal *
ent_scan_propose (
    EntScan *scan, EntReadingField field, const char *value, int confidence, EntSpan span)
{
  EntProposal *proposal = g_new0 (EntProposal, 1);

  proposal->field = field;
  proposal->value = g_strdup (value);
  proposal->confidence = confidence;
  proposal->parent = -1;
  proposal->start = scan->text->origins[MIN (span.start, scan->text->length)];
  proposal->end = scan->text->origins[MIN (span.end, scan->text->length)];
  proposal->page = ent_reader_text_get_page (scan->text, proposal->start);
  g_ptr_array_add (scan->reading->proposals, proposal);

  return proposal;
}
