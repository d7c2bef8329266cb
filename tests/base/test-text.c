/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-text.h"

#include <locale.h>
#include <string.h>

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } rows[] = {
    { "Hué", "hue" },
    { "HUẾ", "hue" },
    { "Hue\u0301", "hue" },
    { "İmamoğlu", "imamoglu" },
    { "Imamoğlu", "imamoglu" },
    { "IMAMOĞLU", "imamoglu" },
    { "Diyarbakır", "diyarbakir" },
    { "DIYARBAKIR", "diyarbakir" },
    { "TITLE", "title" },
    { "Œuvre", "oeuvre" },
    { "œuvre", "oeuvre" },
    { "Curriculum vitæ", "curriculum vitae" },
    { "Straße", "strasse" },
    { "STRAẞE", "strasse" },
    { "København", "kobenhavn" },
    { "Łódź", "lodz" },
    { "Đà Nẵng", "da nang" },
    { "Priština", "pristina" },
    { "ﬁn", "fin" },
    { "l’été", "l'ete" },
    { "l`e\u0301te\u0301", "l'ete" },
    { "d\u02BCavril", "d'avril" },
    { "Namur\u2013Hué", "namur-hue" },
    { "«\u00A0Fêtes\u00A0»", "\" fetes \"" },
    { "  a \t\n b\u202F\u2009c ", "a b c" },
    { "co\u00ADopé\u200Bration", "cooperation" },
    { "№ 1ᵉʳ", "no 1er" },
    { "ΌΣΟΣ", "οσοσ" },
    { "όσος", "οσοσ" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = ent_text_fold (rows[i].text);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (folded, ==, rows[i].folded);
    }

  {
    g_autofree char *nothing = ent_text_fold (NULL);

    g_assert_cmpstr (nothing, ==, "");
  }
}

static void
test_matches (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    gboolean matches;
  } rows[] = {
    { "Ville de Hué", "hue", TRUE },
    { "Ekrem İmamoğlu", "imamoglu", TRUE },
    { "Ekrem Imamoğlu", "İMAMOĞLU", TRUE },
    { "Protocole de coopération 2024-2026", "coop 2024", TRUE },
    { "Protocole de coopération 2024-2026", "2024 prot", TRUE },
    { "Protocole de coopération 2024-2026", "2024-2026", TRUE },
    { "Protocole de coopération", "operation", TRUE },
    { "Protocole de coopération", "operation protocole", FALSE },
    { "Protocole de coopération", "prot paris", FALSE },
    { "Saint-Étienne", "saint etienne", TRUE },
    { "Saint Étienne", "saint-etienne", TRUE },
    { "l’Université", "universite", TRUE },
    { "Flann O’Brien", "obrien", TRUE },
    { "Flann O'Brien", "brien flann", TRUE },
    { "Flann O’Brien", "flannobrien", FALSE },
    { "Œuvres", "oeuv", TRUE },
    { "Namur", "", TRUE },
    { "Namur", "   ", TRUE },
    { "", "", TRUE },
    { "", "namur", FALSE },
    { "Namur", "?", FALSE },
    { NULL, "a", FALSE },
    { "Namur", NULL, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s ? %s", rows[i].text, rows[i].query);
      g_assert_cmpint (ent_text_matches (rows[i].text, rows[i].query), ==, rows[i].matches);
    }
}

static void
test_order (void)
{
  static const char *const sorted[] = {
    "",          "2e édition",  "10e édition", "Annexe 2",  "Annexe 10",     "cote",
    "Cote",      "coté",        "côte",        "Côte",      "côté",          "Éa",
    "eb",        "Hue",         "Hué",         "Huế",       "œuf",           "ofen",
    "Saint-Denis", "Saint Étienne", "Saint-Ouen", "sainte", "Strasbourg",    "Straße",
    "Zürich",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
        {
          int order = ent_text_collate (sorted[i], sorted[j], j % 2 ? "fr" : "en");

          g_test_message ("%s, %s", sorted[i], sorted[j]);
          g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        }
    }
}

static char *
random_bytes (void)
{
  static const char *const pieces[] = { "é", "e\u0301", "İ", "ı", "œ", "’", " ", "10", "2", "-" };
  GString *text = g_string_new (NULL);
  int count = g_test_rand_int_range (0, 12);

  for (int i = 0; i < count; i++)
    {
      if (g_test_rand_bit ())
        g_string_append_c (text, (char) g_test_rand_int_range (1, 256));
      else
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    }

  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *a = random_bytes ();
      g_autofree char *b = random_bytes ();
      g_autofree char *folded = ent_text_fold (a);
      g_autofree char *twice = ent_text_fold (folded);

      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_cmpstr (folded, ==, twice);
      g_assert_true (ent_text_matches (a, a));
      g_assert_cmpint (ent_text_collate (a, a, "fr"), ==, 0);
      g_assert_cmpint (ent_text_collate (a, b, "fr") < 0, ==, ent_text_collate (b, a, "fr") > 0);
    }
}

static void
test_blank (void)
{
  g_assert_true (ent_text_is_blank (NULL));
  g_assert_true (ent_text_is_blank (""));
  g_assert_true (ent_text_is_blank (" \t\n\u00A0\u202F\u200B"));
  g_assert_false (ent_text_is_blank (" a "));
  g_assert_false (ent_text_is_blank ("."));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/matches", test_matches);
  g_test_add_func ("/base/text/order", test_order);
  g_test_add_func ("/base/text/random", test_random);
  g_test_add_func ("/base/text/blank", test_blank);
  return g_test_run ();
}
