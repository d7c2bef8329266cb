/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-anniversaries.h"

#include "rules/ent-agreement-status.h"

#define YEARS_APART 5

typedef struct
{
  EntProject *project;
  int first;
  int last;
  GPtrArray *anniversaries;
} Search;

static void
anniversary_free (gpointer data)
{
  EntAnniversary *anniversary = data;

  g_object_unref (anniversary->record);
  g_free (anniversary);
}

/* The 29 February becomes the 28th. */
static int
add_years (int day, int years)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_date_add_years (&date, (guint) years);

  return (int) g_date_get_julian (&date);
}

static void
add (Search *self, gpointer record, int start_first, int start_last, int ordinal)
{
  int years = (ent_day_get_year (self->first) - ent_day_get_year (start_last)) / YEARS_APART
              * YEARS_APART;

  for (years = MAX (years, YEARS_APART); add_years (start_first, years) <= self->last;
       years += YEARS_APART)
    {
      EntAnniversary *anniversary;

      if (add_years (start_last, years) < self->first)
        continue;
      anniversary = g_new0 (EntAnniversary, 1);
      anniversary->record = g_object_ref (record);
      anniversary->years = years;
      anniversary->first = add_years (start_first, years);
      anniversary->last = add_years (start_last, years);
      anniversary->ordinal = ordinal;
      anniversary->celebrated = ordinal ? ent_day_get_year (start_last) + ordinal : 0;
      g_ptr_array_add (self->anniversaries, anniversary);
    }
}

/* From a date so vague that it names no year, nothing can be counted. */
static gboolean
get_bounds (const EntDate *date, int *first, int *last)
{
  if (!date || ent_date_get_earliest (date) <= ENT_DAY_MIN
      || ent_date_get_latest (date) == ENT_DAY_MAX)
    return FALSE;

  *first = ent_date_get_earliest (date);
  *last = ent_date_get_latest (date);

  return ent_day_get_year (*first) == ent_day_get_year (*last);
}

/* "The 45th in 2024" tells the year as well as a date does. */
static gboolean
get_bounds_of_celebration (
    Search *self, EntAgreement *agreement, int *first, int *last, int *ordinal)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (
      self->project, ent_record_get_id (ENT_RECORD (agreement)), &ent_link_table, "target");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *source = ent_project_get (self->project, link->source);
      EntEvent *event = source && ENT_IS_EVENT (source) ? ENT_EVENT (source) : NULL;
      int year;

      if (!event || g_strcmp0 (event->kind, "anniversary") != 0 || event->ordinal <= 0
          || event->ordinal > G_MAXINT16 || !get_bounds (event->when, first, last))
        continue;
      year = ent_day_get_year (*first) - (int) event->ordinal;
      if (year < 1)
        continue;
      *first = ent_day_of_year_start (year);
      *last = ent_day_of_year_end (year);
      *ordinal = (int) event->ordinal;
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_lasting (EntAgreement *agreement)
{
  return g_strcmp0 (agreement->kind, "twinning") == 0
         || g_strcmp0 (agreement->kind, "friendship") == 0;
}

/* A partner's relation and its twinning began the same year: one anniversary. */
static gboolean
is_that_of_partner (Search *self, EntAgreement *agreement, int year)
{
  g_autoptr (GPtrArray) partners = ent_agreement_get_counterparts (self->project, agreement);

  for (guint i = 0; i < partners->len; i++)
    {
      EntOrganisation *partner = g_ptr_array_index (partners, i);
      int first, last;

      if (partner->relation_class && get_bounds (partner->origin, &first, &last)
          && ent_day_get_year (first) == year)
        return TRUE;
    }

  return FALSE;
}

static void
search_agreement (Search *self, EntAgreement *agreement)
{
  const EntStatus status = ent_agreement_get_status (self->project, agreement, self->first).status;
  int first, last, ordinal = 0;

  if (!is_lasting (agreement) || status == ENT_STATUS_ENDED || status == ENT_STATUS_TERMINATED
      || ent_agreement_get_role (self->project, agreement) == ENT_ROLE_FOLLOWED)
    return;
  if (!get_bounds (agreement->signed_on, &first, &last)
      && !get_bounds (agreement->effective, &first, &last)
      && !get_bounds_of_celebration (self, agreement, &first, &last, &ordinal))
    return;

  if (!is_that_of_partner (self, agreement, ent_day_get_year (first)))
    add (self, agreement, first, last, ordinal);
}

static void
search_organisation (Search *self, EntOrganisation *organisation)
{
  int first, last;

  if (organisation->relation_class && g_strcmp0 (organisation->maturity, "ended") != 0
      && get_bounds (organisation->origin, &first, &last))
    add (self, organisation, first, last, 0);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const EntAnniversary *left = *(const EntAnniversary *const *) a;
  const EntAnniversary *right = *(const EntAnniversary *const *) b;
  EntId left_id = ent_record_get_id (left->record);
  EntId right_id = ent_record_get_id (right->record);

  if (left->last != right->last)
    return left->last < right->last ? -1 : 1;
  if (left->years != right->years)
    return left->years > right->years ? -1 : 1;

  return left_id < right_id ? -1 : left_id > right_id;
}

/**
 * ent_anniversaries_get:
 * @project: the graph
 * @first: a day, as GDate counts them
 * @last: a later day
 *
 * Relations with partners that have a relation class, from the date they go back to; and
 * twinnings and pacts of friendship, from their signature, else their entry into force, else
 * from a celebration whose number and year are known.
 *
 * Returns: (transfer full) (element-type EntAnniversary): those of 5, 10, 15, … years that fall,
 *   wholly or in part, between the two days, the nearest first
 */
GPtrArray *
ent_anniversaries_get (EntProject *project, int first, int last)
{
  Search search = { project, first, last, g_ptr_array_new_with_free_func (anniversary_free) };
  GListModel *agreements = ent_project_get_list (project, &ent_agreement_table);
  GListModel *organisations = ent_project_get_list (project, &ent_organisation_table);

  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr (EntOrganisation) organisation = g_list_model_get_item (organisations, i);

      search_organisation (&search, organisation);
    }
  for (guint i = 0; i < g_list_model_get_n_items (agreements); i++)
    {
      g_autoptr (EntAgreement) agreement = g_list_model_get_item (agreements, i);

      search_agreement (&search, agreement);
    }
  g_ptr_array_sort (search.anniversaries, compare);

  return search.anniversaries;
}
