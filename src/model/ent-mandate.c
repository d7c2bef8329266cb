/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-mandate.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntMandate, ent_mandate, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntMandate, person, "person", N_ ("Person"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "person"),
  ENT_REFERENCE (EntMandate, organisation, "organisation", N_ ("Organisation"),
                 ENT_COLUMN_REQUIRED, "organisation"),
  ENT_TEXT (EntMandate, function, "function", N_ ("Function"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_CHOICE (EntMandate, level, "level", N_ ("Level"), ENT_COLUMN_NONE, ent_choices_level),
  ENT_INTEGER (EntMandate, rank, "rank", N_ ("Rank"), ENT_COLUMN_NONE),
  ENT_CHOICE (EntMandate, standing, "standing", N_ ("Standing"),
              ENT_COLUMN_NONE, ent_choices_standing),
  ENT_DATE (EntMandate, since, "since", N_ ("Since"), ENT_COLUMN_NONE),
  ENT_DATE (EntMandate, until, "until", N_ ("Until"), ENT_COLUMN_NONE),
};

const EntTable ent_mandate_table = {
  .name = "mandate",
  .label = N_ ("Position held"),
  .plural = N_ ("Positions held"),
  .get_type = ent_mandate_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_mandate,
};

static void
ent_mandate_class_init (EntMandateClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_mandate_table);
}

static void
ent_mandate_init (EntMandate *self)
{
}
