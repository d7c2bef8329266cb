/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-agreement-status.h"
#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

/* What the list of agreements is filtered by. */
typedef struct
{
  EntStatus status;
  EntRole role;
  int days_left;
} EntAgreementFacts;

extern const EntRecordSpec ent_agreement_list_spec;

G_END_DECLS
