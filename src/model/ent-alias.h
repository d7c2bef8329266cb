/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* Another name of a record, with its dates. */
#define ENT_TYPE_ALIAS (ent_alias_get_type ())
G_DECLARE_FINAL_TYPE (EntAlias, ent_alias, ENT, ALIAS, EntRecord)

struct _EntAlias
{
  EntRecord parent_instance;

  EntId record;
  char *name;
  char *kind;
  EntDate *since;
  EntDate *until;
  char *level;  /* of an organisation, while it bore the name */
  EntId parent; /* the same */
};

extern const EntTable ent_alias_table;

G_END_DECLS
