/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-theme-activity.h"

#include "rules/ent-activity.h"

static void
note_planned (EntThemeActivity *activity, const EntDate *date)
{
  int day = date ? ent_date_get_earliest (date) : ENT_DAY_MIN;
  int year = day != ENT_DAY_MIN ? ent_day_get_year (day) : 0;

  activity->n_planned++;
  if (year == 0)
    return;
  activity->first_planned = activity->first_planned ? MIN (activity->first_planned, year) : year;
  activity->last_planned = MAX (activity->last_planned, year);
}

static void
count (EntThemeActivity *activity, EntProject *project, EntRecord *record, int first, int last)
{
  const EntDate *date = ent_activity_get_date (project, record);

  if (date && !ent_date_touches (date, first, last))
    return;

  if (ent_activity_is_held (record))
    activity->n_held++;
  else if (ent_activity_is_planned (record))
    note_planned (activity, date);
}

static guint
count_indicators (EntProject *project, EntProvision *theme)
{
  g_autoptr (GPtrArray) provisions = ent_project_get_children (project, theme->agreement,
                                                               &ent_provision_table, "agreement");
  guint n_indicators = 0;

  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *provision = g_ptr_array_index (provisions, i);
      g_autoptr (GPtrArray) indicators = NULL;

      if (!ent_provision_is_under (project, provision, theme))
        continue;
      indicators = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (provision)),
                                             &ent_indicator_table, "record");
      n_indicators += indicators->len;
    }

  return n_indicators;
}

/**
 * ent_theme_get_activity:
 * @project: the graph
 * @theme: a theme of an agreement
 *
 * The period runs from the entry into force, else the signature, to the end. What is cancelled
 * does not count; what has no date does. Each event counts once, however many commitments it
 * serves.
 *
 * Returns: what the theme has come to
 */
EntThemeActivity
ent_theme_get_activity (EntProject *project, EntProvision *theme)
{
  EntThemeActivity activity = { 0 };
  EntRecord *above = ent_project_get (project, theme->agreement);
  EntAgreement *agreement = above && ENT_IS_AGREEMENT (above) ? ENT_AGREEMENT (above) : NULL;
  const EntDate *start = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (!agreement)
    return activity;

  start = agreement->effective ? agreement->effective : agreement->signed_on;
  records = ent_activity_collect (project, ENT_RECORD (theme));
  for (guint i = 0; i < records->len; i++)
    count (&activity, project, g_ptr_array_index (records, i),
           start ? ent_date_get_earliest (start) : ENT_DAY_MIN,
           agreement->ends ? ent_date_get_latest (agreement->ends) : ENT_DAY_MAX);
  activity.n_indicators = count_indicators (project, theme);

  return activity;
}
