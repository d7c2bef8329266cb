/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-annual-report.h"

#include "paper/ent-facts.h"
#include "paper/ent-paper-frozen.h"
#include "paper/ent-report-table.h"

typedef struct
{
  EntScribe scribe;
  EntFacts *facts;
  EntReportPlan *plan;
} Report;

static char *
dup_office_name (Report *self)
{
  const char *unit = ent_project_get_setting (self->scribe.project, ENT_SETTING_OFFICE);
  EntId id = ENT_ID_NONE;

  return unit && ent_id_parse (unit, &id) ? ent_scribe_dup_title (&self->scribe, id) : NULL;
}

static void
add_cover (Report *self, const char *city, const char *office)
{
  g_autofree char *day = ent_day_format (self->scribe.today, self->scribe.lang);
  /* Translators: %s: a day */
  g_autofree char *made = g_strdup_printf (ent_words (self->scribe.lang, N_ ("Made on %s")), day);
  const char *foot[4] = { NULL };
  const char *foreign;
  const char *words = NULL;
  guint n = 0;

  if (self->plan->report)
    words = ent_scribe_get_text (&self->scribe, ENT_RECORD (self->plan->report), "text", &foreign);
  if (words)
    foot[n++] = words;
  if (office && !ent_scribe_mentions (words, office))
    foot[n++] = office;
  foot[n++] = made;
  ent_paper_add_cover (self->scribe.paper, city, NULL, foot);
}

static gboolean
is_table (const EntReportEntry *entry)
{
  return entry->kind != ENT_REPORT_SECTION && entry->kind != ENT_REPORT_ENTRY;
}

/* A theme of an agreement: the reader is to see that nothing was done under it. */
static gboolean
is_theme (Report *self, const EntReportEntry *entry)
{
  EntRecord *subject = ent_project_get (self->scribe.project, ent_report_entry_get_subject (entry));

  return subject && ENT_IS_PROVISION (subject);
}

/* Which entry each record is told in, before anything is printed. */
static void
claim (Report *self, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      EntReportEntry *entry = g_ptr_array_index (entries, i);

      for (guint j = 0; j < entry->records->len; j++)
        ent_facts_claim (self->facts, g_ptr_array_index (entry->records, j), entry->id);
      claim (self, entry->entries);
    }
}

static gboolean
has_own_text (Report *self, EntReportEntry *entry)
{
  const char *foreign;

  return entry->section
         && ent_scribe_get_text (&self->scribe, ENT_RECORD (entry->section), "text", &foreign);
}

/* Whether anything would be printed under the heading. */
static gboolean
has_content (Report *self, EntReportEntry *entry)
{
  if (has_own_text (self, entry))
    return TRUE;

  ent_facts_begin_entry (self->facts, entry->id, ENT_ID_NONE, FALSE);
  for (guint i = 0; i < entry->records->len; i++)
    if (ent_facts_may_take (self->facts, g_ptr_array_index (entry->records, i)))
      return TRUE;
  for (guint i = 0; i < entry->entries->len; i++)
    if (has_content (self, g_ptr_array_index (entry->entries, i)))
      return TRUE;

  return FALSE;
}

static void
add_entry_documents (Report *self, EntReportEntry *entry)
{
  g_autoptr (GPtrArray) attachments = ent_project_get_children (
      self->scribe.project, ent_record_get_id (ENT_RECORD (entry->section)), &ent_attachment_table,
      "record");

  for (guint i = 0; i < attachments->len; i++)
    {
      EntAttachment *attachment = g_ptr_array_index (attachments, i);
      EntRecord *document = ent_project_get (self->scribe.project, attachment->document);
      EntRuns *runs;

      if (!ent_scribe_may_print (ENT_RECORD (attachment)) || !ent_scribe_may_print (document)
          || g_strcmp0 (ENT_DOCUMENT (document)->kind, "photo") == 0
          || g_strcmp0 (ENT_DOCUMENT (document)->kind, "logo") == 0)
        continue;
      runs = ent_runs_new ();
      ent_scribe_add_document (&self->scribe, runs, ENT_DOCUMENT (document));
      ent_paper_add_definition (self->scribe.paper, ent_words (self->scribe.lang, N_ ("Document")),
                                runs);
    }
}

static void
add_entry (Report *self, EntReportEntry *entry, int level)
{
  gboolean has_prose = has_own_text (self, entry);
  gboolean is_idle = !has_content (self, entry);

  if (is_idle && !is_theme (self, entry))
    return;

  ent_paper_add_heading (self->scribe.paper, MIN (level, ENT_HEADING_LEVELS),
                         entry->heading ? entry->heading : "–");
  if (is_idle)
    ent_paper_add_text (self->scribe.paper, ENT_PARAGRAPH_BODY,
                        ent_words (self->scribe.lang, N_ ("No activity is recorded.")), NULL);
  if (has_prose)
    ent_scribe_add_prose (&self->scribe, ENT_RECORD (entry->section), "text");

  ent_facts_begin_entry (self->facts, entry->id, ent_report_entry_get_subject (entry), has_prose);
  for (guint i = 0; i < entry->records->len; i++)
    ent_facts_add_prose (self->facts, g_ptr_array_index (entry->records, i));
  ent_paper_end_group (self->scribe.paper);
  for (guint i = 0; i < entry->records->len; i++)
    ent_facts_add (self->facts, g_ptr_array_index (entry->records, i));
  if (entry->section)
    add_entry_documents (self, entry);

  for (guint i = 0; i < entry->entries->len; i++)
    add_entry (self, g_ptr_array_index (entry->entries, i), level + 1);
}

static void
add_sections (Report *self)
{
  for (guint i = 0; i < self->plan->sections->len; i++)
    {
      EntReportEntry *entry = g_ptr_array_index (self->plan->sections, i);

      if (is_table (entry))
        ent_report_table_add (&self->scribe, &self->plan->scope, entry);
      else
        add_entry (self, entry, 1);
    }
}

static void
add_nothing (Report *self)
{
  const EntReportScope *scope = &self->plan->scope;
  g_autofree char *words = NULL;

  if (ent_report_scope_is_year (scope))
    /* Translators: %d: a year */
    words = g_strdup_printf (
        ent_words (self->scribe.lang, N_ ("Nothing is recorded for the year %d.")),
        ent_day_get_year (scope->first));
  else
    words = g_strdup (ent_words (self->scribe.lang, N_ ("Nothing is recorded for this period.")));
  ent_paper_add_text (self->scribe.paper, ENT_PARAGRAPH_LEAD, words, NULL);
}

static gboolean
has_activity (Report *self)
{
  for (guint i = 0; i < self->plan->sections->len; i++)
    if (has_content (self, g_ptr_array_index (self->plan->sections, i)))
      return TRUE;

  return FALSE;
}

/* The paper as it was issued, and below it what the records say otherwise today. */
static EntPaper *
read_issued (EntProject *project, EntSection *report, EntPaper *now)
{
  const char *lang = ent_paper_get_lang (now);
  g_autofree char *key = ent_report_dup_issued_key (report, lang);
  const char *text = ent_project_get_setting (project, key);
  EntPaper *issued = text ? ent_paper_thaw (text, NULL) : NULL;
  g_autoptr (GPtrArray) corrections = NULL;

  if (!issued)
    return NULL;

  corrections = ent_paper_find_corrections (issued, now);
  if (corrections->len > 0)
    ent_paper_add_heading (issued, 1, ent_words (lang, N_ ("Corrected Since It Was Issued")));
  for (guint i = 0; i < corrections->len; i++)
    ent_paper_add_list_item (issued, ent_runs_new_text (g_ptr_array_index (corrections, i)));

  return issued;
}

/**
 * ent_report_build:
 * @project: the graph
 * @scope: what the report is about
 * @section: (nullable): a recorded report, %NULL for that of the scope, if there is one
 * @lang: language of the report: "fr", "en"
 * @today: the day it is made, a Julian day
 *
 * The recorded report with its sections in their order: for each entry its prose, then the facts
 * it reports on, each record once. What nobody composed is put in order by rules. Then the
 * tables. What is sensitive, and agreements that are only followed, stay out. A report that was
 * issued says what it said then, and what was corrected since.
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_report_build (EntProject *project,
                  const EntReportScope *scope,
                  EntSection *section,
                  const char *lang,
                  int today)
{
  Report report = { .scribe = { project, NULL, lang, today } };
  Report *self = &report;
  g_autofree char *title = NULL;
  g_autofree char *city = NULL;
  g_autofree char *office = NULL;
  g_autofree char *head = NULL;
  g_autoptr (EntPaper) issued = NULL;

  self->plan = ent_report_plan_new (&self->scribe, scope, section, FALSE);
  title = ent_report_dup_title (&self->scribe, scope, self->plan->report);
  city = ent_scribe_dup_title (&self->scribe, ent_project_get_home (project));
  office = dup_office_name (self);
  self->scribe.paper = ent_paper_new (lang, title, today);
  self->facts = ent_facts_new (&self->scribe);
  head = city ? g_strconcat (city, " · ", title, NULL) : g_strdup (title);
  ent_paper_set_author (self->scribe.paper, office ? office : city);
  ent_paper_set_subject (self->scribe.paper, city);
  ent_paper_set_running_head (self->scribe.paper, head);

  claim (self, self->plan->sections);
  add_cover (self, city, office);
  if (has_activity (self))
    ent_paper_add_contents (self->scribe.paper);
  else
    add_nothing (self);
  add_sections (self);

  if (self->plan->report && ent_report_is_issued (self->plan->report))
    issued = read_issued (project, self->plan->report, self->scribe.paper);
  ent_facts_free (self->facts);
  ent_report_plan_free (self->plan);
  if (issued)
    g_set_object (&self->scribe.paper, issued);

  return self->scribe.paper;
}

/**
 * ent_annual_report_build:
 * @project: the graph
 * @year: the year reported on
 * @lang: language of the report: "fr", "en"
 * @today: the day it is made, a Julian day
 *
 * The yearly report of the office, see ent_report_build().
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_annual_report_build (EntProject *project, int year, const char *lang, int today)
{
  EntReportScope scope = ent_report_scope_of_year (ENT_ID_NONE, year);

  return ent_report_build (project, &scope, NULL, lang, today);
}
