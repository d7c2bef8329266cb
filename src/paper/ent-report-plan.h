/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-scribe.h"
#include "rules/ent-report-scope.h"

G_BEGIN_DECLS

/* What a part of a report is: told by the records put into it, or a table made of all there are. */
typedef enum
{
  ENT_REPORT_SECTION,
  ENT_REPORT_ENTRY,
  ENT_REPORT_AGREEMENTS,
  ENT_REPORT_PLANNED,
  ENT_REPORT_DELEGATIONS,
  ENT_REPORT_SUBSIDIES,
  ENT_REPORT_STATISTICS,
  ENT_REPORT_N_KINDS,
} EntReportKind;

/* What goes where in a report, before anything is written. */
typedef struct
{
  EntReportKind kind;
  char *heading;
  EntSection *section; /* the recorded one, NULL when the rules made the entry */
  EntId id;            /* for claims: of the section, or of what it is about */
  gboolean omitted;    /* not printed */
  GPtrArray *records;  /* EntRecord: events, outcomes, agreements, projects, subsidies */
  GPtrArray *entries;  /* EntReportEntry under it */
} EntReportEntry;

typedef struct
{
  EntReportScope scope;
  EntSection *report;  /* the recorded report, NULL when there is none */
  gboolean composed;   /* its sections are recorded ones */
  GPtrArray *sections; /* EntReportEntry */
} EntReportPlan;

EntReportPlan *ent_report_plan_new (const EntScribe *scribe,
                                    const EntReportScope *scope,
                                    EntSection *report,
                                    gboolean with_omitted);
void ent_report_plan_free (EntReportPlan *plan);

const char *ent_report_kind_get_name (EntReportKind kind);
char *ent_report_dup_title (const EntScribe *scribe,
                            const EntReportScope *scope,
                            EntSection *report);

EntReportEntry *ent_report_entry_new (const char *heading, EntSection *section, EntId id);
GPtrArray *ent_report_entries_new (void);
EntId ent_report_entry_get_subject (const EntReportEntry *entry);
void ent_report_sort (GPtrArray *records, const EntScribe *scribe);
GPtrArray *ent_report_default_sections (const EntScribe *scribe, const EntReportScope *scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReportPlan, ent_report_plan_free)

G_END_DECLS
