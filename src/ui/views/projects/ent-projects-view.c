/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/projects/ent-projects-view.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-settings.h"
#include "ui/views/projects/ent-project-list.h"
#include "ui/widgets/ent-choice-bar.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-record-view.h"

struct _EntProjectsView
{
  AdwBin parent_instance;

  EntSession *session;
  EntRecordView *view;
};

static void place_view_init (EntPlaceViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntProjectsView,
                               ent_projects_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_PLACE_VIEW, place_view_init))

static gboolean
show (EntPlaceView *place, EntId id)
{
  return ent_record_view_show (ENT_PROJECTS_VIEW (place)->view, id);
}

static void
search (EntPlaceView *place)
{
  ent_record_view_search (ENT_PROJECTS_VIEW (place)->view);
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
  g_autoptr (EntSession) session = g_object_ref (ENT_PROJECTS_VIEW (widget)->session);
  EntId id = ent_session_add (session, &ent_project_record_table, "kind", "project", "title",
                              ent_session_get_first_words (session, N_ ("New Project")), NULL);

  if (id != ENT_ID_NONE)
    ent_session_show (session, id);
}

static void
ent_projects_view_dispose (GObject *object)
{
  g_clear_object (&ENT_PROJECTS_VIEW (object)->session);

  G_OBJECT_CLASS (ent_projects_view_parent_class)->dispose (object);
}

static void
ent_projects_view_class_init (EntProjectsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_projects_view_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "projects.new", NULL, new_action_cb);
}

static void
ent_projects_view_init (EntProjectsView *self)
{
}

/**
 * ent_projects_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): the place Projects
 */
GtkWidget *
ent_projects_view_new (EntSession *session)
{
  EntProjectsView *self = g_object_new (ENT_TYPE_PROJECTS_VIEW, NULL);
  g_autoptr (EntChoiceFilter) filter = ent_project_filter_new ();

  self->session = g_object_ref (session);
  self->view = ENT_RECORD_VIEW (ent_record_view_new (
      session, &ent_project_list_spec, ENT_RECORD_FILTER (filter), ent_settings_get ()));
  ent_record_view_set_chips (
      self->view, ent_choice_bar_new (session, filter, ent_record_view_get_items (self->view)));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));

  return GTK_WIDGET (self);
}

/**
 * ent_projects_view_get_filtered:
 * @self: the view
 *
 * Returns: (transfer none): an #EntRecordItem for every project that the filters let through
 */
GListModel *
ent_projects_view_get_filtered (EntProjectsView *self)
{
  return ent_record_view_get_filtered (self->view);
}
