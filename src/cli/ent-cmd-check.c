/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/ent-error.h"
#include "cli/ent-cli-findings.h"
#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"
#include "store/ent-extract.h"

static const char *
get_sentence (EntFindingRule rule)
{
  switch (rule)
    {
    case ENT_FINDING_BROKEN_REFERENCE:
      return N_ ("The field “%s” leads to a record that is not there.");
    case ENT_FINDING_END_BEFORE_START:
      return N_ ("It ends before it is signed or in force.");
    case ENT_FINDING_CONTRADICTION:
      return N_ ("The sources say different things of the field “%s” and none is preferred.");
    case ENT_FINDING_ENDED_WITHOUT_DECISION:
      return N_ ("It has ended and nothing was decided.");
    case ENT_FINDING_ENDS_SOON:
      return N_ ("It ends soon and nothing is decided.");
    case ENT_FINDING_SIGNED_WITHOUT_PERIOD:
      return N_ ("It is signed, but how long it is valid is not recorded.");
    case ENT_FINDING_EVENT_PAST:
      return N_ ("It is still planned, but its day is over.");
    case ENT_FINDING_PROJECT_PAST:
      return N_ ("It is still planned, but it was to begin by now.");
    case ENT_FINDING_TWO_PLACES:
      break;
    case ENT_FINDING_THEME_WITHOUT_INDICATOR:
      return N_ ("Nothing measures this theme.");
    case ENT_FINDING_THEME_WITHOUT_ACTIVITY:
      return N_ ("Nothing has served this theme in the current period.");
    case ENT_FINDING_SIGNATORY_WITHOUT_FUNCTION:
      return N_ ("The function when signing is not recorded.");
    case ENT_FINDING_FILE_MISSING:
      return N_ ("Its file is not in the project: attach it again.");
    case ENT_FINDING_FILE_DAMAGED:
      return N_ ("Its file is damaged: attach it again.");
    case ENT_FINDING_SIGNED_WITHOUT_DATE:
      return N_ ("It is concluded, but when it was signed is not recorded.");
    case ENT_FINDING_SIGNED_WITHOUT_DECISION:
      return N_ ("It is signed, but no decision to sign is recorded.");
    case ENT_FINDING_PERSON_WITHOUT_FUNCTION:
      return N_ ("No function of this person is recorded.");
    case ENT_FINDING_EVENT_WITHOUT_DATE:
      return N_ ("Not even the year is recorded.");
    case ENT_FINDING_EVENT_WITHOUT_TEXT:
      return N_ ("It was held, but there is no text for the report.");
    case ENT_FINDING_PICTURE_WITHOUT_ALTERNATIVE:
      return N_ ("The picture has no alternative text.");
    case ENT_FINDING_PICTURE_WITHOUT_CAPTION:
      return N_ ("The picture has no caption here.");
    case ENT_FINDING_DOCUMENT_WITHOUT_CONTENT:
      return N_ ("There is neither a file nor a web address.");
    case ENT_FINDING_OTHER_NUMBER:
      return N_ ("A number of people in its text is not that of the records.");
    case ENT_FINDING_NOT_REPORTED:
      return N_ ("The report of its days does not tell it.");
    case ENT_FINDING_REPORTED_TWICE:
      return N_ ("A report tells it in two places.");
    case ENT_FINDING_NAME_SPELT_TWICE:
      return N_ ("A name in its text is not spelt as in the records.");
    }

  return NULL;
}

static char *
dup_place_text (EntProject *project, const EntFinding *finding, const char *lang)
{
  g_autofree char *who = ent_record_dup_title (finding->person, project, lang);
  g_autofree char *other = ent_record_dup_title (finding->other, project, lang);
  g_autofree char *line = ent_cli_dup_one_line (other);

  /* Translators: %1$s is a person, %2$s another event of the same day. */
  return g_strdup_printf (_("%1$s is also at “%2$s” that day, in another place."), who, line);
}

static char *
dup_text (EntProject *project, const EntFinding *finding, const char *lang)
{
  const char *sentence = get_sentence (finding->rule);
  GString *text;

  if (!sentence)
    return dup_place_text (project, finding, lang);

  text = g_string_new (_(sentence));
  if (finding->column)
    g_string_replace (text, "%s", _(finding->column->label), 1);
  return g_string_free (text, FALSE);
}

static const char *
get_severity_words (EntSeverity severity)
{
  switch (severity)
    {
    case ENT_SEVERITY_ERROR:
      return C_ ("severity", "error");
    case ENT_SEVERITY_WARNING:
      return C_ ("severity", "warning");
    case ENT_SEVERITY_NOTE:
      return C_ ("severity", "note");
    }

  g_assert_not_reached ();
}

static GPtrArray *
dup_lines (EntProject *project, GPtrArray *findings, const char *lang)
{
  GPtrArray *lines = ent_cli_findings_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const EntFinding *finding = g_ptr_array_index (findings, i);
      EntCliFinding *line = g_new0 (EntCliFinding, 1);

      line->rule = ent_finding_rule_to_string (finding->rule);
      line->severity = finding->severity;
      line->record = finding->record;
      line->date = finding->date;
      line->mark = get_severity_words (finding->severity);
      line->text = dup_text (project, finding, lang);
      g_ptr_array_add (lines, line);
    }

  return lines;
}

/* The bytes of every document, held against their hashes. */
static gboolean
check_files (EntReading *reading, GPtrArray *findings, GError **error)
{
  GListModel *list = ent_project_get_list (reading->project, &ent_document_table);
  const EntColumn *column = ent_table_find_column (&ent_document_table, "sha256");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntDocument) document = g_list_model_get_item (list, i);
      g_autoptr (GError) cause = NULL;

      if (!document->sha256 || ent_store_verify_blob (reading->store, document->sha256, &cause))
        continue;
      if (g_error_matches (cause, ENT_ERROR, ENT_ERROR_NOT_FOUND))
        ent_findings_add (findings, ENT_FINDING_FILE_MISSING, ENT_RECORD (document), column);
      else if (g_error_matches (cause, ENT_ERROR, ENT_ERROR_DAMAGED))
        ent_findings_add (findings, ENT_FINDING_FILE_DAMAGED, ENT_RECORD (document), column);
      else
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
    }

  return TRUE;
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  const int today = ent_cli_get_today (arguments, error);
  g_autoptr (EntReading) reading = today ? ent_cli_read (arguments, error) : NULL;
  const char *lang
      = ent_arguments_has (arguments, "json") ? NULL : ent_words_interface_language ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!reading)
    return ENT_EXIT_DONE;
  if (!ent_store_check (reading->store, error))
    return ENT_EXIT_UNREADABLE;

  findings = ent_findings_get (reading->project, today);
  if (!check_files (reading, findings, error))
    return ENT_EXIT_UNREADABLE;
  lines = dup_lines (reading->project, findings, lang);
  ent_cli_print_findings (arguments, reading->project, lines);

  return findings->len > 0 ? ENT_EXIT_FINDINGS : ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "today", '\0', "DAY", N_ ("Take this day, such as 2026-12-31, for today") },
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_check = {
  .name = "check",
  .arguments = "FILE [--today DAY] [--json]",
  .n_min = 1,
  .n_max = 1,
  .options = options,
  .summary = N_ ("check a project and list what needs attention"),
  .details = N_ ("The exit status is 1 when something needs attention."),
  .run = run,
};
