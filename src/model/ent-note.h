/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* Words on a record, or in the inbox when on none. */
#define ENT_TYPE_NOTE (ent_note_get_type ())
G_DECLARE_FINAL_TYPE (EntNote, ent_note, ENT, NOTE, EntRecord)

struct _EntNote
{
  EntRecord parent_instance;

  EntId record;
  char *kind;
  char *text;
  EntId speaker;
  EntDate *date;
};

extern const EntTable ent_note_table;

G_END_DECLS
