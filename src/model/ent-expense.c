/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-expense.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntExpense, ent_expense, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntExpense, record, "record", N_ ("Of"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "record"),
  ENT_CHOICE (EntExpense, kind, "kind", N_ ("Kind"),
              ENT_COLUMN_REQUIRED, ent_choices_expense_kind),
  ENT_TEXT (EntExpense, title, "title", N_ ("What for"),
            ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_MONEY (EntExpense, amount, "amount", N_ ("Amount"), ENT_COLUMN_NONE),
  ENT_TEXT (EntExpense, currency, "currency", N_ ("Currency"), ENT_COLUMN_NONE),
  ENT_REFERENCE (EntExpense, payer, "payer", N_ ("Paid by"), ENT_COLUMN_NONE, "organisation"),
  ENT_TEXT (EntExpense, budget_line, "budget_line", N_ ("Budget line"), ENT_COLUMN_NONE),
};

const EntTable ent_expense_table = {
  .name = "expense",
  .label = N_ ("Cost"),
  .plural = N_ ("Costs"),
  .get_type = ent_expense_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_expense,
};

static void
ent_expense_class_init (EntExpenseClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_expense_table);
}

static void
ent_expense_init (EntExpense *self)
{
}
