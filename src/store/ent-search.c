/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-store-private.h"

#include <glib/gstdio.h>

#include "base/ent-text.h"
#include "model/ent-types.h"

/* What owns a page comes before what only hangs on such a thing, or is picked from a list. */
#define WEIGHT_OF_THE_REST 0.5

/* How many times more is looked at than is asked for, so that such things can come up. */
#define MORE 4

/* Words shown before the first one found, and after it. */
#define WORDS_BEFORE 8
#define WORDS_AFTER 16

/* A word of a text, by bytes. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean found;
} Word;

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static char **
split_query (const char *query)
{
  g_autofree char *folded = ent_text_fold (query);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gboolean inside = *at && is_word_character (g_utf8_get_char (at));

      if (inside && !start)
        start = at;
      else if (!inside && start)
        {
          g_strv_builder_take (words, g_strndup (start, at - start));
          start = NULL;
        }
      if (*at == '\0')
        break;
    }

  return g_strv_builder_end (words);
}

/* Notes in @matched which of the query's words the text has. */
static gboolean
matches (const char *text, gsize length, char **query, gboolean *matched)
{
  g_autofree char *word = g_strndup (text, length);
  g_autofree char *folded = ent_text_fold (word);
  gboolean found = FALSE;

  for (guint i = 0; query[i]; i++)
    if (g_str_has_prefix (folded, query[i]))
      found = matched[i] = TRUE;

  return found;
}

/* Takes a text apart; gives how many words of the query it has. */
static guint
find_words (const char *text, char **query, GArray *words)
{
  g_autofree gboolean *matched = g_new0 (gboolean, g_strv_length (query) + 1);
  guint n_matched = 0;
  const char *at = text;

  while (*at)
    {
      const char *end = at;

      while (*end && is_word_character (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > at)
        {
          Word word = { at - text, end - text, matches (at, end - at, query, matched) };

          g_array_append_val (words, word);
        }
      at = *end ? g_utf8_next_char (end) : end;
    }
  for (guint i = 0; query[i]; i++)
    n_matched += matched[i];

  return n_matched;
}

static char *
cut_snippet (const char *text, GArray *words)
{
  GString *snippet = g_string_new (NULL);
  guint first = 0, last;
  gsize at;

  while (first + 1 < words->len && !g_array_index (words, Word, first).found)
    first++;
  last = MIN (first + WORDS_AFTER, words->len - 1);
  first = first > WORDS_BEFORE ? first - WORDS_BEFORE : 0;

  at = first > 0 ? g_array_index (words, Word, first).start : 0;
  if (first > 0)
    g_string_append (snippet, "…");
  for (guint i = first; i <= last; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      g_string_append_len (snippet, text + at, word->start - at);
      if (word->found)
        g_string_append (snippet, "\u2068");
      g_string_append_len (snippet, text + word->start, word->end - word->start);
      if (word->found)
        g_string_append (snippet, "\u2069");
      at = word->end;
    }
  g_string_append (snippet, last + 1 < words->len ? "…" : text + at);
  g_strdelimit (snippet->str, "\r\n\t", ' ');

  return g_string_free_and_steal (snippet);
}

/* Where in a record most of the query's words are. */
typedef struct
{
  char **query;
  guint n_matched;
  char *field;
  char *snippet;
} Best;

static void
try_text (Best *best, const char *text, const EntColumn *column, const char *lang)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint n_matched;

  if (!text || !g_utf8_validate (text, -1, NULL))
    return;
  n_matched = find_words (text, best->query, words);
  if (n_matched <= best->n_matched)
    return;

  best->n_matched = n_matched;
  g_free (best->field);
  best->field = lang ? g_strdup_printf ("%s@%s", column->name, lang) : g_strdup (column->name);
  g_free (best->snippet);
  best->snippet = cut_snippet (text, words);
}

static void
try_column (Best *best, EntRecord *record, const EntColumn *column, const char *lang)
{
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (record);
  const char *wanted = lang ? ent_record_get_translation (record, column->name, lang) : NULL;

  try_text (best, wanted, column, lang);
  try_text (best, ent_record_get_string (record, column), column, NULL);
  for (guint i = 0; i < translations->len; i++)
    {
      const EntTranslation *translation = g_ptr_array_index (translations, i);

      if (g_str_equal (translation->field, column->name))
        try_text (best, translation->text, column, translation->lang);
    }
}

static EntHit *
make_hit (EntStore *self, EntRecord *record, double score, char **query, const char *lang)
{
  const EntTable *table = ent_record_get_table (record);
  Best best = { .query = query };
  EntHit *hit = g_new0 (EntHit, 1);

  for (int titles = 1; titles >= 0; titles--)
    for (guint i = 0; i < table->n_columns; i++)
      if ((table->columns[i].flags & ENT_COLUMN_SEARCHABLE)
          && table->columns[i].kind <= ENT_KIND_LONG_TEXT
          && ent_index_is_title (&table->columns[i]) == titles)
        try_column (&best, record, &table->columns[i], lang);

  hit->record = ent_record_get_id (record);
  hit->type = g_strdup (table->name);
  hit->title = ent_record_dup_title (record, self->project, lang);
  hit->field = best.field;
  hit->snippet = best.snippet ? best.snippet : g_strdup ("");
  hit->score = score;

  return hit;
}

void
ent_hit_free (EntHit *hit)
{
  g_free (hit->type);
  g_free (hit->title);
  g_free (hit->field);
  g_free (hit->snippet);
  g_free (hit);
}

static GArray *
find (EntStore *self, const char *path, char **words, guint limit, GError **error)
{
  if (!self->index)
    self->index = ent_index_open (path, error);
  if (!self->index
      || !ent_index_catch_up (self->index, self->database, self->project,
                              ent_journal_get_last (self->journal), error))
    return NULL;

  return words ? ent_index_find (self->index, words, limit, error)
               : g_array_new (FALSE, FALSE, sizeof (EntIndexHit));
}

/* The index is no part of the project: what is wrong with it is never the officer's trouble. */
static GArray *
find_whatever_happens (EntStore *self, char **words, guint limit)
{
  g_autofree char *directory = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (directory, "index.db", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  GArray *hits = find (self, path, words, limit, NULL);

  if (!hits)
    {
      g_clear_pointer (&self->index, ent_index_free);
      g_unlink (path);
      g_unlink (journal);
      hits = find (self, path, words, limit, NULL);
    }
  if (!hits)
    {
      g_clear_pointer (&self->index, ent_index_free);
      hits = find (self, ":memory:", words, limit, NULL);
    }

  return hits;
}

/**
 * ent_store_update_index:
 * @self: a store
 *
 * Brings the search index up to date, as the next search would; for a moment in which
 * nobody waits.
 */
void
ent_store_update_index (EntStore *self)
{
  g_autoptr (GArray) nothing = find_whatever_happens (self, NULL, 0);
}

static gboolean
owns_page (EntRecord *record)
{
  return ENT_IS_AGREEMENT (record) || ENT_IS_EVENT (record) || ENT_IS_ORGANISATION (record)
         || ENT_IS_PERSON (record) || ENT_IS_PROJECT_RECORD (record) || ENT_IS_INDICATOR (record)
         || ENT_IS_DOCUMENT (record);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const EntIndexHit *left = a;
  const EntIndexHit *right = b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return left->record < right->record ? -1 : left->record > right->record;
}

static void
sort_hits (EntStore *self, GArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      EntIndexHit *hit = &g_array_index (hits, EntIndexHit, i);
      EntRecord *record = ent_project_get (self->project, hit->record);

      if (record && !owns_page (record))
        hit->score *= WEIGHT_OF_THE_REST;
    }
  g_array_sort (hits, compare_hits);
}

/**
 * ent_store_search:
 * @self: a store
 * @query: what somebody typed: words, or the beginnings of words; whatever else is in it is
 *   passed over
 * @limit: how many records at most, 0 for 50
 * @lang: (nullable): "fr" or "en", for the titles; %NULL for the record's own language
 * @error: return location
 *
 * Finds the records that have all the words, whatever their case and accents.
 *
 * Returns: (transfer full) (element-type EntHit): the records, best first; none for a query
 *   without words
 */
GPtrArray *
ent_store_search (EntStore *self, const char *query, guint limit, const char *lang, GError **error)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_hit_free);
  g_auto (GStrv) words = split_query (query);
  g_autoptr (GArray) hits = NULL;

  limit = limit ? MIN (limit, G_MAXINT / MORE) : 50;
  if (words[0])
    hits = find_whatever_happens (self, words, limit * MORE);
  if (hits)
    sort_hits (self, hits);
  for (guint i = 0; hits && i < hits->len && found->len < limit; i++)
    {
      const EntIndexHit *hit = &g_array_index (hits, EntIndexHit, i);
      EntRecord *record = ent_project_get (self->project, hit->record);

      if (record)
        g_ptr_array_add (found, make_hit (self, record, hit->score, words, lang));
    }

  return found;
}
