/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "model/ent-record-private.h"

/**
 * ent_record_set_string:
 * @self: a record
 * @column: a column kept as text, or a date
 * @canonical: (nullable): value as ent_column_parse() writes it
 *
 * A date that is no EDTF is kept out and the field becomes unknown: the store refuses
 * such a file before it loads it.
 */
void
ent_record_set_string (EntRecord *self, const EntColumn *column, const char *canonical)
{
  gpointer member = _ent_record_get_member (self, column);

  if (column->kind == ENT_KIND_DATE)
    {
      g_clear_pointer ((EntDate **) member, ent_date_unref);
      if (canonical)
        *(EntDate **) member = ent_date_new (canonical, NULL);
    }
  else
    {
      g_return_if_fail (column->kind <= ENT_KIND_MONEY);
      g_set_str ((char **) member, canonical);
    }
}

/**
 * ent_record_set_integer:
 * @self: a record
 * @column: an integer, reference or flag
 * @value: its value
 */
void
ent_record_set_integer (EntRecord *self, const EntColumn *column, gint64 value)
{
  gpointer member = _ent_record_get_member (self, column);

  switch (column->kind)
    {
    case ENT_KIND_INTEGER:
      *(gint64 *) member = value;
      break;
    case ENT_KIND_REFERENCE:
      *(EntId *) member = value;
      break;
    case ENT_KIND_FLAG:
      *(gboolean *) member = value != 0;
      break;
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
    case ENT_KIND_REAL:
      g_return_if_reached ();
    }
}

void
ent_record_set_real (EntRecord *self, const EntColumn *column, double value)
{
  g_return_if_fail (column->kind == ENT_KIND_REAL);

  *(double *) _ent_record_get_member (self, column) = value;
}

/**
 * ent_record_set_unknown:
 * @self: a record
 * @column: any of its columns
 *
 * Empties the field.
 */
void
ent_record_set_unknown (EntRecord *self, const EntColumn *column)
{
  switch (column->kind)
    {
    case ENT_KIND_INTEGER:
      ent_record_set_integer (self, column, ENT_INTEGER_NONE);
      break;
    case ENT_KIND_REFERENCE:
      ent_record_set_integer (self, column, ENT_ID_NONE);
      break;
    case ENT_KIND_FLAG:
      ent_record_set_integer (self, column, FALSE);
      break;
    case ENT_KIND_REAL:
      ent_record_set_real (self, column, NAN);
      break;
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      ent_record_set_string (self, column, NULL);
      break;
    }
}

/**
 * ent_record_set_translation:
 * @self: a record
 * @field: the name of a translatable column
 * @lang: a language
 * @text: (nullable): the text in that language, %NULL to forget it
 */
void
ent_record_set_translation (EntRecord *self,
                            const char *field,
                            const char *lang,
                            const char *text)
{
  EntRecordPrivate *priv = _ent_record_get_private (self);
  g_autofree char *key = _ent_record_translation_key (field, lang);

  if (!priv->translations)
    priv->translations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (text)
    g_hash_table_insert (priv->translations, g_steal_pointer (&key), g_strdup (text));
  else
    g_hash_table_remove (priv->translations, key);
}

static guint
find_tag (GArray *tags, EntId term)
{
  guint i = 0;

  while (i < tags->len && g_array_index (tags, EntTag, i).term < term)
    i++;

  return i;
}

/**
 * ent_record_set_tag:
 * @self: a record
 * @term: id of a term
 * @weight: 0 to 2, -1 for none
 */
void
ent_record_set_tag (EntRecord *self, EntId term, int weight)
{
  EntRecordPrivate *priv = _ent_record_get_private (self);
  EntTag tag = { term, weight };
  guint i;

  if (!priv->tags)
    priv->tags = g_array_new (FALSE, FALSE, sizeof (EntTag));

  i = find_tag (priv->tags, term);
  if (i < priv->tags->len && g_array_index (priv->tags, EntTag, i).term == term)
    g_array_index (priv->tags, EntTag, i) = tag;
  else
    g_array_insert_val (priv->tags, i, tag);
}

void
ent_record_clear_tag (EntRecord *self, EntId term)
{
  EntRecordPrivate *priv = _ent_record_get_private (self);
  guint i = priv->tags ? find_tag (priv->tags, term) : 0;

  if (priv->tags && i < priv->tags->len && g_array_index (priv->tags, EntTag, i).term == term)
    g_array_remove_index (priv->tags, i);
}
