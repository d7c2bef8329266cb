/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-store.h"

G_BEGIN_DECLS

/* Words of a page of a document. */
typedef struct
{
  EntId document;
  guint page;  /* from 1 */
  guint start; /* characters of the page's text */
  guint end;
  const char *quote; /* as one line */
} EntPassage;

/* What words can become. */
typedef enum
{
  ENT_PASSAGE_COMMITMENT,
  ENT_PASSAGE_THEME,
  ENT_PASSAGE_OBLIGATION,
  ENT_PASSAGE_SIGNED,
  ENT_PASSAGE_ENDS,
  ENT_PASSAGE_PERSON,
  ENT_PASSAGE_SOURCE,
} EntPassageKind;

#define ENT_PASSAGE_N_KINDS (ENT_PASSAGE_SOURCE + 1)

gboolean ent_passage_suits (EntPassageKind kind, const EntTable *table);
char *ent_passage_find_date (const char *quote);
EntId ent_passage_add (EntAction *action,
                       EntProject *project,
                       const EntPassage *passage,
                       EntPassageKind kind,
                       EntId on,
                       EntId under,
                       const char *text,
                       GError **error);

G_END_DECLS
