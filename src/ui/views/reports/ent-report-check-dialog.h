/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* What is to be looked at in a report before it goes out, the gravest first. */
#define ENT_TYPE_REPORT_CHECK_DIALOG (ent_report_check_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    EntReportCheckDialog, ent_report_check_dialog, ENT, REPORT_CHECK_DIALOG, AdwDialog)

AdwDialog *ent_report_check_dialog_new (EntSession *session, EntId report);

G_END_DECLS
