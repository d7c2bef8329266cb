/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-child-specs.h"

#include <glib/gi18n-lib.h>

#define COLUMNS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

const EntChildSpec ent_child_costs = {
  .title = N_ ("Costs"),
  .table = &ent_expense_table,
  .owner = "record",
  .add_label = N_ ("Add Cost…"),
  .subtitles = COLUMNS ("kind", "amount", "currency", "payer"),
  .asked = COLUMNS ("kind", "title", "amount", "currency", "payer"),
};

/* Authority to sign or to travel. */
const EntChildSpec ent_child_decisions = {
  .title = N_ ("Decisions"),
  .table = &ent_decision_table,
  .owner = "record",
  .add_label = N_ ("Add Decision…"),
  .subtitles = COLUMNS ("kind", "body", "date"),
};

/* Attached, dropped or pasted, or chosen from those known; each with its place on the record and
 * what is said of the document itself. */
const EntChildSpec ent_child_documents = {
  .title = N_ ("Documents"),
  .table = &ent_attachment_table,
  .owner = "record",
  .add_label = N_ ("Choose Document…"),
  .subtitles = COLUMNS ("role", "pair", "caption"),
  .asked = COLUMNS ("role", "caption"),
  .opens = "document",
  .opened_columns = COLUMNS ("date", "language", "version", "credit", "alt"),
  .attaches = TRUE,
};

const EntChildSpec ent_child_names = {
  .title = N_ ("Other names"),
  .table = &ent_alias_table,
  .owner = "record",
  .add_label = N_ ("Add Other Name…"),
  .subtitles = COLUMNS ("kind", "since", "until"),
  .hidden = COLUMNS ("level", "parent"),
};

const EntChildSpec ent_child_organisation_names = {
  .title = N_ ("Other names"),
  .table = &ent_alias_table,
  .owner = "record",
  .add_label = N_ ("Add Other Name…"),
  .subtitles = COLUMNS ("kind", "since", "until", "level", "parent"),
};

const EntChildSpec ent_child_notes = {
  .title = N_ ("Notes"),
  .table = &ent_note_table,
  .owner = "record",
  .add_label = N_ ("Add Note…"),
  .subtitles = COLUMNS ("kind", "speaker", "date"),
};

const EntChildSpec ent_child_served_agreements = {
  .title = N_ ("Linked agreements"),
  .table = &ent_link_table,
  .owner = "source",
  .add_label = N_ ("Add Agreement…"),
  .subtitles = COLUMNS ("note"),
  .preset = COLUMNS ("kind", "serves"),
  .any_target = &ent_agreement_table,
  .any_target_only = TRUE,
};

const EntChildSpec ent_child_served_themes = {
  .title = N_ ("Themes and commitments"),
  .table = &ent_link_table,
  .owner = "source",
  .add_label = N_ ("Add Theme or Commitment…"),
  .subtitles = COLUMNS ("note"),
  .preset = COLUMNS ("kind", "serves"),
  .any_target = &ent_provision_table,
  .any_target_only = TRUE,
};

/* What of the record the source is for: "Signed" rather than the name of a column. */
static char *
dup_source_words (EntProject *project, EntRecord *record)
{
  EntCitation *citation = ENT_CITATION (record);
  EntRecord *owner = ent_project_get (project, citation->record);
  const EntColumn *column = owner && citation->field
                                ? ent_table_find_column (ent_record_get_table (owner),
                                                         citation->field)
                                : NULL;

  return column ? g_strdup (_(column->label)) : NULL;
}

const EntChildSpec ent_child_sources = {
  .title = N_ ("Sources"),
  .table = &ent_citation_table,
  .owner = "record",
  .add_label = N_ ("Add Source…"),
  .subtitles = COLUMNS ("document", "quote"),
  .dup_state = dup_source_words,
};
