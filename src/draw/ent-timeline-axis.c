/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-timeline.h"

#include "base/ent-words.h"

/* A unit is taken when its words, of so many font sizes, have room. */
static const struct
{
  EntTimelineUnit unit;
  double days;
  double room;
} ladder[] = {
  { ENT_TIMELINE_MONTHS, 30.4, 9 },
  { ENT_TIMELINE_QUARTERS, 91.3, 5 },
  { ENT_TIMELINE_YEARS, 365.25, 3.2 },
};

/**
 * ent_timeline_get_unit:
 * @view: a scale
 *
 * Returns: the finest unit whose words have room
 */
EntTimelineUnit
ent_timeline_get_unit (const EntTimelineView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (ladder); i++)
    if (ladder[i].days / view->days_per_pixel >= ladder[i].room * view->font_size)
      return ladder[i].unit;

  return ENT_TIMELINE_DECADES;
}

/**
 * ent_timeline_get_tick:
 * @unit: a unit of the axis
 * @day: a day
 * @step: how many units further
 *
 * Returns: the first day of the unit in which @day lies, or of that @step units later
 */
int
ent_timeline_get_tick (EntTimelineUnit unit, int day, int step)
{
  static const int months[] = { 1, 3, 12, 120 };
  int size = months[unit];
  GDate date;
  int month;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  month = g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1;
  month = MAX ((month / size + step) * size, 12);
  g_date_set_dmy (&date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));

  return (int) g_date_get_julian (&date);
}

/**
 * ent_timeline_dup_tick_words:
 * @unit: a unit of the axis
 * @day: the first day of one
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): "March 2024", "Q1 2024", "2024"
 */
char *
ent_timeline_dup_tick_words (EntTimelineUnit unit, int day, const char *lang)
{
  g_autoptr (EntDate) month = NULL;
  g_autofree char *edtf = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (unit == ENT_TIMELINE_QUARTERS)
    /* Translators: a quarter of a year, its number and the year */
    return g_strdup_printf (ent_words (lang, "Q%1$d %2$d"),
                            ((int) g_date_get_month (&date) - 1) / 3 + 1, g_date_get_year (&date));
  if (unit != ENT_TIMELINE_MONTHS)
    return g_strdup_printf ("%d", g_date_get_year (&date));

  edtf = g_strdup_printf ("%04d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date));
  month = ent_date_new (edtf, NULL);

  return ent_date_format (month, lang);
}
