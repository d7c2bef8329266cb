/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

gboolean ent_table_words_mean (const EntTable *table, const char *field, const char *plain);

G_END_DECLS
