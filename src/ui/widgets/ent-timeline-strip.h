/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The agreements of a partner, or an agreement with those it follows, at a glance; it leads to
 * the timeline. Out of sight while none of them has a date. */
#define ENT_TYPE_TIMELINE_STRIP (ent_timeline_strip_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineStrip, ent_timeline_strip, ENT, TIMELINE_STRIP, GtkButton)

GtkWidget *ent_timeline_strip_new (EntSession *session, EntRecord *record);

G_END_DECLS
