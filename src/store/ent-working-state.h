/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a working copy knows of the file it belongs to: state.json. */
typedef struct
{
  char *project; /* id of the project */
  char *uri;    /* of the file, links followed */
  char *etag;   /* of the file when it was last the same, NULL where it has none */
  char *sha256; /* of the file then; NULL when nothing was published yet */
  gint64 size;
  gint64 entry; /* last entry of the journal in the file */
  /* A publish that began: when the program ends before it is known to have ended, a file
   * of this hash holds that entry. */
  char *pending_sha256;
  gint64 pending_entry;
  char *opened; /* UTC, ISO 8601 */
} EntWorkingState;

EntWorkingState *ent_working_state_new (void);
EntWorkingState *ent_working_state_load (const char *path, GError **error);
gboolean ent_working_state_save (const EntWorkingState *self, const char *path, GError **error);
EntWorkingState *ent_working_state_copy (const EntWorkingState *self);
void ent_working_state_free (EntWorkingState *self);
gboolean ent_working_state_match (EntWorkingState *self,
                                  const char *sha256,
                                  const char *etag,
                                  gint64 size);

char *ent_working_time_now (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntWorkingState, ent_working_state_free)

G_END_DECLS
