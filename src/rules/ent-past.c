/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-past.h"

static gboolean
has_day (const EntDate *date)
{
  return date && ent_date_get_latest (date) != ENT_DAY_MAX
         && ent_date_get_earliest (date) != ENT_DAY_MIN;
}

static int
get_past_day (const EntDate *date, int today)
{
  return has_day (date) && ent_date_get_latest (date) < today ? ent_date_get_latest (date) : 0;
}

/**
 * ent_event_get_past_day:
 * @event: an event
 * @today: the day, as GDate counts them
 *
 * Returns: its last possible day where that is over and the event still planned or confirmed,
 *   else 0
 */
int
ent_event_get_past_day (const EntEvent *event, int today)
{
  if (g_strcmp0 (event->state, "planned") != 0 && g_strcmp0 (event->state, "confirmed") != 0)
    return 0;

  return get_past_day (event->when, today);
}

/**
 * ent_project_record_get_past_day:
 * @project: a project of the officer's
 * @today: the day, as GDate counts them
 *
 * Returns: the last possible day by which it was to begin, or else to end, where that is over
 *   and the project still planned; else 0
 */
int
ent_project_record_get_past_day (const EntProjectRecord *project, int today)
{
  if (g_strcmp0 (project->state, "planned") != 0)
    return 0;

  return get_past_day (has_day (project->since) ? project->since : project->until, today);
}
