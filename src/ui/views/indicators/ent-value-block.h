/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* Cells as a spreadsheet puts them on the clipboard: rows of texts, (element-type GPtrArray) of
 * char *. */
GPtrArray *ent_value_block_new (const char *text);
const char *ent_value_block_get (GPtrArray *block, guint row, guint column);
guint ent_value_block_count_columns (GPtrArray *block);
gboolean ent_value_is_missing (const char *text);

/* Where the cells of a block go: for each of its rows and columns the row and column of a table,
 * -1 for a heading, -2 for none. */
typedef struct
{
  GArray *rows;    /* int */
  GArray *columns; /* int */
} EntValuePlan;

EntValuePlan *ent_value_plan_new (GPtrArray *block,
                                  const char *const *labels,
                                  GPtrArray *periods,
                                  guint first_row,
                                  guint first_column);
void ent_value_plan_free (EntValuePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntValuePlan, ent_value_plan_free)

G_END_DECLS
