/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The preferences, kept as they are chosen. */
#define ENT_TYPE_PREFERENCES_DIALOG (ent_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntPreferencesDialog, ent_preferences_dialog, ENT, PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

GtkWidget *ent_preferences_dialog_new (EntSession *session);

G_END_DECLS
