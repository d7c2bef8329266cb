/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-indicator-values.h"

#include <glib/gi18n-lib.h>

#include "draw/ent-indicator-chart.h"
#include "ui/views/indicators/ent-indicator-words.h"
#include "ui/views/indicators/ent-value-grid.h"
#include "ui/widgets/ent-add-dialog.h"
#include "ui/widgets/ent-drawing.h"
#include "ui/widgets/ent-follow.h"

#define CHART_HEIGHT 170
#define BULLET_HEIGHT 20
#define FONT_SIZE 13

#define COLUMNS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

/* A value of a period, territory or break-down that the table does not have yet. */
static const EntChildSpec new_value = {
  .title = N_ ("Values"),
  .table = &ent_measurement_table,
  .owner = "indicator",
  .filter_column = "kind",
  .filter_value = "actual",
  .add_label = N_ ("Add Value…"),
  .asked = COLUMNS ("period", "value", "territory", "dimension", "comment"),
};

struct _EntIndicatorValues
{
  AdwPreferencesGroup parent_instance;

  EntSession *session;
  EntIndicator *indicator;
  EntIndicatorChart *chart;
  GtkWidget *area;
  GtkWidget *bullet;
  GtkWidget *hint;
  GtkWidget *grid;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (EntIndicatorValues, ent_indicator_values, ADW_TYPE_PREFERENCES_GROUP)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer user_data)
{
  EntIndicatorValues *self = user_data;
  EntTimelineColours colours = ent_drawing_get_colours (GTK_WIDGET (area));
  EntIndicatorView view = { width, height, FONT_SIZE, ent_session_get_lang (self->session) };

  if (!self->chart)
    return;
  if (GTK_WIDGET (area) == self->bullet)
    ent_indicator_chart_draw_bullet (self->chart, &view, &colours, cairo);
  else
    ent_indicator_chart_draw (self->chart, &view, &colours, cairo);
}

/* The same as the drawing, for those who do not see it; the table below says it cell by cell. */
static void
name_drawing (EntIndicatorValues *self, const EntIndicatorStanding *standing)
{
  const char *lang = ent_session_get_lang (self->session);
  g_autofree char *last = ent_indicator_dup_last_words (standing, self->indicator, lang);
  g_autofree char *target = ent_indicator_dup_target_words (standing, self->indicator, lang);
  g_autofree char *words = g_strdup_printf ("%s · %s · %s", last, target,
                                            ent_indicator_state_get_words (standing->state));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bullet), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
refresh (EntIndicatorValues *self)
{
  EntProject *project = ent_session_get_project (self->session);
  g_auto (EntIndicatorBasis) basis = { NULL };
  g_auto (EntIndicatorStanding) standing = { 0 };
  gboolean has_values;

  if (!ent_project_get (project, ent_record_get_id (ENT_RECORD (self->indicator))))
    return;

  ent_indicator_basis_init (&basis, project, ent_session_get_today (self->session));
  standing = ent_indicator_get_standing (&basis, self->indicator);
  g_clear_pointer (&self->chart, ent_indicator_chart_free);
  self->chart = ent_indicator_chart_new_of (&basis, self->indicator,
                                            ent_session_get_lang (self->session));
  has_values = ent_indicator_chart_has_values (self->chart);
  name_drawing (self, &standing);
  gtk_widget_set_visible (self->area, has_values);
  gtk_widget_set_visible (self->bullet, has_values && standing.target);
  gtk_widget_set_visible (self->hint, !has_values);
  gtk_label_set_text (GTK_LABEL (self->hint), self->indicator->filter
                      ? _("None of these years is on record: there is nothing to count yet.")
                      : _("No value yet. Write one in the table, or paste a block of cells."));
  gtk_widget_set_visible (self->add_button, self->indicator->filter == NULL);
  gtk_widget_queue_draw (self->area);
  gtk_widget_queue_draw (self->bullet);
}

static void
target_clicked_cb (EntIndicatorValues *self)
{
  ent_value_grid_focus_target (ENT_VALUE_GRID (self->grid));
}

static void
add_clicked_cb (EntIndicatorValues *self)
{
  ent_add_dialog_present (GTK_WIDGET (self), self->session, ENT_RECORD (self->indicator),
                          &new_value);
}

static void
details_clicked_cb (EntIndicatorValues *self)
{
  ent_value_grid_show_details (ENT_VALUE_GRID (self->grid));
}

static GtkWidget *
create_area (EntIndicatorValues *self, int height)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  NULL);

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), height);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, self, NULL);

  return area;
}

static GtkWidget *
create_buttons (EntIndicatorValues *self)
{
  GtkWidget *box = adw_wrap_box_new ();
  GtkWidget *target = gtk_button_new_with_mnemonic (_("Set _Target"));
  GtkWidget *details = gtk_button_new_with_mnemonic (_("Co_mment and Evidence…"));

  self->add_button = gtk_button_new_with_mnemonic (_("Add _Value…"));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  g_signal_connect_object (target, "clicked", G_CALLBACK (target_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (details, "clicked", G_CALLBACK (details_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), target);
  adw_wrap_box_append (ADW_WRAP_BOX (box), self->add_button);
  adw_wrap_box_append (ADW_WRAP_BOX (box), details);

  return box;
}

static void
ent_indicator_values_dispose (GObject *object)
{
  EntIndicatorValues *self = ENT_INDICATOR_VALUES (object);

  g_clear_pointer (&self->chart, ent_indicator_chart_free);
  g_clear_object (&self->indicator);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_indicator_values_parent_class)->dispose (object);
}

static void
ent_indicator_values_class_init (EntIndicatorValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_indicator_values_dispose;
}

static void
ent_indicator_values_init (EntIndicatorValues *self)
{
}

/**
 * ent_indicator_values_new:
 * @session: the session
 * @indicator: an indicator
 *
 * Returns: (transfer floating): its figures, kept equal to the project
 */
GtkWidget *
ent_indicator_values_new (EntSession *session, EntRecord *indicator)
{
  EntIndicatorValues *self = g_object_new (ENT_TYPE_INDICATOR_VALUES, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->session = g_object_ref (session);
  self->indicator = g_object_ref (ENT_INDICATOR (indicator));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Values"));
  self->bullet = create_area (self, BULLET_HEIGHT);
  self->area = create_area (self, CHART_HEIGHT);
  self->hint = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");
  self->grid = ent_value_grid_new (session, self->indicator);
  gtk_box_append (GTK_BOX (box), self->bullet);
  gtk_box_append (GTK_BOX (box), self->area);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), create_buttons (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
  refresh (self);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) refresh);

  return GTK_WIDGET (self);
}
