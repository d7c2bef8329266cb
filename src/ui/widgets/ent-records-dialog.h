/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

void ent_records_dialog_present (GtkWidget *widget,
                                 EntSession *session,
                                 const char *title,
                                 const char *text,
                                 GPtrArray *records);

G_END_DECLS
