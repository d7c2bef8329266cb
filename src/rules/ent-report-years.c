/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-report-years.h"

/* A date so vague that it would name every year of a century says nothing of a year. */
#define MAX_SPAN_YEARS 12

static void
add_years (GHashTable *years, EntDate *date, int last_year)
{
  int first, last;

  if (date == NULL || ent_date_get_earliest (date) <= ENT_DAY_MIN
      || ent_date_get_latest (date) == ENT_DAY_MAX)
    return;

  first = ent_day_get_year (ent_date_get_earliest (date));
  last = ent_day_get_year (ent_date_get_latest (date));
  if (last - first > MAX_SPAN_YEARS)
    return;
  for (int year = first; year <= MIN (last, last_year); year++)
    g_hash_table_add (years, GINT_TO_POINTER (year));
}

static void
add_table_years (
    GHashTable *years, EntProject *project, const EntTable *table, const char *name, int last_year)
{
  const EntColumn *column = ent_table_find_column (table, name);
  GListModel *list = ent_project_get_list (project, table);
  guint n_items = g_list_model_get_n_items (list);

  g_return_if_fail (column != NULL);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);

      add_years (years, ent_record_get_date (record, column), last_year);
    }
}

static int
compare_descending (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/**
 * ent_report_last_complete_year:
 * @today: a day, as GDate counts them
 *
 * Returns: the year before that of @today
 */
int
ent_report_last_complete_year (int today)
{
  return ent_day_get_year (today) - 1;
}

/**
 * ent_report_count_events:
 * @project: a project
 * @year: a year
 *
 * Returns: how many events fall, wholly or in part, in that year; the slots of a programme are
 *   not counted
 */
guint
ent_report_count_events (EntProject *project, int year)
{
  GListModel *list = ent_project_get_list (project, &ent_event_table);
  guint n_items = g_list_model_get_n_items (list);
  int first = ent_day_of_year_start (year);
  int last = ent_day_of_year_end (year);
  guint n_events = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (EntEvent) event = g_list_model_get_item (list, i);

      if (event->when != NULL && g_strcmp0 (event->kind, "slot") != 0
          && ent_date_touches (event->when, first, last))
        n_events++;
    }

  return n_events;
}

/**
 * ent_report_list_years:
 * @project: a project
 * @today: a day, as GDate counts them
 *
 * The years of which something is recorded: an event or a signature. The last complete year
 * is always among them, the years to come never.
 *
 * Returns: (transfer full) (element-type int): years, newest first
 */
GArray *
ent_report_list_years (EntProject *project, int today)
{
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (int));
  int complete = ent_report_last_complete_year (today);
  GHashTableIter iter;
  gpointer year;

  g_hash_table_add (years, GINT_TO_POINTER (complete));
  add_table_years (years, project, &ent_event_table, "when", complete + 1);
  add_table_years (years, project, &ent_agreement_table, "signed", complete + 1);

  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, &year, NULL))
    {
      int value = GPOINTER_TO_INT (year);

      g_array_append_val (list, value);
    }
  g_array_sort (list, compare_descending);

  return list;
}

/**
 * ent_agreement_find_report_owed:
 * @project: the graph
 * @agreement: an agreement of it
 * @year: a year
 *
 * Returns: (transfer none) (nullable): the obligation to report on @year, not yet settled
 */
EntObligation *
ent_agreement_find_report_owed (EntProject *project, EntAgreement *agreement, int year)
{
  g_autoptr (GPtrArray) obligations = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (agreement)), &ent_obligation_table, "record");

  for (guint i = 0; i < obligations->len; i++)
    {
      EntObligation *obligation = g_ptr_array_index (obligations, i);

      if (g_strcmp0 (obligation->kind, "report") == 0 && !obligation->settled && obligation->due
          && ent_date_touches (obligation->due, ent_day_of_year_start (year),
                               ent_day_of_year_end (year)))
        return obligation;
    }

  return NULL;
}

/**
 * ent_agreement_get_report_year:
 * @project: the graph
 * @agreement: an agreement of it
 * @today: the day
 *
 * Returns: the year of the report to make next: the first complete one that is owed, else the
 *   last complete one
 */
int
ent_agreement_get_report_year (EntProject *project, EntAgreement *agreement, int today)
{
  int last = ent_report_last_complete_year (today);

  for (int year = last - MAX_SPAN_YEARS; year < last; year++)
    if (ent_agreement_find_report_owed (project, agreement, year))
      return year;

  return last;
}
