/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-column.h"

G_BEGIN_DECLS

/* The closed lists of the choice columns, in the order in which they are offered. */
extern const EntChoice ent_choices_visibility[];
extern const EntChoice ent_choices_scheme[];
extern const EntChoice ent_choices_alias_kind[];
extern const EntChoice ent_choices_link_kind[];
extern const EntChoice ent_choices_document_kind[];
extern const EntChoice ent_choices_attachment_role[];
extern const EntChoice ent_choices_pair[];
extern const EntChoice ent_choices_note_kind[];
extern const EntChoice ent_choices_place_kind[];
extern const EntChoice ent_choices_organisation_kind[];
extern const EntChoice ent_choices_level[];
extern const EntChoice ent_choices_relation_class[];
extern const EntChoice ent_choices_maturity[];
extern const EntChoice ent_choices_standing[];
extern const EntChoice ent_choices_membership_role[];
extern const EntChoice ent_choices_agreement_kind[];
extern const EntChoice ent_choices_agreement_stage[];
extern const EntChoice ent_choices_decision[];
extern const EntChoice ent_choices_term_kind[];
extern const EntChoice ent_choices_tier[];
extern const EntChoice ent_choices_signing_mode[];
extern const EntChoice ent_choices_provision_kind[];
extern const EntChoice ent_choices_obligation_kind[];
extern const EntChoice ent_choices_event_kind[];
extern const EntChoice ent_choices_direction[];
extern const EntChoice ent_choices_event_state[];
extern const EntChoice ent_choices_participation_role[];
extern const EntChoice ent_choices_reply[];
extern const EntChoice ent_choices_outcome_kind[];
extern const EntChoice ent_choices_outcome_state[];
extern const EntChoice ent_choices_project_kind[];
extern const EntChoice ent_choices_project_state[];
extern const EntChoice ent_choices_indicator_direction[];
extern const EntChoice ent_choices_aggregation[];
extern const EntChoice ent_choices_counted[];
extern const EntChoice ent_choices_measurement_kind[];
extern const EntChoice ent_choices_section_kind[];
extern const EntChoice ent_choices_section_state[];
extern const EntChoice ent_choices_expense_kind[];
extern const EntChoice ent_choices_decision_kind[];

G_END_DECLS
