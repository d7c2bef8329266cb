/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A country, city or venue, with the standard text of a venue. */
#define ENT_TYPE_PLACE (ent_place_get_type ())
G_DECLARE_FINAL_TYPE (EntPlace, ent_place, ENT, PLACE, EntRecord)

struct _EntPlace
{
  EntRecord parent_instance;

  char *name;
  char *kind;
  EntId parent;
  char *iso_code;
  double lat;
  double lon;
  char *zone;
  char *text;
};

extern const EntTable ent_place_table;

G_END_DECLS
