/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-due.h"

G_BEGIN_DECLS

char *ent_due_dup_title_words (EntProject *project, const EntDue *due, const char *lang);
char *ent_due_dup_reason_words (EntProject *project, const EntDue *due, const char *lang);
char *ent_obligation_dup_short_words (EntProject *project, EntRecord *obligation, const char *lang);
const char *ent_due_group_get_words (EntDueGroup group);

G_END_DECLS
