/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-participation.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntParticipation, ent_participation, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntParticipation, record, "record", N_ ("In"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "record"),
  ENT_REFERENCE (EntParticipation, person, "person", N_ ("Person"), ENT_COLUMN_NONE, "person"),
  ENT_REFERENCE (EntParticipation, organisation, "organisation", N_ ("Organisation"),
                 ENT_COLUMN_NONE, "organisation"),
  ENT_TEXT (EntParticipation, function, "function", N_ ("Function that day"),
            ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_CHOICE (EntParticipation, role, "role", N_ ("Role"),
              ENT_COLUMN_REQUIRED, ent_choices_participation_role),
  ENT_INTEGER (EntParticipation, count, "count", N_ ("How many"), ENT_COLUMN_NONE),
  ENT_CHOICE (EntParticipation, reply, "reply", N_ ("Reply"), ENT_COLUMN_NONE, ent_choices_reply),
  ENT_REFERENCE (EntParticipation, represents, "represents", N_ ("Represents"),
                 ENT_COLUMN_NONE, "organisation"),
  ENT_DATE (EntParticipation, since, "since", N_ ("Since"), ENT_COLUMN_NONE),
  ENT_DATE (EntParticipation, until, "until", N_ ("Until"), ENT_COLUMN_NONE),
  ENT_REAL (EntParticipation, position, "position", N_ ("Position"), ENT_COLUMN_ORDER),
};

const EntTable ent_participation_table = {
  .name = "participation",
  .label = N_ ("Participation"),
  .plural = N_ ("Participations"),
  .get_type = ent_participation_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_participation,
};

static void
ent_participation_class_init (EntParticipationClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_participation_table);
}

static void
ent_participation_init (EntParticipation *self)
{
}
