/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-event-parts.h"

#include "base/ent-number.h"
#include "base/ent-words.h"
#include "paper/ent-typography.h"
#include "rules/ent-agenda.h"
#include "rules/ent-follow-ups.h"
#include "rules/ent-precedence.h"

/* Who is met on the way and who receives: the others travel, or come. */
static const char *const hosts[] = { "host",      "co_organiser", "organiser",   "met",
                                     "contact",   "guest",        "initiator",   "requester",
                                     "patron",    "supporter",    "facilitator", "consulted",
                                     "follow_up", "honoured",     "origin",      NULL };

/**
 * ent_event_paper_new:
 * @project: the graph
 * @event: an event of it
 * @kind: msgid with %s for a day: which paper it is
 * @lang: its language
 * @today: the day it is made
 *
 * Begins a paper of an event with its title and what is known of it at a glance.
 *
 * Returns: (transfer full): the paper, for ent_event_paper_finish()
 */
EntEventPaper *
ent_event_paper_new (
    EntProject *project, EntEvent *event, const char *kind, const char *lang, int today)
{
  EntEventPaper *self = g_new0 (EntEventPaper, 1);
  g_auto (EntEventSentence) sentence = { 0 };
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (event), project, lang);
  g_autofree char *day = ent_day_format (today, lang);
  g_autoptr (GString) lead = g_string_new (ent_words (lang, kind));
  g_autofree char *city = NULL;
  g_autofree char *head = NULL;

  ent_event_sentence_init (&sentence, project, event);
  self->scribe = (EntScribe) { project, ent_paper_new (lang, title, today), lang, today };
  self->event = event;
  self->id = ent_record_get_id (ENT_RECORD (event));
  self->day = ent_event_has_days (event) ? ent_date_get_earliest (event->when) : today;
  self->partners = g_ptr_array_copy (sentence.partners, NULL, NULL);

  city = ent_scribe_dup_title (&self->scribe, ent_project_get_home (project));
  head = city ? g_strconcat (city, " · ", title, NULL) : g_strdup (title);
  ent_paper_set_running_head (self->scribe.paper, head);
  ent_paper_set_author (self->scribe.paper, city);
  g_string_replace (lead, "%s", day, 1);
  ent_paper_set_subject (self->scribe.paper, lead->str);
  ent_paper_add_heading (self->scribe.paper, 1, title);
  ent_paper_add_text (self->scribe.paper, ENT_PARAGRAPH_LEAD, lead->str, NULL);

  return self;
}

/**
 * ent_event_paper_finish:
 * @self: (transfer full): a paper of an event
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_event_paper_finish (EntEventPaper *self)
{
  EntPaper *paper = self->scribe.paper;

  g_ptr_array_unref (self->partners);
  g_free (self);

  return paper;
}

/**
 * ent_event_paper_get_children:
 * @self: a paper of an event
 * @table: a type
 * @column: its reference to the event
 *
 * Returns: (transfer full): the records of @table that hang on the event and may be printed
 */
GPtrArray *
ent_event_paper_get_children (EntEventPaper *self, const EntTable *table, const char *column)
{
  return ent_scribe_get_children (&self->scribe, self->id, table, column);
}

/**
 * ent_event_is_visit:
 * @event: an event
 *
 * Returns: whether the others come to us
 */
gboolean
ent_event_is_visit (EntEvent *event)
{
  return g_strcmp0 (event->direction, "in") == 0
         || (!event->direction && ent_event_group_of (event->kind) == ENT_EVENT_GROUP_RECEIVED);
}

static gboolean
is_home (EntEventPaper *self, EntParticipation *participation)
{
  return ent_scribe_is_office (&self->scribe, participation->organisation)
         || ent_scribe_is_office (&self->scribe, participation->represents);
}

/**
 * ent_event_paper_get_people:
 * @self: a paper of an event
 * @travels: those who travel or come; otherwise those who receive them, or are met
 *
 * Returns: (transfer full) (element-type EntParticipation): in order of precedence
 */
GPtrArray *
ent_event_paper_get_people (EntEventPaper *self, gboolean travels)
{
  GPtrArray *people = ent_event_paper_get_children (self, &ent_participation_table, "record");

  for (guint i = people->len; i > 0; i--)
    {
      EntParticipation *each = g_ptr_array_index (people, i - 1);
      gboolean stays = g_strv_contains (hosts, each->role ? each->role : "");

      /* What is received in our city is received by us, whatever our part is called. */
      if (ent_event_is_visit (self->event) && is_home (self, each))
        stays = TRUE;
      if (stays == travels)
        g_ptr_array_remove_index (people, i - 1);
    }
  ent_precedence_sort (self->scribe.project, people, self->day);

  return people;
}

/**
 * ent_event_paper_dup_name:
 * @self: a paper of an event
 * @participation: somebody's part in it
 *
 * Returns: (transfer full) (nullable): who it is, with the form of address; how many where they
 *   have no name
 */
char *
ent_event_paper_dup_name (EntEventPaper *self, EntParticipation *participation)
{
  g_autofree char *role = NULL;
  g_autofree char *count = NULL;

  if (participation->person)
    return ent_scribe_dup_person (&self->scribe, participation->person);
  if (participation->organisation)
    return ent_scribe_dup_title (&self->scribe, participation->organisation);
  if (participation->count == ENT_INTEGER_NONE)
    return NULL;

  role = ent_scribe_dup_choice (&self->scribe, ENT_RECORD (participation), "role");
  count = ent_number_format_integer (participation->count, self->scribe.lang);
  return g_strdup_printf ("%s%s%s", role ? role : "",
                          role ? ent_typography_get_colon (self->scribe.lang) : "", count);
}

/**
 * ent_event_paper_make_function:
 * @self: a paper of an event
 * @participation: somebody's part in it
 *
 * Returns: (transfer full): function and organisation, "–" where neither is known
 */
EntRuns *
ent_event_paper_make_function (EntEventPaper *self, EntParticipation *participation)
{
  EntRuns *runs = ent_runs_new ();
  EntId organisation = participation->represents ? participation->represents
                                                 : participation->organisation;
  g_autofree char *name = participation->person || participation->represents
                              ? ent_scribe_dup_title (&self->scribe, organisation)
                              : NULL;
  g_autofree char *function = NULL;

  ent_scribe_add_function (&self->scribe, runs, participation, self->event->when);
  function = ent_runs_dup_text (runs);
  if (name && !ent_scribe_mentions (function, name))
    {
      if (!ent_runs_is_empty (runs))
        ent_runs_add (runs, ENT_RUN_PLAIN, ", ");
      ent_runs_add (runs, ENT_RUN_PLAIN, name);
    }
  if (ent_runs_is_empty (runs))
    ent_runs_add (runs, ENT_RUN_PLAIN, "–");

  return runs;
}

static char *
dup_zone_place (EntEventPaper *self, const EntSlot *slot)
{
  g_autofree char *place = NULL;
  const char *city;

  if (slot->event->place)
    place = ent_scribe_dup_place (&self->scribe, slot->event->place);
  if (place)
    return g_steal_pointer (&place);

  /* "America/Montreal" */
  city = strrchr (slot->zone, '/');
  place = g_strdup (city ? city + 1 : slot->zone);
  return g_strdelimit (g_steal_pointer (&place), "_", ' ');
}

static const char *
get_home_zone (EntEventPaper *self)
{
  EntRecord *home = ent_project_get (self->scribe.project,
                                     ent_project_get_home (self->scribe.project));
  EntId place = home && ENT_IS_ORGANISATION (home) ? ENT_ORGANISATION (home)->place : ENT_ID_NONE;

  return ent_place_get_zone (self->scribe.project, place);
}

static char *
dup_span (int start, int end)
{
  g_autofree char *first = ent_time_to_string (start);
  g_autofree char *last = ent_time_to_string (end);

  return first && last ? g_strdup_printf ("%s–%s", first, last) : g_steal_pointer (&first);
}

/**
 * ent_event_paper_dup_hours:
 * @self: a paper of an event
 * @slot: a slot of its programme
 *
 * Returns: (transfer full): "14:00–15:30"; where the clocks of the place are not those of our
 *   city also which clock it is, and what ours shows; "–" where no hour is known
 */
char *
ent_event_paper_dup_hours (EntEventPaper *self, const EntSlot *slot)
{
  g_autofree char *hours = dup_span (slot->start, slot->end);
  g_autofree char *place = NULL;
  g_autofree char *home = NULL;
  g_autofree char *there = NULL;
  g_autofree char *here = NULL;
  int day, minutes;

  if (!hours)
    return g_strdup ("–");
  if (!ent_slot_get_time_in (slot, get_home_zone (self), &day, &minutes))
    return g_steal_pointer (&hours);

  place = dup_zone_place (self, slot);
  home = ent_scribe_dup_home_city (&self->scribe);
  here = ent_time_to_string (minutes);
  /* Translators: an hour or two, a place: "14:00–15:30 in Lyon". */
  there = g_strdup_printf (ent_words (self->scribe.lang, N_ ("%1$s in %2$s")), hours, place);
  if (!home)
    return g_steal_pointer (&there);

  {
    g_autofree char *ours = g_strdup_printf (ent_words (self->scribe.lang, N_ ("%1$s in %2$s")),
                                             here, home);
    g_autofree char *date = day != slot->day ? ent_day_format (day, self->scribe.lang) : NULL;

    return g_strdup_printf ("%s\n(%s%s%s)", there, ours, date ? ", " : "", date ? date : "");
  }
}
