/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* What was planned for a day that is over, and nobody said what became of it. */
int ent_event_get_past_day (const EntEvent *event, int today);
int ent_project_record_get_past_day (const EntProjectRecord *project, int today);

G_END_DECLS
