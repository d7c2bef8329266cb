/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-lines-group.h"

G_BEGIN_DECLS

/* What the project knows about an event beyond its own fields. */
GPtrArray *ent_event_collect_warnings (EntSession *session, EntRecord *record);
GPtrArray *ent_event_collect_context (EntSession *session, EntRecord *record);
GPtrArray *ent_event_collect_venue (EntSession *session, EntRecord *record);
GPtrArray *ent_event_collect_mentions (EntSession *session, EntRecord *record);

GPtrArray *ent_event_collect_follow_ups (EntSession *session, EntRecord *record);
GPtrArray *ent_event_collect_series (EntSession *session, EntRecord *record);

G_END_DECLS
