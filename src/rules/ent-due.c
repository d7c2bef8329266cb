/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-due.h"

#include "rules/ent-anniversaries.h"
#include "rules/ent-due-private.h"
#include "rules/ent-past.h"
#include "rules/ent-rhythm.h"

#define MAX_MONTHS 120
#define DAYS_AHEAD 42
/* What is known no better than to the month is no appointment. */
#define MAX_APPOINTMENT_DAYS 31
#define YEARS_OF_ANNIVERSARIES 3

static const struct
{
  const char *name;
  EntDueGroup group;
  EntSeverity severity;
} rules[] = {
  [ENT_DUE_INBOX] = { "inbox", ENT_DUE_GROUP_INBOX, ENT_SEVERITY_WARNING },
  [ENT_DUE_ENDS] = { "ends-soon", ENT_DUE_GROUP_ENDS, ENT_SEVERITY_WARNING },
  [ENT_DUE_NOTICE] = { "notice", ENT_DUE_GROUP_ENDS, ENT_SEVERITY_WARNING },
  [ENT_DUE_DECISION] = { "decision", ENT_DUE_GROUP_ENDS, ENT_SEVERITY_WARNING },
  [ENT_DUE_LAPSED] = { "ended-without-decision", ENT_DUE_GROUP_ENDS, ENT_SEVERITY_WARNING },
  [ENT_DUE_NEGOTIATION] = { "negotiation", ENT_DUE_GROUP_ENDS, ENT_SEVERITY_NOTE },
  [ENT_DUE_EVENT_PAST] = { "event-past", ENT_DUE_GROUP_ANSWER, ENT_SEVERITY_WARNING },
  [ENT_DUE_PROJECT_PAST] = { "project-past", ENT_DUE_GROUP_ANSWER, ENT_SEVERITY_WARNING },
  [ENT_DUE_OBLIGATION] = { "obligation", ENT_DUE_GROUP_PROMISES, ENT_SEVERITY_WARNING },
  [ENT_DUE_PROMISE] = { "promise", ENT_DUE_GROUP_PROMISES, ENT_SEVERITY_WARNING },
  [ENT_DUE_EVENT_AHEAD] = { "event-ahead", ENT_DUE_GROUP_AHEAD, ENT_SEVERITY_NOTE },
  [ENT_DUE_SERIES] = { "series-expected", ENT_DUE_GROUP_AHEAD, ENT_SEVERITY_NOTE },
  [ENT_DUE_ANNIVERSARY] = { "anniversary", ENT_DUE_GROUP_AHEAD, ENT_SEVERITY_NOTE },
  [ENT_DUE_FOLLOWED] = { "followed-ended", ENT_DUE_GROUP_AHEAD, ENT_SEVERITY_NOTE },
};

/**
 * ent_due_rule_to_string:
 * @rule: why something is due
 *
 * Returns: (transfer none): its stable English name, as `ententectl due` gives it
 */
const char *
ent_due_rule_to_string (EntDueRule rule)
{
  return rules[rule].name;
}

/**
 * ent_due_get_group:
 * @due: something that is due
 *
 * Returns: the group of the Overview in which it stands
 */
EntDueGroup
ent_due_get_group (const EntDue *due)
{
  return rules[due->rule].group;
}

void
ent_due_free (EntDue *due)
{
  g_object_unref (due->record);
  g_clear_pointer (&due->planned, g_ptr_array_unref);
  g_clear_pointer (&due->idle, g_ptr_array_unref);
  g_clear_pointer (&due->reports, g_ptr_array_unref);
  g_free (due);
}

EntDue *
ent_due_search_add (EntDueSearch *self, EntDueRule rule, gpointer record, int date)
{
  EntDue *due = g_new0 (EntDue, 1);

  due->rule = rule;
  due->severity = rules[rule].severity;
  due->record = g_object_ref (record);
  due->date = date;
  due->days = date ? date - self->today : 0;
  g_ptr_array_add (self->found, due);

  return due;
}

static int
compare_descending (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/**
 * ent_due_parse_months:
 * @text: whole numbers from 1 to 120 with commas between them
 *
 * Returns: (transfer full) (nullable) (element-type int): the months, the most first; %NULL where
 *   the text is none
 */
GArray *
ent_due_parse_months (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; parts[i]; i++)
    {
      guint64 number;
      int month;

      if (!g_ascii_string_to_unsigned (g_strstrip (parts[i]), 10, 1, MAX_MONTHS, &number, NULL))
        return NULL;
      month = (int) number;
      g_array_append_val (months, month);
    }
  g_array_sort (months, compare_descending);

  return months->len > 0 ? g_steal_pointer (&months) : NULL;
}

/**
 * ent_due_get_lead_day:
 * @day: a day, as GDate counts them
 * @months: a lead time
 *
 * Returns: the day so many months before it, the last of its month where there is no such day
 */
int
ent_due_get_lead_day (int day, int months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_date_subtract_months (&date, (guint) months);

  return (int) g_date_get_julian (&date);
}

/**
 * ent_due_get_end_leads:
 * @project: the graph
 *
 * Returns: (transfer full) (element-type int): how many months before the end of an agreement it is
 *   spoken of, the first time and again, the most first
 */
GArray *
ent_due_get_end_leads (EntProject *project)
{
  const char *setting = ent_project_get_setting (project, ENT_SETTING_LEAD_END);
  GArray *leads = setting ? ent_due_parse_months (setting) : NULL;

  return leads ? leads : ent_due_parse_months (ENT_DEFAULT_LEAD_END);
}

/**
 * ent_due_get_obligation_lead:
 * @project: the graph
 *
 * Returns: how many months before it is due an obligation is spoken of
 */
int
ent_due_get_obligation_lead (EntProject *project)
{
  const char *setting = ent_project_get_setting (project, ENT_SETTING_LEAD_OBLIGATION);
  g_autoptr (GArray) leads = setting ? ent_due_parse_months (setting) : NULL;

  if (!leads)
    leads = ent_due_parse_months (ENT_DEFAULT_LEAD_OBLIGATION);

  return g_array_index (leads, int, 0);
}

/**
 * ent_due_dup_remind_key:
 * @id: a record
 *
 * Returns: (transfer full): key of the setting that holds the day until which it keeps quiet
 */
char *
ent_due_dup_remind_key (EntId id)
{
  g_autofree char *written = ent_id_to_string (id);

  return g_strconcat (ENT_SETTING_REMIND_PREFIX, written, NULL);
}

static gboolean
is_put_off (EntDueSearch *self, EntRecord *record)
{
  g_autofree char *key = ent_due_dup_remind_key (ent_record_get_id (record));
  const char *setting = ent_project_get_setting (self->project, key);
  int day;

  return setting && ent_day_parse_iso (setting, &day) && day > self->today;
}

static gboolean
is_one_of (const char *value, const char *const *values)
{
  return value && g_strv_contains (values, value);
}

static gboolean
has_day (const EntDate *date)
{
  return date && ent_date_get_latest (date) != ENT_DAY_MAX
         && ent_date_get_earliest (date) != ENT_DAY_MIN;
}

static void
search_note (EntDueSearch *self, EntNote *note)
{
  if (note->record == ENT_ID_NONE)
    ent_due_search_add (self, ENT_DUE_INBOX, note,
                        has_day (note->date) ? ent_date_get_latest (note->date) : 0);
}

/* A slot of a programme comes with the event whose programme it is. */
static gboolean
is_within_another (EntDueSearch *self, EntEvent *event)
{
  EntRecord *parent = ent_project_get (self->project, event->parent);

  return parent && ENT_IS_EVENT (parent) && has_day (ENT_EVENT (parent)->when);
}

static void
search_event (EntDueSearch *self, EntEvent *event)
{
  static const char *const open[] = { "planned", "confirmed", NULL };
  int past = ent_event_get_past_day (event, self->today);
  int first, last;

  if (past)
    ent_due_search_add (self, ENT_DUE_EVENT_PAST, event, past);
  if (past || !is_one_of (event->state, open) || !has_day (event->when))
    return;

  first = ent_date_get_earliest (event->when);
  last = ent_date_get_latest (event->when);
  if (first <= self->today + DAYS_AHEAD && last - first <= MAX_APPOINTMENT_DAYS
      && !is_within_another (self, event))
    ent_due_search_add (self, ENT_DUE_EVENT_AHEAD, event, first);
}

/* Planned to begin by a day that is over. */
static void
search_project (EntDueSearch *self, EntProjectRecord *project)
{
  int past = ent_project_record_get_past_day (project, self->today);

  if (past)
    ent_due_search_add (self, ENT_DUE_PROJECT_PAST, project, past);
}

/* Whose it is does not matter where the agreement is not ours at all. */
static gboolean
is_owed_by_others (EntDueSearch *self, EntObligation *obligation)
{
  EntId home = ent_project_get_home (self->project);
  EntRecord *above = ent_project_get (self->project, obligation->record);
  g_autoptr (GPtrArray) parties = NULL;

  if (home == ENT_ID_NONE || !above || !ENT_IS_AGREEMENT (above))
    return FALSE;
  parties = ent_project_get_children (self->project, obligation->record, &ent_party_table,
                                      "agreement");
  for (guint i = 0; i < parties->len; i++)
    if (((EntParty *) g_ptr_array_index (parties, i))->organisation == home)
      return FALSE;

  return TRUE;
}

static void
search_obligation (EntDueSearch *self, EntObligation *obligation)
{
  int day;

  if (obligation->settled || !has_day (obligation->due)
      || g_hash_table_contains (self->gathered, obligation)
      || is_put_off (self, ENT_RECORD (obligation)) || is_owed_by_others (self, obligation))
    return;

  day = ent_date_get_latest (obligation->due);
  if (self->today >= ent_due_get_lead_day (day, self->obligation_lead))
    ent_due_search_add (self, ENT_DUE_OBLIGATION, obligation, day);
}

static int
get_promised_day (EntOutcome *outcome)
{
  return has_day (outcome->due) ? ent_date_get_latest (outcome->due) : 0;
}

static void
search_open_outcome (EntDueSearch *self, EntOutcome *outcome)
{
  static const char *const open[] = { "open", "in_progress", "to_formalise", NULL };

  if (is_one_of (outcome->state, open))
    ent_due_search_add (self, ENT_DUE_PROMISE, outcome, get_promised_day (outcome));
}

static void
search_outcome (EntDueSearch *self, EntOutcome *outcome)
{
  if (!is_put_off (self, ENT_RECORD (outcome))
      && (get_promised_day (outcome) == 0
          || self->today
                 >= ent_due_get_lead_day (get_promised_day (outcome), self->obligation_lead)))
    search_open_outcome (self, outcome);
}

/* What is expected and not recorded; of the series of others nothing is. */
static void
search_series (EntDueSearch *self, EntSeries *series)
{
  EntRhythm rhythm = ent_series_get_rhythm (self->project, series, self->today);
  EntDue *due;

  if (rhythm.expected_year == 0 || !ent_series_is_ours (self->project, series))
    return;

  due = ent_due_search_add (self, ENT_DUE_SERIES, rhythm.last,
                            ent_day_of_year_end (rhythm.expected_year));
  due->year = rhythm.expected_year;
}

static void
search_anniversaries (EntDueSearch *self)
{
  GDate date;
  g_autoptr (GPtrArray) anniversaries = NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) self->today);
  anniversaries = ent_anniversaries_get (
      self->project, self->today,
      ent_day_of_year_end (g_date_get_year (&date) + YEARS_OF_ANNIVERSARIES));
  for (guint i = 0; i < anniversaries->len; i++)
    {
      const EntAnniversary *anniversary = g_ptr_array_index (anniversaries, i);
      EntDue *due = ent_due_search_add (self, ENT_DUE_ANNIVERSARY, anniversary->record,
                                        anniversary->last);

      due->years = anniversary->years;
      due->ordinal = anniversary->ordinal;
      due->celebrated = anniversary->celebrated;
    }
}

typedef void (*SearchFunc) (EntDueSearch *self, gpointer record);

static void
search_table (EntDueSearch *self, const EntTable *table, SearchFunc search)
{
  GListModel *list = ent_project_get_list (self->project, table);
  guint n_items = g_list_model_get_n_items (list);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);

      search (self, record);
    }
}

/* What has no date comes after what has one. */
static gint64
get_weight (const EntDue *due)
{
  if (due->date == 0)
    return G_MAXINT64;

  /* Behind all that speaks. */
  if (due->rule == ENT_DUE_NEGOTIATION)
    return G_MAXINT32 + (gint64) due->date;

  return rules[due->rule].group == ENT_DUE_GROUP_ENDS ? ABS (due->days) : due->date;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const EntDue *left = *(const EntDue *const *) a;
  const EntDue *right = *(const EntDue *const *) b;
  EntId left_id = ent_record_get_id (left->record);
  EntId right_id = ent_record_get_id (right->record);
  const gint64 keys[][2] = {
    { rules[left->rule].group, rules[right->rule].group },
    /* The parts of a group: what is to be done is sorted by day alone. */
    { left->rule >= ENT_DUE_EVENT_AHEAD ? left->rule : 0,
      right->rule >= ENT_DUE_EVENT_AHEAD ? right->rule : 0 },
    { get_weight (left), get_weight (right) },
    { left_id, right_id },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;

  return 0;
}

/**
 * ent_due_get:
 * @project: the graph
 * @today: the day, as GDate counts them
 *
 * Everything of one agreement that ends stands on one card. An agreement in negotiation, or not
 * to be renewed, keeps quiet until the day chosen for it; so does what was put off. One in
 * negotiation is still named, behind all others.
 *
 * Returns: (transfer full) (element-type EntDue): what is to be looked at, by group; in a group
 *   the nearest day first, what has none last
 */
GPtrArray *
ent_due_get (EntProject *project, int today)
{
  g_autoptr (GArray) leads = ent_due_get_end_leads (project);
  g_autoptr (GHashTable) gathered = g_hash_table_new (NULL, NULL);
  EntDueSearch search = {
    .project = project,
    .today = today,
    .leads = leads,
    .obligation_lead = ent_due_get_obligation_lead (project),
    .gathered = gathered,
    .found = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_due_free),
  };

  search_table (&search, &ent_note_table, (SearchFunc) search_note);
  search_table (&search, &ent_agreement_table, (SearchFunc) ent_due_search_agreement);
  search_table (&search, &ent_event_table, (SearchFunc) search_event);
  search_table (&search, &ent_project_record_table, (SearchFunc) search_project);
  /* After the agreements, whose cards take theirs. */
  search_table (&search, &ent_obligation_table, (SearchFunc) search_obligation);
  search_table (&search, &ent_outcome_table, (SearchFunc) search_outcome);
  search_table (&search, &ent_series_table, (SearchFunc) search_series);
  search_anniversaries (&search);
  g_ptr_array_sort (search.found, compare);

  return search.found;
}

/**
 * ent_due_get_open_promises:
 * @project: the graph
 * @today: the day, as GDate counts them
 *
 * Returns: (transfer full) (element-type EntDue): every outcome that is open, also one whose day
 *   is far or that was put off; the nearest day first, what has none last
 */
GPtrArray *
ent_due_get_open_promises (EntProject *project, int today)
{
  EntDueSearch search = {
    .project = project,
    .today = today,
    .found = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_due_free),
  };

  search_table (&search, &ent_outcome_table, (SearchFunc) search_open_outcome);
  g_ptr_array_sort (search.found, compare);

  return search.found;
}
