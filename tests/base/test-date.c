/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date.h"
#include "base/ent-error.h"

#include "random-dates.h"

#include <locale.h>
#include <string.h>

#define ROUNDS 5000

typedef struct
{
  const char *edtf;
  const char *earliest; /* "" for none */
  const char *latest;
  EntPrecision precision;
} Row;

static const Row rows[] = {
  { "2024", "2024-01-01", "2024-12-31", ENT_PRECISION_YEAR },
  { "0001", "0001-01-01", "0001-12-31", ENT_PRECISION_YEAR },
  { "9999", "9999-01-01", "9999-12-31", ENT_PRECISION_YEAR },
  { "2024-02", "2024-02-01", "2024-02-29", ENT_PRECISION_MONTH },
  { "2023-02", "2023-02-01", "2023-02-28", ENT_PRECISION_MONTH },
  { "1900-02", "1900-02-01", "1900-02-28", ENT_PRECISION_MONTH },
  { "2000-02-29", "2000-02-29", "2000-02-29", ENT_PRECISION_DAY },
  { "2024-05-24", "2024-05-24", "2024-05-24", ENT_PRECISION_DAY },
  { "2024-21", "2024-03-01", "2024-05-31", ENT_PRECISION_SEASON },
  { "2024-22", "2024-06-01", "2024-08-31", ENT_PRECISION_SEASON },
  { "2024-23", "2024-09-01", "2024-11-30", ENT_PRECISION_SEASON },
  { "2024-24", "2024-12-01", "2025-02-28", ENT_PRECISION_SEASON },
  { "9999-24", "9999-12-01", "9999-12-31", ENT_PRECISION_SEASON },
  { "201X", "2010-01-01", "2019-12-31", ENT_PRECISION_DECADE },
  { "20XX", "2000-01-01", "2099-12-31", ENT_PRECISION_CENTURY },
  { "000X", "0001-01-01", "0009-12-31", ENT_PRECISION_DECADE },
  { "00XX", "0001-01-01", "0099-12-31", ENT_PRECISION_CENTURY },
  { "2024-XX", "2024-01-01", "2024-12-31", ENT_PRECISION_YEAR },
  { "2024-05-XX", "2024-05-01", "2024-05-31", ENT_PRECISION_MONTH },
  { "2024-XX-XX", "2024-01-01", "2024-12-31", ENT_PRECISION_YEAR },
  { "2010~", "2010-01-01", "2010-12-31", ENT_PRECISION_YEAR },
  { "2024-05-24?", "2024-05-24", "2024-05-24", ENT_PRECISION_DAY },
  { "2024/2029", "2024-01-01", "2029-12-31", ENT_PRECISION_INTERVAL },
  { "2024-07-19/2024-07-21", "2024-07-19", "2024-07-21", ENT_PRECISION_INTERVAL },
  { "2024-05/2026", "2024-05-01", "2026-12-31", ENT_PRECISION_INTERVAL },
  { "2024/2024-05-24", "2024-01-01", "2024-05-24", ENT_PRECISION_INTERVAL },
  { "2024-05/2024-05-01", "2024-05-01", "2024-05-01", ENT_PRECISION_INTERVAL },
  { "2023-24/2024-21", "2023-12-01", "2024-05-31", ENT_PRECISION_INTERVAL },
  { "2016/..", "2016-01-01", "", ENT_PRECISION_INTERVAL },
  { "2016/", "2016-01-01", "", ENT_PRECISION_INTERVAL },
  { "../2016", "", "2016-12-31", ENT_PRECISION_INTERVAL },
  { "/2016", "", "2016-12-31", ENT_PRECISION_INTERVAL },
  { "2010~/2016-05?", "2010-01-01", "2016-05-31", ENT_PRECISION_INTERVAL },
};

static int
bound (const char *day, int none)
{
  int julian;

  if (*day == '\0')
    return none;
  g_assert_true (ent_day_parse_iso (day, &julian));
  return julian;
}

static void
test_bounds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntDate) date = ent_date_new (rows[i].edtf, &error);

      g_test_message ("%s", rows[i].edtf);
      g_assert_no_error (error);
      g_assert_cmpstr (ent_date_get_text (date), ==, rows[i].edtf);
      g_assert_cmpint (ent_date_get_earliest (date), ==, bound (rows[i].earliest, ENT_DAY_MIN));
      g_assert_cmpint (ent_date_get_latest (date), ==, bound (rows[i].latest, ENT_DAY_MAX));
      g_assert_cmpint (ent_date_get_precision (date), ==, rows[i].precision);
    }
}

static void
test_qualifiers (void)
{
  static const struct
  {
    const char *edtf;
    gboolean approximate;
    gboolean uncertain;
    gboolean open_ended;
  } cases[] = {
    { "2010", FALSE, FALSE, FALSE },     { "2010~", TRUE, FALSE, FALSE },
    { "2010?", FALSE, TRUE, FALSE },     { "2010%", TRUE, TRUE, FALSE },
    { "2010/2012~", TRUE, FALSE, FALSE }, { "2010?/..", FALSE, TRUE, TRUE },
    { "2010/", FALSE, FALSE, FALSE },    { "../2010", FALSE, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntDate) date = ent_date_new (cases[i].edtf, NULL);

      g_test_message ("%s", cases[i].edtf);
      g_assert_cmpint (ent_date_is_approximate (date), ==, cases[i].approximate);
      g_assert_cmpint (ent_date_is_uncertain (date), ==, cases[i].uncertain);
      g_assert_cmpint (ent_date_is_open_ended (date), ==, cases[i].open_ended);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", " ", "24", "202", "20245", "0000", "-1985", "-1985-04", "Y17000", "Y-17000", "2024-",
    "2024-5", "2024-00", "2024-13", "2024-20", "2024-25", "2024-21-05", "2024-05-00",
    "2024-05-32", "2024-04-31", "2023-02-29", "1900-02-29", "2024-05-1", "2024-05-010",
    "2024-05-24T10:00", "2024 ", " 2024", "2024x", "201x", "2X10", "XXXX", "2XXX", "X", "201X-05",
    "2024-XX-05", "2024-0X", "2024~~", "~2024", "?", "~", "2024?~", "2024-05~-24", "/", "..",
    "../..", "/..", "../", "2024//2025", "2024/2025/2026", "2025/2024", "2024-05-24/2024-05-23",
    "2024-06/2024-05-31", "2024/...", "2024/.", "open/2024", "2024/unknown", "{2024}",
    "[2024,2025]", "2024-05-2\xff", "Y\xff", "２０２４", "2024\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntDate) date = ent_date_new (texts[i], &error);

      g_test_message ("refused: %" G_GSIZE_FORMAT, i);
      g_assert_null (date);
      g_assert_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_touches (void)
{
  g_autoptr (EntDate) date = ent_date_new ("2024-05", NULL);
  g_autoptr (EntDate) since = ent_date_new ("2024-05/..", NULL);
  int first = ent_date_get_earliest (date);
  int last = ent_date_get_latest (date);

  g_assert_true (ent_date_touches (date, first - 10, first));
  g_assert_false (ent_date_touches (date, first - 10, first - 1));
  g_assert_true (ent_date_touches (date, last, last + 10));
  g_assert_false (ent_date_touches (date, last + 1, last + 10));
  g_assert_true (ent_date_touches (date, first + 3, first + 4));
  g_assert_true (ent_date_touches (since, last + 100000, last + 100001));
}

static void
test_random_round_trip (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *edtf = random_edtf ();
      g_autoptr (GError) error = NULL;
      g_autoptr (EntDate) date = ent_date_new (edtf, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (ent_date_get_text (date), ==, edtf);
      g_assert_cmpint (ent_date_get_earliest (date), <=, ent_date_get_latest (date));
      g_assert_cmpint (ent_date_get_earliest (date), >=, ENT_DAY_MIN);
    }
}

static int
sign (int value)
{
  return (value > 0) - (value < 0);
}

static EntDate *
random_date (void)
{
  g_autofree char *edtf = random_edtf ();

  return ent_date_new (edtf, NULL);
}

static void
test_total_order (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (EntDate) a = random_date ();
      g_autoptr (EntDate) b = random_date ();
      g_autoptr (EntDate) c = random_date ();
      int ab = sign (ent_date_compare (a, b));
      int bc = sign (ent_date_compare (b, c));

      g_assert_cmpint (ent_date_compare (a, a), ==, 0);
      g_assert_cmpint (sign (ent_date_compare (b, a)), ==, -ab);
      if (ab == bc)
        g_assert_cmpint (sign (ent_date_compare (a, c)), ==, ab);
      if (ab == 0)
        g_assert_cmpstr (ent_date_get_text (a), ==, ent_date_get_text (b));
    }
}

static void
test_order (void)
{
  static const char *const sorted[] = { "../2016",    "2010~",         "2010/..", "2016-05-01",
                                        "2016-05",    "2016-05/2017",  "2016-06", "2024" };

  for (gsize i = 1; i < G_N_ELEMENTS (sorted); i++)
    {
      g_autoptr (EntDate) a = ent_date_new (sorted[i - 1], NULL);
      g_autoptr (EntDate) b = ent_date_new (sorted[i], NULL);

      g_test_message ("%s before %s", sorted[i - 1], sorted[i]);
      g_assert_cmpint (ent_date_compare (a, b), <, 0);
      g_assert_cmpint (ent_date_compare (a, NULL), <, 0);
      g_assert_cmpint (ent_date_compare (NULL, a), >, 0);
    }
  g_assert_cmpint (ent_date_compare (NULL, NULL), ==, 0);
}

static void
test_random_bytes (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      static const char alphabet[] = "0123456789X-/.~?%Y";
      char text[24] = { 0 };
      int length = g_test_rand_int_range (0, 23);
      g_autoptr (EntDate) date = NULL;

      for (int j = 0; j < length; j++)
        text[j] = g_test_rand_int_range (0, 8) == 0
                    ? (char) g_test_rand_int_range (1, 256)
                    : alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

      date = ent_date_new (text, NULL);
      if (date != NULL)
        {
          g_assert_cmpstr (ent_date_get_text (date), ==, text);
          g_assert_cmpint (ent_date_get_earliest (date), <=, ent_date_get_latest (date));
        }
    }
}

static void
test_days (void)
{
  int julian;

  g_assert_cmpint (ent_day_of_year_start (1), ==, 1);
  g_assert_cmpint (ent_day_of_year_end (1), ==, 365);
  for (int year = 1; year < 9999; year++)
    g_assert_cmpint (ent_day_of_year_end (year) + 1, ==, ent_day_of_year_start (year + 1));

  for (int day = 1; day <= ent_day_of_year_end (9999); day += 997)
    {
      g_autofree char *iso = ent_day_to_iso (day);
      g_autoptr (EntDate) date = ent_date_new_day (day);

      g_assert_true (ent_day_parse_iso (iso, &julian));
      g_assert_cmpint (julian, ==, day);
      g_assert_cmpint (ent_date_get_earliest (date), ==, day);
      g_assert_cmpint (ent_date_get_latest (date), ==, day);
    }

  g_assert_null (ent_day_to_iso (ENT_DAY_MIN));
  g_assert_null (ent_day_to_iso (ENT_DAY_MAX));
  g_assert_null (ent_day_to_iso (ent_day_of_year_end (9999) + 1));
  g_assert_null (ent_day_to_iso (-5));
}

static void
test_not_a_day (void)
{
  static const char *const texts[] = { "",           "2024",       "2024-05",    "2024-05-24~",
                                       "2024-XX-XX", "2023-02-29", "2024-05-XX", "24/05/2024",
                                       "2024-05-2 " };
  int julian = 5;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_false (ent_day_parse_iso (texts[i], &julian));
      g_assert_cmpint (julian, ==, 0);
    }
  g_assert_false (ent_day_parse_iso (NULL, &julian));
}

static void
test_today (void)
{
  g_autofree char *iso = NULL;
  int now;

  g_setenv ("ENTENTE_TODAY", "2026-11-22", TRUE);
  iso = ent_day_to_iso (ent_day_today ());
  g_assert_cmpstr (iso, ==, "2026-11-22");

  g_setenv ("ENTENTE_TODAY", "tomorrow", TRUE);
  now = ent_day_today ();
  g_unsetenv ("ENTENTE_TODAY");
  g_assert_cmpint (now, >=, ent_day_today () - 1);
  g_assert_cmpint (now, >, ent_day_of_year_start (2024));
}

static void
test_references (void)
{
  EntDate *date = ent_date_new ("2024", NULL);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, ENT_TYPE_DATE);
  g_value_take_boxed (&value, date);
  date = g_value_dup_boxed (&value);
  g_value_unset (&value);
  g_assert_cmpstr (ent_date_get_text (date), ==, "2024");
  ent_date_unref (date);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/bounds", test_bounds);
  g_test_add_func ("/base/date/qualifiers", test_qualifiers);
  g_test_add_func ("/base/date/refused", test_refused);
  g_test_add_func ("/base/date/touches", test_touches);
  g_test_add_func ("/base/date/order", test_order);
  g_test_add_func ("/base/date/random-round-trip", test_random_round_trip);
  g_test_add_func ("/base/date/total-order", test_total_order);
  g_test_add_func ("/base/date/random-bytes", test_random_bytes);
  g_test_add_func ("/base/date/days", test_days);
  g_test_add_func ("/base/date/not-a-day", test_not_a_day);
  g_test_add_func ("/base/date/today", test_today);
  g_test_add_func ("/base/date/references", test_references);
  return g_test_run ();
}
