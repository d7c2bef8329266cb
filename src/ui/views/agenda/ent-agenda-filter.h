/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/views/agenda/ent-agenda-list.h"
#include "ui/widgets/ent-record-filter.h"

G_BEGIN_DECLS

/* Which events the agenda shows: for each measure those chosen, all when none is. */
#define ENT_TYPE_AGENDA_FILTER (ent_agenda_filter_get_type ())
G_DECLARE_FINAL_TYPE (EntAgendaFilter, ent_agenda_filter, ENT, AGENDA_FILTER, EntRecordFilter)

EntAgendaFilter *ent_agenda_filter_new (void);
void ent_agenda_filter_choose (EntAgendaFilter *self,
                               EntAgendaMeasure measure,
                               gint64 value,
                               gboolean chosen);
gboolean ent_agenda_filter_has (EntAgendaFilter *self, EntAgendaMeasure measure, gint64 value);
guint ent_agenda_filter_count (EntAgendaFilter *self, EntAgendaMeasure measure);

G_END_DECLS
