/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ent-source.h"
#include "ui/ent-table-dialog.h"

G_BEGIN_DECLS

struct _EntTableDialog
{
  AdwDialog parent_instance;

  EntSession *session;
  const EntTable *table;
  GStrv preset;
  EntSourceKind kind;
  GStrv proposed; /* column, value, …, NULL */
  char *name;     /* for the history */
  EntTablePlan *plan;
  GListStore *items; /* EntTableRowItem */
  GtkFilter *filter;
  GPtrArray *column_rows; /* AdwComboRow, one a column */
  GPtrArray *all_rows;    /* what is asked for all rows */
  GCancellable *cancellable;
  guint idle;
  gboolean updating; /* the rows follow the plan */

  GtkLabel *subtitle;
  GtkWidget *apply_button;
  AdwBanner *banner;
  GtkStack *root;
  AdwStatusPage *wrong_page;
  AdwViewStack *stack;
  GtkLabel *count_label;
  GtkProgressBar *progress;
  GtkCheckButton *skip_button;
  GtkCheckButton *remarks_button;
  GtkColumnView *table_view;
  AdwSwitchRow *titles_row;
  AdwPreferencesGroup *all_group;
  AdwPreferencesGroup *columns_group;
};

/* ent-table-dialog.c */
void ent_table_dialog_start (EntTableDialog *self);

/* ent-table-dialog-columns.c */
void ent_table_dialog_show_columns (EntTableDialog *self);
void ent_table_dialog_titles_changed_cb (EntTableDialog *self);

G_END_DECLS
