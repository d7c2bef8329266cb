/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-project.h"

#include "model/ent-agreement.h"
#include "model/ent-alias.h"
#include "model/ent-attachment.h"
#include "model/ent-citation.h"
#include "model/ent-copy.h"
#include "model/ent-decision.h"
#include "model/ent-document.h"
#include "model/ent-event.h"
#include "model/ent-expense.h"
#include "model/ent-indicator.h"
#include "model/ent-link.h"
#include "model/ent-mandate.h"
#include "model/ent-measurement.h"
#include "model/ent-membership.h"
#include "model/ent-note.h"
#include "model/ent-obligation.h"
#include "model/ent-organisation.h"
#include "model/ent-outcome.h"
#include "model/ent-participation.h"
#include "model/ent-party.h"
#include "model/ent-person.h"
#include "model/ent-place.h"
#include "model/ent-project-record.h"
#include "model/ent-provision.h"
#include "model/ent-section.h"
#include "model/ent-series.h"
#include "model/ent-signatory.h"
#include "model/ent-signing.h"
#include "model/ent-subsidy.h"
#include "model/ent-term.h"

G_BEGIN_DECLS

/* All record types, in the order in which pages, exports and schema name them. */
const EntTable *const *ent_tables_get (guint *n_tables);
const EntTable *ent_table_find (const char *name);

G_END_DECLS
