/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-map.h"

#include "draw/ent-equal-earth.h"

/* Pixels around what is to be in sight. */
#define MARGIN 48.0

/* Pixels a radius: dots alone are not looked at closer than this, where one is five kilometres. */
#define CLOSEST_FIT 1200.0

/* Pixels from the left edge of what is looked at to @x of the plane. */
double
ent_map_view_get_x (const EntMapView *view, double x)
{
  return view->width / 2 + (x - view->x) * view->scale;
}

/* Pixels from its top edge to @y of the plane. */
double
ent_map_view_get_y (const EntMapView *view, double y)
{
  return view->height / 2 - (y - view->y) * view->scale;
}

gboolean
ent_map_view_shows (const EntMapView *view, const EntMapDot *dot)
{
  double x = ent_map_view_get_x (view, dot->x);
  double y = ent_map_view_get_y (view, dot->y);

  return x >= 0 && x <= view->width && y >= 0 && y <= view->height;
}

/**
 * ent_map_view_get_farthest:
 * @view: a view with a size
 *
 * Returns: pixels a radius at which the whole world is in sight
 */
double
ent_map_view_get_farthest (const EntMapView *view)
{
  return MAX (
      MIN (view->width / (2 * ENT_EQUAL_EARTH_WIDTH), view->height / (2 * ENT_EQUAL_EARTH_HEIGHT)),
      1);
}

static void
keep_in_world (EntMapView *view)
{
  view->x = CLAMP (view->x, -ENT_EQUAL_EARTH_WIDTH, ENT_EQUAL_EARTH_WIDTH);
  view->y = CLAMP (view->y, -ENT_EQUAL_EARTH_HEIGHT, ENT_EQUAL_EARTH_HEIGHT);
}

/**
 * ent_map_view_zoom:
 * @view: a view
 * @x: pixels from the left to what stays where it is
 * @y: and from the top
 * @scale: pixels a radius from now on; brought between the farthest and the closest look
 */
void
ent_map_view_zoom (EntMapView *view, double x, double y, double scale)
{
  double left = x - view->width / 2;
  double up = view->height / 2 - y;
  double before = view->scale;

  view->scale = CLAMP (scale, ent_map_view_get_farthest (view), ENT_MAP_CLOSEST);
  view->x += left / before - left / view->scale;
  view->y += up / before - up / view->scale;
  keep_in_world (view);
}

/* What is looked at follows the hand, by pixels to the right and down. */
void
ent_map_view_move (EntMapView *view, double dx, double dy)
{
  view->x -= dx / view->scale;
  view->y += dy / view->scale;
  keep_in_world (view);
}

/* No more than must be seen of what lies beyond the poles. */
static double
keep_between_poles (const EntMapView *view)
{
  double most = MAX (ENT_EQUAL_EARTH_HEIGHT - view->height / 2 / view->scale, 0);

  return CLAMP (view->y, -most, most);
}

/**
 * ent_map_view_fit:
 * @view: a view with a size
 * @map: a map
 *
 * Has all points in sight; the whole world when there are none.
 */
void
ent_map_view_fit (EntMapView *view, const EntMap *map)
{
  double west = G_MAXDOUBLE, east = -G_MAXDOUBLE, south = G_MAXDOUBLE, north = -G_MAXDOUBLE;
  double width = MAX (view->width - 2 * MARGIN, MARGIN);
  double height = MAX (view->height - 2 * MARGIN, MARGIN);

  view->x = view->y = 0;
  view->scale = ent_map_view_get_farthest (view);
  for (guint i = 0; i < map->points->len; i++)
    {
      const EntMapPoint *point = &g_array_index (map->points, EntMapPoint, i);

      west = MIN (west, point->x);
      east = MAX (east, point->x);
      south = MIN (south, point->y);
      north = MAX (north, point->y);
    }
  if (west > east)
    return;

  view->x = (west + east) / 2;
  view->y = (south + north) / 2;
  view->scale = CLAMP (MIN (width / MAX (east - west, 1e-6), height / MAX (north - south, 1e-6)),
                       view->scale, MAX (CLOSEST_FIT, view->scale));
  view->y = keep_between_poles (view);
}
