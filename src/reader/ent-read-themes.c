/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-text.h"

#include <string.h>

/* What leads into the list of the areas of an agreement. What follows on the line is the list, or,
 * where nothing does, the items below. */
typedef struct
{
  const char *pattern;
  int confidence;
  const char *example;
  const char *expected; /* the themes, parted by | */
} ThemeRule;

static const ThemeRule rules[] = {
  { "(?i:(?:dans les|les|aux|in the following) (?:\\p{L}+ "
    "){0,3}?(?:domaines|thématiques|secteurs|axes|areas|fields)"
    "(?: \\p{L}+){0,4}? (?:suivante?s|ci-après|below)|following (?:\\p{L}+ "
    "){0,2}?(?:areas|fields|sectors|themes)"
    "[^:.\\n]{0,40}|(?:domaines|axes|areas|fields)(?: \\p{L}+){0,4}?)\\s?:\\s*$",
    90, "dans les domaines suivants :\n• La culture\n• Le sport", "La culture|Le sport" },
  { "(?i:domaines|thématiques?|secteurs|axes)(?: [\\p{L}']+){0,7}?(?: ?,)? (?i:: ?|suivante?s "
    "?:?|(?:tels? )?(?<!tant )que(?: sont)?|qui sont|"
    "(?:comme|notamment|embrassent|incluent|couvrent|comprennent|à savoir)) ?:? ?(?<=\\s)",
    82, "Les domaines de coopération embrassent l'économie, le tourisme et la culture.",
    "l'économie|le tourisme|la culture" },
  { "(?i:(?:domaines?|secteurs?) (?:en lien avec|liée?s? (?=à|au)|relatifs? "
    "(?=à|au)|touchant)) ?",
    80, "dans les domaines en lien avec le climat et le numérique", "le climat|le numérique" },
  { "(?i:\\b(?:les|le|des|aux) (?:\\p{L}+ ){0,2}?(?:domaines?|secteurs?)(?: \\p{L}+){0,3}? (?:de "
    "la "
    "|de l'|des |du |de |d'))",
    80, "une coopération dans les domaines de la culture, du sport et de la santé",
    "culture|sport|santé" },
  { "(?i:(?:in|across) (?:the )?(?:\\p{L}+ ){0,3}?(?:fields|areas|spheres|sectors|endeavou?rs)(?: "
    "such as| including| like)?(?: of| as)?:?) (?!recogni|where|in which|that |to |and |as |for "
    "|which|of )",
    82, "in such fields as culture, science and education", "culture|science|education" },
  { "(?i:(?:fields|areas|sectors|spheres)(?: [^.;:\\n,]{2,60})?,? (?:such "
    "as|including|like|include) )",
    80, "areas such as trade, tourism and education", "trade|tourism|education" },
  { "(?i:\\b(?:in|dans) (?:the|le) (?:\\p{L}+ )?(?:fields?|area|sector|domaine|secteur) (?:of "
    "(?:the )?|de la |de l'|du |des |de |d'))(?=\\p{Ll})",
    74, "The towns will work together in the field of public health.", "public health" },
  { "(?i:(?:secteurs|domaines|axes|fields|areas)[^.\\n]{0,80}[.:] (?:il s'agit|these are|they "
    "are|ce sont)"
    "(?: notamment| entre autres)?(?: de la | de l'| du | des | de | d'| the | les | la | le | l'| "
    "))",
    78, "dans des secteurs prioritaires. Il s'agit du tourisme, de la santé et du sport.",
    "tourisme|santé|sport" },
  { "(?i:\\b(?:exchanges?|co-?operation|relations|ties|collaboration|links) (?:\\p{L}+ "
    ")?(?:in|through|involving|on|around)"
    " )(?=\\p{Ll}[\\p{L} ]{2,40}(?:,| and ))",
    62, "exchanges in culture, sports and tourism", "culture|sports|tourism" },
  { "(?i:(?:en matière|thématiques?) (?:de la |de l'|de |d'|du |des )|thématiques? comme |la "
    "thématique (?=\\p{L}+(?:elle|ique|ale|aire) ))(?=\\p{Ll})",
    70, "collaborer en matière de mobilité et de culture", "mobilité|culture" },
  { "(?i:(?:échanges|liens|relations|coopération|activités) "
    ")(?=(?:\\p{L}+(?:els?|elles?|iques?|aux|ales?|ives?|ires?|ifs?),"
    " )+(?:\\p{L}+ )?et )",
    64, "des échanges culturels, sportifs et scolaires", "culturels|sportifs|scolaires" },
  { "(?i:\\b(?:work(?:ing)? "
    "together|co-?operat\\w+|collaborat\\w+|focus\\w*|partner\\w*|exchang\\w+ [\\p{L} ]{3,30}) "
    "(?:closely |also )?(?:on|in) )(?=(?:the )?\\p{Ll}[^.,;]{2,40},)",
    66, "They will work together on rail, museums and clean energy.", "rail|museums|clean energy" },
  { "(?i:\\b(?:l'accord|la convention|le protocole|le partenariat|l'entente|elle|il) "
    "(?:concerne|couvre|touche|aborde|englobe) )"
    "(?=(?:la |le |les |l')\\p{Ll}[^.,;]{2,40},)",
    66, "L'accord concerne le rail, les musées et le sport.", "le rail|les musées|le sport" },
  { "(?i:\\b(?:port(?:e|ent|era|eront)|travaill\\w+|collabor\\w+|coopér\\w+|échang\\w+|axée?s?|"
    "centrée?s?|concentr\\w+)"
    "(?: \\p{L}+){0,2}? (?:sur|autour de) )(?=(?:la |le |les "
    "|l')\\p{Ll}[^.,;]{2,30},)",
    66, "L'accord porte sur la solidarité, la culture et le sport.",
    "la solidarité|la culture|le sport" },
  { "(?i:best practices (?:in|of|on) |engag\\w+ (?:one another |each other |together )?in |"
    "experiences? in )(?=\\p{Ll}[\\p{L} -]{2,40}(?:,| and ))",
    60, "sharing of best practices in education, sports and tourism", "education|sports|tourism" },
  { "(?<=\\s)(?=(?:[\\p{Ll}-]+(?:al|ic|ive|ing|tific),? ){2,6}and [\\p{Ll}-]+(?:al|ic|ive|ing) "
    "(?:relations|exchanges?|ties|links|activities|co-?operation|fields|areas|nature|development|"
    "affairs|contacts|matters)\\b)",
    56, "exchanges of a cultural, social and sporting nature", "cultural|social|sporting" },
  { "(?i:to (?:promote|develop|foster|encourage|strengthen|further) )(?=(?:\\p{L}+,? ){1,6}?and "
    "\\p{L}+(?:al|ic|ing|ive) "
    "(?:relations|exchanges?|ties|links|activities|co-?operation))",
    64, "to promote cultural, economic and social exchanges", "cultural|economic|social" },
};

/* What ends a list in running text. */
#define LIST_END                                                                                   \
  "(?: (?:occupe|by |(?:have|has|had|font|fait|were|was|are|is|ont|a "                             \
  "été|sont|est|sera|will|shall) |afin|pour (?:la|le|les|l'|mieux)|visant|entre "                  \
  "(?:les|la|le|nos|elles)|ainsi que "                                                             \
  "d'autres|et (?:de |tous |biens? )?(?:les )?d?'?autres|"                                         \
  "dans le (?:but|cadre|respect)|en vue|devant|qui |au profit|ne sont|and other|as well as "       \
  "to|between (?:the|our|both|their|two)|for the "                                                 \
  "(?:benefit|purpose|mutual|good|welfare|people|citizens|development)|(?:and )?WHEREAS|NOW\\b|"   \
  "in order|with (?:a|the|each|one)|which|that|to (?:promote|the|strengthen)|through|so as|by "    \
  "|of each|of "                                                                                   \
  "both|among)|[.;:\"«»]|\\n|…| \\(|\\.\\.\\.|etc)"

/* What of the past, or hoped for, stands before a list that is not of this agreement. */
#define PAST                                                                                       \
  "(?i:par le passé|déjà|in the past|previously|précédent|avait|avaient|ancien|history "           \
  "of|\\b(?:en|in) 20[01]\\d,)"

static gboolean
is_known (EntScan *scan, const char *theme)
{
  g_autofree char *folded = ent_text_fold (theme);

  for (guint i = 0; i < scan->reading->proposals->len; i++)
    {
      const EntProposal *other = scan->reading->proposals->pdata[i];
      g_autofree char *known = NULL;

      if (other->field != ENT_READING_THEME)
        continue;
      known = ent_text_fold (other->value);
      if (ent_read_holds (known, folded) || ent_read_holds (folded, known))
        return TRUE;
    }

  return FALSE;
}

/* What stands in a list of areas and is none. */
#define NO_THEME                                                                                   \
  "(?i:^(?:by|through|to|with|between|develop|introduce|conduct|invest in|exchange of|strengthen|" \
  "improve|create|organi[sz]e|support|share|build|deepen|expand|improving|ensuring|creating|"      \
  "enhancing|strengthening|promoting|developing|building|opening|becoming|renforcer|contribuer|"   \
  "développer|promouvoir|favoriser|améliorer|garantir|assurer|"                                    \
  "permettre|encourager|strengthen|promote|sanctioned) "                                           \
  ")|(?i:^(?:autres?|others?|etc|others|more|divers|respect|them|both|each|all|the|les|la|le|et|"  \
  "and|co-?operation|"                                                                             \
  "coopération|collaboration|partenariat|mutual|friendship|peace|amitié|paix|understanding|"       \
  "exchanges?|échanges?|behalf|by|"                                                                \
  "compétence|their|leurs?(?= choix)|leurs?|nos|our|accordance|conformity)\\b[^ "                  \
  "]*$)|(?i:^(?:entre autres|inter alia|among "                                                    \
  "others|d'autres|other)\\b)|(?i:\\b(?:paix|peace|amitié|friendship|understanding|compréhension|" \
  "respect|évoqué\\w*|d'"                                                                          \
  "autres domaines|following|suivante?s|speeches|gifts|discours|cadeaux|visits?|reciprocally|"     \
  "endeavou?rs|étant|prioritaires|communs|other "                                                  \
  "fields|protocole|convention|agreement|choix|all (?:other )?(?:fields|areas)|tous (?:les "       \
  ")?domaines|of co-?operation|de "                                                                \
  "coopération)\\b)|\\b(?:19|20)\\d\\d\\b|[<>@]|https?:"

static EntProposal *
propose_theme (EntScan *scan, EntSpan span, int confidence, gboolean item)
{
  g_autofree char *text = NULL;
  EntSpan lead;

  while (span.start < span.end && strchr (" \t,.;:", scan->flow[span.start]) != NULL)
    span.start++;
  while (span.end > span.start && strchr (" \t,.;:\"", scan->flow[span.end - 1]) != NULL)
    span.end--;
  if (ent_scan_find (scan, "\\G(?:• ?|(?:[IVX]{1,5}|\\d{1,2}|[a-z])[.)°]-?\\s+|[-–] )", span, 0,
                     &lead))
    span.start = lead.end;
  if (!item
      && ent_scan_find (scan,
                        "\\G(?i:(?:(?:et|and|ou|or|notamment|mais aussi|mais également|mais "
                        "surtout|surtout|ainsi que|as well as|especially|particularly|including|"
                        "en particulier|y compris|plus particulièrement|also) )*"
                        "(?:(?:sur (?=la |le |les |l'))?(?:(?:dans|sur) )?(?:de la |de l'|des |du "
                        "|de |d'|d’|à la |au |in |of "
                        "|the |an? |en ))?)",
                        span, 0, &lead))
    span.start = lead.end;
  if (span.start >= span.end)
    return NULL;
  text = ent_scan_text (scan, span);
  if (g_utf8_strlen (text, -1) < 4 || g_utf8_strlen (text, -1) > (item ? 160 : 90)
      || g_regex_match (ent_reader_regex (NO_THEME), text, 0, NULL) || is_known (scan, text))
    return NULL;

  return ent_scan_propose (scan, ENT_READING_THEME, text, confidence, span);
}

/* Where items that hold an "and" of their own ("science and technology") stand between commas, only
 * the commas part them; an "and the" parts always. */
static const char *
choose_separator (EntScan *scan, EntSpan list)
{
  static const char commas[] = "\\s*[,;]\\s*(?:et |and )?|\\s+(?:et|ainsi que) "
                               "(?=(?:la|le|les|l'|du|des|de la|de l'|de|d')\\b)";
  static const char wide[] = "\\s*[,;]\\s*|\\s+ainsi que\\s+";
  static const char all[] = "\\s*[,;]\\s*(?:et |and )?|\\s+(?:et|and|ainsi que|as well as|&)\\s+";

  /* "l'économie et le numérique, le climat et l'eau ainsi que le sport" */
  if (ent_scan_has (scan, "\\G[^,;]{3,60} et [^,;]{3,60}, [^;]{3,80} ainsi que ", list))
    return wide;

  return ent_scan_has (scan,
                       "(?:,|\\G)[^,;]{3,60} (?:et|and) (?!(?:la|le|les|l'|du|des|de|d')\\b)"
                       "[^,;]{3,60},",
                       list)
             ? commas
             : all;
}

/* The end of the list in LIST: a semicolon parts areas, too, where others follow it. */
static gsize
find_list_end (EntScan *scan, EntSpan list)
{
  EntSpan stop;

  for (EntSpan rest = list; ent_scan_find (scan, LIST_END, rest, 0, &stop); rest.start = stop.end)
    {
      EntSpan next = { stop.end, MIN (list.end, stop.end + 70) };
      EntSpan item;
      g_autofree char *text = NULL;

      if (scan->flow[stop.start] != ';'
          || !ent_scan_find (scan, "\\G ?[^,;.:\\n]{3,60}(?=[,;.])", next, 0, &item))
        return stop.start;
      text = ent_scan_text (scan, item);
      if (!ent_read_is_area (text))
        return stop.start;
    }

  return list.end;
}

/* The noun that the last of several adjectives stands before is of all of them. */
#define COMMON_NOUN                                                                                \
  "(?<=\\p{L}(?:al|ic|ive|ng|ts|ic)) "                                                             \
  "(?i:exchanges?|relations|ties|links|activities|co-?operation|"                                  \
  "fields|areas|nature|matters|spheres|sectors|contacts|levels?|plans?)$"

static EntSpan
cut_noun (EntScan *scan, EntSpan item, guint before)
{
  EntSpan noun;

  if (before > 0 && ent_scan_find (scan, COMMON_NOUN, item, 0, &noun))
    item.end = noun.start;

  return item;
}

typedef struct
{
  gsize from;
  guint known;
  guint count;
} ItemCount;

static void
count_item (EntScan *scan, EntSpan item, ItemCount *items)
{
  g_autofree char *text = ent_scan_text (scan, item);

  items->count++;
  items->known += ent_read_is_area (text);
}

static gboolean
visit_separator (EntScan *scan, GMatchInfo *match, gpointer data)
{
  ItemCount *items = data;
  EntSpan separator = ent_match_span (match, 0);

  count_item (scan, (EntSpan) { items->from, separator.start }, items);
  items->from = separator.end;

  return TRUE;
}

/* Whether half of the items of LIST at least are known as areas. */
static gboolean
is_of_areas (EntScan *scan, EntSpan list)
{
  ItemCount items = { .from = list.start };

  ent_scan_each (scan, choose_separator (scan, list), list, visit_separator, &items);
  count_item (scan, (EntSpan) { items.from, list.end }, &items);

  return items.known * 2 >= items.count;
}

/* "culture, science, education and commerce" from START to END. */
static guint
read_inline (EntScan *scan, gsize start, gsize line_end, int confidence, gsize *read)
{
  EntSpan list = { start, line_end };
  guint count = 0;
  g_autoptr (GMatchInfo) match = NULL;
  gsize from = start;

  list.end = find_list_end (scan, list);
  *read = list.end;
  while (list.end > list.start && strchr (" ,", scan->flow[list.end - 1]) != NULL)
    list.end--;
  if (confidence < ENT_READING_SURE && !is_of_areas (scan, list))
    return 0;
  g_regex_match_full (ent_reader_regex (choose_separator (scan, list)), scan->flow,
                      (gssize) list.end, (int) start, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      EntSpan comma = ent_match_span (match, 0);

      count += propose_theme (scan, (EntSpan) { from, comma.start }, confidence, FALSE) != NULL;
      from = comma.end;
    }
  count += propose_theme (scan, cut_noun (scan, (EntSpan) { from, list.end }, count), confidence,
                          FALSE)
           != NULL;

  return count;
}

/* The items, or numbered lines, below a line that ends with a colon. */
static guint
read_items (EntScan *scan, gsize after, int confidence)
{
  gsize at = after;
  guint count = 0;

  while (at < scan->length && count < 20)
    {
      EntSpan line = ent_scan_line (scan, at);

      if (!ent_scan_has (scan, "^(?:• |(?:[IVX]{1,5}|\\d{1,2}|[a-z])[.)°]-?\\s)", line))
        break;
      count += propose_theme (scan, line, confidence, TRUE) != NULL;
      at = line.end + 1;
    }

  return count;
}

/* No agreement has more areas. */
#define MAX_THEMES 40

typedef struct
{
  const ThemeRule *rule;
  guint count;
  gsize read; /* the end of the last list */
} ThemeSearch;

static gboolean
visit (EntScan *scan, GMatchInfo *match, gpointer data)
{
  ThemeSearch *search = data;
  EntSpan whole = ent_match_span (match, 0);
  EntSpan line = ent_scan_line (scan, whole.start);
  EntSpan before = { ent_scan_sentence (scan, whole.start).start, whole.end };
  gsize start = whole.end;
  guint items;

  if (start < search->read || ent_scan_has (scan, PAST, before))
    return TRUE;
  while (start < line.end && scan->flow[start] == ' ')
    start++;
  items = start >= line.end ? read_items (scan, line.end + 1, search->rule->confidence) : 0;
  if (items == 0 && start < line.end)
    items = read_inline (scan, start, line.end, search->rule->confidence, &search->read);
  search->count += items;

  return search->count < MAX_THEMES;
}

static void
visit_item (EntScan *scan, EntSpan item, gpointer data)
{
  guint *count = data;

  *count += propose_theme (scan, cut_noun (scan, item, *count), 58, FALSE) != NULL;
}

/* "Article 4 – Culture", "II. TOURISM", "Axe 2 : la santé": group w is the area. */
#define HEADING                                                                                    \
  "^(?:(?i:article|axe|volet|section|domaine|theme|thème|chapter|chapitre|area) "                  \
  "?[\\dIVX]{1,4}|[IVX]{1,5}|\\d{1,2}|"                                                            \
  "[A-Z])(?: ?[.):–-]| (?=\\p{Lu}))+ ?(?<w>\\p{L}[^.;:,!?\\n]{3,70})[ :.]*$"

/* What the other headings of an agreement are about. */
#define NO_HEADING                                                                                 \
  "(?i:objet|objecti|durée|duration|term\\b|financ|funding|budget|évaluation|evaluation|suivi|"    \
  "follow|résili|termin|amend|modif|entrée|entry|litige|dispute|disposition|provision|modalit|"    \
  "obligation|engagement|commitment|responsab|partie|parties|communication|principe|principle|"    \
  "préambule|preamble|définition|purpose|scope|implementation|mise en|moyens|resources|gestion|"   \
  "coordination|comité|committee|signat|validity|validité|law\\b|droit|copies|language|langue|"    \
  "établissement|establishment|exchange of (?:information|visits|delegations)|visites?)"

static gboolean
visit_heading (EntScan *scan, GMatchInfo *match, gpointer data)
{
  GArray *headings = data;
  EntSpan words = ent_match_named (match, "w");
  g_autofree char *text = ent_scan_text (scan, words);

  if (ent_read_is_area (text) && !ent_scan_has (scan, NO_HEADING, words))
    g_array_append_val (headings, words);

  return headings->len < MAX_THEMES;
}

/* Areas that are headings of what is agreed on each: two and more. */
static guint
read_headings (EntScan *scan)
{
  g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  guint count = 0;

  ent_scan_each (scan, HEADING, ent_scan_whole (scan), visit_heading, headings);
  for (guint i = 0; i < headings->len && headings->len >= 2; i++)
    count += propose_theme (scan, g_array_index (headings, EntSpan, i), 68, TRUE) != NULL;

  return count;
}

/**
 * ent_read_themes:
 * @scan: a text being read
 *
 * Proposes the areas of cooperation: from the surest way of naming them that the text uses, and
 * from like ones; where it uses none, from its headings, or from lists known by their words.
 */
void
ent_read_themes (EntScan *scan)
{
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      ThemeSearch search = { .rule = &rules[i] };

      if (count >= 2 && rules[i].confidence < ENT_READING_SURE)
        continue;
      ent_scan_each (scan, rules[i].pattern, ent_scan_whole (scan), visit, &search);
      count += search.count;
      /* A list with bullets says it all. */
      if (i == 0 && count >= 2)
        break;
    }
  if (count < 2)
    count += read_headings (scan);
  if (count == 0)
    ent_read_area_lists (scan, visit_item, &count);
}

/* The cases of the rules above, for the tests. */
void
ent_read_theme_examples (EntReadExampleFunc visit_example, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      EntReadExample example = { rules[i].pattern, rules[i].example, ENT_READING_THEME,
                                 rules[i].expected };

      visit_example (&example, data);
    }
}
