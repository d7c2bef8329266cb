/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-lines-group.h"

G_BEGIN_DECLS

GPtrArray *ent_project_collect_context (EntSession *session, EntRecord *record);
GPtrArray *ent_project_collect_activity (EntSession *session, EntRecord *record);
GPtrArray *ent_project_collect_outcomes (EntSession *session, EntRecord *record);

G_END_DECLS
