/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* The graph of a project in memory: every record, by id and by type, and who
 * refers to whom. Filled and updated by the store alone; everyone else reads. */
#define ENT_TYPE_PROJECT (ent_project_get_type ())
G_DECLARE_FINAL_TYPE (EntProject, ent_project, ENT, PROJECT, GObject)

EntProject *ent_project_new (void);

GListModel *ent_project_get_list (EntProject *self, const EntTable *table);
guint ent_project_count (EntProject *self, const EntTable *table);
EntRecord *ent_project_get (EntProject *self, EntId id);
EntRecord *ent_project_get_gone (EntProject *self, EntId id);
char *ent_project_dup_title (EntProject *self, EntId id, const char *lang);
GPtrArray *ent_project_get_children (EntProject *self,
                                     EntId id,
                                     const EntTable *table,
                                     const char *column);
gboolean ent_project_has_children (EntProject *self, EntId id);
EntRecord *ent_project_find (EntProject *self,
                             const EntTable *table,
                             const char *title,
                             GError **error);

const char *ent_project_get_setting (EntProject *self, const char *key);
GPtrArray *ent_project_dup_setting_keys (EntProject *self);
const char *ent_project_get_lang (EntProject *self);
EntId ent_project_get_home (EntProject *self);

/* One reference to a record, for the closure of a delete. */
typedef struct
{
  EntRecord *record;
  const EntColumn *column;
} EntReferrer;

const EntReferrer *ent_project_get_referrers (EntProject *self, EntId id, guint *n_referrers);
void ent_project_get_closure (EntProject *self, EntId id, GPtrArray **doomed, GArray **cleared);

/* For the store alone. */
void ent_project_add (EntProject *self, EntRecord *record);
void ent_project_remove (EntProject *self, EntId id);
void ent_project_begin_update (EntProject *self, EntRecord *record);
void ent_project_end_update (EntProject *self, EntRecord *record);
void ent_project_set_setting (EntProject *self, const char *key, const char *value);
void ent_project_emit_changed (EntProject *self, const EntId *ids, guint n_ids);
void ent_project_clear (EntProject *self);

/* Keys of the settings. */
#define ENT_SETTING_TITLE "project.title"
#define ENT_SETTING_LANG "project.lang"    /* language of the content: "fr" */
#define ENT_SETTING_ID "project.id"        /* identity of the project, written as an id */
#define ENT_SETTING_HOME "office.home"     /* id of the officer's own city */
#define ENT_SETTING_OFFICE "office.unit"   /* id of the officer's unit */
#define ENT_SETTING_AUTHOR "office.author" /* who edits, for the history */

G_END_DECLS
