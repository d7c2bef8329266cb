/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"
#include "store/ent-database.h"

G_BEGIN_DECLS

/* The words of the documents' pages, in a file of their own beside the project's that can be
 * lost at any time, and is never published. A file is known by its hash, so that the same bytes
 * are read once. For the thread that opened it. */
typedef struct _EntPageIndex EntPageIndex;

/* Where the reading of a file has come to; only the first is taken up again. */
typedef enum
{
  ENT_PAGES_UNREAD,
  ENT_PAGES_READ,
  ENT_PAGES_WITHOUT_TEXT, /* a scan, or an empty one */
  ENT_PAGES_DAMAGED,
  ENT_PAGES_LOCKED, /* by a password */
} EntPagesState;

typedef struct
{
  EntId document;
  guint page; /* from 1 */
  char *snippet;
  double score; /* higher is better; 0 when the hits are not ranked */
} EntPageHit;

EntPageIndex *ent_page_index_open (const char *path, GError **error);
EntPageIndex *ent_page_index_open_to_read (const char *path, GError **error);
void ent_page_index_free (EntPageIndex *self);

EntPagesState ent_page_index_get_state (EntPageIndex *self, const char *sha256, guint *n_pages);
gboolean ent_page_index_begin (EntPageIndex *self, const char *sha256, GError **error);
gboolean ent_page_index_add (EntPageIndex *self,
                             const char *sha256,
                             GPtrArray *texts,
                             GError **error);
gboolean ent_page_index_end (EntPageIndex *self,
                             const char *sha256,
                             EntPagesState state,
                             GError **error);
gboolean ent_page_index_keep (EntPageIndex *self, GHashTable *files, GError **error);

GPtrArray *ent_page_index_find (EntPageIndex *self,
                                char **words,
                                GHashTable *files,
                                guint limit,
                                gboolean ranked,
                                GCancellable *cancellable,
                                GError **error);
void ent_page_hit_free (EntPageHit *hit);
char *ent_page_index_join_lines (const char *text, GString *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPageIndex, ent_page_index_free)

G_END_DECLS
