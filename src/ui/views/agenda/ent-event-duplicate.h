/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/ent-session.h"

G_BEGIN_DECLS

EntId ent_event_duplicate (EntSession *session, EntEvent *event, const EntDate *when);
void ent_event_duplicate_present (GtkWidget *widget, EntSession *session, EntEvent *event);

G_END_DECLS
