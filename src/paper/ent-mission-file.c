/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-mission-file.h"

#include "base/ent-words.h"
#include "paper/ent-agreement-lines.h"
#include "paper/ent-event-parts.h"
#include "paper/ent-follow-up-table.h"
#include "rules/ent-agenda.h"
#include "rules/ent-contacts.h"
#include "rules/ent-follow-ups.h"

/* How many earlier contacts a file recalls. */
#define N_CONTACTS 10

static EntRuns *
make_item (EntEventPaper *self, EntEvent *slot)
{
  const EntScribe *scribe = &self->scribe;
  EntRuns *runs = ent_runs_new ();
  g_autofree char *place = ent_scribe_dup_place (scribe, slot->place);

  ent_scribe_add_text (scribe, runs, ENT_RUN_BOLD, ENT_RECORD (slot), "title");
  if (place)
    {
      ent_runs_add (runs, ENT_RUN_PLAIN, "\n");
      ent_runs_add (runs, ENT_RUN_PLAIN, place);
    }
  if (g_strcmp0 (slot->state, "cancelled") == 0 || g_strcmp0 (slot->state, "postponed") == 0)
    {
      g_autofree char *state = ent_scribe_dup_choice (scribe, ENT_RECORD (slot), "state");

      ent_runs_add (runs, ENT_RUN_PLAIN, "\n");
      ent_runs_add (runs, ENT_RUN_ITALIC, state);
    }

  return runs;
}

static EntRuns *
make_people (EntEventPaper *self, EntEvent *slot)
{
  g_autoptr (GPtrArray) people = ent_scribe_get_children (
      &self->scribe, ent_record_get_id (ENT_RECORD (slot)), &ent_participation_table, "record");
  EntRuns *runs = ent_runs_new ();

  for (guint i = 0; i < people->len; i++)
    {
      EntParticipation *each = g_ptr_array_index (people, i);
      g_autofree char *name = ent_event_paper_dup_name (self, each);
      g_autoptr (EntRuns) function = ent_runs_new ();

      if (!name)
        continue;
      if (!ent_runs_is_empty (runs))
        ent_runs_add (runs, ENT_RUN_PLAIN, "\n");
      ent_runs_add (runs, ENT_RUN_PLAIN, name);
      ent_scribe_add_function (&self->scribe, function, each, slot->when);
      if (ent_runs_is_empty (function))
        continue;
      ent_runs_add (runs, ENT_RUN_PLAIN, ", ");
      ent_runs_add_runs (runs, function);
    }
  if (ent_runs_is_empty (runs))
    ent_runs_add (runs, ENT_RUN_PLAIN, "–");

  return runs;
}

static void
begin_day (EntEventPaper *self, const EntSlot *slot)
{
  static const char *const labels[] = { N_ ("Hours"), N_ ("Item"), N_ ("With") };
  static const double widths[] = { 22, 44, 34 };
  g_autofree char *day = slot->day ? ent_day_format (slot->day, self->scribe.lang)
                                   : ent_scribe_dup_date (&self->scribe, slot->event->when);
  g_autofree char *heading = ent_scribe_capitalise (
      day ? day : ent_words (self->scribe.lang, N_ ("Day not recorded")));

  ent_paper_end_group (self->scribe.paper);
  ent_paper_add_heading (self->scribe.paper, 3, heading);
  ent_scribe_begin_table (&self->scribe, labels, G_N_ELEMENTS (labels), widths);
}

static gboolean
is_other_day (const EntSlot *slot, const EntSlot *before)
{
  const char *date = slot->event->when ? ent_date_get_text (slot->event->when) : NULL;
  const char *other = before->event->when ? ent_date_get_text (before->event->when) : NULL;

  return slot->day != before->day || (slot->day == 0 && g_strcmp0 (date, other) != 0);
}

static void
add_programme (EntEventPaper *self)
{
  g_autoptr (GArray) slots = ent_programme_get_slots (self->scribe.project, self->event);
  const EntSlot *before = NULL;

  for (guint i = 0; i < slots->len; i++)
    {
      const EntSlot *slot = &g_array_index (slots, EntSlot, i);
      EntRuns *cells[3];

      if (!ent_scribe_may_print (ENT_RECORD (slot->event)))
        continue;
      if (!before)
        ent_scribe_add_heading (&self->scribe, 2, N_ ("Programme"));
      if (!before || is_other_day (slot, before))
        begin_day (self, slot);
      before = slot;
      cells[0] = ent_scribe_take_cell (ent_event_paper_dup_hours (self, slot));
      cells[1] = make_item (self, slot->event);
      cells[2] = make_people (self, slot->event);
      ent_paper_add_row (self->scribe.paper, cells);
    }
  if (before)
    ent_paper_end_group (self->scribe.paper);
}

/* Those who are in the delegation, meet it or take part in an item, once each. */
static GPtrArray *
list_persons (EntEventPaper *self)
{
  GPtrArray *persons = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = ent_event_paper_get_people (self, TRUE);
  g_autoptr (GPtrArray) others = ent_event_paper_get_people (self, FALSE);
  g_autoptr (GArray) slots = ent_programme_get_slots (self->scribe.project, self->event);

  g_ptr_array_extend (all, others, NULL, NULL);
  for (guint i = 0; i < slots->len; i++)
    {
      EntRecord *slot = ENT_RECORD (g_array_index (slots, EntSlot, i).event);
      g_autoptr (GPtrArray) people = ent_scribe_get_children (
          &self->scribe, ent_record_get_id (slot), &ent_participation_table, "record");

      if (ent_scribe_may_print (slot))
        g_ptr_array_extend (all, people, NULL, NULL);
    }
  for (guint i = 0; i < all->len; i++)
    {
      EntRecord *person = ent_project_get (self->scribe.project,
                                           ENT_PARTICIPATION (g_ptr_array_index (all, i))->person);

      if (ent_scribe_may_print (person) && !g_ptr_array_find (persons, person, NULL))
        g_ptr_array_add (persons, person);
    }

  return persons;
}

/* The file is carried by who travels: here alone contact data are printed. */
static void
add_contacts (EntEventPaper *self)
{
  static const char *const labels[] = { N_ ("Name"), N_ ("Phone"), N_ ("Email") };
  static const double widths[] = { 36, 26, 38 };
  g_autoptr (GPtrArray) persons = list_persons (self);
  gboolean any = FALSE;

  for (guint i = 0; i < persons->len; i++)
    {
      EntPerson *person = g_ptr_array_index (persons, i);
      EntRuns *cells[3];

      if (!person->phone && !person->email)
        continue;
      if (!any)
        {
          ent_scribe_add_heading (&self->scribe, 2, N_ ("Contacts"));
          ent_scribe_begin_table (&self->scribe, labels, G_N_ELEMENTS (labels), widths);
        }
      any = TRUE;
      cells[0] = ent_scribe_take_cell (
          ent_scribe_dup_person (&self->scribe, ent_record_get_id (ENT_RECORD (person))));
      cells[1] = ent_scribe_take_cell (g_strdup (person->phone));
      cells[2] = ent_scribe_take_cell (g_strdup (person->email));
      ent_paper_add_row (self->scribe.paper, cells);
    }
  if (any)
    ent_paper_end_group (self->scribe.paper);
}

static void
add_venue (EntEventPaper *self, GHashTable *told, EntId id)
{
  EntRecord *place = ent_project_get (self->scribe.project, id);
  g_autofree char *name = NULL;
  const char *foreign;

  if (!ent_scribe_may_print (place) || g_hash_table_contains (told, place)
      || !ent_scribe_get_text (&self->scribe, place, "text", &foreign))
    return;

  if (g_hash_table_size (told) == 0)
    ent_scribe_add_heading (&self->scribe, 2, N_ ("Venues"));
  g_hash_table_add (told, place);
  name = ent_scribe_dup_place (&self->scribe, id);
  ent_paper_add_heading (self->scribe.paper, 3, name);
  ent_scribe_add_prose (&self->scribe, place, "text");
  ent_paper_end_group (self->scribe.paper);
}

/* Each with its standard text; one without is only named in the programme. */
static void
add_venues (EntEventPaper *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) slots = ent_programme_get_slots (self->scribe.project, self->event);

  add_venue (self, told, self->event->place);
  for (guint i = 0; i < slots->len; i++)
    {
      const EntSlot *slot = &g_array_index (slots, EntSlot, i);

      if (ent_scribe_may_print (ENT_RECORD (slot->event)))
        add_venue (self, told, slot->event->place);
    }
}

static gboolean
is_in_force (EntEventPaper *self, EntAgreement *agreement)
{
  switch (ent_agreement_get_status (self->scribe.project, agreement, self->day).status)
    {
    case ENT_STATUS_SIGNED:
    case ENT_STATUS_IN_FORCE:
    case ENT_STATUS_VALIDITY_UNKNOWN:
    case ENT_STATUS_IN_NEGOTIATION:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_agreements (EntEventPaper *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->partners->len; i++)
    {
      g_autoptr (GPtrArray) agreements = ent_organisation_get_agreements (
          self->scribe.project, ent_record_get_id (g_ptr_array_index (self->partners, i)));

      for (guint j = 0; j < agreements->len; j++)
        {
          EntAgreement *agreement = g_ptr_array_index (agreements, j);
          g_autofree char *title = ent_scribe_dup_title (
              &self->scribe, ent_record_get_id (ENT_RECORD (agreement)));
          g_autofree char *state = NULL;
          g_autofree char *words = NULL;

          if (!title || !is_in_force (self, agreement)
              || !ent_agreement_is_ours (self->scribe.project, agreement)
              || g_hash_table_contains (told, agreement))
            continue;
          if (g_hash_table_size (told) == 0)
            ent_scribe_add_heading (&self->scribe, 2, N_ ("Texts in Force with the Partner"));
          g_hash_table_add (told, agreement);
          state = ent_agreement_line_state (&self->scribe, agreement, self->day);
          words = g_strdup_printf ("%s – %s", title, state);
          ent_paper_add_list_item (self->scribe.paper, ent_runs_new_text (words));
        }
    }
  if (g_hash_table_size (told) > 0)
    ent_paper_end_group (self->scribe.paper);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const EntStoryEntry *left = a;
  const EntStoryEntry *right = b;
  int order = ent_date_compare (right->when, left->when);
  EntId left_id = ent_record_get_id (left->record);
  EntId right_id = ent_record_get_id (right->record);

  return order != 0 ? order : (left_id > right_id) - (left_id < right_id);
}

static gboolean
is_inside (EntEventPaper *self, EntEvent *event)
{
  return event == self->event || event->parent == self->id;
}

/* What took place with the partners before, the last first. */
static GArray *
list_contacts (EntEventPaper *self)
{
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (EntStoryEntry));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->partners->len; i++)
    {
      g_autoptr (GArray) story = ent_partner_get_story (self->scribe.project,
                                                        g_ptr_array_index (self->partners, i));

      for (guint j = 0; j < story->len; j++)
        {
          const EntStoryEntry *entry = &g_array_index (story, EntStoryEntry, j);

          if (!ENT_IS_EVENT (entry->record) || !entry->when
              || is_inside (self, ENT_EVENT (entry->record))
              || g_strcmp0 (ENT_EVENT (entry->record)->state, "held") != 0
              || ent_date_get_earliest (entry->when) > self->day
              || !ent_scribe_may_print (entry->record) || !g_hash_table_add (seen, entry->record))
            continue;
          g_array_append_val (contacts, *entry);
        }
    }
  g_array_sort (contacts, compare_entries);

  return contacts;
}

static void
add_past (EntEventPaper *self)
{
  g_autoptr (GArray) contacts = list_contacts (self);

  if (contacts->len == 0)
    return;

  ent_scribe_add_heading (&self->scribe, 2, N_ ("Earlier Contacts"));
  for (guint i = 0; i < MIN (contacts->len, N_CONTACTS); i++)
    {
      const EntStoryEntry *entry = &g_array_index (contacts, EntStoryEntry, i);
      g_autofree char *date = ent_scribe_dup_date (&self->scribe, entry->when);
      EntRuns *runs = ent_runs_new_text (date);

      ent_runs_add (runs, ENT_RUN_PLAIN, " – ");
      ent_scribe_add_text (&self->scribe, runs, ENT_RUN_PLAIN, entry->record, "title");
      ent_paper_add_list_item (self->scribe.paper, runs);
    }
  ent_paper_end_group (self->scribe.paper);
}

static void
add_promises (EntEventPaper *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < self->partners->len; i++)
    {
      g_autoptr (GPtrArray) open = ent_event_get_follow_ups_with (
          self->scribe.project, self->event, g_ptr_array_index (self->partners, i));

      for (guint j = 0; j < open->len; j++)
        if (!g_ptr_array_find (all, g_ptr_array_index (open, j), NULL))
          g_ptr_array_add (all, g_ptr_array_index (open, j));
    }
  ent_follow_up_table_add (&self->scribe, N_ ("Promises, Ours and Theirs"), all);
}

/**
 * ent_mission_file_build:
 * @project: the graph
 * @event: a mission, or a delegation that is received
 * @lang: language of the file: "fr", "en"
 * @today: the day it is made, a Julian day
 *
 * What who travels carries along: who goes, the programme on the clocks of its places, whom to
 * call, the venues, what ties us to the host, what was promised. Nothing is printed of what is
 * not recorded.
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_mission_file_build (EntProject *project, EntEvent *event, const char *lang, int today)
{
  static const char *const context[] = { "context", NULL };
  static const char *const planned[] = { "planned", NULL };
  EntEventPaper *self = ent_event_paper_new (
      project, event,
      /* Translators: %s: a day */
      ent_event_is_visit (event) ? N_ ("Visit file, as of %s") : N_ ("Mission file, as of %s"),
      lang, today);

  ent_event_paper_add_summary (self);
  ent_event_paper_add_notes (self, self->id, context);
  ent_event_paper_add_people (self, N_ ("Delegation"), TRUE);
  add_programme (self);
  ent_event_paper_add_people (self, N_ ("Hosts and People Met"), FALSE);
  add_contacts (self);
  add_venues (self);
  add_agreements (self);
  add_past (self);
  add_promises (self);
  ent_event_paper_add_gifts (self);
  ent_event_paper_add_practical (self);
  ent_event_paper_add_decisions (self);
  ent_event_paper_add_costs (self, N_ ("Costs Planned"), planned);
  ent_event_paper_add_documents (self);

  return ent_event_paper_finish (self);
}
