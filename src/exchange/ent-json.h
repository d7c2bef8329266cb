/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-import.h"

G_BEGIN_DECLS

/* Fetches the bytes of a document by their SHA-256, for an export. */
typedef GBytes *(*EntBlobSource) (const char *sha256, gpointer user_data);

char *ent_json_export_project (EntProject *project, EntBlobSource blobs, gpointer user_data);
EntImport *ent_json_read (const char *const *paths, GError **error);

G_END_DECLS
