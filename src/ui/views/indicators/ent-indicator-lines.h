/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-lines-group.h"

G_BEGIN_DECLS

GPtrArray *ent_indicator_collect_scope (EntSession *session, EntRecord *record);
GPtrArray *ent_indicator_collect_gaps (EntSession *session, EntRecord *record);
GPtrArray *ent_indicator_collect_wholes (EntSession *session, EntRecord *record);

G_END_DECLS
