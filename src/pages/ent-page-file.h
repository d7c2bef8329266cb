/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-page-index.h"
#include "store/ent-store.h"

G_BEGIN_DECLS

/* The text of one document into the index of pages. */
gboolean ent_page_file_is_readable (EntDocument *document);
char *ent_page_file_dup_index (EntStore *store);
char *ent_page_file_dup_place (EntStore *store);
gboolean ent_page_file_read (EntPageIndex *index,
                             const char *sha256,
                             const char *path,
                             guint *n_read,
                             EntPagesState *state,
                             GCancellable *cancellable,
                             GError **error);

/* Documents that were not read yet, for a program without a window. */
gboolean ent_page_file_read_all (EntStore *store, GHashTable *only, GError **error);

G_END_DECLS
