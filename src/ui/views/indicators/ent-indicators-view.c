/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-indicators-view.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-theme-coverage.h"
#include "ui/ent-settings.h"
#include "ui/views/indicators/ent-indicator-filter.h"
#include "ui/views/indicators/ent-indicator-list.h"
#include "ui/views/indicators/ent-indicator-scope-dialog.h"
#include "ui/widgets/ent-coverage-group.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-record-view.h"

struct _EntIndicatorsView
{
  AdwBin parent_instance;

  EntSession *session;
  EntRecordView *view;
  GtkWidget *filter_chips;
  GtkWidget *asked_button;
  GtkWidget *coverage_button;
};

static void place_view_init (EntPlaceViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntIndicatorsView,
                               ent_indicators_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_PLACE_VIEW, place_view_init))

static gboolean
show (EntPlaceView *place, EntId id)
{
  return ent_record_view_show (ENT_INDICATORS_VIEW (place)->view, id);
}

static void
search (EntPlaceView *place)
{
  ent_record_view_search (ENT_INDICATORS_VIEW (place)->view);
}

static void
place_view_init (EntPlaceViewInterface *iface)
{
  iface->show = show;
  iface->search = search;
}

static void
new_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ent_indicator_scope_dialog_present (widget, ENT_INDICATORS_VIEW (widget)->session);
}

static gboolean
has_coverage (EntSession *session, EntAgreement *agreement)
{
  g_autoptr (EntCoverageMatrix) matrix = ent_coverage_matrix_new (
      ent_session_get_project (session), agreement, ent_session_get_today (session));

  return matrix->themes->len > 0 && matrix->years->len > 0;
}

static void
close_dialog (AdwDialog *dialog)
{
  adw_dialog_close (dialog);
}

/* Themes against years, of every agreement that runs. */
static void
coverage_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntIndicatorsView *self = ENT_INDICATORS_VIEW (widget);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  g_autoptr (GPtrArray) agreements = ent_indicator_get_running_agreements (self->session);

  for (guint i = 0; i < agreements->len; i++)
    {
      EntRecord *agreement = g_ptr_array_index (agreements, i);
      GtkWidget *group = ent_coverage_group_new (self->session, agreement);
      g_autofree char *title = ent_record_dup_title (
          agreement, ent_session_get_project (self->session), ent_session_get_lang (self->session));

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }
  adw_dialog_set_title (dialog, _("Themes by Year"));
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 560);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  /* A record behind a cell is shown in the window below. */
  g_signal_connect_object (self->session, "show-record", G_CALLBACK (close_dialog), dialog,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
refresh (EntIndicatorsView *self)
{
  g_autoptr (GPtrArray) agreements = ent_indicator_get_running_agreements (self->session);
  guint n_asked = ent_indicator_count_asked (self->session);
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u Theme Asks for an Indicator", "%u Themes Ask for an Indicator", n_asked),
      n_asked);
  gboolean covers = FALSE;

  for (guint i = 0; i < agreements->len && !covers; i++)
    covers = has_coverage (self->session, g_ptr_array_index (agreements, i));
  gtk_button_set_label (GTK_BUTTON (self->asked_button), words);
  gtk_widget_set_visible (self->asked_button, n_asked > 0);
  gtk_widget_set_visible (self->coverage_button, covers);
  gtk_widget_set_visible (self->filter_chips,
                          g_list_model_get_n_items (ent_record_view_get_items (self->view)) > 0);
}

static void
ent_indicators_view_dispose (GObject *object)
{
  g_clear_object (&ENT_INDICATORS_VIEW (object)->session);

  G_OBJECT_CLASS (ent_indicators_view_parent_class)->dispose (object);
}

static void
ent_indicators_view_class_init (EntIndicatorsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_indicators_view_dispose;

  gtk_widget_class_install_action (widget_class, "indicators.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "indicators.coverage", NULL, coverage_action_cb);
}

static void
ent_indicators_view_init (EntIndicatorsView *self)
{
}

static GtkWidget *
append_act (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);

  return button;
}

/* What the agreements ask for, beside what the list shows. */
static GtkWidget *
create_acts (EntIndicatorsView *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_add_css_class (box, "chips");
  self->asked_button = append_act (box, "", "indicators.new");
  self->coverage_button = append_act (box, _("Themes by Year…"), "indicators.coverage");

  return box;
}

/**
 * ent_indicators_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): the place Indicators
 */
GtkWidget *
ent_indicators_view_new (EntSession *session)
{
  EntIndicatorsView *self = g_object_new (ENT_TYPE_INDICATORS_VIEW, NULL);
  g_autoptr (EntIndicatorFilter) filter = ent_indicator_filter_new ();
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *acts = NULL;

  self->session = g_object_ref (session);
  self->view = ENT_RECORD_VIEW (ent_record_view_new (
      session, &ent_indicator_list_spec, ENT_RECORD_FILTER (filter), ent_settings_get ()));
  self->filter_chips = ent_indicator_filter_create_bar (filter);
  acts = create_acts (self);
  gtk_box_append (GTK_BOX (chips), self->filter_chips);
  gtk_box_append (GTK_BOX (chips), acts);
  ent_record_view_set_chips (self->view, chips);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
  refresh (self);
  g_signal_connect_object (ent_session_get_project (session), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "day-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * ent_indicators_view_get_filtered:
 * @self: the view
 *
 * Returns: (transfer none): an #EntRecordItem for every indicator that the filters let through
 */
GListModel *
ent_indicators_view_get_filtered (EntIndicatorsView *self)
{
  return ent_record_view_get_filtered (self->view);
}
