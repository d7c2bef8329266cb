/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-report-plan.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_REPORT_PART_ROOT,    /* the report itself: cover, period, scope */
  ENT_REPORT_PART_PART,    /* a section, an entry or a table */
  ENT_REPORT_PART_MISSING, /* what no part tells */
} EntReportPartKind;

/* A line of the outline of a report. Signal "changed" when it says something else. */
#define ENT_TYPE_REPORT_PART (ent_report_part_get_type ())
G_DECLARE_FINAL_TYPE (EntReportPart, ent_report_part, ENT, REPORT_PART, GObject)

struct _EntReportPart
{
  GObject parent_instance;

  EntReportPartKind what;
  EntReportKind kind; /* of a part */
  guint depth;        /* from 0 */
  char *heading;
  EntId section;    /* the recorded section, none where rules made it */
  EntId record;     /* what it is about, or what is missing */
  GPtrArray *told;  /* EntRecord, held: the facts of the part and of what stands under it */
  gboolean omitted; /* not printed */
  gboolean locked;  /* whether it is printed cannot be changed */
  guint n_missing;  /* on the first of what is missing: how many there are */
};

GPtrArray *ent_report_part_list (EntProject *project,
                                 const EntReportScope *scope,
                                 EntSection *report,
                                 const char *lang,
                                 int today);
gboolean ent_report_part_is_table (const EntReportPart *self);
gboolean ent_report_part_is_same (const EntReportPart *self, const EntReportPart *other);
void ent_report_part_assign (EntReportPart *self, const EntReportPart *other);

G_END_DECLS
