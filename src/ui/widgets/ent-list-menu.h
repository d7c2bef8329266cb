/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/ent-cells.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* What every list does with tables: its menu takes cells in, from the clipboard or a file, and
 * gives its lines out, to the clipboard or a file. */
#define ENT_TYPE_LIST_MENU (ent_list_menu_get_type ())
G_DECLARE_FINAL_TYPE (EntListMenu, ent_list_menu, ENT, LIST_MENU, AdwBin)

/* The lines of a list under their titles: all that are in sight, or the one chosen. */
typedef EntCells *(*EntListCells) (GtkWidget *owner, gboolean chosen);

GtkWidget *ent_list_menu_new (EntSession *session,
                              const EntTable *table,
                              const char *const *preset,
                              const char *const *start,
                              const char *title);
void ent_list_menu_attach (EntListMenu *self,
                           GtkWidget *list,
                           EntListCells create_cells,
                           GtkWidget *owner);

G_END_DECLS
