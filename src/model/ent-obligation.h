/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* What an agreement, a grant or a membership makes someone do. */
#define ENT_TYPE_OBLIGATION (ent_obligation_get_type ())
G_DECLARE_FINAL_TYPE (EntObligation, ent_obligation, ENT, OBLIGATION, EntRecord)

struct _EntObligation
{
  EntRecord parent_instance;

  EntId record;
  char *kind;
  char *text;
  EntId owner;
  gint64 per_year_min;
  gint64 per_year_max;
  EntDate *due;
  char *amount;
  char *currency;
  EntDate *settled;
};

extern const EntTable ent_obligation_table;

G_END_DECLS
