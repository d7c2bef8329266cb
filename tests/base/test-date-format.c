/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date.h"

#include "random-dates.h"

#include <locale.h>
#include <string.h>

#define ROUNDS 5000

typedef struct
{
  const char *edtf;
  const char *french;
  const char *english;
} Row;

static const Row long_forms[] = {
  { "2024", "2024", "2024" },
  { "2024-05", "mai 2024", "May 2024" },
  { "2024-05-01", "1er mai 2024", "1 May 2024" },
  { "2024-08-15", "15 août 2024", "15 August 2024" },
  { "2024-21", "printemps 2024", "spring 2024" },
  { "2024-24", "hiver 2024", "winter 2024" },
  { "201X", "années 2010", "2010s" },
  { "19XX", "XXe siècle", "20th century" },
  { "20XX", "XXIe siècle", "21st century" },
  { "00XX", "Ier siècle", "1st century" },
  { "11XX", "XIIe siècle", "12th century" },
  { "2010~", "vers 2010", "about 2010" },
  { "2010-05-24~", "vers le 24 mai 2010", "about 24 May 2010" },
  { "2010-22~", "vers l’été 2010", "about summer 2010" },
  { "197X~", "vers les années 1970", "about the 1970s" },
  { "2024?", "2024 (incertain)", "2024 (uncertain)" },
  { "2010%", "vers 2010 (incertain)", "about 2010 (uncertain)" },
  { "2024-XX", "2024 (mois non précisé)", "2024 (month not recorded)" },
  { "2024-05-XX", "mai 2024 (jour non précisé)", "May 2024 (day not recorded)" },
  { "2024-XX-XX", "2024 (jour et mois non précisés)", "2024 (day and month not recorded)" },
  { "2024/2029", "2024–2029", "2024–2029" },
  { "2024-07-19/2024-07-21", "du 19 au 21 juillet 2024", "19–21 July 2024" },
  { "2024-07-01/2024-07-02", "du 1er au 2 juillet 2024", "1–2 July 2024" },
  { "2024-06-30/2024-07-02", "du 30 juin au 2 juillet 2024", "30 June – 2 July 2024" },
  { "2024-12-30/2025-01-02", "du 30 décembre 2024 au 2 janvier 2025",
    "30 December 2024 – 2 January 2025" },
  { "2024-04/2024-06", "d’avril à juin 2024", "April–June 2024" },
  { "2024-05/2025-08", "de mai 2024 à août 2025", "May 2024 – August 2025" },
  { "2024-05/2026", "de mai 2024 à 2026", "May 2024 – 2026" },
  { "2024-21/2024-22", "du printemps à l’été 2024", "spring–summer 2024" },
  { "2024-22/2025-21", "de l’été 2024 au printemps 2025", "summer 2024 – spring 2025" },
  { "197X/198X", "des années 1970 aux années 1980", "1970s–1980s" },
  { "2010~/2015", "de 2010 environ à 2015", "about 2010 – 2015" },
  { "2010/2015?", "de 2010 à 2015 (incertain)", "2010 – 2015 (uncertain)" },
  { "2016/..", "depuis 2016", "since 2016" },
  { "2016-05-01/..", "depuis le 1er mai 2016", "since 1 May 2016" },
  { "2016-23/..", "depuis l’automne 2016", "since autumn 2016" },
  { "197X/..", "depuis les années 1970", "since the 1970s" },
  { "../2026", "jusqu’en 2026", "until 2026" },
  { "../2026-05", "jusqu’en mai 2026", "until May 2026" },
  { "../2026-05-05", "jusqu’au 5 mai 2026", "until 5 May 2026" },
  { "../2026-22", "jusqu’à l’été 2026", "until summer 2026" },
  { "../197X", "jusqu’aux années 1970", "until the 1970s" },
  { "2016/", "de 2016 à une date inconnue", "from 2016 to an unknown date" },
  { "/2016", "d’une date inconnue à 2016", "from an unknown date to 2016" },
};

static const Row short_forms[] = {
  { "2024", "2024", "2024" },
  { "2024-05", "05/2024", "May 2024" },
  { "2024-05-01", "01/05/2024", "1 May 2024" },
  { "2024-21", "printemps 2024", "spring 2024" },
  { "201X", "années 2010", "2010s" },
  { "2010~", "vers 2010", "about 2010" },
  { "2010-05-24~", "vers le 24/05/2010", "about 24 May 2010" },
  { "2024?", "2024\u202F?", "2024?" },
  { "2024-XX", "2024", "2024" },
  { "2024-05-XX", "05/2024", "May 2024" },
  { "2024/2029", "2024–2029", "2024–2029" },
  { "2024-07-19/2024-07-21", "19/07/2024 – 21/07/2024", "19–21 July 2024" },
  { "2024-04/2024-06", "04/2024 – 06/2024", "April–June 2024" },
  { "2016/..", "depuis 2016", "since 2016" },
  { "2016-05-01/..", "depuis le 01/05/2016", "since 1 May 2016" },
  { "../2026-05-05", "jusqu’au 05/05/2026", "until 5 May 2026" },
  { "2016/", "2016 – ?", "2016 – ?" },
  { "/2016", "? – 2016", "? – 2016" },
};

static void
check_rows (const Row *rows, gsize count, char *(*format) (const EntDate *date, const char *lang))
{
  for (gsize i = 0; i < count; i++)
    {
      g_autoptr (EntDate) date = ent_date_new (rows[i].edtf, NULL);
      g_autofree char *french = format (date, "fr");
      g_autofree char *belgian = format (date, "fr_BE");
      g_autofree char *english = format (date, "en");

      g_test_message ("%s", rows[i].edtf);
      g_assert_cmpstr (french, ==, rows[i].french);
      g_assert_cmpstr (belgian, ==, rows[i].french);
      g_assert_cmpstr (english, ==, rows[i].english);
    }
}

static void
test_long_forms (void)
{
  check_rows (long_forms, G_N_ELEMENTS (long_forms), ent_date_format);
}

static void
test_short_forms (void)
{
  check_rows (short_forms, G_N_ELEMENTS (short_forms), ent_date_format_short);
}

/* What is written for prose is understood when it is typed. */
static void
test_read_back (void)
{
  static const char *const languages[] = { "fr", "en" };

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *edtf = random_edtf ();
      g_autoptr (EntDate) date = ent_date_new (edtf, NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *text = ent_date_format (date, languages[j]);
          g_autofree char *brief = ent_date_format_short (date, languages[j]);
          g_autoptr (EntDate) again = ent_date_new_typed (text, &error);

          if (again == NULL || strcmp (ent_date_get_text (again), edtf) != 0)
            g_error ("%s is written “%s” and read %s", edtf, text,
                     again != NULL ? ent_date_get_text (again) : error->message);

          ent_date_unref (again);
          again = ent_date_new_typed (brief, &error);
          if (again == NULL
              || ent_date_get_earliest (again) != ent_date_get_earliest (date)
              || ent_date_get_latest (again) != ent_date_get_latest (date))
            g_error ("%s is written “%s” for short and read %s", edtf, brief,
                     again != NULL ? ent_date_get_text (again) : error->message);
        }
    }
}

static void
test_days (void)
{
  g_autofree char *french = NULL;
  g_autofree char *english = NULL;
  g_autofree char *none = ent_day_format (ENT_DAY_MAX, "fr");
  int julian;

  g_assert_true (ent_day_parse_iso ("2026-12-31", &julian));
  french = ent_day_format (julian, "fr");
  english = ent_day_format (julian, "en");
  g_assert_cmpstr (french, ==, "31 décembre 2026");
  g_assert_cmpstr (english, ==, "31 December 2026");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date-format/long-forms", test_long_forms);
  g_test_add_func ("/base/date-format/short-forms", test_short_forms);
  g_test_add_func ("/base/date-format/read-back", test_read_back);
  g_test_add_func ("/base/date-format/days", test_days);
  return g_test_run ();
}
