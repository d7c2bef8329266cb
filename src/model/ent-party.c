/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-party.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntParty, ent_party, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntParty, agreement, "agreement", N_ ("Agreement"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "agreement"),
  ENT_REFERENCE (EntParty, organisation, "organisation", N_ ("Organisation"),
                 ENT_COLUMN_REQUIRED, "organisation"),
  ENT_TEXT (EntParty, side, "side", N_ ("Side"), ENT_COLUMN_SEARCHABLE),
  ENT_CHOICE (EntParty, tier, "tier", N_ ("Role in the agreement"),
              ENT_COLUMN_NONE, ent_choices_tier),
  ENT_REAL (EntParty, position, "position", N_ ("Position"), ENT_COLUMN_ORDER),
};

const EntTable ent_party_table = {
  .name = "party",
  .label = N_ ("Party"),
  .plural = N_ ("Parties"),
  .get_type = ent_party_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_party,
};

static void
ent_party_class_init (EntPartyClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_party_table);
}

static void
ent_party_init (EntParty *self)
{
}
