/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

void ent_event_kind_dialog_present (GtkWidget *widget, EntSession *session, const char *when);

G_END_DECLS
