/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* Asks what a new report is about, and of which days. Signal "made" (gint64 id): the report. */
#define ENT_TYPE_REPORT_DIALOG (ent_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntReportDialog, ent_report_dialog, ENT, REPORT_DIALOG, AdwDialog)

AdwDialog *ent_report_dialog_new (EntSession *session);

G_END_DECLS
