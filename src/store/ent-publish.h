/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/ent-working-state.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_PUBLISH_OVER,  /* the file as it was last published, and nothing else */
  ENT_PUBLISH_NEW,   /* where there is no file yet */
  ENT_PUBLISH_FORCE, /* whatever is there */
} EntPublishMode;

/* One snapshot on its way into the file. It holds nothing of the store, so that a worker
 * may run it while editing goes on. */
typedef struct _EntPublish EntPublish;

EntPublish *ent_publish_new (const char *snapshot,
                             GFile *target,
                             EntPublishMode mode,
                             const EntWorkingState *state,
                             const char *state_path,
                             gint64 entry);
EntPublish *ent_publish_ref (EntPublish *self);
void ent_publish_unref (EntPublish *self);
void ent_publish_run (EntPublish *self, GCancellable *cancellable);
void ent_publish_wait (EntPublish *self);
const GError *ent_publish_get_error (EntPublish *self);
const EntWorkingState *ent_publish_get_state (EntPublish *self);
gint64 ent_publish_get_duration (EntPublish *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPublish, ent_publish_unref)

/* The stream alone, also for copies. */
gboolean ent_publish_stream (const char *snapshot,
                             GFile *target,
                             EntPublishMode mode,
                             const char *etag,
                             char **new_etag,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
