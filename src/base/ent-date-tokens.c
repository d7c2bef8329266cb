/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date-tokens.h"

#include "base/ent-text.h"

#include <string.h>

/* No date is longer, and a refusal that quotes more helps nobody. */
#define MAX_TOKENS 40

struct _EntDateTokens
{
  GPtrArray *texts; /* of char *, never empty strings */
  guint position;
};

typedef struct
{
  const char *word;
  int value;
} Word;

/* Folded, without the point of an abbreviation. */
static const Word months[] = {
  { "janvier", 1 },   { "janv", 1 },  { "jan", 1 },   { "january", 1 },
  { "fevrier", 2 },   { "fevr", 2 },  { "fev", 2 },   { "february", 2 },  { "feb", 2 },
  { "mars", 3 },      { "march", 3 }, { "mar", 3 },
  { "avril", 4 },     { "avr", 4 },   { "april", 4 }, { "apr", 4 },
  { "mai", 5 },       { "may", 5 },
  { "juin", 6 },      { "june", 6 },  { "jun", 6 },
  { "juillet", 7 },   { "juil", 7 },  { "july", 7 },  { "jul", 7 },
  { "aout", 8 },      { "august", 8 }, { "aug", 8 },
  { "septembre", 9 }, { "september", 9 }, { "sept", 9 }, { "sep", 9 },
  { "octobre", 10 },  { "october", 10 },  { "oct", 10 },
  { "novembre", 11 }, { "november", 11 }, { "nov", 11 },
  { "decembre", 12 }, { "december", 12 }, { "dec", 12 },
};

static const Word seasons[] = {
  { "printemps", 21 }, { "spring", 21 }, { "ete", 22 },    { "summer", 22 }, { "automne", 23 },
  { "autumn", 23 },    { "fall", 23 },   { "hiver", 24 },  { "winter", 24 },
};

/* As GDateWeekday counts. */
static const Word weekdays[] = {
  { "lundi", 1 },    { "monday", 1 },   { "mardi", 2 },    { "tuesday", 2 }, { "mercredi", 3 },
  { "wednesday", 3 }, { "jeudi", 4 },   { "thursday", 4 }, { "vendredi", 5 }, { "friday", 5 },
  { "samedi", 6 },   { "saturday", 6 }, { "dimanche", 7 }, { "sunday", 7 },
};

/* What turns a figure into a rank: 1er, 20e, 1st, 2nd. */
static const char *const rank_endings[] = { "er", "re", "e", "eme", "st", "nd", "rd", "th", NULL };

static int
find_word (const Word *words, gsize count, const char *text)
{
  for (gsize i = 0; text != NULL && i < count; i++)
    {
      if (g_str_equal (words[i].word, text))
        return words[i].value;
    }

  return 0;
}

static gsize
run_length (const char *p, gboolean (*is_inside) (gunichar c))
{
  const char *start = p;

  while (*p != '\0' && is_inside (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return (gsize) (p - start);
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

/**
 * ent_date_tokens_new:
 * @text: what was typed
 *
 * Cuts @text, folded, into words, numbers and single signs. Commas, brackets and
 * apostrophes are left out, and so is what makes a figure a rank.
 *
 * Returns: (transfer full): the tokens, at their first
 */
EntDateTokens *
ent_date_tokens_new (const char *text)
{
  g_autofree char *folded = ent_text_fold (text);
  EntDateTokens *tokens = g_new0 (EntDateTokens, 1);
  gboolean after_number = FALSE;

  tokens->texts = g_ptr_array_new_with_free_func (g_free);
  for (const char *p = folded; *p != '\0' && tokens->texts->len < MAX_TOKENS;)
    {
      gboolean number = is_digit ((gunichar) *p);
      gsize length = run_length (p, number ? is_digit : g_unichar_isalpha);
      g_autofree char *token = NULL;

      if (length == 0)
        length = (gsize) (g_utf8_next_char (p) - p);
      token = g_strndup (p, length);

      if (strchr (" ,()'\"", *p) == NULL
          && !(after_number && g_strv_contains (rank_endings, token)))
        g_ptr_array_add (tokens->texts, g_steal_pointer (&token));
      after_number = number;
      p += length;
    }

  return tokens;
}

/**
 * ent_date_tokens_free:
 * @tokens: (transfer full): tokens
 */
void
ent_date_tokens_free (EntDateTokens *tokens)
{
  g_ptr_array_unref (tokens->texts);
  g_free (tokens);
}

/**
 * ent_date_tokens_at_end:
 * @tokens: tokens
 *
 * Returns: whether all tokens are read
 */
gboolean
ent_date_tokens_at_end (const EntDateTokens *tokens)
{
  return tokens->position >= tokens->texts->len;
}

/**
 * ent_date_tokens_next:
 * @tokens: tokens
 *
 * Steps over one token.
 *
 * Returns: whether there was one
 */
gboolean
ent_date_tokens_next (EntDateTokens *tokens)
{
  if (ent_date_tokens_at_end (tokens))
    return FALSE;

  tokens->position++;
  return TRUE;
}

/**
 * ent_date_tokens_tell:
 * @tokens: tokens
 *
 * Returns: where the reading stands, for ent_date_tokens_seek()
 */
guint
ent_date_tokens_tell (const EntDateTokens *tokens)
{
  return tokens->position;
}

/**
 * ent_date_tokens_seek:
 * @tokens: tokens
 * @position: where the reading once stood
 */
void
ent_date_tokens_seek (EntDateTokens *tokens, guint position)
{
  tokens->position = position;
}

/**
 * ent_date_tokens_peek:
 * @tokens: tokens
 * @ahead: 0 for the next token, 1 for the one after it
 *
 * Returns: (transfer none) (nullable): the text of a token not yet read
 */
const char *
ent_date_tokens_peek (const EntDateTokens *tokens, guint ahead)
{
  guint index = tokens->position + ahead;

  return index < tokens->texts->len ? g_ptr_array_index (tokens->texts, index) : NULL;
}

/**
 * ent_date_tokens_peek_number:
 * @tokens: tokens
 * @ahead: 0 for the next token, 1 for the one after it
 * @digits: (out): how many figures it has, 0 when it is no number
 *
 * Returns: the value of a number of up to four figures, else -1
 */
int
ent_date_tokens_peek_number (const EntDateTokens *tokens, guint ahead, guint *digits)
{
  const char *text = ent_date_tokens_peek (tokens, ahead);

  *digits = 0;
  if (text == NULL || !g_ascii_isdigit (*text) || strlen (text) > 4)
    return -1;

  *digits = (guint) strlen (text);
  return (int) g_ascii_strtoll (text, NULL, 10);
}

/**
 * ent_date_tokens_accept:
 * @tokens: tokens
 * @phrases: (array zero-terminated=1): phrases of tokens parted by spaces, the
 *   longer ones first
 *
 * Steps over the first of @phrases that stands next.
 *
 * Returns: whether one did
 */
gboolean
ent_date_tokens_accept (EntDateTokens *tokens, const char *const *phrases)
{
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      const char *p = phrases[i];
      guint ahead = 0;

      while (*p != '\0')
        {
          const char *text = ent_date_tokens_peek (tokens, ahead);
          gsize length = strcspn (p, " ");

          if (text == NULL || strlen (text) != length || strncmp (text, p, length) != 0)
            break;
          ahead++;
          p += length + (p[length] == ' ');
        }
      if (*p == '\0')
        {
          tokens->position += ahead;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ent_date_words_month:
 * @word: (nullable): a folded word
 *
 * Returns: the month a French or English name or abbreviation means, or 0
 */
int
ent_date_words_month (const char *word)
{
  return find_word (months, G_N_ELEMENTS (months), word);
}

/**
 * ent_date_words_season:
 * @word: (nullable): a folded word
 *
 * Returns: the season as EDTF counts, 21 (spring) to 24 (winter), or 0
 */
int
ent_date_words_season (const char *word)
{
  return find_word (seasons, G_N_ELEMENTS (seasons), word);
}

/**
 * ent_date_words_weekday:
 * @word: (nullable): a folded word
 *
 * Returns: the day of the week as GDateWeekday counts, or 0
 */
int
ent_date_words_weekday (const char *word)
{
  return find_word (weekdays, G_N_ELEMENTS (weekdays), word);
}

/**
 * ent_date_words_roman:
 * @word: (nullable): a folded word such as "xx" or "xxe"
 *
 * Returns: the value of a Roman number up to 100, with or without the ending of
 *   a French rank, or 0
 */
int
ent_date_words_roman (const char *word)
{
  static const char letters[] = "ivxlc";
  static const int values[] = { 1, 5, 10, 50, 100 };
  int total = 0;
  gsize length;

  if (word == NULL)
    return 0;

  length = strspn (word, letters);
  if (length == 0 || length > 8
      || (word[length] != '\0' && !g_strv_contains (rank_endings, word + length)))
    return 0;

  for (gsize i = 0; i < length; i++)
    {
      int value = values[strchr (letters, word[i]) - letters];
      int next = i + 1 < length ? values[strchr (letters, word[i + 1]) - letters] : 0;

      total += value < next ? -value : value;
    }

  return total >= 1 && total <= 100 ? total : 0;
}
