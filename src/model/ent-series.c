/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-series.h"

G_DEFINE_FINAL_TYPE (EntSeries, ent_series, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntSeries, organisation, "organisation", N_ ("Organisation"),
                 ENT_COLUMN_NONE, "organisation"),
  ENT_TEXT (EntSeries, title, "title", N_ ("Title"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_INTEGER (EntSeries, per_year_min, "per_year_min", N_ ("At least, a year"), ENT_COLUMN_NONE),
  ENT_INTEGER (EntSeries, per_year_max, "per_year_max", N_ ("At most, a year"), ENT_COLUMN_NONE),
};

const EntTable ent_series_table = {
  .name = "series",
  .label = N_ ("Series"),
  .plural = N_ ("Series"),
  .get_type = ent_series_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ent_series_class_init (EntSeriesClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_series_table);
}

static void
ent_series_init (EntSeries *self)
{
}
