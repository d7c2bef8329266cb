/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-signing.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntSigning, ent_signing, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntSigning, agreement, "agreement", N_ ("Agreement"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "agreement"),
  ENT_REFERENCE (EntSigning, event, "event", N_ ("Event"), ENT_COLUMN_NONE, "event"),
  ENT_DATE (EntSigning, date, "date", N_ ("Date"), ENT_COLUMN_NONE),
  ENT_TEXT (EntSigning, time, "time", N_ ("Time"), ENT_COLUMN_TIME),
  ENT_TEXT (EntSigning, zone, "zone", N_ ("Time zone"), ENT_COLUMN_ZONE),
  ENT_REFERENCE (EntSigning, place, "place", N_ ("Place"), ENT_COLUMN_NONE, "place"),
  ENT_CHOICE (EntSigning, mode, "mode", N_ ("Mode"), ENT_COLUMN_NONE, ent_choices_signing_mode),
};

const EntTable ent_signing_table = {
  .name = "signing",
  .label = N_ ("Signature"),
  .plural = N_ ("Signatures"),
  .get_type = ent_signing_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_signing,
};

static void
ent_signing_class_init (EntSigningClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_signing_table);
}

static void
ent_signing_init (EntSigning *self)
{
}
