/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* Who takes part in an event, a project or an agreement, and as what. */
#define ENT_TYPE_PARTICIPATION (ent_participation_get_type ())
G_DECLARE_FINAL_TYPE (EntParticipation, ent_participation, ENT, PARTICIPATION, EntRecord)

struct _EntParticipation
{
  EntRecord parent_instance;

  EntId record;
  EntId person;
  EntId organisation;
  char *function;
  char *role;
  gint64 count;
  char *reply;
  EntId represents;
  EntDate *since;
  EntDate *until;
  double position;
};

extern const EntTable ent_participation_table;

G_END_DECLS
