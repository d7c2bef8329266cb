/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-drawing.h"

#include <adwaita.h>

/**
 * ent_drawing_get_colours:
 * @widget: what draws by itself
 *
 * Returns: the colours of a drawing on its display as it is now: light, dark, high contrast
 */
EntTimelineColours
ent_drawing_get_colours (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  return ent_timeline_get_colours (adw_style_manager_get_dark (style) ? ENT_TIMELINE_DARK
                                                                      : ENT_TIMELINE_LIGHT,
                                   adw_style_manager_get_high_contrast (style));
}

/**
 * ent_drawing_get_font_size:
 * @widget: what draws by itself
 *
 * Returns: the size of its text in pixels, as large as the reader has set it
 */
double
ent_drawing_get_font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dpi > 0 ? dpi : 96) / 72;

  return CLAMP (size, 6, 60);
}

/**
 * ent_drawing_take_mark:
 * @widget: a drawing whose parts have children
 * @marks: (element-type EntMark): its children so far; a new one is added
 *
 * Returns: (transfer none): a child that stands for nothing yet
 */
EntMark *
ent_drawing_take_mark (GtkWidget *widget, GPtrArray *marks)
{
  GtkWidget *mark;

  for (guint i = 0; i < marks->len; i++)
    if (ent_mark_get_item (g_ptr_array_index (marks, i)) < 0)
      return g_ptr_array_index (marks, i);

  mark = ent_mark_new ();
  gtk_widget_set_parent (mark, widget);
  g_ptr_array_add (marks, mark);

  return ENT_MARK (mark);
}

/**
 * ent_drawing_snapshot_marks:
 * @widget: a drawing whose parts have children
 * @marks: (element-type EntMark): its children
 * @snapshot: what is drawn into, over the drawing
 *
 * Draws those that stand for something.
 */
void
ent_drawing_snapshot_marks (GtkWidget *widget, GPtrArray *marks, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < marks->len; i++)
    if (ent_mark_get_item (g_ptr_array_index (marks, i)) >= 0)
      gtk_widget_snapshot_child (widget, g_ptr_array_index (marks, i), snapshot);
}
