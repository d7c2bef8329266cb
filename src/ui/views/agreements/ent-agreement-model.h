/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/ent-session.h"
#include "ui/views/agreements/ent-agreement-item.h"

G_BEGIN_DECLS

/* The agreements of a project as items of the list, kept equal to it. */
#define ENT_TYPE_AGREEMENT_MODEL (ent_agreement_model_get_type ())
G_DECLARE_FINAL_TYPE (EntAgreementModel, ent_agreement_model, ENT, AGREEMENT_MODEL, GObject)

EntAgreementModel *ent_agreement_model_new (EntSession *session);
GListModel *ent_agreement_model_get_list (EntAgreementModel *self);

G_END_DECLS
