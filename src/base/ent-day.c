/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date.h"

#include <string.h>

static gboolean
is_day (int julian)
{
  return julian >= 1 && julian <= ent_day_of_year_end (9999);
}

/**
 * ent_day_to_iso:
 * @julian: a Julian day
 *
 * Returns: (transfer full) (nullable): the day as "2026-12-31"; %NULL where it
 *   is none of the years 1 to 9999, as %ENT_DAY_MIN and %ENT_DAY_MAX are
 */
char *
ent_day_to_iso (int julian)
{
  GDate date;

  if (!is_day (julian))
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * ent_day_parse_iso:
 * @text: (nullable): what may be a day such as "2026-12-31"
 * @julian: (out): where to put the Julian day; 0 when @text is none
 *
 * Returns: whether @text is a day of the calendar
 */
gboolean
ent_day_parse_iso (const char *text, int *julian)
{
  g_autoptr (EntDate) date = NULL;

  g_return_val_if_fail (julian != NULL, FALSE);

  *julian = 0;
  if (text == NULL || strlen (text) != strlen ("YYYY-MM-DD"))
    return FALSE;

  date = ent_date_new (text, NULL);
  if (date == NULL || ent_date_get_precision (date) != ENT_PRECISION_DAY)
    return FALSE;

  *julian = ent_date_get_earliest (date);
  return TRUE;
}

/**
 * ent_day_format:
 * @julian: a Julian day
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): the day in words, "1er mai 2024" or "1 May 2024";
 *   "" where it is none
 */
char *
ent_day_format (int julian, const char *lang)
{
  g_autoptr (EntDate) date = is_day (julian) ? ent_date_new_day (julian) : NULL;

  return date != NULL ? ent_date_format (date, lang) : g_strdup ("");
}

/**
 * ent_day_of_year_start:
 * @year: a year, 1 to 9999
 *
 * Returns: the Julian day of its 1 January
 */
int
ent_day_of_year_start (int year)
{
  GDate date;

  g_return_val_if_fail (year >= 1 && year <= 9999, 0);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

/**
 * ent_day_of_year_end:
 * @year: a year, 1 to 9999
 *
 * Returns: the Julian day of its 31 December
 */
int
ent_day_of_year_end (int year)
{
  g_return_val_if_fail (year >= 1 && year <= 9999, 0);

  return ent_day_of_year_start (year) + (g_date_is_leap_year ((GDateYear) year) ? 365 : 364);
}

/**
 * ent_day_get_year:
 * @julian: a day, as GDate counts them
 *
 * Returns: its year; 0 where @julian is no day
 */
int
ent_day_get_year (int julian)
{
  GDate date;

  if (julian <= ENT_DAY_MIN)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);

  return g_date_get_year (&date);
}

/**
 * ent_day_today:
 *
 * Reads the clock: the local day, or the day the variable ENTENTE_TODAY names
 * ("2026-12-31"), for tests and rehearsals. Rules are given the day instead of
 * calling this.
 *
 * Returns: a Julian day
 */
int
ent_day_today (void)
{
  g_autoptr (GDateTime) now = NULL;
  GDate date;
  int julian;

  if (ent_day_parse_iso (g_getenv ("ENTENTE_TODAY"), &julian))
    return julian;

  now = g_date_time_new_now_local ();
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  return (int) g_date_get_julian (&date);
}
