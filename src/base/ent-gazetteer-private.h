/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The file as it lies in memory, in the byte order of the machine it was built for: this head,
 * the places, the keys, the countries, then texts, each ended by NUL and named by its offset
 * among them; text 0 is empty. */
#define ENT_GAZETTEER_MAGIC "EntPlac1"

typedef struct
{
  char magic[8];
  guint32 n_places;
  guint32 n_keys;
  guint32 n_countries;
  guint32 n_bytes; /* of the texts */
} EntGazetteerHead;

typedef struct
{
  guint32 name;
  guint32 french;
  guint32 region;
  guint32 zone;
  gint32 lat; /* thousandths of a degree */
  gint32 lon;
  guint32 people;
  char country[4];
} EntGazetteerRow;

/* A folded name, from its beginning or from one of its words; in the order of strcmp(). */
typedef struct
{
  guint32 text;
  guint32 place; /* twice the number of the place, plus one when it is not the beginning */
} EntGazetteerKey;

typedef struct
{
  char code[4];
  guint32 english;
  guint32 french;
} EntGazetteerCountry;
