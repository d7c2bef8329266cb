/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-page-index.h"
#include "store/ent-store-private.h"
#include "store/ent-working-copy.h"

G_BEGIN_DECLS

/* How many times more is looked at than is asked for, so that the rows of pages, which count for
 * less, can come up. */
#define ENT_SEARCH_MORE 4

char *ent_search_dup_path (EntStore *self, const char *leaf);
gboolean ent_search_keep_up (EntStore *self);
guint ent_search_get_limit (guint limit);
GArray *ent_search_find (EntStore *self, char **words, guint limit, gboolean ranked);
GPtrArray *ent_search_make_hits (
    EntStore *self, GArray *found, GPtrArray *pages, char **words, guint limit, const char *lang);

G_END_DECLS
