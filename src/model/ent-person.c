/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-person.h"

#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntPerson, ent_person, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_TEXT (EntPerson, family, "family", N_ ("Family name"), ENT_COLUMN_SEARCHABLE),
  ENT_TEXT (EntPerson, given, "given", N_ ("Given name"), ENT_COLUMN_SEARCHABLE),
  ENT_TEXT (EntPerson, shown_name, "shown_name", N_ ("Name as shown"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE),
  ENT_TEXT (EntPerson, said_as, "said_as", N_ ("Said as"), ENT_COLUMN_NONE),
  ENT_TEXT (EntPerson, address_form, "address_form", N_ ("Form of address"),
            ENT_COLUMN_TRANSLATABLE),
  ENT_TEXT (EntPerson, email, "email", N_ ("E-mail"), ENT_COLUMN_CONTACT),
  ENT_TEXT (EntPerson, phone, "phone", N_ ("Telephone"), ENT_COLUMN_CONTACT),
};

const EntTable ent_person_table = {
  .name = "person",
  .label = N_ ("Person"),
  .plural = N_ ("People"),
  .get_type = ent_person_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_person,
};

static void
ent_person_class_init (EntPersonClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_person_table);
}

static void
ent_person_init (EntPerson *self)
{
}
