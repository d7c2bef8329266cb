/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/ent-timeline.h"

G_BEGIN_DECLS

/* A map with a dot for each partner as plain data, for the window and for paper. Its plane is that
 * of Equal Earth, in radii of the earth, up being north. */

/* Pixels between two dots at least: what is nearer becomes one. As large as a thing to be pointed
 * at must be (WCAG 2.2, 2.5.8). */
#define ENT_MAP_APART 24.0

/* Pixels a radius: of the closest look, where one is about half a kilometre. */
#define ENT_MAP_CLOSEST 12000.0

typedef struct
{
  gint64 id;
  double x, y; /* in the plane */
  guint n_agreements;
  char *label;
} EntMapPoint;

/* A point, or a cluster of points too close to be told apart. It stands where the first does. */
typedef struct
{
  double x, y;   /* in the plane */
  double radius; /* in pixels */
  guint first;   /* of its members; that one has the most agreements */
  guint n;
} EntMapDot;

typedef struct
{
  GArray *points;  /* EntMapPoint; those with the most agreements first, once they are grouped */
  GArray *dots;    /* EntMapDot, in that order too */
  GArray *members; /* guint: a number of a point; of one dot after the other */
  double scale;    /* for which they are grouped; 0 for none */
} EntMap;

typedef struct
{
  double x, y;  /* what is in the middle, in the plane */
  double scale; /* pixels a radius of the earth */
  double width, height;
  double font_size;
} EntMapView;

/* The name beside a dot, in pixels. */
typedef struct
{
  guint dot;
  double x, y, width, height;
} EntMapLabel;

/* ent-map.c */
EntMap *ent_map_new (void);
void ent_map_free (EntMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMap, ent_map_free)

void ent_map_add (
    EntMap *self, gint64 id, double lat, double lon, guint n_agreements, const char *label);
void ent_map_group (EntMap *self, double scale);
const EntMapDot *ent_map_get_dot (const EntMap *self, guint dot);
const EntMapPoint *ent_map_get_member (const EntMap *self, const EntMapDot *dot, guint member);
int ent_map_find (const EntMap *self, gint64 id);
int ent_map_find_beside (const EntMap *self, guint dot, int dx, int dy);
int ent_map_hit (const EntMap *self, const EntMapView *view, double x, double y);

/* ent-map-view.c */
double ent_map_view_get_x (const EntMapView *view, double x);
double ent_map_view_get_y (const EntMapView *view, double y);
gboolean ent_map_view_shows (const EntMapView *view, const EntMapDot *dot);
double ent_map_view_get_farthest (const EntMapView *view);
void ent_map_view_zoom (EntMapView *view, double x, double y, double scale);
void ent_map_view_move (EntMapView *view, double dx, double dy);
void ent_map_view_fit (EntMapView *view, const EntMap *map);

/* ent-map-draw.c */
GArray *ent_map_lay_out_labels (const EntMap *self, const EntMapView *view, cairo_t *cairo);
void ent_map_draw (const EntMap *self,
                   const EntMapView *view,
                   const EntTimelineColours *colours,
                   cairo_t *cairo);

G_END_DECLS
