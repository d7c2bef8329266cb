/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The page of one agreement: its state at a glance, then everything that hangs on it, each list
 * shown when it has content and otherwise behind Add…. */
#define ENT_TYPE_AGREEMENT_PAGE (ent_agreement_page_get_type ())
G_DECLARE_FINAL_TYPE (EntAgreementPage, ent_agreement_page, ENT, AGREEMENT_PAGE, AdwBin)

GtkWidget *ent_agreement_page_new (EntSession *session, EntAgreement *agreement);
void ent_agreement_page_grab_title (EntAgreementPage *self);
EntAgreement *ent_agreement_page_get_agreement (EntAgreementPage *self);

G_END_DECLS
