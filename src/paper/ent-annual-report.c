/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-annual-report.h"

#include "base/ent-text.h"
#include "paper/ent-agreement-lines.h"
#include "paper/ent-facts.h"
#include "paper/ent-report-plan.h"

/* How far the list of what is planned looks. */
#define YEARS_AHEAD 10

typedef struct
{
  EntScribe scribe;
  EntFacts *facts;
  EntReportPlan *plan;
  int year;
} Report;

static char *
dup_report_title (Report *self)
{
  const char *foreign;
  const char *heading = NULL;

  if (self->plan->report)
    heading = ent_scribe_get_text (&self->scribe, ENT_RECORD (self->plan->report), "heading",
                                   &foreign);
  if (heading && !foreign)
    return g_strdup (heading);

  /* Translators: %d: a year */
  return g_strdup_printf (ent_words (self->scribe.lang, N_ ("Annual Report %d")), self->year);
}

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

static EntId
get_subject (EntReportEntry *entry)
{
  return entry->section ? entry->section->record : entry->id;
}

static void
add_entry (Report *self, EntReportEntry *entry, int level)
{
  gboolean has_prose = has_own_text (self, entry);

  if (!has_content (self, entry))
    return;

  ent_paper_add_heading (self->scribe.paper, MIN (level, ENT_HEADING_LEVELS),
                         entry->heading ? entry->heading : "–");
  if (has_prose)
    ent_scribe_add_prose (&self->scribe, ENT_RECORD (entry->section), "text");

  ent_facts_begin_entry (self->facts, entry->id, get_subject (entry), has_prose);
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
    add_entry (self, g_ptr_array_index (self->plan->sections, i), 1);
}

static int
compare_agreements (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntScribe *scribe = user_data;
  EntAgreement *left = *(EntAgreement *const *) a;
  EntAgreement *right = *(EntAgreement *const *) b;
  g_autofree char *left_partner = ent_agreement_line_partners (scribe, left);
  g_autofree char *right_partner = ent_agreement_line_partners (scribe, right);
  int order = ent_text_collate (left_partner, right_partner, scribe->lang);

  if (order == 0)
    {
      g_autofree char *left_title = ent_record_dup_title (ENT_RECORD (left), scribe->project,
                                                          scribe->lang);
      g_autofree char *right_title = ent_record_dup_title (ENT_RECORD (right), scribe->project,
                                                           scribe->lang);

      order = ent_text_collate (left_title, right_title, scribe->lang);
    }

  return order;
}

/* Whether a later agreement, signed by that day, took its place. */
static gboolean
is_superseded (Report *self, EntAgreement *agreement, int day)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (
      self->scribe.project, ent_record_get_id (ENT_RECORD (agreement)), &ent_link_table, "target");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *later = ent_project_get (self->scribe.project, link->source);

      if ((g_strcmp0 (link->kind, "renews") == 0 || g_strcmp0 (link->kind, "replaces") == 0)
          && later && ENT_IS_AGREEMENT (later) && ENT_AGREEMENT (later)->signed_on
          && ent_date_get_earliest (ENT_AGREEMENT (later)->signed_on) <= day)
        return TRUE;
    }

  return FALSE;
}

/* Whether it began after that day: a report of an earlier year does not know it. */
static gboolean
begins_later (Report *self, EntAgreement *agreement, int day)
{
  const EntDate *begins = agreement->signed_on ? agreement->signed_on : agreement->effective;

  return begins && ent_date_get_earliest (begins) > day;
}

/* Those the city is a party to, and that stand on the last day of the year. */
static GPtrArray *
find_agreements (Report *self)
{
  GListModel *list = ent_project_get_list (self->scribe.project, &ent_agreement_table);
  GPtrArray *found = g_ptr_array_new ();
  int day = ent_day_of_year_end (self->year);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntAgreement) agreement = g_list_model_get_item (list, i);
      EntStatus status = ent_agreement_get_status (self->scribe.project, agreement, day).status;
      gboolean stands = status == ENT_STATUS_IN_FORCE || status == ENT_STATUS_SIGNED
                        || status == ENT_STATUS_VALIDITY_UNKNOWN;

      if (stands && !begins_later (self, agreement, day) && !is_superseded (self, agreement, day)
          && ent_scribe_may_print (ENT_RECORD (agreement))
          && ent_agreement_get_role (self->scribe.project, agreement) == ENT_ROLE_PARTY)
        g_ptr_array_add (found, agreement);
    }
  g_ptr_array_sort_with_data (found, compare_agreements, &self->scribe);

  return found;
}

static void
add_header (Report *self, const char *const *labels, guint n_labels, const double *widths)
{
  g_autofree EntRuns **cells = g_new0 (EntRuns *, n_labels);

  ent_paper_begin_table (self->scribe.paper, n_labels, widths);
  for (guint i = 0; i < n_labels; i++)
    cells[i] = ent_runs_new_text (ent_words (self->scribe.lang, labels[i]));
  ent_paper_add_row (self->scribe.paper, cells);
}

static EntRuns *
take_cell (char *text)
{
  g_autofree char *owned = text;

  return ent_runs_new_text (owned ? owned : "–");
}

static void
add_agreements (Report *self)
{
  static const char *const labels[] = { N_ ("Agreement"), N_ ("With"), N_ ("Signed"), N_ ("Period"),
                                        N_ ("State") };
  static const double widths[] = { 30, 20, 17, 14, 22 };
  g_autoptr (GPtrArray) agreements = find_agreements (self);
  int day = ent_day_of_year_end (self->year);
  g_autofree char *day_words = ent_day_format (day, self->scribe.lang);
  g_autofree char *heading = NULL;

  if (agreements->len == 0)
    return;

  /* Translators: %s: a day */
  heading = g_strdup_printf (
      ent_words (self->scribe.lang, N_ ("Agreements in Force or Signed on %s")), day_words);
  ent_paper_add_heading (self->scribe.paper, 1, heading);
  add_header (self, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < agreements->len; i++)
    {
      EntAgreement *agreement = g_ptr_array_index (agreements, i);
      EntRuns *cells[] = {
        ent_runs_new (),
        take_cell (ent_agreement_line_partners (&self->scribe, agreement)),
        take_cell (ent_agreement_line_signed (&self->scribe, agreement)),
        take_cell (ent_agreement_line_period (&self->scribe, agreement)),
        take_cell (ent_agreement_line_state (&self->scribe, agreement, day)),
      };

      ent_scribe_add_text (&self->scribe, cells[0], ENT_RUN_PLAIN, ENT_RECORD (agreement), "title");
      ent_paper_add_row (self->scribe.paper, cells);
    }
}

/* Plans of the years that follow; a report of long ago does not tell those of today. */
static gboolean
is_ahead (Report *self, const EntDate *date)
{
  return date && ent_date_get_earliest (date) > ent_day_of_year_end (self->year)
         && ent_date_get_earliest (date) <= ent_day_of_year_end (self->year + YEARS_AHEAD);
}

static GPtrArray *
find_planned (Report *self)
{
  EntProject *project = self->scribe.project;
  GListModel *events = ent_project_get_list (project, &ent_event_table);
  GListModel *projects = ent_project_get_list (project, &ent_project_record_table);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (EntEvent) event = g_list_model_get_item (events, i);
      gboolean planned = g_strcmp0 (event->state, "planned") == 0
                         || g_strcmp0 (event->state, "confirmed") == 0;

      if (planned && is_ahead (self, event->when) && g_strcmp0 (event->kind, "slot") != 0
          && ent_scribe_may_print (ENT_RECORD (event)) && ent_event_is_ours (&self->scribe, event))
        g_ptr_array_add (found, event);
    }
  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (EntProjectRecord) part = g_list_model_get_item (projects, i);

      if (g_strcmp0 (part->state, "planned") == 0 && is_ahead (self, part->since)
          && ent_scribe_may_print (ENT_RECORD (part)))
        g_ptr_array_add (found, part);
    }
  ent_report_sort (found, &self->scribe);

  return found;
}

/* With whom: the partner of the event or agreement, or who does the work. */
static char *
dup_with (Report *self, EntRecord *record)
{
  EntRecord *partner = NULL;
  EntId id = ENT_ID_NONE;

  if (ENT_IS_EVENT (record))
    partner = ent_event_get_partner (&self->scribe, ENT_EVENT (record));
  if (partner)
    id = ent_record_get_id (partner);

  for (EntRecord *part = record; !id && part && ENT_IS_PROJECT_RECORD (part);
       part = ent_project_get (self->scribe.project, ENT_PROJECT_RECORD (part)->parent))
    {
      g_autoptr (GPtrArray) participations = ent_project_get_children (
          self->scribe.project, ent_record_get_id (part), &ent_participation_table, "record");

      for (guint i = 0; !id && i < participations->len; i++)
        {
          EntParticipation *participation = g_ptr_array_index (participations, i);

          if (!ent_scribe_is_office (&self->scribe, participation->organisation))
            id = participation->organisation;
        }
    }

  return ent_scribe_dup_title (&self->scribe, id);
}

static void
add_planned (Report *self)
{
  static const char *const labels[] = { N_ ("What"), N_ ("When"), N_ ("With") };
  static const double widths[] = { 52, 22, 28 };
  g_autoptr (GPtrArray) planned = find_planned (self);

  if (planned->len == 0)
    return;

  ent_paper_add_heading (self->scribe.paper, 1, ent_words (self->scribe.lang, N_ ("Planned")));
  add_header (self, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < planned->len; i++)
    {
      EntRecord *record = g_ptr_array_index (planned, i);
      g_autofree char *when = NULL;
      EntRuns *cells[3] = { ent_runs_new () };

      if (ENT_IS_EVENT (record))
        when = ent_scribe_dup_date (&self->scribe, ENT_EVENT (record)->when);
      else
        when = ent_scribe_dup_date (&self->scribe, ENT_PROJECT_RECORD (record)->since);
      ent_scribe_add_text (&self->scribe, cells[0], ENT_RUN_PLAIN, record, "title");
      cells[1] = take_cell (g_steal_pointer (&when));
      cells[2] = take_cell (dup_with (self, record));
      ent_paper_add_row (self->scribe.paper, cells);
    }
}

static void
add_nothing (Report *self)
{
  /* Translators: %d: a year */
  g_autofree char *words = g_strdup_printf (
      ent_words (self->scribe.lang, N_ ("Nothing is recorded for the year %d.")), self->year);

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

/**
 * ent_annual_report_build:
 * @project: the graph
 * @year: the year reported on
 * @lang: language of the report: "fr", "en"
 * @today: the day it is made, a Julian day
 *
 * The recorded report of that year with its sections in their order: for each entry its prose,
 * then the facts it reports on, each record once. A year nobody composed is put in order by
 * rules. Then the agreements that stand at the year's end and what is planned after it. What is
 * sensitive, and agreements that are only followed, stay out.
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_annual_report_build (EntProject *project, int year, const char *lang, int today)
{
  Report report = { .scribe = { project, NULL, lang, today }, .year = year };
  Report *self = &report;
  g_autofree char *title = NULL;
  g_autofree char *city = NULL;
  g_autofree char *office = NULL;
  g_autofree char *head = NULL;

  self->plan = ent_report_plan_new (&self->scribe, year);
  title = dup_report_title (self);
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
  add_agreements (self);
  add_planned (self);

  ent_facts_free (self->facts);
  ent_report_plan_free (self->plan);

  return self->scribe.paper;
}
