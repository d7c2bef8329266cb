/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-contacts.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* Sentences of the interface about a partner. NULL where there is nothing to say. */
char *ent_relation_dup_words (EntOrganisation *organisation, const char *lang);
char *ent_contact_dup_words (EntProject *project,
                             EntRecord *record,
                             EntDate *when,
                             const char *lang);
char *ent_counts_dup_words (const EntContacts *contacts);
char *ent_mandate_dup_holder_words (EntProject *project, EntMandate *mandate, const char *lang);
char *ent_person_dup_function_words (EntProject *project,
                                     EntPerson *person,
                                     const char *lang,
                                     int today);
char *ent_mandate_dup_position_words (EntProject *project, EntRecord *record, const char *lang);
char *ent_mandate_dup_person_words (EntProject *project, EntRecord *record, const char *lang);
char *ent_membership_dup_whole_words (EntProject *project, EntRecord *record, const char *lang);
char *ent_membership_dup_member_words (EntProject *project, EntRecord *record, const char *lang);

G_END_DECLS
