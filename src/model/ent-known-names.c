/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-known-names.h"

#include <string.h>

#include "base/ent-text.h"
#include "model/ent-types.h"

/* A slip of the keyboard is forgiven in words of this many letters. */
#define SLIP_LENGTH 5

/* Shorter words ("de", "of") do not tell names apart. */
#define TELLING_LENGTH 3

/* How well a name answers what was typed. */
typedef enum
{
  MATCH_WHOLE,
  MATCH_START,
  MATCH_WORDS,
  MATCH_NONE,
} Match;

/* One name of one record. */
typedef struct
{
  EntId id;
  char *title;
  char *other; /* NULL: the name is the title */
  char *folded;
  GStrv words;
} Name;

struct _EntKnownNames
{
  GPtrArray *names; /* Name, in the order of the alphabet */
};

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->title);
  g_free (name->other);
  g_free (name->folded);
  g_strfreev (name->words);
  g_free (name);
}

static void
known_name_free (gpointer data)
{
  EntKnownName *known = data;

  g_free (known->title);
  g_free (known->other);
  g_free (known);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *left = *(const Name *const *) a;
  const Name *right = *(const Name *const *) b;
  int order = strcmp (left->folded, right->folded);

  return order ? order : (left->id > right->id) - (left->id < right->id);
}

/* Each spelling once. */
static void
add_name (EntKnownNames *self, EntId id, const char *title, const char *other, GHashTable *seen)
{
  g_autofree char *folded = ent_text_fold (other ? other : title);
  Name *name;

  if (!*folded || g_hash_table_contains (seen, folded))
    return;

  name = g_new0 (Name, 1);
  name->id = id;
  name->title = g_strdup (title);
  name->other = g_strdup (other);
  name->folded = g_strdup (folded);
  name->words = ent_text_dup_words (folded);
  g_ptr_array_add (self->names, name);
  g_hash_table_add (seen, g_steal_pointer (&folded));
}

static void
add_record (EntKnownNames *self, EntProject *project, EntRecord *record, const char *lang)
{
  static const char *const langs[] = { NULL, "fr", "en" };
  EntId id = ent_record_get_id (record);
  g_autofree char *title = ent_record_dup_title (record, project, lang);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray)
      aliases = ent_project_get_children (project, id, &ent_alias_table, "record");

  add_name (self, id, title, NULL, seen);
  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      g_autofree char *other = ent_record_dup_title (record, project, langs[i]);

      add_name (self, id, title, other, seen);
    }
  for (guint i = 0; i < aliases->len; i++)
    {
      const char *other = ENT_ALIAS (g_ptr_array_index (aliases, i))->name;

      if (other)
        add_name (self, id, title, other, seen);
    }
}

/**
 * ent_known_names_new:
 * @project: a project
 * @table: the type of the records
 * @lang: language of the titles shown
 *
 * Returns: (transfer full): the names of all records of the type
 */
EntKnownNames *
ent_known_names_new (EntProject *project, const EntTable *table, const char *lang)
{
  EntKnownNames *self = g_new0 (EntKnownNames, 1);
  GListModel *records = ent_project_get_list (project, table);

  self->names = g_ptr_array_new_with_free_func (name_free);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (records, i);

      add_record (self, project, record, lang);
    }
  g_ptr_array_sort (self->names, compare_names);

  return self;
}

void
ent_known_names_free (EntKnownNames *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

static gboolean
begins_a_word (GStrv words, const char *start)
{
  for (guint i = 0; words[i]; i++)
    if (g_str_has_prefix (words[i], start))
      return TRUE;

  return FALSE;
}

static Match
match (const Name *name, const char *folded, GStrv words)
{
  if (g_str_equal (name->folded, folded))
    return MATCH_WHOLE;
  if (g_str_has_prefix (name->folded, folded))
    return MATCH_START;
  for (guint i = 0; words[i]; i++)
    if (!begins_a_word (name->words, words[i]))
      return MATCH_NONE;

  return words[0] ? MATCH_WORDS : MATCH_NONE;
}

static void
take (GPtrArray *found, GHashTable *seen, Name *name)
{
  EntKnownName *known;

  if (!g_hash_table_add (seen, &name->id))
    return;

  known = g_new0 (EntKnownName, 1);
  known->id = name->id;
  known->title = g_strdup (name->title);
  known->other = g_strdup (name->other);
  g_ptr_array_add (found, known);
}

static GHashTable *
new_seen (void)
{
  return g_hash_table_new (g_int64_hash, g_int64_equal);
}

/**
 * ent_known_names_search:
 * @self: known names
 * @typed: (nullable): what was typed so far; blank for all
 * @limit: how many at most
 *
 * Finds names by what they begin with, or where each word typed begins a word of the name, in any
 * order; case and accents do not matter.
 *
 * Returns: (transfer full) (element-type EntKnownName): each record once, the best first
 */
GPtrArray *
ent_known_names_search (EntKnownNames *self, const char *typed, guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (known_name_free);
  g_autofree char *folded = ent_text_fold (typed);
  g_auto (GStrv) words = ent_text_dup_words (folded);
  g_autoptr (GHashTable) seen = new_seen ();

  for (Match wanted = MATCH_WHOLE; wanted < MATCH_NONE; wanted++)
    for (guint i = 0; i < self->names->len && found->len < limit; i++)
      {
        Name *name = g_ptr_array_index (self->names, i);

        if (match (name, folded, words) == wanted)
          take (found, seen, name);
      }

  return found;
}

/**
 * ent_known_names_find:
 * @self: known names
 * @name: a name
 *
 * Returns: (transfer full) (element-type EntKnownName): the records that bear @name, whatever
 *   its case and accents
 */
GPtrArray *
ent_known_names_find (EntKnownNames *self, const char *name)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (known_name_free);
  g_autofree char *folded = ent_text_fold (name);
  g_autoptr (GHashTable) seen = new_seen ();

  for (guint i = 0; *folded && i < self->names->len; i++)
    if (g_str_equal (((Name *) g_ptr_array_index (self->names, i))->folded, folded))
      take (found, seen, g_ptr_array_index (self->names, i));

  return found;
}

/* At most one letter more, less or other, or two that changed places. */
static gboolean
differ_by_a_slip (const char *a, const char *b)
{
  glong length_a, length_b, start = 0;
  g_autofree gunichar *left = g_utf8_to_ucs4_fast (a, -1, &length_a);
  g_autofree gunichar *right = g_utf8_to_ucs4_fast (b, -1, &length_b);

  if (MIN (length_a, length_b) < SLIP_LENGTH || ABS (length_a - length_b) > 1)
    return FALSE;
  while (start < MIN (length_a, length_b) && left[start] == right[start])
    start++;
  while (length_a > start && length_b > start && left[length_a - 1] == right[length_b - 1])
    {
      length_a--;
      length_b--;
    }

  return MAX (length_a, length_b) - start <= 1
         || (length_a - start == 2 && length_b - start == 2 && left[start] == right[start + 1]
             && left[start + 1] == right[start]);
}

static gboolean
has_word (GStrv words, const char *word)
{
  for (guint i = 0; words[i]; i++)
    if (g_str_equal (words[i], word) || differ_by_a_slip (words[i], word))
      return TRUE;

  return FALSE;
}

static guint
count_telling (GStrv words)
{
  guint n = 0;

  for (guint i = 0; words[i]; i++)
    n += g_utf8_strlen (words[i], -1) >= TELLING_LENGTH;

  return n;
}

/* All words of the shorter name are in the longer one, and are at least half of it. */
static gboolean
is_like (GStrv a, GStrv b)
{
  guint n_a = count_telling (a);
  guint n_b = count_telling (b);
  GStrv shorter = n_a <= n_b ? a : b;
  GStrv longer = n_a <= n_b ? b : a;
  guint n_shared = 0;

  for (guint i = 0; shorter[i]; i++)
    if (g_utf8_strlen (shorter[i], -1) >= TELLING_LENGTH)
      {
        if (!has_word (longer, shorter[i]))
          return FALSE;
        n_shared++;
      }

  return n_shared > 0 && n_shared * 2 >= MAX (n_a, n_b);
}

/**
 * ent_known_names_find_like:
 * @self: known names
 * @name: a name that may be new
 * @but: a record that is left out, or %ENT_ID_NONE
 *
 * Finds who may be meant by @name: the same words in another order, one slip of the keyboard in a
 * word, or a part of the name.
 *
 * Returns: (transfer full) (element-type EntKnownName): the records, those that bear @name first
 */
GPtrArray *
ent_known_names_find_like (EntKnownNames *self, const char *name, EntId but)
{
  GPtrArray *found = ent_known_names_find (self, name);
  g_auto (GStrv) words = ent_text_dup_words (name);
  g_autoptr (GHashTable) seen = new_seen ();

  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (seen, &((EntKnownName *) g_ptr_array_index (found, i))->id);
  for (guint i = 0; i < self->names->len; i++)
    if (is_like (((Name *) g_ptr_array_index (self->names, i))->words, words))
      take (found, seen, g_ptr_array_index (self->names, i));
  for (guint i = found->len; i > 0; i--)
    if (((EntKnownName *) g_ptr_array_index (found, i - 1))->id == but)
      g_ptr_array_remove_index (found, i - 1);

  return found;
}
