/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

GPtrArray *ent_indicator_get_running_agreements (EntSession *session);
void ent_indicator_sort_agreements (EntSession *session, GPtrArray *agreements);
guint ent_indicator_count_asked (EntSession *session, GPtrArray *agreements);
void ent_indicator_scope_dialog_present (GtkWidget *widget, EntSession *session);

G_END_DECLS
