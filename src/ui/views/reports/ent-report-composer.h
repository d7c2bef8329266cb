/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/ent-report-scope.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* One report in three panes: its outline, the entry chosen there, and its pages. Where there is
 * less room they take turns. */
#define ENT_TYPE_REPORT_COMPOSER (ent_report_composer_get_type ())
G_DECLARE_FINAL_TYPE (
    EntReportComposer, ent_report_composer, ENT, REPORT_COMPOSER, AdwBreakpointBin)

GtkWidget *ent_report_composer_new (EntSession *session);
void ent_report_composer_open (EntReportComposer *self, const EntReportScope *scope, EntId report);
gboolean ent_report_composer_open_section (EntReportComposer *self, EntSection *section);
char *ent_report_composer_dup_title (EntReportComposer *self);

G_END_DECLS
