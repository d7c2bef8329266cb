/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* What becomes of a quick note. */
typedef enum
{
  ENT_NOTE_AS_NOTE, /* it stands on a record */
  ENT_NOTE_AS_FOLLOW_UP,
  ENT_NOTE_AS_EVENT,
} EntNoteForm;

EntId ent_note_file (
    EntStore *store, EntRecord *note, EntNoteForm form, EntId target, GError **error);

G_END_DECLS
