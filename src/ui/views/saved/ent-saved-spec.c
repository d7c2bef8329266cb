/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/saved/ent-saved-spec.h"

#include <glib/gi18n-lib.h>

#include "model/ent-page.h"
#include "ui/widgets/ent-agreement-words.h"
#include "ui/widgets/ent-due-words.h"
#include "ui/widgets/ent-finding-words.h"

static void
append (GString *text, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", part);
}

static void
append_taken (GString *text, char *part)
{
  append (text, part);
  g_free (part);
}

static void
append_title (GString *text, EntProject *project, EntId id, const char *lang)
{
  if (ent_project_get (project, id))
    append_taken (text, ent_project_dup_title (project, id, lang));
}

static void
append_date (GString *text, const EntDate *date, const char *lang)
{
  if (date)
    append_taken (text, ent_date_format (date, lang));
}

/* What was found, and the page on which it is to be mended. */

static guint
get_finding_group (const EntSavedLine *line)
{
  return 1 + line->finding->rule;
}

static char *
dup_finding_group (const EntSavedLine *line, const char *lang)
{
  return g_strdup (ent_finding_rule_get_words (line->finding->rule));
}

static char *
dup_finding_reason (EntProject *project, const EntSavedLine *line, const char *lang, int today)
{
  GString *text = g_string_new (NULL);
  EntRecord *page = ent_record_find_page (line->record, project);

  if (line->finding->severity == ENT_SEVERITY_ERROR && line->finding->column)
    append (text, _(line->finding->column->label));
  if (ENT_IS_AGREEMENT (line->record))
    append_taken (text,
                  ent_agreement_dup_partner_words (project, ENT_AGREEMENT (line->record), lang));
  else if (ENT_IS_EVENT (line->record))
    append_date (text, ENT_EVENT (line->record)->when, lang);
  if (page && page != line->record)
    append_title (text, project, ent_record_get_id (page), lang);
  if (line->finding->person)
    append_title (text, project, ent_record_get_id (line->finding->person), lang);
  if (line->finding->other)
    append_title (text, project, ent_record_get_id (line->finding->other), lang);
  append (text, line->finding->dismissed);

  return g_string_free_and_steal (text);
}

static char *
dup_due_reason (EntProject *project, const EntSavedLine *line, const char *lang, int today)
{
  GString *text = g_string_new (NULL);
  g_autofree char *key = ent_due_dup_remind_key (ent_record_get_id (line->record));
  const char *setting = ent_project_get_setting (project, key);
  int day;

  append_taken (text, ent_due_dup_reason_words (project, line->due, lang));
  if (setting && ent_day_parse_iso (setting, &day) && day > today)
    {
      g_autofree char *words = ent_day_format (day, lang);

      /* Translators: %s is a day */
      append_taken (text, g_strdup_printf (_("put off until %s"), words));
    }

  return g_string_free_and_steal (text);
}

/* Outcomes, by their kind. */

static const EntColumn *
get_kind_column (const EntSavedLine *line)
{
  return ent_table_find_column (ent_record_get_table (line->record), "kind");
}

static guint
get_kind_group (const EntSavedLine *line)
{
  const EntColumn *column = get_kind_column (line);
  const EntChoice *choice = ent_column_find_choice (column,
                                                    ent_record_get_string (line->record, column));

  return choice ? 1 + (guint) (choice - column->choices) : G_MAXUINT;
}

static char *
dup_kind_group (const EntSavedLine *line, const char *lang)
{
  const EntColumn *column = get_kind_column (line);

  return ent_column_display (column, ent_record_get_string (line->record, column),
                             ent_words_interface_language ());
}

static char *
dup_outcome_reason (EntProject *project, const EntSavedLine *line, const char *lang, int today)
{
  EntOutcome *outcome = ENT_OUTCOME (line->record);
  GString *text = g_string_new (NULL);

  append_title (text, project, outcome->honoured, lang);
  append_title (text, project, outcome->giver, lang);
  append_title (text, project, outcome->receiver, lang);
  append_date (text, outcome->granted, lang);
  append_date (text, outcome->delivered, lang);
  append_title (text, project, outcome->event, lang);

  return g_string_free_and_steal (text);
}

static char *
dup_press_reason (EntProject *project, const EntSavedLine *line, const char *lang, int today)
{
  EntDocument *document = ENT_DOCUMENT (line->record);
  g_autoptr (GPtrArray) attachments = ent_project_get_children (
      project, ent_record_get_id (line->record), &ent_attachment_table, "document");
  GString *text = g_string_new (document->outlet);

  append_date (text, document->date, lang);
  for (guint i = 0; i < attachments->len; i++)
    append_title (text, project, ((EntAttachment *) g_ptr_array_index (attachments, i))->record,
                  lang);

  return g_string_free_and_steal (text);
}

static char *
dup_agreement_reason (EntProject *project, const EntSavedLine *line, const char *lang, int today)
{
  EntAgreement *agreement = ENT_AGREEMENT (line->record);
  GString *text = g_string_new (NULL);

  append_taken (text, ent_agreement_dup_partner_words (project, agreement, lang));
  append_taken (text, ent_agreement_dup_status_words (project, agreement, today));
  append_date (text, agreement->ends, lang);

  return g_string_free_and_steal (text);
}

static const EntSavedSpec specs[] = {
  [ENT_SAVED_TO_COMPLETE] = {
    .name = "to-complete",
    .title = N_ ("To Complete"),
    .icon = "document-edit-symbolic",
    .empty_title = N_ ("Nothing Is Missing"),
    .empty_text = N_ ("What a report, a signature or a reader will want and is not recorded is "
                      "listed here."),
    .get_group = get_finding_group,
    .dup_group_words = dup_finding_group,
    .dup_reason = dup_finding_reason,
  },
  [ENT_SAVED_DID_IT_HAPPEN] = {
    .name = "did-it-happen",
    .title = N_ ("Did It Happen?"),
    .icon = "dialog-question-symbolic",
    .empty_title = N_ ("Everything Is Answered"),
    .empty_text = N_ ("What was planned and whose day is past is listed here until you say what "
                      "became of it."),
    .dup_reason = dup_due_reason,
  },
  [ENT_SAVED_FOLLOW_UPS] = {
    .name = "follow-ups",
    .title = N_ ("Follow-Ups"),
    .icon = "alarm-symbolic",
    .empty_title = N_ ("No Open Follow-Ups"),
    .empty_text = N_ ("What was promised or recommended, by us or by them, is listed here until "
                      "it is done."),
    .get_group = get_kind_group,
    .dup_group_words = dup_kind_group,
    .dup_reason = dup_due_reason,
  },
  [ENT_SAVED_HONOURS] = {
    .name = "honours",
    .title = N_ ("Honours"),
    .icon = "starred-symbolic",
    .empty_title = N_ ("No Honours Yet"),
    .empty_text = N_ ("Titles and insignia are recorded among the outcomes of an event."),
    .dup_reason = dup_outcome_reason,
  },
  [ENT_SAVED_GIFTS] = {
    .name = "gifts",
    .title = N_ ("Gifts and Donations"),
    .icon = "package-x-generic-symbolic",
    .empty_title = N_ ("No Gifts or Donations Yet"),
    .empty_text = N_ ("Official gifts, donations and loans are recorded among the outcomes of an "
                      "event."),
    .get_group = get_kind_group,
    .dup_group_words = dup_kind_group,
    .dup_reason = dup_outcome_reason,
  },
  [ENT_SAVED_PRESS] = {
    .name = "press",
    .title = N_ ("Press"),
    .icon = "application-rss+xml-symbolic",
    .empty_title = N_ ("No Press Coverage Yet"),
    .empty_text = N_ ("Articles are documents; attach them to the event they are about."),
    .dup_reason = dup_press_reason,
  },
  [ENT_SAVED_FOLLOWED] = {
    .name = "followed",
    .title = N_ ("Followed"),
    .icon = "view-reveal-symbolic",
    .empty_title = N_ ("No Agreements of Others"),
    .empty_text = N_ ("Agreements of which our city is no party are listed here."),
    .dup_reason = dup_agreement_reason,
  },
};

/**
 * ent_saved_spec_get:
 * @list: a list
 *
 * Returns: (transfer none): in what it differs from the others
 */
const EntSavedSpec *
ent_saved_spec_get (EntSavedList list)
{
  return &specs[list];
}
