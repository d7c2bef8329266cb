/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-decision.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntDecision, ent_decision, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntDecision, record, "record", N_ ("For"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "record"),
  ENT_REFERENCE (EntDecision, body, "body", N_ ("Taken by"), ENT_COLUMN_NONE, "organisation"),
  ENT_CHOICE (EntDecision, kind, "kind", N_ ("Kind"), ENT_COLUMN_NONE, ent_choices_decision_kind),
  ENT_TEXT (EntDecision, number, "number", N_ ("Number"), ENT_COLUMN_SEARCHABLE),
  ENT_DATE (EntDecision, date, "date", N_ ("Date"), ENT_COLUMN_NONE),
  ENT_REFERENCE (EntDecision, document, "document", N_ ("Document"), ENT_COLUMN_NONE, "document"),
};

const EntTable ent_decision_table = {
  .name = "decision",
  .label = N_ ("Decision"),
  .plural = N_ ("Decisions"),
  .get_type = ent_decision_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_decision,
};

static void
ent_decision_class_init (EntDecisionClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_decision_table);
}

static void
ent_decision_init (EntDecision *self)
{
}
