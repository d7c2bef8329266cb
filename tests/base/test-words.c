/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-mo.h"
#include "base/ent-plural.h"
#include "base/ent-words.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

/* "xa" is a catalogue made for this test, "xb" a file that is none. */
#define TEST_CATALOGUE "/io/github/entente/Entente/mo/xa/entente.mo"
#define FRENCH_CATALOGUE "/io/github/entente/Entente/mo/fr/entente.mo"

static void
test_words (void)
{
  g_assert_cmpstr (ent_words ("xa", "Signed"), ==, "Sygné");
  g_assert_cmpstr (ent_words ("xa_BE", "Signed"), ==, "Sygné");
  g_assert_cmpstr (ent_words ("xa-CA", "Signed"), ==, "Sygné");
  g_assert_cmpstr (ent_words ("xa", "Report"), ==, "Rapor");
  g_assert_cmpstr (ent_words ("xa", "Left out"), ==, "Left out");
  g_assert_cmpstr (ent_words ("xa", "Never seen"), ==, "Never seen");
  g_assert_cmpstr (ent_words ("xa", ""), ==, "");
  g_assert_cmpstr (ent_words ("en", "Signed"), ==, "Signed");
  g_assert_cmpstr (ent_words ("xb", "Signed"), ==, "Signed");
  g_assert_cmpstr (ent_words ("", "Signed"), ==, "Signed");
  g_assert_cmpstr (ent_words (NULL, "Signed"), ==, "Signed");
}

static void
test_context (void)
{
  g_assert_cmpstr (ent_words_context ("xa", "verb", "Report"), ==, "Raporté");
  g_assert_cmpstr (ent_words_context ("xa", "noun", "Report"), ==, "Report");
  g_assert_cmpstr (ent_words_context ("en", "verb", "Report"), ==, "Report");
}

static void
test_plural (void)
{
  static const struct
  {
    gulong n;
    const char *text;
  } rows[] = {
    { 0, "%d djorow" },  { 1, "%d djor" },    { 2, "%d djora" },   { 4, "%d djora" },
    { 5, "%d djorow" },  { 12, "%d djorow" }, { 22, "%d djora" },  { 101, "%d djorow" },
    { 102, "%d djora" }, { 112, "%d djorow" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (ent_words_plural ("xa", "%d day", "%d days", rows[i].n), ==, rows[i].text);

  g_assert_cmpstr (ent_words_plural ("en", "%d day", "%d days", 0), ==, "%d days");
  g_assert_cmpstr (ent_words_plural ("en", "%d day", "%d days", 1), ==, "%d day");
  g_assert_cmpstr (ent_words_plural ("xa", "%d year", "%d years", 1), ==, "%d year");
  g_assert_cmpstr (ent_words_plural (NULL, "%d year", "%d years", 3), ==, "%d years");
}

static void
test_rules (void)
{
  static const struct
  {
    const char *rule;
    gulong n;
    gulong form; /* G_MAXULONG: no rule at all */
  } rows[] = {
    { "n > 1", 0, 0 },
    { "n > 1", 1, 0 },
    { "n > 1", 2, 1 },
    { "n != 1", 0, 1 },
    { "0", 5, 0 },
    { "n==1 ? 0 : n==2 ? 1 : 2", 2, 1 },
    { "n==1 ? 0 : n==2 ? 1 : 2", 3, 2 },
    { "n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2", 21, 0 },
    { "n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2", 11, 1 },
    { "!(n==1)", 3, 1 },
    { "2 + 3 * n - 1", 4, 13 },
    { "10 - 3 - 2", 0, 5 },
    { "20 / 2 / 5", 0, 2 },
    { "n >= 2 || n <= 0", 1, 0 },
    { "5 % n", 0, 0 },
    { "(n", 1, G_MAXULONG },
    { "n +", 1, G_MAXULONG },
    { "n n", 1, G_MAXULONG },
    { "", 1, G_MAXULONG },
    { "n ? 1", 1, G_MAXULONG },
    { "system(1)", 1, G_MAXULONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EntPlural) plural = ent_plural_new (rows[i].rule);

      g_test_message ("%s", rows[i].rule);
      g_assert_cmpint (plural != NULL, ==, rows[i].form != G_MAXULONG);
      if (plural != NULL)
        g_assert_cmpuint (ent_plural_evaluate (plural, rows[i].n), ==, rows[i].form);
    }
}

static void
test_deep_rule (void)
{
  g_autofree char *brackets = g_strnfill (100000, '(');
  g_autofree char *marks = g_strnfill (100000, '!');
  g_autoptr (EntPlural) from_brackets = ent_plural_new (brackets);
  g_autoptr (EntPlural) from_marks = ent_plural_new (marks);

  g_assert_null (from_brackets);
  g_assert_null (from_marks);
}

static GBytes *
load_catalogue (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return bytes;
}

/* The program carries its own catalogue. */
static void
test_carried (void)
{
  g_autoptr (GBytes) bytes = load_catalogue (FRENCH_CATALOGUE);
  g_autoptr (EntMo) mo = ent_mo_new (bytes);

  g_assert_nonnull (mo);
}

/* The same catalogue in the other byte order. */
static void
test_byte_order (void)
{
  g_autoptr (GBytes) bytes = load_catalogue (TEST_CATALOGUE);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint32 *words = g_memdup2 (data, size);
  g_autoptr (GBytes) swapped = NULL;
  g_autoptr (EntMo) mo = NULL;
  guint32 count = words[2];
  guint32 tables[] = { words[3] / 4, words[4] / 4 };

  for (int i = 0; i < 2; i++)
    {
      for (guint32 j = 0; j < 2 * count; j++)
        words[tables[i] + j] = GUINT32_SWAP_LE_BE (words[tables[i] + j]);
    }
  for (int i = 0; i < 7; i++)
    words[i] = GUINT32_SWAP_LE_BE (words[i]);

  swapped = g_bytes_new (words, size);
  mo = ent_mo_new (swapped);
  g_assert_nonnull (mo);
  g_assert_cmpstr (ent_mo_lookup (mo, "Signed"), ==, "Sygné");
  g_assert_cmpstr (ent_mo_lookup_plural (mo, "%d day", 2), ==, "%d djora");
}

/* A damaged catalogue gives no words, or wrong ones; it never makes us read
 * outside it. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = load_catalogue (TEST_CATALOGUE);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize length = 0; length < size; length++)
    {
      g_autofree guint8 *part = g_memdup2 (data, length);
      g_autoptr (GBytes) cut = g_bytes_new_take (g_steal_pointer (&part), length);
      g_autoptr (EntMo) mo = ent_mo_new (cut);

      if (length < size - 1)
        g_assert_null (mo);
    }

  for (int i = 0; i < 5000; i++)
    {
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (EntMo) mo = NULL;

      for (int j = 0; j < 4; j++)
        copy[g_test_rand_int_range (0, (int) MIN (size, 200))] = (guint8) g_test_rand_int ();
      changed = g_bytes_new_take (copy, size);
      mo = ent_mo_new (changed);
      if (mo != NULL)
        {
          ent_mo_lookup (mo, "Signed");
          ent_mo_lookup_plural (mo, "%d day", 5);
          ent_mo_lookup_plural (mo, "Signed", 5);
        }
    }
}

static gpointer
ask_often (gpointer data)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *lang = g_strdup_printf ("x%c", 'a' + i % 10);
      const char *text = ent_words (lang, "Signed");

      if (i % 10 == 0)
        g_assert_cmpstr (text, ==, "Sygné");
      else
        g_assert_cmpstr (text, ==, "Signed");
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("words", ask_often, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_interface_language (void)
{
  static const struct
  {
    const char *locale;
    const char *language;
    const char *expected;
  } rows[] = {
    { "C", "fr", "en" },
    { "C.UTF-8", "fr", "en" },
    { "fr_FR.UTF-8", "", "fr" },
    { "fr_BE.UTF-8", "", "fr" },
    { "fr_FR.UTF-8", "en_GB:fr", "en" },
    { "en_GB.UTF-8", "fr_CA:en", "fr" },
    { "de_DE.UTF-8", "", "en" },
    { "de_DE.UTF-8", "de:fr:en", "fr" },
    { "tr_TR.UTF-8", "", "en" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (setlocale (LC_ALL, rows[i].locale) == NULL)
        {
          g_test_message ("not tried: the locale %s is absent", rows[i].locale);
          continue;
        }
      g_setenv ("LC_ALL", rows[i].locale, TRUE);
      g_setenv ("LANGUAGE", rows[i].language, TRUE);
      g_test_message ("%s, %s", rows[i].locale, rows[i].language);
      g_assert_cmpstr (ent_words_interface_language (), ==, rows[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/words/words", test_words);
  g_test_add_func ("/base/words/context", test_context);
  g_test_add_func ("/base/words/plural", test_plural);
  g_test_add_func ("/base/words/rules", test_rules);
  g_test_add_func ("/base/words/deep-rule", test_deep_rule);
  g_test_add_func ("/base/words/carried", test_carried);
  g_test_add_func ("/base/words/byte-order", test_byte_order);
  g_test_add_func ("/base/words/damaged", test_damaged);
  g_test_add_func ("/base/words/threads", test_threads);
  g_test_add_func ("/base/words/interface-language", test_interface_language);
  return g_test_run ();
}
