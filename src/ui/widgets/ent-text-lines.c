/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-text-lines.h"

#define SPACING 2
#define LEAST_CHARS 3

struct _EntTextLines
{
  GtkWidget parent_instance;

  guint n_lines;
  EntTextStyle styles[ENT_TEXT_MOST_LINES];
  char *texts[ENT_TEXT_MOST_LINES];          /* NULL: the line takes no room */
  PangoLayout *layouts[ENT_TEXT_MOST_LINES]; /* of those that have been drawn */
  guint min_chars, nat_chars;
};

G_DEFINE_FINAL_TYPE (EntTextLines, ent_text_lines, GTK_TYPE_WIDGET)

/* All rows of all lists are written in one font: it is measured once, until it is another. */
static struct
{
  gboolean is_known;
  int heights[ENT_TEXT_N_STYLES];
  int char_width;
} font;

static const struct
{
  PangoWeight weight;
  double scale;
} styles[] = {
  [ENT_TEXT_BODY] = { PANGO_WEIGHT_NORMAL, 1 },
  [ENT_TEXT_HEADING] = { PANGO_WEIGHT_BOLD, 1 },
  [ENT_TEXT_CAPTION] = { PANGO_WEIGHT_NORMAL, 0.82 },
};

static PangoFontDescription *
create_description (PangoContext *context, EntTextStyle style)
{
  PangoFontDescription *description = pango_font_description_copy (
      pango_context_get_font_description (context));
  int size = pango_font_description_get_size (description);

  pango_font_description_set_weight (description, styles[style].weight);
  if (pango_font_description_get_size_is_absolute (description))
    pango_font_description_set_absolute_size (description, size * styles[style].scale);
  else
    pango_font_description_set_size (description, (int) (size * styles[style].scale));

  return description;
}

static void
measure_font (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  for (guint i = 0; i < ENT_TEXT_N_STYLES; i++)
    {
      g_autoptr (PangoFontDescription) description = create_description (context, i);
      PangoFontMetrics *metrics = pango_context_get_metrics (context, description,
                                                             pango_context_get_language (context));

      font.heights[i] = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics)
                                           + pango_font_metrics_get_descent (metrics));
      if (i == ENT_TEXT_BODY)
        font.char_width = PANGO_PIXELS_CEIL (
            MAX (pango_font_metrics_get_approximate_char_width (metrics),
                 pango_font_metrics_get_approximate_digit_width (metrics)));
      pango_font_metrics_unref (metrics);
    }
  font.is_known = TRUE;
}

static gboolean
takes_room (EntTextLines *self, guint line)
{
  return self->texts[line] || self->n_lines == 1;
}

static int
get_height (EntTextLines *self)
{
  int height = 0;

  for (guint i = 0; i < self->n_lines; i++)
    if (takes_room (self, i))
      height += font.heights[self->styles[i]] + (height > 0 ? SPACING : 0);

  return height;
}

static void
ent_text_lines_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  EntTextLines *self = ENT_TEXT_LINES (widget);

  if (!font.is_known)
    measure_font (widget);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = get_height (self);
      return;
    }

  *minimum = (int) self->min_chars * font.char_width;
  *natural = (int) MAX (self->min_chars, self->nat_chars) * font.char_width;
}

static PangoLayout *
get_layout (EntTextLines *self, guint line)
{
  if (!self->layouts[line])
    {
      PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->texts[line]);
      g_autoptr (PangoFontDescription)
          description = create_description (pango_layout_get_context (layout), self->styles[line]);

      pango_layout_set_font_description (layout, description);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      self->layouts[line] = layout;
    }
  pango_layout_set_width (self->layouts[line],
                          gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);

  return self->layouts[line];
}

static void
drop_layouts (EntTextLines *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    g_clear_object (&self->layouts[i]);
}

static void
ent_text_lines_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntTextLines *self = ENT_TEXT_LINES (widget);
  int y = (gtk_widget_get_height (widget) - get_height (self)) / 2;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  for (guint i = 0; i < self->n_lines; i++)
    {
      if (!self->texts[i])
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) y));
      gtk_snapshot_append_layout (snapshot, get_layout (self, i), &color);
      gtk_snapshot_restore (snapshot);
      y += font.heights[self->styles[i]] + SPACING;
    }
}

static void
ent_text_lines_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ent_text_lines_parent_class)->css_changed (widget, change);
  drop_layouts (ENT_TEXT_LINES (widget));
}

static void
ent_text_lines_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ent_text_lines_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_ICON_THEME)
    return;

  font.is_known = FALSE;
  drop_layouts (ENT_TEXT_LINES (widget));
  gtk_widget_queue_resize (widget);
}

/* The whole of a line that is cut. A row that may be read needs none: to show a tooltip has all of
 * the window styled anew. */
static gboolean
ent_text_lines_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  EntTextLines *self = ENT_TEXT_LINES (widget);
  int end = (gtk_widget_get_height (widget) - get_height (self)) / 2;

  for (guint i = 0; i < self->n_lines; i++)
    {
      if (!self->texts[i])
        continue;
      end += font.heights[self->styles[i]] + SPACING;
      if (!keyboard && y >= end)
        continue;
      if (!self->layouts[i] || !pango_layout_is_ellipsized (self->layouts[i]))
        return FALSE;
      gtk_tooltip_set_text (tooltip, self->texts[i]);
      return TRUE;
    }

  return FALSE;
}

static void
ent_text_lines_finalize (GObject *object)
{
  EntTextLines *self = ENT_TEXT_LINES (object);

  drop_layouts (self);
  for (guint i = 0; i < self->n_lines; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (ent_text_lines_parent_class)->finalize (object);
}

static void
ent_text_lines_class_init (EntTextLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_text_lines_finalize;
  widget_class->measure = ent_text_lines_measure;
  widget_class->snapshot = ent_text_lines_snapshot;
  widget_class->css_changed = ent_text_lines_css_changed;
  widget_class->query_tooltip = ent_text_lines_query_tooltip;
  widget_class->system_setting_changed = ent_text_lines_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "textlines");
}

static void
ent_text_lines_init (EntTextLines *self)
{
}

/**
 * ent_text_lines_new_cell:
 * @min_chars: how many characters it is wide at least
 *
 * Returns: (transfer floating): one line, which says itself to a screen reader
 */
GtkWidget *
ent_text_lines_new_cell (guint min_chars)
{
  EntTextLines *self = g_object_new (ENT_TYPE_TEXT_LINES, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  self->n_lines = 1;
  self->min_chars = min_chars;

  return GTK_WIDGET (self);
}

/**
 * ent_text_lines_new_row:
 *
 * Returns: (transfer floating): a heading, a line and a caption; the row around them says them to a
 *   screen reader
 */
GtkWidget *
ent_text_lines_new_row (void)
{
  EntTextLines *self = g_object_new (ENT_TYPE_TEXT_LINES, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_GENERIC, "has-tooltip", TRUE, NULL);

  self->n_lines = ENT_TEXT_MOST_LINES;
  self->styles[0] = ENT_TEXT_HEADING;
  self->styles[2] = ENT_TEXT_CAPTION;
  self->min_chars = LEAST_CHARS;

  return GTK_WIDGET (self);
}

/**
 * ent_text_lines_set:
 * @self: lines
 * @line: number of one
 * @text: what it says; an empty one takes no room among others
 */
void
ent_text_lines_set (EntTextLines *self, guint line, const char *text)
{
  gboolean took_room = takes_room (self, line);

  if (!g_set_str (&self->texts[line], *text != '\0' ? text : NULL))
    return;

  g_clear_object (&self->layouts[line]);
  if (took_room != takes_room (self, line))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->n_lines == 1)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* How many characters it would like to be wide. */
void
ent_text_lines_set_nat_chars (EntTextLines *self, guint nat_chars)
{
  if (self->nat_chars == nat_chars)
    return;

  self->nat_chars = nat_chars;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
