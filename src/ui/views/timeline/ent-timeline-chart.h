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
void ent_timeline_chart_go_year (EntTimelineChart *self);
EntTimeline *ent_timeline_chart_get_timeline (EntTimelineChart *self);

/* Asks for words about an agreement. */
typedef char *(*EntTimelineChartWords) (gint64 id, gpointer user_data);
void ent_timeline_chart_set_words (EntTimelineChart *self,
                                   EntTimelineChartWords name,
                                   EntTimelineChartWords details,
                                   gpointer user_data);
void ent_timeline_chart_show_id (EntTimelineChart *self, gint64 id);

G_END_DECLS
