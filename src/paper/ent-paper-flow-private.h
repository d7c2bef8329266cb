/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-paper-layout.h"

G_BEGIN_DECLS

/* From blocks to pieces, while it goes on. */
typedef struct
{
  EntPaper *paper;
  EntPaperLayout *layout;
  GArray *pieces;
  const char *lang;
  double after; /* of the block before, not yet given */
  int document; /* node */
  guint facts;  /* piece that begins the facts right before, 0 for none */
} EntFlow;

typedef struct
{
  EntText *text;
  double x;
  int node;
} EntFlowCell;

int ent_flow_add_node (EntFlow *flow, int parent, const char *name, const char *lang);
EntPaperPiece *ent_flow_add_piece (EntFlow *flow, double before, double height);
void ent_flow_add_line (EntPaperPiece *piece, EntPaperLine line);
void ent_flow_add_shape (
    EntPaperPiece *piece, double x, double y, double width, double height, EntInk ink);
EntText *ent_flow_set_runs (EntFlow *flow, const EntRuns *runs, EntTextStyle style, double width);
double ent_flow_add_cell_lines (
    EntPaperPiece *piece, const EntFlowCell *cell, double from, double to, double top);

void ent_flow_definitions (EntFlow *flow, const EntBlock *block);
void ent_flow_table (EntFlow *flow, const EntBlock *block);

G_END_DECLS
