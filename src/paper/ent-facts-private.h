/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-facts.h"

G_BEGIN_DECLS

struct _EntFacts
{
  EntScribe scribe;
  GHashTable *printed;   /* EntRecord */
  GHashTable *mentioned; /* EntRecord named as a context in this entry */
  GHashTable *told;      /* EntRecord whose description stands in the prose */
  GHashTable *claims;    /* EntRecord → EntId of its entry, see ent_facts_claim() */
  EntId entry;
  EntId subject; /* whom the entry is about, named in its heading */
  gboolean has_prose;
};

/* A detail is a text of its own; the fact it belongs to joins them. */
GPtrArray *ent_facts_details_new (void);
EntRuns *ent_facts_add_detail (GPtrArray *details);
void ent_facts_add_value (EntFacts *facts,
                          GPtrArray *details,
                          const char *label,
                          const char *value);
void ent_facts_join (EntRuns *runs, GPtrArray *details, const char *separator);

void ent_facts_add_people (EntFacts *facts, EntRecord *record, GPtrArray *details);
void ent_facts_add_documents (EntFacts *facts, EntRecord *record, GPtrArray *details);
void ent_facts_add_contexts (EntFacts *facts, EntRecord *record, GPtrArray *details);
void ent_facts_add_outcomes (EntFacts *facts, EntEvent *event, GPtrArray *details);
void ent_facts_add_signings (EntFacts *facts, EntEvent *event, GPtrArray *details);
void ent_facts_add_place (
    EntFacts *facts, EntRuns *runs, const char *title, EntId place, EntRecord *whole);
gboolean ent_facts_is_signatory (EntFacts *facts, EntRecord *record, EntId person);
gboolean ent_facts_needs_prose (EntFacts *facts, EntRecord *record);
void ent_facts_take (EntFacts *facts, EntRecord *record);

void ent_facts_print_outcome (EntFacts *facts, EntOutcome *outcome);
void ent_facts_print_project (EntFacts *facts, EntProjectRecord *project);
void ent_facts_print_subsidy (EntFacts *facts, EntSubsidy *subsidy);
void ent_facts_print_agreement (EntFacts *facts, EntAgreement *agreement);

G_END_DECLS
