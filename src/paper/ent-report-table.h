/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-report-plan.h"

G_BEGIN_DECLS

/* The parts of a report that are tables of all there is. */
gboolean ent_report_table_add (const EntScribe *scribe,
                               const EntReportScope *scope,
                               const EntReportEntry *entry);

G_END_DECLS
