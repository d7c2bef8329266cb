/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* What came of it: follow-up, recommendation, gift, honour, memorial. */
#define ENT_TYPE_OUTCOME (ent_outcome_get_type ())
G_DECLARE_FINAL_TYPE (EntOutcome, ent_outcome, ENT, OUTCOME, EntRecord)

struct _EntOutcome
{
  EntRecord parent_instance;

  EntId event;
  EntId parent;
  char *kind;
  char *title;
  char *text;
  EntId giver;
  EntId receiver;
  EntId honoured;
  EntDate *granted;
  EntDate *delivered;
  EntDate *due;
  char *state;
  EntId place;
  char *maker;
  char *material;
  char *reason;
};

extern const EntTable ent_outcome_table;

G_END_DECLS
