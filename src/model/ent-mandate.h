/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A person's function in an organisation, between two dates. */
#define ENT_TYPE_MANDATE (ent_mandate_get_type ())
G_DECLARE_FINAL_TYPE (EntMandate, ent_mandate, ENT, MANDATE, EntRecord)

struct _EntMandate
{
  EntRecord parent_instance;

  EntId person;
  EntId organisation;
  char *function;
  char *level;
  gint64 rank;
  char *standing;
  EntDate *since;
  EntDate *until;
};

extern const EntTable ent_mandate_table;

G_END_DECLS
