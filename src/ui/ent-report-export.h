/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* Exports annual reports of a window's project, one at a time; what goes on is shown as
 * toasts, so that no dialog stands in the way meanwhile. */
#define ENT_TYPE_REPORT_EXPORT (ent_report_export_get_type ())
G_DECLARE_FINAL_TYPE (EntReportExport, ent_report_export, ENT, REPORT_EXPORT, GObject)

EntReportExport *ent_report_export_new (EntSession *session, AdwToastOverlay *toasts);

void ent_report_export_ask (EntReportExport *self, int year, const char *lang);
void ent_report_export_write (EntReportExport *self, int year, const char *lang, GFile *file);

G_END_DECLS
