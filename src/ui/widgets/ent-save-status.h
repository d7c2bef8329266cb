/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/ent-project-file.h"

G_BEGIN_DECLS

/* Whether what was typed has reached the project's file: "Saved", "Saving…", or why not. */
#define ENT_TYPE_SAVE_STATUS (ent_save_status_get_type ())
G_DECLARE_FINAL_TYPE (EntSaveStatus, ent_save_status, ENT, SAVE_STATUS, AdwBin)

GtkWidget *ent_save_status_new (EntProjectFile *file);

G_END_DECLS
