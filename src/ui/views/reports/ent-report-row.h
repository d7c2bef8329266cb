/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"
#include "ui/views/reports/ent-report-item.h"

G_BEGIN_DECLS

/* One of the reports. */
#define ENT_TYPE_REPORT_ROW (ent_report_row_get_type ())
G_DECLARE_FINAL_TYPE (EntReportRow, ent_report_row, ENT, REPORT_ROW, AdwBin)

GtkWidget *ent_report_row_new (void);
void ent_report_row_set_item (EntReportRow *self, EntSession *session, EntReportItem *item);
const char *ent_report_row_get_title (EntReportRow *self);

G_END_DECLS
