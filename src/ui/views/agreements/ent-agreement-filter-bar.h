/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"
#include "ui/views/agreements/ent-agreement-filter.h"

G_BEGIN_DECLS

/* The chips over the list: each shows what is filtered, and stays in sight. */
#define ENT_TYPE_AGREEMENT_FILTER_BAR (ent_agreement_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntAgreementFilterBar,
                      ent_agreement_filter_bar,
                      ENT,
                      AGREEMENT_FILTER_BAR,
                      AdwBin)

GtkWidget *ent_agreement_filter_bar_new (EntAgreementFilter *filter, GListModel *items);

G_END_DECLS
