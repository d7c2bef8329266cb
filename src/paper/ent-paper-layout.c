/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-paper-layout.h"

#include "base/ent-number.h"

static void
free_text (gpointer text)
{
  ent_text_free (text);
}

static void
clear_node (gpointer data)
{
  g_free (((EntPaperNode *) data)->lang);
}

static void
clear_mark (gpointer data)
{
  g_free (((EntPaperMark *) data)->text);
}

static void
free_page (gpointer data)
{
  EntPaperPage *page = data;

  g_array_unref (page->lines);
  g_array_unref (page->shapes);
  g_free (page);
}

static EntPaperPage *
add_page (EntPaperLayout *layout)
{
  EntPaperPage *page = g_new0 (EntPaperPage, 1);

  page->lines = g_array_new (FALSE, FALSE, sizeof (EntPaperLine));
  page->shapes = g_array_new (FALSE, FALSE, sizeof (EntPaperShape));
  g_ptr_array_add (layout->pages, page);

  return page;
}

static void
put_piece (EntPaperPage *page, const EntPaperPiece *piece, double top, gboolean repeated)
{
  for (guint i = 0; piece->shapes && i < piece->shapes->len; i++)
    {
      EntPaperShape shape = g_array_index (piece->shapes, EntPaperShape, i);

      shape.y += top;
      g_array_append_val (page->shapes, shape);
    }
  for (guint i = 0; piece->lines && i < piece->lines->len; i++)
    {
      EntPaperLine line = g_array_index (piece->lines, EntPaperLine, i);

      line.y += top;
      if (repeated)
        line.node = ENT_NODE_NONE;
      g_array_append_val (page->lines, line);
    }
}

/* The height of a piece with those it keeps to itself. */
static double
measure_group (GArray *pieces, guint first)
{
  double height = g_array_index (pieces, EntPaperPiece, first).height;

  for (guint i = first; i + 1 < pieces->len; i++)
    {
      const EntPaperPiece *next = &g_array_index (pieces, EntPaperPiece, i + 1);

      if (!g_array_index (pieces, EntPaperPiece, i).keep || next->new_page)
        break;
      height += next->before + next->height;
    }

  return height;
}

static gboolean
fits (GArray *pieces, guint index, double room)
{
  const EntPaperPiece *piece = &g_array_index (pieces, EntPaperPiece, index);
  double group = measure_group (pieces, index);

  /* What can be together on no page is broken where it must be. */
  if (group > ENT_BODY_HEIGHT)
    group = piece->height;

  return piece->before + MAX (group, piece->need) <= room;
}

static void
break_into_pages (EntPaperLayout *layout, GArray *pieces)
{
  EntPaperPage *page = NULL;
  double y = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const EntPaperPiece *piece = &g_array_index (pieces, EntPaperPiece, i);
      gboolean kept = i > 0 && g_array_index (pieces, EntPaperPiece, i - 1).keep;
      gboolean fresh = page == NULL;

      if (!fresh && y > 0 && piece->new_page)
        fresh = TRUE;
      else if (!fresh && y > 0 && kept)
        fresh = y + piece->before + piece->height > ENT_BODY_HEIGHT;
      else if (!fresh && y > 0)
        fresh = !fits (pieces, i, ENT_BODY_HEIGHT - y);

      if (fresh)
        {
          page = add_page (layout);
          page->cover = piece->cover;
          y = 0;
          if (piece->head >= 0)
            {
              const EntPaperPiece *head = &g_array_index (pieces, EntPaperPiece, piece->head);

              put_piece (page, head, ENT_PAGE_TOP, TRUE);
              y = head->height;
            }
        }
      else if (y > 0)
        y += piece->before;

      if (piece->mark >= 0)
        {
          EntPaperMark *mark = &g_array_index (layout->marks, EntPaperMark, piece->mark);

          mark->page = layout->pages->len - 1;
          mark->y = ENT_PAGE_TOP + y;
        }
      put_piece (page, piece, ENT_PAGE_TOP + y, FALSE);
      y += piece->height;
    }

  if (layout->pages->len == 0)
    add_page (layout);
}

/* Page numbers are known only now; their room was kept. */
static void
fill_contents (EntPaperLayout *layout, const char *lang)
{
  for (guint i = 0; i < layout->pages->len; i++)
    {
      EntPaperPage *page = g_ptr_array_index (layout->pages, i);

      for (guint j = 0; j < page->lines->len; j++)
        {
          EntPaperLine *line = &g_array_index (page->lines, EntPaperLine, j);
          const EntPaperMark *mark;
          g_autofree char *number = NULL;
          g_autofree char *spaced = NULL;

          if (line->line)
            continue;
          mark = &g_array_index (layout->marks, EntPaperMark, line->target);
          number = ent_number_format_integer (mark->page + 1, lang);
          spaced = g_strconcat (" ", number, NULL); /* not a part of the last word */
          line->text = ent_text_new_plain (layout->context, spaced, ENT_STYLE_CONTENTS_2, -1, lang);
          g_ptr_array_add (layout->texts, line->text);
          line->line = pango_layout_get_line_readonly (line->text->layout, 0);
          line->x -= ent_text_get_width (line->text);
        }
    }
}

/**
 * ent_paper_layout_new:
 * @paper: a paper
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: (transfer full): the paper set on pages; %NULL when cancelled
 */
EntPaperLayout *
ent_paper_layout_new (EntPaper *paper, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntPaperLayout) layout = g_new0 (EntPaperLayout, 1);
  g_autoptr (GArray) pieces = NULL;

  layout->context = ent_text_create_context ();
  layout->texts = g_ptr_array_new_with_free_func (free_text);
  layout->nodes = g_array_new (FALSE, FALSE, sizeof (EntPaperNode));
  g_array_set_clear_func (layout->nodes, clear_node);
  layout->marks = g_array_new (FALSE, FALSE, sizeof (EntPaperMark));
  g_array_set_clear_func (layout->marks, clear_mark);
  layout->pages = g_ptr_array_new_with_free_func (free_page);

  pieces = ent_paper_flow (paper, layout, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  break_into_pages (layout, pieces);
  fill_contents (layout, ent_paper_get_lang (paper));

  return g_steal_pointer (&layout);
}

void
ent_paper_layout_free (EntPaperLayout *layout)
{
  if (layout == NULL)
    return;

  g_ptr_array_unref (layout->pages);
  g_array_unref (layout->marks);
  g_array_unref (layout->nodes);
  g_ptr_array_unref (layout->texts);
  g_object_unref (layout->context);
  g_free (layout);
}
