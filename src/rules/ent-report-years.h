/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* The years an annual report can be made of. */
int ent_report_last_complete_year (int today);
guint ent_report_count_events (EntProject *project, int year);
GArray *ent_report_list_years (EntProject *project, int today);

/* The yearly report that an agreement asks for. */
EntObligation *
ent_agreement_find_report_owed (EntProject *project, EntAgreement *agreement, int year);
int ent_agreement_get_report_year (EntProject *project, EntAgreement *agreement, int today);

G_END_DECLS
