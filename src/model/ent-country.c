/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-country.h"

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
