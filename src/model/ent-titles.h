/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

/* Titles of the records that have none of their own: made of what they tie together. */
char *ent_title_of_person (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_party (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_signing (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_signatory (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_copy (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_provision (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_obligation (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_participation (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_mandate (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_membership (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_subsidy (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_measurement (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_attachment (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_citation (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_note (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_alias (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_link (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_section (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_decision (EntRecord *record, EntProject *project, const char *lang);
char *ent_title_of_expense (EntRecord *record, EntProject *project, const char *lang);

G_END_DECLS
