/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"
#include "paper/ent-paper.h"

G_BEGIN_DECLS

EntPaper *ent_guest_list_build (EntProject *project, EntEvent *event, const char *lang, int today);
EntPaper *ent_thank_you_list_build (EntProject *project,
                                    EntEvent *event,
                                    const char *lang,
                                    int today);
gboolean ent_guest_list_has_any (EntProject *project, EntEvent *event);
GPtrArray *ent_guest_list_get (EntProject *project, EntEvent *event, const char *lang, int today);

G_END_DECLS
