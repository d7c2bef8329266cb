/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-indicators-view.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-theme-coverage.h"
#include "ui/ent-settings.h"
#include "ui/views/indicators/ent-indicator-filter.h"
#include "ui/views/indicators/ent-indicator-list.h"
#include "ui/views/indicators/ent-indicator-scope-dialog.h"
#include "ui/widgets/ent-coverage-group.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-record-view.h"
#include "ui/widgets/ent-slices.h"

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

/* The dialog with the matrices of the agreements. */
typedef struct
{
  EntSession *session;
  AdwPreferencesPage *page;
  GPtrArray *agreements; /* EntAgreement */
} Coverage;

static void
coverage_free (gpointer data)
{
  Coverage *self = data;

  g_clear_object (&self->session);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
get_covered (EntSession *session)
{
  GPtrArray *agreements = ent_indicator_get_running_agreements (session);

  for (guint i = agreements->len; i > 0; i--)
    if (!ent_agreement_has_coverage (ent_session_get_project (session),
                                     g_ptr_array_index (agreements, i - 1),
                                     ent_session_get_today (session)))
      g_ptr_array_remove_index_fast (agreements, i - 1);

  return agreements;
}

static void
close_dialog (AdwDialog *dialog)
{
  adw_dialog_close (dialog);
}

/* One that has themes, of those that run. */
static void
add_coverage (gpointer dialog, guint number)
{
  Coverage *self = g_object_get_data (dialog, "ent-coverage");
  EntProject *project = ent_session_get_project (self->session);
  EntRecord *agreement = g_ptr_array_index (self->agreements, number);
  g_autofree char *title = NULL;
  GtkWidget *group;

  /* It may have been deleted since. */
  if (!ent_project_get (project, ent_record_get_id (agreement)))
    return;

  title = ent_record_dup_title (agreement, project, ent_session_get_lang (self->session));
  group = ent_coverage_group_new (self->session, agreement);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

/* Themes against years, of every agreement that runs. */
static void
coverage_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntIndicatorsView *self = ENT_INDICATORS_VIEW (widget);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  Coverage *coverage = g_new0 (Coverage, 1);

  coverage->session = g_object_ref (self->session);
  coverage->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  coverage->agreements = get_covered (self->session);
  ent_indicator_sort_agreements (self->session, coverage->agreements);
  g_object_set_data_full (G_OBJECT (dialog), "ent-coverage", coverage, coverage_free);
  adw_dialog_set_title (dialog, _("Themes by Year"));
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 560);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (coverage->page));
  adw_dialog_set_child (dialog, view);
  ent_slices_run (dialog, coverage->agreements->len, add_coverage);
  /* A record behind a cell is shown in the window below. */
  g_signal_connect_object (self->session, "show-record", G_CALLBACK (close_dialog), dialog,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
refresh (EntIndicatorsView *self)
{
  g_autoptr (GPtrArray) agreements = ent_indicator_get_running_agreements (self->session);
  guint n_asked = ent_indicator_count_asked (self->session, agreements);
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u Theme Asks for an Indicator", "%u Themes Ask for an Indicator", n_asked),
      n_asked);
  gboolean covers = FALSE;

  for (guint i = 0; i < agreements->len && !covers; i++)
    covers = ent_agreement_has_coverage (ent_session_get_project (self->session),
                                         g_ptr_array_index (agreements, i),
                                         ent_session_get_today (self->session));
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
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_SOON, (EntFollowFunc) refresh);

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
