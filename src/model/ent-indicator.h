/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* What an agreement or a project is judged by, counted or typed in. */
#define ENT_TYPE_INDICATOR (ent_indicator_get_type ())
G_DECLARE_FINAL_TYPE (EntIndicator, ent_indicator, ENT, INDICATOR, EntRecord)

struct _EntIndicator
{
  EntRecord parent_instance;

  EntId record;
  char *title;
  char *unit;
  char *direction;
  char *aggregation;
  char *definition;
  char *filter; /* which of the records of @record are counted; NULL: values are entered */
};

extern const EntTable ent_indicator_table;

G_END_DECLS
