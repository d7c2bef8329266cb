/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the outlines that the map draws of their source in data/outlines while Entente is built:
 * make-outlines OUT outlines.txt.gz. The same source gives the same bytes. */

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "draw/ent-equal-earth.h"
#include "draw/ent-outlines-private.h"

/* Thousandths of a degree: a longer line follows the curve it has in the projection. */
#define LONGEST 2000

/* In the units of the file. */
typedef struct
{
  double x, y;
  double weight;
} Point;

typedef struct
{
  GArray *arcs;    /* EntOutlinesArc */
  GArray *rings;   /* EntOutlinesRing */
  GArray *numbers; /* gint32 */
  GArray *points;  /* EntOutlinesPoint */
} Maker;

static void
add_point (GArray *line, double lon, double lat)
{
  Point point = { 0 };

  ent_equal_earth (CLAMP (lat / 1000, -90, 90), CLAMP (lon / 1000, -180, 180), &point.x, &point.y);
  point.x *= ENT_OUTLINES_UNITS;
  point.y *= ENT_OUTLINES_UNITS;
  g_array_append_val (line, point);
}

static GArray *
read_line (char **cells)
{
  GArray *line = g_array_new (FALSE, TRUE, sizeof (Point));
  gint64 lon = 0, lat = 0;

  for (guint i = 0; cells[i] && cells[i + 1]; i += 2)
    {
      gint64 east = g_ascii_strtoll (cells[i], NULL, 10);
      gint64 north = g_ascii_strtoll (cells[i + 1], NULL, 10);
      gint64 steps = i ? 1 + MAX (ABS (east), ABS (north)) / LONGEST : 1;

      for (gint64 step = 1; step <= steps; step++)
        add_point (line, (double) lon + (double) (east * step) / (double) steps,
                   (double) lat + (double) (north * step) / (double) steps);
      lon += east;
      lat += north;
    }

  return line;
}

static double
get_distance (const Point *point, const Point *from, const Point *to)
{
  double dx = to->x - from->x, dy = to->y - from->y;
  double square = dx * dx + dy * dy;
  double along = square > 0 ? ((point->x - from->x) * dx + (point->y - from->y) * dy) / square : 0;

  along = CLAMP (along, 0, 1);
  return hypot (point->x - from->x - along * dx, point->y - from->y - along * dy);
}

/* What each point between the two counts for: the distance at which Douglas and Peucker would
 * leave it out (“Algorithms for the reduction of the number of points required to represent a
 * digitized line or its caricature”, 1973), never more than that of what it refines. */
static void
weigh (Point *points, guint first, guint last, double most)
{
  guint farthest = first;
  double distance = -1;

  if (last - first < 2)
    return;
  for (guint i = first + 1; i < last; i++)
    if (get_distance (&points[i], &points[first], &points[last]) > distance)
      {
        farthest = i;
        distance = get_distance (&points[i], &points[first], &points[last]);
      }
  points[farthest].weight = MIN (distance, most);
  weigh (points, first, farthest, points[farthest].weight);
  weigh (points, farthest, last, points[farthest].weight);
}

static void
widen (EntOutlinesBox *box, gint16 x, gint16 y)
{
  box->west = MIN (box->west, x);
  box->east = MAX (box->east, x);
  box->south = MIN (box->south, y);
  box->north = MAX (box->north, y);
}

static const EntOutlinesBox no_box = { G_MAXINT16, G_MAXINT16, G_MININT16, G_MININT16 };

static gboolean
add_arc (Maker *self, char **cells, gboolean is_border)
{
  g_autoptr (GArray) line = read_line (cells);
  EntOutlinesArc arc = { .first = self->points->len, .is_border = is_border, .box = no_box };

  /* The rings count the lines. */
  if (line->len < 2)
    return FALSE;
  weigh ((Point *) line->data, 0, line->len - 1, G_MAXUINT16);
  g_array_index (line, Point, 0).weight = G_MAXUINT16;
  g_array_index (line, Point, line->len - 1).weight = G_MAXUINT16;
  for (guint i = 0; i < line->len; i++)
    {
      Point *point = &g_array_index (line, Point, i);
      EntOutlinesPoint stored = { (gint16) lround (point->x), (gint16) lround (point->y),
                                  (guint16) lround (point->weight) };

      /* Nobody will see what is less than one unit. */
      if (stored.weight == 0)
        continue;
      g_array_append_val (self->points, stored);
      widen (&arc.box, stored.x, stored.y);
    }
  arc.n = self->points->len - arc.first;
  g_array_append_val (self->arcs, arc);

  return TRUE;
}

static void
add_ring (Maker *self, char **cells)
{
  EntOutlinesRing ring = { .first = self->numbers->len, .box = no_box };

  for (guint i = 0; cells[i]; i++)
    {
      gint32 number = (gint32) g_ascii_strtoll (cells[i], NULL, 10);
      const EntOutlinesArc *arc;

      if (number == 0 || ABS (number) > (gint32) self->arcs->len)
        continue;
      arc = &g_array_index (self->arcs, EntOutlinesArc, ABS (number) - 1);
      widen (&ring.box, arc->box.west, arc->box.south);
      widen (&ring.box, arc->box.east, arc->box.north);
      g_array_append_val (self->numbers, number);
    }
  ring.n = self->numbers->len - ring.first;
  g_array_append_val (self->rings, ring);
}

static gboolean
read_outlines (Maker *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) raw = g_file_read (file, NULL, error);
  g_autoptr (GZlibDecompressor) gunzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  char *line;

  if (!raw)
    return FALSE;
  plain = g_converter_input_stream_new (G_INPUT_STREAM (raw), G_CONVERTER (gunzip));
  lines = g_data_input_stream_new (plain);
  while ((line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, error)))
    {
      g_autofree char *owned = line;
      g_auto (GStrv) cells = g_strsplit (line, " ", -1);

      if (g_strcmp0 (cells[0], "L") == 0)
        add_ring (self, cells + 1);
      else if (!cells[0] || !add_arc (self, cells + 1, g_str_equal (cells[0], "B")))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", path, line);
          return FALSE;
        }
    }

  return self->rings->len > 0;
}

static void
append (GByteArray *bytes, GArray *array)
{
  g_byte_array_append (bytes, (const guint8 *) array->data,
                       array->len * g_array_get_element_size (array));
}

static gboolean
write_outlines (Maker *self, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  EntOutlinesHead head = {
    .n_arcs = self->arcs->len,
    .n_rings = self->rings->len,
    .n_numbers = self->numbers->len,
    .n_points = self->points->len,
  };

  memcpy (head.magic, ENT_OUTLINES_MAGIC, sizeof head.magic);
  g_byte_array_append (bytes, (const guint8 *) &head, sizeof head);
  append (bytes, self->arcs);
  append (bytes, self->rings);
  append (bytes, self->numbers);
  append (bytes, self->points);

  return g_file_set_contents (path, (const char *) bytes->data, bytes->len, error);
}

int
main (int argc, char **argv)
{
  Maker maker = {
    .arcs = g_array_new (FALSE, TRUE, sizeof (EntOutlinesArc)),
    .rings = g_array_new (FALSE, TRUE, sizeof (EntOutlinesRing)),
    .numbers = g_array_new (FALSE, TRUE, sizeof (gint32)),
    .points = g_array_new (FALSE, TRUE, sizeof (EntOutlinesPoint)),
  };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (argc != 3 || !read_outlines (&maker, argv[2], &error)
      || !write_outlines (&maker, argv[1], &error))
    {
      g_printerr ("make-outlines: %s\n", error ? error->message : "OUT outlines.txt.gz");
      status = 1;
    }

  g_array_unref (maker.arcs);
  g_array_unref (maker.rings);
  g_array_unref (maker.numbers);
  g_array_unref (maker.points);
  return status;
}
