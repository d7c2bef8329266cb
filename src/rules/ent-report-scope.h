/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* What a report is about: whose activity, and of which days. */
typedef struct
{
  EntId id;  /* an agreement, organisation or project; ENT_ID_NONE for the office */
  int first; /* days, both of them included */
  int last;
} EntReportScope;

EntReportScope ent_report_scope_of_year (EntId id, int year);
gboolean ent_report_scope_is_year (const EntReportScope *scope);
EntDate *ent_report_scope_get_period (const EntReportScope *scope);
gboolean ent_report_scope_read (EntProject *project, EntSection *report, EntReportScope *scope);
EntSection *ent_report_find (EntProject *project, const EntReportScope *scope);
gboolean ent_report_is_issued (EntSection *report);
char *ent_report_dup_issued_key (EntSection *report, const char *lang);

/* What belongs to it, as far as rules can say. */
GPtrArray *ent_report_scope_collect (EntProject *project, const EntReportScope *scope);
gboolean ent_report_may_print (EntRecord *record);
gboolean ent_report_is_office (EntProject *project, EntId organisation);
gboolean ent_report_event_is_ours (EntProject *project, EntEvent *event);
EntRecord *ent_report_get_partner (EntProject *project, EntRecord *record);

/* What is told in a recorded report. */
GPtrArray *ent_report_list_parts (EntProject *project, EntSection *report);
GPtrArray *ent_report_list_told (EntProject *project, EntSection *part);
GPtrArray *ent_report_find_missing (EntProject *project, EntSection *report);

G_END_DECLS
