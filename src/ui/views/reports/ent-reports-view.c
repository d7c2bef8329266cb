/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-reports-view.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-report-years.h"
#include "ui/views/reports/ent-report-row.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-growing-list.h"
#include "ui/widgets/ent-save-status.h"
#include "ui/widgets/ent-undo-buttons.h"

struct _EntReportsView
{
  AdwBreakpointBin parent_instance;

  AdwBin *undo_slot;
  AdwBin *save_slot;
  GtkListView *list;

  EntSession *session;
  GtkStringList *years;
  EntGrowingList *rows;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntReportsView, ent_reports_view, ADW_TYPE_BREAKPOINT_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, ent_report_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntReportsView *self)
{
  EntReportRow *row = ENT_REPORT_ROW (gtk_list_item_get_child (item));
  const char *year = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *label = g_strdup_printf (_("Annual Report %s"), year);

  ent_report_row_set_year (row, self->session, (int) g_ascii_strtoll (year, NULL, 10));
  gtk_list_item_set_accessible_label (item, label);
}

/* Every edit may add a year or change its count; the list is short, so it is made anew. */
static void
fill (EntReportsView *self)
{
  g_autoptr (GArray) years = ent_report_list_years (ent_session_get_project (self->session),
                                                    ent_session_get_today (self->session));

  ent_growing_list_restart (self->rows);
  gtk_string_list_splice (self->years, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->years)), NULL);
  for (guint i = 0; i < years->len; i++)
    gtk_string_list_take (self->years, g_strdup_printf ("%d", g_array_index (years, int, i)));
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

  self->years = gtk_string_list_new (NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  self->rows = ent_growing_list_new (G_LIST_MODEL (self->years));
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
  g_clear_object (&self->rows);
  g_clear_object (&self->years);
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

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-reports-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntReportsView, save_slot);
  gtk_widget_class_bind_template_child (widget_class, EntReportsView, undo_slot);
  gtk_widget_class_bind_template_child (widget_class, EntReportsView, list);
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
