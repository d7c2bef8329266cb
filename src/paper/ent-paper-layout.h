/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-paper-text.h"
#include "paper/ent-paper.h"

G_BEGIN_DECLS

/* A4, in points. */
#define ENT_PAGE_WIDTH 595.28
#define ENT_PAGE_HEIGHT 841.89
#define ENT_PAGE_LEFT 62.0
#define ENT_PAGE_RIGHT 62.0
#define ENT_PAGE_TOP 74.0
#define ENT_PAGE_BOTTOM 66.0
#define ENT_BODY_WIDTH (ENT_PAGE_WIDTH - ENT_PAGE_LEFT - ENT_PAGE_RIGHT)
#define ENT_BODY_HEIGHT (ENT_PAGE_HEIGHT - ENT_PAGE_TOP - ENT_PAGE_BOTTOM)

#define ENT_NODE_NONE (-1)

/* An element of the logical structure: what a screen reader walks through. Either it
 * has children or it has content, never both. */
typedef struct
{
  int parent;        /* index of the node it is in, ENT_NODE_NONE for the first */
  const char *name;  /* "P", "TH"… as PDF calls it */
  const char *scope; /* of a header cell: "Row", "Column" */
  char *lang;        /* when it is not that of the paper */
} EntPaperNode;

/* A line of text on a page, in reading order. */
typedef struct
{
  EntText *text;         /* not owned */
  PangoLayoutLine *line; /* not owned; NULL for the page number of the target */
  double x;
  double y;   /* of its baseline */
  int node;   /* ENT_NODE_NONE for what is no content: repeated heads */
  int target; /* heading it leads to, -1 for none */
} EntPaperLine;

typedef enum
{
  ENT_SHAPE_FILLED,
  ENT_SHAPE_DOTTED, /* a row of dots along its top */
} EntShapeKind;

typedef struct
{
  EntShapeKind kind;
  double x;
  double y;
  double width;
  double height;
  EntInk ink;
} EntPaperShape;

typedef struct
{
  GArray *lines;  /* EntPaperLine */
  GArray *shapes; /* EntPaperShape */
  gboolean cover; /* without running head and page number */
} EntPaperPage;

typedef struct
{
  int level;
  char *text;
  guint page; /* index */
  double y;   /* of its top on that page */
} EntPaperMark;

/* A paper set on pages. */
typedef struct
{
  PangoContext *context;
  GPtrArray *texts; /* EntText: kept for the lines */
  GArray *nodes;    /* EntPaperNode, parents before children */
  GArray *marks;    /* EntPaperMark, the headings in order */
  GPtrArray *pages; /* EntPaperPage */
} EntPaperLayout;

EntPaperLayout *ent_paper_layout_new (EntPaper *paper, GCancellable *cancellable, GError **error);
void ent_paper_layout_free (EntPaperLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPaperLayout, ent_paper_layout_free)

/* Something that stays on one page; between two of them a page may end. */
typedef struct
{
  double before; /* space above, dropped at the head of a page */
  double height;
  double need;    /* room that must be left on the page for it to begin there */
  GArray *lines;  /* EntPaperLine, y from the top of the piece; NULL when there is none */
  GArray *shapes; /* the same for EntPaperShape */
  gboolean keep;  /* with the next one */
  gboolean new_page;
  gboolean cover;
  int mark; /* heading it begins, -1 for none */
  int head; /* index of the piece to repeat when it begins a page, -1 for none */
} EntPaperPiece;

GArray *ent_paper_flow (EntPaper *paper, EntPaperLayout *layout, GCancellable *cancellable);

G_END_DECLS
