/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-agenda.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* What list and page say of an event, each "" for nothing; the caller frees it. */
char *ent_event_dup_kind_words (EntEvent *event, const char *lang);
char *ent_event_dup_state_words (EntEvent *event, const char *lang);
char *ent_event_dup_partner_words (EntProject *project, EntEvent *event, const char *lang);
char *ent_event_dup_sentence (EntProject *project, EntEvent *event, const char *lang);
char *ent_event_dup_line_words (EntProject *project, EntEvent *event, const char *lang);
char *ent_event_dup_note_words (EntEvent *event, const char *lang);
char *ent_agenda_dup_section_words (const EntAgendaPosition *position);
const char *ent_event_group_get_words (EntEventGroup group);

char *ent_month_dup_words (int year, int month);
const char *ent_weekday_get_words (int day);
char *ent_day_dup_words (int day);

G_END_DECLS
