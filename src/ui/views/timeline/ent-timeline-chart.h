/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/ent-timeline.h"

G_BEGIN_DECLS

/* A timeline to look at, in a scrolled window. Every agreement in sight is a child that can
 * have the focus and has a name.
 *
 * Signal: "activated" (gint64 id): the agreement is to be opened. */
#define ENT_TYPE_TIMELINE_CHART (ent_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineChart, ent_timeline_chart, ENT, TIMELINE_CHART, GtkWidget)

void ent_timeline_chart_set_timeline (EntTimelineChart *self,
                                      EntTimeline *timeline,
                                      const char *lang);
void ent_timeline_chart_zoom (EntTimelineChart *self, double factor);
void ent_timeline_chart_fit (EntTimelineChart *self);
void ent_timeline_chart_go_today (EntTimelineChart *self);

/* Asks for the words of a tooltip. */
typedef char *(*EntTimelineChartDetails) (gint64 id, gpointer user_data);
void ent_timeline_chart_set_details (EntTimelineChart *self,
                                     EntTimelineChartDetails details,
                                     gpointer user_data);

G_END_DECLS
