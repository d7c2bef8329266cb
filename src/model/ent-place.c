/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-place.h"

#include "model/ent-choices.h"

G_DEFINE_FINAL_TYPE (EntPlace, ent_place, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_TEXT (EntPlace, name, "name", N_ ("Name"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_CHOICE (EntPlace, kind, "kind", N_ ("Kind"), ENT_COLUMN_NONE, ent_choices_place_kind),
  ENT_REFERENCE (EntPlace, parent, "parent", N_ ("In"), ENT_COLUMN_NONE, "place"),
  ENT_TEXT (EntPlace, iso_code, "iso_code", N_ ("ISO code"), ENT_COLUMN_CODE),
  ENT_REAL (EntPlace, lat, "lat", N_ ("Latitude"), ENT_COLUMN_NONE),
  ENT_REAL (EntPlace, lon, "lon", N_ ("Longitude"), ENT_COLUMN_NONE),
  ENT_TEXT (EntPlace, zone, "zone", N_ ("Time zone"), ENT_COLUMN_ZONE),
  ENT_LONG_TEXT (EntPlace, text, "text", N_ ("Standard text"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
};

const EntTable ent_place_table = {
  .name = "place",
  .label = N_ ("Place"),
  .plural = N_ ("Places"),
  .get_type = ent_place_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ent_place_class_init (EntPlaceClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_place_table);
}

static void
ent_place_init (EntPlace *self)
{
}
