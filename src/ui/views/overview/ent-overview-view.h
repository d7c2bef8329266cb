/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* What is to be looked at today, and the acts that settle it. */
#define ENT_TYPE_OVERVIEW_VIEW (ent_overview_view_get_type ())
G_DECLARE_FINAL_TYPE (EntOverviewView, ent_overview_view, ENT, OVERVIEW_VIEW, AdwBreakpointBin)

GtkWidget *ent_overview_view_new (EntSession *session);

G_END_DECLS
