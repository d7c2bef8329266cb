/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-text.h"

#include <string.h>

/* What leads into items that bind the parties: the words before a colon that ends its line. */
#define PROMISE                                                                                    \
  "(?i:s'engagent|s'engage|souhaitent|conviennent|convenu|s'obligent|décident|décidé|résolvent|"   \
  "ont pour "                                                                                      \
  "objectifs?|objectifs?|objectives?|goals?|engagements?|agree\\w*|undertake|commit|shall|"        \
  "will|resolve|intend|pledge|aims?|declare|déclarent|la décision)[^:\\n]{0,80}:\\s*$"

/* What begins an item of a list. */
#define ITEM                                                                                       \
  "\\G(?:• ?|\\d{1,2}\\.\\d{1,2}\\.?\\s+|(?:[IVX]{1,5}|\\d{1,2}|[a-zA-Z]) "                        \
  "?[.)°]-?\\s+|\\([a-z\\d]{1,4}\\)\\s*|[-–] )"

/* A line that is an item without a sign: it begins with what is to be done. */
#define BARE_ITEM                                                                                  \
  "\\G(?:To \\p{Ll}|(?i:de |d'|à )?(?:\\p{Lu}|s'|se )?\\p{Ll}{2,14}(?:er|ir|oir|re)\\b "           \
  "(?:\\p{Ll}|l'|d')|"                                                                             \
  "(?:[Pp]romote|[Ff]oster|[Ee]ncourage|[Ss]upport|[Dd]evelop|[Ee]xchange|[Oo]rgani[sz]e|[Ff]"     \
  "acilitate|"                                                                                     \
  "[Ss]trengthen|[Cc]ooperate|[Ss]hare|[Pp]rovide|[Ee]stablish|[Mm]aintain|[Cc]reate|[Hh]old) "    \
  "\\p{Ll})"

/* What an item is for, or an instance of it, is not the duty. */
#define PURPOSE                                                                                    \
  ",? (?i:in order to|so as to|with a view to|thereby|afin d|en vue d|dans le but d|de manière à|" \
  "de façon à|such as|in such |including|tels? que|telles? que|notamment|as well as to|dependent|" \
  "by (?=\\p{Ll}+ing\\b)|which |who |that (?=have|has|will)|lesquel|on the basis|dans le respect|" \
  "in accordance|conformément)"

/* What comes round: meetings, reports, evaluations. */
#define RHYTHM                                                                                     \
  "(?i:régulières?|régulièrement|annuels?|annuelles?|chaque année|tous "                           \
  "les|semestriel\\w*|trimestriel\\w*|"                                                            \
  "périodique\\w*|une fois (?:par|l')an|regular\\w*|annual\\w*|yearly|every (?:year|two)|each "    \
  "year|"                                                                                          \
  "biennial\\w*|quarterly|once a year)"

#define MEETING                                                                                    \
  "(?i:réunions?|rapports?|rencontres?|bilan|évaluation|comité|meetings?|reports?|review|"         \
  "evaluat\\w+|visits?)"

/* An agreement that promises more is a list of something else. */
#define MAX_DUTIES 200

static gboolean
is_full (EntScan *scan)
{
  return scan->reading->proposals->len > MAX_DUTIES;
}

/* The words of what is to be done, without the sign of an item, purpose and instances. */
static EntSpan
strip_item (EntScan *scan, EntSpan line)
{
  EntSpan lead;
  EntSpan purpose;

  if (ent_scan_find (scan, ITEM, line, 0, &lead))
    line.start = lead.end;
  if (ent_scan_find (scan,
                     "\\G(?i:to |de (?=\\p{Ll}+(?:er|ir|re)\\b)|d'(?=\\p{Ll}+(?:er|ir|re)\\b)|à )",
                     line, 0, &lead))
    line.start = lead.end;
  line.end = MIN (line.end, MAX (line.start, ent_scan_sentence (scan, line.start).end));
  if (ent_scan_find (scan, PURPOSE, line, 0, &purpose) && purpose.start > line.start + 12)
    line.end = purpose.start;
  while (line.end > line.start && strchr (" .;,:", scan->flow[line.end - 1]) != NULL)
    line.end--;

  return line;
}

/* Whether what WORDS say is among the duties already: one wording in the other. */
static gboolean
is_known (EntScan *scan, const char *words)
{
  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      const EntProposal *other = scan->reading->proposals->pdata[i];

      if ((other->field == ENT_READING_COMMITMENT || other->field == ENT_READING_OBLIGATION)
          && (strstr (other->value, words) != NULL || strstr (words, other->value) != NULL))
        return TRUE;
    }

  return FALSE;
}

/* The theme that stands alone on LINE, or -1. */
static int
find_heading (EntScan *scan, EntSpan line)
{
  EntSpan lead;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (line.end - line.start > 200)
    return -1;
  if (ent_scan_find (scan, "\\G(?:(?:[IVX]{1,5}|\\d{1,2}|[A-Za-z])[.)°]-?\\s+|• )", line, 0, &lead))
    line.start = lead.end;
  while (line.end > line.start && strchr (" .:;,", scan->flow[line.end - 1]) != NULL)
    line.end--;
  text = ent_scan_text (scan, line);
  folded = ent_text_fold (text);
  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      const EntProposal *theme = scan->reading->proposals->pdata[i];
      g_autofree char *known = NULL;

      if (theme->field != ENT_READING_THEME)
        continue;
      known = ent_text_fold (theme->value);
      if (g_str_equal (known, folded))
        return (int) i;
    }

  return -1;
}

/* No further above it is a heading looked for. */
#define HEADING_LINES 60

/* The theme that stands alone on the nearest line above *AT, which becomes its start; or -1. */
static int
find_above (EntScan *scan, gsize *at)
{
  int found = -1;

  for (guint n = 0; n < HEADING_LINES && *at > 1 && found < 0; n++)
    {
      EntSpan line = ent_scan_line (scan, *at - 1);

      found = find_heading (scan, line);
      *at = line.start;
    }

  return found;
}

/* The theme under whose heading a commitment stands: the last one named alone on a line above. One
 * of several below each other is an item of the list of themes, if it was not in the list before.
 */
static int
find_theme (EntScan *scan, gsize at)
{
  int found = find_above (scan, &at);

  if (found < 0 || at <= 1 || find_heading (scan, ent_scan_line (scan, at - 1)) < 0)
    return found;
  for (int other = find_above (scan, &at); other >= 0; other = find_above (scan, &at))
    {
      if (other == found)
        return found;
    }

  return -1;
}

/* Whether LINE is the item of a theme itself. */
static gboolean
is_theme (EntScan *scan, EntSpan line)
{
  return find_heading (scan, line) >= 0;
}

static gboolean
visit_promise (EntScan *scan, GMatchInfo *match, gpointer data)
{
  EntSpan lead = ent_match_span (match, 0);
  gsize at = ent_scan_line (scan, lead.start).end + 1;
  int theme = find_theme (scan, at);

  if (ent_scan_is_foreign (scan, ent_scan_line (scan, at))
      || ent_scan_has (scan, "(?i:domaines|areas|fields|thèmes|themes|secteurs|sectors)", lead))
    return TRUE;

  for (guint n = 0; at < scan->length && n < 30; n++)
    {
      EntSpan line = ent_scan_line (scan, at);
      EntSpan words;
      g_autofree char *text = NULL;
      EntReadingField field = ENT_READING_OBLIGATION;
      EntProposal *proposal;

      if (!ent_scan_has (scan, ITEM, line) && !ent_scan_has (scan, BARE_ITEM, line))
        break;
      at = line.end + 1;
      if (is_theme (scan, line))
        return TRUE; /* the list of themes itself */
      words = strip_item (scan, line);
      if (words.end < words.start + 8)
        continue;
      text = ent_scan_text (scan, words);
      if (is_known (scan, text))
        continue;
      /* Under a theme it is an objective, if it does not come round. */
      if (theme >= 0 && !(ent_scan_has (scan, RHYTHM, line) && ent_scan_has (scan, MEETING, line)))
        field = ENT_READING_COMMITMENT;
      proposal = ent_scan_propose (scan, field, text, 80, words);
      proposal->parent = field == ENT_READING_COMMITMENT ? theme : -1;
    }

  return !is_full (scan);
}

/* What a sentence binds the parties to; group w is the words. */
typedef struct
{
  const char *pattern;
  const char *example;
  const char *expected;
} PledgeRule;

#define SIDES                                                                                      \
  "(?i:parties|cities|towns|communities|mayors|city|town|we|each|both|sides|localities|"           \
  "governments|"                                                                                   \
  "councils|municipalities|provinces|counties|regions|districts|villages|party)"

#define DEEDS                                                                                      \
  "(?:support|encourage|facilitate|promote|inform|advise|exchange|organi[sz]e|provide|work|"       \
  "strive|"                                                                                        \
  "maintain|cooperate|co-operate|collaborate|share|hold|establish|develop|foster|endeavou?r|"      \
  "invite|"                                                                                        \
  "assist|seek|explore|conduct|strengthen|consult|meet|host|send|participate|contribute|ensure|"   \
  "designate|appoint|communicate|use|look|attempt|introduce|invest|boost|create|enhance|make)"

static const PledgeRule pledge_rules[] = {
  { "(?i:s'engage(?:nt)?(?:,? [^,.;\\n]{3,60},)?(?: également| notamment| mutuellement| aussi| "
    "conjointement| en outre)* à|s'oblige(?:nt)? à|s'efforce(?:nt|ront)? de|s'attache(?:nt|ront)? "
    "à|"
    "s'accordent (?:à|pour)|conviennent (?:également |notamment )?(?:de|d')|ont convenu (?:de|d')|"
    "sont convenue?s (?:de|d')|entendent |ont décidé (?:de|d')|décident (?:de|d')|se proposent "
    "(?:de|d')|auront pour mission (?:de|d')) ?[«\"“]? ?"
    "(?<w>(?:s'|se )?\\p{Ll}{2,16}(?:er|ir|re)\\b[^.:\\n]{8,260})",
    "Les deux villes s'engagent à échanger leurs élèves, et à se prévenir des fêtes.",
    "échanger leurs élèves|se prévenir des fêtes" },
  { "\\b" SIDES " (?:(?i:hereby|further|also|mutually|will|shall|have|had|jointly|both|solemnly) )*"
    "(?i:agrees?d?|undertakes?|pledges?d?|promises?d?|commits?|intends?|resolves?|strives?|"
    "endeavou?"
    "rs?|seeks?|"
    "wish|are committed|committed themselves) to (?<w>\\p{Ll}[^.;:\\n]{10,260})",
    "Both cities agree to exchange delegations of students.", "exchange delegations of students" },
  { "\\b(?:" SIDES
    "|\\p{Lu}[\\p{L}-]+|[Tt]hey) (?:shall|will)(?: also| jointly| further| both| each)* (?<w>" DEEDS
    " [^.:\\n]{10,260})",
    "The two sides will invest in rail; introduce their museums to visitors.",
    "invest in rail|introduce their museums to visitors" },
  { "(?i:(?:prenons|prennent|pris|prendre)(?:,? ce jour,?)? l'engagement(?: solennel)? (?:de |d'))"
    "(?<w>(?:s'|se )?\\p{Ll}{2,16}(?:er|ir|re)\\b[^.:\\n]{8,400})",
    "Nous prenons l'engagement solennel de maintenir nos visites, de rapprocher les écoles.",
    "maintenir nos visites|rapprocher les écoles" },
  { "\\b(?i:les (?:deux |trois "
    ")?(?:parties|villes|communes|collectivités|municipalités|partenaires|régions)|elles) "
    "(?:(?:également|notamment|mutuellement|conjointement) "
    ")?(?<w>\\p{Ll}{3,14}(?:eront|iront|ront) "
    "[^.:\\n]{10,260})",
    "Les deux villes organiseront des rencontres entre les musiciens.",
    "organiseront des rencontres entre les musiciens" },
};

/* What parts one deed from the next in a sentence. */
#define NEXT_DEED                                                                                  \
  "\\s*;\\s*(?:et |and )?(?:à |de |d'|to )?"                                                       \
  "|(?:,| et|, et)\\s+(?:à |de |d')(?=(?:s'|se )?\\p{Ll}{2,14}(?:er|ir|oir|re)\\b)"                \
  "|(?:,|,? and)\\s+to (?=\\p{Ll}{3,})"

/* What parties wish for, rather than what they are to do. */
#define VAGUE                                                                                      \
  "\\G(?i:the |be |have |become |enter into|work (?:together|to|closely|towards)|cooperate\\b(?! " \
  "(?:in|on))|"                                                                                    \
  "co-operate with|co-operate in all|cooperate in all|establish (?:an? )?(?:\\p{L}+ "              \
  ")?(?:sister|friend|twin)|"                                                                      \
  "(?:strengthen|deepen|develop|enhance|promote) (?:their |the |our |these |closer |further "      \
  ")*(?:ties|bonds|friendship|"                                                                    \
  "relation\\w*|co-?operation|partnership|links)\\b(?! on)|support the "                           \
  "program|adopter|inscrire|modifier|conclure|"                                                    \
  "coopérer|collaborer|œuvrer|travailler ensemble|nouer|fédérer|fonder|"                           \
  "(?:développer|renforcer|approfondir|établir|créer|étendre|poursuivre|consolider) "              \
  "(?:leurs?|les|des|la|le) "                                                                      \
  "(?:\\p{L}+ "                                                                                    \
  ")?(?:coopération|collaboration|liens|relations|partenariat|amitié|conditions|échanges)\\b)"

static void
propose_deed (EntScan *scan, EntSpan deed)
{
  EntSpan words = strip_item (scan, deed);
  g_autofree char *text = NULL;

  if (words.end < words.start + 8 || is_full (scan))
    return;
  text = ent_scan_text (scan, words);
  if (ent_scan_has (scan, VAGUE, words) || is_known (scan, text))
    return;
  ent_scan_propose (scan, ENT_READING_OBLIGATION, text, 50, words);
}

typedef struct
{
  gsize from;
} DeedSearch;

static gboolean
visit_deed (EntScan *scan, GMatchInfo *match, gpointer data)
{
  DeedSearch *search = data;
  EntSpan next = ent_match_span (match, 0);

  propose_deed (scan, (EntSpan) { search->from, next.start });
  search->from = next.end;

  return !is_full (scan);
}

static gboolean
visit_pledge (EntScan *scan, GMatchInfo *match, gpointer data)
{
  EntSpan words = ent_match_named (match, "w");
  DeedSearch search = { words.start };

  if (ent_scan_is_foreign (scan, ent_scan_sentence (scan, words.start)))
    return TRUE;
  ent_scan_each (scan, NEXT_DEED, words, visit_deed, &search);
  propose_deed (scan, (EntSpan) { search.from, words.end });

  return !is_full (scan);
}

static gboolean
visit_rhythm (EntScan *scan, GMatchInfo *match, gpointer data)
{
  EntSpan span = ent_match_span (match, 0);
  EntSpan sentence = ent_scan_sentence (scan, span.start);
  g_autofree char *text = NULL;

  if (scan->flow[ent_scan_line (scan, span.start).start] == '\xe2' /* an item, seen already */
      || !ent_scan_has (scan, MEETING, sentence)
      || !ent_scan_has (
          scan,
          "(?i:s'engag|shall|will|agree|convien|sera|seront|est créé|est chargé|procéd|se réuni)",
          sentence)
      || sentence.end - sentence.start > 400)
    return TRUE;
  text = ent_scan_text (scan, strip_item (scan, sentence));
  if (is_known (scan, text))
    return TRUE;
  ent_scan_propose (scan, ENT_READING_OBLIGATION, text, 60, sentence);

  return !is_full (scan);
}

/**
 * ent_read_duties:
 * @scan: a text being read, its themes known
 *
 * Proposes the objectives under each theme, what the parties bind themselves to, and what comes
 * round.
 */
void
ent_read_duties (EntScan *scan)
{
  ent_scan_each (scan, PROMISE, ent_scan_whole (scan), visit_promise, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pledge_rules); i++)
    ent_scan_each (scan, pledge_rules[i].pattern, ent_scan_whole (scan), visit_pledge, NULL);
  ent_scan_each (scan, RHYTHM, ent_scan_whole (scan), visit_rhythm, NULL);
}

/* The cases of the rules above, for the tests. */
void
ent_read_duty_examples (EntReadExampleFunc visit, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (pledge_rules); i++)
    {
      EntReadExample example = { pledge_rules[i].pattern, pledge_rules[i].example,
                                 ENT_READING_OBLIGATION, pledge_rules[i].expected };

      visit (&example, data);
    }
}
