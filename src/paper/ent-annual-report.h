/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-project.h"
#include "paper/ent-paper.h"
#include "rules/ent-report-scope.h"

G_BEGIN_DECLS

EntPaper *ent_report_build (EntProject *project,
                            const EntReportScope *scope,
                            EntSection *section,
                            const char *lang,
                            int today);
EntPaper *ent_annual_report_build (EntProject *project, int year, const char *lang, int today);

G_END_DECLS
