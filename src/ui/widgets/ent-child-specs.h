/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-child-group.h"

G_BEGIN_DECLS

/* Lists that stand on more than one page, the same on each. */
extern const EntChildSpec ent_child_costs;
extern const EntChildSpec ent_child_decisions;
extern const EntChildSpec ent_child_documents;
extern const EntChildSpec ent_child_names;
extern const EntChildSpec ent_child_notes;
extern const EntChildSpec ent_child_organisation_names;
extern const EntChildSpec ent_child_served_agreements;
extern const EntChildSpec ent_child_served_themes;
extern const EntChildSpec ent_child_sources;

G_END_DECLS
