/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-facts-private.h"

#include <string.h>

#include "base/ent-text.h"
#include "paper/ent-report-plan.h"
#include "paper/ent-typography.h"
#include "rules/ent-agreement-status.h"

/* What came of events: outcomes, signatures, projects and their money. */

#define DEPTH_MAX 6

static const char *
get_label (EntRecord *record, const char *column)
{
  return ent_table_find_column (ent_record_get_table (record), column)->label;
}

static void
add_labelled (
    EntFacts *facts, GPtrArray *details, EntRecord *record, const char *column, const char *value)
{
  ent_facts_add_value (facts, details, ent_words (facts->scribe.lang, get_label (record, column)),
                       value);
}

static void
add_column (EntFacts *facts, GPtrArray *details, EntRecord *record, const char *column)
{
  const char *foreign;
  EntRuns *runs;

  if (!ent_scribe_get_text (&facts->scribe, record, column, &foreign))
    return;
  runs = ent_facts_add_detail (details);
  ent_scribe_add_label (&facts->scribe, runs,
                        ent_words (facts->scribe.lang, get_label (record, column)));
  ent_scribe_add_text (&facts->scribe, runs, ENT_RUN_PLAIN, record, column);
}

static void
add_organisation (
    EntFacts *facts, GPtrArray *details, EntRecord *record, const char *column, EntId organisation)
{
  g_autofree char *name = ent_scribe_dup_title (&facts->scribe, organisation);

  add_labelled (facts, details, record, column, name);
}

/* An honour is granted one day and its insignia may be handed over years later. */
static void
add_honour_dates (EntFacts *facts, EntOutcome *self, GPtrArray *details)
{
  const char *lang = facts->scribe.lang;
  g_autofree char *granted = ent_scribe_dup_date (&facts->scribe, self->granted);
  g_autofree char *delivered = ent_scribe_dup_date (&facts->scribe, self->delivered);

  ent_facts_add_value (facts, details, ent_words (lang, N_ ("Title granted")), granted);
  ent_facts_add_value (facts, details, ent_words (lang, N_ ("Insignia presented")), delivered);
}

static void
add_dates (EntFacts *facts, EntOutcome *self, GPtrArray *details)
{
  g_autofree char *granted = ent_scribe_dup_date (&facts->scribe, self->granted);
  g_autofree char *delivered = ent_scribe_dup_date (&facts->scribe, self->delivered);
  g_autofree char *due = ent_scribe_dup_date (&facts->scribe, self->due);

  if (g_strcmp0 (self->kind, "honour") == 0)
    {
      add_honour_dates (facts, self, details);
    }
  else
    {
      add_labelled (facts, details, ENT_RECORD (self), "granted", granted);
      add_labelled (facts, details, ENT_RECORD (self), "delivered", delivered);
    }
  add_labelled (facts, details, ENT_RECORD (self), "due", due);
}

static void
add_state (EntFacts *facts, EntRecord *record, const char *value, GPtrArray *details)
{
  g_autofree char *state = ent_scribe_dup_choice (&facts->scribe, record, "state");

  if (value && !g_str_equal (value, "done"))
    add_labelled (facts, details, record, "state", state);
}

static void
add_outcome_details (EntFacts *facts, EntOutcome *self, GPtrArray *details)
{
  EntRecord *record = ENT_RECORD (self);
  g_autofree char *title = ent_record_dup_title (record, facts->scribe.project, facts->scribe.lang);
  g_autofree char *person = ent_scribe_dup_person (&facts->scribe, self->honoured);
  g_autofree char *name = ent_scribe_dup_title (&facts->scribe, self->honoured);
  g_autofree char *place = ent_scribe_dup_place (&facts->scribe, self->place);

  if (!ent_scribe_mentions (title, name))
    add_labelled (facts, details, record, "honoured", person);
  if (!ent_scribe_is_office (&facts->scribe, self->giver) && self->giver != facts->subject
      && g_strcmp0 (self->kind, "contact") != 0)
    add_organisation (facts, details, record, "giver", self->giver);
  if (!ent_scribe_is_office (&facts->scribe, self->receiver) && self->receiver != facts->subject)
    add_organisation (facts, details, record, "receiver", self->receiver);
  add_dates (facts, self, details);
  add_column (facts, details, record, "material");
  add_column (facts, details, record, "maker");
  if (g_strcmp0 (self->kind, "work") == 0 && !ent_scribe_mentions (title, place))
    add_labelled (facts, details, record, "place", place);
  add_state (facts, record, self->state, details);
  ent_facts_add_people (facts, record, details);
  if (ent_facts_needs_prose (facts, record))
    {
      ent_scribe_add_text (&facts->scribe, ent_facts_add_detail (details), ENT_RUN_PLAIN, record,
                           "text");
      add_column (facts, details, record, "reason");
    }
  ent_facts_add_documents (facts, record, details);
}

static void
add_parts (EntFacts *facts, EntOutcome *self, EntRuns *runs, guint depth)
{
  g_autoptr (GPtrArray) parts = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (ENT_RECORD (self)), &ent_outcome_table, "parent");

  for (guint i = 0; i < parts->len && depth < DEPTH_MAX; i++)
    {
      EntOutcome *part = g_ptr_array_index (parts, i);
      g_autoptr (GPtrArray) details = ent_facts_details_new ();

      if (!ent_facts_may_take (facts, ENT_RECORD (part)))
        continue;
      ent_facts_take (facts, ENT_RECORD (part));
      ent_runs_add (runs, ENT_RUN_PLAIN, "\n– ");
      ent_scribe_add_text (&facts->scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (part), "title");
      add_outcome_details (facts, part, details);
      ent_facts_join (runs, details, " · ");
      add_parts (facts, part, runs, depth + 1);
    }
}

/* The kind is the term: "Donation or loan". */
void
ent_facts_print_outcome (EntFacts *facts, EntOutcome *outcome)
{
  g_autofree char *kind = ent_scribe_dup_choice (&facts->scribe, ENT_RECORD (outcome), "kind");
  g_autoptr (GPtrArray) details = ent_facts_details_new ();
  EntRuns *runs = ent_runs_new ();

  ent_facts_take (facts, ENT_RECORD (outcome));
  ent_scribe_add_text (&facts->scribe, runs, ENT_RUN_BOLD, ENT_RECORD (outcome), "title");
  add_outcome_details (facts, outcome, details);
  ent_facts_join (runs, details, "\n");
  add_parts (facts, outcome, runs, 0);
  ent_paper_add_definition (facts->scribe.paper, kind ? kind : "", runs);
}

/* The outcomes of an event, within its row. */
void
ent_facts_add_outcomes (EntFacts *facts, EntEvent *event, GPtrArray *details)
{
  g_autoptr (GPtrArray) outcomes = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (ENT_RECORD (event)), &ent_outcome_table, "event");

  for (guint i = 0; i < outcomes->len; i++)
    {
      EntOutcome *outcome = g_ptr_array_index (outcomes, i);
      g_autofree char *kind = ent_scribe_dup_choice (&facts->scribe, ENT_RECORD (outcome), "kind");
      g_autoptr (GPtrArray) more = ent_facts_details_new ();
      EntRuns *runs;

      if (!ent_facts_may_take (facts, ENT_RECORD (outcome)))
        continue;
      ent_facts_take (facts, ENT_RECORD (outcome));
      runs = ent_facts_add_detail (details);
      if (kind && g_strcmp0 (outcome->kind, "contact") != 0)
        ent_scribe_add_label (&facts->scribe, runs, kind);
      ent_scribe_add_text (&facts->scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (outcome), "title");
      add_outcome_details (facts, outcome, more);
      ent_facts_join (runs, more, " · ");
      add_parts (facts, outcome, runs, 0);
    }
}

static void
add_signatories (EntFacts *facts, EntSigning *signing, EntRuns *runs)
{
  g_autoptr (GPtrArray) signatories = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (ENT_RECORD (signing)), &ent_signatory_table,
      "signing");
  g_autoptr (GPtrArray) values = ent_facts_details_new ();
  g_autoptr (EntRuns) joined = ent_runs_new ();

  for (guint i = 0; i < signatories->len; i++)
    {
      EntSignatory *signatory = g_ptr_array_index (signatories, i);
      g_autofree char *person = ent_scribe_dup_person (&facts->scribe, signatory->person);
      EntRuns *value;

      if (!person || !ent_scribe_may_print (ENT_RECORD (signatory)))
        continue;
      value = ent_facts_add_detail (values);
      ent_runs_add (value, ENT_RUN_PLAIN, person);
      if (signatory->function)
        {
          ent_runs_add (value, ENT_RUN_PLAIN, ", ");
          ent_scribe_add_text (&facts->scribe, value, ENT_RUN_PLAIN, ENT_RECORD (signatory),
                               "function");
        }
    }
  if (values->len == 0)
    return;

  ent_runs_add (runs, ENT_RUN_PLAIN, " · ");
  ent_scribe_add_label (&facts->scribe, runs, ent_words (facts->scribe.lang, N_ ("Signatories")));
  ent_facts_join (joined, values, ent_typography_get_semicolon (facts->scribe.lang));
  ent_runs_add_runs (runs, joined);
}

/* Whether a person signs at the event, and is named there. */
gboolean
ent_facts_is_signatory (EntFacts *facts, EntRecord *record, EntId person)
{
  g_autoptr (GPtrArray) signings = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (record), &ent_signing_table, "event");

  for (guint i = 0; person && i < signings->len; i++)
    {
      EntRecord *signing = g_ptr_array_index (signings, i);
      g_autoptr (GPtrArray) signatories = ent_project_get_children (
          facts->scribe.project, ent_record_get_id (signing), &ent_signatory_table, "signing");

      for (guint j = 0; j < signatories->len; j++)
        if (ENT_SIGNATORY (g_ptr_array_index (signatories, j))->person == person
            && ent_scribe_may_print (signing))
          return TRUE;
    }

  return FALSE;
}

/* The agreements signed at an event. */
void
ent_facts_add_signings (EntFacts *facts, EntEvent *event, GPtrArray *details)
{
  g_autoptr (GPtrArray) signings = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (ENT_RECORD (event)), &ent_signing_table, "event");

  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);
      EntRecord *agreement = ent_project_get (facts->scribe.project, signing->agreement);
      EntRuns *runs;

      if (!ent_scribe_may_print (ENT_RECORD (signing)) || !ent_scribe_may_print (agreement))
        continue;
      ent_facts_take (facts, agreement);
      g_hash_table_add (facts->mentioned, agreement);
      runs = ent_facts_add_detail (details);
      ent_scribe_add_label (&facts->scribe, runs,
                            ent_words (facts->scribe.lang, N_ ("Agreement signed")));
      ent_scribe_add_text (&facts->scribe, runs, ENT_RUN_PLAIN, agreement, "title");
      add_signatories (facts, signing, runs);
    }
}

/* Their own city is printed in the entry's heading or in the state: the others by side. */
static char *
dup_parties (EntFacts *facts, EntAgreement *agreement, const char *tier)
{
  g_autoptr (GPtrArray) parties = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (ENT_RECORD (agreement)), &ent_party_table,
      "agreement");
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    {
      EntParty *party = g_ptr_array_index (parties, i);
      g_autofree char *name = ent_scribe_dup_title_on (
          &facts->scribe, party->organisation,
          ent_agreement_get_day (facts->scribe.project, party->agreement));

      if (!name || g_strcmp0 (party->tier ? party->tier : "party", tier) != 0)
        continue;
      g_string_append_printf (
          names, "%s%s", names->len ? ent_typography_get_semicolon (facts->scribe.lang) : "", name);
    }

  return g_string_free (names, FALSE);
}

void
ent_facts_print_agreement (EntFacts *facts, EntAgreement *agreement)
{
  static const char *const tiers[] = { "party", "partner", "witness", "facilitator" };
  EntRecord *record = ENT_RECORD (agreement);
  g_autofree char *kind = ent_scribe_dup_choice (&facts->scribe, record, "kind");
  g_autofree char *signed_on = ent_scribe_dup_date (&facts->scribe, agreement->signed_on);
  g_autoptr (GPtrArray) details = ent_facts_details_new ();
  EntRuns *runs = ent_runs_new ();

  ent_facts_take (facts, record);
  ent_scribe_add_text (&facts->scribe, runs, ENT_RUN_BOLD, record, "title");
  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    {
      g_autofree char *parties = dup_parties (facts, agreement, tiers[i]);
      const char *const labels[] = { N_ ("Parties"), N_ ("Co-signatory partners"), N_ ("Witnesses"),
                                     N_ ("Facilitators") };

      ent_facts_add_value (facts, details, ent_words (facts->scribe.lang, labels[i]), parties);
    }
  add_labelled (facts, details, record, "signed", signed_on);
  add_column (facts, details, record, "label");
  ent_facts_add_documents (facts, record, details);
  ent_facts_join (runs, details, "\n");
  ent_paper_add_definition (facts->scribe.paper, kind ? kind : "", runs);
}

/* What is planned has a beginning ahead of it, what is done an end behind it. */
static char *
dup_project_period (EntFacts *facts, EntProjectRecord *self)
{
  if (g_strcmp0 (self->state, "planned") == 0 && !self->until)
    return ent_scribe_dup_date (&facts->scribe, self->since);
  if (g_strcmp0 (self->state, "done") == 0 && !self->since)
    return ent_scribe_dup_date (&facts->scribe, self->until);

  return ent_scribe_dup_period (&facts->scribe, self->since, self->until);
}

static void
add_project_title (EntFacts *facts, EntRuns *runs, EntProjectRecord *self, gboolean nested)
{
  EntRecord *record = ENT_RECORD (self);
  g_autofree char *title = ent_record_dup_title (record, facts->scribe.project, facts->scribe.lang);
  g_autofree char *state = ent_scribe_dup_choice (&facts->scribe, record, "state");
  g_autofree char *period = dup_project_period (facts, self);
  EntRecord *whole = nested ? ent_project_get (facts->scribe.project, self->parent) : NULL;

  ent_scribe_add_text (&facts->scribe, runs, nested ? ENT_RUN_PLAIN : ENT_RUN_BOLD, record,
                       "title");
  if (state)
    {
      ent_runs_add (runs, ENT_RUN_PLAIN, " · ");
      ent_runs_add (runs, ENT_RUN_ITALIC, state);
    }
  if (period)
    {
      ent_runs_add (runs, ENT_RUN_PLAIN, " · ");
      ent_runs_add (runs, ENT_RUN_PLAIN, period);
    }
  if (g_strcmp0 (self->kind, "lot") != 0)
    ent_facts_add_place (facts, runs, title, self->place, whole);
}

static void
add_project_details (EntFacts *facts, EntProjectRecord *self, GPtrArray *details)
{
  EntRecord *record = ENT_RECORD (self);
  g_autofree char *budget = ent_scribe_dup_money (&facts->scribe, self->budget, self->currency);

  ent_facts_add_people (facts, record, details);
  if (self->budget)
    add_labelled (facts, details, record, "budget", budget);
  if (ent_facts_needs_prose (facts, record))
    ent_scribe_add_text (&facts->scribe, ent_facts_add_detail (details), ENT_RUN_PLAIN, record,
                         "text");
  ent_facts_add_documents (facts, record, details);
}

/* Parts of a project, each on a line, deeper ones further in. A part that stays the same year
 * after year is printed where an entry asks for it. */
static void
add_project_parts (EntFacts *facts, EntProjectRecord *self, EntRuns *runs, guint depth)
{
  g_autoptr (GPtrArray) parts = ent_project_get_children (facts->scribe.project,
                                                          ent_record_get_id (ENT_RECORD (self)),
                                                          &ent_project_record_table, "parent");

  ent_report_sort (parts, &facts->scribe);
  for (guint i = 0; i < parts->len && depth < DEPTH_MAX; i++)
    {
      EntProjectRecord *part = g_ptr_array_index (parts, i);
      g_autoptr (GPtrArray) details = ent_facts_details_new ();

      if (!ent_facts_may_take (facts, ENT_RECORD (part)))
        continue;
      ent_facts_take (facts, ENT_RECORD (part));
      ent_runs_add (runs, ENT_RUN_PLAIN, "\n");
      for (guint j = 0; j < depth; j++)
        ent_runs_add (runs, ENT_RUN_PLAIN, "\u2003");
      ent_runs_add (runs, ENT_RUN_PLAIN, "– ");
      add_project_title (facts, runs, part, TRUE);
      add_project_details (facts, part, details);
      ent_facts_join (runs, details, " · ");
      add_project_parts (facts, part, runs, depth + 1);
    }
}

void
ent_facts_print_project (EntFacts *facts, EntProjectRecord *project)
{
  g_autofree char *kind = ent_scribe_dup_choice (&facts->scribe, ENT_RECORD (project), "kind");
  g_autoptr (GPtrArray) details = ent_facts_details_new ();
  g_autoptr (GPtrArray) subsidies = NULL;
  EntRuns *runs = ent_runs_new ();

  ent_facts_take (facts, ENT_RECORD (project));
  add_project_title (facts, runs, project, FALSE);
  add_project_details (facts, project, details);
  ent_facts_join (runs, details, "\n");
  add_project_parts (facts, project, runs, 0);
  ent_paper_add_definition (facts->scribe.paper, kind ? kind : "", runs);

  subsidies = ent_project_get_children (facts->scribe.project,
                                        ent_record_get_id (ENT_RECORD (project)),
                                        &ent_subsidy_table, "project");
  for (guint i = 0; i < subsidies->len; i++)
    ent_facts_add (facts, g_ptr_array_index (subsidies, i));
}

static void
add_obligations (EntFacts *facts, EntRecord *record, GPtrArray *details)
{
  g_autoptr (GPtrArray) obligations = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (record), &ent_obligation_table, "record");

  for (guint i = 0; i < obligations->len; i++)
    {
      EntObligation *obligation = g_ptr_array_index (obligations, i);
      g_autofree char *kind = ent_scribe_dup_choice (&facts->scribe, ENT_RECORD (obligation),
                                                     "kind");
      g_autofree char *due = ent_scribe_dup_date (&facts->scribe, obligation->due);
      g_autofree char *settled = ent_scribe_dup_date (&facts->scribe, obligation->settled);
      g_autoptr (GPtrArray) more = ent_facts_details_new ();
      EntRuns *runs;

      if (!ent_scribe_may_print (ENT_RECORD (obligation)))
        continue;
      runs = ent_facts_add_detail (details);
      if (kind)
        ent_scribe_add_label (&facts->scribe, runs, kind);
      ent_scribe_add_text (&facts->scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (obligation), "text");
      add_labelled (facts, more, ENT_RECORD (obligation), "due", due);
      add_labelled (facts, more, ENT_RECORD (obligation), "settled", settled);
      ent_facts_join (runs, more, " · ");
    }
}

void
ent_facts_print_subsidy (EntFacts *facts, EntSubsidy *subsidy)
{
  EntRecord *record = ENT_RECORD (subsidy);
  g_autofree char *amount = ent_scribe_dup_money (&facts->scribe, subsidy->amount,
                                                  subsidy->currency);
  g_autofree char *years = ent_scribe_dup_date (&facts->scribe, subsidy->years);
  g_autoptr (GPtrArray) details = ent_facts_details_new ();
  EntRuns *runs = ent_runs_new ();

  ent_facts_take (facts, record);
  add_organisation (facts, details, record, "funder", subsidy->funder);
  add_organisation (facts, details, record, "beneficiary", subsidy->beneficiary);
  add_organisation (facts, details, record, "implementer", subsidy->implementer);
  add_labelled (facts, details, record, "years", years);
  add_labelled (facts, details, record, "amount", amount);
  add_obligations (facts, record, details);
  ent_facts_add_documents (facts, record, details);
  ent_facts_join (runs, details, "\n");
  ent_paper_add_definition (facts->scribe.paper, ent_words (facts->scribe.lang, N_ ("Subsidy")),
                            runs);
}
