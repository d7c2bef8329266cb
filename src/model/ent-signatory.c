/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-signatory.h"

#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntSignatory, ent_signatory, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntSignatory, signing, "signing", N_ ("Signature"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "signing"),
  ENT_REFERENCE (EntSignatory, party, "party", N_ ("Party"), ENT_COLUMN_NONE, "party"),
  ENT_REFERENCE (EntSignatory, person, "person", N_ ("Person"), ENT_COLUMN_REQUIRED, "person"),
  ENT_TEXT (EntSignatory, function, "function", N_ ("Function when signing"),
            ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_REFERENCE (EntSignatory, proxy_for, "proxy_for", N_ ("On behalf of"),
                 ENT_COLUMN_NONE, "person"),
  ENT_REAL (EntSignatory, position, "position", N_ ("Position"), ENT_COLUMN_ORDER),
};

const EntTable ent_signatory_table = {
  .name = "signatory",
  .label = N_ ("Signatory"),
  .plural = N_ ("Signatories"),
  .get_type = ent_signatory_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_signatory,
};

static void
ent_signatory_class_init (EntSignatoryClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_signatory_table);
}

static void
ent_signatory_init (EntSignatory *self)
{
}
