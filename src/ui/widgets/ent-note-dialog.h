/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

void ent_note_dialog_present (GtkWidget *widget, EntSession *session, EntRecord *note);

G_END_DECLS
