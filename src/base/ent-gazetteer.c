/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-gazetteer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-data.h"
#include "base/ent-error.h"
#include "base/ent-gazetteer-private.h"
#include "base/ent-text.h"

struct _EntGazetteer
{
  GMappedFile *file;
  const EntGazetteerHead *head;
  const EntGazetteerRow *rows;
  const EntGazetteerKey *keys;
  const EntGazetteerCountry *countries;
  const char *texts;
};

static gboolean
lay_out (EntGazetteer *self)
{
  const char *bytes = g_mapped_file_get_contents (self->file);
  gsize size = g_mapped_file_get_length (self->file);
  gsize expected = sizeof (EntGazetteerHead);

  self->head = (const EntGazetteerHead *) bytes;
  if (size < expected || memcmp (self->head->magic, ENT_GAZETTEER_MAGIC, 8) != 0)
    return FALSE;

  self->rows = (const EntGazetteerRow *) (bytes + expected);
  expected += (gsize) self->head->n_places * sizeof (EntGazetteerRow);
  self->keys = (const EntGazetteerKey *) (bytes + expected);
  expected += (gsize) self->head->n_keys * sizeof (EntGazetteerKey);
  self->countries = (const EntGazetteerCountry *) (bytes + expected);
  expected += (gsize) self->head->n_countries * sizeof (EntGazetteerCountry);
  self->texts = bytes + expected;
  expected += self->head->n_bytes;

  return size == expected && self->head->n_bytes > 0 && bytes[size - 1] == '\0';
}

/**
 * ent_gazetteer_open:
 * @path: (type filename): a file that make-places wrote
 * @error: return location: %ENT_ERROR_DAMAGED, or that of the file
 *
 * Returns: (transfer full): the gazetteer
 */
EntGazetteer *
ent_gazetteer_open (const char *path, GError **error)
{
  g_autoptr (EntGazetteer) self = g_new0 (EntGazetteer, 1);

  self->file = g_mapped_file_new (path, FALSE, error);
  if (!self->file)
    return NULL;
  if (!lay_out (self))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                   _("The list of places “%s” is damaged. Install Entente again."), path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * ent_gazetteer_get_default:
 *
 * Returns: (transfer none) (nullable): the one that is installed; %NULL when it is missing, which
 *   only keeps places from being offered
 */
EntGazetteer *
ent_gazetteer_get_default (void)
{
  static EntGazetteer *gazetteer = NULL;
  static gsize looked = 0;

  if (g_once_init_enter (&looked))
    {
      g_autofree char *path = ent_data_path ("places.bin", NULL);

      gazetteer = path ? ent_gazetteer_open (path, NULL) : NULL;
      g_once_init_leave (&looked, 1);
    }

  return gazetteer;
}

void
ent_gazetteer_free (EntGazetteer *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

guint
ent_gazetteer_count (EntGazetteer *self)
{
  return self->head->n_places;
}

static const char *
get_text (EntGazetteer *self, guint32 offset)
{
  return offset < self->head->n_bytes ? self->texts + offset : "";
}

/**
 * ent_gazetteer_get:
 * @self: a gazetteer
 * @index: number of a place
 * @place: (out caller-allocates): the place
 */
void
ent_gazetteer_get (EntGazetteer *self, guint index, EntGazetteerPlace *place)
{
  const EntGazetteerRow *row;

  g_return_if_fail (index < self->head->n_places);

  row = &self->rows[index];
  place->name = get_text (self, row->name);
  place->french = get_text (self, row->french);
  place->country = row->country[3] == '\0' ? row->country : "";
  place->region = get_text (self, row->region);
  place->zone = get_text (self, row->zone);
  place->lat = row->lat / 1000.0;
  place->lon = row->lon / 1000.0;
  place->people = row->people;
}

/**
 * ent_gazetteer_get_country_name:
 * @self: a gazetteer
 * @country: two letters of ISO 3166-1
 * @lang: "fr" or "en"
 *
 * Returns: (transfer none): the name of the country, @country itself when it has none
 */
const char *
ent_gazetteer_get_country_name (EntGazetteer *self, const char *country, const char *lang)
{
  for (guint i = 0; i < self->head->n_countries; i++)
    if (strncmp (self->countries[i].code, country, sizeof self->countries[i].code) == 0)
      return get_text (self, g_strcmp0 (lang, "fr") == 0 ? self->countries[i].french
                                                         : self->countries[i].english);

  return country;
}

/* The first key that does not come before @start. */
static guint
find_first (EntGazetteer *self, const char *start)
{
  guint low = 0;
  guint high = self->head->n_keys;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (get_text (self, self->keys[middle].text), start) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How well a place answers: its whole name, the beginning of it or its last words, the beginning of
 * a word in it; then the larger one. */
static guint64
get_weight (EntGazetteer *self, const EntGazetteerKey *key, const char *start)
{
  guint64 people = self->rows[key->place / 2].people;
  gboolean whole = strlen (get_text (self, key->text)) == strlen (start);

  return ((guint64) ((key->place % 2 ? 1 : 2) + whole) << 32) + people;
}

typedef struct
{
  guint place;
  guint64 weight;
} Candidate;

/* Keeps the best, each place once. */
static guint
keep (Candidate *best, guint n_best, guint limit, Candidate candidate)
{
  guint at = n_best;

  for (guint i = 0; i < n_best; i++)
    if (best[i].place == candidate.place)
      {
        if (best[i].weight >= candidate.weight)
          return n_best;
        memmove (best + i, best + i + 1, (n_best - i - 1) * sizeof *best);
        at = --n_best;
        break;
      }
  while (at > 0 && best[at - 1].weight < candidate.weight)
    at--;
  if (at >= limit)
    return n_best;

  n_best = MIN (n_best + 1, limit);
  memmove (best + at + 1, best + at, (n_best - at - 1) * sizeof *best);
  best[at] = candidate;
  return n_best;
}

static gboolean
lies_in (EntGazetteer *self, guint index, const char *where)
{
  EntGazetteerPlace place;
  g_autofree char *words = NULL;

  if (ent_text_is_blank (where))
    return TRUE;
  ent_gazetteer_get (self, index, &place);
  words = g_strjoin (" ", place.region, place.country,
                     ent_gazetteer_get_country_name (self, place.country, "en"),
                     ent_gazetteer_get_country_name (self, place.country, "fr"), NULL);

  return ent_text_matches (words, where);
}

/**
 * ent_gazetteer_search:
 * @self: a gazetteer
 * @typed: how the name begins, or one of its words; after a comma the region or the country, or
 *   how they begin: "lafayette, louis"
 * @found: (out caller-allocates) (array length=limit): numbers of places
 * @limit: how many at most
 *
 * Looks in an index, whatever the case and the accents.
 *
 * Returns: how many were found, those of the whole name first, then the larger ones
 */
guint
ent_gazetteer_search (EntGazetteer *self, const char *typed, guint *found, guint limit)
{
  g_auto (GStrv) parts = g_strsplit (typed, ",", 2);
  g_autofree char *start = ent_text_fold (parts[0]);
  g_autofree Candidate *best = g_new0 (Candidate, limit + 1);
  gsize length = strlen (start);
  guint n_best = 0;

  if (length == 0)
    return 0;

  for (guint i = find_first (self, start); i < self->head->n_keys; i++)
    {
      const EntGazetteerKey *key = &self->keys[i];
      Candidate candidate = { key->place / 2, 0 };

      if (strncmp (get_text (self, key->text), start, length) != 0)
        break;
      if (candidate.place >= self->head->n_places)
        continue;
      candidate.weight = get_weight (self, key, start);
      if (n_best == limit && candidate.weight <= best[n_best - 1].weight)
        continue;
      if (!parts[1] || lies_in (self, candidate.place, parts[1]))
        n_best = keep (best, n_best, limit, candidate);
    }
  for (guint i = 0; i < n_best; i++)
    found[i] = best[i].place;

  return n_best;
}
