/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ent-gazetteer.h"
#include "model/ent-import.h"

G_BEGIN_DECLS

/* A project's working database and its graph, kept equal: what is written goes to the
 * database first, and the walk of the recorded changeset brings the graph up to date.
 * Used from one thread. Signal "journal-changed" after each entry of the journal. */
#define ENT_TYPE_STORE (ent_store_get_type ())
G_DECLARE_FINAL_TYPE (EntStore, ent_store, ENT, STORE, GObject)

/* An argument of a label that starts so is itself a msgid, put in the language asked for. */
#define ENT_ARGUMENT_WORD "\001"

EntStore *ent_store_create (const char *path, GError **error);
EntStore *ent_store_open (const char *path, GError **error);
void ent_store_close (EntStore *self);

EntProject *ent_store_get_project (EntStore *self);
const char *ent_store_get_path (EntStore *self);
int ent_store_get_schema (EntStore *self);
gint64 ent_store_get_last_entry (EntStore *self);
void ent_store_set_author (EntStore *self, const char *name);
gboolean ent_store_check (EntStore *self, GError **error);

/* One user action = one transaction = one changeset = one entry of the journal. Dropping
 * an action that was not committed rolls it back. */
typedef struct _EntAction EntAction;

EntAction *ent_store_begin (EntStore *self, const char *label, ...) G_GNUC_NULL_TERMINATED;
EntId ent_action_add (EntAction *action, const EntTable *table, EntId id, GError **error);
EntId ent_action_take_named (
    EntAction *action, const EntTable *table, const char *name, gboolean *added, GError **error);
EntId ent_action_take_place (EntAction *action,
                             EntGazetteer *gazetteer,
                             guint index,
                             GError **error);
gboolean ent_action_set (
    EntAction *action, EntId id, const EntColumn *column, const char *typed, GError **error);
gboolean ent_action_set_translation (EntAction *action,
                                     EntId id,
                                     const EntColumn *column,
                                     const char *lang,
                                     const char *text,
                                     GError **error);
gboolean ent_action_set_tag (EntAction *action, EntId id, EntId term, int weight, GError **error);
gboolean ent_action_clear_tag (EntAction *action, EntId id, EntId term, GError **error);
gboolean ent_action_set_setting (EntAction *action,
                                 const char *key,
                                 const char *value,
                                 GError **error);
gboolean ent_action_merge (EntAction *action,
                           EntId kept,
                           EntId merged,
                           const gboolean *taken,
                           guint *n_moved,
                           GError **error);
gboolean ent_action_delete (EntAction *action, EntId id, guint *n_along, GError **error);
gboolean ent_action_commit (EntAction *action, GError **error);
void ent_action_free (EntAction *action);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAction, ent_action_free)

/* The commonest actions, with the label the history shows. */
gboolean ent_store_set_field (
    EntStore *self, EntId id, const EntColumn *column, const char *typed, GError **error);
gboolean ent_store_delete (EntStore *self, EntId id, guint *n_along, GError **error);
gboolean ent_store_merge (
    EntStore *self, EntId kept, EntId merged, const gboolean *taken, GError **error);

gboolean ent_store_import (
    EntStore *self, EntImport *import, const char *name, gboolean dry_run, GError **error);

/* Undo and redo. */
gboolean ent_store_can_undo (EntStore *self);
gboolean ent_store_can_redo (EntStore *self);
guint ent_store_count_undo (EntStore *self);
guint ent_store_count_redo (EntStore *self);
char *ent_store_dup_undo_label (EntStore *self, const char *lang);
char *ent_store_dup_redo_label (EntStore *self, const char *lang);
gboolean ent_store_undo (EntStore *self, GError **error);
gboolean ent_store_redo (EntStore *self, GError **error);

/* History, newest first. A record added or deleted is a change without a field, with its title
 * as the value, then one change for each value it came or went with. A setting is of no
 * record, of type "setting", its key the field. */
typedef struct
{
  EntId record;
  char *type;   /* name of the record's type */
  char *field;  /* name of a column, "title@en", "tag:<id>" (its weight), or NULL: the whole */
  char *before; /* as ent_column_parse () writes it, NULL for none */
  char *after;
} EntChange;

typedef struct
{
  gint64 seq;
  char *at; /* UTC, "2026-11-22T09:30:00Z" */
  char *author;
  char *label; /* in the language asked for */
  gint64 undoes;
  GPtrArray *changes; /* EntChange */
} EntEntry;

GPtrArray *ent_store_get_history (
    EntStore *self, EntId record, guint limit, const char *lang, GError **error);
GHashTable *ent_store_dup_family (EntStore *self, EntId record);
GPtrArray *ent_store_read_history (EntStore *self,
                                   GHashTable *family,
                                   gint64 before,
                                   guint n_entries,
                                   const char *lang,
                                   gint64 *next,
                                   GError **error);
EntEntry *ent_store_get_entry (EntStore *self, gint64 seq, const char *lang, GError **error);
void ent_entry_free (EntEntry *entry);

/* What the history says of a change, as a person reads it. */
char *ent_change_dup_field_words (const EntChange *change, EntProject *project, const char *lang);
char *ent_change_dup_value_words (const EntChange *change,
                                  const char *value,
                                  EntProject *project,
                                  const char *lang);

/* Out of the history again, each as one action. */
gboolean ent_store_restore_value (EntStore *self, const EntChange *change, GError **error);
gboolean ent_store_bring_back (EntStore *self, gint64 seq, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntEntry, ent_entry_free)
gboolean ent_store_forget_history (EntStore *self, GError **error);

/* Search, among records and the pages of documents. */
typedef struct
{
  EntId record;
  EntId page; /* the record on whose page it is seen, often itself; ENT_ID_NONE for nowhere */
  guint page_number; /* from 1, where it is a page of the document; else 0 */
  char *type;
  char *title;
  char *field;   /* NULL for a page */
  char *snippet; /* the words found between U+2068 and U+2069 */
  double score;
} EntHit;

GPtrArray *ent_store_search (
    EntStore *self, const char *query, guint limit, const char *lang, GError **error);
void ent_store_search_async (EntStore *self,
                             const char *query,
                             guint limit,
                             const char *lang,
                             gboolean ranked,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *ent_store_search_finish (EntStore *self, GAsyncResult *result, GError **error);
void ent_hit_free (EntHit *hit);
void ent_store_update_index (EntStore *self);
void ent_store_update_index_aside (EntStore *self);
gboolean ent_store_is_index_behind (EntStore *self);
GHashTable *ent_store_get_files (EntStore *self);

/* Bytes of documents, by their SHA-256 in lower-case hex; outside undo. */
char *ent_store_add_blob (EntStore *self, GBytes *bytes, GError **error);
GBytes *ent_store_get_blob (EntStore *self, const char *sha256, GError **error);

/* A consistent copy into @path, step by step (each at most 2 MB). */
gboolean ent_store_snapshot (EntStore *self,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
