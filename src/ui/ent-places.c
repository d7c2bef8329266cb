/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"

#include "ui/views/agenda/ent-agenda-view.h"
#include "ui/views/agreements/ent-agreements-view.h"
#include "ui/views/documents/ent-documents-view.h"
#include "ui/views/overview/ent-overview-view.h"
#include "ui/views/partners/ent-partners-view.h"
#include "ui/views/projects/ent-projects-view.h"
#include "ui/views/reports/ent-reports-view.h"
#include "ui/views/timeline/ent-timeline-place.h"

static gboolean
show_event (GtkWidget *view, EntId id)
{
  return ent_agenda_view_show (ENT_AGENDA_VIEW (view), id);
}

static void
search_agenda (GtkWidget *view)
{
  ent_agenda_view_search (ENT_AGENDA_VIEW (view));
}

static gboolean
show_agreement (GtkWidget *view, EntId id)
{
  return ent_agreements_view_show (ENT_AGREEMENTS_VIEW (view), id);
}

static void
search_agreements (GtkWidget *view)
{
  ent_agreements_view_search (ENT_AGREEMENTS_VIEW (view));
}

static gboolean
show_partner (GtkWidget *view, EntId id)
{
  return ent_partners_view_show (ENT_PARTNERS_VIEW (view), id);
}

static void
search_partners (GtkWidget *view)
{
  ent_partners_view_search (ENT_PARTNERS_VIEW (view));
}

static void
note_overview (GtkWidget *view)
{
  ent_overview_view_focus_note (ENT_OVERVIEW_VIEW (view));
}

static gboolean
show_project (GtkWidget *view, EntId id)
{
  return ent_projects_view_show (ENT_PROJECTS_VIEW (view), id);
}

static void
search_projects (GtkWidget *view)
{
  ent_projects_view_search (ENT_PROJECTS_VIEW (view));
}

static gboolean
show_document (GtkWidget *view, EntId id)
{
  return ent_documents_view_show (ENT_DOCUMENTS_VIEW (view), id);
}

static void
search_documents (GtkWidget *view)
{
  ent_documents_view_search (ENT_DOCUMENTS_VIEW (view));
}

static const EntUiPlace places[] = {
  {
      .name = "overview",
      .title = N_ ("Overview"),
      .icon = "view-list-bullet-symbolic",
      .help = "overview",
      .create = ent_overview_view_new,
      .note = note_overview,
  },
  {
      .name = "agenda",
      .title = N_ ("Agenda"),
      .icon = "x-office-calendar-symbolic",
      .help = "agenda",
      .create = ent_agenda_view_new,
      .show = show_event,
      .search = search_agenda,
      .new_action = "agenda.new-event",
  },
  {
      .name = "agreements",
      .title = N_ ("Agreements"),
      .icon = "entente-agreements-symbolic",
      .help = "agreements",
      .create = ent_agreements_view_new,
      .show = show_agreement,
      .search = search_agreements,
  },
  {
      .name = "timeline",
      .title = N_ ("Timeline"),
      .icon = "entente-timeline-symbolic",
      .help = "timeline",
      .create = ent_timeline_place_new,
  },
  {
      .name = "partners",
      .title = N_ ("Partners"),
      .icon = "system-users-symbolic",
      .help = "partners",
      .create = ent_partners_view_new,
      .show = show_partner,
      .search = search_partners,
      .new_action = "partners.new",
  },
  {
      .name = "projects",
      .title = N_ ("Projects"),
      .icon = "applications-engineering-symbolic",
      .help = "projects",
      .create = ent_projects_view_new,
      .show = show_project,
      .search = search_projects,
      .new_action = "projects.new",
  },
  {
      .name = "documents",
      .title = N_ ("Documents"),
      .icon = "folder-documents-symbolic",
      .help = "documents",
      .create = ent_documents_view_new,
      .show = show_document,
      .search = search_documents,
      .new_action = "documents.new",
  },
  {
      .name = "reports",
      .title = N_ ("Reports"),
      .icon = "x-office-document-symbolic",
      .help = "annual-report",
      .create = ent_reports_view_new,
  },
};

/**
 * ent_places_get:
 * @n_places: (out): return location of their number
 *
 * The places of the sidebar that work, in the order in which they stand there.
 *
 * Returns: (array length=n_places) (transfer none): the places
 */
const EntUiPlace *
ent_places_get (guint *n_places)
{
  *n_places = G_N_ELEMENTS (places);

  return places;
}
