/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-link.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntLink, ent_link, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntLink, source, "source", N_ ("From"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "record"),
  ENT_REFERENCE (EntLink, target, "target", N_ ("To"), ENT_COLUMN_REQUIRED, "record"),
  ENT_CHOICE (EntLink, kind, "kind", N_ ("Kind"), ENT_COLUMN_REQUIRED, ent_choices_link_kind),
  ENT_DATE (EntLink, on_date, "on", N_ ("Date"), ENT_COLUMN_NONE),
  ENT_TEXT (EntLink, note, "note", N_ ("Note"), ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
};

const EntTable ent_link_table = {
  .name = "link",
  .label = N_ ("Link"),
  .plural = N_ ("Links"),
  .get_type = ent_link_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_link,
};

static void
ent_link_class_init (EntLinkClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_link_table);
}

static void
ent_link_init (EntLink *self)
{
}
