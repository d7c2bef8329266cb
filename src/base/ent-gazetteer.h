/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Towns and cities of the world with their coordinates, and the names of countries, read from
 * an installed file (see data/places/README). */
typedef struct _EntGazetteer EntGazetteer;

/* One of them; its texts live as long as the gazetteer. */
typedef struct
{
  const char *name;    /* as most maps write it */
  const char *french;  /* "" when that is the same */
  const char *country; /* ISO 3166-1, two letters */
  const char *region;  /* "" when it is not known */
  const char *zone;    /* of the tz database, "" when it is not known */
  double lat;          /* degrees, WGS 84 */
  double lon;
  guint people;
} EntGazetteerPlace;

EntGazetteer *ent_gazetteer_open (const char *path, GError **error);
EntGazetteer *ent_gazetteer_get_default (void);
void ent_gazetteer_free (EntGazetteer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntGazetteer, ent_gazetteer_free)

guint ent_gazetteer_count (EntGazetteer *self);
void ent_gazetteer_get (EntGazetteer *self, guint index, EntGazetteerPlace *place);
guint ent_gazetteer_search (EntGazetteer *self, const char *typed, guint *found, guint limit);
const char *ent_gazetteer_get_country_name (EntGazetteer *self,
                                            const char *country,
                                            const char *lang);

G_END_DECLS
