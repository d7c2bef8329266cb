/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-indicators.h"

#include "rules/ent-activity.h"
#include "rules/ent-theme-coverage.h"

#define MAX_DEPTH 16
#define MAX_YEARS 12

void
ent_indicator_basis_init (EntIndicatorBasis *self, EntProject *project, int today)
{
  self->project = project;
  self->today = today;
  self->covered = ent_activity_get_covered_years (project, today);
}

void
ent_indicator_basis_clear (EntIndicatorBasis *self)
{
  g_clear_pointer (&self->covered, g_array_unref);
}

/**
 * ent_indicator_get_theme:
 * @project: the graph
 * @indicator: an indicator
 *
 * Returns: (transfer none) (nullable): the theme it judges, itself or by one of its commitments
 */
EntProvision *
ent_indicator_get_theme (EntProject *project, EntIndicator *indicator)
{
  EntRecord *record = ent_project_get (project, indicator->record);

  for (int depth = 0; record && ENT_IS_PROVISION (record) && depth < MAX_DEPTH; depth++)
    {
      if (g_strcmp0 (ENT_PROVISION (record)->kind, "theme") == 0)
        return ENT_PROVISION (record);
      record = ent_project_get (project, ENT_PROVISION (record)->parent);
    }

  return NULL;
}

/**
 * ent_indicator_get_agreement:
 * @project: the graph
 * @indicator: an indicator
 *
 * Returns: (transfer none) (nullable): the agreement that it judges, whole or in part
 */
EntAgreement *
ent_indicator_get_agreement (EntProject *project, EntIndicator *indicator)
{
  EntRecord *record = ent_project_get (project, indicator->record);

  if (record && ENT_IS_PROVISION (record))
    record = ent_project_get (project, ENT_PROVISION (record)->agreement);

  return record && ENT_IS_AGREEMENT (record) ? ENT_AGREEMENT (record) : NULL;
}

static gboolean
is_same (const EntDate *a, const EntDate *b)
{
  return ent_date_get_earliest (a) == ent_date_get_earliest (b)
         && ent_date_get_latest (a) == ent_date_get_latest (b);
}

static void
add_period (GPtrArray *periods, EntDate *period)
{
  for (guint i = 0; i < periods->len; i++)
    if (is_same (g_ptr_array_index (periods, i), period))
      return;

  g_ptr_array_add (periods, ent_date_ref (period));
}

static void
add_year (GPtrArray *periods, int year)
{
  g_autofree char *text = g_strdup_printf ("%04d", year);
  g_autoptr (EntDate) date = ent_date_new (text, NULL);

  if (date)
    add_period (periods, date);
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const EntDate *left = *(EntDate *const *) a;
  const EntDate *right = *(EntDate *const *) b;
  int order = (ent_date_get_earliest (left) > ent_date_get_earliest (right))
              - (ent_date_get_earliest (left) < ent_date_get_earliest (right));

  if (order)
    return order;

  return (ent_date_get_latest (left) > ent_date_get_latest (right))
         - (ent_date_get_latest (left) < ent_date_get_latest (right));
}

static GPtrArray *
get_measurements (EntProject *project, EntIndicator *indicator)
{
  return ent_project_get_children (project, ent_record_get_id (ENT_RECORD (indicator)),
                                   &ent_measurement_table, "indicator");
}

/**
 * ent_indicator_get_periods:
 * @basis: the project and the day
 * @indicator: an indicator
 *
 * The years of its agreement, else those on record up to that of today; and every period for
 * which something was entered.
 *
 * Returns: (transfer full) (element-type EntDate): the periods, the earliest first
 */
GPtrArray *
ent_indicator_get_periods (const EntIndicatorBasis *basis, EntIndicator *indicator)
{
  GPtrArray *periods = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_date_unref);
  g_autoptr (GPtrArray) values = get_measurements (basis->project, indicator);
  EntAgreement *agreement = ent_indicator_get_agreement (basis->project, indicator);
  int last = ent_day_get_year (basis->today);
  int first = basis->covered->len ? g_array_index (basis->covered, int, 0) : last;

  if (agreement)
    ent_agreement_get_years (agreement, basis->today, &first, &last);
  for (int year = MAX (first, last - MAX_YEARS + 1); year > 0 && year <= last; year++)
    add_year (periods, year);
  for (guint i = 0; i < values->len; i++)
    {
      EntMeasurement *each = g_ptr_array_index (values, i);

      if (each->period && g_strcmp0 (each->kind, "baseline") != 0)
        add_period (periods, each->period);
    }
  g_ptr_array_sort (periods, compare_periods);

  return periods;
}

/**
 * ent_indicator_find_measurement:
 * @project: the graph
 * @indicator: an indicator
 * @kind: "baseline", "target" or "actual"
 * @period: (nullable): of which time; %NULL for any
 * @territory: of which organisation; none for the whole
 * @dimension: (nullable): of which break-down
 *
 * Returns: (transfer none) (nullable): what was entered
 */
EntMeasurement *
ent_indicator_find_measurement (EntProject *project,
                                EntIndicator *indicator,
                                const char *kind,
                                const EntDate *period,
                                EntId territory,
                                const char *dimension)
{
  g_autoptr (GPtrArray) values = get_measurements (project, indicator);

  for (guint i = 0; i < values->len; i++)
    {
      EntMeasurement *each = g_ptr_array_index (values, i);

      if (g_strcmp0 (each->kind, kind) == 0 && each->territory == territory
          && g_strcmp0 (each->dimension, dimension) == 0
          && (!period || (each->period && is_same (each->period, period))))
        return each;
    }

  return NULL;
}

/* A year, or a period for which a value was entered. */
static gboolean
is_measured_by (EntProject *project, EntIndicator *indicator, const EntDate *period)
{
  g_autoptr (GPtrArray) values = NULL;

  if (ent_date_get_precision (period) == ENT_PRECISION_YEAR)
    return TRUE;

  values = get_measurements (project, indicator);
  for (guint i = 0; i < values->len; i++)
    {
      EntMeasurement *each = g_ptr_array_index (values, i);

      if (g_strcmp0 (each->kind, "actual") == 0 && each->period && is_same (each->period, period))
        return TRUE;
    }

  return FALSE;
}

static void
find_last_value (EntIndicatorStanding *standing,
                 const EntIndicatorBasis *basis,
                 EntIndicator *indicator)
{
  g_autoptr (GPtrArray) periods = ent_indicator_get_periods (basis, indicator);

  for (guint i = periods->len; i > 0 && !standing->figure; i--)
    {
      EntDate *period = g_ptr_array_index (periods, i - 1);
      g_autoptr (EntFigure) figure = NULL;

      if (ent_date_get_earliest (period) > basis->today
          || !is_measured_by (basis->project, indicator, period))
        continue;
      figure = ent_indicator_get_figure (basis, indicator, period, ENT_ID_NONE);
      if (!figure->value)
        continue;
      standing->period = ent_date_ref (period);
      standing->figure = g_steal_pointer (&figure);
    }
}

/* That of the same period, else the next one to come, else the last one there was. */
static gboolean
is_better_target (EntMeasurement *target, EntMeasurement *than, int day)
{
  int end = ent_date_get_latest (target->period);
  int other = than ? ent_date_get_latest (than->period) : 0;

  if (!than)
    return TRUE;
  if ((end >= day) != (other >= day))
    return end >= day;

  return end >= day ? end < other : end > other;
}

static EntMeasurement *
find_target (EntProject *project, EntIndicator *indicator, const EntDate *period, int today)
{
  g_autoptr (GPtrArray) values = get_measurements (project, indicator);
  EntMeasurement *target = NULL;

  for (guint i = 0; i < values->len; i++)
    {
      EntMeasurement *each = g_ptr_array_index (values, i);

      if (g_strcmp0 (each->kind, "target") != 0 || !each->value || !each->period || each->territory
          || each->dimension)
        continue;
      if (is_better_target (each, target, period ? ent_date_get_latest (period) : today))
        target = each;
    }

  return target;
}

static gboolean
is_down (EntIndicator *indicator, EntMeasurement *baseline, double target)
{
  if (indicator->direction)
    return g_str_equal (indicator->direction, "down");

  return baseline && baseline->value && target < g_ascii_strtod (baseline->value, NULL);
}

/* The end of a day in years, so that a third of three years is one, with a leap year among them or
 * not. */
static double
get_moment (int day)
{
  int year = ent_day_get_year (day);
  int start = ent_day_of_year_start (year);

  return year + (double) (day + 1 - start) / (ent_day_of_year_end (year) + 1 - start);
}

static double
get_share (int first, int last, int day)
{
  double start = get_moment (first), end = get_moment (last);

  return end > start ? CLAMP ((get_moment (day) - start) / (end - start), 0, 1) : 1;
}

/* What should have been reached by now on a straight way to the target; FALSE when there is no
 * telling. */
static gboolean
get_expected (EntIndicatorStanding *standing,
              EntIndicator *indicator,
              int today,
              double target,
              double *expected)
{
  const EntDate *end = standing->target->period;
  gboolean ends = ent_date_get_latest (end) < ENT_DAY_MAX;
  const EntMeasurement *baseline = standing->baseline;
  gboolean adds_up = indicator->filter || g_strcmp0 (indicator->aggregation, "sum") == 0;

  if (!ends)
    return FALSE;
  if (baseline && baseline->value && baseline->period
      && ent_date_get_latest (baseline->period) < ENT_DAY_MAX)
    {
      double start = g_ascii_strtod (baseline->value, NULL);
      int day = MIN (ent_date_get_latest (standing->period), today);

      *expected = start
                  + (target - start)
                        * get_share (ent_date_get_latest (baseline->period),
                                     ent_date_get_latest (end), day);
      return TRUE;
    }
  if (!adds_up || ent_date_get_earliest (end) > today)
    return FALSE;

  *expected = target
              * get_share (ent_date_get_earliest (end) - 1, ent_date_get_latest (end), today);
  return TRUE;
}

static EntIndicatorState
judge (EntIndicatorStanding *standing, EntIndicator *indicator, int today)
{
  double value = g_ascii_strtod (standing->judged->value, NULL);
  double target = g_ascii_strtod (standing->target->value, NULL);
  gboolean down = is_down (indicator, standing->baseline, target);
  gboolean met = down ? value <= target : value >= target;
  gboolean adds_up = indicator->filter || g_strcmp0 (indicator->aggregation, "sum") == 0;
  gboolean over = ent_date_get_latest (standing->target->period) < today;
  double expected;

  if (g_strcmp0 (indicator->direction, "none") == 0)
    return ENT_INDICATOR_UNJUDGED;
  /* What adds up and must stay below is not safe before the time is over. */
  if (met)
    return down && adds_up && !over ? ENT_INDICATOR_ON_TRACK : ENT_INDICATOR_MET;
  if (over)
    return ent_date_get_latest (standing->period) >= ent_date_get_latest (standing->target->period)
               ? ENT_INDICATOR_MISSED
               : ENT_INDICATOR_BEHIND;
  if (down && adds_up
      && ent_date_get_earliest (standing->period)
             >= ent_date_get_earliest (standing->target->period))
    return ENT_INDICATOR_MISSED;
  if (!get_expected (standing, indicator, today, target, &expected))
    return ENT_INDICATOR_OPEN;

  return (down ? value <= expected : value >= expected) ? ENT_INDICATOR_ON_TRACK
                                                        : ENT_INDICATOR_BEHIND;
}

static gboolean
is_part_of (const EntDate *part, const EntDate *whole)
{
  return !is_same (part, whole) && ent_date_get_earliest (part) >= ent_date_get_earliest (whole)
         && ent_date_get_latest (part) <= ent_date_get_latest (whole);
}

/**
 * ent_indicator_get_standing:
 * @basis: the project and the day
 * @indicator: an indicator
 *
 * Holds the last value against the target of its period, or the next one; against a target of
 * several years, what these come to so far. Without a direction, less is better only where the
 * target lies below the baseline.
 *
 * Returns: where the indicator stands; free with ent_indicator_standing_clear ()
 */
EntIndicatorStanding
ent_indicator_get_standing (const EntIndicatorBasis *basis, EntIndicator *indicator)
{
  EntIndicatorStanding standing = { ENT_INDICATOR_NO_DATA };
  int year = ent_day_get_year (basis->today);

  find_last_value (&standing, basis, indicator);
  standing.target = find_target (basis->project, indicator, standing.period, basis->today);
  standing.baseline = ent_indicator_find_measurement (basis->project, indicator, "baseline", NULL,
                                                      ENT_ID_NONE, NULL);
  if (!standing.figure)
    return standing;

  standing.is_current = ent_date_touches (standing.period, ent_day_of_year_start (year),
                                          ent_day_of_year_end (year));
  if (!standing.target)
    {
      standing.state = ENT_INDICATOR_NO_TARGET;
      return standing;
    }

  standing.judged = ent_indicator_get_figure (basis, indicator,
                                              is_part_of (standing.period, standing.target->period)
                                                  ? standing.target->period
                                                  : standing.period,
                                              ENT_ID_NONE);
  standing.state = standing.judged->value ? judge (&standing, indicator, basis->today)
                                          : ENT_INDICATOR_OPEN;

  return standing;
}

void
ent_indicator_standing_clear (EntIndicatorStanding *self)
{
  g_clear_pointer (&self->period, ent_date_unref);
  g_clear_pointer (&self->figure, ent_figure_free);
  g_clear_pointer (&self->judged, ent_figure_free);
}
