/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* What a record was called, and an organisation was, on a day that is past. */
EntAlias *ent_dated_name_find (EntProject *project, EntId id, const EntDate *when);
char *ent_project_dup_title_on (EntProject *project,
                                EntId id,
                                const EntDate *when,
                                const char *lang);
const EntDate *ent_agreement_get_day (EntProject *project, EntId agreement);

G_END_DECLS
