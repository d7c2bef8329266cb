/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

void ent_history_dialog_present (GtkWidget *parent, EntSession *session, EntId record);

G_END_DECLS
