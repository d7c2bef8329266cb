/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the list of places that Entente reads of its sources in data/places while it is built:
 * make-places OUT places.tsv.gz countries.tsv. The same sources give the same bytes. */

#include <gio/gio.h>
#include <string.h>

#include "base/ent-gazetteer-private.h"
#include "base/ent-text.h"

/* Shorter words are no way to a place. */
#define KEY_LENGTH 3

typedef struct
{
  GArray *rows;      /* EntGazetteerRow */
  GArray *keys;      /* EntGazetteerKey */
  GArray *countries; /* EntGazetteerCountry */
  GString *texts;
  GHashTable *offsets; /* text → offset */
} Maker;

static guint32
store (Maker *self, const char *text)
{
  gpointer offset;

  if (g_hash_table_lookup_extended (self->offsets, text, NULL, &offset))
    return GPOINTER_TO_UINT (offset);

  offset = GUINT_TO_POINTER ((guint) self->texts->len);
  g_string_append (self->texts, text);
  g_string_append_c (self->texts, '\0');
  g_hash_table_insert (self->offsets, g_strdup (text), offset);
  return GPOINTER_TO_UINT (offset);
}

/* A way to the place from the beginning of the name, and from each word that may stand for it. */
static void
add_keys (Maker *self, const char *name)
{
  g_autofree char *folded = ent_text_fold (name);
  guint32 text = store (self, folded);
  guint32 place = (self->rows->len - 1) * 2;
  EntGazetteerKey key = { text, place };

  g_array_append_val (self->keys, key);
  for (const char *p = folded; *p; p++)
    if ((*p == ' ' || *p == '-' || *p == '\'') && strcspn (p + 1, " -'") >= KEY_LENGTH)
      {
        key = (EntGazetteerKey) { text + (guint32) (p + 1 - folded), place + 1 };
        g_array_append_val (self->keys, key);
      }
}

static void
add_place (Maker *self, char **place, char **area)
{
  EntGazetteerRow row = {
    .name = store (self, place[0]),
    .french = store (self, place[1]),
    .region = store (self, area[1]),
    .zone = store (self, area[2]),
    .lat = (gint32) g_ascii_strtoll (place[2], NULL, 10),
    .lon = (gint32) g_ascii_strtoll (place[3], NULL, 10),
    .people = (guint32) g_ascii_strtoull (place[4], NULL, 10),
  };

  memcpy (row.country, area[0], MIN (strlen (area[0]), sizeof row.country - 1));
  g_array_append_val (self->rows, row);
  add_keys (self, place[0]);
  if (*place[1])
    add_keys (self, place[1]);
}

static gboolean
read_places (Maker *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) raw = g_file_read (file, NULL, error);
  g_autoptr (GZlibDecompressor) gunzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_auto (GStrv) area = NULL;
  char *line;

  if (!raw)
    return FALSE;
  plain = g_converter_input_stream_new (G_INPUT_STREAM (raw), G_CONVERTER (gunzip));
  lines = g_data_input_stream_new (plain);
  while ((line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, error)))
    {
      g_autofree char *owned = line;
      g_auto (GStrv) cells = g_strsplit (*line == '=' ? line + 1 : line, "\t", -1);
      guint n_cells = g_strv_length (cells);

      if (*line == '=' && n_cells == 3)
        {
          g_strfreev (area);
          area = g_steal_pointer (&cells);
        }
      else if (*line != '#' && area && n_cells == 5)
        add_place (self, cells, area);
      else if (*line != '#')
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", path, line);
          return FALSE;
        }
    }

  return self->rows->len > 0;
}

static gboolean
read_countries (Maker *self, const char *path, GError **error)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return FALSE;

  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      EntGazetteerCountry country = { 0 };

      if (*lines[i] == '#' || g_strv_length (cells) != 3)
        continue;
      memcpy (country.code, cells[0], MIN (strlen (cells[0]), sizeof country.code - 1));
      country.english = store (self, cells[1]);
      country.french = store (self, cells[2]);
      g_array_append_val (self->countries, country);
    }

  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntGazetteerKey *left = a;
  const EntGazetteerKey *right = b;
  const GString *texts = user_data;
  int order = strcmp (texts->str + left->text, texts->str + right->text);

  return order ? order : (left->place > right->place) - (left->place < right->place);
}

static gboolean
write_index (Maker *self, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  EntGazetteerHead head = {
    .n_places = self->rows->len,
    .n_keys = self->keys->len,
    .n_countries = self->countries->len,
    .n_bytes = (guint32) self->texts->len,
  };

  memcpy (head.magic, ENT_GAZETTEER_MAGIC, sizeof head.magic);
  g_array_sort_with_data (self->keys, compare_keys, self->texts);
  g_byte_array_append (bytes, (const guint8 *) &head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) self->rows->data,
                       self->rows->len * (guint) sizeof (EntGazetteerRow));
  g_byte_array_append (bytes, (const guint8 *) self->keys->data,
                       self->keys->len * (guint) sizeof (EntGazetteerKey));
  g_byte_array_append (bytes, (const guint8 *) self->countries->data,
                       self->countries->len * (guint) sizeof (EntGazetteerCountry));
  g_byte_array_append (bytes, (const guint8 *) self->texts->str, (guint) self->texts->len);

  return g_file_set_contents (path, (const char *) bytes->data, bytes->len, error);
}

int
main (int argc, char **argv)
{
  Maker maker = {
    .rows = g_array_new (FALSE, TRUE, sizeof (EntGazetteerRow)),
    .keys = g_array_new (FALSE, TRUE, sizeof (EntGazetteerKey)),
    .countries = g_array_new (FALSE, TRUE, sizeof (EntGazetteerCountry)),
    .texts = g_string_new (NULL),
    .offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  g_autoptr (GError) error = NULL;
  int status = 0;

  store (&maker, "");
  if (argc != 4 || !read_places (&maker, argv[2], &error)
      || !read_countries (&maker, argv[3], &error) || !write_index (&maker, argv[1], &error))
    {
      g_printerr ("make-places: %s\n", error ? error->message : "OUT places.tsv.gz countries.tsv");
      status = 1;
    }

  g_array_unref (maker.rows);
  g_array_unref (maker.keys);
  g_array_unref (maker.countries);
  g_string_free (maker.texts, TRUE);
  g_hash_table_unref (maker.offsets);
  return status;
}
