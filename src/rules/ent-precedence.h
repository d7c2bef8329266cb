/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* Setting: functions from the first to the last, separated by ";", those of one rank by "/". */
#define ENT_SETTING_PRECEDENCE "precedence.functions"

const char *ent_precedence_get_list (EntProject *project);
guint ent_precedence_get_rank (const char *list, const char *function);
void ent_precedence_sort (EntProject *project, GPtrArray *participations, int day);

G_END_DECLS
