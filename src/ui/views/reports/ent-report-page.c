/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-page.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-report-scope.h"
#include "ui/views/reports/ent-report-edit.h"
#include "ui/widgets/ent-child-specs.h"
#include "ui/widgets/ent-record-page.h"

#define COLUMNS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

static void
take_text (EntSession *session, EntRecord *record)
{
  ent_report_edit_take_text (session, ENT_SECTION (record));
}

static gboolean
has_text (EntRecord *record)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), "text");
  const char *text = column ? ent_record_get_text (record, column, NULL, NULL) : NULL;

  return text && *text;
}

/* What the paper prints while the entry has no text of its own: that of what it tells. */
static GPtrArray *
collect_texts (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GPtrArray) told = NULL;

  if (has_text (record))
    return lines;

  told = ent_report_list_told (project, ENT_SECTION (record));
  for (guint i = 0; i < told->len; i++)
    {
      EntRecord *fact = g_ptr_array_index (told, i);
      const EntColumn *column = ent_table_find_column (ent_record_get_table (fact), "text");

      if (!has_text (fact))
        continue;
      ent_lines_add (lines, ent_record_dup_title (fact, project, lang),
                     g_strdup (ent_record_get_text (fact, column, lang, NULL)),
                     ent_record_get_id (fact));
    }
  if (lines->len > 0)
    ent_lines_set_act (lines, N_ ("_Edit Here"), take_text, record);

  return lines;
}

/* All of these links say the same; what a row is about is where it leads. */
static char *
dup_fact_title (EntProject *project, EntRecord *record, const char *lang)
{
  return ent_project_dup_title (project, ENT_LINK (record)->target, lang);
}

static const EntPagePart parts[] = {
  { .lines_title = N_ ("Text from the events"), .collect = collect_texts },
  { .list = { .title = N_ ("Facts used"),
              .table = &ent_link_table,
              .owner = "source",
              .filter_column = "kind",
              .filter_value = "reports_on",
              .add_label = N_ ("Add Fact…"),
              .subtitles = COLUMNS ("note"),
              .asked = COLUMNS ("target"),
              .preset = COLUMNS ("kind", "reports_on"),
              .dup_title = dup_fact_title,
              .opens = "target",
              .any_target = &ent_event_table },
    .always = TRUE },
  { .known = &ent_child_documents, .always = TRUE },
  { .collect = NULL },
};

static const EntPagePart report_parts[] = {
  { .known = &ent_child_documents },
  { .known = &ent_child_notes },
  { .collect = NULL },
};

static const EntPageFields no_fields[] = {
  { NULL, NULL },
};

static void
fill_head (EntPageHead *head, EntSession *session, EntRecord *record)
{
  EntSection *self = ENT_SECTION (record);
  const char *lang = ent_session_get_lang (session);
  g_autofree char *title = self->record ? ent_project_dup_title (ent_session_get_project (session),
                                                                 self->record, lang)
                                        : NULL;

  head->subtitle = ent_column_display (ent_table_find_column (&ent_section_table, "kind"),
                                       self->kind, lang);
  if (self->omitted)
    head->status = g_strdup (_("Left Out"));
  else if (self->state)
    head->status = ent_column_display (ent_table_find_column (&ent_section_table, "state"),
                                       self->state, lang);
  /* Translators: what an entry of a report is about: a partner, an event. */
  head->facts = title ? g_strdup_printf (_("About: %s"), title) : NULL;
}

static const EntPageSpec part_spec = {
  .table = &ent_section_table,
  .fill_head = fill_head,
  .open_columns = COLUMNS ("heading", "text"),
  .fields = no_fields,
  .parts = parts,
};

static const EntPageSpec report_spec = {
  .table = &ent_section_table,
  .fill_head = fill_head,
  .open_columns = COLUMNS ("heading", "period", "text"),
  .fields = no_fields,
  .parts = report_parts,
};

/**
 * ent_report_page_new:
 * @session: the session
 * @section: a report, or a section or entry of one
 *
 * Returns: (transfer floating): its page: heading, text, facts used, pictures
 */
GtkWidget *
ent_report_page_new (EntSession *session, EntRecord *section)
{
  return ent_record_page_new (session, section,
                              ENT_SECTION (section)->parent ? &part_spec : &report_spec);
}
