/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-measurement.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntMeasurement, ent_measurement, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntMeasurement, indicator, "indicator", N_ ("Indicator"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "indicator"),
  ENT_CHOICE (EntMeasurement, kind, "kind", N_ ("Kind"),
              ENT_COLUMN_REQUIRED, ent_choices_measurement_kind),
  ENT_DATE (EntMeasurement, period, "period", N_ ("Period"), ENT_COLUMN_NONE),
  ENT_DECIMAL (EntMeasurement, value, "value", N_ ("Value"), ENT_COLUMN_NONE),
  ENT_REFERENCE (EntMeasurement, territory, "territory", N_ ("Territory"),
                 ENT_COLUMN_NONE, "organisation"),
  ENT_TEXT (EntMeasurement, dimension, "dimension", N_ ("Break-down"), ENT_COLUMN_NONE),
  ENT_LONG_TEXT (EntMeasurement, comment, "comment", N_ ("Comment"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
};

const EntTable ent_measurement_table = {
  .name = "measurement",
  .label = N_ ("Value"),
  .plural = N_ ("Values"),
  .get_type = ent_measurement_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_measurement,
};

static void
ent_measurement_class_init (EntMeasurementClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_measurement_table);
}

static void
ent_measurement_init (EntMeasurement *self)
{
}
