/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"
#include "ui/views/reports/ent-report-part.h"

G_BEGIN_DECLS

/* The sections and entries of a report as lines that are ticked, dragged and stepped with
 * Alt+Up/Down, and below them what it does not tell. Signals: "chosen": another line is;
 * "opened": the officer goes to the line. */
#define ENT_TYPE_REPORT_OUTLINE (ent_report_outline_get_type ())
G_DECLARE_FINAL_TYPE (EntReportOutline, ent_report_outline, ENT, REPORT_OUTLINE, AdwBin)

GtkWidget *ent_report_outline_new (EntSession *session);
void ent_report_outline_show (EntReportOutline *self,
                              const EntReportScope *scope,
                              EntSection *report,
                              const char *lang);
void ent_report_outline_choose (EntReportOutline *self, EntId section);
gboolean ent_report_outline_step (EntReportOutline *self, int direction);
EntReportPart *ent_report_outline_get_chosen (EntReportOutline *self);

G_END_DECLS
