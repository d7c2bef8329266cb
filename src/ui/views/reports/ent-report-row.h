/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* One year of the reports. */
#define ENT_TYPE_REPORT_ROW (ent_report_row_get_type ())
G_DECLARE_FINAL_TYPE (EntReportRow, ent_report_row, ENT, REPORT_ROW, AdwBin)

GtkWidget *ent_report_row_new (void);
void ent_report_row_set_year (EntReportRow *self, EntSession *session, int year);

G_END_DECLS
