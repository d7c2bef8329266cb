/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/ent-month.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The weeks of a month, each day a cell of its own with what takes place on it; one day is
 * chosen and has the focus.
 *
 * Signals: "day-chosen" (int day): another day, in this month or another;
 *          "day-activated" (int day): Enter on a day;
 *          "event-activated" (gint64 id): a click on an event. */
#define ENT_TYPE_MONTH_GRID (ent_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthGrid, ent_month_grid, ENT, MONTH_GRID, GtkWidget)

void ent_month_grid_set_session (EntMonthGrid *self, EntSession *session);
void ent_month_grid_show (EntMonthGrid *self, const EntMonth *month, int day);
void ent_month_grid_set_narrow (EntMonthGrid *self, gboolean narrow);
int ent_month_get_first_weekday (void);

G_END_DECLS
