/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-paper-layout.h"

#include "base/ent-words.h"

/* From blocks to pieces: what each kind of block looks like. */

#define LIST_INDENT 15.0
#define CONTENTS_INDENT 14.0
#define CONTENTS_NUMBER 34.0 /* room for dots and page number */
#define TERM_WIDTH 112.0
#define PANEL_PADDING 10.0
#define PANEL_BAR 2.0
#define PANEL_ROW 2.2
#define PANEL_END 4.0
#define CELL_PADDING 4.0
#define CELL_ROW 3.6

/* A row taller than this is broken between its lines. */
#define ROW_HEIGHT_MAX (ENT_BODY_HEIGHT * 0.4)
#define PANEL_HEIGHT_MAX 84.0
#define PANEL_ALONE_MIN 26.0 /* less is not left alone at the foot of a page */

typedef struct
{
  EntPaper *paper;
  EntPaperLayout *layout;
  GArray *pieces;
  const char *lang;
  double after; /* of the block before, not yet given */
  int document; /* node */
} Flow;

typedef struct
{
  EntText *text;
  double x;
  int node;
} Cell;

static int
add_node (Flow *flow, int parent, const char *name, const char *lang)
{
  EntPaperNode node = { parent, name, NULL, g_strdup (lang) };

  g_array_append_val (flow->layout->nodes, node);
  return flow->layout->nodes->len - 1;
}

static EntPaperPiece *
add_piece (Flow *flow, double before, double height)
{
  EntPaperPiece piece = {
    .before = before + flow->after, .height = height, .mark = -1, .head = -1
  };

  flow->after = 0;
  g_array_append_val (flow->pieces, piece);
  return &g_array_index (flow->pieces, EntPaperPiece, flow->pieces->len - 1);
}

static void
add_line (EntPaperPiece *piece, EntPaperLine line)
{
  if (!piece->lines)
    piece->lines = g_array_new (FALSE, FALSE, sizeof (EntPaperLine));
  g_array_append_val (piece->lines, line);
}

static void
add_shape (EntPaperPiece *piece, double x, double y, double width, double height, EntInk ink)
{
  EntPaperShape shape = { ENT_SHAPE_FILLED, x, y, width, height, ink };

  if (!piece->shapes)
    piece->shapes = g_array_new (FALSE, FALSE, sizeof (EntPaperShape));
  g_array_append_val (piece->shapes, shape);
}

static EntText *
set_runs (Flow *flow, const EntRuns *runs, EntTextStyle style, double width)
{
  EntText *text = ent_text_new (flow->layout->context, runs, style, width, flow->lang);

  g_ptr_array_add (flow->layout->texts, text);
  return text;
}

static EntText *
set_words (Flow *flow, const char *words, EntTextStyle style, double width)
{
  g_autoptr (EntRuns) runs = ent_runs_new_text (words);

  return set_runs (flow, runs, style, width);
}

/* One piece a line; the first two and the last two lines of a paragraph stay together. */
static void
flow_text (Flow *flow, EntText *text, double x, int node, double before, gboolean keep_all)
{
  int n_lines = pango_layout_get_line_count (text->layout);
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  for (int i = 0; i < n_lines; i++)
    {
      PangoRectangle logical;
      EntPaperPiece *piece;
      EntPaperLine line = { text, pango_layout_iter_get_line_readonly (iter), x, 0, node, -1 };

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line.x += logical.x / (double) PANGO_SCALE;
      line.y = (pango_layout_iter_get_baseline (iter) - logical.y) / (double) PANGO_SCALE;
      piece = add_piece (flow, i == 0 ? before : 0, logical.height / (double) PANGO_SCALE);
      piece->keep = keep_all || (i == 0 && n_lines > 1) || i == n_lines - 2;
      add_line (piece, line);
      pango_layout_iter_next_line (iter);
    }

  pango_layout_iter_free (iter);
}

static void
flow_heading (Flow *flow, const EntBlock *block)
{
  static const char *const names[] = { "H1", "H2", "H3", "H4" };
  EntTextStyle style = ENT_STYLE_HEADING_1 + block->level - 1;
  const EntStyle *look = ent_style_get (style);
  EntPaperMark mark = { block->level, ent_runs_dup_text (block->text), 0, 0 };
  int node = add_node (flow, flow->document, names[block->level - 1],
                       ent_runs_get_lang (block->text));
  guint first = flow->pieces->len;
  EntPaperPiece *piece;

  flow_text (flow, set_runs (flow, block->text, style, ENT_BODY_WIDTH), ENT_PAGE_LEFT, node,
             look->before, TRUE);

  piece = &g_array_index (flow->pieces, EntPaperPiece, first);
  piece->mark = flow->layout->marks->len;
  piece->need = block->level == 1 ? 190 : block->level == 2 ? 100 : 56;
  g_array_append_val (flow->layout->marks, mark);
  if (block->level == 1)
    {
      piece = &g_array_index (flow->pieces, EntPaperPiece, flow->pieces->len - 1);
      add_shape (piece, ENT_PAGE_LEFT, piece->height + 3, ENT_BODY_WIDTH, 1.2, ent_ink_accent);
    }
  flow->after = look->after;
}

static void
flow_paragraph (Flow *flow, const EntBlock *block)
{
  static const EntTextStyle text_styles[] = {
    [ENT_PARAGRAPH_BODY] = ENT_STYLE_BODY,
    [ENT_PARAGRAPH_TITLE] = ENT_STYLE_TITLE,
    [ENT_PARAGRAPH_LEAD] = ENT_STYLE_LEAD,
    [ENT_PARAGRAPH_NOTE] = ENT_STYLE_NOTE,
  };
  EntTextStyle style = text_styles[block->style];
  const EntStyle *look = ent_style_get (style);
  int node = add_node (flow, flow->document, "P", ent_runs_get_lang (block->text));

  flow_text (flow, set_runs (flow, block->text, style, ENT_BODY_WIDTH), ENT_PAGE_LEFT, node,
             look->before, block->style == ENT_PARAGRAPH_TITLE);
  flow->after = look->after;
}

static void
flow_list (Flow *flow, const EntBlock *block)
{
  int list = add_node (flow, flow->document, "L", NULL);

  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (block->rows, i);
      const EntRuns *runs = g_ptr_array_index (row, 0);
      int item = add_node (flow, list, "LI", NULL);
      int label = add_node (flow, item, "Lbl", NULL);
      int body = add_node (flow, item, "LBody", ent_runs_get_lang (runs));
      g_autofree char *number = row->len > 1 ? ent_runs_dup_text (g_ptr_array_index (row, 1))
                                             : NULL;
      EntText *bullet = set_words (flow, number ? number : "•", ENT_STYLE_BODY, -1);
      double indent = MAX (LIST_INDENT, ent_text_get_width (bullet) + 6);
      guint first = flow->pieces->len;
      EntPaperPiece *piece;
      EntPaperLine line;

      flow_text (flow, set_runs (flow, runs, ENT_STYLE_BODY, ENT_BODY_WIDTH - indent),
                 ENT_PAGE_LEFT + indent, body, i ? 2 : 0, FALSE);
      piece = &g_array_index (flow->pieces, EntPaperPiece, first);
      line = g_array_index (piece->lines, EntPaperLine, 0);
      line.text = bullet;
      line.line = pango_layout_get_line_readonly (bullet->layout, 0);
      line.x = ENT_PAGE_LEFT + 2;
      line.node = label;
      g_array_insert_val (piece->lines, 0, line);
    }
  flow->after = 7;
}

static double
measure_cells (const Cell *cells, guint n_cells)
{
  double height = 0;

  for (guint i = 0; i < n_cells; i++)
    height = MAX (height, ent_text_get_height (cells[i].text));

  return height;
}

/* The top of the first line of a cell within [from, to). */
static double
find_first_line (const Cell *cell, double from, double to)
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
static double
add_cell_lines (EntPaperPiece *piece, const Cell *cell, double from, double to, double top)
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
      add_line (piece, line);
      reached = MAX (reached, y + logical.height / (double) PANGO_SCALE - from);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  return reached;
}

/* Cells side by side: one piece, or several when they are too tall for one. Gives the index
 * of the first. */
static guint
flow_cells (
    Flow *flow, const Cell *cells, guint n_cells, double before, double padding, double height_max)
{
  double height = measure_cells (cells, n_cells);
  guint n_parts = MAX (1, (guint) (height / height_max + 0.999));
  double part = height / n_parts + 0.01;
  guint first = flow->pieces->len;

  for (guint i = 0; i < n_parts; i++)
    {
      double top = i == 0 ? padding : 0;
      double bottom = i == n_parts - 1 ? padding : 0;
      EntPaperPiece *piece = add_piece (flow, i == 0 ? before : 0, 0);
      double to = (i + 1) * part;
      double from = to;
      double reached = 0;

      for (guint j = 0; j < n_cells; j++)
        from = MIN (from, find_first_line (&cells[j], i * part, to));
      for (guint j = 0; j < n_cells; j++)
        reached = MAX (reached, add_cell_lines (piece, &cells[j], from, to, top));
      piece->height = top + reached + bottom;
    }

  return first;
}

static void
flow_definitions (Flow *flow, const EntBlock *block)
{
  double x = ENT_PAGE_LEFT + PANEL_PADDING;
  double width = ENT_BODY_WIDTH - PANEL_PADDING * 2 - TERM_WIDTH;
  int list = add_node (flow, flow->document, "L", NULL);

  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (block->rows, i);
      const EntRuns *term = g_ptr_array_index (row, 0);
      const EntRuns *text = g_ptr_array_index (row, 1);
      int item = add_node (flow, list, "LI", NULL);
      Cell cells[] = {
        { set_runs (flow, term, ENT_STYLE_TERM, TERM_WIDTH - 8), x,
          add_node (flow, item, "Lbl", NULL) },
        { set_runs (flow, text, ENT_STYLE_DEFINITION, width), x + TERM_WIDTH,
          add_node (flow, item, "LBody", ent_runs_get_lang (text)) },
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
          add_shape (piece, ENT_PAGE_LEFT, 0, ENT_BODY_WIDTH, piece->height, ent_ink_tint);
          add_shape (piece, ENT_PAGE_LEFT, 0, PANEL_BAR, piece->height, ent_ink_accent);
        }
    }
  flow->after = 10;
}

static void
mark_header (Flow *flow, guint piece_index)
{
  EntPaperPiece *piece = &g_array_index (flow->pieces, EntPaperPiece, piece_index);

  piece->keep = TRUE;
  add_shape (piece, ENT_PAGE_LEFT, 0, ENT_BODY_WIDTH, piece->height, ent_ink_tint);
  add_shape (piece, ENT_PAGE_LEFT, piece->height - 1, ENT_BODY_WIDTH, 1, ent_ink_accent);
}

static void
flow_row (Flow *flow, const EntBlock *block, guint index, int table, double unit)
{
  GPtrArray *row = g_ptr_array_index (block->rows, index);
  g_autofree Cell *cells = g_new0 (Cell, block->n_columns);
  int node = add_node (flow, table, "TR", NULL);
  double x = ENT_PAGE_LEFT;

  for (guint i = 0; i < block->n_columns; i++)
    {
      const EntRuns *runs = g_ptr_array_index (row, i);
      gboolean heads = index == 0 || i == 0;
      double width = block->widths[i] * unit;

      cells[i].node = add_node (flow, node, heads ? "TH" : "TD", ent_runs_get_lang (runs));
      if (heads)
        g_array_index (flow->layout->nodes, EntPaperNode, cells[i].node).scope = index == 0
                                                                                     ? "Column"
                                                                                     : "Row";
      cells[i].x = x + CELL_PADDING;
      cells[i].text = set_runs (flow, runs, index == 0 ? ENT_STYLE_CELL_HEAD : ENT_STYLE_CELL,
                                width - CELL_PADDING * 2);
      x += width;
    }
  flow_cells (flow, cells, block->n_columns, index ? 0 : 4, CELL_ROW, ROW_HEIGHT_MAX);
}

/* A table that takes less than half a page is not torn. */
static void
keep_small_table (Flow *flow, guint first)
{
  double height = 0;

  for (guint i = first; i < flow->pieces->len; i++)
    height += g_array_index (flow->pieces, EntPaperPiece, i).height;
  for (guint i = first; height < ROW_HEIGHT_MAX && i + 1 < flow->pieces->len; i++)
    g_array_index (flow->pieces, EntPaperPiece, i).keep = TRUE;
}

static void
flow_table (Flow *flow, const EntBlock *block)
{
  int table = add_node (flow, flow->document, "Table", NULL);
  guint header = flow->pieces->len;
  double total = 0;

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
            add_shape (piece, ENT_PAGE_LEFT, piece->height - 0.6, ENT_BODY_WIDTH, 0.6,
                       ent_ink_rule);
        }
    }
  keep_small_table (flow, header);
  flow->after = 12;
}

static void
flow_contents_entry (Flow *flow, int parent, const EntBlock *block, int target)
{
  EntTextStyle style = block->level == 1 ? ENT_STYLE_CONTENTS_1 : ENT_STYLE_CONTENTS_2;
  const EntStyle *look = ent_style_get (style);
  double indent = (block->level - 1) * CONTENTS_INDENT;
  int item = add_node (flow, parent, "TOCI", NULL);
  int node = add_node (flow, item, "Reference", ent_runs_get_lang (block->text));
  EntText *text = set_runs (flow, block->text, style, ENT_BODY_WIDTH - indent - CONTENTS_NUMBER);
  guint first = flow->pieces->len;
  EntPaperPiece *piece;
  EntPaperLine number;
  PangoRectangle extents;
  EntPaperShape dots = { ENT_SHAPE_DOTTED, 0, 0, 0, 0, ent_ink_rule };

  flow_text (flow, text, ENT_PAGE_LEFT + indent, node, look->before, TRUE);
  for (guint i = first; i < flow->pieces->len; i++)
    {
      piece = &g_array_index (flow->pieces, EntPaperPiece, i);
      g_array_index (piece->lines, EntPaperLine, 0).target = target;
    }

  piece = &g_array_index (flow->pieces, EntPaperPiece, flow->pieces->len - 1);
  piece->keep = block->level == 1;
  number = g_array_index (piece->lines, EntPaperLine, 0);
  pango_layout_line_get_extents (number.line, NULL, &extents);
  dots.x = number.x + extents.width / (double) PANGO_SCALE + 4;
  dots.y = number.y;
  dots.width = ENT_PAGE_WIDTH - ENT_PAGE_RIGHT - 24 - dots.x;
  if (dots.width > 6)
    {
      add_shape (piece, 0, 0, 0, 0, ent_ink_rule);
      g_array_index (piece->shapes, EntPaperShape, piece->shapes->len - 1) = dots;
    }
  number.line = NULL;
  number.text = NULL;
  number.x = ENT_PAGE_WIDTH - ENT_PAGE_RIGHT;
  add_line (piece, number);
  flow->after = look->after;
}

static void
flow_contents (Flow *flow)
{
  const EntStyle *look = ent_style_get (ENT_STYLE_HEADING_1);
  int title = add_node (flow, flow->document, "P", NULL);
  int contents;
  guint first = flow->pieces->len;
  int target = 0;

  flow_text (flow,
             set_words (flow, ent_words (flow->lang, N_ ("Contents")), ENT_STYLE_HEADING_1,
                        ENT_BODY_WIDTH),
             ENT_PAGE_LEFT, title, look->before, TRUE);
  g_array_index (flow->pieces, EntPaperPiece, first).new_page = TRUE;
  flow->after = look->after;

  contents = add_node (flow, flow->document, "TOC", NULL);
  for (guint i = 0; i < ent_paper_get_n_blocks (flow->paper); i++)
    {
      const EntBlock *block = ent_paper_get_block (flow->paper, i);

      if (block->kind != ENT_BLOCK_HEADING)
        continue;
      if (block->level <= 2)
        flow_contents_entry (flow, contents, block, target);
      target++;
    }
  flow->after = 0;
}

#define COVER_BAND (ENT_PAGE_HEIGHT * 0.62)

static double
add_cover_line (Flow *flow, EntPaperPiece *piece, const EntRuns *runs, EntTextStyle style, double y)
{
  Cell cell = { set_runs (flow, runs, style, ENT_BODY_WIDTH), ENT_PAGE_LEFT,
                add_node (flow, flow->document, "P", ent_runs_get_lang (runs)) };

  return add_cell_lines (piece, &cell, 0, ENT_PAGE_HEIGHT, y);
}

/* The cover measures from the top of the sheet, so its lines begin above the body. */
static void
flow_cover (Flow *flow, const EntBlock *block)
{
  static const EntTextStyle text_styles[] = { ENT_STYLE_COVER_ABOVE, ENT_STYLE_COVER_TITLE,
                                              ENT_STYLE_COVER_BELOW };
  EntPaperPiece *piece = add_piece (flow, 0, ENT_BODY_HEIGHT);
  double y = COVER_BAND - ENT_PAGE_TOP;

  piece->cover = TRUE;
  piece->new_page = TRUE;
  add_shape (piece, 0, -ENT_PAGE_TOP, ENT_PAGE_WIDTH, COVER_BAND, ent_ink_accent);
  add_shape (piece, ENT_PAGE_LEFT, y + 34, 46, 3, ent_ink_accent);

  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (block->rows, i);
      const EntRuns *runs = g_ptr_array_index (row, 0);
      double top = i == 0 ? 4 : i == 1 ? y - 200 : y + 48;

      if (i == 3)
        y += 48;
      if (i >= 3)
        top = y;
      if (i == 2)
        top = y - 46;
      if (ent_runs_is_empty (runs))
        continue;
      if (i < 3)
        add_cover_line (flow, piece, runs, text_styles[i], top);
      else
        y += add_cover_line (flow, piece, runs, ENT_STYLE_COVER_FOOT, top)
             + ent_style_get (ENT_STYLE_COVER_FOOT)->after;
    }
}

static void
flow_block (Flow *flow, const EntBlock *block, gboolean *break_pending)
{
  guint first = flow->pieces->len;

  switch (block->kind)
    {
    case ENT_BLOCK_COVER:
      flow_cover (flow, block);
      break;
    case ENT_BLOCK_CONTENTS:
      flow_contents (flow);
      break;
    case ENT_BLOCK_HEADING:
      flow_heading (flow, block);
      break;
    case ENT_BLOCK_PARAGRAPH:
      flow_paragraph (flow, block);
      break;
    case ENT_BLOCK_LIST:
      flow_list (flow, block);
      break;
    case ENT_BLOCK_DEFINITIONS:
      flow_definitions (flow, block);
      break;
    case ENT_BLOCK_TABLE:
      flow_table (flow, block);
      break;
    case ENT_BLOCK_PAGE_BREAK:
      *break_pending = TRUE;
      return;
    }

  if (*break_pending && flow->pieces->len > first)
    g_array_index (flow->pieces, EntPaperPiece, first).new_page = TRUE;
  *break_pending = block->kind == ENT_BLOCK_COVER || block->kind == ENT_BLOCK_CONTENTS;
}

static void
clear_piece (gpointer data)
{
  EntPaperPiece *piece = data;

  g_clear_pointer (&piece->lines, g_array_unref);
  g_clear_pointer (&piece->shapes, g_array_unref);
}

/**
 * ent_paper_flow:
 * @paper: a paper
 * @layout: takes the texts, nodes and marks
 * @cancellable: (nullable): ends it early
 *
 * Returns: (transfer full) (element-type EntPaperPiece): the pieces of all blocks, in order
 */
GArray *
ent_paper_flow (EntPaper *paper, EntPaperLayout *layout, GCancellable *cancellable)
{
  Flow flow = { .paper = paper, .layout = layout, .lang = ent_paper_get_lang (paper) };
  gboolean break_pending = FALSE;

  flow.pieces = g_array_new (FALSE, FALSE, sizeof (EntPaperPiece));
  g_array_set_clear_func (flow.pieces, clear_piece);
  flow.document = add_node (&flow, ENT_NODE_NONE, "Document", NULL);

  for (guint i = 0; i < ent_paper_get_n_blocks (paper); i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      flow_block (&flow, ent_paper_get_block (paper, i), &break_pending);
    }

  return flow.pieces;
}
