/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-scribe.h"

G_BEGIN_DECLS

void ent_follow_up_table_add (const EntScribe *scribe, const char *heading, GPtrArray *outcomes);

G_END_DECLS
