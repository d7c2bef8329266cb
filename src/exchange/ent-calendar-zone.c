/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-calendar-zone.h"

#define SECONDS_A_DAY (24 * 60 * 60)
#define DAYS_A_WEEK 7

/* A change of the clocks. */
typedef struct
{
  GDateTime *local; /* owned: what the clock showed when it was changed, counted as UTC */
  int from, to;     /* seconds east of Greenwich before and after */
  gboolean summer;
  const char *name; /* of the zone */
} Change;

/* On which Sunday (or other day) of which month the clocks change, and at what hour. */
typedef struct
{
  int from, to, month, weekday, week, seconds; /* week: -1 for the last one */
} Rule;

static void
change_clear (gpointer data)
{
  g_clear_pointer (&((Change *) data)->local, g_date_time_unref);
}

static int
find (GTimeZone *zone, gint64 instant)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);
}

static gboolean
is_same (GTimeZone *zone, int a, int b)
{
  return g_time_zone_get_offset (zone, a) == g_time_zone_get_offset (zone, b)
         && g_time_zone_is_dst (zone, a) == g_time_zone_is_dst (zone, b);
}

static void
take_change (GArray *changes, GTimeZone *zone, gint64 instant, int before, int after)
{
  Change change = { .from = g_time_zone_get_offset (zone, before),
                    .to = g_time_zone_get_offset (zone, after),
                    .summer = g_time_zone_is_dst (zone, after),
                    .name = g_time_zone_get_abbreviation (zone, after) };

  change.local = g_date_time_new_from_unix_utc (instant + change.from);
  g_array_append_val (changes, change);
}

/* The first second of the day after @instant on which the clock is no more that of @interval. */
static gint64
find_second (GTimeZone *zone, gint64 instant, int interval)
{
  gint64 low = instant;
  gint64 high = instant + SECONDS_A_DAY;

  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (is_same (zone, interval, find (zone, middle)))
        low = middle;
      else
        high = middle;
    }

  return high;
}

static gint64
get_start_of_year (int year)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (year, 1, 1, 0, 0, 0);

  return g_date_time_to_unix (start);
}

/* The clock as it is at the start, then what changes until the end. */
static GArray *
list_changes (GTimeZone *zone, gint64 start, gint64 end)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  int interval = find (zone, start);

  g_array_set_clear_func (changes, change_clear);
  take_change (changes, zone, start, interval, interval);
  for (gint64 day = start; day < end; day += SECONDS_A_DAY)
    {
      int next = find (zone, day + SECONDS_A_DAY);

      if (is_same (zone, interval, next))
        continue;
      take_change (changes, zone, find_second (zone, day, interval), interval, next);
      interval = next;
    }

  return changes;
}

static Rule
get_rule (const Change *change)
{
  int day = g_date_time_get_day_of_month (change->local);
  int month = g_date_time_get_month (change->local);
  int days = g_date_get_days_in_month ((GDateMonth) month,
                                       (GDateYear) g_date_time_get_year (change->local));

  return (Rule) {
    .from = change->from,
    .to = change->to,
    .month = month,
    .weekday = g_date_time_get_day_of_week (change->local),
    .week = day + DAYS_A_WEEK > days ? -1 : (day - 1) / DAYS_A_WEEK + 1,
    .seconds = g_date_time_get_hour (change->local) * 3600
               + g_date_time_get_minute (change->local) * 60
               + g_date_time_get_second (change->local),
  };
}

static gboolean
is_equal (const Rule *a, const Rule *b)
{
  return a->from == b->from && a->to == b->to && a->month == b->month && a->weekday == b->weekday
         && a->week == b->week && a->seconds == b->seconds;
}

/* Whether the clocks change twice in every year, always by the same two rules: most programs
 * understand that better than a list of days. */
static gboolean
is_regular (GArray *changes, int n_years)
{
  if (changes->len != (guint) n_years * 2 + 1)
    return FALSE;

  for (guint i = 3; i < changes->len; i++)
    {
      Rule rule = get_rule (&g_array_index (changes, Change, i));
      Rule earlier = get_rule (&g_array_index (changes, Change, i - 2));

      if (!is_equal (&rule, &earlier))
        return FALSE;
    }

  return TRUE;
}

static struct icaltimetype
get_local_time (const Change *change)
{
  struct icaltimetype time = icaltime_null_time ();

  time.year = g_date_time_get_year (change->local);
  time.month = g_date_time_get_month (change->local);
  time.day = g_date_time_get_day_of_month (change->local);
  time.hour = g_date_time_get_hour (change->local);
  time.minute = g_date_time_get_minute (change->local);
  time.second = g_date_time_get_second (change->local);

  return time;
}

static void
add_rule (icalcomponent *observance, const Change *change)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  Rule rule = get_rule (change);
  g_autofree char *text = g_strdup_printf ("FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", rule.month,
                                           rule.week, days[rule.weekday - 1]);

  icalcomponent_add_property (observance,
                              icalproperty_new_rrule (icalrecurrencetype_from_string (text)));
}

static void
add_observance (icalcomponent *zone, const Change *change, gboolean yearly)
{
  icalcomponent *observance = icalcomponent_new (change->summer ? ICAL_XDAYLIGHT_COMPONENT
                                                                : ICAL_XSTANDARD_COMPONENT);

  icalcomponent_add_property (observance, icalproperty_new_dtstart (get_local_time (change)));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetfrom (change->from));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetto (change->to));
  if (change->name)
    icalcomponent_add_property (observance, icalproperty_new_tzname (change->name));
  if (yearly)
    add_rule (observance, change);
  icalcomponent_add_component (zone, observance);
}

/**
 * ent_calendar_zone_new:
 * @name: name in the tz database
 * @first_year: year of the first time told in it
 * @last_year: year of the last
 *
 * The clock of a zone over these years (RFC 5545, 3.6.5). Whatever follows after them, follows
 * the rule of the last years where there is one.
 *
 * Returns: (transfer full) (nullable): a VTIMEZONE; %NULL for a zone this machine does not know
 */
icalcomponent *
ent_calendar_zone_new (const char *name, int first_year, int last_year)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  g_autoptr (GArray) changes = NULL;
  icalcomponent *component;
  gboolean regular;

  if (!zone)
    return NULL;

  /* A year more on each side: a change of the clocks is before each time that is told. */
  changes = list_changes (zone, get_start_of_year (first_year - 1),
                          get_start_of_year (last_year + 2));
  regular = is_regular (changes, last_year - first_year + 3);
  component = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);
  icalcomponent_add_property (component, icalproperty_new_tzid (name));
  for (guint i = regular ? 1 : 0; i < (regular ? 3 : changes->len); i++)
    add_observance (component, &g_array_index (changes, Change, i), regular);

  return component;
}
