/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/ent-cli-findings.h"
#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"
#include "rules/ent-agreement-status.h"
#include "rules/ent-due.h"

static const char *
get_sentence (EntDueRule rule)
{
  switch (rule)
    {
    case ENT_DUE_INBOX:
      return N_ ("The note is filed nowhere yet.");
    case ENT_DUE_ENDS:
    case ENT_DUE_NOTICE:
    case ENT_DUE_DECISION:
      break;
    case ENT_DUE_LAPSED:
      return N_ ("It has ended and nothing was decided.");
    case ENT_DUE_NEGOTIATION:
      return N_ ("It is in negotiation, and keeps quiet until that day.");
    case ENT_DUE_EVENT_PAST:
      return N_ ("It is still planned, but its day is over.");
    case ENT_DUE_PROJECT_PAST:
      return N_ ("It is still planned, but it was to begin by now.");
    case ENT_DUE_OBLIGATION:
      return N_ ("It is owed and not settled.");
    case ENT_DUE_PROMISE:
      return N_ ("It is still open.");
    case ENT_DUE_EVENT_AHEAD:
      return N_ ("It is ahead.");
    case ENT_DUE_SERIES:
    case ENT_DUE_ANNIVERSARY:
      break;
    case ENT_DUE_FOLLOWED:
      return N_ ("It has ended; it is only followed here.");
    }

  return NULL;
}

static char *
dup_sentence (const EntDue *due)
{
  const int days = ABS (due->days);

  if (due->rule == ENT_DUE_ENDS)
    return g_strdup_printf (ngettext ("It ends in %d day and nothing is decided.",
                                      "It ends in %d days and nothing is decided.", (gulong) days),
                            days);
  if (due->rule == ENT_DUE_NOTICE)
    return g_strdup_printf (ngettext ("Notice is to be given within %d day.",
                                      "Notice is to be given within %d days.", (gulong) days),
                            days);
  if (due->rule == ENT_DUE_DECISION && due->days >= 0)
    return g_strdup_printf (ngettext ("A decision is to be taken within %d day.",
                                      "A decision is to be taken within %d days.", (gulong) days),
                            days);
  if (due->rule == ENT_DUE_DECISION)
    return g_strdup_printf (ngettext ("A decision was to be taken %d day ago.",
                                      "A decision was to be taken %d days ago.", (gulong) days),
                            days);
  if (due->rule == ENT_DUE_SERIES)
    return g_strdup_printf (_("Another of its series was expected in %d and is not recorded."),
                              due->year);
  if (due->rule == ENT_DUE_ANNIVERSARY)
    return g_strdup_printf (
        ngettext ("It will be %d year.", "It will be %d years.", (gulong) due->years), due->years);

  return g_strdup (_(get_sentence (due->rule)));
}

static void
append_list (GString *text, EntProject *project, GPtrArray *records, const char *sentence)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  if (!records || records->len == 0)
    return;
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = ent_record_dup_title (g_ptr_array_index (records, i), project,
                                                     ent_words_interface_language ());
      g_autofree char *line = ent_cli_dup_one_line (title);

      g_string_append_printf (titles, "%s“%s”", i > 0 ? ", " : "", line);
    }

  g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_string_replace (text, "%s", titles->str, 1);
}

static char *
dup_text (EntProject *project, const EntDue *due)
{
  g_autofree char *sentence = dup_sentence (due);
  GString *text = g_string_new (sentence);

  if (ENT_IS_AGREEMENT (due->record))
    {
      g_autoptr (GPtrArray)
          partners = ent_agreement_get_counterparts (project, ENT_AGREEMENT (due->record));

      /* Translators: %s is a list of names */
      append_list (text, project, partners, _("It is with: %s."));
    }
  /* Translators: %s is a list of titles */
  append_list (text, project, due->planned, _("Only ever planned: %s."));
  /* Translators: %s is a list of titles */
  append_list (text, project, due->idle, _("Nothing at all yet: %s."));
  /* Translators: %s is a list of titles */
  append_list (text, project, due->reports, _("Not recorded as sent: %s."));

  return g_string_free_and_steal (text);
}

static const char *
get_heading (EntDueGroup group)
{
  switch (group)
    {
    case ENT_DUE_GROUP_INBOX:
      return C_ ("overview", "Inbox");
    case ENT_DUE_GROUP_ENDS:
      return C_ ("overview", "Ends or Lapses");
    case ENT_DUE_GROUP_ANSWER:
      return C_ ("overview", "Did It Happen?");
    case ENT_DUE_GROUP_PROMISES:
      return C_ ("overview", "Due and Promised");
    case ENT_DUE_GROUP_AHEAD:
      return C_ ("overview", "Ahead");
    }

  g_assert_not_reached ();
}

static GPtrArray *
dup_lines (EntProject *project, GPtrArray *dues)
{
  GPtrArray *lines = ent_cli_findings_new ();

  for (guint i = 0; i < dues->len; i++)
    {
      const EntDue *due = g_ptr_array_index (dues, i);
      EntCliFinding *line = g_new0 (EntCliFinding, 1);

      line->rule = ent_due_rule_to_string (due->rule);
      line->severity = due->severity;
      line->record = due->record;
      line->date = due->date;
      line->heading = get_heading (ent_due_get_group (due));
      line->text = dup_text (project, due);
      g_ptr_array_add (lines, line);
    }

  return lines;
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  const int today = ent_cli_get_today (arguments, error);
  g_autoptr (EntReading) reading = today ? ent_cli_read (arguments, error) : NULL;
  g_autoptr (GPtrArray) dues = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!reading)
    return ENT_EXIT_DONE;

  dues = ent_due_get (reading->project, today);
  lines = dup_lines (reading->project, dues);
  ent_cli_print_findings (arguments, reading->project, lines);

  for (guint i = 0; i < dues->len; i++)
    if (((const EntDue *) g_ptr_array_index (dues, i))->severity != ENT_SEVERITY_NOTE)
      return ENT_EXIT_FINDINGS;
  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "today", '\0', "DAY", N_ ("Take this day, such as 2026-12-31, for today") },
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_due = {
  .name = "due",
  .arguments = "FILE [--today DAY] [--json]",
  .n_min = 1,
  .n_max = 1,
  .options = options,
  .summary = N_ ("list what ends, is owed, was promised or lies ahead"),
  .details = N_ ("The exit status is 1 when something is to be done; what only lies ahead leaves "
                 "it 0."),
  .run = run,
};
