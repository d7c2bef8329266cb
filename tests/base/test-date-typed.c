/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date.h"
#include "base/ent-error.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *typed;
  const char *edtf;
} Row;

static const Row days_and_months[] = {
  { "2024", "2024" },
  { " 2024-05 ", "2024-05" },
  { "201x", "201X" },
  { "mai 2024", "2024-05" },
  { "Mai 2024", "2024-05" },
  { "May 2024", "2024-05" },
  { "MAY, 2024", "2024-05" },
  { "05/2024", "2024-05" },
  { "5.2024", "2024-05" },
  { "2024/05", "2024-05" },
  { "24/05/2024", "2024-05-24" },
  { "05/24/2024", "2024-05-24" },
  { "06/05/2024", "2024-05-06" },
  { "24.5.2024", "2024-05-24" },
  { "24-05-2024", "2024-05-24" },
  { "24 / 5 / 2024", "2024-05-24" },
  { "2024/05/24", "2024-05-24" },
  { "2024.5.24", "2024-05-24" },
  { "2024-5-4", "2024-05-04" },
  { "24 mai 2024", "2024-05-24" },
  { "le 24 mai 2024", "2024-05-24" },
  { "1er juin 2023", "2023-06-01" },
  { "1ᵉʳ juin 2023", "2023-06-01" },
  { "May 24, 2024", "2024-05-24" },
  { "May 24th, 2024", "2024-05-24" },
  { "24 May 2024", "2024-05-24" },
  { "the 2nd of May 2024", "2024-05-02" },
  { "24 mai 2024", "2024-05-24" },
  { "24\u00A0mai\u202F2024", "2024-05-24" },
  { "janv. 2024", "2024-01" },
  { "12 févr. 2024", "2024-02-12" },
  { "12 fevr 2024", "2024-02-12" },
  { "avr. 2024", "2024-04" },
  { "juil. 2024", "2024-07" },
  { "15 août 2024", "2024-08-15" },
  { "15 AOÛT 2024", "2024-08-15" },
  { "14 Sept. 2024", "2024-09-14" },
  { "3 déc. 2024", "2024-12-03" },
  { "Dec 3, 2024", "2024-12-03" },
  { "octobre 2024", "2024-10" },
  { "November 2024", "2024-11" },
  { "vendredi 24 mai 2024", "2024-05-24" },
  { "Friday, 24 May 2024", "2024-05-24" },
  { "29 février 2024", "2024-02-29" },
};

static const Row doubts[] = {
  { "vers 2010", "2010~" },
  { "Vers le 24 mai 2024", "2024-05-24~" },
  { "environ 2010", "2010~" },
  { "2010 environ", "2010~" },
  { "about 2010", "2010~" },
  { "around May 2010", "2010-05~" },
  { "circa 2010", "2010~" },
  { "c. 2010", "2010~" },
  { "ca. 2010", "2010~" },
  { "c.2010", "2010~" },
  { "~2010", "2010~" },
  { "aux environs de 2010", "2010~" },
  { "autour d’avril 2010", "2010-04~" },
  { "2010 ?", "2010?" },
  { "2010\u202F?", "2010?" },
  { "mai 2024 ?", "2024-05?" },
  { "2024 (incertain)", "2024?" },
  { "2024 (uncertain)", "2024?" },
  { "vers 2010 ?", "2010%" },
  { "peut-être 2010", "2010?" },
  { "2024 (mois non précisé)", "2024-XX" },
  { "May 2024 (day not recorded)", "2024-05-XX" },
};

static const Row spans[] = {
  { "printemps 2024", "2024-21" },
  { "été 2024", "2024-22" },
  { "l’été 2024", "2024-22" },
  { "l'automne 2024", "2024-23" },
  { "hiver 2024", "2024-24" },
  { "spring 2024", "2024-21" },
  { "Summer of 2024", "2024-22" },
  { "fall 2024", "2024-23" },
  { "années 1970", "197X" },
  { "les années 1970", "197X" },
  { "1970s", "197X" },
  { "the 1970's", "197X" },
  { "2000s", "200X" },
  { "XXe siècle", "19XX" },
  { "20th century", "19XX" },
  { "XIXᵉ siècle", "18XX" },
  { "Ier siècle", "00XX" },
  { "2024-2029", "2024/2029" },
  { "2024–2029", "2024/2029" },
  { "2024 — 2029", "2024/2029" },
  { "de 2024 à 2029", "2024/2029" },
  { "from 2024 to 2029", "2024/2029" },
  { "2024 to 2029", "2024/2029" },
  { "entre 2024 et 2029", "2024/2029" },
  { "between 2024 and 2029", "2024/2029" },
  { "depuis 2018", "2018/.." },
  { "Depuis le 1er mai 2018", "2018-05-01/.." },
  { "since 2018", "2018/.." },
  { "from 2018", "2018/.." },
  { "from 2018 onwards", "2018/.." },
  { "à partir de 2018", "2018/.." },
  { "à compter du 5 mai 2018", "2018-05-05/.." },
  { "2018 –", "2018/.." },
  { "2018–…", "2018/.." },
  { "jusqu’en 2026", "../2026" },
  { "jusqu'en 2026", "../2026" },
  { "jusqu'au 5 mai 2026", "../2026-05-05" },
  { "jusqu’à l’été 2026", "../2026-22" },
  { "until 2026", "../2026" },
  { "up to May 2026", "../2026-05" },
  { "19-21 juillet 2024", "2024-07-19/2024-07-21" },
  { "du 19 au 21 juillet 2024", "2024-07-19/2024-07-21" },
  { "du 30 juin au 2 juillet 2024", "2024-06-30/2024-07-02" },
  { "du 30 décembre au 2 janvier 2025", "2024-12-30/2025-01-02" },
  { "July 19-21, 2024", "2024-07-19/2024-07-21" },
  { "July 30 - August 2, 2024", "2024-07-30/2024-08-02" },
  { "19–21 July 2024", "2024-07-19/2024-07-21" },
  { "from 19 to 21 July 2024", "2024-07-19/2024-07-21" },
  { "19-21/07/2024", "2024-07-19/2024-07-21" },
  { "19/07/2024 - 21/07/2024", "2024-07-19/2024-07-21" },
  { "2024-07-19 - 2024-07-21", "2024-07-19/2024-07-21" },
  { "d'avril à juin 2024", "2024-04/2024-06" },
  { "mai-juillet 2024", "2024-05/2024-07" },
  { "de mai 2024 à 2026", "2024-05/2026" },
  { "vers 2010 - 2015", "2010~/2015" },
  { "2010 – ?", "2010/" },
  { "? – 2010", "/2010" },
  { "from 2010 to an unknown date", "2010/" },
  { "d’une date inconnue à 2010", "/2010" },
};

static void
check_rows (const Row *rows, gsize count)
{
  for (gsize i = 0; i < count; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntDate) date = ent_date_new_typed (rows[i].typed, &error);

      g_test_message ("%s", rows[i].typed);
      g_assert_no_error (error);
      g_assert_cmpstr (ent_date_get_text (date), ==, rows[i].edtf);
    }
}

static void
test_days_and_months (void)
{
  check_rows (days_and_months, G_N_ELEMENTS (days_and_months));
}

static void
test_doubts (void)
{
  check_rows (doubts, G_N_ELEMENTS (doubts));
}

static void
test_spans (void)
{
  check_rows (spans, G_N_ELEMENTS (spans));
}

/* What is refused, and a piece of what is then said. */
static void
test_refused (void)
{
  static const Row rows[] = {
    { "", "understood" },
    { "   ", "understood" },
    { "bientôt", "understood" },
    { "24 mai", "no year" },
    { "mai", "no year" },
    { "24/05/24", "four figures" },
    { "24 mai 24", "four figures" },
    { "2024-29", "both in full" },
    { "2023-02-29", "no day" },
    { "29 février 2023", "no day" },
    { "32/01/2024", "calendar" },
    { "13/13/2024", "" },
    { "31 avril 2024", "no day" },
    { "lundi 24 mai 2024", "day of the week" },
    { "2029-2024", "before it begins" },
    { "du 21 au 19 juillet 2024", "before it begins" },
    { "2024 2025", "understood" },
    { "19 et 21 juillet 2024", "understood" },
    { "de 2024", "understood" },
    { "20245", "understood" },
    { "0000", "out of range" },
    { "mai 2024 mai", "understood" },
    { "XX", "understood" },
    { "-", "understood" },
    { "?", "understood" },
    { "? - ?", "" },
    { "années 1975", "understood" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntDate) date = ent_date_new_typed (rows[i].typed, &error);

      g_test_message ("%s", rows[i].typed);
      g_assert_null (date);
      g_assert_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE);
      g_assert_nonnull (strstr (error->message, rows[i].edtf));
    }
}

/* Words of dates in any order, and bytes of any kind: never a crash, never a
 * date that EDTF would not take back. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "2024", "19", "05", "mai", "July", "du", "au", "à", "de", "to", "from", "-", "/", ".", ",",
    "–", "?", "~", "vers", "depuis", "until", "1er", "été", "années", "1970", "s", "siècle", "XX",
    "l’", "jusqu’", "en", "lundi", "X", "Y", "%", "0", "99999", "…", "\xff", "\xc3", "environ",
  };

  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (EntDate) date = NULL;
      g_autoptr (GError) error = NULL;
      int count = g_test_rand_int_range (0, 8);

      for (int j = 0; j < count; j++)
        {
          if (g_test_rand_int_range (0, 20) == 0)
            g_string_append_c (text, (char) g_test_rand_int_range (1, 256));
          else
            g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_bit ())
            g_string_append_c (text, ' ');
        }

      date = ent_date_new_typed (text->str, &error);
      if (date != NULL)
        {
          g_autoptr (EntDate) again = ent_date_new (ent_date_get_text (date), NULL);

          g_assert_nonnull (again);
        }
      else
        {
          g_assert_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date-typed/days-and-months", test_days_and_months);
  g_test_add_func ("/base/date-typed/doubts", test_doubts);
  g_test_add_func ("/base/date-typed/spans", test_spans);
  g_test_add_func ("/base/date-typed/refused", test_refused);
  g_test_add_func ("/base/date-typed/random", test_random);
  return g_test_run ();
}
