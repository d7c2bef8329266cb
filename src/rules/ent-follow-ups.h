/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

gboolean ent_outcome_is_open (const EntOutcome *outcome);
gboolean ent_outcome_is_follow_up (const EntOutcome *outcome);
GPtrArray *ent_partner_get_follow_ups (EntProject *project, EntRecord *partner);
gboolean ent_event_is_ahead (const EntEvent *event, int today);
EntEvent *ent_partner_get_next_event (EntProject *project, EntRecord *partner, int today);
GPtrArray *ent_event_get_follow_ups_with (EntProject *project, EntEvent *event, EntRecord *partner);
GPtrArray *ent_event_get_follow_ups (EntProject *project, EntEvent *event, int today);

/* Whose something is to do. */
typedef enum
{
  ENT_SIDE_UNKNOWN,
  ENT_SIDE_OURS,
  ENT_SIDE_THEIRS,
} EntSide;

EntSide ent_outcome_get_side (EntProject *project, const EntOutcome *outcome);

G_END_DECLS
