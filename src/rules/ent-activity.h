/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* What hangs on an agreement, a theme, a project or an organisation as activity: the events,
 * outcomes and projects that serve it. */
GPtrArray *ent_activity_collect (EntProject *project, EntRecord *scope);
const EntDate *ent_activity_get_date (EntProject *project, EntRecord *record);
gboolean ent_activity_is_held (EntRecord *record);
gboolean ent_activity_is_planned (EntRecord *record);
gboolean ent_provision_is_under (EntProject *project, EntProvision *provision, EntProvision *theme);

/* The years of which the project keeps a record, so that nothing found means that there was
 * nothing. */
GArray *ent_activity_get_covered_years (EntProject *project, int today);
gboolean ent_activity_covers (GArray *years, int year);

G_END_DECLS
