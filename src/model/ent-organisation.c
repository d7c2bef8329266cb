/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-organisation.h"

#include "model/ent-choices.h"

G_DEFINE_FINAL_TYPE (EntOrganisation, ent_organisation, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_TEXT (EntOrganisation, name, "name", N_ ("Name"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_CHOICE (EntOrganisation, kind, "kind", N_ ("Kind"),
              ENT_COLUMN_NONE, ent_choices_organisation_kind),
  ENT_CHOICE (EntOrganisation, level, "level", N_ ("Level"), ENT_COLUMN_NONE, ent_choices_level),
  ENT_REFERENCE (EntOrganisation, parent, "parent", N_ ("Part of"),
                 ENT_COLUMN_NONE, "organisation"),
  ENT_REFERENCE (EntOrganisation, place, "place", N_ ("Place"), ENT_COLUMN_NONE, "place"),
  ENT_CHOICE (EntOrganisation, relation_class, "relation_class", N_ ("Relation class"),
              ENT_COLUMN_NONE, ent_choices_relation_class),
  ENT_CHOICE (EntOrganisation, maturity, "maturity", N_ ("Maturity"),
              ENT_COLUMN_NONE, ent_choices_maturity),
  ENT_DATE (EntOrganisation, origin, "origin", N_ ("Relation since"), ENT_COLUMN_NONE),
  ENT_LONG_TEXT (EntOrganisation, why, "why", N_ ("Why this partner"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
};

const EntTable ent_organisation_table = {
  .name = "organisation",
  .label = N_ ("Organisation"),
  .plural = N_ ("Organisations"),
  .get_type = ent_organisation_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ent_organisation_class_init (EntOrganisationClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_organisation_table);
}

static void
ent_organisation_init (EntOrganisation *self)
{
}
