/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-month.h"

#include "rules/ent-agenda.h"
#include "rules-test.h"

static void
add_event (EntProject *project, GPtrArray *events, EntId id, const char *when)
{
  EntRecord *event = add (project, &ent_event_table, id);

  set (project, event, "when", when);
  g_ptr_array_add (events, event);
}

/* July 2024 begins on a Monday and ends on a Wednesday. */
static void
test_grid (void)
{
  static const struct
  {
    int year, month, weekday;
    const char *grid;
    guint n_weeks;
  } rows[] = {
    { 2024, 7, 1, "2024-07-01", 5 },  { 2024, 7, 7, "2024-06-30", 5 },
    { 2026, 11, 1, "2026-10-26", 6 }, { 2026, 11, 7, "2026-11-01", 5 },
    { 2021, 2, 1, "2021-02-01", 4 },  { 2024, 2, 1, "2024-01-29", 5 },
  };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (EntMonth) month = { 0 };

      ent_month_init (&month, rows[i].year, rows[i].month, rows[i].weekday, none);
      g_assert_cmpint (month.grid, ==, day (rows[i].grid));
      g_assert_cmpuint (month.n_weeks, ==, rows[i].n_weeks);
      g_assert_cmpuint (month.bars->len, ==, 0);
    }
}

static void
assert_bar (const EntMonth *month,
            guint i,
            EntId id,
            const char *first,
            guint n_days,
            guint lane,
            gboolean begins,
            gboolean ends)
{
  const EntMonthBar *bar = &g_array_index (month->bars, EntMonthBar, i);

  g_assert_cmpint (ent_record_get_id (ENT_RECORD (bar->event)), ==, id);
  g_assert_cmpint (bar->day, ==, day (first));
  g_assert_cmpuint (bar->n_days, ==, n_days);
  g_assert_cmpuint (bar->lane, ==, lane);
  g_assert_cmpint (bar->begins, ==, begins);
  g_assert_cmpint (bar->ends, ==, ends);
}

static void
test_bars (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (GPtrArray) of_day = NULL;
  g_auto (EntMonth) month = { 0 };

  add_event (project, events, 1, "2024-07-20");
  add_event (project, events, 2, "2024-07-19/2024-07-22");
  add_event (project, events, 3, "2024-07-22");
  add_event (project, events, 4, "2024-08-05");
  ent_month_init (&month, 2024, 7, 1, events);

  g_assert_cmpuint (month.bars->len, ==, 4);
  assert_bar (&month, 0, 2, "2024-07-19", 3, 0, TRUE, FALSE);
  assert_bar (&month, 1, 1, "2024-07-20", 1, 1, TRUE, TRUE);
  assert_bar (&month, 2, 2, "2024-07-22", 1, 0, FALSE, TRUE);
  assert_bar (&month, 3, 3, "2024-07-22", 1, 1, TRUE, TRUE);
  of_day = ent_month_get_events_of_day (&month, day ("2024-07-20"));
  g_assert_cmpuint (of_day->len, ==, 2);
}

/* What is not known to the day lies on none. */
static void
test_vague (void)
{
  static const struct
  {
    const char *when;
    guint vague, yearly;
  } rows[] = {
    { "2024-07", 1, 0 },
    { "2024-06", 0, 0 },
    { "2024-06/2024-07", 1, 0 },
    { "2024-07-20~", 1, 0 },
    { "2024-07-20?", 1, 0 },
    { "2024-07-XX", 1, 0 },
    { "2024-07-19/2024-07-XX", 1, 0 },
    { "2024-22", 1, 0 },
    { "2024", 0, 1 },
    { "2024~", 0, 1 },
    { "2023/2025", 0, 1 },
    { "2018/..", 0, 1 },
    { "2023", 0, 0 },
    { "2024-07-05/..", 1, 0 },
    { NULL, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EntProject) project = ent_project_new ();
      g_autoptr (GPtrArray) events = g_ptr_array_new ();
      g_auto (EntMonth) month = { 0 };

      g_test_message ("%s", rows[i].when);
      add_event (project, events, 1, rows[i].when);
      ent_month_init (&month, 2024, 7, 1, events);
      g_assert_cmpuint (month.bars->len, ==, 0);
      g_assert_cmpuint (month.vague->len, ==, rows[i].vague);
      g_assert_cmpuint (month.yearly->len, ==, rows[i].yearly);
    }
}

/* Every day of every event is covered once, and no two lie over each other. */
static void
test_lanes (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (EntProject) project = ent_project_new ();
      g_autoptr (GPtrArray) events = g_ptr_array_new ();
      g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
      g_auto (EntMonth) month = { 0 };
      int base = day ("2024-06-20");
      guint expected = 0, covered = 0;

      for (EntId id = 1; id <= 30; id++)
        {
          int first = base + g_test_rand_int_range (0, 50);
          g_autofree char *from = ent_day_to_iso (first);
          g_autofree char *to = ent_day_to_iso (first + g_test_rand_int_range (1, 20));
          g_autofree char *when = g_strdup_printf ("%s/%s", from, to);

          add_event (project, events, id, when);
        }
      ent_month_init (&month, 2024, 7, 1, events);

      for (guint i = 0; i < events->len; i++)
        {
          const EntDate *when = ENT_EVENT (g_ptr_array_index (events, i))->when;
          int first = MAX (ent_date_get_earliest (when), month.grid);
          int last = MIN (ent_date_get_latest (when), month.grid + (int) month.n_weeks * 7 - 1);

          expected += (guint) MAX (last - first + 1, 0);
        }
      for (guint i = 0; i < month.bars->len; i++)
        {
          const EntMonthBar *bar = &g_array_index (month.bars, EntMonthBar, i);

          for (guint d = 0; d < bar->n_days; d++, covered++)
            g_assert_true (g_hash_table_add (
                taken, GUINT_TO_POINTER (((guint) bar->day + d) * 100 + bar->lane + 1)));
        }
      g_assert_cmpuint (covered, ==, expected);
    }
}

static void
test_move (void)
{
  g_assert_cmpint (ent_month_move (day ("2024-01-31"), 1), ==, day ("2024-02-29"));
  g_assert_cmpint (ent_month_move (day ("2024-03-31"), -1), ==, day ("2024-02-29"));
  g_assert_cmpint (ent_month_move (day ("2024-12-15"), 1), ==, day ("2025-01-15"));
  g_assert_cmpint (ent_month_move (day ("2024-01-15"), -12), ==, day ("2023-01-15"));
  g_assert_cmpint (ent_month_move (day ("0001-01-15"), -1), ==, day ("0001-01-15"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/month/grid", test_grid);
  g_test_add_func ("/rules/month/bars", test_bars);
  g_test_add_func ("/rules/month/vague", test_vague);
  g_test_add_func ("/rules/month/lanes", test_lanes);
  g_test_add_func ("/rules/month/move", test_move);
  return g_test_run ();
}
