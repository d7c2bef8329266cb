/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"
#include "paper/ent-paper.h"

G_BEGIN_DECLS

EntPaper *ent_brief_build (EntProject *project, EntRecord *partner, const char *lang, int today);

G_END_DECLS
