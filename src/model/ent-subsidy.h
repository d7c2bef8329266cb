/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* Money that a funder gives for a project. */
#define ENT_TYPE_SUBSIDY (ent_subsidy_get_type ())
G_DECLARE_FINAL_TYPE (EntSubsidy, ent_subsidy, ENT, SUBSIDY, EntRecord)

struct _EntSubsidy
{
  EntRecord parent_instance;

  EntId project;
  EntId funder;
  EntId beneficiary;
  EntId implementer;
  char *amount;
  char *currency;
  EntDate *years;
};

extern const EntTable ent_subsidy_table;

G_END_DECLS
