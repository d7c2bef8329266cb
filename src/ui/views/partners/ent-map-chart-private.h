/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/views/partners/ent-map-chart.h"

G_BEGIN_DECLS

struct _EntMapChart
{
  GtkWidget parent_instance;

  EntMap *map;
  EntMapView view;
  GPtrArray *marks;    /* children, used again */
  GPtrArray *marks_of; /* by dot, NULL for one out of sight */
  int current;         /* the dot that has or had the focus, -1 for none */
  gint64 current_id;   /* of its first point, 0 for none */
  gboolean is_fitted;  /* nobody has moved it yet: all dots are to be in sight */

  GdkTexture *land; /* drawn once for many frames, with a margin to move in */
  EntMapView land_view;

  double x, y;           /* of the pointer */
  double drag_x, drag_y; /* what the drag moved already */
  gboolean is_dragged;
  double pinch; /* the scale when two fingers were put down */
  EntMapChartWords words;
  gpointer words_data;
};

/* ent-map-chart.c */
void ent_map_chart_refresh (EntMapChart *self);
void ent_map_chart_focus_dot (EntMapChart *self, int dot);
void ent_map_chart_activate (EntMapChart *self, int dot);

/* ent-map-chart-input.c */
void ent_map_chart_add_controllers (EntMapChart *self);

G_END_DECLS
