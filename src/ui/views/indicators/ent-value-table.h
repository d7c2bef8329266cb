/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-indicators.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* A row of the table of values: a target, the whole, a territory or a break-down. */
typedef struct
{
  const char *kind; /* of its measurements */
  EntId territory;
  char *dimension; /* NULL for none */
  char *label;
  gboolean is_counted; /* from records, not entered */
} EntValueRow;

/* What there is to enter of an indicator, by period: plain data over the store. */
typedef struct
{
  EntSession *session;
  EntIndicator *indicator;
  GPtrArray *rows;    /* EntValueRow */
  GPtrArray *periods; /* EntDate */
} EntValueTable;

EntValueTable *ent_value_table_new (EntSession *session, EntIndicator *indicator);
void ent_value_table_free (EntValueTable *self);
gboolean ent_value_table_is_like (EntValueTable *self, EntValueTable *other);
EntMeasurement *ent_value_table_get (EntValueTable *self, guint row, guint column);
gboolean ent_value_table_write (EntValueTable *self,
                                EntAction *action,
                                guint row,
                                guint column,
                                const char *value,
                                GError **error);
gboolean ent_value_table_set (
    EntValueTable *self, guint row, guint column, const char *typed, GError **error);

/* A cell of a paste that could not be filled. */
typedef struct
{
  guint row, column;
  char *text;
  char *sentence;
} EntValueProblem;

typedef struct
{
  guint n_filled;
  guint n_outside;     /* values that have no cell */
  GPtrArray *problems; /* EntValueProblem */
} EntValuePaste;

EntValuePaste *ent_value_table_paste (
    EntValueTable *self, const char *text, guint row, guint column, GError **error);
void ent_value_paste_free (EntValuePaste *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntValueTable, ent_value_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntValuePaste, ent_value_paste_free)

G_END_DECLS
