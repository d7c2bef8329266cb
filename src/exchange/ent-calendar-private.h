/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libical/ical.h>

#include "exchange/ent-papers.h"
#include "paper/ent-scribe.h"

G_BEGIN_DECLS

/* A calendar while it is written. */
typedef struct
{
  const EntPaperOrder *order;
  EntScribe scribe;
  icalcomponent *root;
  GPtrArray *entries; /* icalcomponent, in the order in which they are added */
  GHashTable *zones;  /* name → EntCalendarYears */
} EntCalendar;

/* The years in which a zone is used. */
typedef struct
{
  int first;
  int last;
} EntCalendarYears;

icalcomponent *ent_calendar_add_entry (EntCalendar *self,
                                       EntRecord *record,
                                       const char *part,
                                       const char *summary);
void ent_calendar_add_days (icalcomponent *entry, int first, int last);
void ent_calendar_add_deadlines (EntCalendar *self);

G_END_DECLS
