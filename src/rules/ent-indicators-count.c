/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-indicators.h"

#include "rules/ent-activity.h"

EntFigure *
ent_figure_new (void)
{
  EntFigure *self = g_new0 (EntFigure, 1);

  self->records = g_ptr_array_new ();
  self->silent = g_ptr_array_new ();
  self->missing_years = g_array_new (FALSE, FALSE, sizeof (int));

  return self;
}

void
ent_figure_free (EntFigure *self)
{
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->silent);
  g_array_unref (self->missing_years);
  g_free (self->value);
  g_free (self->parts);
  g_free (self);
}

/* Whether the records of a kind are among those counted, whatever their day. */
static gboolean
is_counted (const char *what, EntRecord *record)
{
  const char *direction = ENT_IS_EVENT (record) ? ENT_EVENT (record)->direction : NULL;

  if (!ent_activity_is_held (record))
    return FALSE;
  if (g_str_equal (what, "outcomes"))
    return ENT_IS_OUTCOME (record);
  if (!ENT_IS_EVENT (record))
    return FALSE;
  if (g_str_equal (what, "missions"))
    return g_strcmp0 (direction, "out") == 0;
  if (g_str_equal (what, "visits") || g_str_equal (what, "people"))
    return g_strcmp0 (direction, "in") == 0;

  return TRUE;
}

/* Years of the period are counted one by one, so that those without a record are told. */
static GArray *
get_counted_years (const EntIndicatorBasis *basis, const EntDate *period, GArray *missing)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  int first = ent_day_get_year (ent_date_get_earliest (period));
  int last = ent_date_get_latest (period) == ENT_DAY_MAX
                 ? ent_day_get_year (basis->today)
                 : ent_day_get_year (ent_date_get_latest (period));

  for (int year = MAX (first, 1); year <= last; year++)
    g_array_append_vals (ent_activity_covers (basis->covered, year) ? years : missing, &year, 1);

  return years;
}

/* Within the period, and touching a year on record. */
static gboolean
is_in_years (const EntDate *date, const EntDate *period, GArray *years)
{
  if (!ent_date_touches (date, ent_date_get_earliest (period), ent_date_get_latest (period)))
    return FALSE;

  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      if (ent_date_touches (date, ent_day_of_year_start (year), ent_day_of_year_end (year)))
        return TRUE;
    }

  return FALSE;
}

static void
count_records (EntFigure *figure,
               EntProject *project,
               EntRecord *scope,
               const char *what,
               const EntDate *period,
               GArray *years)
{
  g_autoptr (GPtrArray) records = ent_activity_collect (project, scope);

  for (guint i = 0; i < records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (records, i);
      const EntDate *date = ent_activity_get_date (project, record);

      if (!is_counted (what, record))
        continue;
      if (!date)
        figure->n_undated++;
      else if (is_in_years (date, period, years))
        g_ptr_array_add (figure->records, record);
    }
}

static void
count_commitments (
    EntFigure *figure, EntProject *project, EntRecord *scope, const EntDate *period, GArray *years)
{
  EntProvision *theme = scope && ENT_IS_PROVISION (scope) ? ENT_PROVISION (scope) : NULL;
  EntId agreement = theme                               ? theme->agreement
                    : scope && ENT_IS_AGREEMENT (scope) ? ent_record_get_id (scope)
                                                        : ENT_ID_NONE;
  GListModel *list = ent_project_get_list (project, &ent_provision_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntProvision) each = g_list_model_get_item (list, i);
      g_autoptr (EntFigure) own = NULL;

      if (g_strcmp0 (each->kind, "commitment") != 0
          || (agreement ? each->agreement != agreement : scope != NULL)
          || (theme && !ent_provision_is_under (project, each, theme)))
        continue;
      own = ent_figure_new ();
      count_records (own, project, ENT_RECORD (each), "activities", period, years);
      if (own->records->len)
        g_ptr_array_add (figure->records, each);
      else if (own->n_undated)
        figure->n_undated++;
    }
}

/* The head-count, else what is recorded of those who took part; %ENT_INTEGER_NONE when nobody
 * wrote down how many there were. */
static gint64
get_people (EntProject *project, EntEvent *event)
{
  g_autoptr (GPtrArray) participations = NULL;
  gint64 n_people = ENT_INTEGER_NONE;

  if (event->headcount != ENT_INTEGER_NONE)
    return event->headcount;

  participations = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (event)),
                                             &ent_participation_table, "record");
  for (guint i = 0; i < participations->len; i++)
    {
      gint64 count = ENT_PARTICIPATION (g_ptr_array_index (participations, i))->count;

      if (count != ENT_INTEGER_NONE)
        n_people = (n_people == ENT_INTEGER_NONE ? 0 : n_people) + count;
    }

  return n_people;
}

static gint64
sum_people (EntFigure *figure, EntProject *project)
{
  gint64 sum = 0;

  for (guint i = 0; i < figure->records->len; i++)
    {
      gint64 n_people = get_people (project, g_ptr_array_index (figure->records, i));

      if (n_people == ENT_INTEGER_NONE)
        figure->n_unknown++;
      else
        sum += n_people;
    }

  return sum;
}

/**
 * ent_indicator_count:
 * @basis: the project and the day
 * @indicator: one that is counted
 * @period: of which days
 *
 * Counts what took place; what is planned, postponed or cancelled does not count. Only years of
 * which the project keeps a record are counted: without one there is no data, never nought.
 * Where all that came are of an unknown number, there is none either.
 *
 * Returns: (transfer full): the figure, and the records counted
 */
EntFigure *
ent_indicator_count (const EntIndicatorBasis *basis, EntIndicator *indicator, const EntDate *period)
{
  EntFigure *figure = ent_figure_new ();
  EntRecord *scope = ent_project_get (basis->project, indicator->record);
  g_autoptr (GArray) years = get_counted_years (basis, period, figure->missing_years);
  gint64 value;

  if (!indicator->filter || (indicator->record && !scope))
    return figure;

  if (g_str_equal (indicator->filter, "commitments"))
    count_commitments (figure, basis->project, scope, period, years);
  else
    count_records (figure, basis->project, scope, indicator->filter, period, years);
  value = figure->records->len;
  if (g_str_equal (indicator->filter, "people"))
    value = sum_people (figure, basis->project);
  if (years->len == 0 || (figure->n_unknown > 0 && figure->n_unknown == figure->records->len))
    return figure;

  figure->source = ENT_FIGURE_COUNTED;
  figure->value = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return figure;
}
