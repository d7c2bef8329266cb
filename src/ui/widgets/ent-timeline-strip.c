/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-timeline-strip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-agreement-words.h"
#include "ui/widgets/ent-drawing.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-lineage-timeline.h"
#include "ui/widgets/ent-lineage-words.h"

/* Its text beside that of the page. */
#define FONT_SCALE 0.9

struct _EntTimelineStrip
{
  GtkButton parent_instance;

  EntSession *session;
  EntRecord *record;
  EntTimeline *timeline;
  GtkDrawingArea *area;
};

G_DEFINE_FINAL_TYPE (EntTimelineStrip, ent_timeline_strip, GTK_TYPE_BUTTON)

static EntTimelineView
get_view (EntTimelineStrip *self, int width)
{
  EntTimelineView view = { .width = width,
                           .font_size = FONT_SCALE * ent_drawing_get_font_size (GTK_WIDGET (self)),
                           .lang = ent_session_get_lang (self->session) };

  view.days_per_pixel = (self->timeline->last - self->timeline->first + 1) / MAX (width, 1.0);
  view.height = ent_timeline_get_axis_height (&view) + ent_timeline_get_row_height (&view);

  return view;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer user_data)
{
  EntTimelineStrip *self = user_data;
  EntTimelineColours colours = ent_drawing_get_colours (GTK_WIDGET (area));
  EntTimelineView view;

  if (!self->timeline)
    return;
  /* The ground is the button's. */
  colours.back.alpha = 0;
  view = get_view (self, width);
  ent_timeline_draw_strip (self->timeline, &view, &colours, cairo);
}

/* All of it in words, for those who do not see it. */
static char *
dup_words (EntTimelineStrip *self, const EntLineage *lineage)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < lineage->spans->len; i++)
    {
      const EntSpan *span = g_ptr_array_index (lineage->spans, i);
      g_autofree char *title = ent_record_dup_title (ENT_RECORD (span->agreement), project, lang);
      g_autofree char *signed_on = ent_span_dup_signed_words (span, project, lang);

      g_string_append_printf (words, "%s%s, %s, %s", i > 0 ? "; " : "", title, signed_on,
                              ent_status_get_words (span->status.status));
    }

  /* Translators: agreements with their dates of signature and states */
  return g_strdup_printf (_("Timeline: %s"), words->str);
}

static gboolean
has_dates (EntTimeline *timeline)
{
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const EntTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if (item->first <= item->last)
        return TRUE;
    }

  return FALSE;
}

static void
refresh (EntTimelineStrip *self)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  int today = ent_session_get_today (self->session);
  g_autoptr (EntLineage) lineage = NULL;
  g_autofree char *words = NULL;

  if (!ent_project_get (project, ent_record_get_id (self->record)))
    return;
  lineage = ent_lineage_new_around (project, self->record, lang, today);
  words = dup_words (self, lineage);
  g_clear_pointer (&self->timeline, ent_timeline_free);
  self->timeline = ent_lineage_make_timeline (lineage, project, lang, today, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), has_dates (self->timeline));
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
ent_timeline_strip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  EntTimelineStrip *self = ENT_TIMELINE_STRIP (widget);
  EntTimelineView view = { .font_size = FONT_SCALE * ent_drawing_get_font_size (widget) };

  GTK_WIDGET_CLASS (ent_timeline_strip_parent_class)->css_changed (widget, change);
  gtk_drawing_area_set_content_height (self->area, (int) (ent_timeline_get_axis_height (&view)
                                                          + ent_timeline_get_row_height (&view)));
}

static void
ent_timeline_strip_dispose (GObject *object)
{
  EntTimelineStrip *self = ENT_TIMELINE_STRIP (object);

  g_clear_pointer (&self->timeline, ent_timeline_free);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_timeline_strip_parent_class)->dispose (object);
}

static void
ent_timeline_strip_class_init (EntTimelineStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_timeline_strip_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = ent_timeline_strip_css_changed;
}

static void
ent_timeline_strip_init (EntTimelineStrip *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->area = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  gtk_drawing_area_set_content_width (self->area, 200);
  gtk_drawing_area_set_content_height (self->area, 56);
  gtk_drawing_area_set_draw_func (self->area, draw_cb, self, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->area), TRUE);
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (self->area));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Show on the Timeline"));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self->area,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self->area, G_CONNECT_SWAPPED);
}

/**
 * ent_timeline_strip_new:
 * @session: the session
 * @record: an agreement or an organisation of its project
 *
 * Returns: (transfer floating): the strip, kept equal to the project
 */
GtkWidget *
ent_timeline_strip_new (EntSession *session, EntRecord *record)
{
  EntTimelineStrip *self = g_object_new (ENT_TYPE_TIMELINE_STRIP, NULL);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", ent_record_get_id (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-timeline");
  refresh (self);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) refresh);

  return GTK_WIDGET (self);
}
