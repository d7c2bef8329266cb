/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-month.h"

#include "rules/ent-agenda.h"

#define MONTHS_A_YEAR 12

static int
get_day (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

/* 1 is Monday. */
static int
get_weekday (int day)
{
  return (day - 1) % ENT_DAYS_A_WEEK + 1;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  EntEvent *left = *(EntEvent *const *) a;
  EntEvent *right = *(EntEvent *const *) b;
  int left_first = ent_date_get_earliest (left->when);
  int right_first = ent_date_get_earliest (right->when);
  int left_last = ent_date_get_latest (left->when);
  int right_last = ent_date_get_latest (right->when);

  /* What lasts longest lies above what it spans. */
  if (left_first != right_first)
    return left_first < right_first ? -1 : 1;
  if (left_last != right_last)
    return left_last > right_last ? -1 : 1;
  if (g_strcmp0 (left->start_time, right->start_time) != 0)
    return g_strcmp0 (left->start_time, right->start_time);

  return ent_record_get_id (ENT_RECORD (left)) < ent_record_get_id (ENT_RECORD (right)) ? -1 : 1;
}

static guint
find_lane (GArray *free_from, int day)
{
  int none = 0;

  for (guint i = 0; i < free_from->len; i++)
    if (g_array_index (free_from, int, i) <= day)
      return i;

  g_array_append_val (free_from, none);
  return free_from->len - 1;
}

static void
fill_week (EntMonth *self, int week, GPtrArray *events)
{
  g_autoptr (GArray) free_from = g_array_new (FALSE, FALSE, sizeof (int));
  int end = week + ENT_DAYS_A_WEEK - 1;

  for (guint i = 0; i < events->len; i++)
    {
      EntEvent *event = g_ptr_array_index (events, i);
      int first = ent_date_get_earliest (event->when);
      int last = ent_date_get_latest (event->when);
      EntMonthBar bar = { event, MAX (first, week), 0, 0, first >= week, last <= end };

      if (first > end || last < week)
        continue;
      bar.n_days = (guint) (MIN (last, end) - bar.day + 1);
      bar.lane = find_lane (free_from, bar.day);
      g_array_index (free_from, int, bar.lane) = bar.day + (int) bar.n_days;
      g_array_append_val (self->bars, bar);
    }
}

/* What is not known to the day stands beside the grid: in its month, or in its year. */
static void
take_vague (EntMonth *self, EntEvent *event)
{
  const int year_first = get_day (self->year, 1, 1);
  const int year_last = get_day (self->year, MONTHS_A_YEAR, 31);
  const EntDate *when = event->when;

  if (ent_date_get_earliest (when) > year_first || ent_date_get_latest (when) < year_last)
    {
      if (ent_date_touches (when, self->first, self->last))
        g_ptr_array_add (self->vague, event);
    }
  else
    g_ptr_array_add (self->yearly, event);
}

/**
 * ent_month_init:
 * @self: the month to fill
 * @year: its year
 * @month: 1 to 12
 * @first_weekday: the day with which weeks begin, 1 for Monday to 7 for Sunday
 * @events: (element-type EntEvent): what may lie in it; those without a date are nowhere
 *
 * A day is shown as one only where it is known: "May 2024" and "about 12 May" lie on none.
 */
void
ent_month_init (EntMonth *self, int year, int month, int first_weekday, GPtrArray *events)
{
  g_autoptr (GPtrArray) dated = g_ptr_array_new ();

  *self = (EntMonth) {
    .year = year,
    .month = month,
    .first = get_day (year, month, 1),
    .last = get_day (year, month, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year)),
    .bars = g_array_new (FALSE, FALSE, sizeof (EntMonthBar)),
    .vague = g_ptr_array_new (),
    .yearly = g_ptr_array_new (),
  };
  self->grid = self->first
               - (get_weekday (self->first) - first_weekday + ENT_DAYS_A_WEEK) % ENT_DAYS_A_WEEK;
  self->n_weeks = (guint) (self->last - self->grid) / ENT_DAYS_A_WEEK + 1;

  for (guint i = 0; i < events->len; i++)
    {
      EntEvent *event = g_ptr_array_index (events, i);

      if (ent_event_has_days (event))
        g_ptr_array_add (dated, event);
      else if (event->when)
        take_vague (self, event);
    }
  g_ptr_array_sort (dated, compare_events);
  for (guint i = 0; i < self->n_weeks; i++)
    fill_week (self, self->grid + (int) i * ENT_DAYS_A_WEEK, dated);
}

void
ent_month_clear (EntMonth *self)
{
  g_clear_pointer (&self->bars, g_array_unref);
  g_clear_pointer (&self->vague, g_ptr_array_unref);
  g_clear_pointer (&self->yearly, g_ptr_array_unref);
}

/**
 * ent_month_get_events_of_day:
 * @self: a month
 * @day: a day of its grid
 *
 * Returns: (transfer container) (element-type EntEvent): what takes place on it, in the order of
 *   its lanes
 */
GPtrArray *
ent_month_get_events_of_day (const EntMonth *self, int day)
{
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; i < self->bars->len; i++)
    {
      const EntMonthBar *bar = &g_array_index (self->bars, EntMonthBar, i);

      if (bar->day <= day && day < bar->day + (int) bar->n_days)
        g_ptr_array_add (events, bar->event);
    }

  return events;
}

/**
 * ent_month_move:
 * @day: a day, as GDate counts them
 * @n_months: how many months later, or earlier when negative
 *
 * Returns: the same day of that month, or its last one where it has no such day; @day where the
 *   calendar ends
 */
int
ent_month_move (int day, int n_months)
{
  GDate date;
  int months;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  months = g_date_get_year (&date) * MONTHS_A_YEAR + (int) g_date_get_month (&date) + n_months;
  if (months < MONTHS_A_YEAR + 1 || months > 9999 * MONTHS_A_YEAR + MONTHS_A_YEAR)
    return day;
  if (n_months >= 0)
    g_date_add_months (&date, (guint) n_months);
  else
    g_date_subtract_months (&date, (guint) -n_months);

  return (int) g_date_get_julian (&date);
}
