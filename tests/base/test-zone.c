/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-zone.h"

static void
test_read (void)
{
  static const struct
  {
    const char *typed, *zone;
  } rows[] = {
    { "Europe/Brussels", "Europe/Brussels" },
    { " europe/brussels ", "Europe/Brussels" },
    { "america/new york", "America/New_York" },
    { "Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh" },
    /* Not among those in which people live */
    { "Etc/UTC", "Etc/UTC" },
    { "+02:00", "+02:00" },
    { "UTC", "UTC" },
    { "Brussels", NULL },
    { "Europe/Namur", NULL },
    { "13:00", NULL },
    { "../../etc/passwd", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *zone = ent_zone_read (rows[i].typed);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (zone, ==, rows[i].zone);
    }
}

static void
test_all (void)
{
  const char *const *zones = ent_zone_get_all ();

  g_assert_true (g_strv_contains (zones, "Europe/Brussels"));
  g_assert_false (g_strv_contains (zones, "#"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/zone/read", test_read);
  g_test_add_func ("/base/zone/all", test_all);
  return g_test_run ();
}
