/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-due.h"

G_BEGIN_DECLS

/* The parts of a search for what is due. */
typedef struct
{
  EntProject *project;
  int today;
  GArray *leads;       /* int, months before an end, the longest first */
  int obligation_lead; /* months */
  GHashTable *gathered; /* obligations that stand on a card */
  GPtrArray *found;     /* EntDue */
} EntDueSearch;

EntDue *ent_due_search_add (EntDueSearch *self, EntDueRule rule, gpointer record, int date);
void ent_due_search_agreement (EntDueSearch *self, EntAgreement *agreement);

G_END_DECLS
