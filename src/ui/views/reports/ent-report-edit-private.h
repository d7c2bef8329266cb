/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/views/reports/ent-report-edit.h"

G_BEGIN_DECLS

/* One change of a report under way: when a part of it was refused, the rest is not tried. */
typedef struct
{
  EntSession *session;
  EntProject *project;
  EntAction *action;
  GError *error;
} EntReportEdit;

const char *ent_report_edit_get_other_lang (const char *lang);
EntReportEdit ent_report_edit_begin (EntSession *session,
                                     const char *label,
                                     EntRecord *record,
                                     const char *words);
gboolean ent_report_edit_finish (EntReportEdit *self);
void ent_report_edit_set (
    EntReportEdit *self, const EntTable *table, EntId id, const char *column, const char *value);
void ent_report_edit_set_id (
    EntReportEdit *self, const EntTable *table, EntId id, const char *column, EntId target);
EntId ent_report_edit_add_part (EntReportEdit *self,
                                EntId parent,
                                const char *kind,
                                guint position);
void ent_report_edit_add_link (EntReportEdit *self, EntId part, EntRecord *record);
EntId ent_report_edit_add_report (EntReportEdit *self, const EntReportScope *scope);
void ent_report_edit_add_entry (EntReportEdit *self,
                                EntId section,
                                EntReportEntry *entry,
                                guint position);
void ent_report_edit_add_section_of_rules (EntReportEdit *self,
                                           EntId report,
                                           EntReportEntry *section,
                                           EntReportEntry *other,
                                           guint position);
EntSection *ent_report_edit_find_section (EntProject *project, EntId root, EntReportEntry *rules);

G_END_DECLS
