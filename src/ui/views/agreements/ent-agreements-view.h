/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The place Agreements: list or table, with chips, and the page of the one chosen. */
#define ENT_TYPE_AGREEMENTS_VIEW (ent_agreements_view_get_type ())
G_DECLARE_FINAL_TYPE (EntAgreementsView, ent_agreements_view, ENT, AGREEMENTS_VIEW, AdwBin)

GtkWidget *ent_agreements_view_new (EntSession *session);

G_END_DECLS
