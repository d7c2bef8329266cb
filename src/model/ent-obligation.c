/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-obligation.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntObligation, ent_obligation, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntObligation, record, "record", N_ ("Of"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "record"),
  ENT_CHOICE (EntObligation, kind, "kind", N_ ("Kind"),
              ENT_COLUMN_REQUIRED, ent_choices_obligation_kind),
  ENT_LONG_TEXT (EntObligation, text, "text", N_ ("What is owed"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_REFERENCE (EntObligation, owner, "owner", N_ ("Owed by"), ENT_COLUMN_NONE, "organisation"),
  ENT_INTEGER (EntObligation, per_year_min, "per_year_min", N_ ("At least, a year"),
               ENT_COLUMN_NONE),
  ENT_INTEGER (EntObligation, per_year_max, "per_year_max", N_ ("At most, a year"),
               ENT_COLUMN_NONE),
  ENT_DATE (EntObligation, due, "due", N_ ("Due"), ENT_COLUMN_NONE),
  ENT_MONEY (EntObligation, amount, "amount", N_ ("Amount"), ENT_COLUMN_NONE),
  ENT_TEXT (EntObligation, currency, "currency", N_ ("Currency"), ENT_COLUMN_NONE),
  ENT_DATE (EntObligation, settled, "settled", N_ ("Settled on"), ENT_COLUMN_NONE),
};

const EntTable ent_obligation_table = {
  .name = "obligation",
  .label = N_ ("Obligation"),
  .plural = N_ ("Obligations"),
  .get_type = ent_obligation_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_obligation,
};

static void
ent_obligation_class_init (EntObligationClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_obligation_table);
}

static void
ent_obligation_init (EntObligation *self)
{
}
