/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/ent-store.h"

G_BEGIN_DECLS

/* The bytes of a document out of the project into a new file, held against their hash on the
 * way: a file that does not match is never left behind. */
gboolean ent_store_extract (EntStore *self,
                            const char *sha256,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);
void ent_store_extract_async (EntStore *self,
                              const char *sha256,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ent_store_extract_finish (EntStore *self, GAsyncResult *result, GError **error);

/* Whether the project holds the bytes of that hash, and whether they are those. */
gboolean ent_store_verify_blob (EntStore *self, const char *sha256, GError **error);
gint64 ent_store_get_blob_size (EntStore *self, const char *sha256);

G_END_DECLS
