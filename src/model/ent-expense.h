/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A cost of a mission or project, planned or spent. */
#define ENT_TYPE_EXPENSE (ent_expense_get_type ())
G_DECLARE_FINAL_TYPE (EntExpense, ent_expense, ENT, EXPENSE, EntRecord)

struct _EntExpense
{
  EntRecord parent_instance;

  EntId record;
  char *kind;
  char *title;
  char *amount;
  char *currency;
  EntId payer;
  char *budget_line;
};

extern const EntTable ent_expense_table;

G_END_DECLS
