/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-partner-pages.h"

#include <glib/gi18n-lib.h>

#include "ui/views/partners/ent-partner-lines.h"
#include "ui/views/partners/ent-partner-words.h"
#include "ui/widgets/ent-child-specs.h"

#define COLUMNS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

static const EntPagePart first_parts[] = {
  { .collect = ent_person_collect_glance },
  { .lines_title = N_ ("Open follow-ups"), .collect = ent_partner_collect_follow_ups },
  { .collect = NULL },
};

static const EntPagePart parts[] = {
  { .list = { .title = N_ ("Positions held"),
              .table = &ent_mandate_table,
              .owner = "person",
              .add_label = N_ ("Add Position…"),
              .dup_title = ent_mandate_dup_position_words,
              .opens = "organisation",
              .subtitles = COLUMNS ("standing", "since", "until") },
    .always = TRUE },
  { .lines_title = N_ ("Story"), .collect = ent_partner_collect_story },
  { .known = &ent_child_documents },
  { .known = &ent_child_notes },
  { .known = &ent_child_names },
  { .known = &ent_child_sources },
  { .collect = NULL },
};

static const EntPageFields fields[] = {
  { N_ ("Names and form of address"), COLUMNS ("family", "given", "address_form", "said_as") },
  { N_ ("Contact details"), COLUMNS ("email", "phone", "visibility") },
  { NULL, NULL },
};

static void
fill_head (EntPageHead *head, EntSession *session, EntRecord *record)
{
  const char *lang = ent_session_get_lang (session);
  EntPerson *person = ENT_PERSON (record);
  const EntColumn *column = ent_table_find_column (&ent_person_table, "address_form");
  const char *form = ent_record_get_text (record, column, lang, NULL);

  head->subtitle = ent_person_dup_function_words (ent_session_get_project (session), person, lang,
                                                  ent_session_get_today (session));
  if (form)
    /* Translators: how a person is addressed: “H.E. Mr” */
    head->facts = g_strdup_printf (_("Form of address: %s"), form);
}

static const EntPageSpec spec = {
  .table = &ent_person_table,
  .fill_head = fill_head,
  .open_columns = COLUMNS ("shown_name"),
  .fields = fields,
  .first_parts = first_parts,
  .parts = parts,
};

/**
 * ent_person_page_new:
 * @session: the session
 * @person: a person of its project
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ent_person_page_new (EntSession *session, EntRecord *person)
{
  return ent_record_page_new (session, person, &spec);
}
