/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-opening.h"
#include "store/ent-project-file.h"
#include "store/ent-publish.h"
#include "store/ent-snapshot.h"

G_BEGIN_DECLS

struct _EntProjectFile
{
  GObject parent_instance;

  GFile *file;          /* as it was named to us */
  GFile *target;        /* the same, links followed */
  EntWorkingCopy *copy; /* NULL once closed */
  EntStore *store;
  gulong journal_handler;

  EntSaveState state;
  char *problem;

  gboolean autosave;
  guint timer;
  gint64 unsaved_since;  /* monotonic, 0 when all is saved */
  gint64 last_duration;  /* of a publish, microseconds */

  EntSnapshot *snapshot; /* in the making, between two idle steps */
  guint snapshot_idle;
  EntPublish *publish;   /* in a worker */
  GPtrArray *waiting;    /* GTask of ent_project_file_publish_async () */
};

EntProjectFile *ent_project_file_new (GFile *file, EntOpening *opening, EntStore *store);
void ent_project_file_disconnect_store (EntProjectFile *self);
void ent_project_file_set_state (EntProjectFile *self, EntSaveState state, const char *problem);
gboolean ent_project_file_is_unsaved (EntProjectFile *self);
gboolean ent_project_file_check_open (EntProjectFile *self, GError **error);

/* Publishing, in ent-project-file-publish.c. */
void ent_project_file_schedule (EntProjectFile *self);
void ent_project_file_stop (EntProjectFile *self);
gboolean ent_project_file_publish_now (EntProjectFile *self,
                                       GFile *target,
                                       EntPublishMode mode,
                                       GError **error);

G_END_DECLS
