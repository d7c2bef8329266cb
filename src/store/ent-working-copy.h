/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/ent-working-state.h"

G_BEGIN_DECLS

/* A folder of our own for each project: the database that is worked in, its index, a lock
 * that the system releases when the program ends in whatever way, and what is known of
 * the file it belongs to. */
typedef struct
{
  char *directory;
  EntWorkingState *state;
  int lock; /* -1 while not held */
} EntWorkingCopy;

/* The files in the folder. */
#define ENT_WORKING_DATABASE "work.db"
#define ENT_WORKING_INDEX "index.db"
#define ENT_WORKING_PAGES "pages.db"   /* the words of the documents' pages */
#define ENT_WORKING_READING "reading." /* a document on its way to be read */
#define ENT_WORKING_STATE "state.json"
#define ENT_WORKING_INCOMING "incoming.db"
#define ENT_WORKING_PREVIOUS "previous.db"
#define ENT_WORKING_SNAPSHOT "snapshot.db" /* on its way into the file */
#define ENT_WORKING_COPY "copy.db"         /* on its way elsewhere */

/* Held, for a moment, by whoever looks for a working copy or makes one known. */
int ent_working_roster_lock (GError **error);
void ent_working_roster_unlock (int roster);

EntWorkingCopy *ent_working_copy_new (GError **error);
GPtrArray *ent_working_copy_list (void);
gboolean ent_working_copy_lock (EntWorkingCopy *self, const char *name, GError **error);
void ent_working_copy_free (EntWorkingCopy *self);
void ent_working_copy_remove (EntWorkingCopy *self);
void ent_working_copy_tidy (EntWorkingCopy *self);
void ent_working_copy_remove_debris (void);

char *ent_working_copy_dup_path (EntWorkingCopy *self, const char *leaf);
gboolean ent_working_copy_save_state (EntWorkingCopy *self, GError **error);
gboolean ent_working_copy_is_unsaved (EntWorkingCopy *self);
void ent_working_copy_sync (EntWorkingCopy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntWorkingCopy, ent_working_copy_free)

/* What a database says of itself; the strings are NULL where it does not. */
typedef struct
{
  char *project;
  char *title;
  gint64 entry;  /* last of the journal, 0 for none */
  char *changed; /* time of that entry */
} EntWorkingFacts;

gboolean ent_working_facts_read (EntWorkingFacts *facts, const char *path, GError **error);
void ent_working_facts_clear (EntWorkingFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntWorkingFacts, ent_working_facts_clear)

G_END_DECLS
