/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-findings.h"
#include "rules-test.h"

#define TODAY "2026-11-22"

static GPtrArray *
find (EntProject *project)
{
  int today;

  g_assert_true (ent_day_parse_iso (TODAY, &today));
  return ent_findings_get (project, today);
}

static void
test_empty (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GPtrArray) findings = find (project);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* A reference that leads nowhere and one that leads to another type; not one that fits. */
static void
test_references (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GPtrArray) findings = NULL;
  const EntFinding *finding;

  add (project, &ent_place_table, 1);
  add (project, &ent_term_table, 2);
  set (project, add (project, &ent_place_table, 3), "parent", "1");
  set (project, add (project, &ent_place_table, 4), "parent", "2");
  set (project, add (project, &ent_place_table, 5), "parent", "99");

  findings = find (project);
  g_assert_cmpuint (findings->len, ==, 2);
  for (guint i = 0; i < findings->len; i++)
    {
      finding = g_ptr_array_index (findings, i);
      g_assert_cmpint (finding->rule, ==, ENT_FINDING_BROKEN_REFERENCE);
      g_assert_cmpint (finding->severity, ==, ENT_SEVERITY_ERROR);
      g_assert_cmpint (ent_record_get_id (finding->record), ==, 4 + i);
      g_assert_cmpstr (finding->column->name, ==, "parent");
    }
}

static guint
count_of_rule (EntProject *project, EntFindingRule rule)
{
  g_autoptr (GPtrArray) findings = find (project);
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += ((EntFinding *) g_ptr_array_index (findings, i))->rule == rule;

  return count;
}

/* Nobody decides on the end of an agreement of others. */
static void
test_followed (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autofree char *home = ent_id_to_string (1);
  EntRecord *agreement = add (project, &ent_agreement_table, 3);
  EntRecord *party = add (project, &ent_party_table, 4);

  add (project, &ent_organisation_table, 1);
  add (project, &ent_organisation_table, 2);
  set (project, agreement, "signed", "2021");
  set (project, agreement, "ends", "2023");
  set (project, party, "agreement", "3");
  set (project, party, "organisation", "2");
  g_assert_cmpuint (count_of_rule (project, ENT_FINDING_ENDED_WITHOUT_DECISION), ==, 1);
  ent_project_set_setting (project, ENT_SETTING_HOME, home);
  g_assert_cmpuint (count_of_rule (project, ENT_FINDING_ENDED_WITHOUT_DECISION), ==, 0);
  set (project, party, "organisation", "1");
  g_assert_cmpuint (count_of_rule (project, ENT_FINDING_ENDED_WITHOUT_DECISION), ==, 1);
}

/* The gravest first, then by rule and day. */
static void
test_order (void)
{
  static const struct
  {
    EntFindingRule rule;
    EntId record;
  } expected[] = {
    { ENT_FINDING_END_BEFORE_START, 3 },
    { ENT_FINDING_EVENT_PAST, 2 },
    { ENT_FINDING_EVENT_PAST, 1 },
    { ENT_FINDING_SIGNATORY_WITHOUT_FUNCTION, 4 },
  };
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GPtrArray) findings = NULL;
  EntRecord *record;

  add (project, &ent_signatory_table, 4);
  record = add (project, &ent_event_table, 1);
  set (project, record, "state", "planned");
  set (project, record, "when", "2026-05");
  record = add (project, &ent_event_table, 2);
  set (project, record, "state", "confirmed");
  set (project, record, "when", "2025");
  record = add (project, &ent_agreement_table, 3);
  set (project, record, "signed", "2024");
  set (project, record, "ends", "2023");

  findings = find (project);
  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < findings->len; i++)
    {
      const EntFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (finding->rule, ==, expected[i].rule);
      g_assert_cmpint (ent_record_get_id (finding->record), ==, expected[i].record);
    }
}

/* A tree of provisions that bites its tail ends all the same. */
static void
test_circle (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GPtrArray) findings = NULL;
  EntRecord *record = add (project, &ent_agreement_table, 1);

  set (project, record, "signed", "2024");
  set (project, record, "ends", "2030");
  for (EntId id = 2; id < 4; id++)
    {
      record = add (project, &ent_provision_table, id);
      set (project, record, "agreement", "1");
      set (project, record, "kind", "theme");
      set (project, record, "parent", id == 2 ? "3" : "2");
    }

  findings = find (project);
  g_assert_cmpuint (findings->len, ==, 4);
}

static const char *
get_only_rule (EntProject *project)
{
  g_autoptr (GPtrArray) findings = find (project);

  if (findings->len != 1)
    return NULL;

  return ent_finding_rule_to_string (((EntFinding *) g_ptr_array_index (findings, 0))->rule);
}

/* Each thing that is missing is found once, and no longer when it is there. */
static void
test_missing (void)
{
  static const struct
  {
    const EntTable *table;
    const char *given[7]; /* column, value, … */
    const char *column;
    const char *value;
    const char *rule;
  } cases[] = {
    { &ent_agreement_table,
      { "stage", "concluded", "ends", "2030" },
      "signed",
      "2024",
      "signed-without-date" },
    { &ent_event_table,
      { "kind", "mission", "state", "planned" },
      "when",
      "2027",
      "event-without-date" },
    { &ent_event_table,
      { "kind", "mission", "state", "held", "when", "2024" },
      "text",
      "A word.",
      "event-without-text" },
    { &ent_document_table,
      { "kind", "photo", "url", "https://example.org" },
      "alt",
      "A stele",
      "picture-without-alternative" },
    { &ent_document_table,
      { "kind", "text" },
      "url",
      "https://example.org",
      "document-without-content" },
    { &ent_attachment_table,
      { "role", "photo" },
      "caption",
      "The stele",
      "picture-without-caption" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntProject) project = ent_project_new ();
      EntRecord *record = add (project, cases[i].table, 1);

      for (guint j = 0; cases[i].given[j]; j += 2)
        set (project, record, cases[i].given[j], cases[i].given[j + 1]);
      g_assert_cmpstr (get_only_rule (project), ==, cases[i].rule);
      set (project, record, cases[i].column, cases[i].value);
      g_assert_null (get_only_rule (project));
    }
}

static void
test_person (void)
{
  g_autoptr (EntProject) project = ent_project_new ();

  add (project, &ent_person_table, 1);
  g_assert_cmpstr (get_only_rule (project), ==, "person-without-function");
  set (project, add (project, &ent_mandate_table, 2), "person", "1");
  g_assert_null (get_only_rule (project));
}

/* Dealings have no day, and a slot may have that of its event. */
static void
test_undated (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GPtrArray) findings = NULL;
  EntRecord *record = add (project, &ent_event_table, 1);

  set (project, record, "kind", "contact");
  set (project, record, "state", "held");
  set (project, record, "text", "A word.");
  record = add (project, &ent_event_table, 2);
  set (project, record, "kind", "slot");
  set (project, record, "state", "held");
  set (project, record, "parent", "1");

  findings = find (project);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* For an agreement of ours that runs, and no longer once a decision is there. */
static void
test_decision (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autofree char *home = ent_id_to_string (7);
  EntRecord *record = add (project, &ent_agreement_table, 1);

  set (project, record, "signed", "2024");
  set (project, record, "ends", "2030");
  g_assert_null (get_only_rule (project));

  add (project, &ent_organisation_table, 7);
  ent_project_set_setting (project, ENT_SETTING_HOME, home);
  record = add (project, &ent_party_table, 2);
  set (project, record, "agreement", "1");
  set (project, record, "organisation", "7");
  g_assert_cmpstr (get_only_rule (project), ==, "signed-without-decision");

  set (project, add (project, &ent_decision_table, 3), "record", "1");
  g_assert_null (get_only_rule (project));
}

/* Good as it is: that one finding of that record, not others. */
static void
test_dismissed (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *key = NULL;

  set (project, add (project, &ent_document_table, 1), "kind", "photo");
  findings = find (project);
  g_assert_cmpuint (findings->len, ==, 2);
  key = ent_finding_dup_dismissal_key (g_ptr_array_index (findings, 0));
  g_assert_true (g_str_has_prefix (key, ENT_SETTING_DISMISSED_PREFIX));

  ent_project_set_setting (project, key, "It is decoration.");
  g_assert_cmpstr (get_only_rule (project), ==, "document-without-content");
  ent_project_set_setting (project, key, NULL);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = find (project);
  g_assert_cmpuint (findings->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/findings/empty", test_empty);
  g_test_add_func ("/findings/references", test_references);
  g_test_add_func ("/findings/order", test_order);
  g_test_add_func ("/findings/followed", test_followed);
  g_test_add_func ("/findings/circle", test_circle);
  g_test_add_func ("/findings/missing", test_missing);
  g_test_add_func ("/findings/person", test_person);
  g_test_add_func ("/findings/undated", test_undated);
  g_test_add_func ("/findings/decision", test_decision);
  g_test_add_func ("/findings/dismissed", test_dismissed);

  return g_test_run ();
}
