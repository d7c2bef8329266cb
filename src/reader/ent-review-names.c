/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-review-private.h"

#include "base/ent-text.h"
#include "model/ent-known-names.h"
#include "reader/ent-reader-private.h"

/* Shorter words ("de", "of") do not tell two wordings apart. */
#define TELLING_LENGTH 4

struct _EntReviewNames
{
  EntProject *project;
  GHashTable *cores; /* core → GArray of EntId */
  const EntTable *table;
  EntKnownNames *known; /* NULL until it is asked for */
};

static void
add_name (EntReviewNames *self, EntId id, const char *name)
{
  g_autofree char *core = name ? ent_read_core (name) : NULL;
  GArray *ids;

  if (!core || !*core)
    return;

  ids = g_hash_table_lookup (self->cores, core);
  if (!ids)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (EntId));
      g_hash_table_insert (self->cores, g_steal_pointer (&core), ids);
    }
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, EntId, i) == id)
      return;
  g_array_append_val (ids, id);
}

/* The names of @table's records: titles in both languages and other names. */
EntReviewNames *
ent_review_names_new (EntProject *project, const EntTable *table)
{
  EntReviewNames *self = g_new0 (EntReviewNames, 1);
  GListModel *list = ent_project_get_list (project, table);

  self->project = project;
  self->table = table;
  self->cores = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);
      EntId id = ent_record_get_id (record);
      g_autofree char *french = ent_record_dup_title (record, project, "fr");
      g_autofree char *english = ent_record_dup_title (record, project, "en");
      g_autoptr (GPtrArray)
          aliases = ent_project_get_children (project, id, &ent_alias_table, "record");

      add_name (self, id, french);
      add_name (self, id, english);
      for (guint j = 0; j < aliases->len; j++)
        add_name (self, id, ENT_ALIAS (g_ptr_array_index (aliases, j))->name);
    }

  return self;
}

void
ent_review_names_free (EntReviewNames *self)
{
  g_hash_table_unref (self->cores);
  g_clear_pointer (&self->known, ent_known_names_free);
  g_free (self);
}

/* The records known as @name, "Ville de X" and "X" being one; a new array, often empty. */
GArray *
ent_review_names_find (EntReviewNames *self, const char *name)
{
  g_autofree char *core = name ? ent_read_core (name) : g_strdup ("");
  GArray *ids = g_hash_table_lookup (self->cores, core);

  return ids ? g_array_copy (ids) : g_array_new (FALSE, FALSE, sizeof (EntId));
}

/* The records that may be meant by a name that none bears: a new array. */
GArray *
ent_review_names_find_like (EntReviewNames *self, const char *name)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntId));
  g_autoptr (GPtrArray) like = NULL;

  if (!self->known)
    self->known = ent_known_names_new (self->project, self->table, NULL);
  like = ent_known_names_find_like (self->known, name, ENT_ID_NONE);
  for (guint i = 0; i < like->len; i++)
    g_array_append_val (ids, ((EntKnownName *) g_ptr_array_index (like, i))->id);

  return ids;
}

/* Of several the one that is called just so, or else the officer's own, or else a city. */
EntId
ent_review_names_choose (EntReviewNames *self, GArray *found, const char *name)
{
  EntId city = ENT_ID_NONE;

  for (guint i = 0; i < found->len && found->len > 1; i++)
    {
      EntId id = g_array_index (found, EntId, i);
      EntRecord *record = ent_project_get (self->project, id);
      g_autofree char *title = ent_record_dup_title (record, self->project, NULL);

      if (ent_review_is_same_text (title, name) || id == ent_project_get_home (self->project))
        return id;
      if (city == ENT_ID_NONE && ENT_IS_ORGANISATION (record)
          && g_strcmp0 (ENT_ORGANISATION (record)->kind, "city") == 0)
        city = id;
    }
  if (city != ENT_ID_NONE)
    return city;

  return found->len > 0 ? g_array_index (found, EntId, 0) : ENT_ID_NONE;
}

/* The words of a text, by which two spellings of one wording are told to be the same. */
char *
ent_review_dup_key (const char *text)
{
  g_autofree char *folded = ent_text_fold (text ? text : "");
  g_auto (GStrv) words = ent_text_dup_words (folded);

  return g_strjoinv (" ", words);
}

gboolean
ent_review_is_same_text (const char *a, const char *b)
{
  g_autofree char *left = ent_review_dup_key (a);
  g_autofree char *right = ent_review_dup_key (b);

  return g_str_equal (left, right);
}

static GHashTable *
dup_telling_words (const char *text)
{
  g_autofree char *key = ent_review_dup_key (text);
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  GHashTable *telling = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i]; i++)
    if (g_utf8_strlen (words[i], -1) >= TELLING_LENGTH)
      g_hash_table_add (telling, g_strdup (words[i]));

  return telling;
}

/* How much of the shorter wording is in the longer one, from 0 to 1. */
double
ent_review_likeness (const char *a, const char *b)
{
  g_autoptr (GHashTable) left = dup_telling_words (a);
  g_autoptr (GHashTable) right = dup_telling_words (b);
  guint fewest = MIN (g_hash_table_size (left), g_hash_table_size (right));
  GHashTableIter iter;
  gpointer word;
  guint n_shared = 0;

  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_shared += g_hash_table_contains (right, word) ? 1 : 0;

  return fewest > 0 ? (double) n_shared / fewest : 0;
}
