/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-outcome.h"

#include "model/ent-choices.h"

G_DEFINE_FINAL_TYPE (EntOutcome, ent_outcome, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntOutcome, event, "event", N_ ("Event"), ENT_COLUMN_OWNER, "event"),
  ENT_REFERENCE (EntOutcome, parent, "parent", N_ ("Part of"), ENT_COLUMN_NONE, "outcome"),
  ENT_CHOICE (EntOutcome, kind, "kind", N_ ("Kind"),
              ENT_COLUMN_REQUIRED, ent_choices_outcome_kind),
  ENT_TEXT (EntOutcome, title, "title", N_ ("Title"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_LONG_TEXT (EntOutcome, text, "text", N_ ("Description"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_REFERENCE (EntOutcome, giver, "giver", N_ ("Given by"), ENT_COLUMN_NONE, "organisation"),
  ENT_REFERENCE (EntOutcome, receiver, "receiver", N_ ("Given to"),
                 ENT_COLUMN_NONE, "organisation"),
  ENT_REFERENCE (EntOutcome, honoured, "honoured", N_ ("Person honoured"),
                 ENT_COLUMN_NONE, "person"),
  ENT_DATE (EntOutcome, granted, "granted", N_ ("Granted on"), ENT_COLUMN_NONE),
  ENT_DATE (EntOutcome, delivered, "delivered", N_ ("Delivered on"), ENT_COLUMN_NONE),
  ENT_DATE (EntOutcome, due, "due", N_ ("Due"), ENT_COLUMN_NONE),
  ENT_CHOICE (EntOutcome, state, "state", N_ ("State"),
              ENT_COLUMN_NONE, ent_choices_outcome_state),
  ENT_REFERENCE (EntOutcome, place, "place", N_ ("Place"), ENT_COLUMN_NONE, "place"),
  ENT_TEXT (EntOutcome, maker, "maker", N_ ("Made by"), ENT_COLUMN_SEARCHABLE),
  ENT_TEXT (EntOutcome, material, "material", N_ ("Material"),
            ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_LONG_TEXT (EntOutcome, reason, "reason", N_ ("Reason"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
};

const EntTable ent_outcome_table = {
  .name = "outcome",
  .label = N_ ("Outcome"),
  .plural = N_ ("Outcomes"),
  .get_type = ent_outcome_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ent_outcome_class_init (EntOutcomeClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_outcome_table);
}

static void
ent_outcome_init (EntOutcome *self)
{
}
