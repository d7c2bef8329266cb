/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* What is to go into a project: flat records with resolved ids, to be written by the store. */
typedef struct
{
  const EntTable *table;
  EntId id;
  gboolean known;    /* the project has it: the values go into it */
  char *source;      /* where it stands, for messages: "a.json: agreement @hue-2024" */
  GPtrArray *values; /* EntImportValue */
  GArray *tags;      /* EntTag */
} EntImportRecord;

typedef struct
{
  const EntColumn *column;
  char *lang; /* NULL: the record's own language */
  char *text; /* canonical */
} EntImportValue;

typedef struct
{
  GPtrArray *records;   /* EntImportRecord */
  GHashTable *settings; /* key → value */
  GHashTable *blobs;    /* sha256 → GBytes */
} EntImport;

EntImport *ent_import_new (void);
void ent_import_free (EntImport *import);
EntImportRecord *ent_import_add (EntImport *import, const EntTable *table, EntId id);
const char *ent_import_record_get (const EntImportRecord *record, const EntColumn *column);
void ent_import_record_set (EntImportRecord *record,
                            const EntColumn *column,
                            const char *lang,
                            const char *canonical);
gboolean ent_import_check (EntImport *import, EntProject *project, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntImport, ent_import_free)

G_END_DECLS
