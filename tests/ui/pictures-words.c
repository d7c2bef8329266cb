/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pictures-words.h"

#include <string.h>

/* A sentence with places to fill is told from others by so many letters of its own. */
#define MIN_LETTERS 8

typedef struct
{
  char *msgid;
  GRegex *source;
  GRegex *translation;
} Sentence;

struct _PicturesWords
{
  GHashTable *words;    /* msgid: GPtrArray of its translations, one for each context */
  GPtrArray *sentences; /* Sentence */
  GHashTable *known;    /* text: what was found of it */
};

static void
sentence_free (gpointer data)
{
  Sentence *self = data;

  g_free (self->msgid);
  g_regex_unref (self->source);
  g_regex_unref (self->translation);
  g_free (self);
}

/* "%1$s, %2$u" as a pattern; how many letters it has of its own in @letters. */
static GRegex *
create_pattern (const char *format, guint *letters)
{
  g_auto (GStrv) parts = g_strsplit (format, "%", -1);
  g_autoptr (GString) pattern = g_string_new ("^");
  guint n = 0;

  for (guint i = 0; parts[i]; i++)
    {
      const char *literal = parts[i];
      g_autofree char *escaped = NULL;

      if (i > 0)
        {
          literal += strspn (literal, "0123456789$-.'");
          literal += *literal ? 1 : 0;
          g_string_append (pattern, ".+");
        }
      escaped = g_regex_escape_string (literal, -1);
      g_string_append (pattern, escaped);
      for (const char *c = literal; *c; c++)
        n += g_ascii_isalpha (*c) ? 1 : 0;
    }
  g_string_append (pattern, "$");
  if (letters)
    *letters = n;

  return g_regex_new (pattern->str, G_REGEX_OPTIMIZE | G_REGEX_DOTALL, 0, NULL);
}

static void
add_sentence (PicturesWords *self, const char *msgid, const char *msgstr)
{
  guint letters;
  g_autoptr (GRegex) source = create_pattern (msgid, &letters);
  Sentence *sentence;

  if (!source || letters < MIN_LETTERS)
    return;
  sentence = g_new0 (Sentence, 1);
  sentence->msgid = g_strdup (msgid);
  sentence->source = g_steal_pointer (&source);
  sentence->translation = create_pattern (msgstr, NULL);
  g_ptr_array_add (self->sentences, sentence);
}

static void
add (PicturesWords *self, const char *msgid, const char *msgstr)
{
  GPtrArray *translations = g_hash_table_lookup (self->words, msgid);

  if (!translations)
    {
      translations = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->words, g_strdup (msgid), translations);
    }
  g_ptr_array_add (translations, g_strdup (msgstr));
  if (strchr (msgid, '%') && !g_str_equal (msgid, msgstr))
    add_sentence (self, msgid, msgstr);
}

/* Singular and plural stand one behind the other in both tables. */
static void
add_entry (PicturesWords *self, const char *key, gsize key_size, const char *text, gsize text_size)
{
  const char *context_end = memchr (key, '\004', key_size);
  const char *msgid = context_end ? context_end + 1 : key;
  const char *end = text + text_size;
  const char *plural = msgid + strlen (msgid) + 1;

  if (!*msgid || !*text)
    return;
  add (self, msgid, text);
  if (plural < key + key_size && text + strlen (text) + 1 < end)
    add (self, plural, text + strlen (text) + 1);
}

/**
 * pictures_words_load:
 * @path: a compiled catalogue, as gettext describes the form of ".mo" files
 *
 * Returns: (transfer full) (nullable): what it says, NULL when there is none
 */
PicturesWords *
pictures_words_load (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;
  guint32 header[5];
  PicturesWords *self;

  if (!g_file_get_contents (path, &bytes, &size, NULL) || size < sizeof header)
    return NULL;
  memcpy (header, bytes, sizeof header);
  g_assert_cmphex (header[0], ==, 0x950412de);

  self = g_new0 (PicturesWords, 1);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->sentences = g_ptr_array_new_with_free_func (sentence_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < header[2]; i++)
    {
      guint32 key[2], text[2];

      memcpy (key, bytes + header[3] + i * sizeof key, sizeof key);
      memcpy (text, bytes + header[4] + i * sizeof text, sizeof text);
      add_entry (self, bytes + key[1], key[0], bytes + text[1], text[0]);
    }

  return self;
}

void
pictures_words_free (PicturesWords *self)
{
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->sentences);
  g_hash_table_unref (self->known);
  g_free (self);
}

static const char *
find (PicturesWords *self, const char *text)
{
  GPtrArray *translations = g_hash_table_lookup (self->words, text);

  if (translations)
    return g_ptr_array_find_with_equal_func (translations, text, g_str_equal, NULL) ? "" : text;

  for (guint i = 0; i < self->sentences->len; i++)
    {
      Sentence *sentence = g_ptr_array_index (self->sentences, i);

      if (g_regex_match (sentence->source, text, 0, NULL)
          && !g_regex_match (sentence->translation, text, 0, NULL))
        return sentence->msgid;
    }

  return "";
}

/**
 * pictures_words_find_untranslated:
 * @self: the catalogue
 * @text: what is shown
 *
 * Returns: (transfer none) (nullable): the msgid that @text shows although it has a translation
 */
const char *
pictures_words_find_untranslated (PicturesWords *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " · ", -1);

  for (guint i = 0; parts[i]; i++)
    {
      const char *found;

      if (!g_hash_table_lookup_extended (self->known, parts[i], NULL, (gpointer *) &found))
        {
          found = find (self, parts[i]);
          if (*found && found == parts[i])
            found = g_intern_string (found);
          g_hash_table_insert (self->known, g_strdup (parts[i]), (gpointer) found);
        }
      if (*found)
        return found;
    }

  return NULL;
}
