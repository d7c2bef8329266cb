/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ent-cells.h"
#include "exchange/ent-table-fields.h"
#include "model/ent-import.h"

G_BEGIN_DECLS

/* What bringing a sheet into a project would do, row by row, before any of it is done: which
 * column holds what, which records are known, what is wrong and where. The project must not
 * change between ent_table_plan_start() and the last ent_table_plan_step(). */
typedef struct _EntTablePlan EntTablePlan;

typedef enum
{
  ENT_ROW_NEW,       /* makes a record */
  ENT_ROW_COMPLETES, /* gives values to a record that has none there */
  ENT_ROW_KNOWN,     /* says what the project says already */
  ENT_ROW_ERROR,
  ENT_N_ROW_STATES,
} EntRowState;

typedef struct
{
  guint row; /* of the sheet */
  EntRowState state;
  EntId id;      /* the record, ENT_ID_NONE for an error */
  int column;    /* where the error or the remark is, -1 for the whole row */
  char *message; /* of an error; or what the project keeps otherwise; or NULL */
} EntTableRow;

EntTablePlan *ent_table_plan_new (EntProject *project,
                                  const EntTable *table,
                                  const char *const *preset,
                                  EntCells *sheet);
void ent_table_plan_free (EntTablePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTablePlan, ent_table_plan_free)

const EntTable *ent_table_guess (EntCells *sheet);

/* What columns hold. */
const EntTable *ent_table_plan_get_table (EntTablePlan *self);
EntCells *ent_table_plan_get_sheet (EntTablePlan *self);
GPtrArray *ent_table_plan_get_fields (EntTablePlan *self);
gboolean ent_table_plan_get_has_titles (EntTablePlan *self);
void ent_table_plan_set_has_titles (EntTablePlan *self, gboolean has_titles);
const EntTableField *ent_table_plan_get_field (EntTablePlan *self, guint column);
void ent_table_plan_set_changes (EntTablePlan *self, gboolean changes);
void ent_table_plan_set_field (EntTablePlan *self, guint column, const EntTableField *field);
gboolean ent_table_plan_set_value (EntTablePlan *self,
                                   const char *field,
                                   const char *typed,
                                   GError **error);
GPtrArray *ent_table_plan_get_lacking (EntTablePlan *self);

/* What comes of it. */
void ent_table_plan_start (EntTablePlan *self);
gboolean ent_table_plan_step (EntTablePlan *self, guint n_rows);
guint ent_table_plan_get_n_rows (EntTablePlan *self);
guint ent_table_plan_get_n_done (EntTablePlan *self);
const EntTableRow *ent_table_plan_get_row (EntTablePlan *self, guint i);
guint ent_table_plan_count (EntTablePlan *self, EntRowState state);
guint ent_table_plan_count_others (EntTablePlan *self);
EntImport *ent_table_plan_get_import (EntTablePlan *self);

G_END_DECLS
