/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-indicators.h"

#include <string.h>

#include "base/ent-number.h"

/* More decimals than these do not fit into the arithmetic; a mean gets two more than its parts. */
#define MAX_DECIMALS 9
#define DECIMALS_OF_MEAN 2

/* The values of an indicator that count for one territory, or for the whole. */
typedef struct
{
  const EntIndicatorBasis *basis;
  EntIndicator *indicator;
  GPtrArray *actuals; /* EntMeasurement, those of the parts of break-downs left out */
} Values;

static guint
count_decimals (const char *value)
{
  const char *point = strchr (value, '.');

  return point ? MIN ((guint) strlen (point + 1), MAX_DECIMALS) : 0;
}

/* As many decimals as there were, so that 0.1 and 0.2 make 0.3. */
static char *
dup_decimal (double value, guint n_decimals)
{
  char format[] = "%.0f";
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];

  format[2] = (char) ('0' + MIN (n_decimals, MAX_DECIMALS));
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  if (n_decimals > 0)
    {
      gsize length = strlen (buffer);

      while (buffer[length - 1] == '0')
        buffer[--length] = '\0';
      if (buffer[length - 1] == '.')
        buffer[--length] = '\0';
    }

  return g_strdup (g_str_equal (buffer, "-0") ? "0" : buffer);
}

static char *
aggregate (EntIndicator *indicator, GPtrArray *values)
{
  gboolean mean = g_strcmp0 (indicator->aggregation, "mean") == 0;
  guint n_decimals = 0;
  double sum = 0;

  for (guint i = 0; i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);

      sum += g_ascii_strtod (value, NULL);
      n_decimals = MAX (n_decimals, count_decimals (value));
    }

  return mean ? dup_decimal (sum / values->len, n_decimals + DECIMALS_OF_MEAN)
              : dup_decimal (sum, n_decimals);
}

static gboolean
is_rolled_up (EntIndicator *indicator)
{
  return g_strcmp0 (indicator->aggregation, "sum") == 0
         || g_strcmp0 (indicator->aggregation, "mean") == 0;
}

static gboolean
is_within (const EntDate *part, const EntDate *whole)
{
  return ent_date_get_earliest (part) >= ent_date_get_earliest (whole)
         && ent_date_get_latest (part) <= ent_date_get_latest (whole);
}

static gboolean
is_same (const EntDate *a, const EntDate *b)
{
  return is_within (a, b) && is_within (b, a);
}

static void
values_init (Values *self, const EntIndicatorBasis *basis, EntIndicator *indicator)
{
  self->basis = basis;
  self->indicator = indicator;
  self->actuals = ent_project_get_children (basis->project,
                                            ent_record_get_id (ENT_RECORD (indicator)),
                                            &ent_measurement_table, "indicator");
  for (guint i = self->actuals->len; i > 0; i--)
    {
      EntMeasurement *each = g_ptr_array_index (self->actuals, i - 1);

      if (g_strcmp0 (each->kind, "actual") != 0 || !each->value || !each->period || each->dimension)
        g_ptr_array_remove_index (self->actuals, i - 1);
    }
}

static void
values_clear (Values *self)
{
  g_ptr_array_unref (self->actuals);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Values, values_clear)

static EntMeasurement *
find_entered (Values *self, const EntDate *period, EntId territory)
{
  for (guint i = 0; i < self->actuals->len; i++)
    {
      EntMeasurement *each = g_ptr_array_index (self->actuals, i);

      if (each->territory == territory && is_same (each->period, period))
        return each;
    }

  return NULL;
}

/* Whether a longer stretch of the period has a value that holds this one already. */
static gboolean
is_in_longer (GPtrArray *parts, EntMeasurement *part)
{
  for (guint i = 0; i < parts->len; i++)
    {
      EntMeasurement *other = g_ptr_array_index (parts, i);

      if (other != part && is_within (part->period, other->period)
          && (!is_same (part->period, other->period)
              || ent_record_get_id (ENT_RECORD (other)) < ent_record_get_id (ENT_RECORD (part))))
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
collect_parts_in_time (Values *self, const EntDate *period, EntId territory)
{
  g_autoptr (GPtrArray) within = g_ptr_array_new ();
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < self->actuals->len; i++)
    {
      EntMeasurement *each = g_ptr_array_index (self->actuals, i);

      if (each->territory == territory && is_within (each->period, period))
        g_ptr_array_add (within, each);
    }
  for (guint i = 0; i < within->len; i++)
    if (!is_in_longer (within, g_ptr_array_index (within, i)))
      g_ptr_array_add (parts, g_ptr_array_index (within, i));

  return parts;
}

static void
add_missing_years (EntFigure *figure, const EntDate *period, GPtrArray *parts, int today)
{
  int first = ent_day_get_year (ent_date_get_earliest (period));
  int last = MIN (ent_day_get_year (MIN (ent_date_get_latest (period), today + 400)),
                  ent_day_get_year (today));

  for (int year = MAX (first, 1); first > 0 && year <= last; year++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < parts->len && !found; i++)
        found = ent_date_touches (ENT_MEASUREMENT (g_ptr_array_index (parts, i))->period,
                                  ent_day_of_year_start (year), ent_day_of_year_end (year));
      if (!found)
        g_array_append_val (figure->missing_years, year);
    }
}

static EntMeasurement *
find_latest (GPtrArray *parts)
{
  EntMeasurement *latest = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      EntMeasurement *each = g_ptr_array_index (parts, i);

      if (!latest || ent_date_get_latest (each->period) > ent_date_get_latest (latest->period))
        latest = each;
    }

  return latest;
}

/* From the months of a year, or the years of a period. */
static gboolean
roll_up_time (Values *self, EntFigure *figure, const EntDate *period, EntId territory)
{
  g_autoptr (GPtrArray) parts = collect_parts_in_time (self, period, territory);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  gboolean last = g_strcmp0 (self->indicator->aggregation, "last") == 0;

  if (parts->len == 0 || (!last && !is_rolled_up (self->indicator)))
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (values, ENT_MEASUREMENT (g_ptr_array_index (parts, i))->value);
  if (last)
    {
      EntMeasurement *latest = find_latest (parts);

      figure->value = g_strdup (latest->value);
      g_ptr_array_add (figure->records, latest);
    }
  else
    {
      figure->value = aggregate (self->indicator, values);
      g_ptr_array_extend (figure->records, parts, NULL, NULL);
      add_missing_years (figure, period, parts, self->basis->today);
    }
  figure->source = ENT_FIGURE_ROLLED_UP;

  return TRUE;
}

/* What was entered for the territory, or follows from shorter periods. */
static EntFigure *
get_own_figure (Values *self, const EntDate *period, EntId territory)
{
  EntFigure *figure = ent_figure_new ();
  EntMeasurement *entered = find_entered (self, period, territory);

  if (entered)
    {
      figure->source = ENT_FIGURE_ENTERED;
      figure->value = g_strdup (entered->value);
      g_ptr_array_add (figure->records, entered);
    }
  else
    roll_up_time (self, figure, period, territory);

  return figure;
}

/* From the values of territories; those without one are told. */
static void
roll_up_territories (Values *self, EntFigure *figure, const EntDate *period, GPtrArray *territories)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  if (!is_rolled_up (self->indicator))
    return;
  for (guint i = 0; i < territories->len; i++)
    {
      EntRecord *territory = g_ptr_array_index (territories, i);
      g_autoptr (EntFigure) own = get_own_figure (self, period, ent_record_get_id (territory));

      if (own->value)
        {
          g_ptr_array_add (values, g_strdup (own->value));
          g_ptr_array_extend (figure->records, own->records, NULL, NULL);
        }
      else
        g_ptr_array_add (figure->silent, territory);
    }
  if (values->len == 0)
    return;

  figure->source = ENT_FIGURE_ROLLED_UP;
  figure->value = aggregate (self->indicator, values);
}

/**
 * ent_indicator_get_territories:
 * @project: the graph
 * @indicator: an indicator
 *
 * Returns: (transfer container) (element-type EntOrganisation): those of which a value was ever
 *   entered, in the order in which they come
 */
GPtrArray *
ent_indicator_get_territories (EntProject *project, EntIndicator *indicator)
{
  g_autoptr (GPtrArray) values = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (indicator)), &ent_measurement_table, "indicator");
  GPtrArray *territories = g_ptr_array_new ();

  for (guint i = 0; i < values->len; i++)
    {
      EntMeasurement *each = g_ptr_array_index (values, i);
      EntRecord *territory = ent_project_get (project, each->territory);

      if (territory && !each->dimension && g_strcmp0 (each->kind, "actual") == 0
          && !g_ptr_array_find (territories, territory, NULL))
        g_ptr_array_add (territories, territory);
    }

  return territories;
}

static gboolean
is_other_number (const char *a, const char *b)
{
  return a && b && g_strcmp0 (a, b) != 0;
}

static EntFigure *
get_total (Values *self, const EntDate *period)
{
  EntFigure *figure = get_own_figure (self, period, ENT_ID_NONE);
  g_autoptr (GPtrArray)
      territories = ent_indicator_get_territories (self->basis->project, self->indicator);
  g_autoptr (EntFigure) parts = NULL;

  if (territories->len == 0)
    return figure;

  parts = ent_figure_new ();
  roll_up_territories (self, parts, period, territories);
  if (!figure->value)
    {
      ent_figure_free (figure);
      return g_steal_pointer (&parts);
    }
  if (parts->silent->len == 0 && is_other_number (figure->value, parts->value))
    figure->parts = g_strdup (parts->value);

  return figure;
}

/* What was written down when a report was issued stands, whatever is counted now. */
static EntFigure *
get_counted (const EntIndicatorBasis *basis, EntIndicator *indicator, const EntDate *period)
{
  EntFigure *figure = ent_indicator_count (basis, indicator, period);
  EntMeasurement *entered = ent_indicator_find_measurement (basis->project, indicator, "actual",
                                                            period, ENT_ID_NONE, NULL);

  if (!entered || !entered->value)
    return figure;

  if (is_other_number (entered->value, figure->value))
    figure->parts = g_steal_pointer (&figure->value);
  g_free (figure->value);
  figure->value = g_strdup (entered->value);
  figure->source = ENT_FIGURE_ENTERED;

  return figure;
}

/**
 * ent_indicator_get_figure:
 * @basis: the project and the day
 * @indicator: an indicator
 * @period: of which time
 * @territory: of which organisation; none for the whole
 *
 * A value that was entered stands; else it is made of shorter periods, then of territories, as
 * the indicator says that it may be. Break-downs are never added up: the same people may be in
 * several. What has no value is no data, and is told.
 *
 * Returns: (transfer full): the figure
 */
EntFigure *
ent_indicator_get_figure (const EntIndicatorBasis *basis,
                          EntIndicator *indicator,
                          const EntDate *period,
                          EntId territory)
{
  g_auto (Values) values = { NULL };

  values_init (&values, basis, indicator);
  if (territory)
    return get_own_figure (&values, period, territory);

  return indicator->filter ? get_counted (basis, indicator, period) : get_total (&values, period);
}

/**
 * ent_indicator_get_members_figure:
 * @basis: the project and the day
 * @indicator: one whose values are entered
 * @period: of which time
 * @whole: a basin, province or other whole whose members are territories
 *
 * Returns: (transfer full): what the values of the members of @whole come to; members without one
 *   are told
 */
EntFigure *
ent_indicator_get_members_figure (const EntIndicatorBasis *basis,
                                  EntIndicator *indicator,
                                  const EntDate *period,
                                  EntOrganisation *whole)
{
  g_autoptr (GPtrArray) memberships = ent_project_get_children (
      basis->project, ent_record_get_id (ENT_RECORD (whole)), &ent_membership_table, "whole");
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  EntFigure *figure = ent_figure_new ();
  g_auto (Values) values = { NULL };

  values_init (&values, basis, indicator);
  for (guint i = 0; i < memberships->len; i++)
    {
      EntRecord *member = ent_project_get (
          basis->project, ENT_MEMBERSHIP (g_ptr_array_index (memberships, i))->member);

      if (member && !g_ptr_array_find (members, member, NULL))
        g_ptr_array_add (members, member);
    }
  roll_up_territories (&values, figure, period, members);

  return figure;
}
