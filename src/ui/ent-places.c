/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"

#include <string.h>

#include "ui/views/agenda/ent-agenda-view.h"
#include "ui/views/agreements/ent-agreements-view.h"
#include "ui/views/documents/ent-documents-view.h"
#include "ui/views/indicators/ent-indicators-view.h"
#include "ui/views/overview/ent-overview-view.h"
#include "ui/views/partners/ent-partners-view.h"
#include "ui/views/projects/ent-projects-view.h"
#include "ui/views/reports/ent-reports-view.h"
#include "ui/views/timeline/ent-timeline-place.h"

static const EntUiPlace places[] = {
  {
      .name = "overview",
      .title = N_ ("Overview"),
      .icon = "view-list-bullet-symbolic",
      .help = "overview",
      .create = ent_overview_view_new,
      .pages = { &ent_note_table },
  },
  {
      .name = "agenda",
      .title = N_ ("Agenda"),
      .icon = "x-office-calendar-symbolic",
      .help = "agenda",
      .create = ent_agenda_view_new,
      .pages = { &ent_event_table },
      .new_action = "agenda.new-event",
      .form_action = "agenda.toggle-month",
  },
  {
      .name = "agreements",
      .title = N_ ("Agreements"),
      .icon = "entente-agreements-symbolic",
      .help = "agreements",
      .create = ent_agreements_view_new,
      .pages = { &ent_agreement_table },
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
      .pages = { &ent_organisation_table, &ent_person_table },
      .new_action = "partners.new",
  },
  {
      .name = "projects",
      .title = N_ ("Projects"),
      .icon = "applications-engineering-symbolic",
      .help = "projects",
      .create = ent_projects_view_new,
      .pages = { &ent_project_record_table },
      .new_action = "projects.new",
  },
  {
      .name = "indicators",
      .title = N_ ("Indicators"),
      .icon = "entente-indicators-symbolic",
      .help = "indicators",
      .create = ent_indicators_view_new,
      .pages = { &ent_indicator_table },
      .new_action = "indicators.new",
  },
  {
      .name = "documents",
      .title = N_ ("Documents"),
      .icon = "folder-documents-symbolic",
      .help = "documents",
      .create = ent_documents_view_new,
      .pages = { &ent_document_table },
      .new_action = "documents.new",
  },
  {
      .name = "reports",
      .title = N_ ("Reports"),
      .icon = "x-office-document-symbolic",
      .help = "annual-report",
      .create = ent_reports_view_new,
      .pages = { &ent_section_table },
  },
};

/**
 * ent_places_get:
 * @n_places: (out): return location of their number
 *
 * The places of the sidebar that work, in the order in which they stand there, and below them the
 * saved lists.
 *
 * Returns: (array length=n_places) (transfer none): the places
 */
const EntUiPlace *
ent_places_get (guint *n_places)
{
  static EntUiPlace all[G_N_ELEMENTS (places) + ENT_N_SAVED_LISTS];

  if (!all[0].name)
    {
      memcpy (all, places, sizeof places);
      for (guint i = 0; i < ENT_N_SAVED_LISTS; i++)
        {
          const EntSavedSpec *spec = ent_saved_spec_get (i);
          EntUiPlace *place = &all[G_N_ELEMENTS (places) + i];

          place->name = spec->name;
          place->title = spec->title;
          place->icon = spec->icon;
          place->help = "saved-lists";
          place->saved = TRUE;
          place->list = i;
        }
    }
  *n_places = G_N_ELEMENTS (all);

  return all;
}

/**
 * ent_places_find:
 * @table: a type of record
 *
 * Returns: (transfer none) (nullable): the place where records of this type have their pages
 */
const EntUiPlace *
ent_places_find (const EntTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint j = 0; places[i].pages[j]; j++)
      if (places[i].pages[j] == table)
        return &places[i];

  return NULL;
}
