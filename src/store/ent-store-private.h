/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-index.h"
#include "store/ent-journal.h"
#include "store/ent-store.h"

G_BEGIN_DECLS

struct _EntStore
{
  GObject parent_instance;

  char *path;
  char *author;          /* who edits here, NULL to go by the project */
  EntDatabase *database; /* NULL once closed */
  EntProject *project;
  EntJournal *journal;
  EntIndex *index;          /* NULL until the first search */
  gboolean index_is_behind; /* the last search did not know all of the project */
  guint index_update;       /* source that reads the rest */
  gboolean index_in_memory; /* it could not be kept in a file */
  GHashTable *files;        /* of documents, as they were at that entry of the journal */
  gint64 files_entry;
  EntAction *action; /* the one that is open, not owned */
};

EntDatabase *ent_store_get_database (EntStore *self);
char *ent_store_dup_author (EntStore *self);
gboolean ent_store_keep_blob (EntStore *self, const char *sha256, GBytes *bytes, GError **error);
gboolean ent_store_check_values (EntStore *self, GError **error);
gboolean ent_store_finish_change (
    EntStore *self, gint64 seq, gint64 undoes, GBytes *changeset, GError **error);

G_END_DECLS
