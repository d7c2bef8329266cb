/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-report-plan.h"

#include "base/ent-text.h"

/* The recorded report: its sections and entries as the officer ordered them. */

#define DEPTH_MAX 4

static void
entry_free (gpointer data)
{
  EntReportEntry *entry = data;

  g_free (entry->heading);
  g_ptr_array_unref (entry->records);
  g_ptr_array_unref (entry->entries);
  g_free (entry);
}

GPtrArray *
ent_report_entries_new (void)
{
  return g_ptr_array_new_with_free_func (entry_free);
}

EntReportEntry *
ent_report_entry_new (const char *heading, EntSection *section, EntId id)
{
  EntReportEntry *entry = g_new0 (EntReportEntry, 1);

  entry->heading = g_strdup (heading);
  entry->section = section;
  entry->id = id;
  entry->records = g_ptr_array_new ();
  entry->entries = ent_report_entries_new ();

  return entry;
}

static const EntDate *
get_date (EntRecord *record)
{
  if (ENT_IS_EVENT (record))
    return ENT_EVENT (record)->when;
  if (ENT_IS_AGREEMENT (record))
    return ENT_AGREEMENT (record)->signed_on;

  return NULL;
}

/* Events first, then what came of them. */
static int
get_rank (EntRecord *record)
{
  if (ENT_IS_EVENT (record))
    return 0;
  if (ENT_IS_AGREEMENT (record))
    return 1;
  if (ENT_IS_OUTCOME (record))
    return 2;
  if (ENT_IS_PROJECT_RECORD (record))
    return 3;

  return 4;
}

/* Large parts of a project before small ones. */
static int
get_project_rank (EntRecord *record)
{
  static const char *const kinds[] = { "programme", "campaign", "candidacy", "project",
                                       "works",     "tender",   "lot" };

  for (guint i = 0; ENT_IS_PROJECT_RECORD (record) && i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (ENT_PROJECT_RECORD (record)->kind, kinds[i]) == 0)
      return i;

  return 0;
}

/* What is known to the year only stands at the foot of its year. */
static int
get_day (const EntDate *date)
{
  return ent_date_get_precision (date) == ENT_PRECISION_YEAR ? ent_date_get_latest (date)
                                                             : ent_date_get_earliest (date);
}

/* Parts of a programme that have no hour of their own are numbered. */
static int
compare_slots (EntRecord *left, EntRecord *right)
{
  EntEvent *a = ENT_IS_EVENT (left) ? ENT_EVENT (left) : NULL;
  EntEvent *b = ENT_IS_EVENT (right) ? ENT_EVENT (right) : NULL;
  int order;

  if (!a || !b)
    return 0;

  order = a->start_time && b->start_time ? g_strcmp0 (a->start_time, b->start_time) : 0;
  if (order == 0 && a->ordinal != ENT_INTEGER_NONE && b->ordinal != ENT_INTEGER_NONE)
    order = (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);

  return order;
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntScribe *scribe = user_data;
  EntRecord *left = *(EntRecord *const *) a;
  EntRecord *right = *(EntRecord *const *) b;
  const EntDate *left_date = get_date (left);
  const EntDate *right_date = get_date (right);
  g_autofree char *left_title = NULL;
  g_autofree char *right_title = NULL;
  int order = get_rank (left) - get_rank (right);

  if (order == 0)
    order = get_project_rank (left) - get_project_rank (right);
  if (order == 0 && left_date && right_date)
    order = get_day (left_date) != get_day (right_date) ? get_day (left_date) - get_day (right_date)
                                                        : ent_date_compare (left_date, right_date);
  else if (order == 0 && (left_date || right_date))
    order = left_date ? -1 : 1;
  if (order == 0)
    order = compare_slots (left, right);
  if (order)
    return order;

  left_title = ent_record_dup_title (left, scribe->project, scribe->lang);
  right_title = ent_record_dup_title (right, scribe->project, scribe->lang);
  order = ent_text_collate (left_title, right_title, scribe->lang);

  return order ? order
               : (ent_record_get_id (left) > ent_record_get_id (right))
                     - (ent_record_get_id (left) < ent_record_get_id (right));
}

void
ent_report_sort (GPtrArray *records, const EntScribe *scribe)
{
  g_ptr_array_sort_with_data (records, compare_records, (gpointer) scribe);
}

/* By kind: as they are recorded, and whether a report that says nothing of them has them. */
static const struct
{
  const char *name;
  gboolean is_default;
} kinds[ENT_REPORT_N_KINDS] = {
  [ENT_REPORT_SECTION] = { "section", FALSE },
  [ENT_REPORT_ENTRY] = { "entry", FALSE },
  [ENT_REPORT_AGREEMENTS] = { "agreements", TRUE },
  [ENT_REPORT_PLANNED] = { "planned", TRUE },
  [ENT_REPORT_DELEGATIONS] = { "delegations", FALSE },
  [ENT_REPORT_SUBSIDIES] = { "subsidies", FALSE },
  [ENT_REPORT_STATISTICS] = { "statistics", FALSE },
};

/**
 * ent_report_kind_get_name:
 * @kind: what a part of a report is
 *
 * Returns: the kind of section that records it
 */
const char *
ent_report_kind_get_name (EntReportKind kind)
{
  return kinds[kind].name;
}

static EntReportKind
read_kind (EntSection *section)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (section->kind, kinds[i].name) == 0)
      return i;

  return ENT_REPORT_ENTRY;
}

/* What a table is called until the officer gives it another heading. */
static char *
dup_kind_heading (const EntScribe *scribe, EntReportKind kind, int day)
{
  g_autofree char *day_words = NULL;

  switch (kind)
    {
    case ENT_REPORT_AGREEMENTS:
      day_words = ent_day_format (day, scribe->lang);
      /* Translators: %s: a day */
      return g_strdup_printf (ent_words (scribe->lang, N_ ("Agreements in Force or Signed on %s")),
                              day_words);
    case ENT_REPORT_PLANNED:
      return g_strdup (ent_words (scribe->lang, N_ ("Planned")));
    case ENT_REPORT_DELEGATIONS:
      return g_strdup (ent_words (scribe->lang, N_ ("Delegations Received and Sent")));
    case ENT_REPORT_SUBSIDIES:
      return g_strdup (ent_words (scribe->lang, N_ ("Grants")));
    case ENT_REPORT_STATISTICS:
      return g_strdup (ent_words (scribe->lang, N_ ("Activities in Figures")));
    case ENT_REPORT_SECTION:
    case ENT_REPORT_ENTRY:
    case ENT_REPORT_N_KINDS:
    default:
      return NULL;
    }
}

static EntReportEntry *
read_section (const EntScribe *scribe,
              const EntReportPlan *plan,
              EntSection *section,
              guint depth,
              gboolean all)
{
  EntId id = ent_record_get_id (ENT_RECORD (section));
  EntReportKind kind = read_kind (section);
  const char *foreign;
  const char *heading = ent_scribe_get_text (scribe, ENT_RECORD (section), "heading", &foreign);
  g_autofree char *title = heading ? g_strdup (heading)
                                   : dup_kind_heading (scribe, kind, plan->scope.last);
  EntReportEntry *entry;
  g_autoptr (GPtrArray)
      parts = ent_project_get_children (scribe->project, id, &ent_section_table, "parent");

  if (!title)
    title = ent_scribe_dup_title (scribe, section->record);
  entry = ent_report_entry_new (title, section, id);
  entry->kind = kind;
  entry->omitted = section->omitted;
  g_ptr_array_unref (entry->records);
  entry->records = ent_report_list_told (scribe->project, section);
  ent_report_sort (entry->records, scribe);

  for (guint i = 0; i < parts->len && depth < DEPTH_MAX; i++)
    {
      EntSection *part = g_ptr_array_index (parts, i);

      if ((all || !part->omitted) && ent_scribe_may_print (ENT_RECORD (part)))
        g_ptr_array_add (entry->entries, read_section (scribe, plan, part, depth + 1, all));
    }

  return entry;
}

static void
read_report (const EntScribe *scribe, EntReportPlan *plan, gboolean all)
{
  EntReportEntry *root = read_section (scribe, plan, plan->report, 0, all);

  plan->sections = g_ptr_array_ref (root->entries);
  for (guint i = 0; i < plan->sections->len && !plan->composed; i++)
    {
      EntReportEntry *section = g_ptr_array_index (plan->sections, i);

      plan->composed = section->kind == ENT_REPORT_SECTION || section->kind == ENT_REPORT_ENTRY;
    }
  entry_free (root);
}

static gboolean
has_table (const EntScribe *scribe, EntReportPlan *plan, EntReportKind kind)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (!plan->report)
    return FALSE;
  parts = ent_report_list_parts (scribe->project, plan->report);
  for (guint i = 0; i < parts->len; i++)
    if (read_kind (g_ptr_array_index (parts, i)) == kind)
      return TRUE;

  return FALSE;
}

/* The tables that the report says nothing of; one agreement needs no list of agreements. */
static void
add_tables (const EntScribe *scribe, EntReportPlan *plan, gboolean all)
{
  EntRecord *subject = plan->scope.id ? ent_project_get (scribe->project, plan->scope.id) : NULL;

  for (EntReportKind kind = ENT_REPORT_AGREEMENTS; kind < ENT_REPORT_N_KINDS; kind++)
    {
      gboolean wanted = kinds[kind].is_default;
      g_autofree char *heading = NULL;
      EntReportEntry *entry;

      if (kind == ENT_REPORT_AGREEMENTS && subject && !ENT_IS_ORGANISATION (subject))
        wanted = FALSE;
      if ((!wanted && !all) || has_table (scribe, plan, kind))
        continue;
      heading = dup_kind_heading (scribe, kind, plan->scope.last);
      entry = ent_report_entry_new (heading, NULL, ENT_ID_NONE);
      entry->kind = kind;
      entry->omitted = !wanted;
      g_ptr_array_add (plan->sections, entry);
    }
}

/**
 * ent_report_plan_new:
 * @scribe: who writes
 * @scope: what the report is about
 * @report: (nullable): a recorded report, %NULL for that of the scope, if there is one
 * @with_omitted: whether it has what is left out as well
 *
 * Returns: (transfer full): the recorded sections, else those the rules make, and the tables
 */
EntReportPlan *
ent_report_plan_new (const EntScribe *scribe,
                     const EntReportScope *scope,
                     EntSection *report,
                     gboolean with_omitted)
{
  EntReportPlan *plan = g_new0 (EntReportPlan, 1);

  plan->scope = *scope;
  plan->report = report ? report : ent_report_find (scribe->project, scope);
  if (plan->report)
    read_report (scribe, plan, with_omitted);
  if (!plan->composed)
    {
      g_autoptr (GPtrArray) recorded = g_steal_pointer (&plan->sections);

      plan->sections = ent_report_default_sections (scribe, scope);
      if (recorded)
        g_ptr_array_extend_and_steal (plan->sections, g_steal_pointer (&recorded));
    }
  add_tables (scribe, plan, with_omitted);

  return plan;
}

/**
 * ent_report_dup_title:
 * @scribe: who writes
 * @scope: what the report is about
 * @report: (nullable): the recorded report
 *
 * Returns: (transfer full): what the report is called: as the officer wrote it, else "Annual
 *   Report 2024", and for whom where it is not the office's
 */
char *
ent_report_dup_title (const EntScribe *scribe, const EntReportScope *scope, EntSection *report)
{
  const char *foreign = NULL;
  const char *heading = report
                            ? ent_scribe_get_text (scribe, ENT_RECORD (report), "heading", &foreign)
                            : NULL;
  g_autofree char *subject = NULL;
  g_autofree char *title = NULL;

  if (heading && !foreign)
    return g_strdup (heading);

  if (ent_report_scope_is_year (scope))
    /* Translators: %d: a year */
    title = g_strdup_printf (ent_words (scribe->lang, N_ ("Annual Report %d")),
                             ent_day_get_year (scope->first));
  else
    {
      g_autoptr (EntDate) days = ent_report_scope_get_period (scope);
      g_autofree char *period = ent_date_format (days, scribe->lang);

      /* Translators: %s: the days it is about: "January to June 2024" */
      title = g_strdup_printf (ent_words (scribe->lang, N_ ("Report: %s")), period);
    }
  subject = ent_scribe_dup_title (scribe, scope->id);

  return subject ? g_strconcat (title, " – ", subject, NULL) : g_steal_pointer (&title);
}

/**
 * ent_report_entry_get_subject:
 * @entry: a part of a report
 *
 * Returns: whom or what it is about, %ENT_ID_NONE where that is not said
 */
EntId
ent_report_entry_get_subject (const EntReportEntry *entry)
{
  return entry->section ? entry->section->record : entry->id;
}

void
ent_report_plan_free (EntReportPlan *plan)
{
  if (plan == NULL)
    return;

  g_ptr_array_unref (plan->sections);
  g_free (plan);
}
