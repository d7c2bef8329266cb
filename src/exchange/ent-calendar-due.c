/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-words.h"
#include "exchange/ent-calendar-private.h"
#include "rules/ent-agreement-status.h"
#include "rules/ent-due.h"

/* The days of a calendar on which something ends or is due, as far ahead as is recorded. */

static gboolean
is_ahead (EntCalendar *self, int day)
{
  return day >= self->order->today && day < ENT_DAY_MAX;
}

/* @format: msgid with %s for the title of what it is about. */
static void
add_day (EntCalendar *self, EntRecord *record, const char *part, const char *format, int day)
{
  g_autofree char *title = ent_scribe_dup_title (&self->scribe, ent_record_get_id (record));
  g_autoptr (GString) summary = g_string_new (ent_words (self->scribe.lang, format));
  icalcomponent *entry;

  if (!title)
    return;

  g_string_replace (summary, "%s", title, 1);
  entry = ent_calendar_add_entry (self, record, part, summary->str);
  ent_calendar_add_days (entry, day, day);
}

static void
add_date (EntCalendar *self,
          EntAgreement *agreement,
          const char *part,
          const char *format,
          const EntDate *date)
{
  if (date && !ent_date_is_open_ended (date) && is_ahead (self, ent_date_get_latest (date)))
    add_day (self, ENT_RECORD (agreement), part, format, ent_date_get_latest (date));
}

static void
add_agreement (EntCalendar *self, EntAgreement *agreement)
{
  EntAgreementStatus status = ent_agreement_get_status (self->order->project, agreement,
                                                        self->order->today);

  if (!ent_agreement_is_ours (self->order->project, agreement)
      || status.status == ENT_STATUS_TERMINATED)
    return;

  /* Translators: entry of a calendar; %s is the title of an agreement. */
  add_date (self, agreement, "decide", N_ ("Decision to take: %s"), agreement->decide_by);
  /* Translators: entry of a calendar; %s is the title of an agreement. */
  add_date (self, agreement, "notice", N_ ("Notice to give by now: %s"), agreement->notice_by);
  if (is_ahead (self, status.ends))
    /* Translators: entry of a calendar; %s is the title of an agreement. */
    add_day (self, ENT_RECORD (agreement), "ends", N_ ("Ends: %s"), status.ends);
}

static void
add_obligation (EntCalendar *self, EntObligation *obligation)
{
  int day = obligation->due ? ent_date_get_latest (obligation->due) : 0;

  if (!obligation->settled && is_ahead (self, day)
      && ent_scribe_may_print (ent_project_get (self->order->project, obligation->record)))
    /* Translators: entry of a calendar; %s is what is owed. */
    add_day (self, ENT_RECORD (obligation), NULL, N_ ("Due: %s"), day);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntId left = ent_record_get_id (*(EntRecord *const *) a);
  EntId right = ent_record_get_id (*(EntRecord *const *) b);

  return (left > right) - (left < right);
}

static GPtrArray *
list_records (EntCalendar *self, const EntTable *table)
{
  GListModel *list = ent_project_get_list (self->order->project, table);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  g_ptr_array_sort (records, compare_ids);

  return records;
}

/**
 * ent_calendar_add_deadlines:
 * @self: a calendar
 *
 * Adds the days from today on when our agreements end, notice or a decision is due, an obligation
 * or a follow-up is. Of a date that is a month or a year the last day counts.
 */
void
ent_calendar_add_deadlines (EntCalendar *self)
{
  g_autoptr (GPtrArray) agreements = list_records (self, &ent_agreement_table);
  g_autoptr (GPtrArray) obligations = list_records (self, &ent_obligation_table);
  g_autoptr (GPtrArray)
      promises = ent_due_get_open_promises (self->order->project, self->order->today);

  for (guint i = 0; i < agreements->len; i++)
    if (ent_scribe_may_print (g_ptr_array_index (agreements, i)))
      add_agreement (self, g_ptr_array_index (agreements, i));
  for (guint i = 0; i < obligations->len; i++)
    add_obligation (self, g_ptr_array_index (obligations, i));
  for (guint i = 0; i < promises->len; i++)
    {
      const EntDue *due = g_ptr_array_index (promises, i);

      if (is_ahead (self, due->date))
        /* Translators: entry of a calendar; %s is what is to be done. */
        add_day (self, due->record, NULL, N_ ("Follow-up: %s"), due->date);
    }
}
