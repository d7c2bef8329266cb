/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-indicator.h"

#include "model/ent-choices.h"

G_DEFINE_FINAL_TYPE (EntIndicator, ent_indicator, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntIndicator, record, "record", N_ ("Of"), ENT_COLUMN_OWNER, "record"),
  ENT_TEXT (EntIndicator,
            title,
            "title",
            N_ ("Title"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_TEXT (EntIndicator, unit, "unit", N_ ("Unit"), ENT_COLUMN_TRANSLATABLE),
  ENT_CHOICE (EntIndicator,
              direction,
              "direction",
              N_ ("Direction"),
              ENT_COLUMN_NONE,
              ent_choices_indicator_direction),
  ENT_CHOICE (EntIndicator,
              aggregation,
              "aggregation",
              N_ ("Roll-up"),
              ENT_COLUMN_NONE,
              ent_choices_aggregation),
  ENT_LONG_TEXT (EntIndicator,
                 definition,
                 "definition",
                 N_ ("Definition"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_CHOICE (EntIndicator, filter, "filter", N_ ("Counts"), ENT_COLUMN_NONE, ent_choices_counted),
};

const EntTable ent_indicator_table = {
  .name = "indicator",
  .label = N_ ("Indicator"),
  .plural = N_ ("Indicators"),
  .get_type = ent_indicator_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ent_indicator_class_init (EntIndicatorClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_indicator_table);
}

static void
ent_indicator_init (EntIndicator *self)
{
}
