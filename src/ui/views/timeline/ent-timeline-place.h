/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The place Timeline: the lives of agreements drawn, and the same as a table. */
#define ENT_TYPE_TIMELINE_PLACE (ent_timeline_place_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelinePlace, ent_timeline_place, ENT, TIMELINE_PLACE, AdwBreakpointBin)

GtkWidget *ent_timeline_place_new (EntSession *session);

G_END_DECLS
