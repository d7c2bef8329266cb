/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-agenda.h"

#include <string.h>

/* Events and places nested deeper than this do not occur: a chain that bites its tail is none. */
#define MAX_DEPTH 16

/**
 * ent_agenda_lists:
 * @project: the graph
 * @event: an event of it
 *
 * Returns: whether the agenda has a line for it; what is inside another event is on that
 *   event's page
 */
gboolean
ent_agenda_lists (EntProject *project, EntEvent *event)
{
  EntRecord *parent = event->parent ? ent_project_get (project, event->parent) : NULL;

  return parent == NULL || !ENT_IS_EVENT (parent);
}

static gboolean
is_over (const EntEvent *event)
{
  return g_strcmp0 (event->state, "held") == 0 || g_strcmp0 (event->state, "cancelled") == 0;
}

static gboolean
is_year_only (const EntDate *date)
{
  EntPrecision precision = ent_date_get_precision (date);

  return precision == ENT_PRECISION_YEAR || precision == ENT_PRECISION_DECADE
         || precision == ENT_PRECISION_CENTURY;
}

/**
 * ent_agenda_get_position:
 * @event: an event
 * @today: the day, as GDate counts them
 *
 * What may still come is ahead, so an event known only to be in this month or this year is,
 * unless it is said to be over.
 *
 * Returns: its place in the agenda
 */
EntAgendaPosition
ent_agenda_get_position (const EntEvent *event, int today)
{
  EntAgendaPosition position = { .part = ENT_AGENDA_UNDATED };
  GDate date;
  int last;

  if (event->when == NULL)
    return position;

  position.day = ent_date_get_earliest (event->when);
  last = ent_date_get_latest (event->when);
  position.year_only = is_year_only (event->when);
  /* "until 2024": its last day is all that is known. */
  if (position.day == ENT_DAY_MIN)
    position.day = last;
  if (position.day > ENT_DAY_MIN && position.day < ENT_DAY_MAX)
    {
      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) position.day);
      position.year = g_date_get_year (&date);
      position.month = g_date_get_month (&date);
    }

  if (last >= today && !(is_over (event) && position.year_only))
    position.part = ENT_AGENDA_AHEAD;
  else if (!position.year_only && last < today && today - last <= ENT_AGENDA_RECENT_DAYS)
    position.part = ENT_AGENDA_RECENT;
  else
    position.part = ENT_AGENDA_EARLIER;

  return position;
}

static int
compare_integers (int a, int b)
{
  return a < b ? -1 : a > b;
}

/**
 * ent_agenda_compare_sections:
 * @a: a position
 * @b: another
 *
 * Sections are the months ahead, the last days, and the years before, newest first; what is
 * known to the year alone is a section at the foot of its year.
 *
 * Returns: less than, equal to or more than 0, as strcmp() does; 0 for the same section
 */
int
ent_agenda_compare_sections (const EntAgendaPosition *a, const EntAgendaPosition *b)
{
  int order;

  if (a->part != b->part)
    return compare_integers (a->part, b->part);
  if (a->part == ENT_AGENDA_UNDATED || a->part == ENT_AGENDA_RECENT)
    return 0;

  order = compare_integers (a->year, b->year);
  if (order != 0)
    return a->part == ENT_AGENDA_AHEAD ? order : -order;
  if (a->year_only != b->year_only)
    return a->year_only ? 1 : -1;

  return a->part == ENT_AGENDA_AHEAD ? compare_integers (a->month, b->month) : 0;
}

/**
 * ent_agenda_compare:
 * @a: a position
 * @b: another
 *
 * Returns: the order of the agenda: forward from today, then backward from it
 */
int
ent_agenda_compare (const EntAgendaPosition *a, const EntAgendaPosition *b)
{
  int order = ent_agenda_compare_sections (a, b);

  if (order != 0)
    return order;

  order = compare_integers (a->day, b->day);
  return a->part == ENT_AGENDA_AHEAD ? order : -order;
}

static const struct
{
  const char *kind;
  EntEventGroup group;
} groups[] = {
  { "delegation", ENT_EVENT_GROUP_RECEIVED },
  { "courtesy", ENT_EVENT_GROUP_RECEIVED },
  { "reception", ENT_EVENT_GROUP_RECEIVED },
  { "visit", ENT_EVENT_GROUP_RECEIVED },
  { "presentation", ENT_EVENT_GROUP_RECEIVED },
  { "tour", ENT_EVENT_GROUP_RECEIVED },
  { "mission", ENT_EVENT_GROUP_MISSION },
  { "meeting", ENT_EVENT_GROUP_MISSION },
  { "statutory_meeting", ENT_EVENT_GROUP_MISSION },
  { "conference", ENT_EVENT_GROUP_MISSION },
  { "seminar", ENT_EVENT_GROUP_MISSION },
  { "ceremony", ENT_EVENT_GROUP_CEREMONY },
  { "signing_ceremony", ENT_EVENT_GROUP_CEREMONY },
  { "inauguration", ENT_EVENT_GROUP_CEREMONY },
  { "exhibition", ENT_EVENT_GROUP_CEREMONY },
  { "anniversary", ENT_EVENT_GROUP_CEREMONY },
  { "formal_session", ENT_EVENT_GROUP_CEREMONY },
  { "celebration", ENT_EVENT_GROUP_CEREMONY },
  { "exchange", ENT_EVENT_GROUP_EXCHANGE },
  { "residency", ENT_EVENT_GROUP_EXCHANGE },
  { "performance", ENT_EVENT_GROUP_EXCHANGE },
  { "masterclass", ENT_EVENT_GROUP_EXCHANGE },
  { "international_day", ENT_EVENT_GROUP_VISIBILITY },
  { "display", ENT_EVENT_GROUP_VISIBILITY },
  { "negotiation", ENT_EVENT_GROUP_DEALINGS },
  { "contact", ENT_EVENT_GROUP_DEALINGS },
};

/**
 * ent_event_group_of:
 * @kind: (nullable): kind of an event, as stored
 *
 * Returns: the pattern it follows
 */
EntEventGroup
ent_event_group_of (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_strcmp0 (groups[i].kind, kind) == 0)
      return groups[i].group;

  return ENT_EVENT_GROUP_OTHER;
}

/* Whether someone in that role is whom the event is with: those who come to us, or those whom
 * our own people go to. */
static gboolean
is_partner_role (const EntEvent *event, const char *role)
{
  static const char *const incoming[] = { "head", "participant", "guest",  "honoured",
                                          "met",  "origin",      "artist", NULL };
  static const char *const outgoing[] = { "host", "met", "organiser", "contact", NULL };

  return role != NULL
         && g_strv_contains (g_strcmp0 (event->direction, "out") == 0 ? outgoing : incoming, role);
}

static void
take_partner (EntEventSentence *self, EntProject *project, EntId id)
{
  EntId home = ent_project_get_home (project);
  EntRecord *record = id ? ent_project_get (project, id) : NULL;

  if (record == NULL || !ENT_IS_ORGANISATION (record)
      || (home && (id == home || ENT_ORGANISATION (record)->parent == home)))
    return;
  if (!g_ptr_array_find (self->partners, record, NULL))
    g_ptr_array_add (self->partners, record);
}

/**
 * ent_event_sentence_init:
 * @self: the sentence to fill
 * @project: the graph
 * @event: an event of it
 *
 * The partners are the organisations of those who come to us or to whom we go; when there is
 * none, of all who take part. The home organisation and its services are none.
 */
void
ent_event_sentence_init (EntEventSentence *self, EntProject *project, EntEvent *event)
{
  EntRecord *place = event->place ? ent_project_get (project, event->place) : NULL;
  g_autoptr (GPtrArray) participations = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (event)), &ent_participation_table, "record");

  *self = (EntEventSentence) { .partners = g_ptr_array_new (), .when = event->when };
  self->place = place && ENT_IS_PLACE (place) ? ENT_PLACE (place) : NULL;

  for (guint pass = 0; pass < 2 && self->partners->len == 0; pass++)
    for (guint i = 0; i < participations->len; i++)
      {
        EntParticipation *participation = g_ptr_array_index (participations, i);
        EntRecord *person = participation->person ? ent_project_get (project, participation->person)
                                                  : NULL;

        if (self->head == NULL && g_strcmp0 (participation->role, "head") == 0 && person
            && ENT_IS_PERSON (person))
          self->head = ENT_PERSON (person);
        if (pass == 1 || is_partner_role (event, participation->role))
          take_partner (self, project, participation->organisation);
      }
}

void
ent_event_sentence_clear (EntEventSentence *self)
{
  g_clear_pointer (&self->partners, g_ptr_array_unref);
}

/**
 * ent_date_has_days:
 * @date: (nullable): a date
 *
 * Returns: whether it is a day, or lasts from one known day to another
 */
gboolean
ent_date_has_days (const EntDate *date)
{
  EntPrecision precision;

  if (date == NULL || ent_date_is_approximate (date) || ent_date_is_uncertain (date)
      || ent_date_is_open_ended (date))
    return FALSE;

  precision = ent_date_get_precision (date);
  if (precision == ENT_PRECISION_DAY)
    return TRUE;

  /* "2024-07-19/2024-07-21", not "2024/2025" or "2024-07-XX/2024-07-XX" */
  return precision == ENT_PRECISION_INTERVAL
         && strlen (ent_date_get_text (date)) == strlen ("2024-07-19/2024-07-21")
         && !strchr (ent_date_get_text (date), 'X');
}

/* Where only the month is known, nobody is in two places and no day of it is meant. */
gboolean
ent_event_has_days (const EntEvent *event)
{
  return ent_date_has_days (event->when);
}

static gboolean
takes_place (const EntEvent *event)
{
  return g_strcmp0 (event->state, "cancelled") != 0 && g_strcmp0 (event->state, "postponed") != 0;
}

static gboolean
is_within (EntProject *project, EntId inner, EntId outer, const char *column_name)
{
  for (guint depth = 0; inner && depth < MAX_DEPTH; depth++)
    {
      EntRecord *record = ent_project_get (project, inner);
      const EntColumn *column;

      if (inner == outer)
        return TRUE;
      if (record == NULL)
        break;
      column = ent_table_find_column (ent_record_get_table (record), column_name);
      inner = column ? ent_record_get_reference (record, column) : ENT_ID_NONE;
    }

  return FALSE;
}

static gboolean
is_elsewhere (EntProject *project, const EntEvent *a, const EntEvent *b)
{
  return a->place && b->place && !is_within (project, a->place, b->place, "parent")
         && !is_within (project, b->place, a->place, "parent");
}

/* One after the other on the same day; times are written "09:30". */
static gboolean
follow_each_other (const EntEvent *a, const EntEvent *b)
{
  if (ent_date_get_precision (a->when) != ENT_PRECISION_DAY
      || ent_date_get_precision (b->when) != ENT_PRECISION_DAY || g_strcmp0 (a->zone, b->zone) != 0)
    return FALSE;

  return (a->end_time && b->start_time && g_strcmp0 (a->end_time, b->start_time) <= 0)
         || (b->end_time && a->start_time && g_strcmp0 (b->end_time, a->start_time) <= 0);
}

static gboolean
clash (EntProject *project, EntEvent *a, EntEvent *b)
{
  EntId a_id = ent_record_get_id (ENT_RECORD (a));
  EntId b_id = ent_record_get_id (ENT_RECORD (b));

  /* Most of what a person attends is on another day. */
  if (a == b || !b->when
      || !ent_date_touches (b->when, ent_date_get_earliest (a->when),
                            ent_date_get_latest (a->when)))
    return FALSE;

  return ent_event_has_days (b) && takes_place (b) && is_elsewhere (project, a, b)
         && !follow_each_other (a, b) && !is_within (project, a_id, b_id, "parent")
         && !is_within (project, b_id, a_id, "parent");
}

/* Whether the person was there: not when invited only, or declined. */
static gboolean
attends (EntParticipation *participation)
{
  return g_strcmp0 (participation->reply, "declined") != 0
         && g_strcmp0 (participation->reply, "invited") != 0;
}

static void
append_clashes_of (GArray *clashes, EntProject *project, EntEvent *event, EntPerson *person)
{
  g_autoptr (GPtrArray) participations = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (person)), &ent_participation_table, "person");

  for (guint i = 0; i < participations->len; i++)
    {
      EntParticipation *participation = g_ptr_array_index (participations, i);
      EntRecord *other = ent_project_get (project, participation->record);
      EntAgendaClash found = { .person = person };

      if (other == NULL || !ENT_IS_EVENT (other) || !attends (participation)
          || !clash (project, event, ENT_EVENT (other)))
        continue;
      found.other = ENT_EVENT (other);
      g_array_append_val (clashes, found);
    }
}

/**
 * ent_agenda_get_clashes:
 * @project: the graph
 * @event: an event of it
 *
 * One person cannot be in two places on one day. What is not known to the day, or has no place,
 * says nothing; a place inside another is the same place; events inside each other are one.
 *
 * Returns: (transfer full) (element-type EntAgendaClash): who would be where else
 */
GArray *
ent_agenda_get_clashes (EntProject *project, EntEvent *event)
{
  GArray *clashes = g_array_new (FALSE, FALSE, sizeof (EntAgendaClash));
  g_autoptr (GPtrArray) participations = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (!ent_event_has_days (event) || !takes_place (event))
    return clashes;

  participations = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (event)),
                                             &ent_participation_table, "record");
  for (guint i = 0; i < participations->len; i++)
    {
      EntParticipation *participation = g_ptr_array_index (participations, i);
      EntRecord *person = participation->person ? ent_project_get (project, participation->person)
                                                : NULL;

      if (person && ENT_IS_PERSON (person) && attends (participation)
          && g_hash_table_add (seen, person))
        append_clashes_of (clashes, project, event, ENT_PERSON (person));
    }

  return clashes;
}
