/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The file as it lies in memory, in the byte order of the machine it was built for: this head, the
 * arcs, the rings, the numbers of the arcs of the rings, the points. Coordinates are those of
 * Equal Earth, in so many parts of the earth's radius. */
#define ENT_OUTLINES_MAGIC "EntOutl1"
#define ENT_OUTLINES_UNITS 12000.0

typedef struct
{
  char magic[8];
  guint32 n_arcs;
  guint32 n_rings;
  guint32 n_numbers;
  guint32 n_points;
} EntOutlinesHead;

typedef struct
{
  gint16 west, south, east, north;
} EntOutlinesBox;

/* A coast, or a border between two countries. */
typedef struct
{
  guint32 first; /* of its points */
  guint32 n;
  EntOutlinesBox box;
  guint32 is_border;
} EntOutlinesArc;

/* Land, or a lake in it: coasts one after the other. */
typedef struct
{
  guint32 first; /* of its numbers: of an arc from 1, negative where it runs backwards */
  guint32 n;
  EntOutlinesBox box;
} EntOutlinesRing;

typedef struct
{
  gint16 x, y;
  guint16 weight; /* how far the line would move without it; the most at both ends */
} EntOutlinesPoint;
