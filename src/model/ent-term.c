/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-term.h"

#include "model/ent-choices.h"

G_DEFINE_FINAL_TYPE (EntTerm, ent_term, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_CHOICE (EntTerm, scheme, "scheme", N_ ("Vocabulary"),
              ENT_COLUMN_REQUIRED, ent_choices_scheme),
  ENT_TEXT (EntTerm, code, "code", N_ ("Code"), ENT_COLUMN_SEARCHABLE),
  ENT_TEXT (EntTerm, label, "label", N_ ("Label"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_REFERENCE (EntTerm, parent, "parent", N_ ("Under"), ENT_COLUMN_NONE, "term"),
};

const EntTable ent_term_table = {
  .name = "term",
  .label = N_ ("Term"),
  .plural = N_ ("Terms"),
  .get_type = ent_term_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ent_term_class_init (EntTermClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_term_table);
}

static void
ent_term_init (EntTerm *self)
{
}
