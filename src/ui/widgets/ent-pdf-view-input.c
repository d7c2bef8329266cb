/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-pdf-view-private.h"

#include <math.h>

#define LINE 60

static void
scroll_by (EntPdfView *self, double step)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  self->goal = -1;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
}

static gboolean
is_move (guint key)
{
  return key == GDK_KEY_Left || key == GDK_KEY_Right || key == GDK_KEY_Up || key == GDK_KEY_Down
         || key == GDK_KEY_Home || key == GDK_KEY_End;
}

/* Shift and an arrow: the selection, or from the first word in sight, one on. */
static gboolean
extend (EntPdfView *self, guint key, gboolean words)
{
  guint page = self->selected >= 0 ? (guint) self->selected : self->page;
  const EntPdfPage *read = ent_pdf_loader_get_words (self->loader, page);
  guint cursor = self->cursor;

  if (!read || !is_move (key))
    return FALSE;
  if (self->selected < 0)
    {
      EntPdfRange word = ent_pdf_page_get_word (read, 0);

      ent_pdf_view_select (self, page, word.start, word.end);
      return TRUE;
    }
  switch (key)
    {
    case GDK_KEY_Left:
      cursor = ent_pdf_page_step (read, cursor, -1, words);
      break;
    case GDK_KEY_Right:
      cursor = ent_pdf_page_step (read, cursor, 1, words);
      break;
    case GDK_KEY_Up:
      cursor = ent_pdf_page_step_line (read, cursor, -1);
      break;
    case GDK_KEY_Down:
      cursor = ent_pdf_page_step_line (read, cursor, 1);
      break;
    case GDK_KEY_Home:
      cursor = 0;
      break;
    case GDK_KEY_End:
      cursor = read->n_boxes;
      break;
    default:
      return FALSE;
    }
  ent_pdf_view_select (self, page, self->anchor, cursor);

  return TRUE;
}

static void
select_page (EntPdfView *self)
{
  const EntPdfPage *words = ent_pdf_loader_get_words (self->loader, self->page);

  if (words)
    ent_pdf_view_select (self, self->page, 0, words->n_boxes);
}

static gboolean
press_with_control (EntPdfView *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      ent_pdf_view_copy (self);
      return TRUE;
    case GDK_KEY_a:
      select_page (self);
      return TRUE;
    case GDK_KEY_Home:
      ent_pdf_view_show_page (self, 0);
      return TRUE;
    case GDK_KEY_End:
      ent_pdf_view_show_page (self, G_MAXINT);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (EntPdfView *self, guint key, guint code, GdkModifierType state)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->scroller));

  if (state & GDK_SHIFT_MASK)
    return extend (self, key, (state & GDK_CONTROL_MASK) != 0);
  if (state & GDK_CONTROL_MASK)
    return press_with_control (self, key);
  switch (key)
    {
    case GDK_KEY_Page_Up:
      scroll_by (self, -0.9 * height);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
      scroll_by (self, 0.9 * height);
      return TRUE;
    case GDK_KEY_Up:
      scroll_by (self, -LINE);
      return TRUE;
    case GDK_KEY_Down:
      scroll_by (self, LINE);
      return TRUE;
    case GDK_KEY_Left:
      ent_pdf_view_show_page (self, self->page > 0 ? self->page - 1 : 0);
      return TRUE;
    case GDK_KEY_Right:
      ent_pdf_view_show_page (self, self->page + 1);
      return TRUE;
    case GDK_KEY_Home:
      ent_pdf_view_show_page (self, 0);
      return TRUE;
    case GDK_KEY_End:
      ent_pdf_view_show_page (self, G_MAXINT);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
pinch_begin_cb (EntPdfView *self)
{
  self->pinched = self->scale;
}

static void
pinch_cb (EntPdfView *self, double factor)
{
  self->fits = FALSE;
  ent_pdf_view_zoom_to (self, self->pinched * factor);
}

static gboolean
wheel_cb (EntPdfView *self, double dx, double dy, GtkEventController *controller)
{
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    {
      self->goal = -1;
      return FALSE;
    }
  self->fits = FALSE;
  ent_pdf_view_zoom_to (self, self->scale * pow (ENT_PDF_ZOOM_STEP, -dy));

  return TRUE;
}

/* The keys, the wheel with Ctrl, and two fingers. */
void
ent_pdf_view_add_controllers (EntPdfView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (wheel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
