/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* An organisation in a network, basin, province or purchasing group. */
#define ENT_TYPE_MEMBERSHIP (ent_membership_get_type ())
G_DECLARE_FINAL_TYPE (EntMembership, ent_membership, ENT, MEMBERSHIP, EntRecord)

struct _EntMembership
{
  EntRecord parent_instance;

  EntId member;
  EntId whole;
  char *role;
  EntDate *since;
  EntDate *until;
  char *fee;
  char *currency;
};

extern const EntTable ent_membership_table;

G_END_DECLS
