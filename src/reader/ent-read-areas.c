/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <string.h>

/* The words by which areas of cooperation are known, in both languages, a field a line: each
 * begins a word of the area. */
static const char *const areas[] = {
  "cultur|arts?\\b|artist|music|musi[cq]|patrimoine|heritage|mus[ée]|bibliot|library|librar|théâtr|"
  "theat|cin[ée]ma|festival|lecture|livre|langue|languag|francophon|linguist|craft|artisan",
  "touris",
  "sport|loisir|leisure|recreation",
  "[ée]ducat|scolai|universit|enseignement|school|academi|formation|training|teach|student|"
  "étudiant|"
  "élève|apprentissage|capacity|compétences|skills",
  "jeun|youth|young|enfan|child|aînés|personnes âgées|elderly|senior",
  "sant[ée]\\b|health|sanitair|m[ée]dic|hospital|hôpita|pharma|handicap|disab",
  "environ|écolog|ecolog|climat|biodiv|durab|sustainab|[ée]nerg|renouvel|renewab|green|vert[es]?"
  "\\b|"
  "nature|espaces "
  "verts|forêt|forest|conservation|pollution|recycl|érosion|erosion|littora|côti|coast|mer\\b|"
  "marine|marit",
  "eau\\b|eaux\\b|water|assaini|sanita|déchet|waste|propreté|hygi|salubrit",
  "[ée]conom|commer[ci]|trade|business|affaires\\b|industr|invest|entrepri|entrepreneur|emploi|"
  "employ|"
  "jobs?\\b|marketing|march[ée]s?\\b|financ|fiscal|bank|logist|port\\b|ports\\b|exporta|start-?up|"
  "creat\\w+ industr|attractiv",
  "agric|agro|pêche|fisher|élevage|livestock|husbandry|aliment|food|nutrition|gastronom|vitic|wine",
  "transport|mobilit|circulation|traffic|urban|habitat|logement|housing|infrastruct|"
  "aménagement|planning|architect|construction|voirie|smart|territoria|rural|city management|"
  "municipal management|public works|development|développement",
  "technolog|technique|techni[cq]|scien|innov|num[ée]ri|digital|recherche|research|informati|"
  "télécom|aerospace|aéro|biotech|\\bIT\\b|\\bICT\\b",
  "socia|solidar|inclusi|humanit|égalit|equality|gender|genre\\b|femmes|women|famil|welfare|"
  "citoyen|"
  "citizen|démocrat|democra|particip|associati|migra|intégration|communaut|itinéran|religi",
  "gouvern|governan|administrati|public (?:service|admin|safety)|gestion|management|décentralis|"
  "decentrali|état civil|s[ée]curit|safety|justice|police|prévention|disaster|risques|resilien|"
  "résilien|affairs\\b|institution|politi[cq]|good practice",
  "cultural|human|people-to-people|exchange of (?:experience|expert|student|informati)",
};

/* What shows that a sentence is about what is done together. */
#define TOGETHER                                                                                   \
  "(?i:co-?op[ée]r|collabor|exchang|échang|partner|parten|agree|accord|memorandum|\\bmou\\b|"      \
  "convention|protocol|entente|jumel|twin|sister|engage|développer|promouvoir|favoriser|"          \
  "renforcer|enhance|promot|strengthen|foster|boost|relations|liens|\\bties\\b|bonds|projets|"     \
  "projects|mutualis|ensemble\\b|together|jointly|efforts|thèmes|themes|objecti|aims?\\b)"

/* What shows that it is about something else: what a city is known for, what was done before, who
 * was there. */
#define ELSEWHERE                                                                                  \
  "(?i:known for|famous|renowned|réputée?|connue? pour|célèbre|population|inhabitants|habitants? " \
  "et|par le passé|déjà|in the past|previously|précédent|avait|avaient|attend|présence|presence|"  \
  "accompan|accompagn|compos|led by|conduite par|délibér|visited|a visité|président|secretary|"    \
  "adjoint|ministre|minister|cabinet|directeur|director|department "                               \
  "of|ministry|ministère|commission)"

/* The word after which the first area of a list begins. */
#define LEAD                                                                                       \
  ".*(?:\\b(?i:in|of|on|for|as|like|through|around|including|include|includes|into|about|"         \
  "dont|sur|dans|en|notamment|comme|pour|que|matière de|autour de|through|between|"                \
  "promote|promoting|enhance|enhancing|develop|developing|foster|fostering|strengthen|"            \
  "strengthening|boost|boosting|support|increase|deepen|expand|improve|encourage|"                 \
  "renforcer|développer|promouvoir|favoriser|stimuler|encourager|intensifier|concerne|concernent|" \
  "concernant|couvre|couvrent|touche|touchent|incluent|abordent)|:)\\s+(?i:(?:the|la|le|les|une?|" \
  "an?|"                                                                                           \
  "des|du|de|de la|their|leurs?|plus particulièrement|particulièrement|mutual)\\s+|l'|d'|de l')*"

/* What stands behind the last area of a list and is no part of it. */
#define TAIL                                                                                       \
  "\\s+(?i:between|entre|among|with|avec|in order|afin|for the|for both|pour|through|which|that|"  \
  "qui|que|within|dans|to (?:the|promote|be|further|ensure)|by|as "                                \
  "well|between|aimed|visant|under|"                                                               \
  "sous|des deux|de nos|of (?:the|both|our|each)|will|shall|have|has|are|is|were|was|sont|seront|" \
  "ont|a été|est|sera)\\b.*$|\\s*\\(.*$"

#define MAX_WORDS 7

/* The fields above as one pattern. */
static const char *
get_pattern (void)
{
  static char *pattern = NULL;
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      GString *text = g_string_new ("(?i:(?<![\\p{L}\\p{M}])(?:");

      for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", areas[i]);
      g_string_append (text, "))");
      pattern = g_string_free (text, FALSE);
      g_once_init_leave (&once, 1);
    }

  return pattern;
}

/**
 * ent_read_is_area:
 * @words: words of a text
 *
 * Returns: whether one of them is known as the word for an area of cooperation
 */
gboolean
ent_read_is_area (const char *words)
{
  return g_regex_match (ent_reader_regex (get_pattern ()), words, 0, NULL);
}

static guint
count_words (EntScan *scan, EntSpan span)
{
  guint words = 1;

  for (gsize i = span.start; i < span.end; i++)
    words += scan->flow[i] == ' ';

  return words;
}

/* Whether the words at SPAN are a short name that holds a word for an area. */
static gboolean
is_item (EntScan *scan, EntSpan span)
{
  g_autofree char *text = NULL;

  if (span.end < span.start + 3 || span.end - span.start > 80
      || count_words (scan, span) > MAX_WORDS)
    return FALSE;
  text = ent_scan_text (scan, span);

  return ent_read_is_area (text)
         && !g_regex_match (ent_reader_regex ("\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+|\\d{4}"), text, 0,
                            NULL);
}

/* The part of SPAN behind its last leading word. */
static EntSpan
cut_lead (EntScan *scan, EntSpan span)
{
  EntSpan lead;

  while (span.start < span.end && scan->flow[span.start] == ' ')
    span.start++;
  if (ent_scan_find (scan, "\\G" LEAD, span, 0, &lead) && lead.end < span.end)
    span.start = lead.end;

  return span;
}

static EntSpan
cut_tail (EntScan *scan, EntSpan span, gboolean *cut)
{
  EntSpan tail;

  *cut = ent_scan_find (scan, TAIL, span, 0, &tail);
  if (*cut)
    span.end = tail.start;

  return span;
}

typedef struct
{
  EntReadSpanFunc visit;
  gpointer data;
  EntSpan within;
  gsize from;   /* of the part being looked at */
  GArray *list; /* of EntSpan, the items so far */
} ListSearch;

/* Three areas and more make a list; fewer are words by the way. */
static void
end_list (EntScan *scan, ListSearch *search)
{
  if (search->list->len >= 3)
    {
      for (guint i = 0; i < search->list->len; i++)
        search->visit (scan, g_array_index (search->list, EntSpan, i), search->data);
    }
  g_array_set_size (search->list, 0);
}

static void
add_part (EntScan *scan, ListSearch *search, EntSpan part)
{
  gboolean tail = FALSE;
  EntSpan item = cut_tail (scan, part, &tail);

  if (search->list->len == 0 || !is_item (scan, item))
    {
      end_list (scan, search);
      item = cut_tail (scan, cut_lead (scan, part), &tail);
    }
  if (is_item (scan, item))
    g_array_append_val (search->list, item);
  if (tail)
    end_list (scan, search);
}

static gboolean
visit_separator (EntScan *scan, GMatchInfo *match, gpointer data)
{
  ListSearch *search = data;
  EntSpan separator = ent_match_span (match, 0);

  add_part (scan, search, (EntSpan) { search->from, separator.start });
  search->from = separator.end;

  return TRUE;
}

/* What parts the items of a list. */
#define SEPARATOR                                                                                  \
  "\\s*[,;]\\s*(?:(?:et|and|ou|or|ainsi que|as well as|mais aussi|notamment|especially|"           \
  "particularly|en particulier)\\s+)?"                                                             \
  "|\\s+(?:et|and|ainsi que|as well as|mais aussi|&)\\s+"

/**
 * ent_read_area_lists:
 * @scan: a text being read
 * @visit: called for each item
 * @data: for @visit
 *
 * Finds lists of three areas and more in sentences about what is done together, whatever leads
 * into them: they are known by their words.
 */
void
ent_read_area_lists (EntScan *scan, EntReadSpanFunc visit, gpointer data)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (EntSpan));

  for (gsize at = 0; at < scan->length;)
    {
      EntSpan sentence = ent_scan_sentence (scan, at);
      ListSearch search = { visit, data, sentence, sentence.start, list };

      at = MAX (sentence.end, at) + 1;
      if (sentence.end - sentence.start < 30 || !ent_scan_has (scan, TOGETHER, sentence)
          || ent_scan_has (scan, ELSEWHERE, sentence))
        continue;
      ent_scan_each (scan, SEPARATOR, sentence, visit_separator, &search);
      add_part (scan, &search, (EntSpan) { search.from, sentence.end });
      end_list (scan, &search);
    }
}
