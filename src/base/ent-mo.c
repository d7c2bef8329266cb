/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-mo.h"

#include "base/ent-plural.h"

#include <string.h>

#define MAGIC 0x950412deu
#define HEADER_SIZE 28

typedef struct
{
  const char *text;
  gsize length;
} Translation;

struct _EntMo
{
  GBytes *bytes;
  gboolean swapped;
  GHashTable *messages; /* const char * -> Translation */
  EntPlural *plural;
};

static guint32
read_word (const EntMo *mo, gsize offset)
{
  const guint8 *data = g_bytes_get_data (mo->bytes, NULL);
  guint32 word;

  memcpy (&word, data + offset, sizeof word);
  return mo->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The text an entry of a table of lengths and offsets points to; NULL when it
 * lies outside or has no end. */
static const char *
read_text (const EntMo *mo, guint64 entry, gsize *length)
{
  gsize size;
  const char *data = g_bytes_get_data (mo->bytes, &size);
  guint64 start;

  if (entry + 8 > size)
    return NULL;

  *length = read_word (mo, (gsize) entry);
  start = read_word (mo, (gsize) entry + 4);
  if (start + *length >= size || data[start + *length] != '\0')
    return NULL;
  return data + start;
}

static EntPlural *
read_plural (const char *header)
{
  const char *field = header != NULL ? strstr (header, "Plural-Forms:") : NULL;
  g_autofree char *line = field != NULL ? g_strndup (field, strcspn (field, "\n")) : NULL;
  char *rule = line != NULL ? strstr (line, "plural=") : NULL;

  if (rule == NULL)
    return NULL;

  rule += strlen ("plural=");
  rule[strcspn (rule, ";")] = '\0';
  return ent_plural_new (rule);
}

static gboolean
read_messages (EntMo *mo)
{
  guint32 count = read_word (mo, 8);
  guint64 originals = read_word (mo, 12);
  guint64 translations = read_word (mo, 16);

  for (guint32 i = 0; i < count; i++)
    {
      Translation *translation;
      gsize key_length;
      gsize length;
      const char *key = read_text (mo, originals + 8 * (guint64) i, &key_length);
      const char *text = read_text (mo, translations + 8 * (guint64) i, &length);

      if (key == NULL || text == NULL)
        return FALSE;

      translation = g_new (Translation, 1);
      translation->text = text;
      translation->length = length;
      g_hash_table_replace (mo->messages, (char *) key, translation);
    }

  return TRUE;
}

/**
 * ent_mo_new:
 * @bytes: the bytes of a .mo file, of either byte order
 *
 * Reads a catalogue. Its texts stay in @bytes, of which a reference is kept.
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL when @bytes are
 *   none
 */
EntMo *
ent_mo_new (GBytes *bytes)
{
  g_autoptr (EntMo) mo = NULL;
  Translation *header;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) < HEADER_SIZE)
    return NULL;

  mo = g_new0 (EntMo, 1);
  mo->bytes = g_bytes_ref (bytes);
  mo->messages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  mo->swapped = read_word (mo, 0) == GUINT32_SWAP_LE_BE (MAGIC);
  if (read_word (mo, 0) != MAGIC || !read_messages (mo))
    return NULL;

  header = g_hash_table_lookup (mo->messages, "");
  mo->plural = read_plural (header != NULL ? header->text : NULL);
  return g_steal_pointer (&mo);
}

/**
 * ent_mo_free:
 * @mo: (transfer full): a catalogue
 */
void
ent_mo_free (EntMo *mo)
{
  g_return_if_fail (mo != NULL);

  g_hash_table_unref (mo->messages);
  g_bytes_unref (mo->bytes);
  g_clear_pointer (&mo->plural, ent_plural_free);
  g_free (mo);
}

/**
 * ent_mo_lookup:
 * @mo: a catalogue
 * @key: a message, with its context and "\004" before it where it has one
 *
 * Returns: (transfer none) (nullable): the translation, or %NULL where there is
 *   none
 */
const char *
ent_mo_lookup (EntMo *mo, const char *key)
{
  Translation *found = g_hash_table_lookup (mo->messages, key);

  /* The empty key is the header, which is nobody's translation. */
  return found != NULL && *found->text != '\0' && *key != '\0' ? found->text : NULL;
}

/**
 * ent_mo_lookup_plural:
 * @mo: a catalogue
 * @key: the singular of a message
 * @n: the number it is for
 *
 * Returns: (transfer none) (nullable): the form of the translation for @n, or
 *   %NULL where there is none
 */
const char *
ent_mo_lookup_plural (EntMo *mo, const char *key, gulong n)
{
  Translation *found = g_hash_table_lookup (mo->messages, key);
  gulong form = mo->plural != NULL ? ent_plural_evaluate (mo->plural, n) : n != 1;
  const char *text;

  if (found == NULL || *key == '\0')
    return NULL;

  text = found->text;
  for (gulong i = 0; i < form; i++)
    {
      text += strlen (text) + 1;
      if (text > found->text + found->length)
        return NULL;
    }

  return *text != '\0' ? text : NULL;
}
