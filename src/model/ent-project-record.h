/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A programme, project, works, tender, lot, campaign or candidacy. */
#define ENT_TYPE_PROJECT_RECORD (ent_project_record_get_type ())
G_DECLARE_FINAL_TYPE (EntProjectRecord, ent_project_record, ENT, PROJECT_RECORD, EntRecord)

struct _EntProjectRecord
{
  EntRecord parent_instance;

  EntId parent;
  char *kind;
  char *title;
  char *state;
  EntDate *since;
  EntDate *until;
  EntId place;
  char *budget;
  char *currency;
  char *text;
};

extern const EntTable ent_project_record_table;

G_END_DECLS
