/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"
#include "store/ent-database.h"

G_BEGIN_DECLS

/* Changesets of SQLite's session extension: recording, walking, inverting, applying. */
typedef struct _EntRecorder EntRecorder;

EntRecorder *ent_recorder_new (EntDatabase *database, GError **error);
GBytes *ent_recorder_take (EntRecorder *self, GError **error);
void ent_recorder_free (EntRecorder *self);

/* Which table a changed row belongs to. */
typedef enum
{
  ENT_ROW_RECORD,      /* record: id, type, lang, visibility */
  ENT_ROW_TYPED,       /* the table of a record type: id, then its columns */
  ENT_ROW_TRANSLATION, /* translation: record, field, lang, text */
  ENT_ROW_TAG,         /* tag: record, term, weight */
  ENT_ROW_SETTING,     /* setting: key, value */
} EntRowKind;

/* One changed row, lent to the function that walks. */
typedef struct
{
  EntRowKind kind;
  const EntTable *table; /* of a typed row */
  int operation;         /* SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE */
  int n_values;          /* fewer than the table has columns when the entry is older */
  sqlite3_changeset_iter *iter;
} EntRow;

typedef void (*EntRowFunc) (const EntRow *row, gpointer user_data);

gboolean ent_changes_walk (GBytes *changeset, EntRowFunc func, gpointer user_data, GError **error);
gboolean ent_row_get_old (const EntRow *row, int place, EntValue *value);
gboolean ent_row_get_new (const EntRow *row, int place, EntValue *value);
EntValue ent_row_get_key (const EntRow *row, int place);
EntId ent_row_get_record (const EntRow *row);

GBytes *ent_changes_invert (GBytes *changeset, GError **error);
gboolean ent_changes_apply (EntDatabase *database, GBytes *changeset, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRecorder, ent_recorder_free)

G_END_DECLS
