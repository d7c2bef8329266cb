/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Half the width and half the height of the whole world in that plane, in radii of the earth. */
#define ENT_EQUAL_EARTH_WIDTH 2.7066299836
#define ENT_EQUAL_EARTH_HEIGHT 1.3173627591

void ent_equal_earth (double lat, double lon, double *x, double *y);
gboolean ent_equal_earth_invert (double x, double y, double *lat, double *lon);

G_END_DECLS
