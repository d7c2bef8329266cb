/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-due-private.h"

#include "rules/ent-agreement-status.h"
#include "rules/ent-theme-activity.h"

static EntId
id_of (gpointer record)
{
  return ent_record_get_id (ENT_RECORD (record));
}

static gboolean
is_running (EntStatus status)
{
  return status == ENT_STATUS_SIGNED || status == ENT_STATUS_IN_FORCE;
}

/* In negotiation, or not to be renewed: nothing to say before the day that was chosen. */
static gboolean
is_quiet (EntDueSearch *self, EntAgreement *agreement, EntSuccessor successor)
{
  return successor == ENT_SUCCESSOR_DRAFT || g_strcmp0 (agreement->stage, "negotiation") == 0
         || g_strcmp0 (agreement->stage, "declined") == 0;
}

static int
get_day (const EntDate *date)
{
  return date && !ent_date_is_open_ended (date) ? ent_date_get_latest (date) : ENT_DAY_MAX;
}

static gboolean
is_within_lead (EntDueSearch *self, int day)
{
  return day >= self->today && day != ENT_DAY_MAX
         && self->today >= ent_due_get_lead_day (day, g_array_index (self->leads, int, 0));
}

/* The one date its card is about: the nearest of those to come, else that it is over. */
static gboolean
choose_date (EntDueSearch *self, EntAgreement *agreement, EntDueRule *rule, int *date)
{
  const EntAgreementStatus status = ent_agreement_get_status (self->project, agreement,
                                                              self->today);
  const EntSuccessor successor = ent_agreement_get_successor (self->project, agreement,
                                                              self->today);
  const struct
  {
    EntDueRule rule;
    int day;
  } days[] = {
    { ENT_DUE_NOTICE, get_day (agreement->notice_by) },
    { ENT_DUE_DECISION, get_day (agreement->decide_by) },
    { ENT_DUE_ENDS, status.ends },
  };

  if (status.status == ENT_STATUS_TERMINATED || agreement->decision
      || successor == ENT_SUCCESSOR_CONCLUDED)
    return FALSE;

  *date = ENT_DAY_MAX;
  if (is_quiet (self, agreement, successor))
    {
      *date = get_day (agreement->decide_by);
      *rule = *date <= self->today ? ENT_DUE_DECISION : ENT_DUE_NEGOTIATION;
      return *rule == ENT_DUE_DECISION || g_strcmp0 (agreement->stage, "declined") != 0;
    }
  if (status.status == ENT_STATUS_ENDED)
    {
      *rule = ENT_DUE_LAPSED;
      *date = status.ends;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (days) && is_running (status.status); i++)
    if (is_within_lead (self, days[i].day) && days[i].day < *date)
      {
        *rule = days[i].rule;
        *date = days[i].day;
      }

  return *date != ENT_DAY_MAX;
}

static void
add_planned (EntDue *due, EntProvision *theme, const EntThemeActivity *activity)
{
  g_ptr_array_add (due->planned, g_object_ref (theme));
  if (activity->first_planned == 0)
    return;
  due->first_planned = due->first_planned ? MIN (due->first_planned, activity->first_planned)
                                          : activity->first_planned;
  due->last_planned = MAX (due->last_planned, activity->last_planned);
}

static void
gather_themes (EntDueSearch *self, EntDue *due)
{
  g_autoptr (GPtrArray) provisions = ent_project_get_children (self->project, id_of (due->record),
                                                               &ent_provision_table, "agreement");

  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *provision = g_ptr_array_index (provisions, i);
      EntThemeActivity activity;

      if (g_strcmp0 (provision->kind, "theme") != 0)
        continue;
      activity = ent_theme_get_activity (self->project, provision);
      if (activity.n_held == 0 && activity.n_planned == 0)
        g_ptr_array_add (due->idle, g_object_ref (provision));
      else if (activity.n_held == 0)
        add_planned (due, provision, &activity);
    }
}

static int
compare_obligations (gconstpointer a, gconstpointer b)
{
  int left = get_day ((*(EntObligation *const *) a)->due);
  int right = get_day ((*(EntObligation *const *) b)->due);

  return left < right ? -1 : left > right;
}

static void
gather_reports (EntDueSearch *self, EntDue *due)
{
  g_autoptr (GPtrArray) obligations = ent_project_get_children (self->project, id_of (due->record),
                                                                &ent_obligation_table, "record");

  for (guint i = 0; i < obligations->len; i++)
    {
      EntObligation *obligation = g_ptr_array_index (obligations, i);

      if (g_strcmp0 (obligation->kind, "report") != 0 || obligation->settled
          || get_day (obligation->due) >= self->today)
        continue;
      g_ptr_array_add (due->reports, g_object_ref (obligation));
      g_hash_table_add (self->gathered, obligation);
    }
  g_ptr_array_sort (due->reports, compare_obligations);
}

static EntSeverity
get_severity (EntDueSearch *self, EntDueRule rule, guint level)
{
  /* So far ahead it is only to be known. */
  return rule == ENT_DUE_ENDS && level < 2 && self->leads->len > 1 ? ENT_SEVERITY_NOTE
                                                                   : ENT_SEVERITY_WARNING;
}

/*
 * ent_due_search_agreement:
 *
 * Adds what is to be said of an agreement: one card at most.
 */
void
ent_due_search_agreement (EntDueSearch *self, EntAgreement *agreement)
{
  EntDueRule rule = ENT_DUE_ENDS;
  EntDue *due;
  int date = ENT_DAY_MAX;

  if (!ent_agreement_is_ours (self->project, agreement))
    {
      const EntAgreementStatus status = ent_agreement_get_status (self->project, agreement,
                                                                  self->today);

      if (status.status == ENT_STATUS_ENDED
          && ent_agreement_get_successor (self->project, agreement, self->today)
                 != ENT_SUCCESSOR_CONCLUDED)
        ent_due_search_add (self, ENT_DUE_FOLLOWED, agreement, status.ends);
      return;
    }
  if (!choose_date (self, agreement, &rule, &date))
    return;

  due = ent_due_search_add (self, rule, agreement, date == ENT_DAY_MAX ? 0 : date);
  if (rule == ENT_DUE_NEGOTIATION)
    return;
  for (guint i = 0; i < self->leads->len && date != 0; i++)
    if (self->today >= ent_due_get_lead_day (date, g_array_index (self->leads, int, i)))
      due->level++;
  due->severity = get_severity (self, rule, due->level);
  due->planned = g_ptr_array_new_with_free_func (g_object_unref);
  due->idle = g_ptr_array_new_with_free_func (g_object_unref);
  due->reports = g_ptr_array_new_with_free_func (g_object_unref);
  gather_themes (self, due);
  gather_reports (self, due);
}
