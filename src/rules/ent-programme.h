/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

#define ENT_MINUTES_A_DAY (24 * 60)
#define ENT_TIME_NONE (-1)

/* A slot of a programme: an event inside the event. */
typedef struct
{
  EntEvent *event;
  int day;           /* its first day, as GDate counts them; 0 when not known to the day */
  int start;         /* minutes from midnight of that day, ENT_TIME_NONE when not known */
  int end;           /* the same; more than a day's when it ends after midnight */
  const char *zone;  /* in which these are the hours on the clock; NULL: not known */
  gint64 from, to;   /* the instants, seconds of Unix time; 0 when not known */
  gboolean skipped;  /* the clock goes forward over its start or its end */
  EntEvent *overlap; /* the nearest slot that takes place at the same time, NULL for none */
} EntSlot;

const char *ent_place_get_zone (EntProject *project, EntId id);
const char *ent_event_get_zone (EntProject *project, EntEvent *event);
EntSlot ent_event_get_slot (EntProject *project, EntEvent *event);
GArray *ent_programme_get_slots (EntProject *project, EntEvent *event);
int ent_slot_get_duration (const EntSlot *slot);
gboolean ent_slot_get_time_in (const EntSlot *slot, const char *zone, int *day, int *minutes);
void ent_programme_get_next (EntProject *project, EntEvent *event, int *day, int *start);
gboolean ent_programme_swap (EntSlot *first, EntSlot *second);
char *ent_time_to_string (int minutes);
char *ent_date_dup_shifted (const EntDate *date, const EntDate *from, const EntDate *to);

G_END_DECLS
