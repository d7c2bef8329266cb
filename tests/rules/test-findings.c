/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-findings.h"

#define TODAY "2026-11-22"

static EntRecord *
add (EntProject *project, const EntTable *table, EntId id)
{
  g_autoptr (EntRecord) record = ent_record_new (table, id);

  ent_project_add (project, record);
  return ent_project_get (project, id);
}

static void
set (EntProject *project, EntRecord *record, const char *name, const char *value)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), name);

  ent_project_begin_update (project, record);
  if (column->kind == ENT_KIND_REFERENCE)
    ent_record_set_integer (record, column, g_ascii_strtoll (value, NULL, 10));
  else
    ent_record_set_string (record, column, value);
  ent_project_end_update (project, record);
}

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/findings/empty", test_empty);
  g_test_add_func ("/findings/references", test_references);
  g_test_add_func ("/findings/order", test_order);
  g_test_add_func ("/findings/circle", test_circle);

  return g_test_run ();
}
