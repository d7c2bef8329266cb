/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/ent-due.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* A line of the Overview: what it is, why it is there, and the acts that settle it. Activated,
 * it goes to the page it is about. */
#define ENT_TYPE_OVERVIEW_ROW (ent_overview_row_get_type ())
G_DECLARE_FINAL_TYPE (EntOverviewRow, ent_overview_row, ENT, OVERVIEW_ROW, GtkListBoxRow)

GtkWidget *ent_overview_row_new (EntSession *session, const EntDue *due);
void ent_overview_row_open (EntOverviewRow *self);

G_END_DECLS
