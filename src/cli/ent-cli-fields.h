/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-store.h"

G_BEGIN_DECLS

/* One FIELD=VALUE of a command line, understood. */
typedef struct
{
  const EntColumn *column; /* NULL: a tag, or the title of a type without that field */
  char *lang;              /* of a translation */
  char *text;              /* canonical, NULL for no value */
  EntId term;              /* of a tag */
  int weight;              /* -1 for none */
  gboolean clear;          /* the tag goes */
} EntCliField;

EntCliField *ent_cli_field_read (EntProject *project,
                                 const EntTable *table,
                                 const char *word,
                                 GError **error);
void ent_cli_field_free (EntCliField *field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCliField, ent_cli_field_free)

GPtrArray *ent_cli_fields_read (EntProject *project,
                                const EntTable *table,
                                const char *const *words,
                                gboolean to_match,
                                GError **error);
gboolean ent_cli_fields_write (EntAction *action, EntId id, GPtrArray *fields, GError **error);
gboolean ent_cli_fields_match (EntProject *project, EntRecord *record, GPtrArray *fields);

G_END_DECLS
