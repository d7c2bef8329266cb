/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The agenda by months: a grid of days, what takes place on the one chosen, and what is known
 * to be in that month or year on a day that is not known. */
#define ENT_TYPE_MONTH_VIEW (ent_month_view_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthView, ent_month_view, ENT, MONTH_VIEW, AdwBreakpointBin)

GtkWidget *ent_month_view_new (EntSession *session, GListModel *items);
int ent_month_view_get_day (EntMonthView *self);

G_END_DECLS
