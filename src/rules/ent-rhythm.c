/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-rhythm.h"

static int
get_year (int day)
{
  GDate date;

  if (day <= ENT_DAY_MIN || day >= ENT_DAY_MAX)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return g_date_get_year (&date);
}

static gboolean
counts (const EntEvent *event)
{
  return g_strcmp0 (event->state, "cancelled") != 0;
}

/* How many events of the series may lie in a year; what is not known to the year may. */
static guint
count_in_year (GPtrArray *events, int year)
{
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const EntEvent *event = g_ptr_array_index (events, i);

      n += counts (event)
           && (!event->when
               || ent_date_touches (event->when, ent_day_of_year_start (year),
                                    ent_day_of_year_end (year)));
    }

  return n;
}

static void
take_event (EntRhythm *self, EntEvent *event, int today)
{
  int first = event->when ? ent_date_get_earliest (event->when) : ENT_DAY_MIN;

  self->n_events++;
  if (event->ordinal != ENT_INTEGER_NONE
      && (self->last_number == ENT_INTEGER_NONE || event->ordinal > self->last_number))
    self->last_number = event->ordinal;
  if (get_year (first) == 0)
    return;

  if (ent_date_get_latest (event->when) < today)
    {
      if (!self->last || first >= ent_date_get_earliest (self->last->when))
        self->last = event;
    }
  else if (!self->next || first < ent_date_get_earliest (self->next->when))
    self->next = event;
}

/**
 * ent_series_get_rhythm:
 * @project: the graph
 * @series: a series of it
 * @today: the day, as GDate counts them
 *
 * "At least once a year; last 2024; expected 2025, not recorded." Nothing is expected of a series
 * whose rhythm nobody recorded, nor of the years before the first event known.
 *
 * Returns: what is known; its events are borrowed
 */
EntRhythm
ent_series_get_rhythm (EntProject *project, EntSeries *series, int today)
{
  EntRhythm self = { .last_number = ENT_INTEGER_NONE };
  g_autoptr (GPtrArray) events = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (series)), &ent_event_table, "series");

  for (guint i = 0; i < events->len; i++)
    if (counts (g_ptr_array_index (events, i)))
      take_event (&self, g_ptr_array_index (events, i), today);
  if (self.last)
    self.last_year = get_year (ent_date_get_earliest (self.last->when));
  if (!self.last || series->per_year_min == ENT_INTEGER_NONE || series->per_year_min <= 0)
    return self;

  for (int year = self.last_year + 1; year <= get_year (today); year++)
    {
      guint n = count_in_year (events, year);

      if (n >= (guint) series->per_year_min)
        continue;
      self.expected_year = year;
      self.n_missing = (guint) series->per_year_min - n;
      break;
    }

  return self;
}

/**
 * ent_series_is_ours:
 * @project: the graph
 * @series: a series of it
 *
 * Returns: whether the officer's own city holds it, or is a member of what does
 */
gboolean
ent_series_is_ours (EntProject *project, EntSeries *series)
{
  EntId home = ent_project_get_home (project);
  g_autoptr (GPtrArray) memberships = NULL;

  if (home == ENT_ID_NONE)
    return TRUE;
  if (series->organisation == home)
    return TRUE;

  memberships = ent_project_get_children (project, home, &ent_membership_table, "member");
  for (guint i = 0; i < memberships->len; i++)
    if (ENT_MEMBERSHIP (g_ptr_array_index (memberships, i))->whole == series->organisation)
      return TRUE;

  return series->organisation == ENT_ID_NONE;
}
