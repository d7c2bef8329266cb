/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-intake.h"
#include "store/ent-store.h"

G_BEGIN_DECLS

/* What became of a file. */
typedef struct
{
  EntId document;
  EntId attachment; /* none when it was attached to no record */
  gboolean known;   /* the project had this file: its document was taken */
} EntAttached;

/* Files into the project, all of them as one action that can be undone, or none. The same
 * file is kept once: a second time, its document is attached. */
GArray *ent_store_attach (
    EntStore *self, GPtrArray *intakes, EntId record, const char *role, GError **error);
/* Puts a file into a document that is there already. */
gboolean ent_store_set_file (EntStore *self, EntId document, EntIntake *intake, GError **error);

EntDocument *ent_project_find_file (EntProject *project, const char *sha256);
int ent_store_get_first_day (EntStore *self, EntId record);
int ent_store_get_file_day (EntStore *self, EntId document);
char *ent_store_dup_directory (EntStore *self);

G_END_DECLS
