/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-agreement.h"

#include "model/ent-choices.h"

G_DEFINE_FINAL_TYPE (EntAgreement, ent_agreement, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_CHOICE (EntAgreement, kind, "kind", N_ ("Kind"),
              ENT_COLUMN_REQUIRED, ent_choices_agreement_kind),
  ENT_TEXT (EntAgreement, title, "title", N_ ("Title"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_TEXT (EntAgreement, label, "label", N_ ("Period as written"), ENT_COLUMN_SEARCHABLE),
  ENT_DATE (EntAgreement, signed_on, "signed", N_ ("Signed on"), ENT_COLUMN_NONE),
  ENT_DATE (EntAgreement, effective, "effective", N_ ("Entry into force"), ENT_COLUMN_NONE),
  ENT_DATE (EntAgreement, ends, "ends", N_ ("End date"), ENT_COLUMN_NONE),
  ENT_DATE (EntAgreement, notice_by, "notice_by", N_ ("Notice to give by"), ENT_COLUMN_NONE),
  ENT_DATE (EntAgreement, decide_by, "decide_by", N_ ("Decision to take by"), ENT_COLUMN_NONE),
  ENT_CHOICE (EntAgreement, decision, "decision", N_ ("Decision taken"),
              ENT_COLUMN_NONE, ent_choices_decision),
  ENT_CHOICE (EntAgreement, term_kind, "term_kind", N_ ("Term and renewal"),
              ENT_COLUMN_NONE, ent_choices_term_kind),
  ENT_FLAG (EntAgreement, reciprocal, "reciprocal", N_ ("Reciprocal"), ENT_COLUMN_NONE),
  ENT_FLAG (EntAgreement, open_ended, "open_ended", N_ ("Open to new proposals"), ENT_COLUMN_NONE),
  ENT_CHOICE (EntAgreement, stage, "stage", N_ ("Stage"),
              ENT_COLUMN_NONE, ent_choices_agreement_stage),
  ENT_LONG_TEXT (EntAgreement, purpose, "purpose", N_ ("Purpose"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
};

const EntTable ent_agreement_table = {
  .name = "agreement",
  .label = N_ ("Agreement"),
  .plural = N_ ("Agreements"),
  .get_type = ent_agreement_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ent_agreement_class_init (EntAgreementClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_agreement_table);
}

static void
ent_agreement_init (EntAgreement *self)
{
}
