/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-due-words.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "rules/ent-agreement-status.h"

static void
append (GString *text, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_taken (GString *text, char *part)
{
  append (text, part);
  g_free (part);
}

/* On one line, whatever was typed. */
static char *
dup_title (EntProject *project, EntRecord *record, const char *lang)
{
  char *title = ent_record_dup_title (record, project, lang);

  return g_strdelimit (title, "\n\r\t", ' ');
}

/**
 * ent_due_group_get_words:
 * @group: a group of the Overview
 *
 * Returns: (transfer none): its heading
 */
const char *
ent_due_group_get_words (EntDueGroup group)
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

/**
 * ent_due_dup_title_words:
 * @project: the graph
 * @due: something that is due
 * @lang: language of the content
 *
 * Returns: (transfer full): what it is
 */
char *
ent_due_dup_title_words (EntProject *project, const EntDue *due, const char *lang)
{
  return dup_title (project, due->record, lang);
}

static char *
dup_partners (EntProject *project, EntAgreement *agreement, const char *lang)
{
  g_autoptr (GPtrArray) partners = ent_agreement_get_counterparts (project, agreement);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < partners->len; i++)
    {
      g_autofree char *name = dup_title (project, g_ptr_array_index (partners, i), lang);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }

  return g_string_free_and_steal (names);
}

static char *
dup_end_words (const EntDue *due)
{
  const int days = ABS (due->days);

  switch (due->rule)
    {
    case ENT_DUE_ENDS:
      return due->days == 0
          ? g_strdup (_("ends today"))
          : g_strdup_printf (ngettext ("ends in %d day", "ends in %d days", (gulong) days), days);
    case ENT_DUE_NOTICE:
      return g_strdup_printf (
          ngettext ("notice to give within %d day", "notice to give within %d days", (gulong) days),
          days);
    case ENT_DUE_DECISION:
      return due->days > 0
                 ? g_strdup_printf (ngettext ("to be decided within %d day",
                                              "to be decided within %d days", (gulong) days),
                                    days)
                 : g_strdup (_("to be decided now"));
    case ENT_DUE_LAPSED:
      return g_strdup_printf (ngettext ("ended %d day ago, nothing decided",
                                        "ended %d days ago, nothing decided", (gulong) days),
                              days);
    default:
      return NULL;
    }
}

static char *
dup_theme_names (EntProject *project, GPtrArray *themes, const char *lang)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < themes->len; i++)
    {
      EntProvision *theme = g_ptr_array_index (themes, i);
      g_autofree char *title = dup_title (project, ENT_RECORD (theme), lang);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              theme->number ? theme->number : title);
    }

  return g_string_free_and_steal (names);
}

/**
 * ent_obligation_dup_short_words:
 * @project: the graph
 * @obligation: what is owed
 * @lang: language of the content
 *
 * Returns: (transfer full): the year of a yearly one, else what it is
 */
char *
ent_obligation_dup_short_words (EntProject *project, EntRecord *obligation, const char *lang)
{
  const EntDate *due = ENT_OBLIGATION (obligation)->due;

  if (due && ent_date_get_precision (due) == ENT_PRECISION_YEAR)
    return ent_date_format (due, lang);

  return dup_title (project, obligation, lang);
}

/* With the year for which they were planned, or the first and the last. */
static char *
dup_planned_words (const EntDue *due, const char *names)
{
  guint n = due->planned->len;
  g_autofree char *years = due->first_planned == due->last_planned
                               ? g_strdup_printf ("%d", due->last_planned)
                               : g_strdup_printf ("%d–%d", due->first_planned, due->last_planned);

  if (due->last_planned == 0)
    /* Translators: numbers or titles of themes, such as “I, II” */
    return g_strdup_printf (ngettext ("theme %s only ever planned", "themes %s only ever planned", n),
                            names);

  /* Translators: numbers or titles of themes, such as “I, II”, and a year or two: “2024–2026” */
  return g_strdup_printf (ngettext ("theme %1$s only ever planned (%2$s)",
                                    "themes %1$s only ever planned (%2$s)", n),
                          names, years);
}

static void
append_gathered (GString *text, EntProject *project, const EntDue *due, const char *lang)
{
  if (due->planned->len > 0)
    {
      g_autofree char *names = dup_theme_names (project, due->planned, lang);

      append_taken (text, dup_planned_words (due, names));
    }
  if (due->idle->len > 0)
    {
      g_autofree char *names = dup_theme_names (project, due->idle, lang);

      /* Translators: numbers or titles of themes, such as “I, II” */
      append_taken (text, g_strdup_printf (ngettext ("theme %s: nothing at all",
                                                     "themes %s: nothing at all", due->idle->len),
                                           names));
    }
  if (due->reports->len > 0)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < due->reports->len; i++)
        {
          g_autofree char *name = ent_obligation_dup_short_words (
              project, g_ptr_array_index (due->reports, i), lang);

          g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
        }
      /* Translators: years or titles of reports, such as “2024, 2025” */
      append_taken (
          text, g_strdup_printf (ngettext ("report %s not recorded as sent",
                                           "reports %s not recorded as sent", due->reports->len),
                                 names->str));
    }
}

static char *
dup_choice (EntRecord *record, const char *name)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), name);

  return ent_column_display (column, ent_record_get_string (record, column),
                             ent_words_interface_language ());
}

static void
append_date (GString *text, const EntDate *date, const char *lang)
{
  if (date)
    append_taken (text, ent_date_format (date, lang));
}

static void
append_record (GString *text, EntProject *project, EntId id, const char *lang)
{
  EntRecord *record = ent_project_get (project, id);

  if (record)
    append_taken (text, dup_title (project, record, lang));
}

static char *
dup_quiet_words (const EntDue *due, const char *lang)
{
  g_autofree char *day = due->date ? ent_day_format (due->date, ent_words_interface_language ())
                                   : NULL;

  /* Translators: %s is a day */
  return day ? g_strdup_printf (_("quiet until %s"), day) : g_strdup (_("no date chosen"));
}

static void
append_of_rule (GString *text, EntProject *project, const EntDue *due, const char *lang)
{
  EntRecord *record = due->record;

  switch (due->rule)
    {
    case ENT_DUE_INBOX:
      append_date (text, ENT_NOTE (record)->date, lang);
      break;
    case ENT_DUE_ENDS:
    case ENT_DUE_NOTICE:
    case ENT_DUE_DECISION:
    case ENT_DUE_LAPSED:
      append_taken (text, dup_partners (project, ENT_AGREEMENT (record), lang));
      append_taken (text, dup_end_words (due));
      append_gathered (text, project, due, lang);
      break;
    case ENT_DUE_NEGOTIATION:
      append_taken (text, dup_partners (project, ENT_AGREEMENT (record), lang));
      append (text, _("in negotiation"));
      append_taken (text, dup_quiet_words (due, lang));
      break;
    case ENT_DUE_EVENT_PAST:
      append_taken (text, dup_choice (record, "state"));
      append_date (text, ENT_EVENT (record)->when, lang);
      break;
    case ENT_DUE_PROJECT_PAST:
      append_taken (text, dup_choice (record, "state"));
      append_date (text,
                   ENT_PROJECT_RECORD (record)->since ? ENT_PROJECT_RECORD (record)->since
                                                      : ENT_PROJECT_RECORD (record)->until,
                   lang);
      break;
    case ENT_DUE_OBLIGATION:
      append_record (text, project, ENT_OBLIGATION (record)->record, lang);
      append (text, due->days < 0 ? _("overdue") : _("due"));
      append_date (text, ENT_OBLIGATION (record)->due, lang);
      break;
    case ENT_DUE_PROMISE:
      append_taken (text, dup_choice (record, "kind"));
      append_taken (text, dup_choice (record, "state"));
      append_record (text, project, ENT_OUTCOME (record)->event, lang);
      append_date (text, ENT_OUTCOME (record)->due, lang);
      break;
    case ENT_DUE_EVENT_AHEAD:
      append_date (text, ENT_EVENT (record)->when, lang);
      append_taken (text, dup_choice (record, "state"));
      break;
    case ENT_DUE_SERIES:
      append_record (text, project, ENT_EVENT (record)->series, lang);
      append_taken (text, g_strdup_printf (_("expected %d, not recorded"), due->year));
      break;
    case ENT_DUE_ANNIVERSARY:
      append_taken (text, g_strdup_printf (ngettext ("%d year", "%d years", (gulong) due->years),
                                           due->years));
      break;
    case ENT_DUE_FOLLOWED:
      append_taken (text, dup_partners (project, ENT_AGREEMENT (record), lang));
      break;
    }
}

/**
 * ent_due_dup_reason_words:
 * @project: the graph
 * @due: something that is due
 * @lang: language of the content
 *
 * Returns: (transfer full): why it is to be looked at, "" when there is nothing to say
 */
char *
ent_due_dup_reason_words (EntProject *project, const EntDue *due, const char *lang)
{
  GString *text = g_string_new (NULL);

  append_of_rule (text, project, due, lang);
  if (due->rule == ENT_DUE_ANNIVERSARY)
    {
      g_autoptr (EntDate) day = ent_date_new_day (due->date);
      g_autofree char *year = g_strndup (ent_date_get_text (day), 4);

      append (text, year);
      if (due->ordinal)
        /* Translators: how many years were celebrated in which year */
        append_taken (text, g_strdup_printf (_("from the celebration of %1$d years in %2$d"),
                                               due->ordinal, due->celebrated));
      else
        /* Translators: %d is a year */
        append_taken (text, g_strdup_printf (_("since %d"), atoi (year) - due->years));
    }
  if (due->rule == ENT_DUE_FOLLOWED && ENT_AGREEMENT (due->record)->ends)
    {
      g_autofree char *end = ent_date_format (ENT_AGREEMENT (due->record)->ends, lang);

      /* Translators: %s is the end of an agreement, such as “February 2023” */
      append_taken (text, g_strdup_printf (_("lapsed: %s"), end));
    }

  return g_string_free_and_steal (text);
}
