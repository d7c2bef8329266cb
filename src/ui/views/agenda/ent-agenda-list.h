/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-agenda.h"
#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

/* What the agenda is filtered by. */
typedef enum
{
  ENT_AGENDA_BY_DIRECTION, /* number of the choice, -1 when not recorded */
  ENT_AGENDA_BY_KIND,      /* EntEventGroup */
  ENT_AGENDA_BY_STATE,     /* number of the choice, -1 when not recorded */
  ENT_AGENDA_BY_YEAR,      /* 0 when not recorded */
  ENT_AGENDA_N_MEASURES,
} EntAgendaMeasure;

typedef struct
{
  gboolean listed; /* not inside another event */
  gboolean clashing; /* somebody in it is elsewhere, too */
  EntAgendaPosition position;
  gint64 values[ENT_AGENDA_N_MEASURES];
} EntAgendaFacts;

extern const EntRecordSpec ent_agenda_list_spec;

G_END_DECLS
