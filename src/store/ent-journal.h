/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ent-id.h"
#include "store/ent-database.h"

G_BEGIN_DECLS

/* The append-only list of what was done. Which entry can be undone or redone is computed
 * from who undoes whom. */
typedef struct _EntJournal EntJournal;

/* What an entry says of itself. */
typedef struct
{
  const char *label; /* msgid */
  const char *arguments;
  const char *author;
  gint64 undoes; /* 0 for none */
} EntJournalEntry;

EntJournal *ent_journal_load (EntDatabase *database, GError **error);
void ent_journal_free (EntJournal *self);
gint64 ent_journal_write (EntJournal *self,
                          const EntJournalEntry *entry,
                          GBytes *changeset,
                          GError **error);
void ent_journal_push (EntJournal *self, gint64 seq, gint64 undoes, gboolean has_changes);
gboolean ent_journal_forget (EntJournal *self, const char *author, GError **error);

gint64 ent_journal_get_last (EntJournal *self);
gint64 ent_journal_get_undo (EntJournal *self);
gint64 ent_journal_get_redo (EntJournal *self);
guint ent_journal_count_undo (EntJournal *self);
guint ent_journal_count_redo (EntJournal *self);
gboolean ent_journal_is_undo (EntJournal *self, gint64 seq);
char *ent_journal_dup_label (EntJournal *self, gint64 seq, const char *lang);
gboolean ent_journal_read (EntJournal *self,
                           gint64 seq,
                           char **label,
                           char **arguments,
                           GBytes **changeset,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntJournal, ent_journal_free)

G_END_DECLS
