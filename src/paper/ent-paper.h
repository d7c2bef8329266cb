/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "paper/ent-runs.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_BLOCK_COVER,       /* rows of one cell: above the title, title, below it, at the foot… */
  ENT_BLOCK_CONTENTS,    /* where the table of contents goes */
  ENT_BLOCK_HEADING,     /* level, text */
  ENT_BLOCK_PARAGRAPH,   /* style, text */
  ENT_BLOCK_LIST,        /* rows of one cell, or of two: text, number */
  ENT_BLOCK_DEFINITIONS, /* rows of two cells: term, text */
  ENT_BLOCK_TABLE,       /* rows of n_columns cells, the first row is the header */
  ENT_BLOCK_PAGE_BREAK,
} EntBlockKind;

typedef enum
{
  ENT_PARAGRAPH_BODY,
  ENT_PARAGRAPH_TITLE, /* the title of a paper that has no cover */
  ENT_PARAGRAPH_LEAD,  /* opens a paper or a section */
  ENT_PARAGRAPH_NOTE,  /* small: marks and remarks */
} EntParagraphStyle;

#define ENT_HEADING_LEVELS 4

/* Part of a paper, whatever it is written as. */
typedef struct
{
  EntBlockKind kind;
  int level;               /* of a heading: 1 to ENT_HEADING_LEVELS */
  EntParagraphStyle style; /* of a paragraph */
  EntRuns *text;           /* of a heading or paragraph */
  GPtrArray *rows;         /* each a GPtrArray of EntRuns, NULL where the kind has none */
  guint n_columns;         /* of a table */
  double *widths;          /* of a table: shares of the width, n_columns of them */
} EntBlock;

/* A paper before it is written: its blocks in order, in one language. */
#define ENT_TYPE_PAPER (ent_paper_get_type ())
G_DECLARE_FINAL_TYPE (EntPaper, ent_paper, ENT, PAPER, GObject)

EntPaper *ent_paper_new (const char *lang, const char *title, int today);

const char *ent_paper_get_lang (EntPaper *self);
const char *ent_paper_get_title (EntPaper *self);
int ent_paper_get_day (EntPaper *self);
void ent_paper_set_subject (EntPaper *self, const char *subject);
const char *ent_paper_get_subject (EntPaper *self);
void ent_paper_set_author (EntPaper *self, const char *author);
const char *ent_paper_get_author (EntPaper *self);
void ent_paper_set_running_head (EntPaper *self, const char *text);
const char *ent_paper_get_running_head (EntPaper *self);
void ent_paper_set_hint (EntPaper *self, const char *hint);
const char *ent_paper_get_hint (EntPaper *self);
void ent_paper_set_settles (EntPaper *self, gint64 obligation);
gint64 ent_paper_get_settles (EntPaper *self);
void ent_paper_set_booklet (EntPaper *self, gboolean booklet);
gboolean ent_paper_is_booklet (EntPaper *self);

void ent_paper_add_cover (EntPaper *self,
                          const char *above,
                          const char *below,
                          const char *const *foot);
void ent_paper_add_contents (EntPaper *self);
void ent_paper_add_heading (EntPaper *self, int level, const char *text);
void ent_paper_add_heading_runs (EntPaper *self, int level, EntRuns *text);
void ent_paper_add_paragraph (EntPaper *self, EntParagraphStyle style, EntRuns *text);
void ent_paper_add_text (EntPaper *self,
                         EntParagraphStyle style,
                         const char *text,
                         const char *lang);
void ent_paper_add_list_item (EntPaper *self, EntRuns *text);
void ent_paper_add_numbered_item (EntPaper *self, const char *number, EntRuns *text);
void ent_paper_add_definition (EntPaper *self, const char *term, EntRuns *text);
void ent_paper_begin_table (EntPaper *self, guint n_columns, const double *widths);
void ent_paper_add_row (EntPaper *self, EntRuns **cells);
void ent_paper_add_page_break (EntPaper *self);
void ent_paper_end_group (EntPaper *self);

guint ent_paper_get_n_blocks (EntPaper *self);
const EntBlock *ent_paper_get_block (EntPaper *self, guint index);
char *ent_paper_dup_text (EntPaper *self);

void ent_paper_take_block (EntPaper *self, const EntBlock *block);
void ent_paper_take_headings (EntPaper *self, GPtrArray *headings, GArray *pages);
int ent_paper_find_heading_page (EntPaper *self, const char *heading);

GBytes *ent_paper_to_odt (EntPaper *self, GCancellable *cancellable, GError **error);
GBytes *ent_paper_to_pdf (EntPaper *self, GCancellable *cancellable, GError **error);
gboolean ent_paper_write_pdf (EntPaper *self,
                              const char *path,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
