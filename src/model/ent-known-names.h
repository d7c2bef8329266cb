/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

/* The names by which the records of one type are known: titles in every language and other
 * names. Made of a project as it is; it does not follow its changes. */
typedef struct _EntKnownNames EntKnownNames;

/* A record that a typed name may mean. */
typedef struct
{
  EntId id;
  char *title;
  char *other; /* the name that was recognised, when it is not the title; or NULL */
} EntKnownName;

EntKnownNames *ent_known_names_new (EntProject *project, const EntTable *table, const char *lang);
void ent_known_names_free (EntKnownNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntKnownNames, ent_known_names_free)

GPtrArray *ent_known_names_search (EntKnownNames *self, const char *typed, guint limit);
GPtrArray *ent_known_names_find (EntKnownNames *self, const char *name);
GPtrArray *ent_known_names_find_like (EntKnownNames *self, const char *name, EntId but);

G_END_DECLS
