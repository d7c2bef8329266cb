/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-store.h"

#include "store/ent-database.h"

G_BEGIN_DECLS

/* A consistent copy of a project in the making, in steps short enough for an idle source.
 * Edits made between two steps are in the copy. */
typedef struct _EntSnapshot EntSnapshot;

EntSnapshot *ent_snapshot_begin (EntStore *store, const char *path, GError **error);
gboolean ent_snapshot_step (EntSnapshot *self, gboolean *finished, GError **error);
void ent_snapshot_free (EntSnapshot *self);
gboolean ent_snapshot_write (EntDatabase *database,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSnapshot, ent_snapshot_free)

G_END_DECLS
