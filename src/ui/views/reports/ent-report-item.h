/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-report-scope.h"

G_BEGIN_DECLS

/* A report in the list of reports, recorded or not. */
#define ENT_TYPE_REPORT_ITEM (ent_report_item_get_type ())
G_DECLARE_FINAL_TYPE (EntReportItem, ent_report_item, ENT, REPORT_ITEM, GObject)

struct _EntReportItem
{
  GObject parent_instance;

  EntReportScope scope;
  EntId report; /* none while it is not recorded */
};

EntReportItem *ent_report_item_new (const EntReportScope *scope, EntId report);
GPtrArray *ent_report_item_list (EntProject *project, int today);

G_END_DECLS
