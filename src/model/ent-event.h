/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* Everything that happens: mission, delegation, ceremony, programme slot. */
#define ENT_TYPE_EVENT (ent_event_get_type ())
G_DECLARE_FINAL_TYPE (EntEvent, ent_event, ENT, EVENT, EntRecord)

struct _EntEvent
{
  EntRecord parent_instance;

  char *kind;
  char *title;
  EntDate *when;
  char *start_time;
  char *end_time;
  char *zone;
  char *direction;
  char *state;
  EntId parent;
  EntId place;
  EntId series;
  gint64 ordinal;
  gint64 headcount;
  char *text;
};

extern const EntTable ent_event_table;

G_END_DECLS
