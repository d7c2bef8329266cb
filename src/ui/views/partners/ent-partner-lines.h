/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-lines-group.h"

G_BEGIN_DECLS

/* What the project knows about a partner, as lines of its page. */
GPtrArray *ent_organisation_collect_glance (EntSession *session, EntRecord *record);
GPtrArray *ent_person_collect_glance (EntSession *session, EntRecord *record);
GPtrArray *ent_organisation_collect_texts (EntSession *session, EntRecord *record);
GPtrArray *ent_organisation_collect_parts (EntSession *session, EntRecord *record);
GPtrArray *ent_partner_collect_story (EntSession *session, EntRecord *record);
GPtrArray *ent_partner_collect_follow_ups (EntSession *session, EntRecord *record);

G_END_DECLS
