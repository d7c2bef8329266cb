/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/ent-store.h"

G_BEGIN_DECLS

/* A project file that is open: the private working copy, its lock, and the publishing of
 * snapshots into the officer's file, which SQLite never opens. Properties that notify:
 * "state" (EntSaveState), "problem" (its sentence), "file", and "store", which is another
 * one after ent_project_file_take_theirs (). */
#define ENT_TYPE_PROJECT_FILE (ent_project_file_get_type ())
G_DECLARE_FINAL_TYPE (EntProjectFile, ent_project_file, ENT, PROJECT_FILE, GObject)

typedef enum
{
  ENT_SAVE_STATE_SAVED,
  ENT_SAVE_STATE_UNSAVED, /* edits are safe in the working copy, not yet in the file */
  ENT_SAVE_STATE_SAVING,
  ENT_SAVE_STATE_FAILED,          /* the file cannot be written: see the problem */
  ENT_SAVE_STATE_CHANGED_OUTSIDE, /* the file is not the one last published */
} EntSaveState;

#define ENT_TYPE_SAVE_STATE (ent_save_state_get_type ())
GType ent_save_state_get_type (void);

EntProjectFile *ent_project_file_create (GFile *file, GError **error);
EntProjectFile *ent_project_file_create_from (GFile *file, const char *template_path,
                                              GError **error);
EntProjectFile *ent_project_file_open (GFile *file, GError **error);
EntProjectFile *ent_project_file_resume (const char *directory, GError **error);
gboolean ent_project_file_close (EntProjectFile *self, GError **error);

EntStore *ent_project_file_get_store (EntProjectFile *self);
EntProject *ent_project_file_get_project (EntProjectFile *self);
GFile *ent_project_file_get_file (EntProjectFile *self);
EntSaveState ent_project_file_get_state (EntProjectFile *self);
const char *ent_project_file_get_problem (EntProjectFile *self);

/* Autosave: two seconds after the last edit (or ten times the last publish), at most five
 * minutes; at once on publish (). The synchronous form is for ententectl and for closing. */
void ent_project_file_set_autosave (EntProjectFile *self, gboolean autosave);
gboolean ent_project_file_publish (EntProjectFile *self, GError **error);
void ent_project_file_publish_async (EntProjectFile *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean ent_project_file_publish_finish (EntProjectFile *self,
                                          GAsyncResult *result,
                                          GError **error);
gboolean ent_project_file_save_copy (EntProjectFile *self, GFile *file, GError **error);
/* The same, and go on with that file: the way out of a folder one may not write in. */
gboolean ent_project_file_save_as (EntProjectFile *self, GFile *file, GError **error);
/* After "changed outside": write over the file, or take it in place of the working copy. */
gboolean ent_project_file_keep_mine (EntProjectFile *self, GError **error);
gboolean ent_project_file_take_theirs (EntProjectFile *self, GError **error);
gboolean ent_project_file_discard (EntProjectFile *self);

/* Working copies with edits that never reached their file, for the start of the program. */
typedef struct
{
  char *directory;
  char *uri; /* of the file it belongs to */
  char *title;
  char *changed; /* UTC, ISO 8601 */
} EntUnsaved;

GPtrArray *ent_project_file_list_unsaved (void);
void ent_project_file_remove_stale (void);
void ent_unsaved_free (EntUnsaved *unsaved);

G_END_DECLS
