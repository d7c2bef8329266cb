/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-pdf-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Over a white page, whatever the colours of the window. */
static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA lit_colour = { 0.20, 0.52, 0.89, 0.20 };
static const GdkRGBA found_colour = { 0.98, 0.80, 0.10, 0.45 };
static const GdkRGBA selected_colour = { 0.20, 0.52, 0.89, 0.38 };
static const GdkRGBA problem_colour = { 0.3, 0.3, 0.3, 1 };

#define PROBLEM_MARGIN 24

struct _EntPdfSheet
{
  GtkWidget parent_instance;

  EntPdfView *view; /* weak: it holds this */
  guint page;
  guint anchor; /* where a selection with the pointer began */
  gboolean by_word;
};

G_DEFINE_FINAL_TYPE (EntPdfSheet, ent_pdf_sheet, GTK_TYPE_WIDGET)

static const EntPdfPage *
get_words (EntPdfSheet *self)
{
  return self->view ? ent_pdf_loader_get_words (ent_pdf_view_get_loader (self->view), self->page)
                    : NULL;
}

static void
ent_pdf_sheet_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  EntPdfSheet *self = ENT_PDF_SHEET (widget);
  float width = 0, height = 0;
  double scale = 1;

  if (self->view)
    {
      ent_pdf_view_get_size (self->view, self->page, &width, &height);
      scale = ent_pdf_view_get_scale (self->view);
    }
  *minimum = *natural = (int) ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height)
                                    * scale);
}

static void
append_boxes (EntPdfSheet *self, GtkSnapshot *snapshot, EntPdfRange range, const GdkRGBA *colour)
{
  const EntPdfPage *words = get_words (self);
  float scale = (float) ent_pdf_view_get_scale (self->view);
  g_autoptr (GArray) boxes = words ? ent_pdf_page_get_boxes (words, range) : NULL;

  for (guint i = 0; boxes && i < boxes->len; i++)
    {
      const EntPdfBox *box = &g_array_index (boxes, EntPdfBox, i);

      gtk_snapshot_append_color (snapshot, colour,
                                 &GRAPHENE_RECT_INIT (box->x1 * scale, box->y1 * scale,
                                                      (box->x2 - box->x1) * scale,
                                                      (box->y2 - box->y1) * scale));
    }
}

static void
append_problem (EntPdfSheet *self, GtkSnapshot *snapshot, const char *problem)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), problem);
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PROBLEM_MARGIN;

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PROBLEM_MARGIN, PROBLEM_MARGIN));
  gtk_snapshot_append_layout (snapshot, layout, &problem_colour);
  gtk_snapshot_restore (snapshot);
}

static void
append_lit (EntPdfSheet *self, GtkSnapshot *snapshot)
{
  GArray *lit = ent_pdf_view_get_lit (self->view);

  for (guint i = 0; i < lit->len; i++)
    {
      const EntPdfPassage *passage = &g_array_index (lit, EntPdfPassage, i);

      if (passage->page == self->page)
        append_boxes (self, snapshot, passage->range, &lit_colour);
    }
}

static void
append_found (EntPdfSheet *self, GtkSnapshot *snapshot)
{
  EntPdfFinder *finder = ent_pdf_view_get_finder (self->view);
  guint i = ent_pdf_finder_find_from (finder, self->page);

  for (; i < ent_pdf_finder_get_n_found (finder); i++)
    {
      const EntPdfPassage *found = ent_pdf_finder_get (finder, i);

      if (found->page != self->page)
        break;
      append_boxes (self, snapshot, found->range, &found_colour);
    }
}

static void
ent_pdf_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntPdfSheet *self = ENT_PDF_SHEET (widget);
  EntPdfLoader *loader = self->view ? ent_pdf_view_get_loader (self->view) : NULL;
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                              (float) gtk_widget_get_height (widget));
  GdkTexture *texture;
  EntPdfRange range;
  guint page;

  if (!loader)
    return;
  texture = ent_pdf_loader_get_texture (loader, self->page);
  gtk_snapshot_append_color (snapshot, &white, &whole);
  if (texture)
    gtk_snapshot_append_texture (snapshot, texture, &whole);
  else if (ent_pdf_loader_get_problem (loader, self->page))
    append_problem (self, snapshot, ent_pdf_loader_get_problem (loader, self->page));
  append_lit (self, snapshot);
  append_found (self, snapshot);
  if (ent_pdf_view_get_selection (self->view, &page, &range) && page == self->page)
    append_boxes (self, snapshot, range, &selected_colour);
}

static gboolean
find_place (EntPdfSheet *self, double x, double y, guint *place)
{
  const EntPdfPage *words = get_words (self);
  double scale = self->view ? ent_pdf_view_get_scale (self->view) : 1;

  return words && ent_pdf_page_find_place (words, (float) (x / scale), (float) (y / scale), place);
}

/* A finger on the page scrolls it. */
static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (
      GTK_EVENT_CONTROLLER (gesture));

  return device && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
pressed_cb (EntPdfSheet *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint place;

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (!find_place (self, x, y, &place))
    return;
  self->by_word = n_press == 2;
  if (self->by_word || is_touch (gesture))
    {
      EntPdfRange word = ent_pdf_page_get_word (get_words (self), place);

      self->anchor = word.start;
      ent_pdf_view_select (self->view, self->page, word.start, word.end);
    }
}

static void
drag_begin_cb (EntPdfSheet *self, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  EntPdfRange range;
  guint place, page;

  if (is_touch (gesture) || !find_place (self, x, y, &place))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (self->by_word)
    return;
  if ((state & GDK_SHIFT_MASK) && ent_pdf_view_get_selection (self->view, &page, &range)
      && page == self->page)
    self->anchor = place < range.start ? range.end : range.start;
  else
    self->anchor = place;
  ent_pdf_view_select (self->view, self->page, self->anchor, place);
}

static void
drag_update_cb (EntPdfSheet *self, double offset_x, double offset_y, GtkGesture *gesture)
{
  double x, y;
  guint place;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  if (!find_place (self, x + offset_x, y + offset_y, &place))
    return;
  if (self->by_word && place > self->anchor)
    place = MAX (ent_pdf_page_get_word (get_words (self), place).end,
                 ent_pdf_page_get_word (get_words (self), self->anchor).end);
  ent_pdf_view_select (self->view, self->page, self->anchor, place);
}

static void
drag_end_cb (EntPdfSheet *self)
{
  self->by_word = FALSE;
}

static void
ent_pdf_sheet_dispose (GObject *object)
{
  g_clear_weak_pointer (&ENT_PDF_SHEET (object)->view);

  G_OBJECT_CLASS (ent_pdf_sheet_parent_class)->dispose (object);
}

static void
ent_pdf_sheet_class_init (EntPdfSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_pdf_sheet_dispose;
  widget_class->measure = ent_pdf_sheet_measure;
  widget_class->snapshot = ent_pdf_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pdf-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ent_pdf_sheet_init (EntPdfSheet *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * ent_pdf_sheet_new:
 * @view: the view it is in
 *
 * Returns: (transfer floating): a sheet for the first page
 */
GtkWidget *
ent_pdf_sheet_new (EntPdfView *view)
{
  EntPdfSheet *self = g_object_new (ENT_TYPE_PDF_SHEET, NULL);

  g_set_weak_pointer (&self->view, view);

  return GTK_WIDGET (self);
}

void
ent_pdf_sheet_set_page (EntPdfSheet *self, guint page)
{
  self->page = page;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  ent_pdf_sheet_refresh (self);
}

guint
ent_pdf_sheet_get_page (EntPdfSheet *self)
{
  return self->page;
}

/**
 * ent_pdf_sheet_refresh:
 * @self: a sheet
 *
 * Shows its page as it is now, and says its words, or what is wrong with it, to who cannot see the
 * picture.
 */
void
ent_pdf_sheet_refresh (EntPdfSheet *self)
{
  const EntPdfPage *words = get_words (self);
  const char *problem = ent_pdf_loader_get_problem (ent_pdf_view_get_loader (self->view),
                                                    self->page);
  /* Translators: number of a page, and how many there are */
  g_autofree char *label = g_strdup_printf (
      _("Page %1$u of %2$u"), self->page + 1,
        ent_pdf_loader_get_n_pages (ent_pdf_view_get_loader (self->view)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words     ? words->text
                                  : problem ? problem
                                            : "",
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
