/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-issue.h"

#include <glib/gi18n-lib.h>

#include "paper/ent-annual-report.h"
#include "paper/ent-paper-frozen.h"
#include "rules/ent-indicators.h"
#include "ui/views/reports/ent-report-edit-private.h"

static const char *const languages[] = { "fr", "en" };

/* What the report says on this day, in each language. */
static void
write_down (EntReportEdit *self, EntSection *report, const EntReportScope *scope)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (EntPaper) paper = ent_report_build (self->project, scope, report, languages[i],
                                                     ent_session_get_today (self->session));
      g_autofree char *text = ent_paper_freeze (paper);
      g_autofree char *key = ent_report_dup_issued_key (report, languages[i]);

      if (!self->error)
        ent_action_set_setting (self->action, key, text, &self->error);
    }
}

/* Counted figures become values of the period, which stay when more is recorded later. */
static void
freeze_indicators (EntReportEdit *self, EntSection *report, const EntReportScope *scope)
{
  GListModel *list = ent_project_get_list (self->project, &ent_indicator_table);
  g_autoptr (EntDate) period = ent_report_scope_get_period (scope);
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (report), self->project, NULL);
  EntIndicatorBasis basis;

  ent_indicator_basis_init (&basis, self->project, ent_session_get_today (self->session));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntIndicator) indicator = g_list_model_get_item (list, i);
      EntFigure *figure = ent_indicator_get_figure (&basis, indicator, period, ENT_ID_NONE);
      EntId id;

      if (figure && figure->source == ENT_FIGURE_COUNTED && figure->value && !self->error)
        {
          id = ent_action_add (self->action, &ent_measurement_table, ENT_ID_NONE, &self->error);
          if (id)
            {
              ent_report_edit_set_id (self, &ent_measurement_table, id, "indicator",
                                      ent_record_get_id (ENT_RECORD (indicator)));
              ent_report_edit_set (self, &ent_measurement_table, id, "kind", "actual");
              ent_report_edit_set (self, &ent_measurement_table, id, "period",
                                   ent_date_get_text (period));
              ent_report_edit_set (self, &ent_measurement_table, id, "value", figure->value);
              ent_report_edit_set (self, &ent_measurement_table, id, "comment", title);
            }
        }
      g_clear_pointer (&figure, ent_figure_free);
    }
  ent_indicator_basis_clear (&basis);
}

/**
 * ent_report_issue:
 * @session: the session
 * @report: a composed draft
 *
 * The report goes out: what it says is written down in both languages, counted figures become
 * values, and it is changed no more.
 *
 * Returns: whether it was done
 */
gboolean
ent_report_issue (EntSession *session, EntSection *report)
{
  /* Translators: line of the history; %s is the title of a report. */
  EntReportEdit edit = ent_report_edit_begin (session, N_ ("Issue “%s”"), ENT_RECORD (report),
                                              NULL);
  EntReportScope scope;

  ent_report_scope_read (edit.project, report, &scope);
  write_down (&edit, report, &scope);
  freeze_indicators (&edit, report, &scope);
  ent_report_edit_set (&edit, &ent_section_table, ent_record_get_id (ENT_RECORD (report)), "state",
                       "issued");

  return ent_report_edit_finish (&edit);
}

/**
 * ent_report_reopen:
 * @session: the session
 * @report: an issued report
 *
 * It is a draft again, made of the records as they are now.
 *
 * Returns: whether it was done
 */
gboolean
ent_report_reopen (EntSession *session, EntSection *report)
{
  /* Translators: line of the history; %s is the title of a report. */
  EntReportEdit edit = ent_report_edit_begin (session, N_ ("Reopen “%s”"), ENT_RECORD (report),
                                              NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *key = ent_report_dup_issued_key (report, languages[i]);

      if (!edit.error)
        ent_action_set_setting (edit.action, key, NULL, &edit.error);
    }
  ent_report_edit_set (&edit, &ent_section_table, ent_record_get_id (ENT_RECORD (report)), "state",
                       "draft");

  return ent_report_edit_finish (&edit);
}

/* The days that follow those of a report: a year after a year, a half after a half. */
static EntReportScope
get_next_scope (const EntReportScope *scope)
{
  int first_year = ent_day_get_year (scope->first);
  int last_year = ent_day_get_year (scope->last);
  EntReportScope next = { scope->id, scope->last + 1, 0 };
  GDate end;

  if (scope->first == ent_day_of_year_start (first_year)
      && scope->last == ent_day_of_year_end (last_year))
    {
      next.last = ent_day_of_year_end (last_year + (last_year - first_year + 1));
      return next;
    }
  g_date_clear (&end, 1);
  g_date_set_julian (&end, (guint32) scope->last + 1);
  {
    GDate start;

    g_date_clear (&start, 1);
    g_date_set_julian (&start, (guint32) scope->first);
    g_date_add_months (&end, (g_date_get_year (&end) - g_date_get_year (&start)) * 12
                                 + g_date_get_month (&end) - g_date_get_month (&start));
  }
  next.last = (int) g_date_get_julian (&end) - 1;

  return next;
}

/* A report that begins from the one before it. */
typedef struct
{
  EntReportEdit edit;
  EntId old;
  GPtrArray *old_rules; /* EntReportEntry: what the rules make of the days before */
  GPtrArray *rules;     /* EntReportEntry: and of those that follow */
  GPtrArray *others;    /* EntReportEntry: the same in the other language */
  GHashTable *placed;   /* EntReportEntry of rules that have their section */
} Next;

static void
copy_texts (Next *self, EntSection *part, EntId copy, const char *name)
{
  const EntColumn *column = ent_table_find_column (&ent_section_table, name);
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (ENT_RECORD (part));
  g_autofree char *value = ent_record_dup_value (ENT_RECORD (part), column);

  if (value)
    ent_report_edit_set (&self->edit, &ent_section_table, copy, name, value);
  for (guint i = 0; i < translations->len; i++)
    {
      const EntTranslation *translation = g_ptr_array_index (translations, i);

      if (g_str_equal (translation->field, name) && !self->edit.error)
        ent_action_set_translation (self->edit.action, copy, column, translation->lang,
                                    translation->text, &self->edit.error);
    }
}

static EntReportEntry *
find_rules (Next *self, const EntReportEntry *rules)
{
  for (guint i = 0; i < self->old_rules->len; i++)
    {
      EntReportEntry *old = g_ptr_array_index (self->old_rules, i);

      if (g_strcmp0 (old->heading, rules->heading) == 0)
        return old;
    }

  return NULL;
}

/* What the rules put into the section that @part was before. */
static void
fill_part (Next *self, EntSection *part, EntId copy)
{
  guint position = 0;

  for (guint i = 0; i < self->rules->len; i++)
    {
      EntReportEntry *rules = g_ptr_array_index (self->rules, i);
      EntReportEntry *old = find_rules (self, rules);

      if (!old || g_hash_table_contains (self->placed, rules)
          || ent_report_edit_find_section (self->edit.project, self->old, old) != part)
        continue;
      g_hash_table_add (self->placed, rules);
      for (guint j = 0; j < rules->entries->len; j++)
        ent_report_edit_add_entry (&self->edit, copy, g_ptr_array_index (rules->entries, j),
                                   ++position);
    }
}

static void
copy_part (Next *self, EntSection *part, EntId report, guint position)
{
  EntId copy = ent_report_edit_add_part (&self->edit, report, part->kind, position);

  if (!copy)
    return;
  copy_texts (self, part, copy, "heading");
  if (part->record)
    ent_report_edit_set_id (&self->edit, &ent_section_table, copy, "record", part->record);
  if (part->omitted)
    ent_report_edit_set (&self->edit, &ent_section_table, copy, "omitted", "1");
  if (g_strcmp0 (part->kind, "section") == 0)
    fill_part (self, part, copy);
}

/* Sections, with their headings, and tables; entries follow from what is recorded of the new
 * days. */
static void
copy_parts (Next *self, EntId report)
{
  g_autoptr (GPtrArray) parts = ent_project_get_children (self->edit.project, self->old,
                                                          &ent_section_table, "parent");
  guint position = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      EntSection *part = g_ptr_array_index (parts, i);

      if (g_strcmp0 (part->kind, "entry") != 0)
        copy_part (self, part, report, ++position);
    }
  for (guint i = 0; i < self->rules->len; i++)
    {
      EntReportEntry *rules = g_ptr_array_index (self->rules, i);

      if (!g_hash_table_contains (self->placed, rules))
        ent_report_edit_add_section_of_rules (
            &self->edit, report, rules,
            i < self->others->len ? g_ptr_array_index (self->others, i) : NULL, ++position);
    }
}

/**
 * ent_report_begin_next:
 * @session: the session
 * @report: a composed report
 *
 * Begins the report of the days that follow: the same sections under the same headings, the same
 * words on the cover, and as entries what is recorded of the new days. One that is composed
 * already is left as it is.
 *
 * Returns: id of that report, %ENT_ID_NONE where it was refused
 */
EntId
ent_report_begin_next (EntSession *session, EntSection *report)
{
  EntProject *project = ent_session_get_project (session);
  EntScribe scribe = { project, NULL, ent_project_get_lang (project),
                       ent_session_get_today (session) };
  EntScribe other = { project, NULL, ent_report_edit_get_other_lang (scribe.lang), scribe.today };
  EntReportScope scope, next;
  EntSection *found;
  g_autofree char *title = NULL;
  Next self = { .old = ent_record_get_id (ENT_RECORD (report)) };
  EntId id;

  ent_report_scope_read (project, report, &scope);
  next = get_next_scope (&scope);
  found = ent_report_find (project, &next);
  if (found)
    return ent_record_get_id (ENT_RECORD (found));

  title = ent_report_dup_title (&scribe, &next, NULL);
  /* Translators: line of the history; %s is the title of a report. */
  self.edit = ent_report_edit_begin (session, N_ ("Begin “%s” from the One Before"), NULL, title);
  self.old_rules = ent_report_default_sections (&scribe, &scope);
  self.rules = ent_report_default_sections (&scribe, &next);
  self.others = ent_report_default_sections (&other, &next);
  self.placed = g_hash_table_new (NULL, NULL);
  id = ent_report_edit_add_report (&self.edit, &next);
  if (id)
    {
      copy_texts (&self, report, id, "text");
      copy_parts (&self, id);
    }
  g_ptr_array_unref (self.old_rules);
  g_ptr_array_unref (self.rules);
  g_ptr_array_unref (self.others);
  g_hash_table_unref (self.placed);

  return ent_report_edit_finish (&self.edit) ? id : ENT_ID_NONE;
}
