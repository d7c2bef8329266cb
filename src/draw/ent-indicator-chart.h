/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/ent-timeline.h"
#include "rules/ent-indicators.h"

G_BEGIN_DECLS

/* The figures of an indicator as plain data, for the window and for paper. */

typedef struct
{
  char *label;        /* of the period */
  char *words;        /* of the value; "–" for none */
  gboolean has_value; /* without one the line is broken: no data is not nought */
  double value;
  gboolean has_target;
  double target;
} EntIndicatorPoint;

typedef struct
{
  GPtrArray *points; /* EntIndicatorPoint, in order of time */
  gboolean has_baseline;
  double baseline;
} EntIndicatorChart;

typedef struct
{
  double width, height; /* in the units of the surface */
  double font_size;
  const char *lang;
} EntIndicatorView;

EntIndicatorChart *ent_indicator_chart_new (void);
EntIndicatorChart *ent_indicator_chart_new_of (const EntIndicatorBasis *basis,
                                               EntIndicator *indicator,
                                               const char *lang);
void ent_indicator_chart_free (EntIndicatorChart *self);
void ent_indicator_chart_add (EntIndicatorChart *self,
                              const char *label,
                              const char *value,
                              const char *target,
                              const char *lang);
gboolean ent_indicator_chart_has_values (const EntIndicatorChart *self);
double ent_indicator_chart_get_y (const EntIndicatorChart *self,
                                  const EntIndicatorView *view,
                                  double value);

/* A line through the values, with targets and baseline. */
void ent_indicator_chart_draw (const EntIndicatorChart *self,
                               const EntIndicatorView *view,
                               const EntTimelineColours *colours,
                               cairo_t *cairo);

/* One bar: the last value, with a mark at its target. */
void ent_indicator_chart_draw_bullet (const EntIndicatorChart *self,
                                      const EntIndicatorView *view,
                                      const EntTimelineColours *colours,
                                      cairo_t *cairo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntIndicatorChart, ent_indicator_chart_free)

G_END_DECLS
