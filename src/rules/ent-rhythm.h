/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* A series on a day: what is recorded of it, and what its rhythm lets expect. */
typedef struct
{
  guint n_events;     /* those recorded, cancelled ones left out */
  EntEvent *last;     /* the newest one that is not ahead; NULL for none */
  int last_year;      /* 0 for none */
  EntEvent *next;     /* the nearest one ahead; NULL for none */
  gint64 last_number; /* the highest ordinal, ENT_INTEGER_NONE for none */
  int expected_year;  /* the first year since then that lacks what the rhythm asks for; 0 for
                         none, and where no rhythm is recorded */
  guint n_missing;    /* how many it lacks */
} EntRhythm;

EntRhythm ent_series_get_rhythm (EntProject *project, EntSeries *series, int today);
gboolean ent_series_is_ours (EntProject *project, EntSeries *series);

G_END_DECLS
