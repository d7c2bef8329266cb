/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-note.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntNote, ent_note, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntNote, record, "record", N_ ("On"), ENT_COLUMN_OWNER, "record"),
  ENT_CHOICE (EntNote, kind, "kind", N_ ("Kind"), ENT_COLUMN_NONE, ent_choices_note_kind),
  ENT_LONG_TEXT (EntNote, text, "text", N_ ("Text"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_REFERENCE (EntNote, speaker, "speaker", N_ ("Speaker"), ENT_COLUMN_NONE, "person"),
  ENT_DATE (EntNote, date, "date", N_ ("Date"), ENT_COLUMN_NONE),
};

const EntTable ent_note_table = {
  .name = "note",
  .label = N_ ("Note"),
  .plural = N_ ("Notes"),
  .get_type = ent_note_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_note,
};

static void
ent_note_class_init (EntNoteClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_note_table);
}

static void
ent_note_init (EntNote *self)
{
}
