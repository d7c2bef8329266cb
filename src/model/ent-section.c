/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-section.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntSection, ent_section, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntSection, parent, "parent", N_ ("Under"), ENT_COLUMN_OWNER, "section"),
  ENT_REFERENCE (EntSection, scope, "scope", N_ ("Scope"), ENT_COLUMN_NONE, "record"),
  ENT_CHOICE (EntSection, kind, "kind", N_ ("Kind"),
              ENT_COLUMN_REQUIRED, ent_choices_section_kind),
  ENT_DATE (EntSection, period, "period", N_ ("Period"), ENT_COLUMN_NONE),
  ENT_CHOICE (EntSection, state, "state", N_ ("State"),
              ENT_COLUMN_NONE, ent_choices_section_state),
  ENT_TEXT (EntSection, heading, "heading", N_ ("Heading"),
            ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_LONG_TEXT (EntSection, text, "text", N_ ("Text"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_REAL (EntSection, position, "position", N_ ("Position"), ENT_COLUMN_ORDER),
  ENT_REFERENCE (EntSection, record, "record", N_ ("Entry for"), ENT_COLUMN_NONE, "record"),
  ENT_FLAG (EntSection, omitted, "omitted", N_ ("Left out"), ENT_COLUMN_NONE),
};

const EntTable ent_section_table = {
  .name = "section",
  .label = N_ ("Section of a report"),
  .plural = N_ ("Sections of reports"),
  .get_type = ent_section_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_section,
};

static void
ent_section_class_init (EntSectionClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_section_table);
}

static void
ent_section_init (EntSection *self)
{
}
