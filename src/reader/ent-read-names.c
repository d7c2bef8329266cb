/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-text.h"

#include <string.h>

/* What every city is called; a name is known without it. */
static const char common[] =
    "ville city commune communes municipality municipalite town ward district mairie the la le "
    "les l de du des d of village cite municipal government council corporation borough township "
    "assembly";

/* What looks like a name of a place where it begins or ends so, and is none. */
static const char no_places[] =
    "europe union etat republique monde paix maire mayor article conseil council president "
    "monsieur madame parties party protocole convention accord charte agreement memorandum "
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre "
    "january february march april may june july august september october november december "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "monday tuesday wednesday thursday friday saturday sunday "
    "both each this these those that whereas considerant les the il elle ils elles we nous our "
    "their your his her its some any many other another no all "
    "sister sisters twin friendship partner host capital port my cities city villes ville "
    "international internationales association hall congres assemblee francophonie "
    "developpement cooperation jumelage twinning charter signature cette cet ces dans lors pour "
    "avec apres depuis entre selon ainsi enfin during under between following according since "
    "while when where after before department office bureau manager attorney clerk youth people "
    "governor honorable chairman secretary committee comite commission delegation ceremony "
    "photo source mou moa loi section page pages recommendation resolution";

/* Words that make an institution, a thing or a sentence of what looks like a place. */
#define NO_PLACE                                                                                   \
  "\\b(?:cent(?:er|re)|school|college|lycee|collectivites|press|release|business|hall|agreement|"  \
  "memorandum|sisterhood|signing|ceremony|council|affiliation|relationship|foundation|museum|"     \
  "hotel|delegation|fire station|park|program|programme|relations|conference|summit|region of|"    \
  "elementary|airport|hospital|embassy|ministry|department of|lagoon|festival|congres|cabinet|"    \
  "declaration|headquarters)\\b"                                                                   \
  "|\\bx{3,}\\b|^(?:north|south|east|west|nord|sud|est|ouest)$|^(?:french|english|german|"         \
  "japanese|american|chinese|korean|british|canadian|"                                             \
  "spanish|italian|belgian|dutch|vietnamese|russian|francais|anglais|allemande?|europeen)s?$"

/* The words of TABLE, made a set once. */
static GHashTable *
get_set (const char *table)
{
  static GMutex lock;
  static GHashTable *sets = NULL;
  GHashTable *set;

  g_mutex_lock (&lock);
  if (sets == NULL)
    sets = g_hash_table_new (g_direct_hash, g_direct_equal);
  set = g_hash_table_lookup (sets, table);
  if (set == NULL)
    {
      g_auto (GStrv) words = g_strsplit (table, " ", -1);

      set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; words[i] != NULL; i++)
        g_hash_table_add (set, g_strdup (words[i]));
      g_hash_table_insert (sets, (gpointer) table, set);
    }
  g_mutex_unlock (&lock);

  return set;
}

/**
 * ent_read_core:
 * @name: a name of a place or an authority
 *
 * Returns: (transfer full): what tells it from others: "Ville de Namur" and "NAMUR" have one core
 */
char *
ent_read_core (const char *name)
{
  g_autofree char *folded = ent_text_fold (name);
  g_auto (GStrv) words = g_strsplit_set (folded, " '-–,./()", -1);
  GHashTable *dropped = get_set (common);
  GString *core = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || g_hash_table_contains (dropped, words[i]))
        continue;
      if (core->len > 0)
        g_string_append_c (core, ' ');
      g_string_append (core, words[i]);
    }

  return g_string_free (core, FALSE);
}

/**
 * ent_read_holds:
 * @longer: folded words
 * @shorter: folded words
 *
 * Returns: whether the words of @shorter stand in @longer: "culture" does in "la culture", and
 *   not in "agriculture"
 */
gboolean
ent_read_holds (const char *longer, const char *shorter)
{
  gsize length = strlen (shorter);

  for (const char *at = strstr (longer, shorter); at != NULL && length > 0;
       at = strstr (at + 1, shorter))
    {
      if ((at == longer || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
        return TRUE;
    }

  return FALSE;
}

/* What machines that read letters take for one another. */
static const struct
{
  const char *seen;
  const char *key;
} lookalikes[] = {
  { "rn", "m" }, { "vv", "w" }, { "cl", "d" }, { "0", "o" },
  { "1", "l" },  { "!", "l" },  { "i", "l" },
};

/**
 * ent_read_is_misread:
 * @one: see ent_read_core()
 * @other: likewise
 *
 * Returns: whether both may be one name that a machine read in two ways, as "Fernando" and
 *   "Femando"
 */
gboolean
ent_read_is_misread (const char *one, const char *other)
{
  g_autoptr (GString) left = g_string_new (one);
  g_autoptr (GString) right = g_string_new (other);

  for (guint i = 0; i < G_N_ELEMENTS (lookalikes); i++)
    {
      g_string_replace (left, lookalikes[i].seen, lookalikes[i].key, 0);
      g_string_replace (right, lookalikes[i].seen, lookalikes[i].key, 0);
    }

  return left->len >= 5 && g_string_equal (left, right);
}

/**
 * ent_read_is_place:
 * @core: see ent_read_core()
 *
 * Returns: whether it may be the name of a city or a region
 */
gboolean
ent_read_is_place (const char *core)
{
  g_auto (GStrv) words = g_strsplit (core, " ", -1);
  GHashTable *refused = get_set (no_places);
  glong length = g_utf8_strlen (core, -1);

  if (length < 3 || length > 90 || g_regex_match (ent_reader_regex (NO_PLACE), core, 0, NULL))
    return FALSE;

  return words[0] != NULL && !g_hash_table_contains (refused, words[0])
         && !g_hash_table_contains (refused, words[g_strv_length (words) - 1]);
}

/* What is cut off the words of a name; what stands for it is nothing. */
static const struct
{
  const char *pattern;
  const char *example;
  const char *expected;
} cuts[] = {
  { "^(?:\\p{L}+ )?(?i:sisterhood|twinning|agreement|accord|convention|protocole|charte|jumelage|"
    "memorandum|relations?)(?: (?i:agreement|charter|between|entre))? (?=\\p{Lu})|^By |"
    "(?: (?:The|La|Le|Les|A|In|On|We|En|Il|Un|Une))+$",
    "Sisterhood Agreement Leeds The", "Leeds" },
  { "^.+?\\s(?=(?:la |le |La |Le )?(?:Ville|Commune|Département|Région|Préfecture|Province|"
    "Communauté|Municipalité|City|Town|District|County) (?:de |du |des |d'|of ))|^.*\\p{L}'s "
    "(?!People)",
    "Office of the City of Leeds", "City of Leeds" },
  { "^(?:(?:[Ll]a|[Ll]e|[Ll]es|[Tt]he|THE|LA|LE|LES)\\s+(?:(?i:deux|two)\\s+)?|[Ll]')+",
    "la Ville de Brive", "Ville de Brive" },
  { "^(?i:villes|communes|municipalités|collectivités|provinces|régions|cities|towns|"
    "counties)\\s+(?i:de |d'|of )?",
    "communes de Brive", "Brive" },
  { "^(?:[A-Z][a-z]+ )?(?i:people) of ", "People of Leeds", "Leeds" },
};

/**
 * ent_read_tidy_name:
 * @name: the words of a text that name an authority
 *
 * Returns: (transfer full): the name without an article before it, and without the letters of a
 *   heading
 */
char *
ent_read_tidy_name (const char *name)
{
  char *tidy = g_regex_replace_literal (ent_reader_regex ("\\s+"), name, -1, 0, " ", 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      char *cut = g_regex_replace_literal (ent_reader_regex (cuts[i].pattern), tidy, -1, 0, "", 0,
                                           NULL);

      g_free (tidy);
      tidy = cut;
    }

  return tidy;
}

/* The cases of the cuts above, for the tests: EXPECTED is what is left. */
void
ent_read_name_examples (EntReadExampleFunc visit, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      EntReadExample example = { cuts[i].pattern, cuts[i].example, ENT_READING_PARTY,
                                 cuts[i].expected };

      visit (&example, data);
    }
}
