/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-report-table.h"

#include <string.h>

#include "base/ent-number.h"
#include "base/ent-text.h"
#include "paper/ent-agreement-lines.h"
#include "rules/ent-activity.h"
#include "rules/ent-agreement-status.h"

/* How far the list of what is planned looks. */
#define YEARS_AHEAD 10

typedef struct
{
  const EntScribe *scribe;
  const EntReportScope *scope;
  const EntReportEntry *entry;
} EntReportTable;

static int
compare_agreements (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntScribe *scribe = user_data;
  EntAgreement *left = *(EntAgreement *const *) a;
  EntAgreement *right = *(EntAgreement *const *) b;
  g_autofree char *left_partner = ent_agreement_line_partners (scribe, left);
  g_autofree char *right_partner = ent_agreement_line_partners (scribe, right);
  int order = ent_text_collate (left_partner, right_partner, scribe->lang);

  if (order == 0)
    {
      g_autofree char *left_title = ent_record_dup_title (ENT_RECORD (left), scribe->project,
                                                          scribe->lang);
      g_autofree char *right_title = ent_record_dup_title (ENT_RECORD (right), scribe->project,
                                                           scribe->lang);

      order = ent_text_collate (left_title, right_title, scribe->lang);
    }

  return order;
}

/* Whether a later agreement, signed by that day, took its place. */
static gboolean
is_superseded (const EntReportTable *self, EntAgreement *agreement, int day)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (
      self->scribe->project, ent_record_get_id (ENT_RECORD (agreement)), &ent_link_table, "target");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *later = ent_project_get (self->scribe->project, link->source);

      if ((g_strcmp0 (link->kind, "renews") == 0 || g_strcmp0 (link->kind, "replaces") == 0)
          && later && ENT_IS_AGREEMENT (later) && ENT_AGREEMENT (later)->signed_on
          && ent_date_get_earliest (ENT_AGREEMENT (later)->signed_on) <= day)
        return TRUE;
    }

  return FALSE;
}

/* Whether it began after that day: a report of an earlier year does not know it. */
static gboolean
begins_later (const EntReportTable *self, EntAgreement *agreement, int day)
{
  const EntDate *begins = agreement->signed_on ? agreement->signed_on : agreement->effective;

  return begins && ent_date_get_earliest (begins) > day;
}

/* Whether it is one with the partner the report is about. */
static gboolean
is_with_subject (const EntReportTable *self, EntAgreement *agreement)
{
  g_autoptr (GPtrArray) counterparts = NULL;

  if (!self->scope->id)
    return TRUE;

  counterparts = ent_agreement_get_counterparts (self->scribe->project, agreement);
  for (guint i = 0; i < counterparts->len; i++)
    if (ent_record_get_id (g_ptr_array_index (counterparts, i)) == self->scope->id)
      return TRUE;

  return FALSE;
}

/* Those the city is a party to, and that stand on the last day of the period. */
static GPtrArray *
find_agreements (const EntReportTable *self)
{
  GListModel *list = ent_project_get_list (self->scribe->project, &ent_agreement_table);
  GPtrArray *found = g_ptr_array_new ();
  int day = self->scope->last;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntAgreement) agreement = g_list_model_get_item (list, i);
      EntStatus status = ent_agreement_get_status (self->scribe->project, agreement, day).status;
      gboolean stands = status == ENT_STATUS_IN_FORCE || status == ENT_STATUS_SIGNED
                        || status == ENT_STATUS_VALIDITY_UNKNOWN;

      if (stands && !begins_later (self, agreement, day) && !is_superseded (self, agreement, day)
          && ent_scribe_may_print (ENT_RECORD (agreement)) && is_with_subject (self, agreement)
          && ent_agreement_get_role (self->scribe->project, agreement) == ENT_ROLE_PARTY)
        g_ptr_array_add (found, agreement);
    }
  g_ptr_array_sort_with_data (found, compare_agreements, (gpointer) self->scribe);

  return found;
}

/* The heading, what the officer wrote below it, and the head of the table. */
static void
begin_table (const EntReportTable *self,
             const char *const *labels,
             guint n_labels,
             const double *widths)
{
  g_autofree EntRuns **cells = g_new0 (EntRuns *, n_labels);

  ent_paper_add_heading (self->scribe->paper, 1, self->entry->heading);
  if (self->entry->section)
    ent_scribe_add_prose (self->scribe, ENT_RECORD (self->entry->section), "text");
  ent_paper_begin_table (self->scribe->paper, n_labels, widths);
  for (guint i = 0; i < n_labels; i++)
    cells[i] = ent_runs_new_text (ent_words (self->scribe->lang, labels[i]));
  ent_paper_add_row (self->scribe->paper, cells);
}

static EntRuns *
take_cell (char *text)
{
  g_autofree char *owned = text;

  return ent_runs_new_text (owned ? owned : "–");
}

static gboolean
add_agreements (const EntReportTable *self)
{
  static const char *const labels[] = { N_ ("Agreement"), N_ ("With"), N_ ("Signed"), N_ ("Period"),
                                        N_ ("State") };
  static const double widths[] = { 30, 20, 17, 14, 22 };
  g_autoptr (GPtrArray) agreements = find_agreements (self);

  if (agreements->len == 0)
    return FALSE;

  begin_table (self, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < agreements->len; i++)
    {
      EntAgreement *agreement = g_ptr_array_index (agreements, i);
      EntRuns *cells[] = {
        ent_runs_new (),
        take_cell (ent_agreement_line_partners (self->scribe, agreement)),
        take_cell (ent_agreement_line_signed (self->scribe, agreement)),
        take_cell (ent_agreement_line_period (self->scribe, agreement)),
        take_cell (ent_agreement_line_state (self->scribe, agreement, self->scope->last)),
      };

      ent_scribe_add_text (self->scribe, cells[0], ENT_RUN_PLAIN, ENT_RECORD (agreement), "title");
      ent_paper_add_row (self->scribe->paper, cells);
    }

  return TRUE;
}

/* What hangs on the subject of the report, %NULL for the office: everything does. */
static GHashTable *
find_activity (const EntReportTable *self)
{
  EntRecord *subject = ent_project_get (self->scribe->project, self->scope->id);
  g_autoptr (GPtrArray) activity = NULL;
  GHashTable *found;

  if (!self->scope->id || !subject)
    return NULL;

  activity = ent_activity_collect (self->scribe->project, subject);
  found = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < activity->len; i++)
    g_hash_table_add (found, g_ptr_array_index (activity, i));

  return found;
}

static gboolean
is_in_scope (const EntReportTable *self, GHashTable *wanted, EntRecord *record)
{
  EntRecord *partner;

  if (!wanted || g_hash_table_contains (wanted, record))
    return TRUE;

  partner = ent_report_get_partner (self->scribe->project, record);
  return partner && ent_record_get_id (partner) == self->scope->id;
}

/* Plans of the years that follow; a report of long ago does not tell those of today. */
static gboolean
is_ahead (const EntReportTable *self, const EntDate *date)
{
  return date && ent_date_get_earliest (date) > self->scope->last
         && ent_date_get_earliest (date)
                <= ent_day_of_year_end (ent_day_get_year (self->scope->last) + YEARS_AHEAD);
}

static GPtrArray *
find_planned (const EntReportTable *self)
{
  EntProject *project = self->scribe->project;
  g_autoptr (GHashTable) wanted = find_activity (self);
  GListModel *events = ent_project_get_list (project, &ent_event_table);
  GListModel *projects = ent_project_get_list (project, &ent_project_record_table);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (EntEvent) event = g_list_model_get_item (events, i);
      gboolean planned = g_strcmp0 (event->state, "planned") == 0
                         || g_strcmp0 (event->state, "confirmed") == 0;

      if (planned && is_ahead (self, event->when) && g_strcmp0 (event->kind, "slot") != 0
          && ent_scribe_may_print (ENT_RECORD (event))
          && ent_report_event_is_ours (self->scribe->project, event)
          && is_in_scope (self, wanted, ENT_RECORD (event)))
        g_ptr_array_add (found, event);
    }
  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (EntProjectRecord) part = g_list_model_get_item (projects, i);

      if (g_strcmp0 (part->state, "planned") == 0 && is_ahead (self, part->since)
          && ent_scribe_may_print (ENT_RECORD (part))
          && is_in_scope (self, wanted, ENT_RECORD (part)))
        g_ptr_array_add (found, part);
    }
  ent_report_sort (found, self->scribe);

  return found;
}

/* With whom: the partner of the event or agreement, or who does the work. */
static char *
dup_with (const EntReportTable *self, EntRecord *record)
{
  EntRecord *partner = NULL;
  EntId id = ENT_ID_NONE;

  if (ENT_IS_EVENT (record))
    partner = ent_report_get_partner (self->scribe->project, record);
  if (partner)
    id = ent_record_get_id (partner);

  for (EntRecord *part = record; !id && part && ENT_IS_PROJECT_RECORD (part);
       part = ent_project_get (self->scribe->project, ENT_PROJECT_RECORD (part)->parent))
    {
      g_autoptr (GPtrArray) participations = ent_project_get_children (
          self->scribe->project, ent_record_get_id (part), &ent_participation_table, "record");

      for (guint i = 0; !id && i < participations->len; i++)
        {
          EntParticipation *participation = g_ptr_array_index (participations, i);

          if (!ent_scribe_is_office (self->scribe, participation->organisation))
            id = participation->organisation;
        }
    }

  return ent_scribe_dup_title (self->scribe, id);
}

static gboolean
add_planned (const EntReportTable *self)
{
  static const char *const labels[] = { N_ ("What"), N_ ("When"), N_ ("With") };
  static const double widths[] = { 52, 22, 28 };
  g_autoptr (GPtrArray) planned = find_planned (self);

  if (planned->len == 0)
    return FALSE;

  begin_table (self, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < planned->len; i++)
    {
      EntRecord *record = g_ptr_array_index (planned, i);
      g_autofree char *when = NULL;
      EntRuns *cells[3] = { ent_runs_new () };

      if (ENT_IS_EVENT (record))
        when = ent_scribe_dup_date (self->scribe, ENT_EVENT (record)->when);
      else
        when = ent_scribe_dup_date (self->scribe, ENT_PROJECT_RECORD (record)->since);
      ent_scribe_add_text (self->scribe, cells[0], ENT_RUN_PLAIN, record, "title");
      cells[1] = take_cell (g_steal_pointer (&when));
      cells[2] = take_cell (dup_with (self, record));
      ent_paper_add_row (self->scribe->paper, cells);
    }

  return TRUE;
}

static GPtrArray *
find_events (const EntReportTable *self, gboolean travelling)
{
  g_autoptr (GPtrArray) records = ent_report_scope_collect (self->scribe->project, self->scope);
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (records, i);

      if (ENT_IS_EVENT (record)
          && (!travelling || g_strcmp0 (ENT_EVENT (record)->direction, "in") == 0
              || g_strcmp0 (ENT_EVENT (record)->direction, "out") == 0))
        g_ptr_array_add (events, record);
    }
  ent_report_sort (events, self->scribe);

  return events;
}

static gboolean
add_delegations (const EntReportTable *self)
{
  static const char *const labels[] = { N_ ("When"), N_ ("What"), N_ ("Direction"), N_ ("With"),
                                        N_ ("Head-count") };
  static const double widths[] = { 20, 34, 14, 22, 12 };
  g_autoptr (GPtrArray) events = find_events (self, TRUE);

  if (events->len == 0)
    return FALSE;

  begin_table (self, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < events->len; i++)
    {
      EntEvent *event = g_ptr_array_index (events, i);
      EntRuns *cells[] = {
        take_cell (ent_scribe_dup_date (self->scribe, event->when)),
        ent_runs_new (),
        take_cell (ent_scribe_dup_choice (self->scribe, ENT_RECORD (event), "direction")),
        take_cell (dup_with (self, ENT_RECORD (event))),
        take_cell (event->headcount == ENT_INTEGER_NONE
                       ? NULL
                       : ent_number_format_integer (event->headcount, self->scribe->lang)),
      };

      ent_scribe_add_text (self->scribe, cells[1], ENT_RUN_PLAIN, ENT_RECORD (event), "title");
      ent_paper_add_row (self->scribe->paper, cells);
    }

  return TRUE;
}

static gboolean
is_of_scope (const EntReportTable *self, EntSubsidy *subsidy)
{
  return ent_scribe_may_print (ENT_RECORD (subsidy)) && subsidy->years
         && ent_date_touches (subsidy->years, self->scope->first, self->scope->last)
         && (!self->scope->id || subsidy->project == self->scope->id
             || subsidy->funder == self->scope->id || subsidy->beneficiary == self->scope->id
             || subsidy->implementer == self->scope->id);
}

static gboolean
add_subsidies (const EntReportTable *self)
{
  static const char *const labels[] = { N_ ("Project"), N_ ("Funder"), N_ ("Beneficiary"),
                                        N_ ("Amount"), N_ ("Period") };
  static const double widths[] = { 32, 24, 20, 14, 12 };
  GListModel *list = ent_project_get_list (self->scribe->project, &ent_subsidy_table);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntSubsidy) subsidy = g_list_model_get_item (list, i);

      if (!is_of_scope (self, subsidy))
        continue;
      if (!any)
        begin_table (self, labels, G_N_ELEMENTS (labels), widths);
      any = TRUE;
      ent_paper_add_row (
          self->scribe->paper,
          (EntRuns *[]) {
              take_cell (ent_scribe_dup_title (self->scribe, subsidy->project)),
              take_cell (ent_scribe_dup_title (self->scribe, subsidy->funder)),
              take_cell (ent_scribe_dup_title (self->scribe, subsidy->beneficiary)),
              take_cell (ent_scribe_dup_money (self->scribe, subsidy->amount, subsidy->currency)),
              take_cell (ent_scribe_dup_date (self->scribe, subsidy->years)),
          });
    }

  return any;
}

/* "03" for a day known to the month, "–" for a year alone. */
static char *
dup_month (const EntReportTable *self, EntEvent *event)
{
  g_autofree char *iso = event->when ? ent_day_to_iso (ent_date_get_earliest (event->when)) : NULL;
  g_autoptr (EntDate) month = NULL;

  if (!iso || ent_date_get_precision (event->when) == ENT_PRECISION_YEAR)
    return NULL;
  iso[strlen ("2024-01")] = '\0';
  month = ent_date_new (iso, NULL);

  return month ? ent_date_format (month, self->scribe->lang) : NULL;
}

/* How many activities each has, in the order in which they come. */
static void
count (GPtrArray *names, GHashTable *counts, char *name)
{
  g_autofree char *owned = name ? name : g_strdup ("–");
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, owned));

  if (n == 0)
    g_ptr_array_add (names, g_strdup (owned));
  g_hash_table_insert (counts, g_strdup (owned), GUINT_TO_POINTER (n + 1));
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer counts)
{
  const char *left = *(const char *const *) a;
  const char *right = *(const char *const *) b;
  guint n_left = GPOINTER_TO_UINT (g_hash_table_lookup (counts, left));
  guint n_right = GPOINTER_TO_UINT (g_hash_table_lookup (counts, right));

  return n_left != n_right ? (n_left < n_right ? 1 : -1) : g_strcmp0 (left, right);
}

static void
add_counts (const EntReportTable *self, GPtrArray *events, const char *label, gboolean by_partner)
{
  static const double widths[] = { 70, 30 };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  EntRuns *head[] = { ent_runs_new_text (ent_words (self->scribe->lang, label)),
                      ent_runs_new_text (ent_words (self->scribe->lang, N_ ("Activities"))) };

  for (guint i = 0; i < events->len; i++)
    {
      EntRecord *event = g_ptr_array_index (events, i);

      count (names, counts,
             by_partner ? dup_with (self, event) : dup_month (self, ENT_EVENT (event)));
    }
  if (by_partner)
    g_ptr_array_sort_with_data (names, compare_counts, counts);
  ent_paper_begin_table (self->scribe->paper, G_N_ELEMENTS (widths), widths);
  ent_paper_add_row (self->scribe->paper, head);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      EntRuns *cells[] = { ent_runs_new_text (name),
                           take_cell (ent_number_format_integer (
                               GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)),
                               self->scribe->lang)) };

      ent_paper_add_row (self->scribe->paper, cells);
    }
}

static gboolean
add_statistics (const EntReportTable *self)
{
  g_autoptr (GPtrArray) events = find_events (self, FALSE);

  if (events->len == 0)
    return FALSE;

  ent_paper_add_heading (self->scribe->paper, 1, self->entry->heading);
  if (self->entry->section)
    ent_scribe_add_prose (self->scribe, ENT_RECORD (self->entry->section), "text");
  add_counts (self, events, N_ ("Month"), FALSE);
  ent_paper_end_group (self->scribe->paper);
  add_counts (self, events, N_ ("Partner"), TRUE);

  return TRUE;
}

/**
 * ent_report_table_add:
 * @scribe: who writes
 * @scope: what the report is about
 * @entry: a part of it that is a table
 *
 * The heading and the table; nothing where it would have no row.
 *
 * Returns: whether anything was added
 */
gboolean
ent_report_table_add (const EntScribe *scribe,
                      const EntReportScope *scope,
                      const EntReportEntry *entry)
{
  EntReportTable table = { scribe, scope, entry };

  switch (entry->kind)
    {
    case ENT_REPORT_AGREEMENTS:
      return add_agreements (&table);
    case ENT_REPORT_PLANNED:
      return add_planned (&table);
    case ENT_REPORT_DELEGATIONS:
      return add_delegations (&table);
    case ENT_REPORT_SUBSIDIES:
      return add_subsidies (&table);
    case ENT_REPORT_STATISTICS:
      return add_statistics (&table);
    case ENT_REPORT_SECTION:
    case ENT_REPORT_ENTRY:
    case ENT_REPORT_N_KINDS:
    default:
      return FALSE;
    }
}
