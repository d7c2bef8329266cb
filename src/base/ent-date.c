/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date-private.h"

#include "base/ent-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The rules are those of EDTF level 1: ISO 8601-2:2019, annex A, which grew out
 * of the Extended Date/Time Format Specification of the Library of Congress. */

#define FIRST_SEASON 21
#define LAST_SEASON 24

G_DEFINE_BOXED_TYPE (EntDate, ent_date, ent_date_ref, ent_date_unref)

static void
set_syntax_error (GError **error, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
               _("“%s” is not a date. Write for example 2024, 2024-05, 2024-05-24, 2010~ or "
                 "2024/2029."),
                 valid);
}

static int
julian_of (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

static int
end_of_month (int year, int month)
{
  return julian_of (year, month, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
}

/* A run of exactly @count digits; -1 when it is none. */
static int
read_digits (const char *text, int count)
{
  int value = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }

  return value;
}

/* The year: 2024, 201X, 20XX. */
static gboolean
read_year (const char *text, EntDateEnd *end)
{
  if (read_digits (text, 4) >= 0)
    {
      end->precision = ENT_PRECISION_YEAR;
      end->year = read_digits (text, 4);
      return TRUE;
    }
  if (read_digits (text, 3) >= 0 && text[3] == 'X')
    {
      end->precision = ENT_PRECISION_DECADE;
      end->year = read_digits (text, 3) * 10;
      return TRUE;
    }
  if (read_digits (text, 2) >= 0 && text[2] == 'X' && text[3] == 'X')
    {
      end->precision = ENT_PRECISION_CENTURY;
      end->year = read_digits (text, 2) * 100;
      return TRUE;
    }

  return FALSE;
}

/* What follows the year, up to the qualifier: nothing, a month, a month and a
 * day. XX stands for a month or a day that is not specified, and no day can be
 * specified in a month that is not. */
static gboolean
read_month_and_day (const char *text, gsize length, EntDateEnd *end)
{
  if (length == 0)
    return TRUE;
  if (end->precision != ENT_PRECISION_YEAR || (length != 3 && length != 6) || text[0] != '-')
    return FALSE;

  if (strncmp (text + 1, "XX", 2) == 0)
    end->month_unspecified = TRUE;
  else
    {
      end->month = read_digits (text + 1, 2);
      if (end->month < 1 || (end->month > 12 && end->month < FIRST_SEASON)
          || end->month > LAST_SEASON)
        return FALSE;
      end->precision = end->month > 12 ? ENT_PRECISION_SEASON : ENT_PRECISION_MONTH;
    }
  if (length == 3)
    return TRUE;

  if (text[3] != '-' || end->precision == ENT_PRECISION_SEASON)
    return FALSE;
  if (strncmp (text + 4, "XX", 2) == 0)
    {
      end->day_unspecified = TRUE;
      return TRUE;
    }
  end->day = read_digits (text + 4, 2);
  end->precision = ENT_PRECISION_DAY;
  return end->day > 0 && !end->month_unspecified;
}

static gboolean
check_calendar (const char *text, EntDateEnd *end, GError **error)
{
  if (end->precision == ENT_PRECISION_YEAR && end->year == 0)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("“%s” is out of range. Write a year from 0001 to 9999."), text);
      return FALSE;
    }
  if (end->precision == ENT_PRECISION_DAY
      && !g_date_valid_dmy ((GDateDay) end->day, (GDateMonth) end->month, (GDateYear) end->year))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("There is no day “%s” in the calendar. Check the day, or write the month "
                     "alone, such as %04d-%02d."),
                     text, MAX (end->year, 1), end->month);
      return FALSE;
    }

  return TRUE;
}

/* EDTF leaves open when a season begins. Here it is three whole months, spring
 * from March on; the winter of a year begins in its December. */
static void
set_season_bounds (EntDateEnd *end)
{
  int first = 3 * (end->month - FIRST_SEASON) + 3;
  int last = first + 2;

  end->earliest = julian_of (end->year, first, 1);
  if (last <= 12)
    end->latest = end_of_month (end->year, last);
  else
    end->latest = end->year < 9999 ? end_of_month (end->year + 1, last - 12)
                                   : ent_day_of_year_end (end->year);
}

static void
set_bounds (EntDateEnd *end)
{
  switch (end->precision)
    {
    case ENT_PRECISION_DAY:
      end->earliest = end->latest = julian_of (end->year, end->month, end->day);
      break;

    case ENT_PRECISION_MONTH:
      end->earliest = julian_of (end->year, end->month, 1);
      end->latest = end_of_month (end->year, end->month);
      break;

    case ENT_PRECISION_SEASON:
      set_season_bounds (end);
      break;

    case ENT_PRECISION_YEAR:
    case ENT_PRECISION_DECADE:
    case ENT_PRECISION_CENTURY:
      {
        int years = end->precision == ENT_PRECISION_YEAR     ? 1
                    : end->precision == ENT_PRECISION_DECADE ? 10
                                                             : 100;

        end->earliest = ent_day_of_year_start (MAX (end->year, 1));
        end->latest = ent_day_of_year_end (end->year + years - 1);
        break;
      }

    case ENT_PRECISION_INTERVAL:
      g_assert_not_reached ();
    }
}

static gboolean
read_date (const char *text, EntDateEnd *end, GError **error)
{
  gsize length = strlen (text);
  char qualifier = length > 0 ? text[length - 1] : '\0';

  end->kind = ENT_DATE_END_GIVEN;
  end->approximate = qualifier == '~' || qualifier == '%';
  end->uncertain = qualifier == '?' || qualifier == '%';
  if (end->approximate || end->uncertain)
    length--;

  if ((text[0] == 'Y' || text[0] == '-') && g_ascii_isdigit (text[text[1] == '-' ? 2 : 1])
      && g_str_is_ascii (text))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("“%s” is out of range. Write a year from 0001 to 9999."), text);
      return FALSE;
    }
  if (length < 4 || !read_year (text, end) || !read_month_and_day (text + 4, length - 4, end))
    {
      set_syntax_error (error, text);
      return FALSE;
    }
  if (!check_calendar (text, end, error))
    return FALSE;

  set_bounds (end);
  return TRUE;
}

/* One end of an interval: a date, ".." where it is open, nothing where it is
 * not known. @bound is what to take where there is no date. */
static gboolean
read_end (const char *text, int bound, EntDateEnd *end, GError **error)
{
  if (*text != '\0' && !g_str_equal (text, ".."))
    return read_date (text, end, error);

  end->kind = *text != '\0' ? ENT_DATE_END_OPEN : ENT_DATE_END_UNKNOWN;
  end->precision = ENT_PRECISION_INTERVAL;
  end->earliest = end->latest = bound;
  return TRUE;
}

static gboolean
read_interval (EntDate *date, const char *slash, GError **error)
{
  g_autofree char *first = g_strndup (date->text, (gsize) (slash - date->text));

  date->interval = TRUE;
  if (!read_end (first, ENT_DAY_MIN, &date->start, error)
      || !read_end (slash + 1, ENT_DAY_MAX, &date->end, error))
    return FALSE;

  if (date->start.kind != ENT_DATE_END_GIVEN && date->end.kind != ENT_DATE_END_GIVEN)
    {
      set_syntax_error (error, date->text);
      return FALSE;
    }
  if (date->start.earliest > date->end.latest)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("“%s” ends before it begins. Write the earlier date first, as in "
                     "2024/2029."),
                     date->text);
      return FALSE;
    }

  return TRUE;
}

/**
 * ent_date_new:
 * @edtf: a date in EDTF, level 1
 * @error: return location of an error
 *
 * Reads a date in the form it is kept in: a year, month, day or season
 * ("2024-21" is spring), unspecified digits at the right ("201X", "2024-XX"),
 * a qualifier at the end (~ approximate, ? uncertain, % both), an interval of
 * two such dates with "/", an end of which may be open ("2016/..") or unknown
 * ("2016/"). Years are 0001 to 9999. Nothing else is taken: what people type is
 * for ent_date_new_typed().
 *
 * Returns: (transfer full) (nullable): the date, or %NULL with
 *   %ENT_ERROR_INVALID_VALUE
 */
EntDate *
ent_date_new (const char *edtf, GError **error)
{
  g_autoptr (EntDate) date = NULL;
  const char *slash;

  g_return_val_if_fail (edtf != NULL, NULL);

  date = g_new0 (EntDate, 1);
  g_atomic_ref_count_init (&date->references);
  date->text = g_strdup (edtf);

  slash = strchr (date->text, '/');
  if (slash != NULL)
    return read_interval (date, slash, error) ? g_steal_pointer (&date) : NULL;
  return read_date (date->text, &date->start, error) ? g_steal_pointer (&date) : NULL;
}

/**
 * ent_date_new_day:
 * @julian: a Julian day as GDate counts, 1 to the last of the year 9999
 *
 * Returns: (transfer full): the date of that day
 */
EntDate *
ent_date_new_day (int julian)
{
  g_autofree char *iso = ent_day_to_iso (julian);

  g_return_val_if_fail (iso != NULL, NULL);

  return ent_date_new (iso, NULL);
}

/**
 * ent_date_ref:
 * @date: a date
 *
 * Returns: (transfer full): @date, with one more reference
 */
EntDate *
ent_date_ref (EntDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  g_atomic_ref_count_inc (&date->references);
  return date;
}

/**
 * ent_date_unref:
 * @date: (transfer full): a date
 *
 * Gives up one reference; the last one frees the date.
 */
void
ent_date_unref (EntDate *date)
{
  g_return_if_fail (date != NULL);

  if (!g_atomic_ref_count_dec (&date->references))
    return;

  g_free (date->text);
  g_free (date);
}

/**
 * ent_date_get_text:
 * @date: a date
 *
 * Returns: (transfer none): the date in EDTF, as it was given
 */
const char *
ent_date_get_text (const EntDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return date->text;
}

/**
 * ent_date_get_earliest:
 * @date: a date
 *
 * Returns: the first Julian day @date can mean; %ENT_DAY_MIN where its start is
 *   open or unknown
 */
int
ent_date_get_earliest (const EntDate *date)
{
  g_return_val_if_fail (date != NULL, ENT_DAY_MIN);

  return date->start.earliest;
}

/**
 * ent_date_get_latest:
 * @date: a date
 *
 * Returns: the last Julian day @date can mean; %ENT_DAY_MAX where its end is
 *   open or unknown
 */
int
ent_date_get_latest (const EntDate *date)
{
  g_return_val_if_fail (date != NULL, ENT_DAY_MAX);

  return date->interval ? date->end.latest : date->start.latest;
}

/**
 * ent_date_get_precision:
 * @date: a date
 *
 * A day or month that is not specified counts for nothing: "2024-05-XX" has the
 * precision of a month.
 *
 * Returns: the unit @date is written in
 */
EntPrecision
ent_date_get_precision (const EntDate *date)
{
  g_return_val_if_fail (date != NULL, ENT_PRECISION_YEAR);

  return date->interval ? ENT_PRECISION_INTERVAL : date->start.precision;
}

/**
 * ent_date_is_approximate:
 * @date: a date
 *
 * Returns: whether @date, or an end of it, is marked with ~ or %
 */
gboolean
ent_date_is_approximate (const EntDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return date->start.approximate || date->end.approximate;
}

/**
 * ent_date_is_uncertain:
 * @date: a date
 *
 * Returns: whether @date, or an end of it, is marked with ? or %
 */
gboolean
ent_date_is_uncertain (const EntDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return date->start.uncertain || date->end.uncertain;
}

/**
 * ent_date_is_open_ended:
 * @date: a date
 *
 * Returns: whether @date goes on, as "2016/.." does. An end that is not known,
 *   as in "2016/", is none that is open
 */
gboolean
ent_date_is_open_ended (const EntDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return date->interval && date->end.kind == ENT_DATE_END_OPEN;
}

/**
 * ent_date_touches:
 * @date: a date
 * @first: a Julian day
 * @last: a Julian day, not before @first
 *
 * Returns: whether @date can mean a day from @first to @last, both included
 */
gboolean
ent_date_touches (const EntDate *date, int first, int last)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return ent_date_get_earliest (date) <= last && ent_date_get_latest (date) >= first;
}

/**
 * ent_date_compare:
 * @a: (nullable): a date
 * @b: (nullable): another
 *
 * Orders dates by the earliest day they can mean, then by the latest, then by
 * their text. No date at all comes last.
 *
 * Returns: less than, equal to or greater than zero
 */
int
ent_date_compare (const EntDate *a, const EntDate *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  if (a->start.earliest != b->start.earliest)
    return a->start.earliest < b->start.earliest ? -1 : 1;
  if (ent_date_get_latest (a) != ent_date_get_latest (b))
    return ent_date_get_latest (a) < ent_date_get_latest (b) ? -1 : 1;
  return strcmp (a->text, b->text);
}
