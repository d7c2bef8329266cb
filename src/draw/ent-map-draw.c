/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-map.h"

#include <math.h>
#include <pango/pangocairo.h>

/* So many names are tried, of the dots in sight with the most agreements. */
#define MOST_LABELS 40

/* A name has at most so many times the size of its font. */
#define LONGEST_LABEL 14

/* Between a dot and its name, in pixels. */
#define GAP 3.0

/* Of the number in a cluster, to the rest. */
#define SMALL 0.8

typedef struct
{
  const EntMap *map;
  const EntMapView *view;
  GArray *seen; /* guint: the dots in sight */
  GArray *labels;
  PangoLayout *layout;
} Labelling;

static PangoLayout *
create_layout (cairo_t *cairo, double size, gboolean bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cairo);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);

  return layout;
}

/* The name of the first, with an ellipsis for the others. */
static void
set_label (PangoLayout *layout, const EntMap *map, const EntMapDot *dot, double font_size)
{
  const char *name = ent_map_get_member (map, dot, 0)->label;
  g_autofree char *words = dot->n > 1 ? g_strdup_printf ("%s…", name) : g_strdup (name);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, words, -1);
  pango_layout_set_width (layout, (int) (LONGEST_LABEL * font_size * PANGO_SCALE));
}

static gboolean
overlap (const EntMapLabel *a, const EntMapLabel *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* Where it is wholly in sight and covers neither a name nor a dot. */
static gboolean
is_free (const Labelling *self, const EntMapLabel *label)
{
  if (label->x < 0 || label->y < 0 || label->x + label->width > self->view->width
      || label->y + label->height > self->view->height)
    return FALSE;
  for (guint i = 0; i < self->labels->len; i++)
    if (overlap (label, &g_array_index (self->labels, EntMapLabel, i)))
      return FALSE;
  for (guint i = 0; i < self->seen->len; i++)
    {
      const EntMapDot *dot = ent_map_get_dot (self->map, g_array_index (self->seen, guint, i));
      EntMapLabel box = {
        .x = ent_map_view_get_x (self->view, dot->x) - dot->radius,
        .y = ent_map_view_get_y (self->view, dot->y) - dot->radius,
        .width = 2 * dot->radius,
        .height = 2 * dot->radius,
      };

      if (overlap (label, &box))
        return FALSE;
    }

  return TRUE;
}

/* To the right of the dot, or to the left, above or below it. */
static void
place_label (Labelling *self, guint number)
{
  const EntMapDot *dot = ent_map_get_dot (self->map, number);
  double x = ent_map_view_get_x (self->view, dot->x);
  double y = ent_map_view_get_y (self->view, dot->y);
  double away = dot->radius + GAP;
  PangoRectangle size;

  set_label (self->layout, self->map, dot, self->view->font_size);
  pango_layout_get_pixel_extents (self->layout, NULL, &size);
  for (int i = 0; i < 4; i++)
    {
      EntMapLabel label = { .dot = number, .width = size.width, .height = size.height };

      label.x = i == 0 ? x + away : i == 1 ? x - away - size.width : x - size.width / 2.0;
      label.y = i < 2 ? y - size.height / 2.0 : i == 2 ? y - away - size.height : y + away;
      if (is_free (self, &label))
        {
          g_array_append_val (self->labels, label);
          return;
        }
    }
}

/**
 * ent_map_lay_out_labels:
 * @self: a map that was grouped
 * @view: what is looked at
 * @cairo: where it will be drawn
 *
 * Returns: (transfer full) (element-type EntMapLabel): the names there is room for, those with the
 *   most agreements first; none covers another, or a dot
 */
GArray *
ent_map_lay_out_labels (const EntMap *self, const EntMapView *view, cairo_t *cairo)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (PangoLayout) layout = create_layout (cairo, view->font_size, FALSE);
  Labelling labelling = {
    .map = self,
    .view = view,
    .seen = seen,
    .labels = g_array_new (FALSE, FALSE, sizeof (EntMapLabel)),
    .layout = layout,
  };

  for (guint i = 0; i < self->dots->len; i++)
    if (ent_map_view_shows (view, ent_map_get_dot (self, i)))
      g_array_append_val (seen, i);
  for (guint i = 0; i < MIN (seen->len, MOST_LABELS); i++)
    place_label (&labelling, g_array_index (seen, guint, i));

  return labelling.labels;
}

static void
set_colour (cairo_t *cairo, const EntTimelineColour *colour)
{
  cairo_set_source_rgb (cairo, colour->red, colour->green, colour->blue);
}

static void
draw_number (const EntMapDot *dot,
             double x,
             double y,
             const EntTimelineColours *colours,
             double size,
             cairo_t *cairo)
{
  g_autoptr (PangoLayout) layout = create_layout (cairo, size, TRUE);
  g_autofree char *words = g_strdup_printf ("%u", dot->n);
  PangoRectangle box;
  double fit;

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_extents (layout, NULL, &box);
  fit = MIN (1, (2 * dot->radius - 2) / MAX (box.width, 1));
  set_colour (cairo, &colours->back);
  cairo_save (cairo);
  cairo_translate (cairo, x - box.width * fit / 2, y - box.height * fit / 2);
  cairo_scale (cairo, fit, fit);
  pango_cairo_show_layout (cairo, layout);
  cairo_restore (cairo);
}

static void
draw_dot (const EntMapDot *dot,
          const EntMapView *view,
          const EntTimelineColours *colours,
          cairo_t *cairo)
{
  double x = ent_map_view_get_x (view, dot->x);
  double y = ent_map_view_get_y (view, dot->y);

  cairo_new_path (cairo);
  cairo_arc (cairo, x, y, dot->radius, 0, 2 * G_PI);
  set_colour (cairo, &colours->edge);
  cairo_fill_preserve (cairo);
  set_colour (cairo, &colours->back);
  cairo_set_line_width (cairo, 1.5);
  cairo_stroke (cairo);
  if (dot->n > 1)
    draw_number (dot, x, y, colours, view->font_size * SMALL, cairo);
}

static void
draw_label (const EntMap *map,
            const EntMapLabel *label,
            const EntMapView *view,
            const EntTimelineColours *colours,
            PangoLayout *layout,
            cairo_t *cairo)
{
  set_label (layout, map, ent_map_get_dot (map, label->dot), view->font_size);
  cairo_move_to (cairo, label->x, label->y);
  pango_cairo_layout_path (cairo, layout);
  set_colour (cairo, &colours->back);
  cairo_set_line_width (cairo, 3);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cairo);
  cairo_move_to (cairo, label->x, label->y);
  set_colour (cairo, &colours->text);
  pango_cairo_show_layout (cairo, layout);
}

/**
 * ent_map_draw:
 * @self: a map that was grouped for the scale of @view
 * @view: what is looked at
 * @colours: those of the drawing
 * @cairo: where, with the top left of @view at the origin
 *
 * Draws the dots in sight, and the names there is room for.
 */
void
ent_map_draw (const EntMap *self,
              const EntMapView *view,
              const EntTimelineColours *colours,
              cairo_t *cairo)
{
  g_autoptr (GArray) labels = ent_map_lay_out_labels (self, view, cairo);
  g_autoptr (PangoLayout) layout = create_layout (cairo, view->font_size, FALSE);

  cairo_save (cairo);
  cairo_rectangle (cairo, 0, 0, view->width, view->height);
  cairo_clip (cairo);
  for (guint i = 0; i < labels->len; i++)
    draw_label (self, &g_array_index (labels, EntMapLabel, i), view, colours, layout, cairo);
  /* Those with the most agreements on top. */
  for (guint i = self->dots->len; i-- > 0;)
    if (ent_map_view_shows (view, ent_map_get_dot (self, i)))
      draw_dot (ent_map_get_dot (self, i), view, colours, cairo);
  cairo_restore (cairo);
}
