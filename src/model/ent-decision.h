/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* The authority to sign or to travel. */
#define ENT_TYPE_DECISION (ent_decision_get_type ())
G_DECLARE_FINAL_TYPE (EntDecision, ent_decision, ENT, DECISION, EntRecord)

struct _EntDecision
{
  EntRecord parent_instance;

  EntId record;
  EntId body;
  char *kind;
  char *number;
  EntDate *date;
  EntId document;
};

extern const EntTable ent_decision_table;

G_END_DECLS
