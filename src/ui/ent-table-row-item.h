/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/ent-table-plan.h"

G_BEGIN_DECLS

/* A row of a plan, for a list. */
#define ENT_TYPE_TABLE_ROW_ITEM (ent_table_row_item_get_type ())
G_DECLARE_FINAL_TYPE (EntTableRowItem, ent_table_row_item, ENT, TABLE_ROW_ITEM, GObject)

struct _EntTableRowItem
{
  GObject parent_instance;

  guint row; /* of the cells */
  EntRowState state;
  int column;
  char *message;
};

EntTableRowItem *ent_table_row_item_new (const EntTableRow *row);

/* The columns of the preview: what becomes of a row, why, and its cells. */
void ent_table_columns_fill (GtkColumnView *view, EntTablePlan *plan);

G_END_DECLS
