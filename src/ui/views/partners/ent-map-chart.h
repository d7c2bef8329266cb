/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/ent-map.h"

G_BEGIN_DECLS

/* A map to move and look closer at. Its dots are children: arrows go from one to the nearest, "+",
 * "-" and "0" change the scale.
 * "activated" (dot): one was chosen with Enter or a click. */
#define ENT_TYPE_MAP_CHART (ent_map_chart_get_type ())
G_DECLARE_FINAL_TYPE (EntMapChart, ent_map_chart, ENT, MAP_CHART, GtkWidget)

/* What a screen reader says of a dot: (transfer full). */
typedef char *(*EntMapChartWords) (const EntMap *map, const EntMapDot *dot, gpointer user_data);

GtkWidget *ent_map_chart_new (EntMapChartWords words, gpointer user_data);
void ent_map_chart_set_map (EntMapChart *self, EntMap *map);
EntMap *ent_map_chart_get_map (EntMapChart *self);
GdkRectangle ent_map_chart_get_box (EntMapChart *self, guint dot);
void ent_map_chart_zoom (EntMapChart *self, double factor);
void ent_map_chart_fit (EntMapChart *self);

G_END_DECLS
