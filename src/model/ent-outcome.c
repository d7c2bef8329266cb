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

/* The few things that matter of each kind, beside its title. */
static const EntKindFields kind_fields[] = {
  { "promise", { "text", "giver", "receiver", "due", "state" } },
  { "follow_up", { "text", "giver", "receiver", "due", "state" } },
  { "recommendation", { "text", "giver", "receiver", "due", "state" } },
  { "action", { "parent", "text", "giver", "due", "state" } },
  { "deliverable", { "text", "giver", "receiver", "delivered", "state" } },
  { "gift", { "text", "giver", "receiver", "delivered", "maker" } },
  { "donation", { "text", "giver", "receiver", "delivered", "state" } },
  { "honour", { "honoured", "granted", "delivered", "maker", "reason" } },
  { "work", { "text", "state", "place", "maker", "material" } },
  { "contact", { "text", "giver", "receiver", "due", "state" } },
  { "decision", { "text", "giver", "due", "state" } },
  { NULL, { NULL } },
};

const EntTable ent_outcome_table = {
  .name = "outcome",
  .label = N_ ("Outcome"),
  .plural = N_ ("Outcomes"),
  .get_type = ent_outcome_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .kind_fields = kind_fields,
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
