/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-reports-view.h"

#include <glib/gi18n-lib.h>

#include "ui/views/reports/ent-report-composer.h"
#include "ui/views/reports/ent-report-dialog.h"
#include "ui/views/reports/ent-report-row.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-growing-list.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-save-status.h"
#include "ui/widgets/ent-undo-buttons.h"

struct _EntReportsView
{
  AdwBreakpointBin parent_instance;

  AdwBin *undo_slot;
  AdwBin *save_slot;
  GtkListView *list;
  AdwNavigationView *navigation;
  AdwNavigationPage *composer_page;

  EntSession *session;
  EntReportComposer *composer; /* NULL until a report was opened */
  GListStore *items;           /* EntReportItem */
  EntGrowingList *rows;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void place_view_init (EntPlaceViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntReportsView,
                               ent_reports_view,
                               ADW_TYPE_BREAKPOINT_BIN,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_PLACE_VIEW, place_view_init))

static EntReportComposer *
get_composer (EntReportsView *self)
{
  if (!self->composer)
    {
      self->composer = ENT_REPORT_COMPOSER (ent_report_composer_new (self->session));
      adw_navigation_page_set_child (self->composer_page, GTK_WIDGET (self->composer));
    }

  return self->composer;
}

static void
show_composer (EntReportsView *self)
{
  g_autofree char *title = ent_report_composer_dup_title (self->composer);

  adw_navigation_page_set_title (self->composer_page, title);
  if (adw_navigation_view_get_visible_page (self->navigation) != self->composer_page)
    adw_navigation_view_push (self->navigation, self->composer_page);
}

static gboolean
show (EntPlaceView *place, EntId id)
{
  EntReportsView *self = ENT_REPORTS_VIEW (place);
  EntRecord *record = ent_project_get (ent_session_get_project (self->session), id);

  if (!record || !ENT_IS_SECTION (record)
      || !ent_report_composer_open_section (get_composer (self), ENT_SECTION (record)))
    return FALSE;
  show_composer (self);

  return TRUE;
}

static void
place_view_init (EntPlaceViewInterface *iface)
{
  iface->show = show;
}

static void
activated_cb (EntReportsView *self, guint position)
{
  g_autoptr (EntReportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  ent_report_composer_open (get_composer (self), &item->scope, item->report);
  show_composer (self);
}

static void
made_cb (EntReportsView *self, gint64 id)
{
  show (ENT_PLACE_VIEW (self), id);
}

static void
new_cb (EntReportsView *self)
{
  AdwDialog *dialog = ent_report_dialog_new (self->session);

  g_signal_connect_object (dialog, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, ent_report_row_new ());
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntReportsView *self)
{
  EntReportRow *row = ENT_REPORT_ROW (gtk_list_item_get_child (item));

  ent_report_row_set_item (row, self->session, gtk_list_item_get_item (item));
  gtk_list_item_set_accessible_label (item, ent_report_row_get_title (row));
}

/* Every edit may add a report or change its count; the list is short, so it is made anew. */
static void
fill (EntReportsView *self)
{
  g_autoptr (GPtrArray) items = NULL;

  ent_growing_list_restart (self->rows);
  items = ent_report_item_list (ent_session_get_project (self->session),
                                ent_session_get_today (self->session));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
ent_reports_view_constructed (GObject *object)
{
  EntReportsView *self = ENT_REPORTS_VIEW (object);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  EntProjectFile *file = ent_session_get_file (self->session);

  G_OBJECT_CLASS (ent_reports_view_parent_class)->constructed (object);

  adw_bin_set_child (self->undo_slot, ent_undo_buttons_new (self->session));
  adw_bin_set_child (self->save_slot, ent_save_status_new (file));

  self->items = g_list_store_new (ENT_TYPE_REPORT_ITEM);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  self->rows = ent_growing_list_new (G_LIST_MODEL (self->items));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                           g_object_ref (ent_growing_list_get_list (self->rows)))));
  g_object_unref (factory);

  ent_follow_project (GTK_WIDGET (self), self->session, ENT_FOLLOW_SOON, (EntFollowFunc) fill);
  fill (self);
}

static void
ent_reports_view_dispose (GObject *object)
{
  EntReportsView *self = ENT_REPORTS_VIEW (object);

  /* The bin would unparent its child once more after the template has let go of it. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_REPORTS_VIEW);
  self->composer = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_reports_view_parent_class)->dispose (object);
}

static void
ent_reports_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntReportsView *self = ENT_REPORTS_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_reports_view_class_init (EntReportsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ent_reports_view_constructed;
  object_class->dispose = ent_reports_view_dispose;
  object_class->set_property = ent_reports_view_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-reports-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntReportsView, save_slot);
  gtk_widget_class_bind_template_child (widget_class, EntReportsView, undo_slot);
  gtk_widget_class_bind_template_child (widget_class, EntReportsView, list);
  gtk_widget_class_bind_template_child (widget_class, EntReportsView, navigation);
  gtk_widget_class_bind_template_child (widget_class, EntReportsView, composer_page);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
}

static void
ent_reports_view_init (EntReportsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_reports_view_new:
 * @session: the session on the project
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
ent_reports_view_new (EntSession *session)
{
  return g_object_new (ENT_TYPE_REPORTS_VIEW, "session", session, NULL);
}
