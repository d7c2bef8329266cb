/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-agenda.h"
#include "ui/widgets/ent-choice-filter.h"
#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean listed; /* not inside another event */
  gboolean clashing; /* somebody in it is elsewhere, too */
  EntAgendaPosition position;
} EntAgendaFacts;

extern const EntRecordSpec ent_agenda_list_spec;

EntChoiceFilter *ent_agenda_filter_new (void);

G_END_DECLS
