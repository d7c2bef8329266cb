/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-report-scope.h"

/* Sections within sections end here, in a damaged project too. */
#define DEPTH_MAX 6

static void
add_parts (EntProject *project, EntId id, guint depth, GPtrArray *parts)
{
  g_autoptr (GPtrArray)
      children = ent_project_get_children (project, id, &ent_section_table, "parent");

  for (guint i = 0; i < children->len && depth < DEPTH_MAX; i++)
    {
      EntRecord *part = g_ptr_array_index (children, i);

      g_ptr_array_add (parts, part);
      add_parts (project, ent_record_get_id (part), depth + 1, parts);
    }
}

/**
 * ent_report_list_parts:
 * @project: the graph
 * @report: a recorded report
 *
 * Returns: (transfer container) (element-type EntSection): its sections and entries, each before
 *   what stands under it, with those that are left out
 */
GPtrArray *
ent_report_list_parts (EntProject *project, EntSection *report)
{
  GPtrArray *parts = g_ptr_array_new ();

  add_parts (project, ent_record_get_id (ENT_RECORD (report)), 0, parts);

  return parts;
}

static void
add_told (EntProject *project, GPtrArray *told, EntId id)
{
  EntRecord *record = id ? ent_project_get (project, id) : NULL;
  gboolean is_fact = record
                     && (ENT_IS_EVENT (record) || ENT_IS_OUTCOME (record)
                         || ENT_IS_AGREEMENT (record) || ENT_IS_PROJECT_RECORD (record)
                         || ENT_IS_SUBSIDY (record));

  if (is_fact && ent_report_may_print (record) && !g_ptr_array_find (told, record, NULL))
    g_ptr_array_add (told, record);
}

/**
 * ent_report_list_told:
 * @project: the graph
 * @part: a section or entry of a report
 *
 * Returns: (transfer container) (element-type EntRecord): the events, outcomes, agreements,
 *   projects and subsidies it reports on, as they were linked
 */
GPtrArray *
ent_report_list_told (EntProject *project, EntSection *part)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (part)), &ent_link_table, "source");
  GPtrArray *told = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);

      if (g_strcmp0 (link->kind, "reports_on") == 0 && ent_report_may_print (ENT_RECORD (link)))
        add_told (project, told, link->target);
    }
  add_told (project, told, part->record);

  return told;
}

static EntRecord *
get_whole (EntProject *project, EntRecord *record)
{
  EntId parent = ENT_ID_NONE;

  if (ENT_IS_EVENT (record))
    parent = ENT_EVENT (record)->parent;
  else if (ENT_IS_PROJECT_RECORD (record))
    parent = ENT_PROJECT_RECORD (record)->parent;

  return parent ? ent_project_get (project, parent) : NULL;
}

/* A signature is told where the event of the signing is. */
static gboolean
is_signing_told (EntProject *project, GHashTable *told, EntRecord *agreement)
{
  g_autoptr (GPtrArray) signings = ent_project_get_children (project, ent_record_get_id (agreement),
                                                             &ent_signing_table, "agreement");

  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);
      EntRecord *event = signing->event ? ent_project_get (project, signing->event) : NULL;

      for (guint depth = 0; event && depth < DEPTH_MAX; depth++)
        {
          if (g_hash_table_contains (told, event))
            return TRUE;
          event = get_whole (project, event);
        }
    }

  return FALSE;
}

static gboolean
is_told (EntProject *project, GHashTable *told, EntRecord *record)
{
  EntRecord *whole = record;

  for (guint depth = 0; whole && depth < DEPTH_MAX; depth++)
    {
      if (g_hash_table_contains (told, whole))
        return TRUE;
      whole = get_whole (project, whole);
    }

  return ENT_IS_AGREEMENT (record) && is_signing_told (project, told, record);
}

/**
 * ent_report_find_missing:
 * @project: the graph
 * @report: a recorded report
 *
 * What is of the days and of the scope of a report, and told in none of its parts. What stands in
 * a part that is left out is known to the officer, and not missing.
 *
 * Returns: (transfer container) (element-type EntRecord): events, agreements, outcomes and
 *   projects
 */
GPtrArray *
ent_report_find_missing (EntProject *project, EntSection *report)
{
  g_autoptr (GPtrArray) parts = ent_report_list_parts (project, report);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *missing = g_ptr_array_new ();
  EntReportScope scope;

  if (!ent_report_scope_read (project, report, &scope))
    return missing;

  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (GPtrArray) here = ent_report_list_told (project, g_ptr_array_index (parts, i));

      for (guint j = 0; j < here->len; j++)
        g_hash_table_add (told, g_ptr_array_index (here, j));
    }
  records = ent_report_scope_collect (project, &scope);
  for (guint i = 0; i < records->len; i++)
    if (!is_told (project, told, g_ptr_array_index (records, i)))
      g_ptr_array_add (missing, g_ptr_array_index (records, i));

  return missing;
}
