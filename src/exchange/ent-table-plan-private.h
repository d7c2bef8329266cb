/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ent-table-names.h"
#include "exchange/ent-table-plan.h"

G_BEGIN_DECLS

/* A value that a row gives to a record. */
typedef struct
{
  const EntColumn *column;
  char *lang; /* of a translation, or NULL */
  char *text; /* canonical */
  int at;     /* column of the sheet, -1 for none */
} EntTableValue;

/* What a row says of one record. */
typedef struct
{
  const EntTable *table;
  GPtrArray *values; /* EntTableValue */
} EntTableDraft;

/* How much of an import record was there before the row in work. */
typedef struct
{
  EntImportRecord *record;
  guint n_values;
} EntTableTouched;

struct _EntTablePlan
{
  EntProject *project;
  const EntTable *table;
  GStrv preset;
  EntCells *sheet;
  GPtrArray *fields;  /* EntTableField */
  GPtrArray *map;     /* EntTableField or NULL, one a column */
  GHashTable *values; /* EntTableField → text: of all rows that say nothing of it */
  gboolean has_titles;
  gboolean changes; /* what a row says of its record replaces what the project says */

  GPtrArray *rows; /* EntTableRow, those done */
  guint counts[ENT_N_ROW_STATES];
  EntImport *import;
  GHashTable *pending; /* EntId * → its EntImportRecord */
  EntTableNames *names;
  GHashTable *keys;      /* what tells a record from others of its type → EntId * */
  GHashTable *keyed;     /* EntTable: those of the project are among the keys */
  GHashTable *own;       /* EntId *: records that rows before are about */
  GHashTable *announced; /* EntId *: identities in the column for them */
  guint n_brothers;      /* records that hang on the same already */

  /* Of the row in work. */
  GArray *touched;       /* EntTableTouched */
  GPtrArray *fresh_keys; /* char *, of keys */
  int column;            /* where one is, for an error */
  char *remark;
  int remark_column;
  gboolean changed; /* a known record is given something */
};

void ent_table_rows_reset (EntTablePlan *self);
void ent_table_rows_add (EntTablePlan *self, guint row);

/* ent-table-draft.c */
void ent_table_draft_init (EntTableDraft *draft, const EntTable *table);
void ent_table_draft_clear (EntTableDraft *draft);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntTableDraft, ent_table_draft_clear)
void ent_table_draft_take (
    EntTableDraft *draft, const EntColumn *column, const char *lang, char *text, int at);
void ent_table_draft_set (EntTableDraft *draft, const char *column, const char *text);
void ent_table_draft_set_id (EntTableDraft *draft, const char *column, EntId id);
void ent_table_draft_preset (EntTableDraft *draft, const char *const *preset);
const char *ent_table_draft_get (const EntTableDraft *draft, const char *column);
EntId ent_table_draft_get_id (const EntTableDraft *draft, const char *column);

/* ent-table-cells.c: from the text of a cell to a value. */
gboolean ent_table_read_cell (EntTablePlan *self,
                              const EntTableField *field,
                              const char *text,
                              char **canonical,
                              GError **error);
gboolean ent_table_has_record (EntTablePlan *self, const EntTable *table, EntId id);
EntId ent_table_resolve (EntTablePlan *self,
                         const EntTable *table,
                         const char *name,
                         GError **error);
const EntColumn *ent_table_get_name_column (const EntTable *table);

/* ent-table-known.c: what there is already, and what is added to it. */
EntImportRecord *ent_table_add (EntTablePlan *self, const EntTable *table, EntId id);
char *ent_table_dup_value (EntTablePlan *self, EntId id, const EntColumn *column);
gboolean ent_table_is_new (EntTablePlan *self, EntId id);
void ent_table_complete (EntTablePlan *self, EntId id, const EntTableValue *value);
EntId ent_table_find_same (EntTablePlan *self, const EntTableDraft *draft);
void ent_table_remember_key (EntTablePlan *self, const EntTableDraft *draft, EntId id);

G_END_DECLS
