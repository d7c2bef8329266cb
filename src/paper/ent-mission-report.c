/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-mission-report.h"

#include "base/ent-words.h"
#include "paper/ent-event-parts.h"
#include "paper/ent-follow-up-table.h"
#include "rules/ent-follow-ups.h"

static const char *const taken_notes[] = { "note", "quote", "context", NULL };

/* "1 June 2027, 14:00–15:30 – Meeting the mayor" */
static char *
dup_slot_heading (EntEventPaper *self, const EntSlot *slot)
{
  const EntScribe *scribe = &self->scribe;
  g_autofree char *title = ent_scribe_dup_title (scribe,
                                                 ent_record_get_id (ENT_RECORD (slot->event)));
  g_autofree char *day = slot->day ? ent_day_format (slot->day, scribe->lang)
                                   : ent_scribe_dup_date (scribe, slot->event->when);
  g_autofree char *start = ent_time_to_string (slot->start);

  if (!day)
    return g_steal_pointer (&title);

  return g_strdup_printf ("%s%s%s – %s", day, start ? ", " : "", start ? start : "", title);
}

static void
add_people_met (EntEventPaper *self, EntEvent *slot)
{
  const EntScribe *scribe = &self->scribe;
  g_autoptr (GPtrArray) people = ent_scribe_get_children (
      scribe, ent_record_get_id (ENT_RECORD (slot)), &ent_participation_table, "record");

  for (guint i = 0; i < people->len; i++)
    {
      EntParticipation *each = g_ptr_array_index (people, i);
      g_autofree char *name = g_strcmp0 (each->reply, "declined") == 0
                                  ? NULL
                                  : ent_event_paper_dup_name (self, each);
      g_autoptr (EntRuns) function = ent_runs_new ();
      EntRuns *runs;

      if (!name)
        continue;
      runs = ent_runs_new_text (name);
      ent_scribe_add_function (scribe, function, each, slot->when);
      if (!ent_runs_is_empty (function))
        {
          ent_runs_add (runs, ENT_RUN_PLAIN, ", ");
          ent_runs_add_runs (runs, function);
        }
      ent_paper_add_list_item (scribe->paper, runs);
    }
  ent_paper_end_group (scribe->paper);
}

static void
add_slot (EntEventPaper *self, const EntSlot *slot)
{
  const EntScribe *scribe = &self->scribe;
  EntId id = ent_record_get_id (ENT_RECORD (slot->event));
  g_autofree char *heading = dup_slot_heading (self, slot);
  char *place = ent_scribe_dup_place (scribe, slot->event->place);

  ent_paper_add_heading (scribe->paper, 3, heading);
  if (place)
    ent_scribe_add_value (scribe, N_ ("Place"), place);
  ent_paper_end_group (scribe->paper);
  add_people_met (self, slot->event);
  ent_scribe_add_prose (scribe, ENT_RECORD (slot->event), "text");
  ent_event_paper_add_notes (self, id, taken_notes);
}

/* What was cancelled is no part of what happened. */
static gboolean
took_place (EntEvent *event)
{
  return g_strcmp0 (event->state, "cancelled") != 0 && g_strcmp0 (event->state, "postponed") != 0;
}

static void
add_course (EntEventPaper *self)
{
  g_autoptr (GArray) slots = ent_programme_get_slots (self->scribe.project, self->event);
  gboolean any = FALSE;

  for (guint i = 0; i < slots->len; i++)
    {
      const EntSlot *slot = &g_array_index (slots, EntSlot, i);

      if (!ent_scribe_may_print (ENT_RECORD (slot->event)) || !took_place (slot->event))
        continue;
      if (!any)
        ent_scribe_add_heading (&self->scribe, 2, N_ ("What Took Place"));
      any = TRUE;
      add_slot (self, slot);
    }
}

/* Outcomes of the event and of the items of its programme. */
static GPtrArray *
list_outcomes (EntEventPaper *self, gboolean follow_ups)
{
  GPtrArray *all = ent_event_paper_get_children (self, &ent_outcome_table, "event");
  g_autoptr (GArray) slots = ent_programme_get_slots (self->scribe.project, self->event);

  for (guint i = 0; i < slots->len; i++)
    {
      EntRecord *slot = ENT_RECORD (g_array_index (slots, EntSlot, i).event);
      g_autoptr (GPtrArray) own = ent_scribe_get_children (&self->scribe, ent_record_get_id (slot),
                                                           &ent_outcome_table, "event");

      if (ent_scribe_may_print (slot))
        g_ptr_array_extend (all, own, NULL, NULL);
    }
  for (guint i = all->len; i > 0; i--)
    if (ent_outcome_is_follow_up (g_ptr_array_index (all, i - 1)) != follow_ups)
      g_ptr_array_remove_index (all, i - 1);

  return all;
}

static void
add_results (EntEventPaper *self)
{
  const EntScribe *scribe = &self->scribe;
  g_autoptr (GPtrArray) results = list_outcomes (self, FALSE);

  if (results->len == 0)
    return;

  ent_scribe_add_heading (scribe, 2, N_ ("Outcomes"));
  for (guint i = 0; i < results->len; i++)
    {
      EntRecord *result = g_ptr_array_index (results, i);
      g_autofree char *kind = ent_scribe_dup_choice (scribe, result, "kind");
      const char *foreign;
      EntRuns *runs = ent_runs_new ();

      ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, result, "title");
      if (ent_scribe_get_text (scribe, result, "text", &foreign))
        {
          ent_runs_add (runs, ENT_RUN_PLAIN, ent_runs_is_empty (runs) ? "" : ". ");
          ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, result, "text");
        }
      ent_paper_add_definition (scribe->paper, kind ? kind : "–", runs);
    }
  ent_paper_end_group (scribe->paper);
}

/**
 * ent_mission_report_build:
 * @project: the graph
 * @event: a mission, or a delegation that was received
 * @lang: language of the report: "fr", "en"
 * @today: the day it is made, a Julian day
 *
 * A draft of the report: who took part, what took place by the items of the programme with what
 * was noted on the spot, what came of it, what is still to do, what it cost.
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_mission_report_build (EntProject *project, EntEvent *event, const char *lang, int today)
{
  static const char *const costs[] = { "planned", "spent", NULL };
  EntEventPaper *self = ent_event_paper_new (project, event,
                                             /* Translators: %s: a day */
                                             ent_event_is_visit (event)
                                                 ? N_ ("Report of the visit, as of %s")
                                                 : N_ ("Mission report, as of %s"),
                                             lang, today);
  g_autoptr (GPtrArray) follow_ups = list_outcomes (self, TRUE);

  ent_event_paper_add_summary (self);
  ent_scribe_add_prose (&self->scribe, ENT_RECORD (event), "text");
  ent_event_paper_add_notes (self, self->id, taken_notes);
  ent_event_paper_add_people (self, N_ ("Delegation"), TRUE);
  ent_event_paper_add_people (self, N_ ("Hosts and People Met"), FALSE);
  add_course (self);
  add_results (self);
  ent_follow_up_table_add (&self->scribe, N_ ("Follow-ups"), follow_ups);
  ent_event_paper_add_costs (self, N_ ("Costs"), costs);
  ent_event_paper_add_decisions (self);
  ent_event_paper_add_documents (self);

  return ent_event_paper_finish (self);
}
