/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-theme-coverage.h"

#include <string.h>

#include "base/ent-text.h"
#include "rules/ent-activity.h"
#include "rules/ent-theme-activity.h"

/* More years than these are not read across; an agreement without end is shown up to today. */
#define MAX_YEARS 12
#define YEARS_AHEAD 3

static void
cell_free (gpointer data)
{
  EntCoverageCell *cell = data;

  g_ptr_array_unref (cell->held);
  g_ptr_array_unref (cell->planned);
  g_free (cell);
}

void
ent_coverage_matrix_free (EntCoverageMatrix *self)
{
  g_ptr_array_unref (self->themes);
  g_array_unref (self->years);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->undated);
  g_free (self);
}

/* First and last year of the period; the last one is 0 when it has no end. */
static gboolean
get_period (EntAgreement *agreement, int *first, int *last)
{
  const EntDate *start = agreement->effective ? agreement->effective : agreement->signed_on;
  gboolean ends = agreement->ends && !ent_date_is_open_ended (agreement->ends)
                  && ent_date_get_latest (agreement->ends) < ENT_DAY_MAX;

  *first = start ? ent_day_get_year (ent_date_get_earliest (start)) : 0;
  *last = ends ? ent_day_get_year (ent_date_get_latest (agreement->ends)) : 0;

  return *first > 0 && (*last == 0 || *last >= *first);
}

/**
 * ent_agreement_get_years:
 * @agreement: an agreement
 * @today: the day, as GDate counts them
 * @first: (out): return location of a year
 * @last: (out): return location of a year
 *
 * The years of the period of an agreement to be looked at one by one: all of them where they are
 * few, else the dozen up to shortly after @today.
 *
 * Returns: whether it has any: %FALSE when nothing says when it starts
 */
gboolean
ent_agreement_get_years (EntAgreement *agreement, int today, int *first, int *last)
{
  int this_year = ent_day_get_year (today);

  if (!get_period (agreement, first, last))
    return FALSE;
  if (*last == 0)
    *last = MAX (this_year, *first);
  if (*last - *first >= MAX_YEARS)
    {
      *last = MAX (MIN (*last, this_year + YEARS_AHEAD), *first + MAX_YEARS - 1);
      *first = *last - MAX_YEARS + 1;
    }

  return TRUE;
}

static int
compare_themes (gconstpointer a, gconstpointer b)
{
  const EntProvision *left = *(EntProvision *const *) a;
  const EntProvision *right = *(EntProvision *const *) b;

  return (left->position > right->position) - (left->position < right->position);
}

static GPtrArray *
get_themes (EntProject *project, EntAgreement *agreement)
{
  GPtrArray *themes = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (agreement)),
                                                &ent_provision_table, "agreement");

  for (guint i = themes->len; i > 0; i--)
    if (g_strcmp0 (ENT_PROVISION (g_ptr_array_index (themes, i - 1))->kind, "theme") != 0)
      g_ptr_array_remove_index (themes, i - 1);
  g_ptr_array_sort (themes, compare_themes);

  return themes;
}

static EntCoverageCell *
create_cell (EntProject *project, GPtrArray *records, int year, gboolean covered)
{
  EntCoverageCell *cell = g_new0 (EntCoverageCell, 1);

  cell->held = g_ptr_array_new ();
  cell->planned = g_ptr_array_new ();
  for (guint i = 0; i < records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (records, i);
      const EntDate *date = ent_activity_get_date (project, record);

      if (!date
          || !ent_date_touches (date, ent_day_of_year_start (year), ent_day_of_year_end (year)))
        continue;
      if (ent_activity_is_held (record))
        g_ptr_array_add (cell->held, record);
      else if (ent_activity_is_planned (record))
        g_ptr_array_add (cell->planned, record);
    }

  if (cell->held->len)
    cell->coverage = ENT_COVERAGE_HELD;
  else if (cell->planned->len)
    cell->coverage = ENT_COVERAGE_PLANNED;
  else
    cell->coverage = covered ? ENT_COVERAGE_NOTHING : ENT_COVERAGE_NO_DATA;

  return cell;
}

static void
add_theme (EntCoverageMatrix *self, EntProject *project, EntRecord *theme, GArray *covered)
{
  g_autoptr (GPtrArray) records = ent_activity_collect (project, theme);

  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);

      g_ptr_array_add (self->cells,
                       create_cell (project, records, year, ent_activity_covers (covered, year)));
    }
  for (guint i = 0; i < records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (records, i);

      if (!ent_activity_get_date (project, record)
          && (ent_activity_is_held (record) || ent_activity_is_planned (record))
          && !g_ptr_array_find (self->undated, record, NULL))
        g_ptr_array_add (self->undated, record);
    }
}

/**
 * ent_coverage_matrix_new:
 * @project: the graph
 * @agreement: an agreement
 * @today: the day, as GDate counts them
 *
 * What each theme came to in each year of the agreement. What lasts from one year into the next
 * is in both; what has no date is in none of them, but told beside.
 *
 * Returns: (transfer full): the matrix; without years when nothing says when the agreement starts
 */
EntCoverageMatrix *
ent_coverage_matrix_new (EntProject *project, EntAgreement *agreement, int today)
{
  EntCoverageMatrix *self = g_new0 (EntCoverageMatrix, 1);
  g_autoptr (GArray) covered = ent_activity_get_covered_years (project, today);
  int first = 0, last = 0, start, end;

  self->themes = get_themes (project, agreement);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->undated = g_ptr_array_new ();
  if (ent_agreement_get_years (agreement, today, &first, &last))
    {
      get_period (agreement, &start, &end);
      self->n_earlier = (guint) (first - start);
      self->n_later = (guint) MAX (end - last, 0);
      for (int year = first; year <= last; year++)
        g_array_append_val (self->years, year);
    }
  for (guint i = 0; i < self->themes->len; i++)
    add_theme (self, project, g_ptr_array_index (self->themes, i), covered);

  return self;
}

/**
 * ent_agreement_has_coverage:
 * @project: the graph
 * @agreement: an agreement
 * @today: the day, as GDate counts them
 *
 * Returns: whether its matrix has themes and years
 */
gboolean
ent_agreement_has_coverage (EntProject *project, EntAgreement *agreement, int today)
{
  g_autoptr (GPtrArray) themes = get_themes (project, agreement);
  int first, last;

  return themes->len > 0 && ent_agreement_get_years (agreement, today, &first, &last);
}

/* What @theme came to in @year, by their places in the matrix. */
const EntCoverageCell *
ent_coverage_matrix_get (const EntCoverageMatrix *self, guint theme, guint year)
{
  return g_ptr_array_index (self->cells, theme * self->years->len + year);
}

/* The word that both languages have for it, as both write it. */
static gboolean
speaks_of_indicators (EntRecord *record, const char *name)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), name);
  const char *text = ent_record_get_string (record, column);
  g_autofree char *folded = text ? ent_text_fold (text) : NULL;

  return folded && (strstr (folded, "indicateur") || strstr (folded, "indicator"));
}

/**
 * ent_agreement_find_call_for_indicators:
 * @project: the graph
 * @agreement: an agreement
 *
 * Whether an agreement wants its themes to be judged by indicators: a duty or a part of its text
 * says so.
 *
 * Returns: (transfer none) (nullable): the duty or provision that asks for them
 */
EntRecord *
ent_agreement_find_call_for_indicators (EntProject *project, EntAgreement *agreement)
{
  EntId id = ent_record_get_id (ENT_RECORD (agreement));
  g_autoptr (GPtrArray)
      duties = ent_project_get_children (project, id, &ent_obligation_table, "record");
  g_autoptr (GPtrArray)
      provisions = ent_project_get_children (project, id, &ent_provision_table, "agreement");

  for (guint i = 0; i < duties->len; i++)
    if (speaks_of_indicators (g_ptr_array_index (duties, i), "text"))
      return g_ptr_array_index (duties, i);
  for (guint i = 0; i < provisions->len; i++)
    if (speaks_of_indicators (g_ptr_array_index (provisions, i), "text"))
      return g_ptr_array_index (provisions, i);

  return NULL;
}

/**
 * ent_agreement_get_themes_without_indicator:
 * @project: the graph
 * @agreement: an agreement
 *
 * Returns: (transfer container) (element-type EntProvision): its themes by which nothing is judged
 */
GPtrArray *
ent_agreement_get_themes_without_indicator (EntProject *project, EntAgreement *agreement)
{
  GPtrArray *themes = get_themes (project, agreement);

  for (guint i = themes->len; i > 0; i--)
    if (ent_theme_get_activity (project, g_ptr_array_index (themes, i - 1)).n_indicators > 0)
      g_ptr_array_remove_index (themes, i - 1);

  return themes;
}
