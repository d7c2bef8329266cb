/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-types.h"

static const EntTable *const tables[] = {
  &ent_agreement_table,
  &ent_party_table,
  &ent_signing_table,
  &ent_signatory_table,
  &ent_copy_table,
  &ent_provision_table,
  &ent_obligation_table,
  &ent_event_table,
  &ent_series_table,
  &ent_participation_table,
  &ent_outcome_table,
  &ent_organisation_table,
  &ent_person_table,
  &ent_mandate_table,
  &ent_membership_table,
  &ent_place_table,
  &ent_project_record_table,
  &ent_subsidy_table,
  &ent_indicator_table,
  &ent_measurement_table,
  &ent_document_table,
  &ent_attachment_table,
  &ent_citation_table,
  &ent_note_table,
  &ent_alias_table,
  &ent_link_table,
  &ent_term_table,
  &ent_decision_table,
  &ent_expense_table,
  &ent_section_table,
};

/**
 * ent_tables_get:
 * @n_tables: (out): how many
 *
 * Returns: (array length=n_tables) (transfer none): every record type
 */
const EntTable *const *
ent_tables_get (guint *n_tables)
{
  *n_tables = G_N_ELEMENTS (tables);
  return tables;
}

/**
 * ent_table_find:
 * @name: the name of a type, as in JSON and ententectl: "agreement"
 *
 * Returns: (nullable): the type, or %NULL where there is none of that name
 */
const EntTable *
ent_table_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (tables[i]->name, name) == 0)
      return tables[i];

  return NULL;
}
