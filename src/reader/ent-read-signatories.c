/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-text.h"

#include <string.h>

/* "and his counterpart from Durban, Tom Reed": group n is the name. */
#define COUNTERPART                                                                                \
  "(?i:son|sa|his|her|their|leur) (?i:homologue|counterpart)(?: (?:de |d'|du |from |of |in "       \
  ")<PLACE>| \\p{Ll}+)?"                                                                           \
  "(?: \\([^)\\n]{2,40}\\))?,? (?:<TITLE> )?(?<n><PERSON>)"

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
  { "représentée? par (?:son |sa |le |la |l')?(?<r>" ENT_READER_OFFICE
    "[^,;\\n]{0,60}?),? (?:<TITLE> )?(?<n><PERSON>)",
    88, FALSE, "représentée par le maire, Monsieur Hubert Guimet", "Hubert Guimet" },
  { "(?:représentée? par|represented by)(?: its| his| the)? (?:<TITLE> )?(?<n><PERSON>)(?:, ?| "
    "?\\()(?:son |sa |en qualité de |its |the )?(?<r>" ENT_READER_OFFICE "[^,;.\\n)]{0,60})",
    88, FALSE, "represented by Mr Jean Petit, Mayor of Trévières", "Jean Petit" },
  { "(?:<TITLE> )?(?<n><PERSON>),? (?:(?:le|la|the|then|son|leur) )?(?<r>" ENT_READER_ROLE
    ")(?: \\([^)\\n]{1,24}\\))?(?=,| (?:et|and|while|whilst|tandis que) |[.;)]| "
    "(?:ont|a|have|has|signed)\\b|$)",
    84, TRUE, "M. Le Nhat Vo, Président du Comité, et M. Maxime Prévot, Bourgmestre, ont signé",
    "Le Nhat Vo" },
  { "(?<r>\\b" ENT_READER_OFFICE
    "(?: (?:de la ville|of the city))?(?: (?:de la |de l'|des |du |de |d'|of (?:the )?)(?:ville de "
    "|city of )?<PLACE>| bruxelloise?| \\p{Ll}+(?:ois|ais|ien|ain)e?)?"
    "(?: aux [^,.;\\n]{3,50}?)?),? (?:<TITLE> )?(?<n><PERSON>)",
    78, TRUE, "le maire de Dreux Pierre Billet a signé", "Pierre Billet" },
  { "(?<r>\\b" ENT_READER_OFFICE " [^,.;:\\n()]{2,70}?), (?:<TITLE> )?(?<n><PERSON>)(?=[ ,.;]|$)",
    76, TRUE, "le président du conseil municipal de Dakhla, Sidi Sloh El Joumani, ont signé",
    "Sidi Sloh El Joumani" },
  { "(?i:\\b(?:mayors|maires|bourgmestres|governors|présidents)) (?:respectifs, )?(?:<TITLE> )?"
    "(?<n><PERSON>)(?: \\([^)\\n]{2,40}\\))?,? (?:and|et) (?:<TITLE> )?(?<m><PERSON>)",
    76, TRUE, "both represented by Mayors Ann R. Cole and Li Wei, signed", "Ann R. Cole" },
  { "(?<q><PLACE>)(?:'s)? (?<r>(?:" ENT_READER_OFFICE
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
  { "(?<r>\\b" ENT_READER_OFFICE
    ") (?:de |d'|du |des |of |aux )[^,.;:\\n]{2,80}? <TITLE> (?<n><PERSON>)",
    80, TRUE,
    "The Chairman of the Durban Municipal Assembly Mr. Vo Anh Minh and Mr. Tom Reed signed",
    "Vo Anh Minh" },
  { "<SIGNED>[^.;\\n]{0,90}? (?:par|by|between|entre) (?:<TITLE> )?(?<n><PERSON>),? (?:et|and) "
    "(?:<TITLE> )?"
    "(?<m><PERSON>)(?=[,. ]|$)",
    78, TRUE, "Cosignée par Jean Petit et Hans Gross, maires des deux villes",
    "Jean Petit|Hans Gross" },
  { "<TITLE> (?<n><PERSON>)(?:,[^.;\\n]{3,90}?,)?(?: (?:and|et) <TITLE> "
    "(?<m><PERSON>)(?:,[^.;\\n]{3,90}?,)?)? "
    "(?:ont |a |have |has |vient de |viennent de "
    ")?(?:sign(?:é|ed|ent|s|er|e)|paraphé|cosign(?:é|ed))\\b",
    80, TRUE, "Mr Tom Reed, chief of the town, signed for Leeds", "Tom Reed" },
  { COUNTERPART, 74, TRUE,
    "Jean Petit, maire de Dinant, et son homologue allemand, Hans Gross, ont signé",
    "Jean Petit|Hans Gross" },
  { "(?<n><PERSON>),? (?:and|et) (?:the |le |la )(?<r>" ENT_READER_OFFICE
    ") (?:de |d'|of )<PLACE>,? "
    "(?:<TITLE> )?(?<m><PERSON>)",
    72, TRUE, "Ann Cole and the Mayor of Durban, Mr Tom Reed, signed the pact",
    "Tom Reed|Ann Cole" },
  { "(?:(?i:\\b(?:maires|bourgmestres|mayors|présidents|governors)) |\\G,? ?(?:et |and )?)(?:de "
    "|d'|of )"
    "(?<q><PLACE>), (?:<TITLE> )?(?<n><PERSON>)(?=,)",
    80, TRUE,
    "Les maires de Brive, Jean Petit, de Lauf, Hans Gross, et de Saponé, Ali Traoré, ont signé",
    "Jean Petit" },
  { "(?i:en la personne de|soit pour elle|soit pour lui|in the person of|agissant par|acting "
    "through) (?:<TITLE> )?"
    "(?<n><PERSON>), (?<r>" ENT_READER_ROLE
    ")(?=,|\\.|;| et | and |$)(?:,? (?:et|and) (?:de |of )?(?:<TITLE> )?"
    "(?<m><PERSON>)(?=, (?:son |sa |its )?" ENT_READER_OFFICE "))?",
    86, FALSE, "la Ville, soit pour elle M. Jean Petit, syndic, et Mme Anne Roy, secrétaire,",
    "Jean Petit|Anne Roy" },
  { "\\b(?<r>[Mm]ayor|[Gg]overnor|[Mm]aire|[Pp]resident|[Cc]hairman) (?<n><NW>)(?= of| and|,)", 60,
    TRUE, "Mayor Lee of Hanam signed", "Lee" },
};

/* Words that no name of a person holds. */
#define NO_NAME                                                                                    \
  "(?i:\\b(?:assembly|metropolitan|prefectur\\w+|municipal\\w*|executive|people's|party|"          \
  "memorandum|"                                                                                    \
  "townhall|foreign|affairs|chambre|institut|hôtel|ville|city|commune|town|conseil|council|"       \
  "protocole|accord|convention|charte|jumelage|"                                                   \
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
  "(?i:attend|accompan|accompagn|entourés?|aux côtés|présents?\\b|present\\b|"                     \
  "participation d|supervision|sous l'égide|auspices|en présence|in (?:the )?presence|"            \
  "assist(?:é|aient|ait)|attended|also present|témoin|witness|interpr|a déclaré|said|déclare|"     \
  "explique|poursuit|s'est (?:dit|félicit)|porte-parole|spokes|contact|photographe|photo)"

#define SIGNING                                                                                    \
  "<SIGNED>|\\b(?:Nous|NOUS|We|WE), ?(?:<TITLE> )?\\p{Lu}|(?i:paraphe|cosign\\w+|represented "     \
  "by|représentées? par)"

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

/**
 * ent_scan_propose_person:
 * @scan: a text being read, its parties known
 * @name: where the name stands
 * @role: (nullable): as what they signed
 * @side: (nullable): words that name their party
 * @confidence: of 100
 *
 * Proposes somebody who signed; completes the proposal where there is one. What is no name of a
 * person is left out.
 */
void
ent_scan_propose_person (
    EntScan *scan, EntSpan name, const char *role, const char *side, int confidence)
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

/* Whether those named at WHOLE stood by, spoke or were quoted. */
static gboolean
stood_by (EntScan *scan, EntSpan whole, EntSpan sentence)
{
  return ent_scan_has (scan, ATTENDED "[^.]*$", (EntSpan) { sentence.start, whole.start })
         || ent_scan_has (scan, "\\G[^.]{0,25}" SPOKE, (EntSpan) { whole.end, sentence.end });
}

static gboolean
visit (EntScan *scan, GMatchInfo *match, gpointer data)
{
  const PersonRule *rule = data;
  EntSpan whole = ent_match_span (match, 0);
  EntSpan sentence = ent_scan_sentence (scan, whole.start);
  g_autofree char *role = g_match_info_fetch_named (match, "r");
  g_autofree char *side = g_match_info_fetch_named (match, "q");

  if (rule->needs_signing
      && (!ent_scan_has (scan, SIGNING, sentence) || stood_by (scan, whole, sentence)))
    return TRUE;
  /* "the City of A, represented by its mayor": theirs is the party before it. */
  if (!rule->needs_signing)
    {
      const EntReadParty *party = ent_scan_find_party_before (scan, whole.start);

      g_free (side);
      side = party != NULL ? g_strdup (party->name) : NULL;
    }
  ent_scan_propose_person (scan, ent_match_named (match, "n"), role, side, rule->confidence);
  ent_scan_propose_person (scan, ent_match_named (match, "m"), NULL,
                           rule->needs_signing ? NULL : side, rule->confidence);

  return TRUE;
}

/* "The two mayors signed": who they are is said elsewhere. */
#define BY_OFFICE                                                                                  \
  "(?i:\\b(?:les (?:deux |trois )?(?:\\p{Ll}+ "                                                    \
  ")?(?:maires|bourgmestres|présidents|édiles|élus|dirigeants|parties|"                            \
  "villes|communes|métropoles|municipalités)|the (?:two |three "                                   \
  ")?(?:mayors|leaders|governors|sides|"                                                           \
  "parties|cities|towns)|both (?:mayors|leaders|sides|parties|cities)|leurs maires|their "         \
  "mayors)\\b"                                                                                     \
  "[^.\\n]{0,90}(?:\\bsign(?:é|ent|èrent|ed)\\b|apposé|conclu|paraph|sealed|inked))"

/* Who heads a city or a region. */
#define HEAD                                                                                       \
  "\\b(?i:maire(?:sse)?|bourgmestre|syndic|mayor(?:ess)?|governor|gouverneure?|chair\\w+|"         \
  "président|president)\\b"

static gboolean
is_signed_for (EntScan *scan, const EntReadParty *party)
{
  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      const EntProposal *other = scan->reading->proposals->pdata[i];

      if (other->field == ENT_READING_SIGNATORY && g_strcmp0 (other->party, party->name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The head of a party that nobody signed for yet, and the counterpart named with it. */
static gboolean
visit_head (EntScan *scan, GMatchInfo *match, gpointer data)
{
  EntSpan whole = ent_match_span (match, 0);
  EntSpan sentence = ent_scan_sentence (scan, whole.start);
  g_autofree char *role = g_match_info_fetch_named (match, "r");
  g_autofree char *side = g_match_info_fetch_named (match, "q");
  const EntReadParty *party = NULL;

  if (role == NULL || *role == '\0' || !g_regex_match (ent_reader_regex (HEAD), role, 0, NULL)
      || ent_scan_has (scan, ATTENDED "[^.]*$", (EntSpan) { sentence.start, whole.start }))
    return TRUE;
  party = ent_scan_find_party (scan, side != NULL && *side != '\0' ? side : role);
  if (party == NULL || is_signed_for (scan, party))
    return TRUE;
  ent_scan_propose_person (scan, ent_match_named (match, "n"), role, party->name, 58);

  return TRUE;
}

static gboolean
visit_counterpart (EntScan *scan, GMatchInfo *match, gpointer data)
{
  EntSpan sentence = ent_scan_sentence (scan, ent_match_span (match, 0).start);

  if (ent_scan_has (scan, HEAD, (EntSpan) { sentence.start, ent_match_span (match, 0).start }))
    ent_scan_propose_person (scan, ent_match_named (match, "n"), NULL, NULL, 56);

  return TRUE;
}

/* Where a text says that the heads of the parties signed, without their names, those that it
 * names elsewhere are proposed as doubtful. */
static void
read_heads (EntScan *scan)
{
  if (count_signatories (scan) > 0 || !ent_scan_has (scan, BY_OFFICE, ent_scan_whole (scan)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (rules[i].needs_signing)
        ent_scan_each (scan, rules[i].pattern, ent_scan_whole (scan), visit_head, NULL);
    }
  ent_scan_each (scan, COUNTERPART, ent_scan_whole (scan), visit_counterpart, NULL);
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
  ent_read_blocks (scan);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    ent_scan_each (scan, rules[i].pattern, ent_scan_whole (scan), visit, (gpointer) &rules[i]);
  read_heads (scan);
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
