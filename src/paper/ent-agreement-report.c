/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-agreement-report.h"

#include "base/ent-number.h"
#include "paper/ent-agreement-lines.h"
#include "paper/ent-annual-report.h"
#include "paper/ent-facts.h"
#include "paper/ent-report-plan.h"
#include "paper/ent-sheet-private.h"
#include "rules/ent-activity.h"
#include "rules/ent-follow-ups.h"
#include "rules/ent-indicators.h"
#include "rules/ent-report-scope.h"
#include "rules/ent-report-years.h"

typedef struct
{
  EntSheet sheet;
  EntReportScope scope;
  int year;
  GPtrArray *records; /* EntRecord: what the year holds */
  GPtrArray *told;    /* EntRecord: of these, what a theme has told */
} YearReport;

static void
add_sentence (YearReport *self, const char *msgid)
{
  ent_paper_add_text (self->sheet.scribe.paper, ENT_PARAGRAPH_BODY,
                      ent_words (self->sheet.scribe.lang, msgid), NULL);
}

/* The texts for the report, then the facts; what is told in one theme is told in another too. */
static void
add_records (YearReport *self, GPtrArray *records, EntId entry)
{
  g_autoptr (EntFacts) facts = ent_facts_new (&self->sheet.scribe);

  ent_report_sort (records, &self->sheet.scribe);
  ent_facts_begin_entry (facts, entry, self->sheet.id, FALSE);
  for (guint i = 0; i < records->len; i++)
    ent_facts_add_prose (facts, g_ptr_array_index (records, i));
  ent_paper_end_group (self->sheet.scribe.paper);
  for (guint i = 0; i < records->len; i++)
    ent_facts_add (facts, g_ptr_array_index (records, i));
}

static void
add_activities (YearReport *self, EntProvision *theme)
{
  g_autoptr (GPtrArray) all = ent_activity_collect (self->sheet.scribe.project, ENT_RECORD (theme));
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_ptr_array_find (self->records, g_ptr_array_index (all, i), NULL))
      {
        g_ptr_array_add (records, g_ptr_array_index (all, i));
        g_ptr_array_add (self->told, g_ptr_array_index (all, i));
      }

  ent_scribe_add_heading (&self->sheet.scribe, 3, N_ ("Activities"));
  if (records->len == 0)
    add_sentence (self, N_ ("No activity is recorded."));
  else
    add_records (self, records, ent_record_get_id (ENT_RECORD (theme)));
}

/* "12 schools"; a dash where there is no figure, for what is not known is not zero. */
static char *
dup_figure (YearReport *self, const char *value)
{
  return value ? ent_number_format (value, self->sheet.scribe.lang) : g_strdup ("–");
}

static void
add_indicator (YearReport *self, const EntIndicatorBasis *basis, EntIndicator *indicator)
{
  const EntScribe *scribe = &self->sheet.scribe;
  g_autofree char *edtf = g_strdup_printf ("%04d", self->year);
  g_autoptr (EntDate) period = ent_date_new (edtf, NULL);
  g_autoptr (EntFigure) figure = ent_indicator_get_figure (basis, indicator, period, ENT_ID_NONE);
  g_auto (EntIndicatorStanding) standing = ent_indicator_get_standing (basis, indicator);
  EntRuns *cells[4] = { ent_runs_new (), ent_runs_new () };

  ent_scribe_add_text (scribe, cells[0], ENT_RUN_PLAIN, ENT_RECORD (indicator), "title");
  ent_scribe_add_text (scribe, cells[1], ENT_RUN_PLAIN, ENT_RECORD (indicator), "unit");
  cells[2] = ent_scribe_take_cell (dup_figure (self, figure ? figure->value : NULL));
  cells[3] = ent_scribe_take_cell (
      dup_figure (self, standing.target ? standing.target->value : NULL));
  ent_paper_add_row (scribe->paper, cells);
}

static void
add_indicators (YearReport *self, EntProvision *theme)
{
  static const char *const labels[] = { N_ ("Indicator"), N_ ("Unit"), N_ ("Value"),
                                        N_ ("Target") };
  static const double widths[] = { 50, 20, 15, 15 };
  const EntScribe *scribe = &self->sheet.scribe;
  GListModel *all = ent_project_get_list (scribe->project, &ent_indicator_table);
  g_auto (EntIndicatorBasis) basis = { 0 };
  gboolean any = FALSE;

  ent_indicator_basis_init (&basis, scribe->project, scribe->today);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (EntIndicator) indicator = g_list_model_get_item (all, i);

      if (!ent_scribe_may_print (ENT_RECORD (indicator))
          || !ent_provision_is_under (scribe->project,
                                      ent_indicator_get_theme (scribe->project, indicator), theme))
        continue;
      if (!any)
        {
          ent_scribe_add_heading (scribe, 3, N_ ("Indicators"));
          ent_scribe_begin_table (scribe, labels, G_N_ELEMENTS (labels), widths);
        }
      any = TRUE;
      add_indicator (self, &basis, indicator);
    }
  if (any)
    return;

  ent_scribe_add_heading (scribe, 3, N_ ("Indicators"));
  add_sentence (self, N_ ("No indicator is recorded."));
}

static void
add_themes (YearReport *self)
{
  g_autoptr (GPtrArray)
      provisions = ent_sheet_get_children (&self->sheet, &ent_provision_table, "agreement");

  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *theme = g_ptr_array_index (provisions, i);
      g_autoptr (GPtrArray) commitments = NULL;

      if (g_strcmp0 (theme->kind, "theme") != 0 || theme->parent)
        continue;
      ent_paper_add_heading_runs (self->sheet.scribe.paper, 2,
                                  ent_sheet_make_theme_heading (&self->sheet, theme));
      commitments = ent_project_get_children (self->sheet.scribe.project,
                                              ent_record_get_id (ENT_RECORD (theme)),
                                              &ent_provision_table, "parent");
      if (commitments->len > 0)
        ent_scribe_add_heading (&self->sheet.scribe, 3, N_ ("Commitments"));
      ent_sheet_add_commitments (&self->sheet, theme);
      add_activities (self, theme);
      add_indicators (self, theme);
    }
}

/* What the year holds beside the themes; all of it where there are none. */
static void
add_others (YearReport *self)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < self->records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (self->records, i);

      if (record != ENT_RECORD (self->sheet.agreement)
          && !g_ptr_array_find (self->told, record, NULL))
        g_ptr_array_add (others, record);
    }
  if (others->len == 0)
    return;

  ent_scribe_add_heading (&self->sheet.scribe, 2, N_ ("Activities under no theme"));
  add_records (self, others, self->sheet.id);
}

static gboolean
is_meeting (EntRecord *record)
{
  static const char *const kinds[] = {
    "mission", "delegation", "visit", "meeting", "courtesy", NULL
  };

  return ENT_IS_EVENT (record) && ENT_EVENT (record)->kind
         && g_strv_contains (kinds, ENT_EVENT (record)->kind) && ent_activity_is_held (record);
}

static void
add_meetings (YearReport *self)
{
  const EntScribe *scribe = &self->sheet.scribe;
  guint n_held = 0;

  ent_scribe_add_heading (scribe, 2, N_ ("Meetings held"));
  for (guint i = 0; i < self->records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (self->records, i);
      g_autofree char *when = NULL;
      g_autofree char *term = NULL;
      EntRuns *runs;

      if (!is_meeting (record))
        continue;
      n_held++;
      when = ent_scribe_dup_date (scribe, ENT_EVENT (record)->when);
      term = ent_scribe_capitalise (when ? when : "–");
      runs = ent_runs_new ();
      ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, record, "title");
      ent_paper_add_definition (scribe->paper, term, runs);
    }
  if (n_held == 0)
    add_sentence (self, N_ ("No meeting is recorded."));
}

static void
add_step (YearReport *self, gboolean *headed, const EntDate *when, EntRecord *record)
{
  const EntScribe *scribe = &self->sheet.scribe;
  g_autofree char *date = ent_scribe_dup_date (scribe, when);
  g_autofree char *term = ent_scribe_capitalise (date ? date : "–");
  EntRuns *runs = ent_runs_new ();

  if (!*headed)
    ent_scribe_add_heading (scribe, 2, N_ ("Next steps"));
  *headed = TRUE;
  ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, record,
                       ENT_IS_OBLIGATION (record) ? "text" : "title");
  ent_paper_add_definition (scribe->paper, term, runs);
}

/* What is planned after the year, what is still to be done, and what is owed next. */
static void
add_steps (YearReport *self)
{
  EntProject *project = self->sheet.scribe.project;
  g_autoptr (GPtrArray) all = ent_activity_collect (project, ENT_RECORD (self->sheet.agreement));
  g_autoptr (GPtrArray)
      obligations = ent_sheet_get_children (&self->sheet, &ent_obligation_table, "record");
  gboolean headed = FALSE;

  ent_report_sort (all, &self->sheet.scribe);
  for (guint i = 0; i < all->len; i++)
    {
      EntRecord *record = g_ptr_array_index (all, i);
      const EntDate *when = ent_activity_get_date (project, record);
      gboolean is_open = ENT_IS_OUTCOME (record) && ent_outcome_is_follow_up (ENT_OUTCOME (record))
                         && ent_outcome_is_open (ENT_OUTCOME (record));
      gboolean is_ahead = ent_activity_is_planned (record)
                          && (!when || ent_date_get_latest (when) > self->scope.last);

      if (ent_scribe_may_print (record) && (is_open || is_ahead))
        add_step (self, &headed, when, record);
    }
  for (guint i = 0; i < obligations->len; i++)
    {
      EntObligation *obligation = g_ptr_array_index (obligations, i);

      if (!obligation->settled && obligation->due
          && ent_date_get_earliest (obligation->due) > self->scope.last)
        add_step (self, &headed, obligation->due, ENT_RECORD (obligation));
    }
}

static void
add_summary (YearReport *self)
{
  const EntScribe *scribe = &self->sheet.scribe;
  EntAgreement *agreement = self->sheet.agreement;

  ent_scribe_add_value (scribe, N_ ("With"), ent_agreement_line_partners (scribe, agreement));
  ent_scribe_add_value (scribe, N_ ("Signed on"), ent_agreement_line_signed (scribe, agreement));
  ent_scribe_add_value (scribe, N_ ("Period as written"), g_strdup (agreement->label));
  ent_scribe_add_value (scribe, N_ ("State"),
                        ent_agreement_line_state (scribe, agreement, scribe->today));
}

static EntPaper *
create_paper (YearReport *self, const char *title)
{
  const EntScribe *scribe = &self->sheet.scribe;
  g_autofree char *city = ent_scribe_dup_title (scribe, ent_project_get_home (scribe->project));
  g_autofree char *day = ent_day_format (scribe->today, scribe->lang);
  g_autofree char *kind
      /* Translators: %d: a year */
      = g_strdup_printf (ent_words (scribe->lang, N_ ("Report of the year %d")), self->year);
  /* Translators: %s: a day */
  g_autofree char *made = g_strdup_printf (ent_words (scribe->lang, N_ ("Made on %s")), day);
  g_autofree char *name = g_strdup_printf ("%s – %s", kind, title);
  g_autofree char *lead = g_strdup_printf ("%s · %s", kind, made);
  g_autofree char *head = city ? g_strconcat (city, " · ", name, NULL) : g_strdup (name);
  EntPaper *paper = ent_paper_new (scribe->lang, name, scribe->today);

  ent_paper_set_running_head (paper, head);
  ent_paper_set_author (paper, city);
  ent_paper_set_subject (paper, kind);
  ent_paper_add_heading (paper, 1, title);
  ent_paper_add_text (paper, ENT_PARAGRAPH_LEAD, lead, NULL);

  return paper;
}

/**
 * ent_agreement_report_build:
 * @project: the graph
 * @agreement: an agreement of it
 * @year: the year it tells
 * @lang: language of the paper: "fr", "en"
 * @today: the day it is made, a Julian day
 *
 * The yearly report that agreements ask for, of this one alone: theme by theme its commitments,
 * what was done and its indicators, then the meetings held and the next steps. A theme without
 * activity says so. Where the officer composed a report of the agreement for that year, it is
 * that one. The paper settles the obligation to report on the year.
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_agreement_report_build (
    EntProject *project, EntAgreement *agreement, int year, const char *lang, int today)
{
  EntId id = ent_record_get_id (ENT_RECORD (agreement));
  EntReportScope scope = ent_report_scope_of_year (id, year);
  EntSection *composed = ent_report_find (project, &scope);
  EntObligation *owed = ent_agreement_find_report_owed (project, agreement, year);
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (agreement), project, lang);
  g_autoptr (GPtrArray) records = ent_report_scope_collect (project, &scope);
  g_autoptr (GPtrArray) told = g_ptr_array_new ();
  YearReport self = {
    { { project, NULL, lang, today }, agreement, id }, scope, year, records, told
  };
  EntPaper *paper;

  if (composed)
    paper = ent_report_build (project, &scope, composed, lang, today);
  else
    {
      paper = self.sheet.scribe.paper = create_paper (&self, title);
      add_summary (&self);
      add_themes (&self);
      add_others (&self);
      add_meetings (&self);
      add_steps (&self);
    }
  if (owed)
    ent_paper_set_settles (paper, ent_record_get_id (ENT_RECORD (owed)));

  return paper;
}
