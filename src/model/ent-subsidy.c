/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-subsidy.h"

#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntSubsidy, ent_subsidy, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntSubsidy, project, "project", N_ ("Project"), ENT_COLUMN_OWNER, "project"),
  ENT_REFERENCE (EntSubsidy, funder, "funder", N_ ("Funder"), ENT_COLUMN_NONE, "organisation"),
  ENT_REFERENCE (EntSubsidy, beneficiary, "beneficiary", N_ ("Beneficiary"),
                 ENT_COLUMN_NONE, "organisation"),
  ENT_REFERENCE (EntSubsidy, implementer, "implementer", N_ ("Implemented by"),
                 ENT_COLUMN_NONE, "organisation"),
  ENT_MONEY (EntSubsidy, amount, "amount", N_ ("Amount"), ENT_COLUMN_NONE),
  ENT_TEXT (EntSubsidy, currency, "currency", N_ ("Currency"), ENT_COLUMN_NONE),
  ENT_DATE (EntSubsidy, years, "years", N_ ("Years"), ENT_COLUMN_NONE),
};

const EntTable ent_subsidy_table = {
  .name = "subsidy",
  .label = N_ ("Grant"),
  .plural = N_ ("Grants"),
  .get_type = ent_subsidy_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_subsidy,
};

static void
ent_subsidy_class_init (EntSubsidyClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_subsidy_table);
}

static void
ent_subsidy_init (EntSubsidy *self)
{
}
