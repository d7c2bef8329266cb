/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-snippet.h"

#include "base/ent-text.h"

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

/**
 * ent_snippet_split_query:
 * @query: what somebody typed
 *
 * Returns: (transfer full): its words, folded; whatever else is in it is passed over
 */
char **
ent_snippet_split_query (const char *query)
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

/**
 * ent_snippet_build_match:
 * @words: (array zero-terminated=1): folded words, at least one
 *
 * Returns: (transfer full): every word as the start of one for FTS5, quoted, so that nothing in
 *   it is an operator
 */
char *
ent_snippet_build_match (char **words)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    g_string_append_printf (match, "%s\"%s\"*", i > 0 ? " " : "", words[i]);

  return g_string_free_and_steal (match);
}

/* Most words are plain letters, which need no table to be folded. */
static char *
fold_word (const char *text, gsize length)
{
  g_autofree char *word = NULL;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]))
      {
        word = g_strndup (text, length);
        return ent_text_fold (word);
      }

  return g_ascii_strdown (text, (gssize) length);
}

/* Notes in @matched which of the query's words the text has. */
static gboolean
matches (const char *text, gsize length, char **query, gboolean *matched)
{
  g_autofree char *folded = fold_word (text, length);
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

/**
 * ent_snippet_new:
 * @text: a text
 * @query: (array zero-terminated=1): folded words, each the beginning of one
 * @more_than: how many of them @text must have at least one more than
 * @n_matched: (out): how many it has
 *
 * Returns: (transfer full) (nullable): the words about the first one found, those found between
 *   U+2068 and U+2069; %NULL where there are not enough
 */
char *
ent_snippet_new (const char *text, char **query, guint more_than, guint *n_matched)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));

  *n_matched = 0;
  if (!text || !g_utf8_validate (text, -1, NULL))
    return NULL;
  *n_matched = find_words (text, query, words);

  return *n_matched > more_than ? cut_snippet (text, words) : NULL;
}
