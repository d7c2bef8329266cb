/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-project-record.h"

#include "model/ent-choices.h"

G_DEFINE_FINAL_TYPE (EntProjectRecord, ent_project_record, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntProjectRecord, parent, "parent", N_ ("Part of"), ENT_COLUMN_NONE, "project"),
  ENT_CHOICE (EntProjectRecord, kind, "kind", N_ ("Kind"),
              ENT_COLUMN_REQUIRED, ent_choices_project_kind),
  ENT_TEXT (EntProjectRecord, title, "title", N_ ("Title"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_CHOICE (EntProjectRecord, state, "state", N_ ("State"),
              ENT_COLUMN_NONE, ent_choices_project_state),
  ENT_DATE (EntProjectRecord, since, "since", N_ ("Since"), ENT_COLUMN_NONE),
  ENT_DATE (EntProjectRecord, until, "until", N_ ("Until"), ENT_COLUMN_NONE),
  ENT_REFERENCE (EntProjectRecord, place, "place", N_ ("Place"), ENT_COLUMN_NONE, "place"),
  ENT_MONEY (EntProjectRecord, budget, "budget", N_ ("Budget"), ENT_COLUMN_NONE),
  ENT_TEXT (EntProjectRecord, currency, "currency", N_ ("Currency"), ENT_COLUMN_NONE),
  ENT_LONG_TEXT (EntProjectRecord, text, "text", N_ ("Text for the report"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
};

const EntTable ent_project_record_table = {
  .name = "project",
  .label = N_ ("Project"),
  .plural = N_ ("Projects"),
  .get_type = ent_project_record_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ent_project_record_class_init (EntProjectRecordClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_project_record_table);
}

static void
ent_project_record_init (EntProjectRecord *self)
{
}
