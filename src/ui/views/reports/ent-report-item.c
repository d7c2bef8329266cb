/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-item.h"

#include "rules/ent-report-years.h"

G_DEFINE_FINAL_TYPE (EntReportItem, ent_report_item, G_TYPE_OBJECT)

static void
ent_report_item_class_init (EntReportItemClass *klass)
{
}

static void
ent_report_item_init (EntReportItem *self)
{
}

/**
 * ent_report_item_new:
 * @scope: what the report is about
 * @report: the recorded report, %ENT_ID_NONE for none
 *
 * Returns: (transfer full): an item
 */
EntReportItem *
ent_report_item_new (const EntReportScope *scope, EntId report)
{
  EntReportItem *self = g_object_new (ENT_TYPE_REPORT_ITEM, NULL);

  self->scope = *scope;
  self->report = report;

  return self;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const EntReportItem *left = *(EntReportItem *const *) a;
  const EntReportItem *right = *(EntReportItem *const *) b;

  if (left->scope.last != right->scope.last)
    return left->scope.last < right->scope.last ? 1 : -1;
  if (left->scope.first != right->scope.first)
    return left->scope.first < right->scope.first ? -1 : 1;
  if (left->scope.id != right->scope.id)
    return left->scope.id < right->scope.id ? -1 : 1;

  return (left->report > right->report) - (left->report < right->report);
}

static gboolean
has (GPtrArray *items, EntId report)
{
  for (guint i = 0; i < items->len; i++)
    if (ENT_REPORT_ITEM (g_ptr_array_index (items, i))->report == report)
      return TRUE;

  return FALSE;
}

/**
 * ent_report_item_list:
 * @project: a project
 * @today: the day, as GDate counts them
 *
 * The office's report of each year of which something is recorded, and every other recorded one.
 *
 * Returns: (transfer full) (element-type EntReportItem): reports, those that end last first
 */
GPtrArray *
ent_report_item_list (EntProject *project, int today)
{
  g_autoptr (GArray) years = ent_report_list_years (project, today);
  GListModel *sections = ent_project_get_list (project, &ent_section_table);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < years->len; i++)
    {
      EntReportScope scope = ent_report_scope_of_year (ENT_ID_NONE, g_array_index (years, int, i));
      EntSection *report = ent_report_find (project, &scope);

      g_ptr_array_add (items,
                       ent_report_item_new (&scope, report ? ent_record_get_id (ENT_RECORD (report))
                                                           : ENT_ID_NONE));
    }
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (EntSection) section = g_list_model_get_item (sections, i);
      EntId id = ent_record_get_id (ENT_RECORD (section));
      EntReportScope scope;

      if (g_strcmp0 (section->kind, "report") == 0 && !section->parent && !has (items, id)
          && ent_report_scope_read (project, section, &scope))
        g_ptr_array_add (items, ent_report_item_new (&scope, id));
    }
  g_ptr_array_sort (items, compare);

  return items;
}
