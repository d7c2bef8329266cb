/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* An original of an agreement and where it is kept. */
#define ENT_TYPE_COPY (ent_copy_get_type ())
G_DECLARE_FINAL_TYPE (EntCopy, ent_copy, ENT, COPY, EntRecord)

struct _EntCopy
{
  EntRecord parent_instance;

  EntId agreement;
  char *number;
  char *language;
  EntId holder;
  char *shelf;
  EntId document;
};

extern const EntTable ent_copy_table;

G_END_DECLS
