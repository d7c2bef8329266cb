/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* Fetches the bytes of a document by their SHA-256, for an export. */
typedef GBytes *(*EntBlobSource) (const char *sha256, gpointer user_data);

char *ent_json_export_project (EntProject *project, EntBlobSource blobs, gpointer user_data);
char *ent_json_export_record (EntProject *project, EntRecord *record, gboolean with_children);

/* A project's JSON as read: flat records with resolved ids, to be written by the store. */
typedef struct
{
  const EntTable *table;
  EntId id;
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
  GPtrArray *records;    /* EntImportRecord */
  GHashTable *settings;  /* key → value */
  GHashTable *blobs;     /* sha256 → GBytes */
} EntImport;

EntImport *ent_json_read (const char *const *paths, GError **error);
void ent_import_free (EntImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntImport, ent_import_free)

G_END_DECLS
