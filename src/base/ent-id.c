/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-id.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

/* Crockford's base 32: no i, l, o, u, so that a written id can be read aloud. */
static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

static EntId
positive_id (guint64 bits)
{
  return (EntId) (bits & G_MAXINT64);
}

static int
digit_value (char c)
{
  const char *found;

  c = g_ascii_tolower (c);
  if (c == '\0')
    return -1;
  if (c == 'i' || c == 'l')
    return 1;
  if (c == 'o')
    return 0;

  found = strchr (alphabet, c);
  return found != NULL ? (int) (found - alphabet) : -1;
}

/**
 * ent_id_new:
 *
 * Draws an id from the random source of the kernel. Two copies of a project
 * can so make records apart from each other and be merged.
 *
 * Returns: a positive id, never %ENT_ID_NONE
 */
EntId
ent_id_new (void)
{
  EntId id = ENT_ID_NONE;

  while (id == ENT_ID_NONE)
    {
      guint64 bits = 0;

      if (getrandom (&bits, sizeof bits, 0) == sizeof bits)
        id = positive_id (bits);
      else if (errno != EINTR)
        g_error ("The kernel gives no random numbers: %s", g_strerror (errno));
    }

  return id;
}

/**
 * ent_id_from_key:
 * @key: any text that is stable and unique, such as "sample/agreement/hue-2024"
 *
 * Derives an id from @key (the first bits of its SHA-256), the same at every
 * build and on every machine.
 *
 * Returns: a positive id, never %ENT_ID_NONE
 */
EntId
ent_id_from_key (const char *key)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  guint64 bits = 0;

  g_return_val_if_fail (key != NULL, ENT_ID_NONE);

  g_checksum_update (checksum, (const guchar *) key, (gssize) strlen (key));
  g_checksum_get_digest (checksum, digest, &size);
  for (int i = 0; i < 8; i++)
    bits = (bits << 8) | digest[i];

  return MAX (positive_id (bits), 1);
}

/**
 * ent_id_to_string:
 * @id: an id, zero or positive
 *
 * Writes @id as %ENT_ID_LENGTH lower-case characters of Crockford's base 32,
 * the highest bits first, so that written ids sort as their numbers do.
 *
 * Returns: (transfer full): the text
 */
char *
ent_id_to_string (EntId id)
{
  char text[ENT_ID_LENGTH + 1] = { 0 };

  g_return_val_if_fail (id >= 0, NULL);

  for (int i = ENT_ID_LENGTH - 1; i >= 0; i--)
    {
      text[i] = alphabet[id & 31];
      id >>= 5;
    }

  return g_strdup (text);
}

/**
 * ent_id_parse:
 * @text: (nullable): what may be a written id
 * @id: (out): where to put the id; %ENT_ID_NONE when @text is none
 *
 * Reads a written id. Upper case is taken, and o for 0, i and l for 1.
 *
 * Returns: whether @text is the id of a record; zero and what is beyond
 *   63 bits are not
 */
gboolean
ent_id_parse (const char *text, EntId *id)
{
  guint64 bits = 0;

  g_return_val_if_fail (id != NULL, FALSE);

  *id = ENT_ID_NONE;
  if (text == NULL || strlen (text) != ENT_ID_LENGTH)
    return FALSE;

  for (int i = 0; i < ENT_ID_LENGTH; i++)
    {
      int value = digit_value (text[i]);

      /* 13 characters hold 65 bits: the first may carry three of them only. */
      if (value < 0 || (i == 0 && value > 7))
        return FALSE;
      bits = (bits << 5) | (guint64) value;
    }

  *id = (EntId) bits;
  return bits != 0;
}
