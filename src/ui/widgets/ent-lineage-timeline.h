/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/ent-timeline.h"

G_BEGIN_DECLS

/* Whether an agreement is shown in a lane. */
typedef gboolean (*EntLineageShows) (const EntLane *lane, const EntSpan *span, gpointer user_data);

EntTimeline *ent_lineage_make_timeline (const EntLineage *self,
                                        EntProject *project,
                                        const char *lang,
                                        int today,
                                        EntLineageShows shows,
                                        gpointer user_data);

G_END_DECLS
