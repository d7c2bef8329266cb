/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/views/indicators/ent-value-table.h"

G_BEGIN_DECLS

/* The values of an indicator as a table of entries: Enter and the arrows move in it, and a block
 * of a spreadsheet is pasted into it. */
#define ENT_TYPE_VALUE_GRID (ent_value_grid_get_type ())
G_DECLARE_FINAL_TYPE (EntValueGrid, ent_value_grid, ENT, VALUE_GRID, AdwBin)

GtkWidget *ent_value_grid_new (EntSession *session, EntIndicator *indicator);
void ent_value_grid_focus_target (EntValueGrid *self);
void ent_value_grid_show_details (EntValueGrid *self);

G_END_DECLS
