/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-scribe.h"
#include "rules/ent-agreement-status.h"

G_BEGIN_DECLS

char *ent_agreement_line_state (const EntScribe *scribe, EntAgreement *agreement, int day);
char *ent_agreement_line_role (const EntScribe *scribe, EntAgreement *agreement);
char *ent_agreement_line_partners (const EntScribe *scribe, EntAgreement *agreement);
char *ent_agreement_line_signed (const EntScribe *scribe, EntAgreement *agreement);
char *ent_agreement_line_period (const EntScribe *scribe, EntAgreement *agreement);

G_END_DECLS
