/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The place Indicators. */
#define ENT_TYPE_INDICATORS_VIEW (ent_indicators_view_get_type ())
G_DECLARE_FINAL_TYPE (EntIndicatorsView, ent_indicators_view, ENT, INDICATORS_VIEW, AdwBin)

GtkWidget *ent_indicators_view_new (EntSession *session);
GListModel *ent_indicators_view_get_filtered (EntIndicatorsView *self);

G_END_DECLS
