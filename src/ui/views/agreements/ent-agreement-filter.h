/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-agreement-status.h"
#include "ui/widgets/ent-record-filter.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_SCOPE_OURS,     /* party or co-signatory partner */
  ENT_SCOPE_FOLLOWED, /* everybody else's, and those we helped */
  ENT_SCOPE_ALL,
} EntScope;

/* Which agreements the list shows. As it starts: ours, and those that have not ended. */
#define ENT_TYPE_AGREEMENT_FILTER (ent_agreement_filter_get_type ())
G_DECLARE_FINAL_TYPE (EntAgreementFilter,
                      ent_agreement_filter,
                      ENT,
                      AGREEMENT_FILTER,
                      EntRecordFilter)

EntAgreementFilter *ent_agreement_filter_new (void);
void ent_agreement_filter_set_scope (EntAgreementFilter *self, EntScope scope);
EntScope ent_agreement_filter_get_scope (EntAgreementFilter *self);
void ent_agreement_filter_set_status (EntAgreementFilter *self, EntStatus status, gboolean shown);
gboolean ent_agreement_filter_has_status (EntAgreementFilter *self, EntStatus status);
gboolean ent_agreement_filter_hides_ended (EntAgreementFilter *self);
void ent_agreement_filter_set_ending (EntAgreementFilter *self, gboolean ending);
gboolean ent_agreement_filter_get_ending (EntAgreementFilter *self);

G_END_DECLS
