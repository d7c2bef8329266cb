/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"
#include "ui/views/saved/ent-saved-spec.h"

G_BEGIN_DECLS

/* One of the saved lists: each line leads to its record and offers the act that settles it. */
#define ENT_TYPE_SAVED_VIEW (ent_saved_view_get_type ())
G_DECLARE_FINAL_TYPE (EntSavedView, ent_saved_view, ENT, SAVED_VIEW, AdwBreakpointBin)

GtkWidget *ent_saved_view_new (EntSession *session, EntSavedList list);

G_END_DECLS
