/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-rhythm.h"

#include "rules/ent-follow-ups.h"
#include "rules-test.h"

/* "2023 2024:cancelled": events of the series, and what is said of it on 22 November 2026. */
static void
test_rhythm (void)
{
  static const struct
  {
    const char *per_year, *events;
    int last, expected;
    guint n_missing;
  } rows[] = {
    { NULL, "2023 2024", 2024, 0, 0 },
    { "1", "", 0, 0, 0 },
    { "1", "2023 2024", 2024, 2025, 1 },
    { "1", "2024 2025-05", 2025, 2026, 1 },
    { "1", "2024 2025 2026-12:planned", 2025, 0, 0 },
    { "1", "2024 2025 2026-03-02", 2026, 0, 0 },
    { "1", "2024 2025:cancelled", 2024, 2025, 1 },
    { "2", "2024 2024 2025", 2025, 2026, 2 },
    { "2", "2024 2024 2025 2026 2026:planned", 2025, 0, 0 },
    { "1", "2027:planned", 0, 0, 0 },
    /* Of what has no date nobody knows that it was not then. */
    { "1", "2024 -", 2024, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EntProject) project = ent_project_new ();
      EntRecord *series = add (project, &ent_series_table, 1);
      g_auto (GStrv) events = g_strsplit (rows[i].events, " ", -1);
      EntRhythm rhythm;

      if (rows[i].per_year)
        set (project, series, "per_year_min", rows[i].per_year);
      for (guint j = 0; events[j] && *events[j]; j++)
        {
          EntRecord *event = add (project, &ent_event_table, 10 + j);
          g_auto (GStrv) parts = g_strsplit (events[j], ":", 2);

          set (project, event, "series", "1");
          set (project, event, "state", parts[1] ? parts[1] : "held");
          if (*parts[0] != '-')
            set (project, event, "when", parts[0]);
        }
      g_test_message ("%s", rows[i].events);
      rhythm = ent_series_get_rhythm (project, ENT_SERIES (series), day ("2026-11-22"));
      g_assert_cmpint (rhythm.last_year, ==, rows[i].last);
      g_assert_cmpint (rhythm.expected_year, ==, rows[i].expected);
      g_assert_cmpuint (rhythm.n_missing, ==, rows[i].n_missing);
    }
}

static void
test_numbers (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntRecord *series = add (project, &ent_series_table, 1);
  static const char *const numbers[] = { "44", "30" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      EntRecord *event = add (project, &ent_event_table, 10 + i);

      set (project, event, "series", "1");
      set (project, event, "ordinal", numbers[i]);
    }
  g_assert_cmpint (
      ent_series_get_rhythm (project, ENT_SERIES (series), day ("2026-11-22")).last_number, ==, 44);
}

/* Whether another city's conference asks anything of us. */
static void
test_ours (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntRecord *series = add (project, &ent_series_table, 1);
  g_autofree char *home = ent_id_to_string (20);
  EntRecord *membership;

  for (EntId id = 20; id <= 21; id++)
    add (project, &ent_organisation_table, id);
  ent_project_set_setting (project, ENT_SETTING_HOME, home);
  g_assert_true (ent_series_is_ours (project, ENT_SERIES (series)));
  set (project, series, "organisation", "21");
  g_assert_false (ent_series_is_ours (project, ENT_SERIES (series)));
  membership = add (project, &ent_membership_table, 30);
  set (project, membership, "member", "20");
  set (project, membership, "whole", "21");
  g_assert_true (ent_series_is_ours (project, ENT_SERIES (series)));
}

static void
add_participation (EntProject *project, EntId id, const char *event)
{
  EntRecord *participation = add (project, &ent_participation_table, id);

  set (project, participation, "record", event);
  set (project, participation, "organisation", "20");
  set (project, participation, "role", "participant");
}

static void
assert_follow_ups (EntProject *project, EntId event, guint n)
{
  g_autoptr (GPtrArray) found = ent_event_get_follow_ups (
      project, ENT_EVENT (ent_project_get (project, event)), day ("2026-11-22"));

  g_assert_cmpuint (found->len, ==, n);
}

/* What was left open with a partner in 2024 comes back before the next visit. */
static void
test_follow_ups (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntRecord *outcome;

  add (project, &ent_organisation_table, 20);
  add (project, &ent_organisation_table, 21);
  for (EntId id = 1; id <= 3; id++)
    {
      EntRecord *event = add (project, &ent_event_table, id);

      set (project, event, "when", id == 1 ? "2024-05-24" : "2026-12-02");
      set (project, event, "state", id == 1 ? "held" : "planned");
    }
  add_participation (project, 30, "1");
  add_participation (project, 31, "2");
  outcome = add (project, &ent_outcome_table, 40);
  set (project, outcome, "event", "1");
  set (project, outcome, "kind", "follow_up");

  assert_follow_ups (project, 2, 1);
  assert_follow_ups (project, 3, 0);
  /* Not before the one after that. */
  add_participation (project, 32, "3");
  set (project, ent_project_get (project, 3), "when", "2026-12-10");
  assert_follow_ups (project, 2, 1);
  assert_follow_ups (project, 3, 0);
  set (project, ent_project_get (project, 2), "when", "2027");
  assert_follow_ups (project, 2, 0);
  assert_follow_ups (project, 3, 1);
  set (project, ent_project_get (project, 2), "when", "2026-12-02");
  assert_follow_ups (project, 1, 0);
  set (project, outcome, "kind", "gift");
  assert_follow_ups (project, 2, 0);
  set (project, outcome, "kind", "promise");
  set (project, ent_project_get (project, 2), "state", "held");
  assert_follow_ups (project, 2, 0);
  set (project, ent_project_get (project, 2), "state", "confirmed");
  assert_follow_ups (project, 2, 1);
  set (project, outcome, "state", "done");
  assert_follow_ups (project, 2, 0);
}

static void
assert_side (EntProject *project, EntRecord *outcome, const char *giver, EntSide side)
{
  set (project, outcome, "giver", giver);
  g_assert_cmpint (ent_outcome_get_side (project, ENT_OUTCOME (outcome)), ==, side);
}

static void
test_sides (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autofree char *home = ent_id_to_string (20);
  EntRecord *outcome;

  for (EntId id = 20; id <= 22; id++)
    add (project, &ent_organisation_table, id);
  ent_project_set_setting (project, ENT_SETTING_HOME, home);
  set (project, ent_project_get (project, 21), "parent", "20");
  outcome = add (project, &ent_outcome_table, 40);

  g_assert_cmpint (ent_outcome_get_side (project, ENT_OUTCOME (outcome)), ==, ENT_SIDE_UNKNOWN);
  assert_side (project, outcome, "20", ENT_SIDE_OURS);
  assert_side (project, outcome, "21", ENT_SIDE_OURS);
  assert_side (project, outcome, "22", ENT_SIDE_THEIRS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/rhythm/years", test_rhythm);
  g_test_add_func ("/rules/rhythm/numbers", test_numbers);
  g_test_add_func ("/rules/rhythm/ours", test_ours);
  g_test_add_func ("/rules/rhythm/follow-ups", test_follow_ups);
  g_test_add_func ("/rules/rhythm/sides", test_sides);
  return g_test_run ();
}
