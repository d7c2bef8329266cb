/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* An entry of a vocabulary: theme, goal, sector. */
#define ENT_TYPE_TERM (ent_term_get_type ())
G_DECLARE_FINAL_TYPE (EntTerm, ent_term, ENT, TERM, EntRecord)

struct _EntTerm
{
  EntRecord parent_instance;

  char *scheme;
  char *code;
  char *label;
  EntId parent;
};

extern const EntTable ent_term_table;

G_END_DECLS
