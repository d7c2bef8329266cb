/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-theme-activity.h"
#include "rules-test.h"

/* Agreement 1 of 2024–2026, theme 2 with commitment 3, theme 4. */
static EntProject *
create_project (void)
{
  EntProject *project = ent_project_new ();
  EntRecord *agreement = add (project, &ent_agreement_table, 1);

  set (project, agreement, "effective", "2024");
  set (project, agreement, "ends", "2026");
  for (EntId id = 2; id <= 4; id++)
    {
      EntRecord *provision = add (project, &ent_provision_table, id);

      tie (project, provision, "agreement", 1);
      set (project, provision, "kind", id == 3 ? "commitment" : "theme");
      if (id == 3)
        tie (project, provision, "parent", 2);
    }

  return project;
}

static void
add_event (EntProject *project, EntId id, const char *when, const char *state, EntId target)
{
  EntRecord *event = add (project, &ent_event_table, id);
  EntRecord *link = add (project, &ent_link_table, id + 1000);

  set (project, event, "when", when);
  set (project, event, "state", state);
  tie (project, link, "source", id);
  tie (project, link, "target", target);
}

static void
assert_activity (EntProject *project, EntId theme, guint n_held, guint n_planned)
{
  EntThemeActivity activity = ent_theme_get_activity (
      project, ENT_PROVISION (ent_project_get (project, theme)));

  g_assert_cmpuint (activity.n_held, ==, n_held);
  g_assert_cmpuint (activity.n_planned, ==, n_planned);
}

static void
test_counts (void)
{
  g_autoptr (EntProject) project = create_project ();

  assert_activity (project, 2, 0, 0);
  add_event (project, 10, "2024-05", "held", 2);
  add_event (project, 11, "2025", "planned", 3);
  add_event (project, 12, "2025", "cancelled", 2);
  add_event (project, 13, "2023-05", "held", 2);
  add_event (project, 14, NULL, "held", 2);
  assert_activity (project, 2, 2, 1);
  assert_activity (project, 4, 0, 0);
}

/* Of what is planned alone, and of what has a date. */
static void
test_planned_years (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntProvision *theme = ENT_PROVISION (ent_project_get (project, 2));

  add_event (project, 10, "2024-05", "held", 2);
  add_event (project, 11, NULL, "planned", 2);
  g_assert_cmpint (ent_theme_get_activity (project, theme).first_planned, ==, 0);
  g_assert_cmpint (ent_theme_get_activity (project, theme).last_planned, ==, 0);
  add_event (project, 12, "2026", "planned", 3);
  add_event (project, 13, "2025-03", "confirmed", 2);
  g_assert_cmpint (ent_theme_get_activity (project, theme).first_planned, ==, 2025);
  g_assert_cmpint (ent_theme_get_activity (project, theme).last_planned, ==, 2026);
}

static void
test_once (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntRecord *again;

  add_event (project, 10, "2024-05", "held", 2);
  again = add (project, &ent_link_table, 2000);
  tie (project, again, "source", 10);
  tie (project, again, "target", 3);
  assert_activity (project, 2, 1, 0);
}

static void
test_loop (void)
{
  g_autoptr (EntProject) project = create_project ();

  tie (project, ent_project_get (project, 2), "parent", 3);
  assert_activity (project, 4, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/theme-activity/counts", test_counts);
  g_test_add_func ("/rules/theme-activity/planned-years", test_planned_years);
  g_test_add_func ("/rules/theme-activity/once", test_once);
  g_test_add_func ("/rules/theme-activity/loop", test_loop);
  return g_test_run ();
}
