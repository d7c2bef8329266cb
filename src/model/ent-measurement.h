/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A baseline, target or value of an indicator for a period. */
#define ENT_TYPE_MEASUREMENT (ent_measurement_get_type ())
G_DECLARE_FINAL_TYPE (EntMeasurement, ent_measurement, ENT, MEASUREMENT, EntRecord)

struct _EntMeasurement
{
  EntRecord parent_instance;

  EntId indicator;
  char *kind;
  EntDate *period;
  char *value;
  EntId territory;
  char *dimension;
  char *comment;
};

extern const EntTable ent_measurement_table;

G_END_DECLS
