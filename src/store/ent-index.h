/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"
#include "store/ent-database.h"
#include "store/ent-journal.h"

G_BEGIN_DECLS

/* The words of a project, in a file of their own that can be lost at any time: what it lacks
 * is read again from the journal, or all of it from the graph. Never published. */
typedef struct _EntIndex EntIndex;

/* What is found, best first. */
typedef struct
{
  EntId record;
  double score; /* higher is better */
} EntIndexHit;

EntDatabase *ent_index_open_database (const char *path,
                                      const char *make,
                                      int version,
                                      GError **error);
EntIndex *ent_index_open (const char *path, GError **error);
EntIndex *ent_index_open_to_read (const char *path, GError **error);
void ent_index_free (EntIndex *self);
gboolean ent_index_catch_up (
    EntIndex *self, EntDatabase *source, EntProject *project, gint64 last, GError **error);
gboolean ent_index_catch_up_until (EntIndex *self,
                                   EntDatabase *source,
                                   EntProject *project,
                                   gint64 last,
                                   gint64 deadline,
                                   gboolean *is_up_to_date,
                                   GError **error);
GArray *ent_index_find (EntIndex *self, char **words, guint limit, gboolean ranked, GError **error);
GArray *ent_index_find_unless (EntIndex *self,
                               char **words,
                               guint limit,
                               gboolean ranked,
                               GCancellable *cancellable,
                               GError **error);
gboolean ent_index_is_title (const EntColumn *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntIndex, ent_index_free)

G_END_DECLS
