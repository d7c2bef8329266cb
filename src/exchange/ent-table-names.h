/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* Which records bear a name, whatever its case and accents: those of a project, by their titles
 * in every language and their other names, and those that an import is about to add. Made of
 * each type when it is first asked for; as quick for a thousand names as for one. */
typedef struct _EntTableNames EntTableNames;

EntTableNames *ent_table_names_new (EntProject *project);
void ent_table_names_free (EntTableNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTableNames, ent_table_names_free)

void ent_table_names_find (
    EntTableNames *self, const EntTable *table, const char *name, const EntId **ids, guint *n_ids);
void ent_table_names_add (EntTableNames *self, const EntTable *table, const char *name, EntId id);
void ent_table_names_mark (EntTableNames *self);
void ent_table_names_go_back (EntTableNames *self);

G_END_DECLS
