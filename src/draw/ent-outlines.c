/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-outlines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-data.h"
#include "base/ent-error.h"
#include "draw/ent-outlines-private.h"

/* What would move a line by less than this many pixels is left out. */
#define DETAIL 0.4

struct _EntOutlines
{
  GMappedFile *file;
  const EntOutlinesHead *head;
  const EntOutlinesArc *arcs;
  const EntOutlinesRing *rings;
  const gint32 *numbers;
  const EntOutlinesPoint *points;
};

static gboolean
is_sound (EntOutlines *self)
{
  for (guint i = 0; i < self->head->n_arcs; i++)
    if (self->arcs[i].first > self->head->n_points || self->arcs[i].n < 2
        || self->arcs[i].n > self->head->n_points - self->arcs[i].first)
      return FALSE;
  for (guint i = 0; i < self->head->n_rings; i++)
    if (self->rings[i].first > self->head->n_numbers
        || self->rings[i].n > self->head->n_numbers - self->rings[i].first)
      return FALSE;
  for (guint i = 0; i < self->head->n_numbers; i++)
    if (self->numbers[i] == 0 || ABS ((gint64) self->numbers[i]) > self->head->n_arcs)
      return FALSE;

  return TRUE;
}

static gboolean
lay_out (EntOutlines *self)
{
  const char *bytes = g_mapped_file_get_contents (self->file);
  gsize size = g_mapped_file_get_length (self->file);
  gsize expected = sizeof (EntOutlinesHead);

  self->head = (const EntOutlinesHead *) bytes;
  if (size < expected || memcmp (self->head->magic, ENT_OUTLINES_MAGIC, 8) != 0)
    return FALSE;

  self->arcs = (const EntOutlinesArc *) (bytes + expected);
  expected += (gsize) self->head->n_arcs * sizeof (EntOutlinesArc);
  self->rings = (const EntOutlinesRing *) (bytes + expected);
  expected += (gsize) self->head->n_rings * sizeof (EntOutlinesRing);
  self->numbers = (const gint32 *) (bytes + expected);
  expected += (gsize) self->head->n_numbers * sizeof (gint32);
  self->points = (const EntOutlinesPoint *) (bytes + expected);
  expected += (gsize) self->head->n_points * sizeof (EntOutlinesPoint);

  return size == expected && is_sound (self);
}

/**
 * ent_outlines_open:
 * @path: (type filename): a file that make-outlines wrote
 * @error: return location: %ENT_ERROR_DAMAGED, or that of the file
 *
 * Returns: (transfer full): the outlines
 */
EntOutlines *
ent_outlines_open (const char *path, GError **error)
{
  g_autoptr (EntOutlines) self = g_new0 (EntOutlines, 1);

  self->file = g_mapped_file_new (path, FALSE, error);
  if (!self->file)
    return NULL;
  if (!lay_out (self))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                   _("The outlines of the map “%s” are damaged. Install Entente again."), path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * ent_outlines_get_default:
 *
 * Returns: (transfer none) (nullable): those that are installed; %NULL when they are missing,
 *   which leaves the dots of a map on an empty ground
 */
EntOutlines *
ent_outlines_get_default (void)
{
  static EntOutlines *outlines = NULL;
  static gsize looked = 0;

  if (g_once_init_enter (&looked))
    {
      g_autofree char *path = ent_data_path ("outlines.bin", NULL);

      outlines = path ? ent_outlines_open (path, NULL) : NULL;
      g_once_init_leave (&looked, 1);
    }

  return outlines;
}

void
ent_outlines_free (EntOutlines *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

/* What one drawing needs, in the units of the file. */
typedef struct
{
  const EntOutlines *outlines;
  const EntMapView *view;
  cairo_t *cairo;
  double scale; /* pixels a unit */
  double west, south, east, north;
  double detail; /* points of less weight are left out */
} Drawing;

static gboolean
is_seen (const Drawing *drawing, const EntOutlinesBox *box)
{
  return box->east >= drawing->west && box->west <= drawing->east && box->north >= drawing->south
         && box->south <= drawing->north;
}

static void
line_to (const Drawing *drawing, const EntOutlinesPoint *point)
{
  const EntMapView *view = drawing->view;

  cairo_line_to (drawing->cairo,
                 view->width / 2 + point->x * drawing->scale - view->x * view->scale,
                 view->height / 2 - point->y * drawing->scale + view->y * view->scale);
}

/* Of what is out of sight, both ends are enough to close a ring: the straight line between them is
 * as much out of sight. */
static void
trace_arc (const Drawing *drawing, gint32 number)
{
  const EntOutlinesArc *arc = &drawing->outlines->arcs[ABS (number) - 1];
  const EntOutlinesPoint *points = drawing->outlines->points + arc->first;
  double detail = is_seen (drawing, &arc->box) ? drawing->detail : G_MAXUINT16;

  for (guint i = 0; i < arc->n; i++)
    {
      const EntOutlinesPoint *point = &points[number > 0 ? i : arc->n - 1 - i];

      if (point->weight >= detail)
        line_to (drawing, point);
    }
}

static void
trace_ring (const Drawing *drawing, const EntOutlinesRing *ring)
{
  cairo_new_sub_path (drawing->cairo);
  for (guint i = 0; i < ring->n; i++)
    trace_arc (drawing, drawing->outlines->numbers[ring->first + i]);
  cairo_close_path (drawing->cairo);
}

static void
fill_land (const Drawing *drawing)
{
  const EntOutlines *outlines = drawing->outlines;

  for (guint i = 0; i < outlines->head->n_rings; i++)
    {
      const EntOutlinesBox *box = &outlines->rings[i].box;

      if (is_seen (drawing, box)
          && MAX (box->east - box->west, box->north - box->south) > drawing->detail)
        trace_ring (drawing, &outlines->rings[i]);
    }
  cairo_set_fill_rule (drawing->cairo, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (drawing->cairo);
}

static void
stroke_borders (const Drawing *drawing)
{
  const EntOutlines *outlines = drawing->outlines;

  for (guint i = 0; i < outlines->head->n_arcs; i++)
    if (outlines->arcs[i].is_border && is_seen (drawing, &outlines->arcs[i].box))
      {
        cairo_new_sub_path (drawing->cairo);
        trace_arc (drawing, (gint32) i + 1);
      }
  cairo_stroke (drawing->cairo);
}

/**
 * ent_outlines_draw:
 * @self: the outlines
 * @view: what is looked at
 * @colours: those of the drawing
 * @cairo: where, with the top left of @view at the origin
 *
 * Draws the land and, in the colour of the ground, the borders of countries on it.
 */
void
ent_outlines_draw (const EntOutlines *self,
                   const EntMapView *view,
                   const EntTimelineColours *colours,
                   cairo_t *cairo)
{
  Drawing drawing = {
    .outlines = self,
    .view = view,
    .cairo = cairo,
    .scale = view->scale / ENT_OUTLINES_UNITS,
    .west = (view->x - view->width / 2 / view->scale) * ENT_OUTLINES_UNITS,
    .east = (view->x + view->width / 2 / view->scale) * ENT_OUTLINES_UNITS,
    .south = (view->y - view->height / 2 / view->scale) * ENT_OUTLINES_UNITS,
    .north = (view->y + view->height / 2 / view->scale) * ENT_OUTLINES_UNITS,
    .detail = DETAIL * ENT_OUTLINES_UNITS / view->scale,
  };

  cairo_save (cairo);
  cairo_rectangle (cairo, 0, 0, view->width, view->height);
  cairo_clip (cairo);
  cairo_set_source_rgba (cairo, colours->line.red, colours->line.green, colours->line.blue,
                         colours->line.alpha);
  fill_land (&drawing);
  cairo_set_source_rgb (cairo, colours->back.red, colours->back.green, colours->back.blue);
  cairo_set_line_width (cairo, colours->line_width);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  stroke_borders (&drawing);
  cairo_restore (cairo);
}
