/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-alias.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntAlias, ent_alias, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (
      EntAlias, record, "record", N_ ("Of"), ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "record"),
  ENT_TEXT (EntAlias, name, "name", N_ ("Name"), ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE),
  ENT_CHOICE (EntAlias, kind, "kind", N_ ("Kind"), ENT_COLUMN_NONE, ent_choices_alias_kind),
  ENT_DATE (EntAlias, since, "since", N_ ("Since"), ENT_COLUMN_NONE),
  ENT_DATE (EntAlias, until, "until", N_ ("Until"), ENT_COLUMN_NONE),
  ENT_CHOICE (EntAlias, level, "level", N_ ("Level"), ENT_COLUMN_NONE, ent_choices_level),
  ENT_REFERENCE (EntAlias, parent, "parent", N_ ("Part of"), ENT_COLUMN_NONE, "organisation"),
};

const EntTable ent_alias_table = {
  .name = "alias",
  .label = N_ ("Other name"),
  .plural = N_ ("Other names"),
  .get_type = ent_alias_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_alias,
};

static void
ent_alias_class_init (EntAliasClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_alias_table);
}

static void
ent_alias_init (EntAlias *self)
{
}
