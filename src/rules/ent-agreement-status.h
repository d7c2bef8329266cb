/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* Where an agreement stands on a day. Never "in force" where its validity is not known. */
typedef enum
{
  ENT_STATUS_DRAFT,          /* being written, nothing signed */
  ENT_STATUS_IN_NEGOTIATION, /* its renewal or its text is being discussed */
  ENT_STATUS_PLANNED,        /* nothing signed, no stage said */
  ENT_STATUS_SIGNED,         /* signed, not yet in force */
  ENT_STATUS_IN_FORCE,       /* within its period */
  ENT_STATUS_VALIDITY_UNKNOWN, /* signed, but neither an end nor "no end" is recorded */
  ENT_STATUS_ENDED,          /* past its end */
  ENT_STATUS_TERMINATED,     /* ended before its term, or not renewed */
} EntStatus;

typedef struct
{
  EntStatus status;
  int ends;      /* last day of its period, ENT_DAY_MAX when it has none */
  int days_left; /* from today to that day, G_MAXINT when it has none; negative when past */
} EntAgreementStatus;

/* What the officer's own city is in an agreement. */
typedef enum
{
  ENT_ROLE_PARTY,
  ENT_ROLE_PARTNER,
  ENT_ROLE_FACILITATOR,
  ENT_ROLE_WITNESS,
  ENT_ROLE_FOLLOWED, /* not in it: somebody else's agreement */
} EntRole;

/* What came after an agreement: nothing, a text still being written, or one that is signed. */
typedef enum
{
  ENT_SUCCESSOR_NONE,
  ENT_SUCCESSOR_DRAFT,
  ENT_SUCCESSOR_CONCLUDED,
} EntSuccessor;

EntSuccessor
ent_agreement_get_successor (EntProject *project, EntAgreement *agreement, int today);
EntAgreementStatus ent_agreement_get_status (EntProject *project,
                                             EntAgreement *agreement,
                                             int today);
EntRole ent_agreement_get_role (EntProject *project, EntAgreement *agreement);
gboolean ent_agreement_is_ours (EntProject *project, EntAgreement *agreement);
int ent_agreement_get_next_date (EntProject *project, EntAgreement *agreement, int today);

/* Organisations the agreement is with: parties and partners that are not the officer's own. */
GPtrArray *ent_agreement_get_counterparts (EntProject *project, EntAgreement *agreement);

G_END_DECLS
