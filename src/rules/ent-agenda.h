/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* How many days back an event still counts as recent. */
#define ENT_AGENDA_RECENT_DAYS 60

/* The parts of the agenda, in their order. */
typedef enum
{
  ENT_AGENDA_AHEAD,   /* today or later, and what lasts until today */
  ENT_AGENDA_RECENT,  /* over for at most ENT_AGENDA_RECENT_DAYS */
  ENT_AGENDA_EARLIER, /* before that, and what took place this year on a day not known */
  ENT_AGENDA_UNDATED,
} EntAgendaPart;

/* Where an event stands in the agenda. */
typedef struct
{
  EntAgendaPart part;
  gboolean year_only; /* no more than the year is known: at the foot of it */
  int year;           /* of the first possible day; 0 when there is none */
  int month;          /* the same */
  int day;            /* first possible day, as GDate counts them */
} EntAgendaPosition;

gboolean ent_date_has_days (const EntDate *date);
gboolean ent_event_has_days (const EntEvent *event);
gboolean ent_agenda_lists (EntProject *project, EntEvent *event);
EntAgendaPosition ent_agenda_get_position (const EntEvent *event, int today);
int ent_agenda_compare_sections (const EntAgendaPosition *a, const EntAgendaPosition *b);
int ent_agenda_compare (const EntAgendaPosition *a, const EntAgendaPosition *b);

/* The patterns of events: which groups an event's page opens. */
typedef enum
{
  ENT_EVENT_GROUP_RECEIVED,
  ENT_EVENT_GROUP_MISSION,
  ENT_EVENT_GROUP_CEREMONY,
  ENT_EVENT_GROUP_EXCHANGE,
  ENT_EVENT_GROUP_VISIBILITY,
  ENT_EVENT_GROUP_DEALINGS,
  ENT_EVENT_GROUP_OTHER,
} EntEventGroup;

#define ENT_N_EVENT_GROUPS (ENT_EVENT_GROUP_OTHER + 1)

EntEventGroup ent_event_group_of (const char *kind);

/* What the one line over an event says: "Delegation of Lafayette led by Monique Boulet". */
typedef struct
{
  EntPerson *head;     /* who leads; NULL when not recorded */
  GPtrArray *partners; /* EntOrganisation: theirs, not the home organisation */
  const EntDate *when; /* NULL when not recorded */
  EntPlace *place;     /* NULL when not recorded */
} EntEventSentence;

void ent_event_sentence_init (EntEventSentence *self, EntProject *project, EntEvent *event);
void ent_event_sentence_clear (EntEventSentence *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntEventSentence, ent_event_sentence_clear)

/* One person in two places on one day. */
typedef struct
{
  EntPerson *person;
  EntEvent *other; /* the event that is elsewhere */
} EntAgendaClash;

GArray *ent_agenda_get_clashes (EntProject *project, EntEvent *event);

G_END_DECLS
