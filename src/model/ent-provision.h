/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A part of the text of an agreement: recital, theme, commitment, clause. */
#define ENT_TYPE_PROVISION (ent_provision_get_type ())
G_DECLARE_FINAL_TYPE (EntProvision, ent_provision, ENT, PROVISION, EntRecord)

struct _EntProvision
{
  EntRecord parent_instance;

  EntId agreement;
  EntId parent;
  char *kind;
  char *number;
  char *verb;
  char *title;
  char *text;
  double position;
  EntId target;
  char *old_text;
  EntDate *effective;
};

extern const EntTable ent_provision_table;

G_END_DECLS
