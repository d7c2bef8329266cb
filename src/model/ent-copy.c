/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-copy.h"

#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntCopy, ent_copy, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntCopy, agreement, "agreement", N_ ("Agreement"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "agreement"),
  ENT_TEXT (EntCopy, number, "number", N_ ("Number"), ENT_COLUMN_NONE),
  ENT_TEXT (EntCopy, language, "language", N_ ("Language"), ENT_COLUMN_NONE),
  ENT_REFERENCE (EntCopy, holder, "holder", N_ ("Held by"), ENT_COLUMN_NONE, "organisation"),
  ENT_TEXT (EntCopy, shelf, "shelf", N_ ("Shelf mark"), ENT_COLUMN_NONE),
  ENT_REFERENCE (EntCopy, document, "document", N_ ("Document"), ENT_COLUMN_NONE, "document"),
};

const EntTable ent_copy_table = {
  .name = "copy",
  .label = N_ ("Original copy"),
  .plural = N_ ("Original copies"),
  .get_type = ent_copy_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_copy,
};

static void
ent_copy_class_init (EntCopyClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_copy_table);
}

static void
ent_copy_init (EntCopy *self)
{
}
