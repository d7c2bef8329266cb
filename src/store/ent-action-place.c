/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "model/ent-country.h"
#include "model/ent-known-names.h"
#include "store/ent-action-private.h"

/* Two towns of one name in one country are further apart than this, in degrees. */
#define SAME_TOWN 0.25

/* What is known of a place so far is never changed. */
static gboolean
complete (EntAction *action, EntId id, const char *name, const char *value, GError **error)
{
  const EntColumn *column = ent_table_find_column (&ent_place_table, name);
  EntRecord *record = ent_project_get (action->store->project, id);

  if (!value || !*value || (record && ent_record_has_value (record, column)))
    return TRUE;

  return ent_action_set (action, id, column, value, error);
}

static gboolean
set_degrees (EntAction *action, EntId id, const char *name, double degrees, GError **error)
{
  char value[G_ASCII_DTOSTR_BUF_SIZE];

  return complete (action, id, name, g_ascii_formatd (value, sizeof value, "%.3f", degrees), error);
}

/* A new place, by the name it has in the language of the project, and in the other. */
static EntId
add_place (EntAction *action, const char *english, const char *french, GError **error)
{
  const EntColumn *column = ent_table_find_column (&ent_place_table, "name");
  gboolean is_french = g_str_equal (ent_project_get_lang (action->store->project), "fr");
  EntId id = ent_action_add (action, &ent_place_table, ENT_ID_NONE, error);

  if (id == ENT_ID_NONE
      || !ent_action_set (action, id, column, is_french ? french : english, error))
    return ENT_ID_NONE;
  if (!g_str_equal (english, french)
      && !ent_action_set_translation (action, id, column, is_french ? "en" : "fr",
                                      is_french ? english : french, error))
    return ENT_ID_NONE;

  return id;
}

static EntId
find_country (EntAction *action, const char *code, const char *english, const char *french)
{
  EntProject *project = action->store->project;
  GListModel *places = ent_project_get_list (project, &ent_place_table);
  g_autoptr (EntKnownNames) names = ent_known_names_new (project, &ent_place_table, NULL);
  const char *const spellings[] = { english, french };

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (EntPlace) place = g_list_model_get_item (places, i);

      if (g_strcmp0 (place->kind, "country") == 0 && place->iso_code
          && g_ascii_strcasecmp (place->iso_code, code) == 0)
        return ent_record_get_id (ENT_RECORD (place));
    }
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr (GPtrArray) found = ent_known_names_find (names, spellings[i]);

      for (guint j = 0; j < found->len; j++)
        {
          EntId id = ((EntKnownName *) g_ptr_array_index (found, j))->id;

          if (g_strcmp0 (ENT_PLACE (ent_project_get (project, id))->kind, "country") == 0)
            return id;
        }
    }

  return ENT_ID_NONE;
}

static EntId
take_country (EntAction *action, EntGazetteer *gazetteer, const char *code, GError **error)
{
  const char *english = ent_gazetteer_get_country_name (gazetteer, code, "en");
  const char *french = ent_gazetteer_get_country_name (gazetteer, code, "fr");
  EntId id = find_country (action, code, english, french);

  if (id == ENT_ID_NONE)
    {
      id = add_place (action, english, french, error);
      if (id == ENT_ID_NONE || !complete (action, id, "kind", "country", error))
        return ENT_ID_NONE;
    }

  return complete (action, id, "iso_code", code, error) ? id : ENT_ID_NONE;
}

static gboolean
may_be (EntProject *project, EntPlace *place, const EntGazetteerPlace *found, EntId country)
{
  EntId lies_in = ent_place_get_country (project, ent_record_get_id (ENT_RECORD (place)));

  if (place->kind && !g_str_equal (place->kind, "city"))
    return FALSE;
  if (lies_in && lies_in != country)
    return FALSE;

  return isnan (place->lat) || isnan (place->lon)
         || (fabs (place->lat - found->lat) < SAME_TOWN
             && fabs (place->lon - found->lon) < SAME_TOWN);
}

static EntId
find_place (EntAction *action, const EntGazetteerPlace *found, EntId country)
{
  EntProject *project = action->store->project;
  g_autoptr (EntKnownNames) names = ent_known_names_new (project, &ent_place_table, NULL);
  const char *const spellings[] = { found->name, found->french };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr (GPtrArray) known = ent_known_names_find (names, spellings[i]);

      for (guint j = 0; j < known->len; j++)
        {
          EntId id = ((EntKnownName *) g_ptr_array_index (known, j))->id;

          if (may_be (project, ENT_PLACE (ent_project_get (project, id)), found, country))
            return id;
        }
    }

  return ENT_ID_NONE;
}

/**
 * ent_action_take_place:
 * @action: an action
 * @gazetteer: a gazetteer
 * @index: number of a place in it
 * @error: return location
 *
 * The place of the project that is meant by one of the gazetteer, made with its country when it
 * is not there; coordinates, country and time zone are completed where they are not known.
 *
 * Returns: its id, %ENT_ID_NONE on error
 */
EntId
ent_action_take_place (EntAction *action, EntGazetteer *gazetteer, guint index, GError **error)
{
  EntGazetteerPlace found;
  g_autofree char *parent = NULL;
  EntId country, id;

  ent_gazetteer_get (gazetteer, index, &found);
  country = take_country (action, gazetteer, found.country, error);
  if (country == ENT_ID_NONE)
    return ENT_ID_NONE;

  parent = ent_id_to_string (country);
  id = find_place (action, &found, country);
  if (id == ENT_ID_NONE)
    id = add_place (action, found.name, *found.french ? found.french : found.name, error);
  if (id == ENT_ID_NONE || !complete (action, id, "kind", "city", error)
      || !complete (action, id, "parent", parent, error)
      || !set_degrees (action, id, "lat", found.lat, error)
      || !set_degrees (action, id, "lon", found.lon, error)
      || !complete (action, id, "zone", found.zone, error))
    return ENT_ID_NONE;

  return id;
}
