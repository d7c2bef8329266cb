/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-anniversaries.h"
#include "rules/ent-due.h"
#include "rules-test.h"

#define HOME 900
#define PARTNER 901

/* "name=value; name=value" */
static EntRecord *
add_with (EntProject *project, const EntTable *table, EntId id, const char *fields)
{
  EntRecord *record = add (project, table, id);
  g_auto (GStrv) parts = g_strsplit (fields, "; ", -1);

  for (guint i = 0; parts[i] && *parts[i]; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      set (project, record, pair[0], pair[1]);
    }

  return record;
}

static GPtrArray *
find (EntProject *project, const char *day)
{
  int today;

  g_assert_true (ent_day_parse_iso (day, &today));
  return ent_due_get (project, today);
}

/* "rule date level; rule date" */
static char *
describe (GPtrArray *dues)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dues->len; i++)
    {
      const EntDue *due = g_ptr_array_index (dues, i);
      g_autofree char *date = due->date ? ent_day_to_iso (due->date) : g_strdup ("-");

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "",
                              ent_due_rule_to_string (due->rule), date);
      if (due->level > 0)
        g_string_append_printf (text, " %u", due->level);
      if (due->years > 0)
        g_string_append_printf (text, " %d", due->years);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* One record of a type, the day, and what is due. */
static const struct
{
  const EntTable *table;
  const char *fields;
  const char *today;
  const char *expected;
} one[] = {
  /* the lead times of an end */
  { &ent_agreement_table, "signed=2024; ends=2026", "2025-12-30", "" },
  { &ent_agreement_table, "signed=2024; ends=2026", "2025-12-31", "ends-soon 2026-12-31 1" },
  { &ent_agreement_table, "signed=2024; ends=2026", "2026-07-04", "ends-soon 2026-12-31 2" },
  { &ent_agreement_table, "signed=2024; ends=2026", "2026-11-22", "ends-soon 2026-12-31 3" },
  { &ent_agreement_table, "signed=2024; ends=2026", "2026-12-01", "ends-soon 2026-12-31 4" },
  { &ent_agreement_table, "signed=2024; ends=2026", "2027-01-01",
    "ended-without-decision 2026-12-31 4" },
  { &ent_agreement_table, "signed=2024; ends=2026; decision=extend", "2027-01-01", "" },
  { &ent_agreement_table, "signed=2024; ends=2026; stage=terminated", "2027-01-01", "" },
  { &ent_agreement_table, "signed=2024; ends=2026; stage=declined", "2027-01-01", "" },
  { &ent_agreement_table, "ends=2026; stage=draft", "2026-11-22", "" },
  { &ent_agreement_table, "signed=2024", "2026-11-22", "" },
  /* the nearest of its dates, and quiet until the one chosen */
  { &ent_agreement_table, "signed=2024; ends=2026; notice_by=2026-06-30", "2026-05-01",
    "notice 2026-06-30 3" },
  { &ent_agreement_table, "signed=2024; ends=2026; notice_by=2026-06-30", "2026-07-01",
    "ends-soon 2026-12-31 2" },
  { &ent_agreement_table, "signed=2024; ends=2026; decide_by=2026-09-30", "2026-07-01",
    "decision 2026-09-30 3" },
  { &ent_agreement_table, "signed=2024; ends=2026; stage=negotiation", "2026-11-22",
    "negotiation -" },
  { &ent_agreement_table, "signed=2024; ends=2026; stage=negotiation; decide_by=2026-12-10",
    "2026-12-09", "negotiation 2026-12-10" },
  { &ent_agreement_table, "signed=2024; ends=2026; stage=negotiation; decide_by=2026-12-10",
    "2026-12-10", "decision 2026-12-10 4" },
  /* did it happen? */
  { &ent_event_table, "state=planned; when=2025", "2025-12-31", "" },
  { &ent_event_table, "state=planned; when=2025", "2026-01-01", "event-past 2025-12-31" },
  { &ent_event_table, "state=confirmed; when=2025-07", "2026-01-01", "event-past 2025-07-31" },
  { &ent_event_table, "state=held; when=2025", "2026-01-01", "" },
  { &ent_event_table, "state=unknown; when=2025", "2026-01-01", "" },
  { &ent_event_table, "state=planned; when=2025/..", "2026-01-01", "" },
  { &ent_event_table, "state=planned", "2026-01-01", "" },
  { &ent_project_record_table, "state=planned; since=2025; until=2030", "2026-01-01",
    "project-past 2025-12-31" },
  { &ent_project_record_table, "state=planned; until=2025", "2026-01-01",
    "project-past 2025-12-31" },
  { &ent_project_record_table, "state=running; since=2025", "2026-01-01", "" },
  /* due and promised */
  { &ent_obligation_table, "record=1; due=2026-03-02", "2026-01-01", "" },
  { &ent_obligation_table, "record=1; due=2026-03-02", "2026-01-02", "obligation 2026-03-02" },
  { &ent_obligation_table, "record=1; due=2024", "2026-01-01", "obligation 2024-12-31" },
  { &ent_obligation_table, "record=1; due=2024; settled=2025", "2026-01-01", "" },
  { &ent_obligation_table, "record=1", "2026-01-01", "" },
  { &ent_outcome_table, "kind=follow_up; state=open", "2026-01-01", "promise -" },
  { &ent_outcome_table, "kind=donation; state=to_formalise", "2026-01-01", "promise -" },
  { &ent_outcome_table, "kind=action; state=in_progress; due=2026-02", "2026-01-01",
    "promise 2026-02-28" },
  { &ent_outcome_table, "kind=action; state=open; due=2026-12", "2026-01-01", "" },
  { &ent_outcome_table, "kind=follow_up; state=done", "2026-01-01", "" },
  { &ent_outcome_table, "kind=honour", "2026-01-01", "" },
  /* the inbox, and what is ahead */
  { &ent_note_table, "text=A", "2026-01-01", "inbox -" },
  { &ent_note_table, "text=A; record=7", "2026-01-01", "" },
  { &ent_event_table, "state=planned; when=2026-02-12", "2026-01-01", "event-ahead 2026-02-12" },
  { &ent_event_table, "state=planned; when=2026-02-13", "2026-01-01", "" },
  { &ent_event_table, "state=planned; when=2026", "2026-01-01", "" },
  { &ent_event_table, "state=planned; when=2025-12-30/2026-01-02", "2026-01-01",
    "event-ahead 2025-12-30" },
};

static void
test_one (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (one); i++)
    {
      g_autoptr (EntProject) project = ent_project_new ();
      g_autoptr (GPtrArray) dues = NULL;
      g_autofree char *found = NULL;

      g_test_message ("%s: %s on %s", one[i].table->name, one[i].fields, one[i].today);
      add_with (project, one[i].table, 5, one[i].fields);
      dues = find (project, one[i].today);
      found = describe (dues);
      g_assert_cmpstr (found, ==, one[i].expected);
    }
}

static EntProject *
create_ending (void)
{
  EntProject *project = ent_project_new ();
  g_autofree char *home = ent_id_to_string (HOME);

  add_with (project, &ent_organisation_table, HOME, "name=Namur");
  add_with (project, &ent_organisation_table, PARTNER, "name=Terrebonne");
  ent_project_set_setting (project, ENT_SETTING_HOME, home);
  add_with (project, &ent_agreement_table, 1, "signed=2023-11-28; effective=2024; ends=2026");
  add_with (project, &ent_party_table, 2, "agreement=1; organisation=900; tier=party");
  add_with (project, &ent_party_table, 3, "agreement=1; organisation=901; tier=party");
  for (EntId id = 11; id <= 13; id++)
    add_with (project, &ent_provision_table, id, "agreement=1; kind=theme");
  add_with (project, &ent_obligation_table, 21, "record=1; kind=report; due=2025");
  add_with (project, &ent_obligation_table, 22, "record=1; kind=report; due=2024");
  add_with (project, &ent_obligation_table, 23, "record=1; kind=report; due=2026");
  add_with (project, &ent_obligation_table, 24, "record=1; kind=meeting; due=2025");
  add_with (project, &ent_event_table, 31, "state=held; when=2024-05-01");
  add_with (project, &ent_event_table, 32, "state=unknown; when=2025");
  add_with (project, &ent_link_table, 41, "source=31; target=11; kind=serves");
  add_with (project, &ent_link_table, 42, "source=32; target=12; kind=serves");

  return project;
}

/* One card, which gathers the themes without activity and the reports that are overdue. */
static void
test_card (void)
{
  g_autoptr (EntProject) project = create_ending ();
  g_autoptr (GPtrArray) dues = find (project, "2026-11-22");
  g_autofree char *found = describe (dues);
  const EntDue *card = g_ptr_array_index (dues, 0);

  g_assert_cmpstr (found, ==,
                   "ends-soon 2026-12-31 3; obligation 2025-12-31; obligation 2026-12-31");
  g_assert_cmpint (card->days, ==, 39);
  g_assert_cmpint (card->severity, ==, ENT_SEVERITY_WARNING);
  g_assert_cmpuint (card->planned->len, ==, 1);
  g_assert_cmpint (ent_record_get_id (g_ptr_array_index (card->planned, 0)), ==, 12);
  g_assert_cmpuint (card->idle->len, ==, 1);
  g_assert_cmpint (ent_record_get_id (g_ptr_array_index (card->idle, 0)), ==, 13);
  g_assert_cmpuint (card->reports->len, ==, 2);
  g_assert_cmpint (ent_record_get_id (g_ptr_array_index (card->reports, 0)), ==, 22);
  g_assert_cmpint (ent_record_get_id (g_ptr_array_index (card->reports, 1)), ==, 21);
}

/* A draft that renews it silences it until the day chosen, a signed one for good. */
static void
test_renewed (void)
{
  g_autoptr (EntProject) project = create_ending ();
  EntRecord *old = ent_project_get (project, 1);
  EntRecord *draft = add_with (project, &ent_agreement_table, 50, "stage=draft");
  const EntDueRule expected[] = { ENT_DUE_NEGOTIATION, ENT_DUE_DECISION, ENT_DUE_OBLIGATION };

  add_with (project, &ent_link_table, 51, "source=50; target=1; kind=renews");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) dues = NULL;
      const EntDue *first;

      if (i == 1)
        set (project, old, "decide_by", "2026-11-01");
      if (i == 2)
        set (project, draft, "signed", "2026-10-01");
      dues = find (project, "2026-11-22");
      first = g_ptr_array_index (dues, 0);
      g_assert_cmpint (first->rule, ==, expected[i]);
    }
}

/* An agreement of others only says that it is over. */
static void
test_followed (void)
{
  g_autoptr (EntProject) project = create_ending ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *found = NULL;
  g_autofree char *later = NULL;

  ent_project_remove (project, 2);
  before = find (project, "2026-11-22");
  found = describe (before);
  g_assert_cmpstr (found, ==, "");
  after = find (project, "2027-01-05");
  later = describe (after);
  g_assert_cmpstr (later, ==, "followed-ended 2026-12-31");
}

static void
test_settings (void)
{
  g_autoptr (EntProject) project = create_ending ();
  g_autofree char *key = ent_due_dup_remind_key (23);
  static const struct
  {
    const char *end;
    const char *obligation;
    const char *until;
    const char *expected;
  } table[] = {
    { "1", "1", NULL, "obligation 2024-12-31; obligation 2025-12-31; obligation 2025-12-31" },
    { "2", "2", "2026-11-23", "ends-soon 2026-12-31 1; obligation 2025-12-31" },
    { "2", "2", "2026-11-22",
      "ends-soon 2026-12-31 1; obligation 2025-12-31; obligation 2026-12-31" },
    { "soon", "-3", "never",
      "ends-soon 2026-12-31 3; obligation 2025-12-31; obligation 2026-12-31" },
    { "", "", "", "ends-soon 2026-12-31 3; obligation 2025-12-31; obligation 2026-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) dues = NULL;
      g_autofree char *found = NULL;

      ent_project_set_setting (project, ENT_SETTING_LEAD_END, table[i].end);
      ent_project_set_setting (project, ENT_SETTING_LEAD_OBLIGATION, table[i].obligation);
      ent_project_set_setting (project, key, table[i].until);
      dues = find (project, "2026-11-22");
      found = describe (dues);
      g_assert_cmpstr (found, ==, table[i].expected);
    }
}

/* A partner or a twinning, a span of years, and the anniversaries in it. */
static void
test_anniversaries (void)
{
  static const struct
  {
    const EntTable *table;
    const char *fields;
    int first;
    int last;
    const char *expected;
  } table[] = {
    { &ent_organisation_table, "relation_class=intermunicipal; origin=1979", 2024, 2029,
      "45 2024-12-31 50 2029-12-31 " },
    { &ent_organisation_table, "relation_class=specific; origin=2023-11-28", 2024, 2028,
      "5 2028-11-28 " },
    { &ent_organisation_table, "relation_class=partner; origin=2020-02-29", 2025, 2025,
      "5 2025-02-28 " },
    { &ent_organisation_table, "relation_class=partner; origin=2024", 2024, 2026, "" },
    { &ent_organisation_table, "relation_class=partner; origin=197X", 2020, 2026, "" },
    { &ent_organisation_table, "origin=1979", 2024, 2029, "" },
    { &ent_agreement_table, "kind=twinning; effective=1999; stage=concluded; term_kind=open", 2024,
      2025, "25 2024-12-31 " },
    { &ent_agreement_table, "kind=protocol; effective=1999; stage=concluded; term_kind=open", 2024,
      2025, "" },
    { &ent_agreement_table, "kind=twinning; signed=1999; ends=2009", 2024, 2025, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EntProject) project = ent_project_new ();
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *home = ent_id_to_string (HOME);

      add_with (project, &ent_organisation_table, HOME, "name=Namur");
      ent_project_set_setting (project, ENT_SETTING_HOME, home);
      add_with (project, table[i].table, 1, table[i].fields);
      add_with (project, &ent_party_table, 2, "agreement=1; organisation=900");
      found = ent_anniversaries_get (project, ent_day_of_year_start (table[i].first),
                                     ent_day_of_year_end (table[i].last));
      for (guint j = 0; j < found->len; j++)
        {
          const EntAnniversary *anniversary = g_ptr_array_index (found, j);
          g_autofree char *day = ent_day_to_iso (anniversary->last);

          g_string_append_printf (text, "%d %s ", anniversary->years, day);
        }
      g_assert_cmpstr (text->str, ==, table[i].expected);
    }
}

/* A twinning whose date is not recorded, but its 45th anniversary in 2024 is; and one that is
 * said once, by its partner. */
static void
test_celebrations (void)
{
  g_autoptr (EntProject) project = create_ending ();
  EntRecord *twinning = ent_project_get (project, 1);
  EntRecord *partner = ent_project_get (project, PARTNER);

  set (project, twinning, "signed", NULL);
  set (project, twinning, "effective", NULL);
  set (project, twinning, "ends", NULL);
  set (project, twinning, "kind", "twinning");
  set (project, twinning, "stage", "concluded");
  add_with (project, &ent_event_table, 60, "kind=anniversary; when=2024; ordinal=45; state=held");
  add_with (project, &ent_link_table, 61, "source=60; target=1; kind=caused_by");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) found = NULL;
      const EntAnniversary *anniversary;

      if (i == 1)
        {
          set (project, partner, "relation_class", "intermunicipal");
          set (project, partner, "origin", "1979");
        }
      found = ent_anniversaries_get (project, ent_day_of_year_start (2027),
                                     ent_day_of_year_end (2030));
      g_assert_cmpuint (found->len, ==, 1);
      anniversary = g_ptr_array_index (found, 0);
      g_assert_true (anniversary->record == (i == 0 ? twinning : partner));
      g_assert_cmpint (anniversary->years, ==, 50);
      g_assert_cmpint (anniversary->last, ==, ent_day_of_year_end (2029));
    }
}

/* What is written is read again the most first; anything else is no list of months. */
static void
test_months (void)
{
  static const char *const wrong[] = { "",    "0",  "-1",  "121",   "3 months",
                                       "6;3", "6,", "1.5", "12,,3", NULL };
  g_autoptr (GArray) months = ent_due_parse_months (" 1, 12,6 ,3");

  g_assert_cmpuint (months->len, ==, 4);
  g_assert_cmpint (g_array_index (months, int, 0), ==, 12);
  g_assert_cmpint (g_array_index (months, int, 3), ==, 1);
  for (guint i = 0; wrong[i]; i++)
    g_assert_null (ent_due_parse_months (wrong[i]));
}

/* A lead day lies before its day, the earlier the more months, by no more than 31 days each. */
static void
test_lead_day (void)
{
  for (int day = 738000; day < 738800; day++)
    for (int months = 1; months <= 24; months++)
      {
        int lead = ent_due_get_lead_day (day, months);

        g_assert_cmpint (lead, <, day);
        g_assert_cmpint (day - lead, <=, 31 * months);
        g_assert_cmpint (day - lead, >=, 28 * months);
        g_assert_cmpint (lead, <=, ent_due_get_lead_day (day + 1, months));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/due/one", test_one);
  g_test_add_func ("/due/card", test_card);
  g_test_add_func ("/due/renewed", test_renewed);
  g_test_add_func ("/due/followed", test_followed);
  g_test_add_func ("/due/settings", test_settings);
  g_test_add_func ("/anniversaries/table", test_anniversaries);
  g_test_add_func ("/anniversaries/celebrations", test_celebrations);
  g_test_add_func ("/due/months", test_months);
  g_test_add_func ("/due/lead-day", test_lead_day);

  return g_test_run ();
}
