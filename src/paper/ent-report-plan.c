/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-report-plan.h"

#include "base/ent-text.h"

/* The recorded report of a year: its sections and entries as the officer ordered them. */

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

static gboolean
is_fact (EntRecord *record)
{
  return ENT_IS_EVENT (record) || ENT_IS_OUTCOME (record) || ENT_IS_AGREEMENT (record)
         || ENT_IS_PROJECT_RECORD (record) || ENT_IS_SUBSIDY (record);
}

static void
add_record (const EntScribe *scribe, EntReportEntry *entry, EntId id)
{
  EntRecord *record = id ? ent_project_get (scribe->project, id) : NULL;

  if (ent_scribe_may_print (record) && is_fact (record)
      && !g_ptr_array_find (entry->records, record, NULL))
    g_ptr_array_add (entry->records, record);
}

static EntReportEntry *
read_section (const EntScribe *scribe, EntSection *section, guint depth)
{
  EntId id = ent_record_get_id (ENT_RECORD (section));
  const char *foreign;
  const char *heading = ent_scribe_get_text (scribe, ENT_RECORD (section), "heading", &foreign);
  g_autofree char *title = heading ? g_strdup (heading)
                                   : ent_scribe_dup_title (scribe, section->record);
  EntReportEntry *entry = ent_report_entry_new (title, section, id);
  g_autoptr (GPtrArray)
      links = ent_project_get_children (scribe->project, id, &ent_link_table, "source");
  g_autoptr (GPtrArray)
      parts = ent_project_get_children (scribe->project, id, &ent_section_table, "parent");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);

      if (g_strcmp0 (link->kind, "reports_on") == 0 && ent_scribe_may_print (ENT_RECORD (link)))
        add_record (scribe, entry, link->target);
    }
  add_record (scribe, entry, section->record);
  ent_report_sort (entry->records, scribe);

  for (guint i = 0; i < parts->len && depth < DEPTH_MAX; i++)
    {
      EntSection *part = g_ptr_array_index (parts, i);

      if (!part->omitted && ent_scribe_may_print (ENT_RECORD (part)))
        g_ptr_array_add (entry->entries, read_section (scribe, part, depth + 1));
    }

  return entry;
}

/* The office's own report of that year, the issued one before a draft. */
static EntSection *
find_report (const EntScribe *scribe, int year)
{
  GListModel *list = ent_project_get_list (scribe->project, &ent_section_table);
  EntSection *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntSection) section = g_list_model_get_item (list, i);
      gboolean better;

      if (g_strcmp0 (section->kind, "report") != 0 || section->omitted || !section->period
          || !ent_scribe_may_print (ENT_RECORD (section)))
        continue;
      if (section->scope && !ent_scribe_is_office (scribe, section->scope))
        continue;
      if (ent_date_get_earliest (section->period) != ent_day_of_year_start (year)
          || ent_date_get_latest (section->period) != ent_day_of_year_end (year))
        continue;
      better = found == NULL
               || (g_strcmp0 (found->state, "issued") != 0
                   && g_strcmp0 (section->state, "issued") == 0);
      if (better)
        found = section;
    }

  return found;
}

/**
 * ent_report_plan_new:
 * @scribe: who writes
 * @year: the year reported on
 *
 * Returns: (transfer full): the recorded sections of the year, else those the rules make
 */
EntReportPlan *
ent_report_plan_new (const EntScribe *scribe, int year)
{
  EntReportPlan *plan = g_new0 (EntReportPlan, 1);

  plan->report = find_report (scribe, year);
  if (plan->report)
    {
      EntReportEntry *root = read_section (scribe, plan->report, 0);

      plan->sections = g_ptr_array_ref (root->entries);
      entry_free (root);
    }
  if (!plan->sections || plan->sections->len == 0)
    {
      g_clear_pointer (&plan->sections, g_ptr_array_unref);
      plan->sections = ent_report_default_sections (scribe, year);
    }

  return plan;
}

void
ent_report_plan_free (EntReportPlan *plan)
{
  if (plan == NULL)
    return;

  g_ptr_array_unref (plan->sections);
  g_free (plan);
}
