/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A report, its sections and its entries, with their prose. */
#define ENT_TYPE_SECTION (ent_section_get_type ())
G_DECLARE_FINAL_TYPE (EntSection, ent_section, ENT, SECTION, EntRecord)

struct _EntSection
{
  EntRecord parent_instance;

  EntId parent;
  EntId scope;
  char *kind;
  EntDate *period;
  char *state;
  char *heading;
  char *text;
  double position;
  EntId record;
  gboolean omitted;
};

extern const EntTable ent_section_table;

G_END_DECLS
