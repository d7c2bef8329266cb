/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

gboolean ent_details_are_there (const EntTable *table);
void ent_details_dialog_present (GtkWidget *widget, EntSession *session, EntRecord *record);

G_END_DECLS
