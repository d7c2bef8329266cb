/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-provision.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntProvision, ent_provision, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntProvision, agreement, "agreement", N_ ("Agreement"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "agreement"),
  ENT_REFERENCE (EntProvision, parent, "parent", N_ ("Under"), ENT_COLUMN_OWNER, "provision"),
  ENT_CHOICE (EntProvision, kind, "kind", N_ ("Kind"),
              ENT_COLUMN_REQUIRED, ent_choices_provision_kind),
  ENT_TEXT (EntProvision, number, "number", N_ ("Number"), ENT_COLUMN_NONE),
  ENT_TEXT (EntProvision, verb, "verb", N_ ("Verb"), ENT_COLUMN_TRANSLATABLE),
  ENT_TEXT (EntProvision, title, "title", N_ ("Title"),
            ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_LONG_TEXT (EntProvision, text, "text", N_ ("Text"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_REAL (EntProvision, position, "position", N_ ("Position"), ENT_COLUMN_ORDER),
  ENT_REFERENCE (EntProvision, target, "target", N_ ("Changes"), ENT_COLUMN_NONE, "provision"),
  ENT_LONG_TEXT (EntProvision, old_text, "old_text", N_ ("Text before"), ENT_COLUMN_TRANSLATABLE),
  ENT_DATE (EntProvision, effective, "effective", N_ ("In force from"), ENT_COLUMN_NONE),
};

const EntTable ent_provision_table = {
  .name = "provision",
  .label = N_ ("Provision"),
  .plural = N_ ("Provisions"),
  .get_type = ent_provision_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_provision,
};

static void
ent_provision_class_init (EntProvisionClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_provision_table);
}

static void
ent_provision_init (EntProvision *self)
{
}
