/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-country.h"

#include <math.h>

/* A country is at most this many levels above a venue. */
#define PLACE_DEPTH 8

/**
 * ent_place_get_country:
 * @project: the graph
 * @place: id of a place, or none
 *
 * Returns: the country the place is or lies in; %ENT_ID_NONE when that is not recorded
 */
EntId
ent_place_get_country (EntProject *project, EntId place)
{
  for (guint depth = 0; place && depth < PLACE_DEPTH; depth++)
    {
      EntRecord *record = ent_project_get (project, place);

      if (!record || !ENT_IS_PLACE (record))
        break;
      if (g_strcmp0 (ENT_PLACE (record)->kind, "country") == 0)
        return place;
      place = ENT_PLACE (record)->parent;
    }

  return ENT_ID_NONE;
}

/* What is somewhere in a country is not where that country is marked. */
static gboolean
is_wide (EntPlace *place)
{
  return g_strcmp0 (place->kind, "country") == 0 || g_strcmp0 (place->kind, "region") == 0;
}

/**
 * ent_place_get_point:
 * @project: the graph
 * @place: id of a place, or none
 * @lat: (out): degrees north
 * @lon: (out): degrees east
 *
 * Returns: whether the place has coordinates, or lies in a city or district that has; %FALSE leaves
 *   @lat and @lon as they were
 */
gboolean
ent_place_get_point (EntProject *project, EntId place, double *lat, double *lon)
{
  EntId first = place;

  for (guint depth = 0; place && depth < PLACE_DEPTH; depth++)
    {
      EntRecord *record = ent_project_get (project, place);
      EntPlace *it = record && ENT_IS_PLACE (record) ? ENT_PLACE (record) : NULL;

      if (!it || (place != first && is_wide (it)))
        break;
      if (!isnan (it->lat) && !isnan (it->lon))
        {
          *lat = it->lat;
          *lon = it->lon;
          return TRUE;
        }
      place = it->parent;
    }

  return FALSE;
}
