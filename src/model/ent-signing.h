/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* One act of signature: an agreement signed in two places has two. */
#define ENT_TYPE_SIGNING (ent_signing_get_type ())
G_DECLARE_FINAL_TYPE (EntSigning, ent_signing, ENT, SIGNING, EntRecord)

struct _EntSigning
{
  EntRecord parent_instance;

  EntId agreement;
  EntId event;
  EntDate *date;
  char *time;
  char *zone;
  EntId place;
  char *mode;
};

extern const EntTable ent_signing_table;

G_END_DECLS
