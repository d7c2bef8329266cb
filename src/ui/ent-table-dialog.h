/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* What bringing a table into the project would do, row by row, and what its columns hold; then
 * does it as one undo step. Signal "imported" (guint new, guint completed). */
#define ENT_TYPE_TABLE_DIALOG (ent_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntTableDialog, ent_table_dialog, ENT, TABLE_DIALOG, AdwDialog)

AdwDialog *ent_table_dialog_new (EntSession *session,
                                 const EntTable *table,
                                 const char *const *preset,
                                 const char *const *start,
                                 GBytes *bytes,
                                 const char *name);

G_END_DECLS
