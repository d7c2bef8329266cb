/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-test.h"
#include "rules/ent-report-years.h"

#define AGREEMENT 1

static EntRecord *
add_obligation (EntProject *project, EntId id, const char *kind, const char *due)
{
  EntRecord *obligation = add (project, &ent_obligation_table, id);

  tie (project, obligation, "record", AGREEMENT);
  set (project, obligation, "kind", kind);
  set (project, obligation, "due", due);
  return obligation;
}

/* The first complete year that is owed; without one, the last complete year. */
static void
test_owed (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntAgreement *agreement = ENT_AGREEMENT (add (project, &ent_agreement_table, AGREEMENT));
  EntRecord *first, *second;

  g_assert_cmpint (ent_agreement_get_report_year (project, agreement, day ("2026-11-22")), ==,
                   2025);
  first = add_obligation (project, 10, "report", "2024");
  second = add_obligation (project, 11, "report", "2025-03");
  add_obligation (project, 12, "report", "2026");
  add_obligation (project, 13, "meeting", "2023");
  add_obligation (project, 14, "report", NULL);

  g_assert_true (ent_agreement_find_report_owed (project, agreement, 2024)
                 == ENT_OBLIGATION (first));
  g_assert_true (ent_agreement_find_report_owed (project, agreement, 2025)
                 == ENT_OBLIGATION (second));
  g_assert_null (ent_agreement_find_report_owed (project, agreement, 2023));
  g_assert_cmpint (ent_agreement_get_report_year (project, agreement, day ("2026-11-22")), ==,
                   2024);

  set (project, first, "settled", "2026-11-22");
  g_assert_null (ent_agreement_find_report_owed (project, agreement, 2024));
  g_assert_cmpint (ent_agreement_get_report_year (project, agreement, day ("2026-11-22")), ==,
                   2025);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/report-years/owed", test_owed);
  return g_test_run ();
}
