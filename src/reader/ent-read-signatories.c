/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-text.h"

#include <string.h>

#define OFFICE ENT_READER_OFFICE

/* A function with what it is a function of. */
#define ROLE "(?:" OFFICE "(?:(?! et | and )[^,;.\\n\\t()]|gén\\.|P\\.D\\.G\\.){0,90}?)"

/* Who signed, in running text. Group n is the name, r the function; m, s a second pair. */
typedef struct
{
  const char *pattern;
  int confidence;
  gboolean needs_signing; /* only in a sentence that speaks of signing */
  const char *example;
  const char *expected;
} PersonRule;

static const PersonRule rules[] = {
  { "représentée? par (?:son |sa |le |la |l')?(?<r>" OFFICE
    "[^,;\\n]{0,60}?),? (?:<TITLE> )?(?<n><PERSON>)",
    88, FALSE, "représentée par le maire, Monsieur Hubert Guimet", "Hubert Guimet" },
  { "(?:représentée? par|represented by)(?: its| his| the)? (?:<TITLE> )?(?<n><PERSON>)(?:, ?| "
    "?\\()(?:son |sa |en qualité de |its |the )?(?<r>" OFFICE "[^,;.\\n)]{0,60})",
    88, FALSE, "represented by Mr Jean Petit, Mayor of Trévières", "Jean Petit" },
  { "(?:<TITLE> )?(?<n><PERSON>),? (?:(?:le|la|the|then|son|leur) )?(?<r>" ROLE
    ")(?=,| (?:et|and) |[.;)]| (?:ont|a|have|has|signed)\\b|$)",
    84, TRUE, "M. Le Nhat Vo, Président du Comité, et M. Maxime Prévot, Bourgmestre, ont signé",
    "Le Nhat Vo" },
  { "(?<r>\\b" OFFICE
    "(?: (?:de la ville|of the city))?(?: (?:de la |de l'|des |du |de |d'|of (?:the )?)(?:ville de "
    "|city of )?<PLACE>| bruxelloise?| \\p{Ll}+(?:ois|ais|ien|ain)e?)?"
    "(?: aux [^,.;\\n]{3,50}?)?),? (?:<TITLE> )?(?<n><PERSON>)",
    78, TRUE, "le maire de Dreux Pierre Billet a signé", "Pierre Billet" },
  { "(?<r>\\b" OFFICE " [^,.;:\\n()]{2,70}?), (?:<TITLE> )?(?<n><PERSON>)(?=[ ,.;]|$)", 76, TRUE,
    "le président du conseil municipal de Dakhla, Sidi Sloh El Joumani, ont signé",
    "Sidi Sloh El Joumani" },
  { "(?i:\\b(?:mayors|maires|bourgmestres|governors)) (?<n><PERSON>),? (?:and|et) (?<m><PERSON>)",
    76, TRUE, "both represented by Mayors Ann R. Cole and Li Wei, signed", "Ann R. Cole" },
  { "(?<q><PLACE>)(?:'s)? (?<r>(?:" OFFICE
    ")) (?<n><PERSON>|<NW>)(?= and|,|\\.| on| in| have| has| "
    "sign| ink|$)",
    78, TRUE, "New Taipei City Mayor Eric Chu signed", "Eric Chu" },
  { "(?i:maires|bourgmestres|mayors|présidents) (?:de |d'|of )<PLACE>, (?:<TITLE> "
    ")?(?<n><PERSON>),? (?:et|and) "
    "(?:de |d'|of )<PLACE>, (?:<TITLE> )?(?<m><PERSON>)",
    80, TRUE, "Les maires de Brest, M. Jean Petit, et de Kiel, M. Hans Gross, ont signé",
    "Jean Petit" },
  { "(?:maires|bourgmestres|mayors|présidents) (?:de |d'|of )<PLACE>,? (?:et|and) (?:de |d'|of "
    ")?<PLACE>, (?:<TITLE> )?"
    "(?<n><PERSON>),? (?:et|and) (?:<TITLE> )?(?<m><PERSON>)",
    70, TRUE, "Les maires de Brest et de Kiel, M. Jean Petit et M. Hans Gross, ont signé",
    "Jean Petit" },
  { "\\b(?<r>[Mm]ayor|[Gg]overnor|[Mm]aire|[Pp]resident|[Cc]hairman) (?<n><NW>)(?= of| and|,)", 60,
    TRUE, "Mayor Lee of Hanam signed", "Lee" },
};

/* Words that no name of a person holds. */
#define NO_NAME                                                                                    \
  "(?i:\\b(?:ville|city|commune|town|conseil|council|protocole|accord|convention|charte|jumelage|" \
  "agreement|"                                                                                     \
  "memorandum|maire|mayor|bourgmestre|président|president|chairman|partenaires?|partners?|"        \
  "université|university|"                                                                         \
  "association|comité|committee|bureau|office|article|pour|for|signé|fait|done|signed|ward|"       \
  "district|"                                                                                      \
  "county|state|province|république|republic|secretary|governor|government|department|(?:city|"    \
  "town|municipal|village|concert) hall|"                                                          \
  "centre|center|sister|"                                                                          \
  "cities|international\\w*|relations|monsieur|madame|région|region|ministre|minister|préfecture|" \
  "district|"                                                                                      \
  "assemblée|congrès|festival|journal|street|avenue|rue|place|twinning|parish|original|annex|"     \
  "japan|france|canada|"                                                                           \
  "belgi\\w+|états|united|kingdom|u\\.s\\.a|maroc|morocco)\\b)|^(?:Les|La|The) "                   \
  "|<MONTH>$|<WEEKDAY>|\\b[Xx]{3,}"                                                                \
  "|(?i:\\b(?:new (?:jersey|york|mexico|hampshire|zealand|south|brunswick)|(?:north|south) "       \
  "(?:carolina|dakota|korea|africa|yorkshire)|west virginia|british columbia|nova scotia|rhode "   \
  "island|"                                                                                        \
  "hong kong)\\b)"

/* Words about people who did not sign. */
#define SPOKE                                                                                      \
  "(?i:assist(?:é|aient|ait)|attended|témoin|interpr|a déclaré|said|déclare|explique|poursuit|"    \
  "s'est (?:dit|félicit)|porte-parole|spokes|contact|photographe|photo)"

#define ATTENDED                                                                                   \
  "(?i:participation d|supervision|sous l'égide|auspices|en présence|in (?:the )?presence|"        \
  "assist(?:é|aient|ait)|attended|also present|témoin|witness|interpr|a déclaré|said|déclare|"     \
  "explique|poursuit|s'est (?:dit|félicit)|porte-parole|spokes|contact|photographe|photo)"

#define SIGNING "<SIGNED>|(?i:paraphe|represented by|représentées? par)"

static gboolean
is_name (EntScan *scan, EntSpan span)
{
  g_autofree char *text = ent_scan_text (scan, span);
  g_autofree char *core = ent_read_core (text);

  if (g_regex_match (ent_reader_regex (NO_NAME), text, 0, NULL) || g_utf8_strlen (text, -1) < 2)
    return FALSE;

  /* "Ville de Namur" read as a person, or a party alone. */
  for (guint i = 0; i < scan->parties->len; i++)
    {
      const EntReadParty *party = scan->parties->pdata[i];

      if (g_str_equal (core, party->core)
          || (g_str_has_prefix (core, party->core) && party->weight > 10))
        return FALSE;
    }

  return TRUE;
}

static EntProposal *
find_signatory (EntScan *scan, const char *name)
{
  g_autofree char *folded = ent_text_fold (name);

  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      EntProposal *other = scan->reading->proposals->pdata[i];
      g_autofree char *known = NULL;

      if (other->field != ENT_READING_SIGNATORY)
        continue;
      known = ent_text_fold (other->value);
      if (strstr (known, folded) != NULL || strstr (folded, known) != NULL)
        return other;
    }

  return NULL;
}

/* A list of names that is longer is one of members, not of those who signed. */
#define MAX_SIGNATORIES 24

static guint
count_signatories (EntScan *scan)
{
  guint count = 0;

  for (guint i = 0; i < scan->reading->proposals->len; i++)
    count += ((EntProposal *) scan->reading->proposals->pdata[i])->field == ENT_READING_SIGNATORY;

  return count;
}

static void
propose_person (EntScan *scan, EntSpan name, const char *role, const char *side, int confidence)
{
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  EntProposal *proposal;
  EntReadParty *party = NULL;

  if (name.end <= name.start || count_signatories (scan) >= MAX_SIGNATORIES
      || !is_name (scan, name))
    return;
  text = ent_scan_text (scan, name);
  plain = g_regex_replace (ent_reader_regex ("^(?:<TITLE>\\s+)+"), text, -1, 0, "", 0, NULL);
  proposal = find_signatory (scan, plain);
  if (proposal == NULL)
    proposal = ent_scan_propose (scan, ENT_READING_SIGNATORY, plain, confidence, name);
  if (proposal->detail == NULL && role != NULL && *role != '\0')
    {
      proposal->detail = g_strstrip (g_strdup (role));
      party = ent_scan_find_party (scan, role);
    }
  if (party == NULL && side != NULL)
    party = ent_scan_find_party (scan, side);
  if (proposal->party == NULL && party != NULL)
    proposal->party = g_strdup (party->name);
}

static gboolean
visit (EntScan *scan, GMatchInfo *match, gpointer data)
{
  const PersonRule *rule = data;
  EntSpan whole = ent_match_span (match, 0);
  EntSpan sentence = ent_scan_sentence (scan, whole.start);
  g_autofree char *role = g_match_info_fetch_named (match, "r");
  g_autofree char *side = g_match_info_fetch_named (match, "q");
  EntSpan name = ent_match_named (match, "n");
  EntSpan before = { sentence.start, whole.start };

  if (rule->needs_signing && !ent_scan_has (scan, SIGNING, sentence))
    return TRUE;
  if (rule->needs_signing
      && (ent_scan_has (scan, ATTENDED "[^.]*$", before)
          || ent_scan_has (scan, "\\G[^.]{0,25}" SPOKE, (EntSpan) { whole.end, sentence.end })))
    return TRUE;
  propose_person (scan, name, role, side, rule->confidence);
  propose_person (scan, ent_match_named (match, "m"), NULL, NULL, rule->confidence);

  return TRUE;
}

/* What opens a block of signatures. */
#define BLOCK                                                                                      \
  "^(?:(?:Fait|FAIT|Signé|SIGNÉ|Done|DONE|Signed|SIGNED|Dated|DATED|En foi|In witness|IN "         \
  "WITNESS)\\b"                                                                                    \
  "|(?:Pour|POUR|For|FOR|On behalf of) (?:la |le |the "                                            \
  "|l')?(?i:ville|commune|city|town|département|"                                                  \
  "municipalité|communauté|région|préfecture|government|state|municipality|district|association)"  \
  "|<PLACE>,? (?:le |this |on )?(?:\\d{1,2}(?:er|st|nd|rd|th)? <MONTH>|<MONTH> "                   \
  "\\d{1,2}(?:st|nd|rd|th)?),? \\d{4}\\.?$)"

/* "Name, Function" once or more on a line. */
#define PAIR                                                                                       \
  "(?:<TITLE> )?(?<n><PERSON>)(?:,\\s?| – | - |\\s\\()(?<r>" ROLE                                  \
  ")(?=\\)|\\t| (?:<TITLE> )?<PERSON>,\\s?" OFFICE                                                 \
  "|[,;.]?$)(?<!\\bde|\\bdu|\\bla|\\bof|\\bthe|\\bl')"

static guint
read_pairs (EntScan *scan, EntSpan line, const char *side)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint count = 0;

  g_regex_match_full (ent_reader_regex (PAIR), scan->flow, (gssize) line.end, (int) line.start, 0,
                      &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *role = g_match_info_fetch_named (match, "r");

      propose_person (scan, ent_match_named (match, "n"), role, side, 90);
      count++;
    }

  return count;
}

/* Names side by side with one space between them, over COUNT functions in columns. */
static GArray *
split_names (EntScan *scan, EntSpan line, guint count)
{
  g_autofree char *text = ent_scan_text (scan, line);
  guint words = 1;
  guint word = 0;
  GArray *names = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  EntSpan name = { line.start, line.start };

  for (const char *p = text; *p != '\0'; p++)
    words += *p == ' ' && (p == text || p[-1] != '.');
  if (words < count * 2 || words % count != 0)
    return names;
  for (gsize i = line.start; i <= line.end; i++)
    {
      if (i < line.end && scan->flow[i] != ' ')
        continue;
      if ((i < line.end && scan->flow[i - 1] == '.') || ++word % (words / count) != 0)
        continue;
      name.end = i;
      g_array_append_val (names, name);
      name.start = i + 1;
    }

  return names;
}

/* The parts of a line of columns. */
static GArray *
split_columns (EntScan *scan, EntSpan line)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  EntSpan column = { line.start, line.start };

  for (gsize i = line.start; i <= line.end; i++)
    {
      if (i < line.end && scan->flow[i] != '\t')
        continue;
      column.end = i;
      if (column.end > column.start)
        g_array_append_val (columns, column);
      column.start = i + 1;
    }

  return columns;
}

/* A name alone on its line, or names in columns; functions and sides stand above or below. */
static void
read_stacked (EntScan *scan, EntSpan line, char **side)
{
  g_autoptr (GArray) columns = split_columns (scan, line);
  EntSpan below = line.end + 1 < scan->length ? ent_scan_line (scan, line.end + 1)
                                              : (EntSpan) { 0, 0 };
  EntSpan above = line.start > 1 ? ent_scan_line (scan, line.start - 1) : (EntSpan) { 0, 0 };
  EntSpan further = below.end > 0 && below.end + 1 < scan->length
                        ? ent_scan_line (scan, below.end + 1)
                        : (EntSpan) { 0, 0 };
  g_autoptr (GArray) under = split_columns (scan, below);
  g_autoptr (GArray) over = split_columns (scan, above);
  g_autoptr (GArray) last = split_columns (scan, further);

  if (columns->len == 1 && under->len > 1 && ent_scan_has (scan, "\\G" OFFICE, below))
    {
      g_autoptr (GArray) names = split_names (scan, line, under->len);

      if (names->len == under->len)
        {
          g_array_set_size (columns, 0);
          g_array_append_vals (columns, names->data, names->len);
        }
    }

  for (guint i = 0; i < columns->len; i++)
    {
      EntSpan name = g_array_index (columns, EntSpan, i);
      GArray *roles = NULL;
      g_autofree char *role = NULL;
      g_autofree char *place = NULL;

      if (!ent_scan_has (scan, "^\\s*(?:<TITLE> )?<PERSON>[ ,.]*$", name)
          && !(columns->len > 1
               && ent_scan_has (scan, "\\G(?:<TITLE> )?<NW><PERSON>$|\\G(?:<TITLE> )?<PERSON>$",
                                name)))
        continue;
      if (under->len > i
          && ent_scan_has (scan, "\\G(?:(?:Le|La|The) )?" OFFICE,
                           g_array_index (under, EntSpan, i)))
        roles = under;
      else if (over->len > i
               && ent_scan_has (scan, "\\G(?:(?:Le|La|The) )?" OFFICE,
                                g_array_index (over, EntSpan, i)))
        roles = over;
      if (roles == NULL)
        continue;
      role = ent_scan_text (scan, g_array_index (roles, EntSpan, i));
      if (roles == under && last->len > i && last->len == columns->len)
        place = ent_scan_text (scan, g_array_index (last, EntSpan, i));
      propose_person (scan, name, role,
                      place != NULL && ent_scan_find_party (scan, place) ? place : *side, 82);
    }
}

static void
read_block (EntScan *scan, gsize from)
{
  g_autofree char *side = NULL;
  guint empty = 0;
  guint lines = 0;

  for (gsize at = from; at < scan->length && empty < 9 && lines++ < 60;)
    {
      EntSpan line = ent_scan_line (scan, at);
      EntSpan party;

      if (ent_scan_find (scan,
                         "^(?:[Pp]our|POUR|[Ff]or|FOR|On behalf of|Les partenaires d[e'] ?)(?: "
                         "(?:la|le|the|l'))?\\s?([^\\t\\n]{3,60}?)(?:\\t|$|[,:])",
                         line, 1, &party))
        {
          g_clear_pointer (&side, g_free);
          if (!ent_scan_has (scan, "\\GLes partenaires", line))
            side = ent_scan_text (scan, party);
        }
      else if (read_pairs (scan, line, side) > 0)
        empty = 0;
      else if (line.end - line.start < 120)
        {
          guint before = scan->reading->proposals->len;

          read_stacked (scan, line, &side);
          empty = scan->reading->proposals->len > before ? 0 : empty + 1;
        }
      else
        empty += 4;
      at = line.end + 1;
    }
}

/* A partner that signs beside the cities: what its signatory is head of. */
static void
find_partners (EntScan *scan)
{
  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      EntProposal *person = scan->reading->proposals->pdata[i];
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *name = NULL;
      EntSpan span = { 0, 0 };

      if (person->field != ENT_READING_SIGNATORY || person->party != NULL || person->detail == NULL
          || person->confidence < 88)
        continue;
      if (!g_regex_match (ent_reader_regex ("(?:de l'|de la |du |des |de |d'|of the |of "
                                            ")((?:Université|University|Institut|Chambre|Office)?"
                                            "[^,;]*\\p{Lu}[^,;]*)$"),
                          person->detail, 0, &match))
        continue;
      name = g_match_info_fetch (match, 1);
      person->party = g_strdup (name);
      {
        EntReadParty *party = g_new0 (EntReadParty, 1);
        const char *at = strstr (scan->flow, name);

        party->name = g_strdup (name);
        party->core = ent_read_core (name);
        party->minor = TRUE;
        party->weight = 5;
        if (at != NULL)
          span = (EntSpan) { (gsize) (at - scan->flow), (gsize) (at - scan->flow) + strlen (name) };
        party->span = span;
        g_ptr_array_add (scan->parties, party);
      }
    }
}

/* Of two who signed for two parties, one is the other's. */
static void
find_other_side (EntScan *scan)
{
  EntProposal *signed_by[2] = { NULL };
  const EntReadParty *parties[2] = { NULL };
  guint n = 0;
  guint n_parties = 0;

  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      EntProposal *person = scan->reading->proposals->pdata[i];

      if (person->field != ENT_READING_SIGNATORY)
        continue;
      if (n == 2)
        return;
      signed_by[n++] = person;
    }
  for (guint i = 0; i < scan->parties->len; i++)
    {
      if (n_parties == 2)
        return;
      parties[n_parties++] = scan->parties->pdata[i];
    }
  if (n != 2 || n_parties != 2 || (signed_by[0]->party == NULL) == (signed_by[1]->party == NULL))
    return;
  {
    guint open = signed_by[0]->party == NULL ? 0 : 1;
    guint known = g_str_equal (signed_by[1 - open]->party, parties[0]->name) ? 0 : 1;

    signed_by[open]->party = g_strdup (parties[1 - known]->name);
  }
}

/**
 * ent_read_signatories:
 * @scan: a text being read, its parties known
 *
 * Proposes those who signed: from the block of signatures, and from sentences that say who did.
 * Adds to the parties of @scan the partners that sign beside them.
 */
void
ent_read_signatories (EntScan *scan)
{
  EntSpan block;

  for (gsize from = 0; ent_scan_find (scan, BLOCK, (EntSpan) { from, scan->length }, 0, &block);
       from = block.end)
    {
      if (count_signatories (scan) >= MAX_SIGNATORIES)
        break;
      read_block (scan, block.start);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    ent_scan_each (scan, rules[i].pattern, ent_scan_whole (scan), visit, (gpointer) &rules[i]);
  find_partners (scan);
  find_other_side (scan);
}

/* The cases of the rules above, for the tests. */
void
ent_read_signatory_examples (EntReadExampleFunc visit_example, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      EntReadExample example = { rules[i].pattern, rules[i].example, ENT_READING_SIGNATORY,
                                 rules[i].expected };

      visit_example (&example, data);
    }
}
