/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-paper-flow-private.h"

#include "base/ent-words.h"

/* From blocks to pieces: what each kind of block looks like. */

#define LIST_INDENT 15.0
#define CONTENTS_INDENT 14.0
#define CONTENTS_NUMBER 34.0 /* room for dots and page number */

int
ent_flow_add_node (EntFlow *flow, int parent, const char *name, const char *lang)
{
  EntPaperNode node = { parent, name, NULL, g_strdup (lang) };

  g_array_append_val (flow->layout->nodes, node);
  return flow->layout->nodes->len - 1;
}

EntPaperPiece *
ent_flow_add_piece (EntFlow *flow, double before, double height)
{
  EntPaperPiece piece = {
    .before = before + flow->after, .height = height, .mark = -1, .head = -1
  };

  flow->after = 0;
  g_array_append_val (flow->pieces, piece);
  return &g_array_index (flow->pieces, EntPaperPiece, flow->pieces->len - 1);
}

void
ent_flow_add_line (EntPaperPiece *piece, EntPaperLine line)
{
  if (!piece->lines)
    piece->lines = g_array_new (FALSE, FALSE, sizeof (EntPaperLine));
  g_array_append_val (piece->lines, line);
}

void
ent_flow_add_shape (
    EntPaperPiece *piece, double x, double y, double width, double height, EntInk ink)
{
  EntPaperShape shape = { ENT_SHAPE_FILLED, x, y, width, height, ink };

  if (!piece->shapes)
    piece->shapes = g_array_new (FALSE, FALSE, sizeof (EntPaperShape));
  g_array_append_val (piece->shapes, shape);
}

EntText *
ent_flow_set_runs (EntFlow *flow, const EntRuns *runs, EntTextStyle style, double width)
{
  EntText *text = ent_text_new (flow->layout->context, runs, style, width, flow->lang);

  g_ptr_array_add (flow->layout->texts, text);
  return text;
}

static EntText *
set_words (EntFlow *flow, const char *words, EntTextStyle style, double width)
{
  g_autoptr (EntRuns) runs = ent_runs_new_text (words);

  return ent_flow_set_runs (flow, runs, style, width);
}

/* One piece a line; the first two and the last two lines of a paragraph stay together. */
static void
flow_text (EntFlow *flow, EntText *text, double x, int node, double before, gboolean keep_all)
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
      piece = ent_flow_add_piece (flow, i == 0 ? before : 0, logical.height / (double) PANGO_SCALE);
      piece->keep = keep_all || (i == 0 && n_lines > 1) || i == n_lines - 2;
      ent_flow_add_line (piece, line);
      pango_layout_iter_next_line (iter);
    }

  pango_layout_iter_free (iter);
}

static void
flow_heading (EntFlow *flow, const EntBlock *block)
{
  static const char *const names[] = { "H1", "H2", "H3", "H4" };
  EntTextStyle style = ENT_STYLE_HEADING_1 + block->level - 1;
  const EntStyle *look = ent_style_get (style);
  EntPaperMark mark = { block->level, ent_runs_dup_text (block->text), 0, 0 };
  int node = ent_flow_add_node (flow, flow->document, names[block->level - 1],
                                ent_runs_get_lang (block->text));
  guint first = flow->pieces->len;
  EntPaperPiece *piece;

  flow_text (flow, ent_flow_set_runs (flow, block->text, style, ENT_BODY_WIDTH), ENT_PAGE_LEFT,
             node, look->before, TRUE);

  piece = &g_array_index (flow->pieces, EntPaperPiece, first);
  piece->mark = flow->layout->marks->len;
  piece->need = block->level == 1 ? 190 : block->level == 2 ? 100 : 56;
  g_array_append_val (flow->layout->marks, mark);
  if (block->level == 1)
    {
      piece = &g_array_index (flow->pieces, EntPaperPiece, flow->pieces->len - 1);
      ent_flow_add_shape (piece, ENT_PAGE_LEFT, piece->height + 3, ENT_BODY_WIDTH, 1.2,
                          ent_ink_accent);
    }
  flow->after = look->after;
}

static void
flow_paragraph (EntFlow *flow, const EntBlock *block)
{
  static const EntTextStyle text_styles[] = {
    [ENT_PARAGRAPH_BODY] = ENT_STYLE_BODY,
    [ENT_PARAGRAPH_TITLE] = ENT_STYLE_TITLE,
    [ENT_PARAGRAPH_LEAD] = ENT_STYLE_LEAD,
    [ENT_PARAGRAPH_NOTE] = ENT_STYLE_NOTE,
  };
  EntTextStyle style = text_styles[block->style];
  const EntStyle *look = ent_style_get (style);
  int node = ent_flow_add_node (flow, flow->document, "P", ent_runs_get_lang (block->text));

  flow_text (flow, ent_flow_set_runs (flow, block->text, style, ENT_BODY_WIDTH), ENT_PAGE_LEFT,
             node, look->before, block->style == ENT_PARAGRAPH_TITLE);
  flow->after = look->after;
}

static void
flow_list (EntFlow *flow, const EntBlock *block)
{
  int list = ent_flow_add_node (flow, flow->document, "L", NULL);

  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (block->rows, i);
      const EntRuns *runs = g_ptr_array_index (row, 0);
      int item = ent_flow_add_node (flow, list, "LI", NULL);
      int label = ent_flow_add_node (flow, item, "Lbl", NULL);
      int body = ent_flow_add_node (flow, item, "LBody", ent_runs_get_lang (runs));
      g_autofree char *number = row->len > 1 ? ent_runs_dup_text (g_ptr_array_index (row, 1))
                                             : NULL;
      EntText *bullet = set_words (flow, number ? number : "•", ENT_STYLE_BODY, -1);
      double indent = MAX (LIST_INDENT, ent_text_get_width (bullet) + 6);
      guint first = flow->pieces->len;
      EntPaperPiece *piece;
      EntPaperLine line;

      flow_text (flow, ent_flow_set_runs (flow, runs, ENT_STYLE_BODY, ENT_BODY_WIDTH - indent),
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

static void
flow_contents_entry (EntFlow *flow, int parent, const EntBlock *block, int target)
{
  EntTextStyle style = block->level == 1 ? ENT_STYLE_CONTENTS_1 : ENT_STYLE_CONTENTS_2;
  const EntStyle *look = ent_style_get (style);
  double indent = (block->level - 1) * CONTENTS_INDENT;
  int item = ent_flow_add_node (flow, parent, "TOCI", NULL);
  int node = ent_flow_add_node (flow, item, "Reference", ent_runs_get_lang (block->text));
  EntText *text = ent_flow_set_runs (flow, block->text, style,
                                     ENT_BODY_WIDTH - indent - CONTENTS_NUMBER);
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
      ent_flow_add_shape (piece, 0, 0, 0, 0, ent_ink_rule);
      g_array_index (piece->shapes, EntPaperShape, piece->shapes->len - 1) = dots;
    }
  number.line = NULL;
  number.text = NULL;
  number.x = ENT_PAGE_WIDTH - ENT_PAGE_RIGHT;
  ent_flow_add_line (piece, number);
  flow->after = look->after;
}

static void
flow_contents (EntFlow *flow)
{
  const EntStyle *look = ent_style_get (ENT_STYLE_HEADING_1);
  int title = ent_flow_add_node (flow, flow->document, "P", NULL);
  int contents;
  guint first = flow->pieces->len;
  int target = 0;

  flow_text (flow,
             set_words (flow, ent_words (flow->lang, N_ ("Contents")), ENT_STYLE_HEADING_1,
                        ENT_BODY_WIDTH),
             ENT_PAGE_LEFT, title, look->before, TRUE);
  g_array_index (flow->pieces, EntPaperPiece, first).new_page = TRUE;
  flow->after = look->after;

  contents = ent_flow_add_node (flow, flow->document, "TOC", NULL);
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
add_cover_line (
    EntFlow *flow, EntPaperPiece *piece, const EntRuns *runs, EntTextStyle style, double y)
{
  EntFlowCell cell = { ent_flow_set_runs (flow, runs, style, ENT_BODY_WIDTH), ENT_PAGE_LEFT,
                       ent_flow_add_node (flow, flow->document, "P", ent_runs_get_lang (runs)) };

  return ent_flow_add_cell_lines (piece, &cell, 0, ENT_PAGE_HEIGHT, y);
}

/* The cover measures from the top of the sheet, so its lines begin above the body. */
static void
flow_cover (EntFlow *flow, const EntBlock *block)
{
  static const EntTextStyle text_styles[] = { ENT_STYLE_COVER_ABOVE, ENT_STYLE_COVER_TITLE,
                                              ENT_STYLE_COVER_BELOW };
  EntPaperPiece *piece = ent_flow_add_piece (flow, 0, ENT_BODY_HEIGHT);
  double y = COVER_BAND - ENT_PAGE_TOP;

  piece->cover = TRUE;
  piece->new_page = TRUE;
  ent_flow_add_shape (piece, 0, -ENT_PAGE_TOP, ENT_PAGE_WIDTH, COVER_BAND, ent_ink_accent);
  ent_flow_add_shape (piece, ENT_PAGE_LEFT, y + 34, 46, 3, ent_ink_accent);

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
flow_block (EntFlow *flow, const EntBlock *block, gboolean *break_pending)
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
      ent_flow_definitions (flow, block);
      break;
    case ENT_BLOCK_TABLE:
      ent_flow_table (flow, block);
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
  EntFlow flow = { .paper = paper, .layout = layout, .lang = ent_paper_get_lang (paper) };
  gboolean break_pending = FALSE;

  flow.pieces = g_array_new (FALSE, FALSE, sizeof (EntPaperPiece));
  g_array_set_clear_func (flow.pieces, clear_piece);
  flow.document = ent_flow_add_node (&flow, ENT_NODE_NONE, "Document", NULL);

  for (guint i = 0; i < ent_paper_get_n_blocks (paper); i++)
    {
      guint first = flow.pieces->len;
      const EntBlock *block = ent_paper_get_block (paper, i);

      if (g_cancellable_is_cancelled (cancellable))
        break;
      flow_block (&flow, block, &break_pending);
      flow.facts = block->kind == ENT_BLOCK_DEFINITIONS ? first : 0;
    }

  return flow.pieces;
}
