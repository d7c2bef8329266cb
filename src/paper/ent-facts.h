/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-scribe.h"

G_BEGIN_DECLS

/* The facts of a paper: what is recorded, in a few lines each, every record once. */
typedef struct _EntFacts EntFacts;

EntFacts *ent_facts_new (const EntScribe *scribe);
void ent_facts_free (EntFacts *facts);

void ent_facts_claim (EntFacts *facts, EntRecord *record, EntId entry);
EntId ent_facts_get_claim (EntFacts *facts, EntRecord *record);
void ent_facts_begin_entry (EntFacts *facts, EntId entry, EntId subject, gboolean has_prose);
void ent_facts_add_prose (EntFacts *facts, EntRecord *record);
void ent_facts_add (EntFacts *facts, EntRecord *record);
gboolean ent_facts_may_take (EntFacts *facts, EntRecord *record);
gboolean ent_facts_is_printed (EntFacts *facts, EntRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFacts, ent_facts_free)

G_END_DECLS
