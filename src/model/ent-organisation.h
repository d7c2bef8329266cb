/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A city, network, service, university, association, territory, and our relation to it. */
#define ENT_TYPE_ORGANISATION (ent_organisation_get_type ())
G_DECLARE_FINAL_TYPE (EntOrganisation, ent_organisation, ENT, ORGANISATION, EntRecord)

struct _EntOrganisation
{
  EntRecord parent_instance;

  char *name;
  char *kind;
  char *level;
  EntId parent;
  EntId place;
  char *relation_class;
  char *maturity;
  EntDate *origin;
  char *why;
};

extern const EntTable ent_organisation_table;

G_END_DECLS
