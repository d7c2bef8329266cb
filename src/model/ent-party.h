/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* An organisation's place in an agreement: on which side, at which tier. */
#define ENT_TYPE_PARTY (ent_party_get_type ())
G_DECLARE_FINAL_TYPE (EntParty, ent_party, ENT, PARTY, EntRecord)

struct _EntParty
{
  EntRecord parent_instance;

  EntId agreement;
  EntId organisation;
  char *side;
  char *tier;
  double position;
};

extern const EntTable ent_party_table;

G_END_DECLS
