/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The place Agenda: what happened and what is to come, and the page of the event chosen. */
#define ENT_TYPE_AGENDA_VIEW (ent_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (EntAgendaView, ent_agenda_view, ENT, AGENDA_VIEW, AdwBin)

GtkWidget *ent_agenda_view_new (EntSession *session);

G_END_DECLS
