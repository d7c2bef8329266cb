/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-scribe.h"
#include "rules/ent-programme.h"

G_BEGIN_DECLS

/* A paper of one event while it is written; each part prints its heading only when it has
 * something under it. */
typedef struct
{
  EntScribe scribe;
  EntEvent *event;
  EntId id;
  int day;             /* the first of the event; today where none is known */
  GPtrArray *partners; /* EntOrganisation: those it is with */
} EntEventPaper;

EntEventPaper *ent_event_paper_new (
    EntProject *project, EntEvent *event, const char *kind, const char *lang, int today);
EntPaper *ent_event_paper_finish (EntEventPaper *self);

GPtrArray *ent_event_paper_get_children (EntEventPaper *self,
                                         const EntTable *table,
                                         const char *column);
gboolean ent_event_is_visit (EntEvent *event);
GPtrArray *ent_event_paper_get_people (EntEventPaper *self, gboolean ours);
char *ent_event_paper_dup_name (EntEventPaper *self, EntParticipation *participation);
EntRuns *ent_event_paper_make_function (EntEventPaper *self, EntParticipation *participation);
char *ent_event_paper_dup_hours (EntEventPaper *self, const EntSlot *slot);

void ent_event_paper_add_summary (EntEventPaper *self);
void ent_event_paper_add_people (EntEventPaper *self, const char *heading, gboolean ours);
void ent_event_paper_add_notes (EntEventPaper *self, EntId id, const char *const *kinds);
void ent_event_paper_add_costs (EntEventPaper *self, const char *heading, const char *const *kinds);
void ent_event_paper_add_documents (EntEventPaper *self);
void ent_event_paper_add_gifts (EntEventPaper *self);
void ent_event_paper_add_practical (EntEventPaper *self);
void ent_event_paper_add_decisions (EntEventPaper *self);

G_END_DECLS
