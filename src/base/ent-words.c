/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-words.h"

#include "base/ent-mo.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#define CATALOGUE_PATH "/io/github/entente/Entente/mo/%s/entente.mo"
#define CONTEXT_SEPARATOR "\004"

/* Catalogues by language, %NULL where there is none. They are never given up:
 * the texts handed out point into them. */
static GHashTable *catalogues;
static GMutex catalogues_mutex;

static EntMo *
load_catalogue (const char *lang)
{
  g_autofree char *path = g_strdup_printf (CATALOGUE_PATH, lang);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? ent_mo_new (bytes) : NULL;
}

/* The catalogue of @lang, "fr" for "fr_BE" or "fr-CA" too. */
static EntMo *
find_catalogue (const char *lang)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *language = g_strndup (lang, strcspn (lang, "_-.@"));
  gpointer found = NULL;

  locker = g_mutex_locker_new (&catalogues_mutex);
  if (catalogues == NULL)
    catalogues = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (catalogues, language, NULL, &found))
    {
      found = load_catalogue (language);
      g_hash_table_insert (catalogues, g_steal_pointer (&language), found);
    }

  return found;
}

/**
 * ent_words:
 * @lang: (nullable): a language, such as "fr"
 * @msgid: an English text, marked for translation
 *
 * Gives the words of a paper in its own language. Safe in any thread.
 *
 * Returns: (transfer none): the translation, valid for ever; @msgid itself where
 *   there is none
 */
const char *
ent_words (const char *lang, const char *msgid)
{
  EntMo *mo = lang != NULL ? find_catalogue (lang) : NULL;
  const char *text = mo != NULL ? ent_mo_lookup (mo, msgid) : NULL;

  return text != NULL ? text : msgid;
}

/**
 * ent_words_context:
 * @lang: (nullable): a language, such as "fr"
 * @context: the context @msgid was marked with
 * @msgid: an English text, marked for translation
 *
 * As ent_words(), for a text that means different things in different places.
 *
 * Returns: (transfer none): the translation, or @msgid
 */
const char *
ent_words_context (const char *lang, const char *context, const char *msgid)
{
  g_autofree char *key = g_strconcat (context, CONTEXT_SEPARATOR, msgid, NULL);
  EntMo *mo = lang != NULL ? find_catalogue (lang) : NULL;
  const char *text = mo != NULL ? ent_mo_lookup (mo, key) : NULL;

  return text != NULL ? text : msgid;
}

/**
 * ent_words_plural:
 * @lang: (nullable): a language, such as "fr"
 * @singular: the English text for one
 * @plural: the English text for any other number
 * @n: the number
 *
 * As ent_words(), for a text that holds a number. In French 0 takes the
 * singular.
 *
 * Returns: (transfer none): the translation, or @singular or @plural
 */
const char *
ent_words_plural (const char *lang, const char *singular, const char *plural, gulong n)
{
  EntMo *mo = lang != NULL ? find_catalogue (lang) : NULL;
  const char *text = mo != NULL ? ent_mo_lookup_plural (mo, singular, n) : NULL;

  if (text != NULL)
    return text;
  return n == 1 ? singular : plural;
}

/**
 * ent_words_interface_language:
 *
 * The language the interface speaks, after the same variables gettext follows:
 * the first of the languages asked for that Entente has. Under the locale C
 * gettext translates nothing, so that is English.
 *
 * Returns: (transfer none): "fr" or "en"
 */
const char *
ent_words_interface_language (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);
  const char *const *names = g_get_language_names ();

  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX")
      || g_str_has_prefix (locale, "C."))
    return "en";

  for (guint i = 0; names[i] != NULL; i++)
    {
      gsize length = strcspn (names[i], "_-.@");

      if (length == 2 && strncmp (names[i], "fr", 2) == 0)
        return "fr";
      if (length == 2 && strncmp (names[i], "en", 2) == 0)
        return "en";
    }

  return "en";
}
