/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"
#include "paper/ent-paper.h"

G_BEGIN_DECLS

/* What a paper is made from. */
typedef struct
{
  EntProject *project;
  EntRecord *record; /* NULL for a paper of the whole project */
  const char *lang;
  int today;
  int year;       /* of a report */
  gint64 version; /* counts what was changed in the project: the last entry of its journal */
} EntPaperOrder;

/* A paper that can be asked for, in the window and on the command line: it has either a builder
 * of blocks, which are written as any document, or a maker of the file itself. */
typedef struct
{
  const char *name;      /* on the command line */
  const char *title;     /* msgid, as a menu has it; NULL: in no menu */
  const EntTable *table; /* type of the records it is made of; NULL: of the whole project */
  const EntTable *list;  /* of the whole project: the list in whose menu it is */
  /* Whether the menu of a record has it; NULL: of each. */
  gboolean (*suits) (EntProject *project, EntRecord *record);
  EntPaper *(*build) (const EntPaperOrder *order);
  GBytes *(*make) (const EntPaperOrder *order);
  const char *ending; /* of the file that make() gives */
} EntPaperKind;

const EntPaperKind *ent_papers_get (guint *n_papers);
const EntPaperKind *ent_papers_find (const char *name, gboolean of_record, const char *ending);
const EntPaperKind *
ent_papers_find_of (const char *name, EntRecord *record, const char *ending);
char *ent_papers_dup_types (const char *name);
gboolean ent_papers_suits (const EntPaperKind *kind, EntProject *project, EntRecord *record);
const char *ent_papers_get_ending (const EntPaperKind *kind);
char *ent_papers_dup_endings (const char *name);
char *ent_papers_dup_name (const EntPaperKind *kind, const EntPaperOrder *order);
GBytes *ent_papers_write (EntPaper *paper,
                          const char *ending,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
