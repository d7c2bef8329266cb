/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-scribe.h"

G_BEGIN_DECLS

/* What goes where in a report, before anything is written. */
typedef struct
{
  char *heading;
  EntSection *section; /* the recorded one, NULL when the rules made the entry */
  EntId id;            /* for claims: of the section, or of the first record */
  GPtrArray *records;  /* EntRecord: events, outcomes, agreements, projects, subsidies */
  GPtrArray *entries;  /* EntReportEntry under it, NULL when there is none */
} EntReportEntry;

typedef struct
{
  EntSection *report;  /* the recorded report, NULL when there is none */
  GPtrArray *sections; /* EntReportEntry */
} EntReportPlan;

EntReportPlan *ent_report_plan_new (const EntScribe *scribe, int year);
void ent_report_plan_free (EntReportPlan *plan);

EntReportEntry *ent_report_entry_new (const char *heading, EntSection *section, EntId id);
GPtrArray *ent_report_entries_new (void);
void ent_report_sort (GPtrArray *records, const EntScribe *scribe);
GPtrArray *ent_report_default_sections (const EntScribe *scribe, int year);

gboolean ent_event_is_ours (const EntScribe *scribe, EntEvent *event);
EntRecord *ent_event_get_partner (const EntScribe *scribe, EntEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReportPlan, ent_report_plan_free)

G_END_DECLS
