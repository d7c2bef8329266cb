/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date.h"

#include "base/ent-date-part.h"
#include "base/ent-error.h"
#include "base/ent-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
accept_since (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (
      tokens, ENT_DATE_WORDS ("a partir de", "a partir du", "a partir des", "a partir d",
                              "a compter de", "a compter du", "a compter d", "depuis", "since"));
}

static gboolean
accept_until (EntDateTokens *tokens)
{
  return ent_date_tokens_accept (tokens,
                                 ENT_DATE_WORDS ("jusqu en", "jusqu aux", "jusqu au", "jusqu a",
                                                 "jusque", "until", "till", "up to"));
}

static gboolean
accept_to (EntDateTokens *tokens)
{
  return accept_until (tokens)
         || ent_date_tokens_accept (tokens,
                                    ENT_DATE_WORDS ("aux", "au", "a", "to", "through", "-"));
}

/* Gives each end what only the other says: "du 19 au 21 juillet 2024", "July
 * 19-21, 2024". The year goes back by one where the first month would come after
 * the second, as from December to January. */
static void
share_parts (EntDatePart *first, EntDatePart *second)
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
append_edtf (GString *edtf, const EntDatePart *part)
{
  if (part->unknown)
    return;

  if (part->unspecified == 2)
    g_string_append_printf (edtf, "%02dXX", part->year / 100);
  else if (part->unspecified == 1)
    g_string_append_printf (edtf, "%03dX", part->year / 10);
  else
    g_string_append_printf (edtf, "%04d", part->year);

  if (part->month != 0)
    g_string_append_printf (edtf, "-%02d", part->month);
  else if (part->month_unspecified)
    g_string_append (edtf, "-XX");
  if (part->day != 0)
    g_string_append_printf (edtf, "-%02d", part->day);
  else if (part->day_unspecified)
    g_string_append (edtf, "-XX");

  if (part->approximate || part->uncertain)
    g_string_append_c (edtf, !part->uncertain ? '~' : !part->approximate ? '?' : '%');
}

/* Whether a date stands for itself, and on the day of the week it says. */
static gboolean
is_complete (const EntDatePart *part, EntDateProblem *problem)
{
  GDate date;

  if (part->unknown)
    return TRUE;
  if (part->year == 0 && part->unspecified == 0)
    {
      if (*problem == ENT_DATE_PROBLEM_NONE)
        *problem = ENT_DATE_PROBLEM_NO_YEAR;
      return FALSE;
    }
  if (part->day != 0 && part->month == 0)
    return FALSE;
  if (part->weekday == 0)
    return TRUE;
  if (part->day == 0)
    return FALSE;

  if (!g_date_valid_dmy ((GDateDay) part->day, (GDateMonth) part->month, (GDateYear) part->year))
    return TRUE; /* EDTF refuses it, in better words */
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) part->day, (GDateMonth) part->month, (GDateYear) part->year);
  if ((int) g_date_get_weekday (&date) != part->weekday)
    {
      *problem = ENT_DATE_PROBLEM_WEEKDAY;
      return FALSE;
    }
  return TRUE;
}

/* "Since …" and "until …", once the word is read. */
static char *
read_half_open (EntDateTokens *tokens, gboolean since, EntDateProblem *problem)
{
  g_autoptr (GString) edtf = g_string_new (since ? "" : "../");
  EntDatePart part = { 0 };

  if (!ent_date_part_read (tokens, &part, problem))
    return NULL;
  ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("onwards", "onward"));
  if (part.unknown || !ent_date_tokens_at_end (tokens) || !is_complete (&part, problem))
    return NULL;

  append_edtf (edtf, &part);
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
  while (ent_date_tokens_accept (tokens, ENT_DATE_WORDS (".")))
    ;
  if (ent_date_tokens_at_end (tokens))
    return TRUE;

  ent_date_tokens_seek (tokens, position);
  return FALSE;
}

/* What was typed as EDTF, or NULL. */
static char *
translate (EntDateTokens *tokens, EntDateProblem *problem)
{
  g_autoptr (GString) edtf = g_string_new (NULL);
  EntDatePart first = { 0 };
  EntDatePart second = { 0 };
  gboolean between, from, from_english;

  if (accept_since (tokens))
    return read_half_open (tokens, TRUE, problem);
  if (accept_until (tokens))
    return read_half_open (tokens, FALSE, problem);

  between = ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("entre", "between"));
  from_english = ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("from"));
  from = between || from_english
         || ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("du", "des", "de", "d"));
  if (!ent_date_part_read (tokens, &first, problem))
    return NULL;

  if (from_english)
    ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("onwards", "onward", "on"));
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

  if (!(between ? ent_date_tokens_accept (tokens, ENT_DATE_WORDS ("et", "and"))
                : accept_to (tokens))
      || !ent_date_part_read (tokens, &second, problem) || !ent_date_tokens_at_end (tokens))
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
set_problem (GError **error, EntDateProblem problem, const char *text)
{
  g_auto (GStrv) around = NULL;
  g_autofree char *message = NULL;
  const char *format = NULL;

  switch (problem)
    {
    case ENT_DATE_PROBLEM_NO_YEAR:
      format = _("“%s” has no year. Write for example May 2024 or 24 May 2024.");
      break;
    case ENT_DATE_PROBLEM_SHORT_YEAR:
      format = _("The year of “%s” is too short. Write it with four figures, as in 24/05/2024.");
      break;
    case ENT_DATE_PROBLEM_SHORT_RANGE:
      format = _("“%s” is not a month. For a range of years write both in full, as in 2024-2029.");
      break;
    case ENT_DATE_PROBLEM_WEEKDAY:
      format = _("“%s” does not fall on that day of the week. Check the date, or leave the day "
                 "of the week out.");
      break;
    case ENT_DATE_PROBLEM_NONE:
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
  EntDateProblem problem = ENT_DATE_PROBLEM_NONE;
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

  if (edtf != NULL || (problem != ENT_DATE_PROBLEM_SHORT_RANGE && looks_like_edtf (upper)))
    g_propagate_error (error, g_steal_pointer (&edtf_error));
  else
    set_problem (error, problem, valid);
  return NULL;
}
