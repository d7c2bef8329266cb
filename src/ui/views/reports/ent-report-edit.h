/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-report-plan.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* What the officer does to a report: each is one undo step, and says why where it is refused. */
EntId ent_report_edit_compose (EntSession *session, const EntReportScope *scope);
gboolean ent_report_edit_set_omitted (EntSession *session, EntSection *part, gboolean omitted);
EntId ent_report_edit_add_table (EntSession *session,
                                 EntSection *report,
                                 EntReportKind kind,
                                 gboolean omitted);
gboolean ent_report_edit_place (EntSession *session,
                                EntSection *part,
                                EntId parent,
                                EntSection *before);
gboolean ent_report_edit_step (EntSession *session, EntSection *part, int step);
EntId ent_report_edit_add_section (EntSession *session, EntSection *report);
EntId ent_report_edit_tell (EntSession *session, EntSection *report, EntRecord *record);
gboolean ent_report_edit_take_text (EntSession *session, EntSection *entry);

G_END_DECLS
