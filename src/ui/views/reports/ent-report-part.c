/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-part.h"

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntReportPart, ent_report_part, G_TYPE_OBJECT)

static void
ent_report_part_finalize (GObject *object)
{
  EntReportPart *self = ENT_REPORT_PART (object);

  g_free (self->heading);
  g_clear_pointer (&self->told, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_report_part_parent_class)->finalize (object);
}

static void
ent_report_part_class_init (EntReportPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_report_part_finalize;

  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_REPORT_PART, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_report_part_init (EntReportPart *self)
{
  self->told = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tell (EntReportPart *self, EntReportEntry *entry)
{
  for (guint i = 0; i < entry->records->len; i++)
    g_ptr_array_add (self->told, g_object_ref (g_ptr_array_index (entry->records, i)));
  for (guint i = 0; i < entry->entries->len; i++)
    {
      EntReportEntry *under = g_ptr_array_index (entry->entries, i);

      if (!under->omitted)
        tell (self, under);
    }
}

static void
add_entries (GPtrArray *parts, GPtrArray *entries, guint depth, gboolean locked)
{
  for (guint i = 0; i < entries->len; i++)
    {
      EntReportEntry *entry = g_ptr_array_index (entries, i);
      EntReportPart *part = g_object_new (ENT_TYPE_REPORT_PART, NULL);

      part->what = ENT_REPORT_PART_PART;
      part->kind = entry->kind;
      part->depth = depth;
      part->heading = g_strdup (entry->heading ? entry->heading : "–");
      part->section = entry->section ? ent_record_get_id (ENT_RECORD (entry->section))
                                     : ENT_ID_NONE;
      part->record = ent_report_entry_get_subject (entry);
      part->omitted = entry->omitted;
      part->locked = locked;
      tell (part, entry);
      g_ptr_array_add (parts, part);
      add_entries (parts, entry->entries, depth + 1, locked);
    }
}

static void
add_root (GPtrArray *parts, const EntScribe *scribe, const EntReportPlan *plan)
{
  EntReportPart *part = g_object_new (ENT_TYPE_REPORT_PART, NULL);

  part->what = ENT_REPORT_PART_ROOT;
  part->heading = ent_report_dup_title (scribe, &plan->scope, plan->report);
  part->section = plan->report ? ent_record_get_id (ENT_RECORD (plan->report)) : ENT_ID_NONE;
  g_ptr_array_add (parts, part);
}

static void
add_missing (GPtrArray *parts, const EntScribe *scribe, EntSection *report)
{
  g_autoptr (GPtrArray) missing = ent_report_find_missing (scribe->project, report);

  ent_report_sort (missing, scribe);
  for (guint i = 0; i < missing->len; i++)
    {
      EntRecord *record = g_ptr_array_index (missing, i);
      EntReportPart *part = g_object_new (ENT_TYPE_REPORT_PART, NULL);

      part->what = ENT_REPORT_PART_MISSING;
      part->heading = ent_record_dup_title (record, scribe->project, scribe->lang);
      part->record = ent_record_get_id (record);
      part->n_missing = i == 0 ? missing->len : 0;
      g_ptr_array_add (part->told, g_object_ref (record));
      g_ptr_array_add (parts, part);
    }
}

/**
 * ent_report_part_list:
 * @project: the graph
 * @scope: what the report is about
 * @report: (nullable): the recorded report
 * @lang: language of the headings
 * @today: the day, as GDate counts them
 *
 * Returns: (transfer full) (element-type EntReportPart): the lines of the outline: the report, its
 *   parts with those left out, and, once it is composed, what none of them tells
 */
GPtrArray *
ent_report_part_list (EntProject *project,
                      const EntReportScope *scope,
                      EntSection *report,
                      const char *lang,
                      int today)
{
  EntScribe scribe = { project, NULL, lang, today };
  g_autoptr (EntReportPlan) plan = ent_report_plan_new (&scribe, scope, report, TRUE);
  gboolean issued = plan->report && ent_report_is_issued (plan->report);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

  add_root (parts, &scribe, plan);
  add_entries (parts, plan->sections, 0, !plan->composed || issued);
  if (plan->composed && !issued)
    add_missing (parts, &scribe, plan->report);

  return parts;
}

/**
 * ent_report_part_is_table:
 * @self: a line
 *
 * Returns: whether it is made of all there is, not of what was put into it
 */
gboolean
ent_report_part_is_table (const EntReportPart *self)
{
  return self->what == ENT_REPORT_PART_PART && self->kind != ENT_REPORT_SECTION
         && self->kind != ENT_REPORT_ENTRY;
}

/**
 * ent_report_part_is_same:
 * @self: a line
 * @other: another
 *
 * Returns: whether both are of the same part of the same report
 */
gboolean
ent_report_part_is_same (const EntReportPart *self, const EntReportPart *other)
{
  return self->what == other->what && self->kind == other->kind && self->section == other->section
         && (self->section || self->record == other->record);
}

/**
 * ent_report_part_assign:
 * @self: a line
 * @other: what it is to say from now on
 */
void
ent_report_part_assign (EntReportPart *self, const EntReportPart *other)
{
  g_set_str (&self->heading, other->heading);
  g_ptr_array_unref (self->told);
  self->told = g_ptr_array_ref (other->told);
  self->depth = other->depth;
  self->record = other->record;
  self->omitted = other->omitted;
  self->locked = other->locked;
  self->n_missing = other->n_missing;
  g_signal_emit (self, signals[CHANGED], 0);
}
