/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-text.h"

#include <string.h>

/* What sits and follows up. */
#define SITTING                                                                                    \
  "(?i:comités?|commissions?|bureau|service|direction|commissariat|office|groupes?|instance|"      \
  "cellule|"                                                                                       \
  "secrétariat|conseil|plénière|observatoire|délégation)"

/* What a body is set up with; what it does when it is. */
#define SET_UP_FR                                                                                  \
  "(?i:cré(?:é|ée|és|ées|ation|er|ent)|institu\\w+|constitu\\w+|mis(?:e|es)? en place|mise en "    \
  "place|"                                                                                         \
  "mettent en place|désign\\w+|nomm\\w+)"

/* Who follows an agreement up; group b is the body, group q words that name whose it is, group p an
 * adjective for that. */
static const struct
{
  const char *pattern;
  const char *example;
  const char *expected;
  gboolean formal; /* only in the agreement itself */
} rules[] = {
  { "(?:[Pp]our (?:la partie (?<p>[\\p{L}-]+)|<ORGFR>(?<q><PLACE>)) ?: ?)(?:par )?(?:le |la "
    "|l'|les "
    ")(?<b>\\p{Lu}[^,.;\\n]{4,90}?)"
    "(?= de la (?:Ville|Commune)| de l'|,| en concert|[.;\\n]|$)",
    "Suivi\nPour la Ville de Brive : le Bureau des échanges.", "Bureau des échanges" },
  { "(?i:suivie?s?|coordonnée?s?|mis(?:e|es)? en "
    "(?:œuvre|oeuvre)|assurée?s?|pilotée?s?|animée?s?|gérée?s?) "
    "(?:conjointement )?par (?:le |la |l'|les |un |une )(?<b>" SITTING
    "[^,.;\\n]{3,80}?)(?= de la (?:Ville|Commune)|,| en concert|[.;\\n]|$)",
    "L'accord est coordonné par le Service des relations extérieures.",
    "Service des relations extérieures" },
  { "(?i:(?:un|une|le|la|des|les) )(?<b>(?i:comités? (?:de "
    "(?:pilotage|suivi|coordination|gestion|liaison)|"
    "mixtes?|conjoints?|paritaires?|techniques?|bilatéral|scientifique)|commissions? "
    "(?:mixtes?|paritaires?|de "
    "suivi|conjointes?|bilatérales?|de travail|techniques?)|groupes? de "
    "(?:travail|suivi|contact)|cellule de "
    "(?:suivi|coordination)))(?:[^.\\n,]{0,60}|, )? ?(?i:est|sont|sera|seront|se "
    "réuni|assure|composé|chargé|permet|" SET_UP_FR ")",
    "Un comité de pilotage se réunira chaque année.", "comité de pilotage" },
  { SET_UP_FR
    "(?: \\p{Ll}+){0,2} (?i:un|une|d'un|d'une|le|la|des|de) "
    "(?<b>(?i:comités?|commissions?|groupes?|cellule|instance|secrétariat|observatoire|conseil)"
    ""
    "(?i: (?:de|d'|mixte|conjoint|paritaire|technique|des|pour|franco|inter)[^,.;:\\n(]{3,60}?))"
    "(?= (?:est|sera|composé|chargé|qui|pour|afin|entre|dont|se )|[,.;:(\\n]|$)",
    "Il est institué un comité mixte de réflexion, composé des maires.",
    "comité mixte de réflexion" },
  { "(?i:nommer|désigner?|désigne(?:nt|ra|ront)?|désignée?s?|nommée?s?) (?:le |la |l'|comme |un "
    "|une )+"
    "(?<b>(?:Office|Service|Direction|Bureau|Comité|Commission|Association|Cellule|Secrétariat) "
    "[^,.;:«\"\\n]{4,90}?)"
    "(?= ?[«\",.;:\\n]| (?:comme|pour|par|en qualité|afin|qui)|$)",
    "Il est proposé de nommer l'Office des échanges comme structure de suivi.",
    "Office des échanges" },
  { "(?i:institue(?:nt)?|instaure(?:nt)?|crée(?:nt)?) (?:ce qu'ils appellent )?[«\"“]? ?(?:la |le "
    "|une? |l')(?<b>" SITTING "[^,.;:»\"”\\n]{3,60}?) ?(?=[»\"”,.;]| qui| pour| afin|$)",
    "Les maires créent « le conseil des deux rives », qui se réunit à Brive.",
    "conseil des deux rives" },
  { "(?i:establish\\w*|creat\\w+|set up|form(?:ed|ing)?|appoint\\w*|designat\\w*)(?i: of)? (?:an? "
    "|the )(?<b>"
    "(?:[\\p{Lu}][\\p{L}'-]+ |[–-] ){1,6}(?:Committee|Commission|Board|Council|Office|Group))\\b",
    "The towns will establish a Durban Friendship Committee.", "Durban Friendship Committee" },
  { "\\b(?:[Aa]n? |[Tt]he )(?<b>(?:[\\p{Lu}][\\p{L}'-]+ |[–-] "
    "){1,6}(?:Committee|Commission|Board|Council|"
    "Secretariat|Office|Association|Department)) (?:will|shall|is to|are to) (?:be "
    "(?:established|created|set up|"
    "formed|responsible)|coordinate|co-ordinate|implement|monitor|oversee|review|follow|meet|act)",
    "The International Office shall coordinate the visits.", "International Office" },
  { "(?i:(?:a|the|an) )(?<b>(?i:joint (?:committee|commission|working group|steering group|task "
    "force|council)|"
    "steering committee|liaison committee|co-?ordinati(?:ng|on) committee|working "
    "(?:group|committee)|"
    "monitoring committee|implementation committee))",
    "A joint working group meets once a year.", "joint working group" },
  { "(?i:responsib\\w+ (?:of|for)|implemented by|co-?ordinated by|carried out by|overseen "
    "by|monitored by|"
    "reviewed by|managed by) (?:the )?(?<b>(?:(?i:sister[- "
    "]cit(?:y|ies)|twinning|international|friendship) "
    "(?i:associations?|committees?|offices?|relations (?:office|department))(?: of (?:both|the "
    "two) "
    "(?:cities|towns))?|(?:[\\p{Lu}][\\p{L}'-]+ "
    "){1,6}(?:Committee|Commission|Board|Office|Department|Association|"
    "Division|Bureau)))",
    "It will be carried out by the twinning committees of both towns.",
    "twinning committees of both towns" },
  { "(?i:liaison office|focal point|contact point|point focal|points focaux|correspondant|organe "
    "de liaison|"
    "interlocuteur)s?(?: (?:of|de|d'|du|for|pour) (?:the |la |le )?(?<q><PLACE>))?(?: "
    "(?:is|are|est|sont|shall be|will be|sera)| ?:) "
    "(?:the |le |la |l')?(?<b>\\p{Lu}[^,.;\\n]{4,80}?)(?=[,.;\\n]|$)",
    "The liaison office of Durban is the Unit for Trade; both meet.", "Unit for Trade" },
  { "\\b(?:[Tt]he )(?<b>(?:[\\p{Lu}][\\p{L}'-]+ ){1,4}(?:Sister "
    "Cit(?:y|ies)|Twinning|Friendship|International Relations) "
    "(?:Committee|Commission|Association|Board|Council|Office))\\b",
    "Visits are reviewed between the Durban Twinning Committee and the Leeds Twinning Committee. "
    "This "
    "agreement is hereby signed.",
    "Durban Twinning Committee|Leeds Twinning Committee", TRUE },
};

/* No agreement has more. */
#define MAX_BODIES 12

static gboolean
is_known (EntScan *scan, const char *body, guint *count)
{
  *count = 0;
  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      const EntProposal *other = scan->reading->proposals->pdata[i];

      if (other->field != ENT_READING_BODY)
        continue;
      (*count)++;
      if (strstr (other->value, body) != NULL || strstr (body, other->value) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* "la partie namuroise" is the party whose name begins alike. */
static const EntReadParty *
find_side (EntScan *scan, const char *adjective)
{
  g_autofree char *folded = ent_text_fold (adjective);

  for (guint i = 0; i < scan->parties->len && strlen (folded) > 3; i++)
    {
      const EntReadParty *party = scan->parties->pdata[i];

      if (strncmp (folded, party->core, 4) == 0)
        return party;
    }

  return NULL;
}

static gboolean
visit (EntScan *scan, GMatchInfo *match, gpointer data)
{
  EntSpan body = ent_match_named (match, "b");
  g_autofree char *text = ent_scan_text (scan, body);
  g_autofree char *whose = g_match_info_fetch_named (match, "q");
  g_autofree char *side = g_match_info_fetch_named (match, "p");
  const EntReadParty *party;
  EntProposal *proposal;
  guint count = 0;

  if (is_known (scan, text, &count))
    return TRUE;
  proposal = ent_scan_propose (scan, ENT_READING_BODY, text, 80, body);
  if (side != NULL && *side != '\0')
    party = find_side (scan, side);
  else
    party = ent_scan_find_party (scan, whose != NULL && *whose != '\0' ? whose : text);
  if (party != NULL)
    proposal->party = g_strdup (party->name);
  else if (whose != NULL && *whose != '\0')
    proposal->party = g_strdup (whose);

  return count < MAX_BODIES;
}

/**
 * ent_read_bodies:
 * @scan: a text being read, its parties known
 *
 * Proposes the bodies that follow the agreement up, and whose they are.
 */
void
ent_read_bodies (EntScan *scan)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (!rules[i].formal || scan->formal)
        ent_scan_each (scan, rules[i].pattern, ent_scan_whole (scan), visit, NULL);
    }
}

/* The cases of the rules above, for the tests. */
void
ent_read_body_examples (EntReadExampleFunc visit_example, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      EntReadExample example = { rules[i].pattern, rules[i].example, ENT_READING_BODY,
                                 rules[i].expected };

      visit_example (&example, data);
    }
}
