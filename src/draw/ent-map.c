/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-map.h"

#include <math.h>
#include <string.h>

#include "draw/ent-equal-earth.h"

/* Pixels: of a dot without agreements, of the largest, and of the least that holds a number. */
#define SMALLEST 5.0
#define LARGEST 11.0
#define LEAST_CLUSTER 9.0

static void
clear_point (gpointer data)
{
  g_free (((EntMapPoint *) data)->label);
}

EntMap *
ent_map_new (void)
{
  EntMap *self = g_new0 (EntMap, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  g_array_set_clear_func (self->points, clear_point);
  self->dots = g_array_new (FALSE, FALSE, sizeof (EntMapDot));
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
ent_map_free (EntMap *self)
{
  g_array_unref (self->points);
  g_array_unref (self->dots);
  g_array_unref (self->members);
  g_free (self);
}

/**
 * ent_map_add:
 * @self: a map that is not grouped yet
 * @id: what the point is called by
 * @lat: degrees north
 * @lon: degrees east
 * @n_agreements: how much it weighs
 * @label: its name
 */
void
ent_map_add (EntMap *self, gint64 id, double lat, double lon, guint n_agreements, const char *label)
{
  EntMapPoint point = { .id = id, .n_agreements = n_agreements, .label = g_strdup (label) };

  ent_equal_earth (CLAMP (lat, -90, 90), CLAMP (lon, -180, 180), &point.x, &point.y);
  g_array_append_val (self->points, point);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const EntMapPoint *left = a;
  const EntMapPoint *right = b;
  int order;

  if (left->n_agreements != right->n_agreements)
    return left->n_agreements > right->n_agreements ? -1 : 1;
  order = strcmp (left->label, right->label);

  return order ? order : (left->id > right->id) - (left->id < right->id);
}

/* The dots by squares of the plane as wide as they must be apart: those near a point are in its
 * square or in one beside it. */
typedef struct
{
  EntMap *map;
  double apart;
  GHashTable *squares; /* gint64 → GArray of guint */
  GArray *dot_of;      /* guint: the dot of each point */
} Grouping;

static gint64
get_square (const Grouping *self, double x, double y, int dx, int dy)
{
  gint64 column = (gint64) floor (x / self->apart) + dx;
  gint64 row = (gint64) floor (y / self->apart) + dy;

  return column * G_GINT64_CONSTANT (0x40000000) + row;
}

/* The nearest dot that has the point in it, -1 for none. */
static int
find_dot (const Grouping *self, const EntMapPoint *point)
{
  double nearest = self->apart;
  int found = -1;

  for (int i = 0; i < 9; i++)
    {
      gint64 square = get_square (self, point->x, point->y, i % 3 - 1, i / 3 - 1);
      GArray *dots = g_hash_table_lookup (self->squares, &square);

      for (guint n = 0; dots && n < dots->len; n++)
        {
          guint number = g_array_index (dots, guint, n);
          const EntMapDot *dot = ent_map_get_dot (self->map, number);
          double distance = hypot (dot->x - point->x, dot->y - point->y);

          if (distance < nearest)
            {
              nearest = distance;
              found = (int) number;
            }
        }
    }

  return found;
}

static int
add_dot (Grouping *self, const EntMapPoint *point)
{
  EntMapDot dot = { .x = point->x, .y = point->y };
  gint64 square = get_square (self, point->x, point->y, 0, 0);
  GArray *dots = g_hash_table_lookup (self->squares, &square);
  guint number = self->map->dots->len;

  if (!dots)
    {
      dots = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->squares, g_memdup2 (&square, sizeof square), dots);
    }
  g_array_append_val (dots, number);
  g_array_append_val (self->map->dots, dot);

  return (int) number;
}

/* Puts the members of one dot after those of the other, each in the order of the points. */
static void
list_members (Grouping *self)
{
  EntMap *map = self->map;
  guint first = 0;

  for (guint i = 0; i < map->dots->len; i++)
    {
      EntMapDot *dot = &g_array_index (map->dots, EntMapDot, i);

      dot->first = first;
      first += dot->n;
      dot->n = 0;
    }
  g_array_set_size (map->members, map->points->len);
  for (guint i = 0; i < map->points->len; i++)
    {
      EntMapDot *dot = &g_array_index (map->dots, EntMapDot,
                                       g_array_index (self->dot_of, guint, i));

      g_array_index (map->members, guint, dot->first + dot->n++) = i;
    }
}

static void
measure_dots (EntMap *self)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      EntMapDot *dot = &g_array_index (self->dots, EntMapDot, i);
      guint n_agreements = 0;

      for (guint member = 0; member < dot->n; member++)
        n_agreements += ent_map_get_member (self, dot, member)->n_agreements;
      dot->radius = CLAMP (SMALLEST + 2 * sqrt (n_agreements),
                           dot->n > 1 ? LEAST_CLUSTER : SMALLEST, LARGEST);
    }
}

/**
 * ent_map_group:
 * @self: a map
 * @scale: pixels a radius of the earth
 *
 * Puts each point into one dot: its own, or that of a neighbour with as many agreements or more
 * where the two would be closer than %ENT_MAP_APART pixels. It depends on the scale alone, so that
 * nothing changes while one moves.
 */
void
ent_map_group (EntMap *self, double scale)
{
  Grouping grouping = { .map = self, .apart = ENT_MAP_APART / scale };

  if (self->scale == scale)
    return;
  self->scale = scale;
  g_array_sort (self->points, compare_points);
  g_array_set_size (self->dots, 0);
  grouping.squares = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                            (GDestroyNotify) g_array_unref);
  grouping.dot_of = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->points->len; i++)
    {
      const EntMapPoint *point = &g_array_index (self->points, EntMapPoint, i);
      int found = find_dot (&grouping, point);
      guint dot = (guint) (found >= 0 ? found : add_dot (&grouping, point));

      g_array_append_val (grouping.dot_of, dot);
      g_array_index (self->dots, EntMapDot, dot).n++;
    }
  list_members (&grouping);
  measure_dots (self);
  g_hash_table_unref (grouping.squares);
  g_array_unref (grouping.dot_of);
}

/**
 * ent_map_get_dot:
 * @self: a map that was grouped
 * @dot: the number of a dot
 *
 * Returns: (transfer none): that dot, until it is grouped again
 */
const EntMapDot *
ent_map_get_dot (const EntMap *self, guint dot)
{
  return &g_array_index (self->dots, EntMapDot, dot);
}

/**
 * ent_map_get_member:
 * @self: a map that was grouped
 * @dot: a dot of it
 * @member: from 0 to as many as are in it
 *
 * Returns: (transfer none): the point; that with the most agreements is the first
 */
const EntMapPoint *
ent_map_get_member (const EntMap *self, const EntMapDot *dot, guint member)
{
  guint point = g_array_index (self->members, guint, dot->first + member);

  return &g_array_index (self->points, EntMapPoint, point);
}

/**
 * ent_map_find:
 * @self: a map that was grouped
 * @id: of a point
 *
 * Returns: the dot it is in, -1 for none
 */
int
ent_map_find (const EntMap *self, gint64 id)
{
  for (guint i = 0; i < self->dots->len; i++)
    for (guint member = 0; member < ent_map_get_dot (self, i)->n; member++)
      if (ent_map_get_member (self, ent_map_get_dot (self, i), member)->id == id)
        return (int) i;

  return -1;
}

/**
 * ent_map_find_beside:
 * @self: a map that was grouped
 * @dot: where one is
 * @dx: 1 to look east, -1 to look west
 * @dy: 1 to look north, -1 to look south
 *
 * Returns: the nearest dot in that quarter of the sky, or else in that half; -1 for none
 */
int
ent_map_find_beside (const EntMap *self, guint dot, int dx, int dy)
{
  const EntMapDot *from = ent_map_get_dot (self, dot);
  double nearest[2] = { INFINITY, INFINITY };
  int found[2] = { -1, -1 };

  for (guint i = 0; i < self->dots->len; i++)
    {
      const EntMapDot *to = ent_map_get_dot (self, i);
      double along = (to->x - from->x) * dx + (to->y - from->y) * dy;
      double aside = fabs ((to->x - from->x) * dy - (to->y - from->y) * dx);
      double distance = hypot (along, aside);
      int rank = aside <= along ? 0 : 1;

      if (along > 0 && distance < nearest[rank])
        {
          nearest[rank] = distance;
          found[rank] = (int) i;
        }
    }

  return found[0] >= 0 ? found[0] : found[1];
}

/**
 * ent_map_hit:
 * @self: a map that was grouped
 * @view: what is looked at
 * @x: pixels from the left
 * @y: pixels from the top
 *
 * Returns: the nearest dot that is pointed at, -1 for none
 */
int
ent_map_hit (const EntMap *self, const EntMapView *view, double x, double y)
{
  double nearest = ENT_MAP_APART / 2;
  int found = -1;

  for (guint i = 0; i < self->dots->len; i++)
    {
      const EntMapDot *dot = ent_map_get_dot (self, i);
      double distance = hypot (ent_map_view_get_x (view, dot->x) - x,
                               ent_map_view_get_y (view, dot->y) - y);

      if (distance <= nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }

  return found;
}
