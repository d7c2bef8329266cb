/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A tie between two records: renews, amends, follows, serves. */
#define ENT_TYPE_LINK (ent_link_get_type ())
G_DECLARE_FINAL_TYPE (EntLink, ent_link, ENT, LINK, EntRecord)

struct _EntLink
{
  EntRecord parent_instance;

  EntId source;
  EntId target;
  char *kind;
  EntDate *on_date;
  char *note;
};

extern const EntTable ent_link_table;

G_END_DECLS
