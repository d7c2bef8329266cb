/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

gboolean ent_outcome_is_open (const EntOutcome *outcome);
gboolean ent_outcome_is_follow_up (const EntOutcome *outcome);
GPtrArray *ent_partner_get_follow_ups (EntProject *project, EntRecord *partner);
GPtrArray *ent_event_get_follow_ups (EntProject *project, EntEvent *event, int today);

G_END_DECLS
