/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-agreement-status.h"

typedef struct
{
  const char *name;
  const char *signed_on;
  const char *effective;
  const char *ends;
  const char *term_kind;
  const char *stage;
  const char *today;
  EntStatus status;
  int days_left;
} StatusCase;

static const StatusCase cases[] = {
  { "signed before its period", "2023-11-28", "2024", "2026", NULL, NULL, "2023-12-01",
    ENT_STATUS_SIGNED, 1126 },
  { "in its period", "2023-11-28", "2024", "2026", NULL, NULL, "2026-11-22", ENT_STATUS_IN_FORCE,
    39 },
  { "last day", "2023-11-28", "2024", "2026", NULL, NULL, "2026-12-31", ENT_STATUS_IN_FORCE, 0 },
  { "past its end", "2021-02-11", NULL, "2023-02", NULL, NULL, "2026-11-22", ENT_STATUS_ENDED,
    -1363 },
  { "twinning without end", "1979", NULL, NULL, "open", NULL, "2026-11-22", ENT_STATUS_IN_FORCE,
    G_MAXINT },
  { "end not recorded", "2010", NULL, NULL, NULL, NULL, "2026-11-22", ENT_STATUS_VALIDITY_UNKNOWN,
    G_MAXINT },
  { "nothing signed", NULL, NULL, NULL, NULL, NULL, "2026-11-22", ENT_STATUS_PLANNED, G_MAXINT },
  { "draft", NULL, NULL, NULL, NULL, "draft", "2026-11-22", ENT_STATUS_DRAFT, G_MAXINT },
  { "negotiation", NULL, NULL, NULL, NULL, "negotiation", "2026-11-22", ENT_STATUS_IN_NEGOTIATION,
    G_MAXINT },
  { "terminated", "2019", NULL, NULL, "open", "terminated", "2026-11-22", ENT_STATUS_TERMINATED,
    G_MAXINT },
  { "not signed yet on that day", "2024-05-24", "2024", "2029", NULL, NULL, "2024-05-01",
    ENT_STATUS_PLANNED, 2070 },
  { "concluded since, not signed yet on that day", "2024-05-24", "2024", "2029", "fixed",
    "concluded", "2024-05-01", ENT_STATUS_PLANNED, 2070 },
  { "concluded, date of signature not recorded", NULL, "1979", NULL, "open", "concluded",
    "2026-11-22", ENT_STATUS_IN_FORCE, G_MAXINT },
};

static void
set (EntRecord *record, const char *name, const char *value)
{
  ent_record_set_string (record, ent_table_find_column (ent_record_get_table (record), name),
                         value);
}

static void
set_reference (EntRecord *record, const char *name, EntId id)
{
  ent_record_set_integer (record, ent_table_find_column (ent_record_get_table (record), name), id);
}

static void
test_status (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StatusCase *row = &cases[i];
      g_autoptr (EntProject) project = ent_project_new ();
      g_autoptr (EntRecord) agreement = ent_record_new (&ent_agreement_table, 1);
      EntAgreementStatus status;
      int today;

      g_test_message ("%s", row->name);
      set (agreement, "signed", row->signed_on);
      set (agreement, "effective", row->effective);
      set (agreement, "ends", row->ends);
      set (agreement, "term_kind", row->term_kind);
      set (agreement, "stage", row->stage);
      ent_project_add (project, agreement);
      g_assert_true (ent_day_parse_iso (row->today, &today));

      status = ent_agreement_get_status (project, ENT_AGREEMENT (agreement), today);
      g_assert_cmpint (status.status, ==, row->status);
      g_assert_cmpint (status.days_left, ==, row->days_left);
    }
}

static void
test_role (void)
{
  static const struct
  {
    const char *tier;
    EntRole role;
  } roles[] = { { NULL, ENT_ROLE_PARTY },
                { "party", ENT_ROLE_PARTY },
                { "partner", ENT_ROLE_PARTNER },
                { "witness", ENT_ROLE_WITNESS },
                { "facilitator", ENT_ROLE_FACILITATOR } };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (EntProject) project = ent_project_new ();
      g_autoptr (EntRecord) agreement = ent_record_new (&ent_agreement_table, 1);
      g_autoptr (EntRecord) home = ent_record_new (&ent_organisation_table, 2);
      g_autoptr (EntRecord) party = ent_record_new (&ent_party_table, 3);
      g_autofree char *home_id = ent_id_to_string (2);
      g_autoptr (GPtrArray) counterparts = NULL;

      set_reference (party, "agreement", 1);
      set_reference (party, "organisation", 2);
      set (party, "tier", roles[i].tier);
      ent_project_add (project, agreement);
      ent_project_add (project, home);
      g_assert_cmpint (ent_agreement_get_role (project, ENT_AGREEMENT (agreement)), ==,
                       ENT_ROLE_FOLLOWED);
      ent_project_add (project, party);
      g_assert_cmpint (ent_agreement_get_role (project, ENT_AGREEMENT (agreement)), ==,
                       ENT_ROLE_FOLLOWED);
      ent_project_set_setting (project, ENT_SETTING_HOME, home_id);
      g_assert_cmpint (ent_agreement_get_role (project, ENT_AGREEMENT (agreement)), ==,
                       roles[i].role);
      counterparts = ent_agreement_get_counterparts (project, ENT_AGREEMENT (agreement));
      g_assert_cmpuint (counterparts->len, ==, 0);
    }
}

static void
test_next_date (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntRecord) agreement = ent_record_new (&ent_agreement_table, 1);
  g_autoptr (EntRecord) report = ent_record_new (&ent_obligation_table, 2);
  EntAgreement *self = ENT_AGREEMENT (agreement);
  int today, due, end;

  g_assert_true (ent_day_parse_iso ("2025-01-10", &today));
  g_assert_true (ent_day_parse_iso ("2025-03-31", &due));
  g_assert_true (ent_day_parse_iso ("2026-12-31", &end));
  set (agreement, "ends", "2026");
  set_reference (report, "record", 1);
  set (report, "due", "2025-03");
  ent_project_add (project, agreement);
  g_assert_cmpint (ent_agreement_get_next_date (project, self, today), ==, end);
  ent_project_add (project, report);
  g_assert_cmpint (ent_agreement_get_next_date (project, self, today), ==, due);
  set (report, "settled", "2025-02-01");
  g_assert_cmpint (ent_agreement_get_next_date (project, self, today), ==, end);
  g_assert_cmpint (ent_agreement_get_next_date (project, self, end + 1), ==, ENT_DAY_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/agreement-status/status", test_status);
  g_test_add_func ("/rules/agreement-status/role", test_role);
  g_test_add_func ("/rules/agreement-status/next-date", test_next_date);
  return g_test_run ();
}
