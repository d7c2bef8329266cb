/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/projects/ent-project-page.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-settings.h"
#include "ui/views/projects/ent-project-lines.h"
#include "ui/widgets/ent-child-specs.h"

#define COLUMNS(...) (const char *const[]) { __VA_ARGS__, NULL }

static char *dup_grant_words (EntProject *project, EntRecord *grant);

static const EntChildSpec grant_duties = {
  .title = N_ ("Instalments and reports due"),
  .table = &ent_obligation_table,
  .owner = "record",
  .add_label = N_ ("Add Instalment or Report Due…"),
  .subtitles = COLUMNS ("kind", "due", "amount", "currency", "settled"),
  .asked = COLUMNS ("due", "amount", "currency"),
};

/* In the order of the page: what is read at first sight, then what is looked up. */
static const EntPagePart parts[] = {
  { .lines_title = N_ ("Under"), .collect = ent_project_collect_context },
  { .list = { .title = N_ ("Parts"),
              .table = &ent_project_record_table,
              .owner = "parent",
              .add_label = N_ ("Add Part…"),
              .subtitles = COLUMNS ("kind", "state", "since", "until", "place"),
              .asked = COLUMNS ("state"),
              .preset = COLUMNS ("kind", "project") } },
  { .list = { .title = N_ ("Participants"),
              .table = &ent_participation_table,
              .owner = "record",
              .add_label = N_ ("Add Participant…"),
              .subtitles = COLUMNS ("function", "represents"),
              .asked = COLUMNS ("role", "person", "organisation", "function"),
              .preset = COLUMNS ("role", "participant") },
    .always = TRUE },
  { .lines_title = N_ ("Activity"), .collect = ent_project_collect_activity },
  { .list = { .title = N_ ("Grants"),
              .table = &ent_subsidy_table,
              .owner = "project",
              .add_label = N_ ("Add Grant…"),
              .nested = &grant_duties,
              .subtitles = COLUMNS ("implementer", "years"),
              .asked = COLUMNS (
                  "funder", "beneficiary", "implementer", "amount", "currency", "years"),
              .dup_state = dup_grant_words },
    .always = TRUE },
  { .lines_title = N_ ("Outcomes"), .collect = ent_project_collect_outcomes },
  { .list = { .title = N_ ("Duties"),
              .table = &ent_obligation_table,
              .owner = "record",
              .add_label = N_ ("Add Duty…"),
              .subtitles = COLUMNS ("kind", "due", "settled", "owner") } },
  { .known = &ent_child_served_agreements },
  { .known = &ent_child_served_themes },
  { .known = &ent_child_documents },
  { .known = &ent_child_costs },
  { .known = &ent_child_notes },
  { .known = &ent_child_names },
  { .known = &ent_child_sources },
  { .collect = NULL },
};

static const EntPageFields fields[] = {
  { N_ ("Dates, place and budget"),
    COLUMNS ("since", "until", "place", "budget", "currency", "parent") },
  { NULL, NULL },
};

/* "5,000 EUR", "–" for what nobody knows. */
static char *
dup_sum (const EntColumn *column, const char *amount, const char *currency, const char *lang)
{
  g_autofree char *number = NULL;

  if (!amount)
    return g_strdup ("–");

  number = ent_column_display (column, amount, lang);
  return currency ? g_strdup_printf ("%s %s", number, currency) : g_steal_pointer (&number);
}

static char *
dup_grant_words (EntProject *project, EntRecord *grant)
{
  EntSubsidy *subsidy = ENT_SUBSIDY (grant);
  g_autofree char *sum
      = dup_sum (ent_table_find_column (&ent_subsidy_table, "amount"), subsidy->amount,
                 subsidy->currency, ent_settings_get_content_language ());

  /* Translators: a sum of money, or a dash when it is not known */
  return g_strdup_printf (_("Amount: %s"), sum);
}

static char *
dup_period (EntProjectRecord *project, const char *lang)
{
  g_autofree char *since = project->since ? ent_date_format (project->since, lang) : NULL;
  g_autofree char *until = project->until ? ent_date_format (project->until, lang) : NULL;

  if (since && until)
    return g_strdup_printf ("%s – %s", since, until);
  if (since)
    /* Translators: a date, which may be a year only */
    return g_strdup_printf (_("Since: %s"), since);
  if (until)
    /* Translators: a date, which may be a year only */
    return g_strdup_printf (_("Until: %s"), until);

  return NULL;
}

static void
fill_head (EntPageHead *head, EntSession *session, EntRecord *record)
{
  EntProjectRecord *self = ENT_PROJECT_RECORD (record);
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  g_autofree char *kind = ent_column_display (
      ent_table_find_column (&ent_project_record_table, "kind"), self->kind, lang);
  g_autofree char *place = ent_project_dup_title (project, self->place, lang);
  g_autofree char *period = dup_period (self, lang);
  g_autofree char *sum = dup_sum (ent_table_find_column (&ent_project_record_table, "budget"),
                                  self->budget, self->currency, lang);
  /* Translators: a sum of money, or a dash when it is not known */
  g_autofree char *budget = g_strdup_printf (_("Budget: %s"), sum);

  head->subtitle = g_strdup_printf ("%s%s%s", kind, place ? " · " : "", place ? place : "");
  head->status = ent_column_display (ent_table_find_column (&ent_project_record_table, "state"),
                                     self->state, lang);
  head->facts
      = g_strdup_printf ("%s%s%s", period ? period : "", period ? " · " : "", budget);
}

static const EntPageSpec spec = {
  .table = &ent_project_record_table,
  .fill_head = fill_head,
  .open_columns = COLUMNS ("title", "kind", "state", "text"),
  .fields = fields,
  .parts = parts,
};

/**
 * ent_project_page_new:
 * @session: the session
 * @project: a project of the officer's, one of the records
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
ent_project_page_new (EntSession *session, EntRecord *project)
{
  return ent_record_page_new (session, project, &spec);
}
