/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* Undo and redo, for a header bar; the tooltips name the act. */
#define ENT_TYPE_UNDO_BUTTONS (ent_undo_buttons_get_type ())
G_DECLARE_FINAL_TYPE (EntUndoButtons, ent_undo_buttons, ENT, UNDO_BUTTONS, AdwBin)

GtkWidget *ent_undo_buttons_new (EntSession *session);

G_END_DECLS
