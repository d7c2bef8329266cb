/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-record-filter.h"

#include <string.h>

#include "base/ent-text.h"

typedef struct
{
  GStrv words;           /* folded words of the query */
  GHashTable *countries; /* EntId *; empty for all */
} EntRecordFilterPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EntRecordFilter, ent_record_filter, GTK_TYPE_FILTER)

static EntRecordFilterPrivate *
get_private (EntRecordFilter *self)
{
  return ent_record_filter_get_instance_private (self);
}

static gboolean
ent_record_filter_match (GtkFilter *filter, gpointer data)
{
  EntRecordFilter *self = ENT_RECORD_FILTER (filter);
  EntRecordFilterPrivate *priv = get_private (self);
  EntRecordItem *item = data;

  if (!ENT_RECORD_FILTER_GET_CLASS (self)->matches (self, item))
    return FALSE;
  if (g_hash_table_size (priv->countries) > 0
      && !g_hash_table_contains (priv->countries, &item->country_id))
    return FALSE;

  for (guint i = 0; priv->words && priv->words[i]; i++)
    if (!strstr (item->haystack, priv->words[i]))
      return FALSE;

  return TRUE;
}

static void
ent_record_filter_finalize (GObject *object)
{
  EntRecordFilterPrivate *priv = get_private (ENT_RECORD_FILTER (object));

  g_clear_pointer (&priv->words, g_strfreev);
  g_clear_pointer (&priv->countries, g_hash_table_unref);

  G_OBJECT_CLASS (ent_record_filter_parent_class)->finalize (object);
}

static void
ent_record_filter_class_init (EntRecordFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_record_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = ent_record_filter_match;
}

static void
ent_record_filter_init (EntRecordFilter *self)
{
  get_private (self)->countries
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
ent_record_filter_changed (EntRecordFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * ent_record_filter_set_query:
 * @self: a filter
 * @query: (nullable): what is typed into the search; each word is looked for, accents and case
 *   do not count
 */
void
ent_record_filter_set_query (EntRecordFilter *self, const char *query)
{
  EntRecordFilterPrivate *priv = get_private (self);
  g_autofree char *folded = query && *query ? ent_text_fold (query) : NULL;

  g_clear_pointer (&priv->words, g_strfreev);
  if (folded)
    priv->words = g_strsplit_set (folded, " \t", -1);
  ent_record_filter_changed (self);
}

/**
 * ent_record_filter_set_country:
 * @self: a filter
 * @country: id of a place
 * @shown: whether its records are among those shown; no country chosen means all
 */
void
ent_record_filter_set_country (EntRecordFilter *self, EntId country, gboolean shown)
{
  EntRecordFilterPrivate *priv = get_private (self);

  if (shown)
    g_hash_table_add (priv->countries, g_memdup2 (&country, sizeof country));
  else
    g_hash_table_remove (priv->countries, &country);
  ent_record_filter_changed (self);
}

gboolean
ent_record_filter_has_country (EntRecordFilter *self, EntId country)
{
  return g_hash_table_contains (get_private (self)->countries, &country);
}

guint
ent_record_filter_count_countries (EntRecordFilter *self)
{
  return g_hash_table_size (get_private (self)->countries);
}

static void
clear (EntRecordFilter *self)
{
  EntRecordFilterPrivate *priv = get_private (self);

  g_clear_pointer (&priv->words, g_strfreev);
  g_hash_table_remove_all (priv->countries);
}

/**
 * ent_record_filter_show_all:
 * @self: a filter
 *
 * Hides nothing.
 */
void
ent_record_filter_show_all (EntRecordFilter *self)
{
  clear (self);
  ENT_RECORD_FILTER_GET_CLASS (self)->show_all (self);
  ent_record_filter_changed (self);
}

/**
 * ent_record_filter_reset:
 * @self: a filter
 *
 * As it starts; the query is forgotten.
 */
void
ent_record_filter_reset (EntRecordFilter *self)
{
  clear (self);
  ENT_RECORD_FILTER_GET_CLASS (self)->reset (self);
  ent_record_filter_changed (self);
}

gboolean
ent_record_filter_is_default (EntRecordFilter *self)
{
  return ent_record_filter_count_countries (self) == 0
         && ENT_RECORD_FILTER_GET_CLASS (self)->is_default (self);
}
