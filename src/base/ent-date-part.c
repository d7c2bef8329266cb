/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date-part.h"

#include <string.h>

static gboolean
accept_article (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (tokens,
                                 ENT_DATE_WORDS ("le", "la", "les", "l", "the", "en", "in", "on"));
}

static gboolean
accept_of (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("de", "d", "of"));
}

static gboolean
accept_about (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (
      tokens,
      ENT_DATE_WORDS ("aux environs de", "aux environs du", "aux environs d", "aux environs des",
                      "aux alentours de", "aux alentours du", "aux alentours d",
                      "aux alentours des", "autour de", "autour du", "autour d", "autour des",
                      "vers", "environ", "about", "around", "approximately", "approx .", "approx",
                      "circa", "ca .", "ca", "c .", "c", "env .", "env", "~"));
}

static gboolean
accept_doubt (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (tokens,
                                 ENT_DATE_WORDS ("?", "incertain", "incertaine", "uncertain",
                                                 "peut - etre", "perhaps", "maybe", "possibly"));
}

static gboolean
accept_unknown (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("une date inconnue", "date inconnue",
                                                         "an unknown date", "unknown date"));
}

static gboolean
is_century (const char *word)
{
  return g_strcmp0 (word, "siecle") == 0 || g_strcmp0 (word, "century") == 0;
}

/* A year in its four figures. */
static gboolean
accept_year (EntDateTokens *tokens, EntDatePart *part)
{
  guint digits;
  int year = ent_date_tokens_peek_number (tokens, 0, &digits);

  if (digits != 4)
    return FALSE;

  part->year = year;
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
accept_three_numbers (EntDateTokens *tokens, EntDatePart *part, EntDateProblem *problem)
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
      part->year = numbers[0];
      part->month = numbers[1];
      part->day = numbers[2];
    }
  else if (digits[0] >= 1 && digits[0] <= 2 && digits[2] == 4)
    {
      gboolean american = numbers[1] > 12 && numbers[0] <= 12;

      part->day = american ? numbers[1] : numbers[0];
      part->month = american ? numbers[0] : numbers[1];
      part->year = numbers[2];
    }
  else
    {
      if (digits[0] <= 2 && digits[2] == 2)
        *problem = ENT_DATE_PROBLEM_SHORT_YEAR;
      return FALSE;
    }

  skip (tokens, 5);
  return TRUE;
}

/* A month and a year in figures: 05/2024, 2024/5. */
static gboolean
accept_two_numbers (EntDateTokens *tokens, EntDatePart *part, EntDateProblem *problem)
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
      *problem = year_first && *sign != '.' ? ENT_DATE_PROBLEM_SHORT_RANGE : ENT_DATE_PROBLEM_NONE;
      return FALSE;
    }

  part->year = numbers[year_first ? 0 : 1];
  part->month = numbers[year_first ? 1 : 0];
  skip (tokens, 3);
  return TRUE;
}

/* What may follow the name of a month: a year. */
static void
accept_year_of_month (EntDateTokens *tokens, EntDatePart *part, EntDateProblem *problem)
{
  guint position = ent_date_tokens_tell (tokens);
  guint digits;

  ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("."));
  accept_of (tokens);
  if (accept_year (tokens, part))
    return;

  ent_date_tokens_peek_number (tokens, 0, &digits);
  if (digits == 2)
    *problem = ENT_DATE_PROBLEM_SHORT_YEAR;

  ent_date_tokens_seek (tokens, position);
  ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("."));
}

/* 2024; 1970s; 24 mai 2024; 24 alone, where the other end has the month; 20th
 * century. */
static gboolean
accept_number (EntDateTokens *tokens, EntDatePart *part, EntDateProblem *problem)
{
  guint digits;
  int number = ent_date_tokens_peek_number (tokens, 0, &digits);
  guint position;

  if (accept_year (tokens, part))
    {
      if (number % 10 == 0 && ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("s")))
        part->unspecified = 1;
      return TRUE;
    }
  if (digits < 1 || number == 0)
    return FALSE;

  ent_date_tokens_next (tokens);
  if (number <= 100 && is_century (ent_date_tokens_peek (tokens, 0)))
    {
      ent_date_tokens_next (tokens);
      part->unspecified = 2;
      part->year = (number - 1) * 100;
      return TRUE;
    }

  if (digits > 2)
    return FALSE;

  part->day = number;
  position = ent_date_tokens_tell (tokens);
  ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("."));
  accept_of (tokens);
  part->month = ent_date_words_month (ent_date_tokens_peek (tokens, 0));
  if (part->month != 0)
    {
      ent_date_tokens_next (tokens);
      accept_year_of_month (tokens, part, problem);
      return TRUE;
    }

  ent_date_tokens_seek (tokens, position);
  accept_year (tokens, part);
  return TRUE;
}

/* Mai 2024; May 24, 2024; printemps 2024; années 1970; XXe siècle. */
static gboolean
accept_word (EntDateTokens *tokens, EntDatePart *part, EntDateProblem *problem)
{
  const char *word = ent_date_tokens_peek (tokens, 0);
  guint digits;
  int number;

  if (ent_date_words_roman (word) != 0 && is_century (ent_date_tokens_peek (tokens, 1)))
    {
      part->unspecified = 2;
      part->year = (ent_date_words_roman (word) - 1) * 100;
      skip (tokens, 2);
      return TRUE;
    }

  if (ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("annees", "decennie")))
    {
      part->unspecified = 1;
      return accept_year (tokens, part) && part->year % 10 == 0;
    }

  part->month = ent_date_words_season (word);
  if (part->month == 0)
    part->month = ent_date_words_month (word);
  if (part->month == 0)
    return FALSE;

  ent_date_tokens_next (tokens);
  number = ent_date_tokens_peek_number (tokens, 0, &digits);
  if (part->month <= 12 && digits >= 1 && digits <= 2)
    {
      part->day = number;
      ent_date_tokens_next (tokens);
    }
  accept_year_of_month (tokens, part, problem);
  return TRUE;
}

/* What is said of a date behind it: 2010 environ, 2010 ?, mai 2024 (jour non
 * précisé). */
static void
accept_remarks (EntDateTokens *tokens, EntDatePart *part)
{
  while (TRUE)
    {
      if (ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("environ", "approximately", "~")))
        part->approximate = TRUE;
      else if (accept_doubt (tokens))
        part->uncertain = TRUE;
      else if (ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("jour et mois non precises",
                                                               "day and month not recorded")))
        part->day_unspecified = part->month_unspecified = TRUE;
      else if (ent_date_tokens_accept (tokens,
                                       ENT_DATE_WORDS ("mois non precise", "month not recorded")))
        part->month_unspecified = TRUE;
      else if (part->month != 0
               && ent_date_tokens_accept (tokens,
                                          ENT_DATE_WORDS ("jour non precise", "day not recorded")))
        part->day_unspecified = TRUE;
      else
        return;
    }
}

/*
 * ent_date_part_read:
 * @tokens: what was typed, read up to a date
 * @part: what is found, all 0 before
 * @problem: set where more can be said than that it is no date
 *
 * Reads one date or one end of a range; what it lacks may stand at the other end.
 *
 * Returns: whether there is one
 */
gboolean
ent_date_part_read (EntDateTokens *tokens, EntDatePart *part, EntDateProblem *problem)
{
  const char *word;

  if (accept_unknown (tokens))
    {
      part->unknown = TRUE;
      return TRUE;
    }

  while (TRUE)
    {
      int weekday = ent_date_words_weekday (ent_date_tokens_peek (tokens, 0));

      if (weekday != 0)
        {
          part->weekday = weekday;
          ent_date_tokens_next (tokens);
        }
      else if (accept_about (tokens))
        part->approximate = TRUE;
      else if (accept_doubt (tokens))
        part->uncertain = TRUE;
      else if (!accept_article (tokens))
        break;
    }

  /* A question mark alone is an end one does not know. */
  word = ent_date_tokens_peek (tokens, 0);
  if (part->uncertain && !part->approximate && (word == NULL || g_str_equal (word, "-")))
    {
      part->uncertain = FALSE;
      part->unknown = TRUE;
      return TRUE;
    }

  if (!accept_three_numbers (tokens, part, problem) && !accept_two_numbers (tokens, part, problem)
      && !accept_number (tokens, part, problem) && !accept_word (tokens, part, problem))
    return FALSE;

  accept_remarks (tokens, part);
  return TRUE;
}
