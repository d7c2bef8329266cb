/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "draw/ent-timeline.h"

G_BEGIN_DECLS

/* Everything one drawing needs. */
typedef struct
{
  const EntTimeline *timeline;
  const EntTimelineView *view;
  const EntTimelineColours *colours;
  cairo_t *cairo;
  PangoLayout *layout;
  double axis;
  double row;
} EntTimelineDrawing;

/* ent-timeline-draw.c */
void ent_timeline_drawing_set_colour (EntTimelineDrawing *drawing, const EntTimelineColour *colour);
void ent_timeline_drawing_set_font (EntTimelineDrawing *drawing, double size, gboolean bold);
double ent_timeline_drawing_words (EntTimelineDrawing *drawing,
                                   const char *words,
                                   double x,
                                   double y,
                                   double height,
                                   double width);
void ent_timeline_drawing_bar (EntTimelineDrawing *drawing, const EntTimelineItem *item, double y);
void ent_timeline_drawing_mark (EntTimelineDrawing *drawing, const EntTimelineMark *mark, double y);

G_END_DECLS
