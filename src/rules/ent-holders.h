/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

gboolean ent_mandate_covers (EntMandate *mandate, int day);
GPtrArray *ent_organisation_get_holders (EntProject *project, EntId organisation, int day);
EntMandate *ent_organisation_get_head (EntProject *project, EntId organisation, int day);
gboolean ent_person_is_ambassador (EntProject *project, EntId person, int day);
GPtrArray *ent_person_get_positions (EntProject *project, EntId person, int day);

G_END_DECLS
