/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-agreement-status.h"

G_BEGIN_DECLS

/* Sentences of the interface about an agreement. */
const char *ent_status_get_words (EntStatus status);
const char *ent_role_get_words (EntRole role);
char *ent_agreement_dup_status_words (EntProject *project, EntAgreement *agreement, int today);
char *ent_agreement_dup_partner_words (EntProject *project,
                                       EntAgreement *agreement,
                                       const char *lang);
char *ent_agreement_dup_signed_words (EntProject *project,
                                      EntAgreement *agreement,
                                      const char *lang);
char *ent_theme_dup_activity_words (EntProject *project, EntRecord *theme);

G_END_DECLS
