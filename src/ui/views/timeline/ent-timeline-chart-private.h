/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/views/timeline/ent-timeline-chart.h"
#include "ui/widgets/ent-mark.h"

G_BEGIN_DECLS

struct _EntTimelineChart
{
  GtkWidget parent_instance;

  EntTimeline *timeline;
  EntTimelineView view;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  GPtrArray *marks;   /* children, used again on scrolling */
  int current;        /* the item that has or had the focus, -1 for none */
  gboolean is_placed; /* the opening days were put in sight */
  gboolean is_configuring;
  double pointer;        /* where zooming with the wheel keeps its day */
  double drag_x, drag_y; /* what was in sight when it was taken hold of */
  gboolean is_dragged;
  GtkWidget *popover; /* says all of one item */
  EntTimelineChartWords name;
  EntTimelineChartWords details;
  gpointer words_data;
};

/* ent-timeline-chart.c */
EntTimelineItem *ent_timeline_chart_get_item (EntTimelineChart *self, int item);
EntMark *ent_timeline_chart_find_mark (EntTimelineChart *self, int item);
void ent_timeline_chart_refresh (EntTimelineChart *self);
void ent_timeline_chart_activate (EntTimelineChart *self, int item);

/* ent-timeline-chart-input.c */
void ent_timeline_chart_show_days (EntTimelineChart *self, double first, double last);
void ent_timeline_chart_focus_item (EntTimelineChart *self, int item);
void ent_timeline_chart_add_controllers (EntTimelineChart *self);

/* ent-timeline-chart-popover.c */
void ent_timeline_chart_pop_up (EntTimelineChart *self, int item);
void ent_timeline_chart_present_popover (EntTimelineChart *self);

G_END_DECLS
