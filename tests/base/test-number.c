/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-error.h"
#include "base/ent-number.h"

#include <locale.h>
#include <string.h>

static void
test_parse (void)
{
  static const struct
  {
    const char *typed;
    const char *decimal;
  } rows[] = {
    { "0", "0" },
    { "7", "7" },
    { "1250", "1250" },
    { "1250.5", "1250.5" },
    { "1250,5", "1250.5" },
    { "1 250,5", "1250.5" },
    { "1\u202F250,5", "1250.5" },
    { "1\u00A0250\u2009000", "1250000" },
    { "1,250.50", "1250.5" },
    { "1.250,50", "1250.5" },
    { "1'250.50", "1250.5" },
    { "1’250", "1250" },
    { "1.250.000", "1250000" },
    { "1,250,000", "1250000" },
    { "12,5", "12.5" },
    { "0,125", "0.125" },
    { "0.125", "0.125" },
    { "12.125", "12.125" },
    { "1250.125", "1250.125" },
    { "1.2500", "1.25" },
    { ",5", "0.5" },
    { ".5", "0.5" },
    { "007", "7" },
    { "-3", "-3" },
    { "\u22123,5", "-3.5" },
    { "- 3", "-3" },
    { "+3", "3" },
    { "-0", "0" },
    { "-0,00", "0" },
    { " 12 ", "12" },
    { "\u202F12\u202F", "12" },
    { "123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *decimal = ent_number_parse (rows[i].typed, &error);
      g_autofree char *again = NULL;

      g_test_message ("%s", rows[i].typed);
      g_assert_no_error (error);
      g_assert_cmpstr (decimal, ==, rows[i].decimal);
      again = ent_number_parse (decimal, &error);
      g_assert_cmpstr (again, ==, decimal);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",      " ",      "-",       "+",      ".",      ",",        "5.",          "5,",
    "12 %",  "12%",    "12 €",    "€ 12",   "EUR 12", "twelve",   "1e3",         "0x10",
    "1 25",  "1 2500", "12 50,5", "1,25,5", "1.25.5", "1,2500.5", "1.250 000,5", "1,250",
    "1.250", "12,500", "250,000", "--3",    "3-",     "1 - 2",    "1..2",        "1,.2",
    "1/2",   "½",      "²",       "١٢",     "1\xff",  "1_000",    " 1 250 5",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *decimal = ent_number_parse (texts[i], &error);

      g_test_message ("%s", i < 30 ? texts[i] : "");
      g_assert_null (decimal);
      g_assert_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_ambiguous (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *decimal = ent_number_parse ("1,250", &error);

  g_assert_null (decimal);
  g_assert_nonnull (strstr (error->message, "1250 "));
  g_assert_nonnull (strstr (error->message, "1.25."));
}

static void
test_format (void)
{
  static const struct
  {
    const char *decimal;
    const char *french;
    const char *english;
  } rows[] = {
    { "0", "0", "0" },
    { "12", "12", "12" },
    { "999", "999", "999" },
    { "1250.5", "1\u202F250,5", "1,250.5" },
    { "-1250", "-1\u202F250", "-1,250" },
    { "1234567.125", "1\u202F234\u202F567,125", "1,234,567.125" },
    { "100000", "100\u202F000", "100,000" },
    { "unknown", "unknown", "unknown" },
    { "", "", "" },
    { "-", "-", "-" },
    { "1.", "1.", "1." },
    { "1.2.3", "1.2.3", "1.2.3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *french = ent_number_format (rows[i].decimal, "fr");
      g_autofree char *english = ent_number_format (rows[i].decimal, "en");

      g_assert_cmpstr (french, ==, rows[i].french);
      g_assert_cmpstr (english, ==, rows[i].english);
    }
}

static void
test_ranks (void)
{
  static const struct
  {
    gint64 value;
    const char *french;
    const char *english;
  } rows[] = {
    { 1, "1er", "1st" },      { 2, "2e", "2nd" },       { 3, "3e", "3rd" },
    { 4, "4e", "4th" },       { 11, "11e", "11th" },    { 12, "12e", "12th" },
    { 13, "13e", "13th" },    { 21, "21e", "21st" },    { 44, "44e", "44th" },
    { 102, "102e", "102nd" }, { 111, "111e", "111th" }, { 1001, "1\u202F001e", "1,001st" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *french = ent_number_format_ordinal (rows[i].value, "fr");
      g_autofree char *english = ent_number_format_ordinal (rows[i].value, "en");

      g_assert_cmpstr (french, ==, rows[i].french);
      g_assert_cmpstr (english, ==, rows[i].english);
    }
}

/* A number that is written is read back, unless it may be read two ways. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 5000; i++)
    {
      int shift = g_test_rand_int_range (0, 50);
      guint64 bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
      gint64 value = (gint64) bits >> shift;
      int cents = g_test_rand_int_range (0, 100);
      g_autofree char *plain = g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", value, cents);
      g_autofree char *decimal = ent_number_parse (plain, NULL);
      g_autofree char *french = ent_number_format (decimal, "fr");
      g_autofree char *english = ent_number_format (decimal, "en");
      g_autofree char *integer = ent_number_format_integer (value, "fr");
      g_autofree char *from_french = ent_number_parse (french, NULL);
      g_autofree char *from_english = ent_number_parse (english, NULL);
      g_autofree char *from_integer = ent_number_parse (integer, NULL);

      g_assert_cmpstr (from_french, ==, decimal);
      if (from_english != NULL)
        g_assert_cmpstr (from_english, ==, decimal);
      else
        g_assert_cmpuint (strlen (english), <=, strlen ("-999,000"));
      g_assert_cmpint (g_ascii_strtoll (from_integer, NULL, 10), ==, value);
    }
}

static void
test_random_bytes (void)
{
  for (int i = 0; i < 5000; i++)
    {
      static const char alphabet[] = "0123456789.,' -+%";
      char text[16] = { 0 };
      int length = g_test_rand_int_range (0, 15);
      g_autofree char *decimal = NULL;

      for (int j = 0; j < length; j++)
        text[j] = g_test_rand_int_range (0, 10) == 0
                      ? (char) g_test_rand_int_range (1, 256)
                      : alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

      decimal = ent_number_parse (text, NULL);
      if (decimal != NULL)
        {
          g_autofree char *again = ent_number_parse (decimal, NULL);

          g_assert_cmpstr (again, ==, decimal);
        }
    }
}

static void
test_add (void)
{
  static const char *const sums[][3] = {
    { "1200.50", "99.5", "1300.00" }, { "0", "0", "0" },         { "-0.05", "0", "-0.05" },
    { "0.1", "0.2", "0.3" },          { "-3", "1.25", "-1.75" }, { "7", "8", "15" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *sum = ent_number_add (sums[i][0], sums[i][1]);
      g_autofree char *back = ent_number_add (sums[i][1], sums[i][0]);

      g_assert_cmpstr (sum, ==, sums[i][2]);
      g_assert_cmpstr (back, ==, sum);
    }
  g_assert_null (ent_number_add ("9223372036854775807", "1"));
  for (guint i = 0; i < 1000; i++)
    {
      gint64 a = g_test_rand_int (), b = g_test_rand_int ();
      g_autofree char *left = g_strdup_printf ("%" G_GINT64_FORMAT, a);
      g_autofree char *right = g_strdup_printf ("%" G_GINT64_FORMAT, b);
      g_autofree char *sum = ent_number_add (left, right);

      g_assert_cmpint (g_ascii_strtoll (sum, NULL, 10), ==, a + b);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/parse", test_parse);
  g_test_add_func ("/base/number/refused", test_refused);
  g_test_add_func ("/base/number/ambiguous", test_ambiguous);
  g_test_add_func ("/base/number/format", test_format);
  g_test_add_func ("/base/number/ranks", test_ranks);
  g_test_add_func ("/base/number/round-trip", test_round_trip);
  g_test_add_func ("/base/number/add", test_add);
  g_test_add_func ("/base/number/random-bytes", test_random_bytes);
  return g_test_run ();
}
