/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The papers of the project by year; today the annual report. */
#define ENT_TYPE_REPORTS_VIEW (ent_reports_view_get_type ())
G_DECLARE_FINAL_TYPE (EntReportsView, ent_reports_view, ENT, REPORTS_VIEW, AdwBreakpointBin)

GtkWidget *ent_reports_view_new (EntSession *session);

G_END_DECLS
