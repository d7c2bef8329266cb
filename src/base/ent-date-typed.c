/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date.h"

#include "base/ent-date-tokens.h"
#include "base/ent-error.h"
#include "base/ent-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Why a text that is nearly a date is refused, where more can be said than
 * that it is none. */
typedef enum
{
  PROBLEM_NONE,
  PROBLEM_NO_YEAR,
  PROBLEM_SHORT_YEAR,
  PROBLEM_SHORT_RANGE,
  PROBLEM_WEEKDAY,
} Problem;

/* One date as it was typed, parts of which may be left to the other end. */
typedef struct
{
  gboolean unknown;
  int year;
  int unspecified; /* figures at the right of the year that are not */
  int month;       /* 21 to 24: seasons, as in EDTF */
  int day;
  int weekday;
  gboolean month_unspecified;
  gboolean day_unspecified;
  gboolean approximate;
  gboolean uncertain;
} Typed;

#define WORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static gboolean
accept_article (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (tokens, WORDS ("le", "la", "les", "l", "the", "en", "in", "on"));
}

static gboolean
accept_of (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (tokens, WORDS ("de", "d", "of"));
}

static gboolean
accept_about (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (
      tokens, WORDS ("aux environs de", "aux environs du", "aux environs d", "aux environs des",
                     "aux alentours de", "aux alentours du", "aux alentours d", "aux alentours des",
                     "autour de", "autour du", "autour d", "autour des", "vers", "environ", "about",
                     "around", "approximately", "approx .", "approx", "circa", "ca .", "ca", "c .",
                     "c", "env .", "env", "~"));
}

static gboolean
accept_doubt (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (tokens, WORDS ("?", "incertain", "incertaine", "uncertain",
                                                "peut - etre", "perhaps", "maybe", "possibly"));
}

static gboolean
accept_unknown (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (
      tokens, WORDS ("une date inconnue", "date inconnue", "an unknown date", "unknown date"));
}

static gboolean
accept_since (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (tokens, WORDS ("a partir de", "a partir du", "a partir des",
                                                "a partir d", "a compter de", "a compter du",
                                                "a compter d", "depuis", "since"));
}

static gboolean
accept_until (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (tokens, WORDS ("jusqu en", "jusqu aux", "jusqu au", "jusqu a",
                                                "jusque", "until", "till", "up to"));
}

static gboolean
accept_to (EntDateTokens *tokens)
{
  return accept_until (tokens)
         || ent_date_tokens_accept (tokens, WORDS ("aux", "au", "a", "to", "through", "-"));
}

static gboolean
is_century (const char *word)
{
  return g_strcmp0 (word, "siecle") == 0 || g_strcmp0 (word, "century") == 0;
}

/* A year in its four figures. */
static gboolean
accept_year (EntDateTokens *tokens, Typed *typed)
{
  guint digits;
  int year = ent_date_tokens_peek_number (tokens, 0, &digits);

  if (digits != 4)
    return FALSE;

  typed->year = year;
  return ent_date_tokens_next (tokens);
}

static void
skip (EntDateTokens *tokens, int count)
{
  for (int i = 0; i < count; i++)
    ent_date_tokens_next (tokens);
}

/* Three numbers with one sign between them: 24/05/2024, 2024.5.24; 05/24/2024
 * where it can be nothing else. */
static gboolean
accept_three_numbers (EntDateTokens *tokens, Typed *typed, Problem *problem)
{
  const char *first_sign = ent_date_tokens_peek (tokens, 1);
  const char *second_sign = ent_date_tokens_peek (tokens, 3);
  guint digits[3];
  int numbers[3];

  for (guint i = 0; i < 3; i++)
    numbers[i] = ent_date_tokens_peek_number (tokens, 2 * i, &digits[i]);
  if (first_sign == NULL || strchr ("/.-", *first_sign) == NULL
      || g_strcmp0 (first_sign, second_sign) != 0 || digits[1] < 1 || digits[1] > 2)
    return FALSE;

  if (digits[0] == 4 && digits[2] >= 1 && digits[2] <= 2)
    {
      typed->year = numbers[0];
      typed->month = numbers[1];
      typed->day = numbers[2];
    }
  else if (digits[0] >= 1 && digits[0] <= 2 && digits[2] == 4)
    {
      gboolean american = numbers[1] > 12 && numbers[0] <= 12;

      typed->day = american ? numbers[1] : numbers[0];
      typed->month = american ? numbers[0] : numbers[1];
      typed->year = numbers[2];
    }
  else
    {
      if (digits[0] <= 2 && digits[2] == 2)
        *problem = PROBLEM_SHORT_YEAR;
      return FALSE;
    }

  skip (tokens, 5);
  return TRUE;
}

/* A month and a year in figures: 05/2024, 2024/5. */
static gboolean
accept_two_numbers (EntDateTokens *tokens, Typed *typed, Problem *problem)
{
  const char *sign = ent_date_tokens_peek (tokens, 1);
  const char *next = ent_date_tokens_peek (tokens, 3);
  guint digits[2];
  int numbers[2];
  gboolean year_first;

  numbers[0] = ent_date_tokens_peek_number (tokens, 0, &digits[0]);
  numbers[1] = ent_date_tokens_peek_number (tokens, 2, &digits[1]);
  if (sign == NULL || strchr ("/.-", *sign) == NULL || MIN (digits[0], digits[1]) < 1
      || MIN (digits[0], digits[1]) > 2 || MAX (digits[0], digits[1]) != 4)
    return FALSE;

  /* In "2024 - 2 mai 2025", "2024 - 05/2025" and "1850 - 20th century" the dash
   * parts two dates. */
  if (ent_date_words_month (next) != 0 || is_century (next)
      || (*sign == '-' && next != NULL && strchr ("/.", *next) != NULL))
    return FALSE;

  year_first = digits[0] == 4;
  if (numbers[year_first ? 1 : 0] < 1 || numbers[year_first ? 1 : 0] > 12)
    {
      *problem = year_first && *sign != '.' ? PROBLEM_SHORT_RANGE : PROBLEM_NONE;
      return FALSE;
    }

  typed->year = numbers[year_first ? 0 : 1];
  typed->month = numbers[year_first ? 1 : 0];
  skip (tokens, 3);
  return TRUE;
}

/* What may follow the name of a month: a year. */
static void
accept_year_of_month (EntDateTokens *tokens, Typed *typed, Problem *problem)
{
  guint position = ent_date_tokens_tell (tokens);
  guint digits;

  ent_date_tokens_accept (tokens, WORDS ("."));
  accept_of (tokens);
  if (accept_year (tokens, typed))
    return;

  ent_date_tokens_peek_number (tokens, 0, &digits);
  if (digits == 2)
    *problem = PROBLEM_SHORT_YEAR;

  ent_date_tokens_seek (tokens, position);
  ent_date_tokens_accept (tokens, WORDS ("."));
}

/* 2024; 1970s; 24 mai 2024; 24 alone, where the other end has the month; 20th
 * century. */
static gboolean
accept_number (EntDateTokens *tokens, Typed *typed, Problem *problem)
{
  guint digits;
  int number = ent_date_tokens_peek_number (tokens, 0, &digits);
  guint position;

  if (accept_year (tokens, typed))
    {
      if (number % 10 == 0 && ent_date_tokens_accept (tokens, WORDS ("s")))
        typed->unspecified = 1;
      return TRUE;
    }
  if (digits < 1 || number == 0)
    return FALSE;

  ent_date_tokens_next (tokens);
  if (number <= 100 && is_century (ent_date_tokens_peek (tokens, 0)))
    {
      ent_date_tokens_next (tokens);
      typed->unspecified = 2;
      typed->year = (number - 1) * 100;
      return TRUE;
    }

  if (digits > 2)
    return FALSE;

  typed->day = number;
  position = ent_date_tokens_tell (tokens);
  ent_date_tokens_accept (tokens, WORDS ("."));
  accept_of (tokens);
  typed->month = ent_date_words_month (ent_date_tokens_peek (tokens, 0));
  if (typed->month != 0)
    {
      ent_date_tokens_next (tokens);
      accept_year_of_month (tokens, typed, problem);
      return TRUE;
    }

  ent_date_tokens_seek (tokens, position);
  accept_year (tokens, typed);
  return TRUE;
}

/* Mai 2024; May 24, 2024; printemps 2024; années 1970; XXe siècle. */
static gboolean
accept_word (EntDateTokens *tokens, Typed *typed, Problem *problem)
{
  const char *word = ent_date_tokens_peek (tokens, 0);
  guint digits;
  int number;

  if (ent_date_words_roman (word) != 0 && is_century (ent_date_tokens_peek (tokens, 1)))
    {
      typed->unspecified = 2;
      typed->year = (ent_date_words_roman (word) - 1) * 100;
      skip (tokens, 2);
      return TRUE;
    }

  if (ent_date_tokens_accept (tokens, WORDS ("annees", "decennie")))
    {
      typed->unspecified = 1;
      return accept_year (tokens, typed) && typed->year % 10 == 0;
    }

  typed->month = ent_date_words_season (word);
  if (typed->month == 0)
    typed->month = ent_date_words_month (word);
  if (typed->month == 0)
    return FALSE;

  ent_date_tokens_next (tokens);
  number = ent_date_tokens_peek_number (tokens, 0, &digits);
  if (typed->month <= 12 && digits >= 1 && digits <= 2)
    {
      typed->day = number;
      ent_date_tokens_next (tokens);
    }
  accept_year_of_month (tokens, typed, problem);
  return TRUE;
}

/* What is said of a date behind it: 2010 environ, 2010 ?, mai 2024 (jour non
 * précisé). */
static void
accept_remarks (EntDateTokens *tokens, Typed *typed)
{
  while (TRUE)
    {
      if (ent_date_tokens_accept (tokens, WORDS ("environ", "approximately", "~")))
        typed->approximate = TRUE;
      else if (accept_doubt (tokens))
        typed->uncertain = TRUE;
      else if (ent_date_tokens_accept (
                   tokens, WORDS ("jour et mois non precises", "day and month not recorded")))
        typed->day_unspecified = typed->month_unspecified = TRUE;
      else if (ent_date_tokens_accept (tokens, WORDS ("mois non precise", "month not recorded")))
        typed->month_unspecified = TRUE;
      else if (typed->month != 0
               && ent_date_tokens_accept (tokens, WORDS ("jour non precise", "day not recorded")))
        typed->day_unspecified = TRUE;
      else
        return;
    }
}

static gboolean
read_typed (EntDateTokens *tokens, Typed *typed, Problem *problem)
{
  const char *word;

  if (accept_unknown (tokens))
    {
      typed->unknown = TRUE;
      return TRUE;
    }

  while (TRUE)
    {
      int weekday = ent_date_words_weekday (ent_date_tokens_peek (tokens, 0));

      if (weekday != 0)
        {
          typed->weekday = weekday;
          ent_date_tokens_next (tokens);
        }
      else if (accept_about (tokens))
        typed->approximate = TRUE;
      else if (accept_doubt (tokens))
        typed->uncertain = TRUE;
      else if (!accept_article (tokens))
        break;
    }

  /* A question mark alone is an end one does not know. */
  word = ent_date_tokens_peek (tokens, 0);
  if (typed->uncertain && !typed->approximate && (word == NULL || g_str_equal (word, "-")))
    {
      typed->uncertain = FALSE;
      typed->unknown = TRUE;
      return TRUE;
    }

  if (!accept_three_numbers (tokens, typed, problem) && !accept_two_numbers (tokens, typed, problem)
      && !accept_number (tokens, typed, problem) && !accept_word (tokens, typed, problem))
    return FALSE;

  accept_remarks (tokens, typed);
  return TRUE;
}

/* Gives each end what only the other says: "du 19 au 21 juillet 2024", "July
 * 19-21, 2024". The year goes back by one where the first month would come after
 * the second, as from December to January. */
static void
share_parts (Typed *first, Typed *second)
{
  if (first->unknown || second->unknown)
    return;

  if (first->month == 0 && first->day != 0)
    first->month = second->month;
  if (second->month == 0 && second->day != 0)
    second->month = first->month;

  if (second->year == 0 && second->unspecified == 0)
    second->year = first->year;
  if (first->year == 0 && first->unspecified == 0 && second->unspecified == 0)
    first->year = second->month != 0 && first->month > second->month ? second->year - 1
                                                                     : second->year;
}

static void
append_edtf (GString *edtf, const Typed *typed)
{
  if (typed->unknown)
    return;

  if (typed->unspecified == 2)
    g_string_append_printf (edtf, "%02dXX", typed->year / 100);
  else if (typed->unspecified == 1)
    g_string_append_printf (edtf, "%03dX", typed->year / 10);
  else
    g_string_append_printf (edtf, "%04d", typed->year);

  if (typed->month != 0)
    g_string_append_printf (edtf, "-%02d", typed->month);
  else if (typed->month_unspecified)
    g_string_append (edtf, "-XX");
  if (typed->day != 0)
    g_string_append_printf (edtf, "-%02d", typed->day);
  else if (typed->day_unspecified)
    g_string_append (edtf, "-XX");

  if (typed->approximate || typed->uncertain)
    g_string_append_c (edtf, !typed->uncertain ? '~' : !typed->approximate ? '?' : '%');
}

/* Whether a date stands for itself, and on the day of the week it says. */
static gboolean
is_complete (const Typed *typed, Problem *problem)
{
  GDate date;

  if (typed->unknown)
    return TRUE;
  if (typed->year == 0 && typed->unspecified == 0)
    {
      if (*problem == PROBLEM_NONE)
        *problem = PROBLEM_NO_YEAR;
      return FALSE;
    }
  if (typed->day != 0 && typed->month == 0)
    return FALSE;
  if (typed->weekday == 0)
    return TRUE;
  if (typed->day == 0)
    return FALSE;

  if (!g_date_valid_dmy ((GDateDay) typed->day, (GDateMonth) typed->month, (GDateYear) typed->year))
    return TRUE; /* EDTF refuses it, in better words */
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) typed->day, (GDateMonth) typed->month, (GDateYear) typed->year);
  if ((int) g_date_get_weekday (&date) != typed->weekday)
    {
      *problem = PROBLEM_WEEKDAY;
      return FALSE;
    }
  return TRUE;
}

/* "Since …" and "until …", once the word is read. */
static char *
read_half_open (EntDateTokens *tokens, gboolean since, Problem *problem)
{
  g_autoptr (GString) edtf = g_string_new (since ? "" : "../");
  Typed typed = { 0 };

  if (!read_typed (tokens, &typed, problem))
    return NULL;
  ent_date_tokens_accept (tokens, WORDS ("onwards", "onward"));
  if (typed.unknown || !ent_date_tokens_at_end (tokens) || !is_complete (&typed, problem))
    return NULL;

  append_edtf (edtf, &typed);
  if (since)
    g_string_append (edtf, "/..");
  return g_strdup (edtf->str);
}

/* Whether the text ends after a dash, as in "2016–" and "2016–…". */
static gboolean
at_open_end (EntDateTokens *tokens)
{
  guint position = ent_date_tokens_tell (tokens);

  if (g_strcmp0 (ent_date_tokens_peek (tokens, 0), "-") != 0)
    return FALSE;

  ent_date_tokens_next (tokens);
  while (ent_date_tokens_accept (tokens, WORDS (".")))
    ;
  if (ent_date_tokens_at_end (tokens))
    return TRUE;

  ent_date_tokens_seek (tokens, position);
  return FALSE;
}

/* What was typed as EDTF, or NULL. */
static char *
translate (EntDateTokens *tokens, Problem *problem)
{
  g_autoptr (GString) edtf = g_string_new (NULL);
  Typed first = { 0 };
  Typed second = { 0 };
  gboolean between, from, from_english;

  if (accept_since (tokens))
    return read_half_open (tokens, TRUE, problem);
  if (accept_until (tokens))
    return read_half_open (tokens, FALSE, problem);

  between = ent_date_tokens_accept (tokens, WORDS ("entre", "between"));
  from_english = ent_date_tokens_accept (tokens, WORDS ("from"));
  from = between || from_english || ent_date_tokens_accept (tokens, WORDS ("du", "des", "de", "d"));
  if (!read_typed (tokens, &first, problem))
    return NULL;

  if (from_english)
    ent_date_tokens_accept (tokens, WORDS ("onwards", "onward", "on"));
  if (at_open_end (tokens) || (from_english && ent_date_tokens_at_end (tokens)))
    {
      if (first.unknown || !ent_date_tokens_at_end (tokens) || !is_complete (&first, problem))
        return NULL;
      append_edtf (edtf, &first);
      g_string_append (edtf, "/..");
      return g_strdup (edtf->str);
    }

  if (ent_date_tokens_at_end (tokens))
    {
      if (from || first.unknown || !is_complete (&first, problem))
        return NULL;
      append_edtf (edtf, &first);
      return g_strdup (edtf->str);
    }

  if (!(between ? ent_date_tokens_accept (tokens, WORDS ("et", "and")) : accept_to (tokens))
      || !read_typed (tokens, &second, problem) || !ent_date_tokens_at_end (tokens))
    return NULL;

  share_parts (&first, &second);
  if (!is_complete (&first, problem) || !is_complete (&second, problem))
    return NULL;
  append_edtf (edtf, &first);
  g_string_append_c (edtf, '/');
  append_edtf (edtf, &second);
  return g_strdup (edtf->str);
}

static void
set_problem (GError **error, Problem problem, const char *text)
{
  g_auto (GStrv) around = NULL;
  g_autofree char *message = NULL;
  const char *format = NULL;

  switch (problem)
    {
    case PROBLEM_NO_YEAR:
      format = _("“%s” has no year. Write for example May 2024 or 24 May 2024.");
      break;
    case PROBLEM_SHORT_YEAR:
      format = _("The year of “%s” is too short. Write it with four figures, as in 24/05/2024.");
      break;
    case PROBLEM_SHORT_RANGE:
      format = _("“%s” is not a month. For a range of years write both in full, as in 2024-2029.");
      break;
    case PROBLEM_WEEKDAY:
      format = _("“%s” does not fall on that day of the week. Check the date, or leave the day "
                 "of the week out.");
      break;
    case PROBLEM_NONE:
      format = _("“%s” is not understood as a date. Write for example 2024, May 2024, "
                 "24/05/2024, 2024-2029, about 2010 or since 2018.");
      break;
    }

  around = g_strsplit (format, "%s", 2);
  message = g_strjoinv (text, around);
  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE, message);
}

/* Whether @text is written as EDTF is, so that what is wrong with it is best
 * said in its terms. */
static gboolean
looks_like_edtf (const char *text)
{
  gsize figures = strspn (text, "0123456789X");

  return figures == 4 && strspn (text, "0123456789X-/.~?%") == strlen (text)
         && (text[4] == '\0' || (text[4] == '-' && strlen (text) >= 10));
}

/**
 * ent_date_new_typed:
 * @text: what was typed
 * @error: return location of an error
 *
 * Reads a date as people write it in French or English, whatever the language
 * of the session: "24/05/2024" (the day first), "mai 2024", "vers 2010", "since
 * 2018", "du 19 au 21 juillet 2024", "années 1970", and all that ent_date_new()
 * takes and ent_date_format() writes. Case, accents and typographic signs do not
 * matter. A century is the hundred years its EDTF form names: "20th century" is
 * "19XX".
 *
 * Returns: (transfer full) (nullable): the date, or %NULL with
 *   %ENT_ERROR_INVALID_VALUE and an example of what is understood
 */
EntDate *
ent_date_new_typed (const char *text, GError **error)
{
  g_autofree char *valid = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *edtf = NULL;
  g_autoptr (EntDateTokens) tokens = NULL;
  g_autoptr (GError) edtf_error = NULL;
  Problem problem = PROBLEM_NONE;
  EntDate *date;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_strstrip (g_utf8_make_valid (text, -1));
  upper = g_ascii_strup (valid, -1);
  date = ent_date_new (upper, &edtf_error);
  if (date != NULL)
    return date;

  tokens = ent_date_tokens_new (valid);
  edtf = translate (tokens, &problem);
  if (edtf != NULL)
    {
      g_clear_error (&edtf_error);
      date = ent_date_new (edtf, &edtf_error);
      if (date != NULL)
        return date;
    }

  if (edtf != NULL || (problem != PROBLEM_SHORT_RANGE && looks_like_edtf (upper)))
    g_propagate_error (error, g_steal_pointer (&edtf_error));
  else
    set_problem (error, problem, valid);
  return NULL;
}
