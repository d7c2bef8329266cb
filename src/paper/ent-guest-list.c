/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-guest-list.h"

#include "base/ent-number.h"
#include "base/ent-words.h"
#include "model/ent-choices.h"
#include "paper/ent-event-parts.h"
#include "rules/ent-precedence.h"

/* A guest is who was asked, whatever the part: nobody is asked without a reply to be had. */
static gboolean
is_guest (EntParticipation *self)
{
  return (self->person || self->organisation)
         && (self->reply || g_strcmp0 (self->role, "guest") == 0
             || g_strcmp0 (self->role, "honoured") == 0);
}

/**
 * ent_guest_list_has_any:
 * @project: the graph
 * @event: an event of it
 *
 * Returns: whether its list of guests has anybody
 */
gboolean
ent_guest_list_has_any (EntProject *project, EntEvent *event)
{
  g_autoptr (GPtrArray) people = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (event)), &ent_participation_table, "record");

  for (guint i = 0; i < people->len; i++)
    if (is_guest (g_ptr_array_index (people, i)))
      return TRUE;

  return FALSE;
}

static GPtrArray *
list_guests (EntEventPaper *self)
{
  GPtrArray *people = ent_event_paper_get_children (self, &ent_participation_table, "record");

  for (guint i = people->len; i > 0; i--)
    if (!is_guest (g_ptr_array_index (people, i - 1)))
      g_ptr_array_remove_index (people, i - 1);
  ent_precedence_sort (self->scribe.project, people, self->day);

  return people;
}

static gint64
get_count (EntParticipation *guest)
{
  return guest->count == ENT_INTEGER_NONE ? 1 : guest->count;
}

/* @reply: NULL for those of whom none is recorded. */
static void
add_number (EntEventPaper *self, GPtrArray *guests, const char *words, const char *reply)
{
  gint64 count = 0;

  for (guint i = 0; i < guests->len; i++)
    if (g_strcmp0 (ENT_PARTICIPATION (g_ptr_array_index (guests, i))->reply, reply) == 0)
      count += get_count (g_ptr_array_index (guests, i));
  if (count > 0)
    {
      g_autofree char *number = ent_number_format_integer (count, self->scribe.lang);

      ent_paper_add_definition (self->scribe.paper, words, ent_runs_new_text (number));
    }
}

static void
add_numbers (EntEventPaper *self, GPtrArray *guests)
{
  for (const EntChoice *reply = ent_choices_reply; reply->value; reply++)
    add_number (self, guests, ent_choice_get_words (reply, self->scribe.lang), reply->value);
  add_number (self, guests, ent_words (self->scribe.lang, N_ ("No reply recorded")), NULL);
  ent_paper_end_group (self->scribe.paper);
}

static void
add_guest (EntEventPaper *self, EntParticipation *guest)
{
  const EntScribe *scribe = &self->scribe;
  EntRuns *cells[4] = {
    ent_scribe_take_cell (ent_event_paper_dup_name (self, guest)),
    ent_event_paper_make_function (self, guest),
    ent_scribe_take_cell (ent_number_format_integer (get_count (guest), scribe->lang)),
    ent_scribe_take_cell (ent_scribe_dup_choice (scribe, ENT_RECORD (guest), "reply")),
  };

  ent_paper_add_row (scribe->paper, cells);
}

/**
 * ent_guest_list_build:
 * @project: the graph
 * @event: an event with guests
 * @lang: language of the list: "fr", "en"
 * @today: the day it is made, a Julian day
 *
 * Who was asked, in order of precedence, with what they answered.
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_guest_list_build (EntProject *project, EntEvent *event, const char *lang, int today)
{
  static const char *const labels[] = { N_ ("Name"), N_ ("Function"), N_ ("Seats"), N_ ("Reply") };
  static const double widths[] = { 34, 38, 10, 18 };
  EntEventPaper *self = ent_event_paper_new (project, event,
                                             /* Translators: %s: a day */
                                             N_ ("Guest list, as of %s"), lang, today);
  g_autoptr (GPtrArray) guests = list_guests (self);

  ent_event_paper_add_summary (self);
  if (guests->len == 0)
    ent_paper_add_text (self->scribe.paper, ENT_PARAGRAPH_BODY,
                        ent_words (lang, N_ ("No guest is recorded.")), NULL);
  if (guests->len > 0)
    {
      ent_scribe_add_heading (&self->scribe, 2, N_ ("Guests"));
      add_numbers (self, guests);
      ent_scribe_begin_table (&self->scribe, labels, G_N_ELEMENTS (labels), widths);
    }
  for (guint i = 0; i < guests->len; i++)
    add_guest (self, g_ptr_array_index (guests, i));
  if (guests->len > 0)
    ent_paper_end_group (self->scribe.paper);

  return ent_event_paper_finish (self);
}

/**
 * ent_guest_list_get:
 * @project: the graph
 * @event: an event with guests
 * @lang: language of the functions
 * @today: the day, a Julian day
 *
 * The guests who did not decline, for labels: form of address, name, function, organisation.
 *
 * Returns: (transfer full) (element-type GStrv): four texts a guest, in order of precedence
 */
GPtrArray *
ent_guest_list_get (EntProject *project, EntEvent *event, const char *lang, int today)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  EntEventPaper *self = ent_event_paper_new (project, event, "%s", lang, today);
  const EntScribe *scribe = &self->scribe;
  g_autoptr (GPtrArray) guests = list_guests (self);
  g_autoptr (EntPaper) paper = NULL;

  for (guint i = 0; i < guests->len; i++)
    {
      EntParticipation *guest = g_ptr_array_index (guests, i);
      EntRecord *person = ent_project_get (project, guest->person);
      EntId organisation = guest->represents ? guest->represents : guest->organisation;
      g_autoptr (EntRuns) function = ent_runs_new ();
      const char *foreign;
      char **line;

      if (g_strcmp0 (guest->reply, "declined") == 0)
        continue;
      ent_scribe_add_function (scribe, function, guest, event->when);
      line = g_new0 (char *, 5);
      line[0] = g_strdup (person ? ent_scribe_get_text (scribe, person, "address_form", &foreign)
                                 : NULL);
      line[1] = ent_scribe_dup_title (scribe, guest->person);
      line[2] = ent_runs_dup_text (function);
      line[3] = ent_scribe_dup_title (scribe, organisation);
      for (guint j = 0; j < 4; j++)
        line[j] = line[j] ? line[j] : g_strdup ("");
      g_ptr_array_add (lines, line);
    }
  paper = ent_event_paper_finish (self);

  return lines;
}

/* Whoever did something for it, and whoever came. */
static gboolean
is_thanked (EntEventPaper *self, EntParticipation *each)
{
  static const char *const roles[] = { "host",        "co_organiser", "organiser", "patron",
                                       "supporter",   "speaker",      "artist",    "met",
                                       "facilitator", "contact",      "honoured",  NULL };
  gboolean office = ent_scribe_is_office (&self->scribe, each->organisation)
                    || ent_scribe_is_office (&self->scribe, each->represents);

  if (office || (!each->person && !each->organisation) || g_strcmp0 (each->reply, "declined") == 0)
    return FALSE;

  return g_strcmp0 (each->reply, "came") == 0
         || g_strv_contains (roles, each->role ? each->role : "");
}

static void
thank (EntEventPaper *self, EntParticipation *each, gboolean *any)
{
  static const char *const labels[] = { N_ ("Name"), N_ ("Function"), N_ ("For"),
                                        N_ ("Thanked on") };
  static const double widths[] = { 30, 34, 20, 16 };
  EntRuns *cells[4];

  if (!*any)
    {
      ent_scribe_add_heading (&self->scribe, 2, N_ ("To Be Thanked"));
      ent_scribe_begin_table (&self->scribe, labels, G_N_ELEMENTS (labels), widths);
    }
  *any = TRUE;
  cells[0] = ent_scribe_take_cell (ent_event_paper_dup_name (self, each));
  cells[1] = ent_event_paper_make_function (self, each);
  cells[2] = ent_scribe_take_cell (
      ent_scribe_dup_choice (&self->scribe, ENT_RECORD (each), "role"));
  cells[3] = ent_runs_new_text ("……………");
  ent_paper_add_row (self->scribe.paper, cells);
}

static void
thank_all (EntEventPaper *self, EntId event, GHashTable *thanked, gboolean *any)
{
  g_autoptr (GPtrArray)
      people = ent_scribe_get_children (&self->scribe, event, &ent_participation_table, "record");

  ent_precedence_sort (self->scribe.project, people, self->day);
  for (guint i = 0; i < people->len; i++)
    {
      EntParticipation *each = g_ptr_array_index (people, i);
      EntRecord *who = ent_project_get (self->scribe.project,
                                        each->person ? each->person : each->organisation);

      if (is_thanked (self, each) && ent_scribe_may_print (who) && g_hash_table_add (thanked, who))
        thank (self, each, any);
    }
}

/**
 * ent_thank_you_list_build:
 * @project: the graph
 * @event: an event that took place
 * @lang: language of the list: "fr", "en"
 * @today: the day it is made, a Julian day
 *
 * Whom to thank: hosts, speakers, artists, people met and whoever came, of the event and of its
 * programme, once each; then the gifts received.
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_thank_you_list_build (EntProject *project, EntEvent *event, const char *lang, int today)
{
  EntEventPaper *self = ent_event_paper_new (project, event,
                                             /* Translators: %s: a day */
                                             N_ ("Thank-you list, as of %s"), lang, today);
  g_autoptr (GArray) slots = ent_programme_get_slots (project, event);
  g_autoptr (GHashTable) thanked = g_hash_table_new (NULL, NULL);
  gboolean any = FALSE;

  ent_event_paper_add_summary (self);
  thank_all (self, self->id, thanked, &any);
  for (guint i = 0; i < slots->len; i++)
    {
      EntRecord *slot = ENT_RECORD (g_array_index (slots, EntSlot, i).event);

      if (ent_scribe_may_print (slot))
        thank_all (self, ent_record_get_id (slot), thanked, &any);
    }
  if (any)
    ent_paper_end_group (self->scribe.paper);
  ent_event_paper_add_gifts (self);

  return ent_event_paper_finish (self);
}
