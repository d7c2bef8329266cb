/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-programme.h"
#include "rules-test.h"

/* One slot of @zone in an event, as the programme has it. */
static EntSlot
make_slot (const char *when, const char *start, const char *end, const char *zone)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntRecord *event = add (project, &ent_event_table, 1);
  EntRecord *slot = add (project, &ent_event_table, 2);
  g_autoptr (GArray) slots = NULL;
  EntSlot found;

  set (project, slot, "parent", "1");
  set (project, slot, "when", when);
  set (project, slot, "start", start);
  set (project, slot, "end", end);
  set (project, slot, "zone", zone);
  slots = ent_programme_get_slots (project, ENT_EVENT (event));
  g_assert_cmpuint (slots->len, ==, 1);
  found = g_array_index (slots, EntSlot, 0);
  found.zone = zone;
  found.event = NULL;

  return found;
}

/* How long it lasts where the clocks change, and whether its hours exist. */
static void
test_clock_changes (void)
{
  static const struct
  {
    const char *when, *start, *end, *zone;
    int duration;
    gboolean skipped;
  } rows[] = {
    { "2024-03-30", "09:00", "10:30", "Europe/Brussels", 90, FALSE },
    { "2024-03-31", "01:00", "04:00", "Europe/Brussels", 120, FALSE },
    { "2024-03-31", "02:30", "04:00", "Europe/Brussels", 60, TRUE },
    { "2024-10-27", "01:00", "04:00", "Europe/Brussels", 240, FALSE },
    { "2024-03-10", "01:30", "03:30", "America/Toronto", 60, FALSE },
    { "2024-03-10", "02:15", "03:15", "America/Toronto", 15, TRUE },
    { "2024-11-03", "00:30", "02:30", "America/Toronto", 180, FALSE },
    { "2024-03-31", "01:00", "04:00", "Asia/Ho_Chi_Minh", 180, FALSE },
    { "2024-10-27", "01:00", "04:00", "Asia/Ho_Chi_Minh", 180, FALSE },
    /* Over midnight, and over the night in which the clocks change. */
    { "2024-07-19", "22:00", "01:30", "Europe/Brussels", 210, FALSE },
    { "2024-03-30", "22:00", "06:00", "Europe/Brussels", 420, FALSE },
    { "2024-11-02", "22:00", "06:00", "America/Toronto", 540, FALSE },
    { "2024-07-19/2024-07-21", "22:00", "06:00", "Europe/Brussels", 1920, FALSE },
    /* A clock that nobody named does not change. */
    { "2024-03-31", "01:00", "04:00", NULL, 180, FALSE },
    { "2024-03-31", "02:30", "02:30", NULL, 0, FALSE },
    { "2024-03", "22:00", "01:00", "Europe/Brussels", 180, FALSE },
    { "2024-03-31", "22:00", NULL, "Europe/Brussels", ENT_TIME_NONE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EntSlot slot = make_slot (rows[i].when, rows[i].start, rows[i].end, rows[i].zone);

      g_test_message ("%s %s %s", rows[i].when, rows[i].start, rows[i].zone);
      g_assert_cmpint (ent_slot_get_duration (&slot), ==, rows[i].duration);
      g_assert_cmpint (slot.skipped, ==, rows[i].skipped);
    }
}

static void
test_other_clock (void)
{
  static const struct
  {
    const char *when, *start, *zone, *other, *there;
  } rows[] = {
    { "2024-07-01", "09:00", "Asia/Ho_Chi_Minh", "Europe/Brussels", "2024-07-01 04:00" },
    { "2024-12-01", "09:00", "Asia/Ho_Chi_Minh", "Europe/Brussels", "2024-12-01 03:00" },
    { "2024-12-01", "03:00", "Asia/Ho_Chi_Minh", "Europe/Brussels", "2024-11-30 21:00" },
    { "2024-03-15", "09:00", "America/Toronto", "Europe/Brussels", "2024-03-15 14:00" },
    { "2024-04-15", "20:00", "America/Toronto", "Europe/Brussels", "2024-04-16 02:00" },
    { "2024-07-01", "09:00", "Europe/Paris", "Europe/Brussels", NULL },
    { "2024-07-01", "09:00", NULL, "Europe/Brussels", NULL },
    { "2024-07-01", "09:00", "Europe/Paris", NULL, NULL },
    { "2024-07-01", NULL, "Asia/Ho_Chi_Minh", "Europe/Brussels", NULL },
    { "2024-07", "09:00", "Asia/Ho_Chi_Minh", "Europe/Brussels", NULL },
    { "2024-07-01", "09:00", "Nowhere/At_All", "Europe/Brussels", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EntSlot slot = make_slot (rows[i].when, rows[i].start, NULL, rows[i].zone);
      int other_day, minutes;
      g_autofree char *there = NULL;

      if (ent_slot_get_time_in (&slot, rows[i].other, &other_day, &minutes))
        {
          g_autofree char *date = ent_day_to_iso (other_day);
          g_autofree char *time = ent_time_to_string (minutes);

          there = g_strdup_printf ("%s %s", date, time);
        }
      g_assert_cmpstr (there, ==, rows[i].there);
    }
}

/* Places 10 in 11, of which 11 has a zone. */
static void
test_zone (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntRecord *event = add (project, &ent_event_table, 1);
  EntRecord *slot = add (project, &ent_event_table, 2);

  set (project, add (project, &ent_place_table, 10), "parent", "11");
  set (project, add (project, &ent_place_table, 11), "zone", "Asia/Ho_Chi_Minh");
  set (project, slot, "parent", "1");
  g_assert_null (ent_event_get_zone (project, ENT_EVENT (slot)));
  set (project, event, "place", "10");
  g_assert_cmpstr (ent_event_get_zone (project, ENT_EVENT (slot)), ==, "Asia/Ho_Chi_Minh");
  set (project, slot, "zone", "Europe/Paris");
  g_assert_cmpstr (ent_event_get_zone (project, ENT_EVENT (slot)), ==, "Europe/Paris");
  g_assert_cmpstr (ent_event_get_zone (project, ENT_EVENT (event)), ==, "Asia/Ho_Chi_Minh");

  /* A circle ends. */
  set (project, slot, "zone", NULL);
  set (project, event, "place", "0");
  set (project, event, "parent", "2");
  g_assert_null (ent_event_get_zone (project, ENT_EVENT (slot)));
}

static void
add_slot (EntProject *project, EntId id, const char *when, const char *start, const char *end)
{
  EntRecord *slot = add (project, &ent_event_table, id);

  set (project, slot, "parent", "1");
  set (project, slot, "when", when);
  set (project, slot, "start", start);
  set (project, slot, "end", end);
}

static void
test_order_and_overlap (void)
{
  static const EntId order[] = { 5, 4, 3, 2, 9, 8, 7, 6 };
  static const EntId overlaps[] = { 4, 5, 0, 0, 0, 0, 0, 0 };
  g_autoptr (EntProject) project = ent_project_new ();
  EntRecord *event = add (project, &ent_event_table, 1);
  g_autoptr (GArray) slots = NULL;
  int next_day, start;

  add_slot (project, 2, "2024-07-20", "09:00", NULL);
  add_slot (project, 3, "2024-07-19", "14:00", "15:00");
  add_slot (project, 4, "2024-07-19", "10:00", "14:00");
  add_slot (project, 5, "2024-07-19", "09:00", "10:01");
  add_slot (project, 6, NULL, NULL, NULL);
  add_slot (project, 7, "2024-07", NULL, NULL);
  add_slot (project, 8, "2024-07-20", NULL, NULL);
  add_slot (project, 9, "2024-07-20", NULL, NULL);
  set (project, ent_project_get (project, 9), "ordinal", "1");

  slots = ent_programme_get_slots (project, ENT_EVENT (event));
  g_assert_cmpuint (slots->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < slots->len; i++)
    {
      const EntSlot *slot = &g_array_index (slots, EntSlot, i);

      g_assert_cmpint (ent_record_get_id (ENT_RECORD (slot->event)), ==, order[i]);
      g_assert_cmpint (slot->overlap ? ent_record_get_id (ENT_RECORD (slot->overlap)) : 0, ==,
                       overlaps[i]);
    }

  ent_programme_get_next (project, ENT_EVENT (event), &next_day, &start);
  g_assert_cmpint (next_day, ==, day ("2024-07-20"));
  g_assert_cmpint (start, ==, 9 * 60);

  /* A moment inside another slot; and one that was cancelled. */
  set (project, ent_project_get (project, 2), "end", "11:00");
  add_slot (project, 12, "2024-07-20", "10:00", NULL);
  g_clear_pointer (&slots, g_array_unref);
  slots = ent_programme_get_slots (project, ENT_EVENT (event));
  g_assert_true (g_array_index (slots, EntSlot, 4).overlap
                 == ENT_EVENT (ent_project_get (project, 2)));
  set (project, ent_project_get (project, 12), "state", "cancelled");
  g_clear_pointer (&slots, g_array_unref);
  slots = ent_programme_get_slots (project, ENT_EVENT (event));
  g_assert_null (g_array_index (slots, EntSlot, 4).overlap);
}

static void
test_next (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntRecord *event = add (project, &ent_event_table, 1);
  int next_day, start;

  ent_programme_get_next (project, ENT_EVENT (event), &next_day, &start);
  g_assert_cmpint (next_day, ==, 0);
  g_assert_cmpint (start, ==, ENT_TIME_NONE);
  set (project, event, "when", "2024-07-19/2024-07-21");
  ent_programme_get_next (project, ENT_EVENT (event), &next_day, &start);
  g_assert_cmpint (next_day, ==, day ("2024-07-19"));
  g_assert_cmpint (start, ==, ENT_TIME_NONE);
  add_slot (project, 2, "2024-07-19", "22:00", "01:30");
  ent_programme_get_next (project, ENT_EVENT (event), &next_day, &start);
  g_assert_cmpint (next_day, ==, day ("2024-07-20"));
  g_assert_cmpint (start, ==, 90);
}

/* Two slots of one day, and where they are after they changed places. */
static void
test_swap (void)
{
  static const struct
  {
    int before[4], after[4];
  } rows[] = {
    { { 540, 600, 600, 720 }, { 660, 720, 540, 660 } },
    { { 540, 600, 630, 690 }, { 630, 690, 540, 600 } },
    { { 540, 600, 630, 660 }, { 600, 660, 540, 570 } },
    { { 540, -1, 600, -1 }, { 600, -1, 540, -1 } },
    { { 540, 600, 660, -1 }, { 660, 720, 540, -1 } },
    { { 540, 660, 600, 630 }, { 600, 720, 540, 570 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EntSlot first = { .day = 1, .start = rows[i].before[0], .end = rows[i].before[1] };
      EntSlot second = { .day = 1, .start = rows[i].before[2], .end = rows[i].before[3] };

      g_assert_true (ent_programme_swap (&first, &second));
      g_assert_cmpint (first.start, ==, rows[i].after[0]);
      g_assert_cmpint (first.end, ==, rows[i].after[1]);
      g_assert_cmpint (second.start, ==, rows[i].after[2]);
      g_assert_cmpint (second.end, ==, rows[i].after[3]);
    }
  {
    EntSlot first = { .day = 1, .start = 540, .end = 600 };
    EntSlot tomorrow = { .day = 2, .start = 540, .end = 600 };
    EntSlot untimed = { .day = 1, .start = ENT_TIME_NONE, .end = ENT_TIME_NONE };
    EntSlot elsewhere = { .day = 1, .start = 700, .end = 720, .zone = "Asia/Tokyo" };

    g_assert_false (ent_programme_swap (&first, &tomorrow));
    g_assert_false (ent_programme_swap (&first, &untimed));
    g_assert_false (ent_programme_swap (&first, &elsewhere));
  }
}

/* Slots that change places keep their lengths, and all of them the time they take together. */
static void
test_swap_keeps (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      int start = g_test_rand_int_range (0, 600);
      int middle = start + g_test_rand_int_range (1, 300);
      int later = middle + g_test_rand_int_range (0, 120);
      EntSlot a = { .day = 1, .start = start, .end = middle };
      EntSlot b = { .day = 1, .start = later, .end = later + g_test_rand_int_range (1, 300) };
      const EntSlot a_before = a, b_before = b;

      g_assert_true (ent_programme_swap (&a, &b));
      g_assert_cmpint (a.end - a.start, ==, a_before.end - a_before.start);
      g_assert_cmpint (b.end - b.start, ==, b_before.end - b_before.start);
      g_assert_cmpint (b.start, ==, a_before.start);
      g_assert_cmpint (a.end, ==, b_before.end);
      g_assert_true (ent_programme_swap (&b, &a));
      g_assert_cmpint (a.start, ==, a_before.start);
      g_assert_cmpint (b.start, ==, b_before.start);
    }
}

static void
test_shift (void)
{
  static const struct
  {
    const char *date, *from, *to, *shifted;
  } rows[] = {
    { "2024-07-20", "2024-07-19/2024-07-21", "2025-07-18/2025-07-20", "2025-07-19" },
    { "2024-07-20/2024-07-21", "2024-07-19", "2025-07-18", "2025-07-19/2025-07-20" },
    { "2024-02-29", "2024-02-28", "2025-02-28", "2025-03-01" },
    { "2024-07", "2024-07", "2025-07", "2025-07" },
    { "2024", "2024", "2025", "2025" },
    { "2024-07", "2024-07-19", "2025-07-18", NULL },
    { "2024-07-20", "2024-07", "2025-07", NULL },
    { "2024-07-20", "2024-07-19", "2025", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EntDate) date = ent_date_new (rows[i].date, NULL);
      g_autoptr (EntDate) from = ent_date_new (rows[i].from, NULL);
      g_autoptr (EntDate) to = ent_date_new (rows[i].to, NULL);
      g_autofree char *shifted = ent_date_dup_shifted (date, from, to);

      g_assert_cmpstr (shifted, ==, rows[i].shifted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/programme/clock-changes", test_clock_changes);
  g_test_add_func ("/rules/programme/other-clock", test_other_clock);
  g_test_add_func ("/rules/programme/zone", test_zone);
  g_test_add_func ("/rules/programme/order-and-overlap", test_order_and_overlap);
  g_test_add_func ("/rules/programme/next", test_next);
  g_test_add_func ("/rules/programme/swap", test_swap);
  g_test_add_func ("/rules/programme/swap-keeps", test_swap_keeps);
  g_test_add_func ("/rules/programme/shift", test_shift);
  return g_test_run ();
}
