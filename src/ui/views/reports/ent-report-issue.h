/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-report-scope.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* A report goes out, and is the start of the next one: each one undo step. */
gboolean ent_report_issue (EntSession *session, EntSection *report);
gboolean ent_report_reopen (EntSession *session, EntSection *report);
EntId ent_report_begin_next (EntSession *session, EntSection *report);

G_END_DECLS
