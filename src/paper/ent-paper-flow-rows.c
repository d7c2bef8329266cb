/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-paper-flow-private.h"

/* Texts side by side: the rows of facts and of tables. */

#define TERM_WIDTH 112.0
#define PANEL_PADDING 10.0
#define PANEL_BAR 2.0
#define PANEL_ROW 2.2
#define PANEL_END 4.0
#define CELL_PADDING 4.0
#define CELL_ROW 3.6
#define PANEL_HEIGHT_MAX 84.0
#define PANEL_ALONE_MIN 26.0 /* less is not left alone at the foot of a page */

/* A row taller than this is broken between its lines. */
#define ROW_HEIGHT_MAX (ENT_BODY_HEIGHT * 0.4)

static double
measure_cells (const EntFlowCell *cells, guint n_cells)
{
  double height = 0;

  for (guint i = 0; i < n_cells; i++)
    height = MAX (height, ent_text_get_height (cells[i].text));

  return height;
}

/* The top of the first line of a cell within [from, to). */
static double
find_first_line (const EntFlowCell *cell, double from, double to)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->text->layout);
  double found = to;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (logical.y / (double) PANGO_SCALE >= from)
        found = MIN (found, logical.y / (double) PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  return found;
}

/* The lines of a cell whose top is within [from, to), set from @top on. */
double
ent_flow_add_cell_lines (
    EntPaperPiece *piece, const EntFlowCell *cell, double from, double to, double top)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->text->layout);
  double reached = 0;

  do
    {
      PangoRectangle logical;
      double y;
      EntPaperLine line = { cell->text, pango_layout_iter_get_line_readonly (iter),
                            cell->x,    0,
                            cell->node, -1 };

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      y = logical.y / (double) PANGO_SCALE;
      if (y < from || y >= to)
        continue;
      line.x += logical.x / (double) PANGO_SCALE;
      line.y = top + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE - from;
      ent_flow_add_line (piece, line);
      reached = MAX (reached, y + logical.height / (double) PANGO_SCALE - from);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  return reached;
}

/* Cells side by side: one piece, or several when they are too tall for one. Gives the index
 * of the first. */
static guint
flow_cells (EntFlow *flow,
            const EntFlowCell *cells,
            guint n_cells,
            double before,
            double padding,
            double height_max)
{
  double height = measure_cells (cells, n_cells);
  guint n_parts = MAX (1, (guint) (height / height_max + 0.999));
  double part = height / n_parts + 0.01;
  guint first = flow->pieces->len;

  for (guint i = 0; i < n_parts; i++)
    {
      double top = i == 0 ? padding : 0;
      double bottom = i == n_parts - 1 ? padding : 0;
      EntPaperPiece *piece = ent_flow_add_piece (flow, i == 0 ? before : 0, 0);
      double to = (i + 1) * part;
      double from = to;
      double reached = 0;

      for (guint j = 0; j < n_cells; j++)
        from = MIN (from, find_first_line (&cells[j], i * part, to));
      for (guint j = 0; j < n_cells; j++)
        {
          double bottom_line = ent_flow_add_cell_lines (piece, &cells[j], from, to, top);

          reached = MAX (reached, bottom_line);
        }
      piece->height = top + reached + bottom;
    }

  return first;
}

void
ent_flow_definitions (EntFlow *flow, const EntBlock *block)
{
  double x = ENT_PAGE_LEFT + PANEL_PADDING;
  double width = ENT_BODY_WIDTH - PANEL_PADDING * 2 - TERM_WIDTH;
  int list = ent_flow_add_node (flow, flow->document, "L", NULL);

  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (block->rows, i);
      const EntRuns *term = g_ptr_array_index (row, 0);
      const EntRuns *text = g_ptr_array_index (row, 1);
      int item = ent_flow_add_node (flow, list, "LI", NULL);
      EntFlowCell cells[] = {
        { ent_flow_set_runs (flow, term, ENT_STYLE_TERM, TERM_WIDTH - 8), x,
          ent_flow_add_node (flow, item, "Lbl", NULL) },
        { ent_flow_set_runs (flow, text, ENT_STYLE_DEFINITION, width), x + TERM_WIDTH,
          ent_flow_add_node (flow, item, "LBody", ent_runs_get_lang (text)) },
      };
      guint first = flow_cells (flow, cells, G_N_ELEMENTS (cells), i ? 0 : 3, PANEL_ROW,
                                PANEL_HEIGHT_MAX);

      for (guint j = first; j < flow->pieces->len; j++)
        {
          EntPaperPiece *piece = &g_array_index (flow->pieces, EntPaperPiece, j);
          gboolean opens = i == 0 && j == first;
          gboolean closes = i == block->rows->len - 1 && j == flow->pieces->len - 1;

          if (opens)
            {
              for (guint k = 0; k < piece->lines->len; k++)
                g_array_index (piece->lines, EntPaperLine, k).y += PANEL_END;
              piece->height += PANEL_END;
            }
          piece->height += closes ? PANEL_END : 0;
          piece->keep = opens && block->rows->len > 1 && piece->height < PANEL_ALONE_MIN;
          ent_flow_add_shape (piece, ENT_PAGE_LEFT, 0, ENT_BODY_WIDTH, piece->height, ent_ink_tint);
          ent_flow_add_shape (piece, ENT_PAGE_LEFT, 0, PANEL_BAR, piece->height, ent_ink_accent);
        }
    }
  flow->after = 10;
}

static void
mark_header (EntFlow *flow, guint piece_index)
{
  EntPaperPiece *piece = &g_array_index (flow->pieces, EntPaperPiece, piece_index);

  piece->keep = TRUE;
  ent_flow_add_shape (piece, ENT_PAGE_LEFT, 0, ENT_BODY_WIDTH, piece->height, ent_ink_tint);
  ent_flow_add_shape (piece, ENT_PAGE_LEFT, piece->height - 1, ENT_BODY_WIDTH, 1, ent_ink_accent);
}

static void
flow_row (EntFlow *flow, const EntBlock *block, guint index, int table, double unit)
{
  GPtrArray *row = g_ptr_array_index (block->rows, index);
  g_autofree EntFlowCell *cells = g_new0 (EntFlowCell, block->n_columns);
  int node = ent_flow_add_node (flow, table, "TR", NULL);
  double x = ENT_PAGE_LEFT;

  for (guint i = 0; i < block->n_columns; i++)
    {
      const EntRuns *runs = g_ptr_array_index (row, i);
      gboolean heads = index == 0 || i == 0;
      double width = block->widths[i] * unit;

      cells[i].node = ent_flow_add_node (flow, node, heads ? "TH" : "TD", ent_runs_get_lang (runs));
      if (heads)
        g_array_index (flow->layout->nodes, EntPaperNode, cells[i].node).scope = index == 0
                                                                                     ? "Column"
                                                                                     : "Row";
      cells[i].x = x + CELL_PADDING;
      cells[i].text = ent_flow_set_runs (
          flow, runs, index == 0 ? ENT_STYLE_CELL_HEAD : ENT_STYLE_CELL, width - CELL_PADDING * 2);
      x += width;
    }
  flow_cells (flow, cells, block->n_columns, index ? 0 : 4, CELL_ROW, ROW_HEIGHT_MAX);
}

/* A table that takes less than half a page is not torn. */
static void
keep_small_table (EntFlow *flow, guint first)
{
  double height = 0;

  for (guint i = first; i < flow->pieces->len; i++)
    height += g_array_index (flow->pieces, EntPaperPiece, i).height;
  for (guint i = first; height < ROW_HEIGHT_MAX && i + 1 < flow->pieces->len; i++)
    g_array_index (flow->pieces, EntPaperPiece, i).keep = TRUE;
}

/* A few facts right before a table introduce it: they go with it to the next page. */
static void
keep_introduction (EntFlow *flow, guint header)
{
  double height = 0;

  if (flow->facts == 0)
    return;
  for (guint i = flow->facts; i < header; i++)
    height += g_array_index (flow->pieces, EntPaperPiece, i).height;
  for (guint i = flow->facts; height < PANEL_HEIGHT_MAX * 2 && i < header; i++)
    g_array_index (flow->pieces, EntPaperPiece, i).keep = TRUE;
}

void
ent_flow_table (EntFlow *flow, const EntBlock *block)
{
  int table = ent_flow_add_node (flow, flow->document, "Table", NULL);
  guint header = flow->pieces->len;
  double total = 0;

  keep_introduction (flow, header);
  for (guint i = 0; i < block->n_columns; i++)
    total += block->widths[i];

  for (guint i = 0; i < block->rows->len; i++)
    {
      guint first = flow->pieces->len;

      flow_row (flow, block, i, table, ENT_BODY_WIDTH / total);
      for (guint j = first; j < flow->pieces->len; j++)
        {
          EntPaperPiece *piece = &g_array_index (flow->pieces, EntPaperPiece, j);

          if (i == 0)
            {
              mark_header (flow, j);
              continue;
            }
          piece->head = header;
          if (j == flow->pieces->len - 1)
            ent_flow_add_shape (piece, ENT_PAGE_LEFT, piece->height - 0.6, ENT_BODY_WIDTH, 0.6,
                                ent_ink_rule);
        }
    }
  keep_small_table (flow, header);
  flow->after = 12;
}
