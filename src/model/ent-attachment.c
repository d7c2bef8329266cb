/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-attachment.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntAttachment, ent_attachment, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntAttachment, record, "record", N_ ("On"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "record"),
  ENT_REFERENCE (EntAttachment, document, "document", N_ ("Document"),
                 ENT_COLUMN_REQUIRED, "document"),
  ENT_CHOICE (EntAttachment, role, "role", N_ ("Role"),
              ENT_COLUMN_NONE, ent_choices_attachment_role),
  ENT_TEXT (EntAttachment, caption, "caption", N_ ("Caption"),
            ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_CHOICE (EntAttachment, pair, "pair", N_ ("Pair"), ENT_COLUMN_NONE, ent_choices_pair),
  ENT_REAL (EntAttachment, position, "position", N_ ("Position"), ENT_COLUMN_ORDER),
};

const EntTable ent_attachment_table = {
  .name = "attachment",
  .label = N_ ("Attachment"),
  .plural = N_ ("Attachments"),
  .get_type = ent_attachment_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_attachment,
};

static void
ent_attachment_class_init (EntAttachmentClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_attachment_table);
}

static void
ent_attachment_init (EntAttachment *self)
{
}
