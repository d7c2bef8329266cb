/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-equal-earth.h"

#include <math.h>

/* Equal Earth: B. Šavrič, T. Patterson and B. Jenny, “The Equal Earth map projection”,
 * International Journal of Geographical Information Science 33 (2019), equations 5 to 8. It keeps
 * the sizes of countries true, and parallels straight. */

#define A1 1.340264
#define A2 -0.081106
#define A3 0.000893
#define A4 0.003796

#define STEPS 12

static double
get_y (double angle)
{
  double square = angle * angle;
  double sixth = square * square * square;

  return angle * (A1 + A2 * square + sixth * (A3 + A4 * square));
}

/* The slope of get_y(). */
static double
get_slope (double angle)
{
  double square = angle * angle;
  double sixth = square * square * square;

  return A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square);
}

/**
 * ent_equal_earth:
 * @lat: degrees north, from -90 to 90
 * @lon: degrees east, from -180 to 180
 * @x: (out): to the right of the middle of the map, in radii of the earth
 * @y: (out): above it
 */
void
ent_equal_earth (double lat, double lon, double *x, double *y)
{
  double angle = asin (sqrt (3) / 2 * sin (lat * G_PI / 180));

  *x = 2 * sqrt (3) * (lon * G_PI / 180) * cos (angle) / (3 * get_slope (angle));
  *y = get_y (angle);
}

/**
 * ent_equal_earth_invert:
 * @x: as ent_equal_earth() gives it; so is @y
 * @y: above the middle of the map
 * @lat: (out): degrees north
 * @lon: (out): degrees east
 *
 * Returns: %FALSE where the map shows no place of the earth
 */
gboolean
ent_equal_earth_invert (double x, double y, double *lat, double *lon)
{
  double angle = y / A1;

  if (fabs (y) > ENT_EQUAL_EARTH_HEIGHT + 1e-9)
    return FALSE;

  /* Newton's method. */
  for (int i = 0; i < STEPS; i++)
    angle -= (get_y (angle) - y) / get_slope (angle);
  angle = CLAMP (angle, -G_PI / 3, G_PI / 3);

  *lat = asin (CLAMP (2 / sqrt (3) * sin (angle), -1, 1)) * 180 / G_PI;
  *lon = sqrt (3) * x * get_slope (angle) / (2 * cos (angle)) * 180 / G_PI;
  return fabs (*lon) <= 180 + 1e-6;
}
