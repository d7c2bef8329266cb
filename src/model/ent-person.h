/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* Someone met, with a name written once. */
#define ENT_TYPE_PERSON (ent_person_get_type ())
G_DECLARE_FINAL_TYPE (EntPerson, ent_person, ENT, PERSON, EntRecord)

struct _EntPerson
{
  EntRecord parent_instance;

  char *family;
  char *given;
  char *shown_name;
  char *said_as;
  char *address_form;
  char *email;
  char *phone;
};

extern const EntTable ent_person_table;

G_END_DECLS
