/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-text.h"

#include <string.h>

/* What leads into items that bind the parties. */
#define PROMISE                                                                                    \
  "(?i:s'engagent|souhaitent|conviennent|s'obligent|ont pour objectifs?|objectifs?|engagements?|"  \
  "agree|undertake|commit|shall|will|resolve|intend|pledge|aim)[^:\\n]{0,80}:\\s*$"

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

static EntSpan
strip_item (EntScan *scan, EntSpan line)
{
  EntSpan lead;

  if (ent_scan_find (scan, "\\G(?:• ?|(?:[IVX]{1,5}|\\d{1,2}|[a-z])[.)°]-?\\s+)", line, 0, &lead))
    line.start = lead.end;
  while (line.end > line.start && strchr (" .;,", scan->flow[line.end - 1]) != NULL)
    line.end--;

  return line;
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
  while (line.end > line.start && strchr (" .:", scan->flow[line.end - 1]) != NULL)
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

/* The theme under whose heading a commitment stands: the last one named alone on a line above. */
static int
find_theme (EntScan *scan, gsize at)
{
  int found = -1;

  for (guint n = 0; n < HEADING_LINES && at > 1 && found < 0; n++)
    {
      EntSpan line = ent_scan_line (scan, at - 1);

      found = find_heading (scan, line);
      at = line.start;
    }

  return found;
}

static gboolean
visit_promise (EntScan *scan, GMatchInfo *match, gpointer data)
{
  gsize at = ent_scan_line (scan, ent_match_span (match, 0).start).end + 1;
  int theme = find_theme (scan, at);

  for (guint n = 0; at < scan->length && n < 30; n++)
    {
      EntSpan line = ent_scan_line (scan, at);
      EntSpan words;
      g_autofree char *text = NULL;
      gboolean rhythm;
      EntProposal *proposal;

      if (!ent_scan_has (scan, "^(?:• |(?:[IVX]{1,5}|\\d{1,2}|[a-z])[.)°]-?\\s)", line))
        break;
      at = line.end + 1;
      words = strip_item (scan, line);
      if (words.end - words.start < 8)
        continue;
      text = ent_scan_text (scan, words);
      rhythm = ent_scan_has (scan, RHYTHM, words) && ent_scan_has (scan, MEETING, words);
      for (guint i = 0; i < scan->reading->proposals->len; i++)
        {
          const EntProposal *other = scan->reading->proposals->pdata[i];

          if (other->field == ENT_READING_THEME && strcmp (other->value, text) == 0)
            return TRUE; /* the list of themes itself */
        }
      proposal = ent_scan_propose (scan, rhythm ? ENT_READING_OBLIGATION : ENT_READING_COMMITMENT,
                                   text, 80, words);
      proposal->parent = rhythm ? -1 : theme;
    }

  return !is_full (scan);
}

/* What a sentence binds the parties to; group w is the words. */
static const char *const pledge_rules[] = {
  "(?i:s'engage(?:nt)?(?:,? [^,.;\\n]{3,50},)?(?: également| notamment| mutuellement)? "
  "à|s'oblige(?:nt)? à) "
  "(?<w>\\p{Ll}[^.;:\\n]{10,220})",
  "\\b(?i:parties|cities|towns|communities|mayors|city|we|each|both) (?:hereby |further |also "
  "|mutually |will |"
  "shall )*(?:agrees?|undertakes?|pledges?|promises?|commits?|intends?) to "
  "(?<w>\\p{Ll}[^.;:\\n]{10,220})",
  "\\b(?i:parties|cities|towns|communities|each|both) (?:shall|will) "
  "(?!be\\b|have\\b)(?<w>(?:support|encourage|"
  "facilitate|promote|inform|advise|exchange|organi[sz]e|provide|work|strive|maintain) "
  "[^.;:\\n]{10,220})",
};

static gboolean
visit_pledge (EntScan *scan, GMatchInfo *match, gpointer data)
{
  EntSpan words = strip_item (scan, ent_match_named (match, "w"));
  g_autofree char *text = ent_scan_text (scan, words);

  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      const EntProposal *other = scan->reading->proposals->pdata[i];

      if ((other->field == ENT_READING_COMMITMENT || other->field == ENT_READING_OBLIGATION)
          && (strstr (other->value, text) != NULL || strstr (text, other->value) != NULL))
        return TRUE;
    }
  ent_scan_propose (scan, ENT_READING_OBLIGATION, text, 50, words);

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
  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      const EntProposal *other = scan->reading->proposals->pdata[i];

      if (other->field == ENT_READING_OBLIGATION && g_str_equal (other->value, text))
        return TRUE;
    }
  ent_scan_propose (scan, ENT_READING_OBLIGATION, text, 60, sentence);

  return !is_full (scan);
}

/* Who follows it up; group b is the body, group p whose it is. */
static const char *const body_rules[] = {
  "(?:[Pp]our (?:la partie (?<p>[\\p{L}-]+)|<ORGFR>(?<q><PLACE>)) ?: ?)(?:par )?(?:le |la |l'|les "
  ")(?<b>\\p{Lu}[^,.;\\n]{4,90}?)"
  "(?= de la (?:Ville|Commune)| de l'|,| en concert|[.;\\n]|$)",
  "(?i:suivie?|coordonnée?|mis(?:e)? en œuvre|mis(?:e)? en oeuvre|assurée?|pilotée?) par (?:le |la "
  "|l'|les |un |une )"
  "(?<b>(?:[Cc]omité|[Cc]ommission|[Bb]ureau|[Ss]ervice|[Dd]irection|[Cc]ommissariat|[Oo]ffice|[Gg]"
  "roupe|[Ii]nstance)"
  "[^,.;\\n]{3,80}?)(?= de la (?:Ville|Commune)|,| en concert|[.;\\n]|$)",
  "(?i:(?:un|une|le|la) )(?<b>(?i:comité (?:de "
  "(?:pilotage|suivi|coordination)|mixte|conjoint|paritaire)|commission (?:mixte|paritaire|de "
  "suivi)"
  "|groupe de travail))(?: \\p{L}+)? (?i:est|sera|se réuni|assure|composé)",
  "(?i:establish\\p{L}*|creat\\p{L}+|set up|form)(?i: of)? (?:an? |the "
  ")(?<b>(?:[\\p{Lu}][\\p{L}'-]+ |[–-] ){1,6}"
  "(?:Committee|Commission|Board|Council))\\b",
  "\\b(?:an? |the )(?<b>(?:[\\p{Lu}][\\p{L}'-]+ |[–-] ){1,6}(?:Committee|Commission|Board)) "
  "(?:will|shall) be "
  "(?:established|created|set up|formed)",
  "(?i:(?:a|the) )(?<b>(?i:joint (?:committee|commission|working group)|steering committee|liaison "
  "committee|coordinating committee))",
};

static gboolean
visit_body (EntScan *scan, GMatchInfo *match, gpointer data)
{
  EntSpan body = ent_match_named (match, "b");
  g_autofree char *text = ent_scan_text (scan, body);
  g_autofree char *whose = g_match_info_fetch_named (match, "q");
  EntProposal *proposal;

  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      const EntProposal *other = scan->reading->proposals->pdata[i];

      if (other->field == ENT_READING_BODY
          && (strstr (other->value, text) != NULL || strstr (text, other->value) != NULL))
        return TRUE;
    }
  proposal = ent_scan_propose (scan, ENT_READING_BODY, text, 80, body);
  if (whose == NULL || *whose == '\0')
    {
      g_autofree char *side = g_match_info_fetch_named (match, "p");

      /* "la partie namuroise" is the party whose name begins alike. */
      for (guint i = 0; side != NULL && i < scan->parties->len; i++)
        {
          const EntReadParty *party = scan->parties->pdata[i];
          g_autofree char *folded = ent_text_fold (side);

          if (strlen (folded) > 3 && strncmp (folded, party->core, 4) == 0)
            proposal->party = g_strdup (party->name);
        }
    }
  else
    {
      EntReadParty *party = ent_scan_find_party (scan, whose);

      proposal->party = g_strdup (party != NULL ? party->name : whose);
    }

  return TRUE;
}

/**
 * ent_read_duties:
 * @scan: a text being read, its themes known
 *
 * Proposes the commitments under each theme, the obligations that come round, and the bodies that
 * follow the agreement up.
 */
void
ent_read_duties (EntScan *scan)
{
  ent_scan_each (scan, PROMISE, ent_scan_whole (scan), visit_promise, NULL);
  ent_scan_each (scan, RHYTHM, ent_scan_whole (scan), visit_rhythm, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pledge_rules); i++)
    ent_scan_each (scan, pledge_rules[i], ent_scan_whole (scan), visit_pledge, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (body_rules); i++)
    ent_scan_each (scan, body_rules[i], ent_scan_whole (scan), visit_body, NULL);
}
