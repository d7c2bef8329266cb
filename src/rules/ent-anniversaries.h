/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* A round number of years of a relation or of a text: a multiple of five. */
typedef struct
{
  EntRecord *record; /* organisation or agreement, owned */
  int years;
  int first; /* the day, or the first and the last one of the year or month */
  int last;
  int ordinal; /* of the celebration it is counted from, 0: from the date itself */
  int celebrated; /* the year of that */
} EntAnniversary;

GPtrArray *ent_anniversaries_get (EntProject *project, int first, int last);

G_END_DECLS
