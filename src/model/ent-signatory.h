/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A person's signature in an act, with the function of that day. */
#define ENT_TYPE_SIGNATORY (ent_signatory_get_type ())
G_DECLARE_FINAL_TYPE (EntSignatory, ent_signatory, ENT, SIGNATORY, EntRecord)

struct _EntSignatory
{
  EntRecord parent_instance;

  EntId signing;
  EntId party;
  EntId person;
  char *function;
  EntId proxy_for;
  double position;
};

extern const EntTable ent_signatory_table;

G_END_DECLS
