/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/views/reports/ent-report-part.h"

G_BEGIN_DECLS

/* A line of the outline on the screen. Signals: "ticked" (gboolean printed), "added" for what is
 * missing, "dropped" (EntReportPart *dragged): another line was let go on it. */
#define ENT_TYPE_REPORT_OUTLINE_ROW (ent_report_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (
    EntReportOutlineRow, ent_report_outline_row, ENT, REPORT_OUTLINE_ROW, GtkWidget)

GtkWidget *ent_report_outline_row_new (void);
void ent_report_outline_row_set_part (EntReportOutlineRow *self, EntReportPart *part);
EntReportPart *ent_report_outline_row_get_part (EntReportOutlineRow *self);

G_END_DECLS
