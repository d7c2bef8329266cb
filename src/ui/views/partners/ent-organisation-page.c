/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-partner-pages.h"

#include <glib/gi18n-lib.h>

#include "model/ent-country.h"
#include "rules/ent-contacts.h"
#include "ui/views/partners/ent-partner-lines.h"
#include "ui/views/partners/ent-partner-words.h"
#include "ui/widgets/ent-child-specs.h"

#define COLUMNS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

static const EntPagePart first_parts[] = {
  { .collect = ent_organisation_collect_glance },
  { .lines_title = N_ ("Texts"), .collect = ent_organisation_collect_texts },
  { .lines_title = N_ ("Open follow-ups"), .collect = ent_partner_collect_follow_ups },
  { .collect = NULL },
};

static const EntPagePart parts[] = {
  { .lines_title = N_ ("Story"), .collect = ent_partner_collect_story },
  { .list = { .title = N_ ("Positions held"),
              .table = &ent_mandate_table,
              .owner = "organisation",
              .add_label = N_ ("Add Position…"),
              .dup_title = ent_mandate_dup_person_words,
              .opens = "person",
              .subtitles = COLUMNS ("standing", "since", "until") },
    .always = TRUE },
  { .list = { .title = N_ ("Our contacts"),
              .table = &ent_participation_table,
              .owner = "record",
              .filter_column = "role",
              .filter_value = "contact",
              .add_label = N_ ("Add Contact…"),
              .opens = "person",
              .subtitles = COLUMNS ("person", "function") } },
  { .list = { .title = N_ ("Memberships"),
              .table = &ent_membership_table,
              .owner = "member",
              .add_label = N_ ("Add Membership…"),
              .dup_title = ent_membership_dup_whole_words,
              .opens = "whole",
              .subtitles = COLUMNS ("role", "since", "until") } },
  { .list = { .title = N_ ("Members"),
              .table = &ent_membership_table,
              .owner = "whole",
              .add_label = N_ ("Add Member…"),
              .dup_title = ent_membership_dup_member_words,
              .opens = "member",
              .subtitles = COLUMNS ("role", "since", "until") } },
  { .lines_title = N_ ("Parts and organs"), .collect = ent_organisation_collect_parts },
  { .list = { .title = N_ ("Series"),
              .table = &ent_series_table,
              .owner = "organisation",
              .add_label = N_ ("Add Series…"),
              .asked = COLUMNS ("per_year_min", "per_year_max") } },
  { .known = &ent_child_documents },
  { .known = &ent_child_notes },
  { .known = &ent_child_organisation_names },
  { .known = &ent_child_sources },
  { .collect = NULL },
};

static const EntPageFields fields[] = {
  { N_ ("Relation"), COLUMNS ("relation_class", "origin", "maturity") },
  { N_ ("Kind, level and place"), COLUMNS ("kind", "level", "parent", "place", "visibility") },
  { NULL, NULL },
};

static const EntRecordAct acts[] = {
  { N_ ("_Change of Holder…"), "partners.change-holder" },
  { NULL, NULL },
};

static void
fill_head (EntPageHead *head, EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  EntOrganisation *organisation = ENT_ORGANISATION (record);
  EntId country = ent_place_get_country (project, organisation->place);

  head->subtitle = country ? ent_project_dup_title (project, country, lang) : NULL;
  head->status = ent_relation_dup_words (organisation, lang);
}

static const EntPageSpec spec = {
  .table = &ent_organisation_table,
  .fill_head = fill_head,
  .has_strip = TRUE,
  .open_columns = COLUMNS ("name", "why"),
  .fields = fields,
  .first_parts = first_parts,
  .parts = parts,
  .acts = acts,
};

/**
 * ent_organisation_page_new:
 * @session: the session
 * @organisation: an organisation of its project
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
ent_organisation_page_new (EntSession *session, EntRecord *organisation)
{
  return ent_record_page_new (session, organisation, &spec);
}
