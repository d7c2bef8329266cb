/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/views/agenda/ent-agenda-filter.h"

G_BEGIN_DECLS

/* The chips over the agenda. */
#define ENT_TYPE_AGENDA_FILTER_BAR (ent_agenda_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntAgendaFilterBar, ent_agenda_filter_bar, ENT, AGENDA_FILTER_BAR, AdwBin)

GtkWidget *ent_agenda_filter_bar_new (EntAgendaFilter *filter, GListModel *items);

G_END_DECLS
