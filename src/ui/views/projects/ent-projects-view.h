/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The place Projects. */
#define ENT_TYPE_PROJECTS_VIEW (ent_projects_view_get_type ())
G_DECLARE_FINAL_TYPE (EntProjectsView, ent_projects_view, ENT, PROJECTS_VIEW, AdwBin)

GtkWidget *ent_projects_view_new (EntSession *session);
GListModel *ent_projects_view_get_filtered (EntProjectsView *self);

G_END_DECLS
