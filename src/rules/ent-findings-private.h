/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-findings.h"

G_BEGIN_DECLS

/* The parts of a search for what is to be looked at. */
typedef struct
{
  EntProject *project;
  int today;
  GPtrArray *findings; /* EntFinding */
  int end_lead;        /* months before an end that wants a decision */
} EntFindingSearch;

EntFinding *ent_finding_search_add (EntFindingSearch *self,
                                    EntFindingRule rule,
                                    gpointer record,
                                    const EntColumn *column,
                                    int date);
void ent_finding_search_report (EntFindingSearch *self, EntSection *section);
void ent_finding_search_missing (EntFindingSearch *self, EntRecord *record);

G_END_DECLS
