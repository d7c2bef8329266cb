/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A statutory organ or a conference that comes again. */
#define ENT_TYPE_SERIES (ent_series_get_type ())
G_DECLARE_FINAL_TYPE (EntSeries, ent_series, ENT, SERIES, EntRecord)

struct _EntSeries
{
  EntRecord parent_instance;

  EntId organisation;
  char *title;
  gint64 per_year_min;
  gint64 per_year_max;
};

extern const EntTable ent_series_table;

G_END_DECLS
