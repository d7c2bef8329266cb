/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "base/ent-date.h"
#include "base/ent-error.h"
#include "base/ent-words.h"
#include "paper/ent-booklet.h"
#include "paper/ent-paper-layout.h"
#include "paper/ent-paper-tags.h"

/* Drawing with cairo. Each stretch of content stands under one tag of its own at the root:
 * ent_paper_tag() makes the tree of them, for cairo cannot leave an element and come back to
 * it on the next page without taking the running head along. */

#define RUNNING_HEAD_Y 40.0
#define RUNNING_FOOT_Y (ENT_PAGE_HEIGHT - 38.0)

typedef struct
{
  EntPaper *paper;
  EntPaperLayout *layout;
  cairo_surface_t *surface;
  cairo_t *cr;
  GArray *chunks; /* EntPaperChunk */
} Drawing;

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_ink (cairo_t *cr, EntInk ink)
{
  cairo_set_source_rgb (cr, ink.red, ink.green, ink.blue);
}

static const EntTextLink *
find_link (EntText *text, int offset)
{
  for (guint i = 0; text->links && i < text->links->len; i++)
    {
      const EntTextLink *link = &g_array_index (text->links, EntTextLink, i);

      if (offset >= (int) link->start && offset < (int) link->end)
        return link;
    }

  return NULL;
}

static void
begin_web_link (cairo_t *cr, const char *uri)
{
  g_auto (GStrv) parts = g_strsplit (uri, "'", -1);
  g_autofree char *quoted = g_strjoinv ("%27", parts);
  g_autofree char *attributes = g_strdup_printf ("uri='%s'", quoted);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

static gboolean
is_space (const char *words, const PangoItem *item)
{
  return item->length == (int) strspn (words + item->offset, " ");
}

/* Puts a run of nothing but spaces at the end of the one before it. */
static void
append_spaces (PangoGlyphItem *run, const PangoGlyphItem *spaces)
{
  PangoGlyphString *glyphs = run->glyphs;
  int n = glyphs->num_glyphs;

  pango_glyph_string_set_size (glyphs, n + spaces->glyphs->num_glyphs);
  for (int i = 0; i < spaces->glyphs->num_glyphs; i++)
    {
      glyphs->glyphs[n + i] = spaces->glyphs->glyphs[i];
      glyphs->glyphs[n + i].glyph = PANGO_GLYPH_EMPTY;
      glyphs->log_clusters[n + i] = run->item->length + spaces->glyphs->log_clusters[i];
    }
  run->item->length += spaces->item->length;
  run->item->num_chars += spaces->item->num_chars;
}

/* A run as it is drawn, with its spaces. Where a line was broken Pango draws nothing for one,
 * and cairo nothing for those alone; a space in the file keeps the words apart for those who
 * listen or copy. @next: the run after it on the line; moved on when it is drawn here. */
static PangoGlyphItem *
copy_run (const char *words, PangoGlyphItem *run, GSList **next)
{
  PangoGlyphItem *copy = pango_glyph_item_copy (run);
  hb_font_t *font = pango_font_get_hb_font (copy->item->analysis.font);
  hb_codepoint_t space;

  while (*next && copy->item->analysis.level % 2 == 0)
    {
      const PangoGlyphItem *after = (*next)->data;

      if (after->item->offset != copy->item->offset + copy->item->length
          || !is_space (words, after->item))
        break;
      append_spaces (copy, after);
      *next = (*next)->next;
    }

  for (int i = 0; i < copy->glyphs->num_glyphs; i++)
    if (copy->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY
        && words[copy->item->offset + copy->glyphs->log_clusters[i]] == ' '
        && hb_font_get_nominal_glyph (font, ' ', &space))
      copy->glyphs->glyphs[i].glyph = space;

  return copy;
}

/* A line, run by run: a tag must not stand in the middle of a drawing call. */
static void
draw_runs (Drawing *drawing, const EntPaperLine *line)
{
  const char *words = pango_layout_get_text (line->text->layout);
  const EntTextLink *open = NULL;
  double x = line->x;

  for (GSList *l = line->line->runs; l;)
    {
      GSList *next = l->next;
      PangoGlyphItem *item = copy_run (words, l->data, &next);
      const EntTextLink *link = find_link (line->text, item->item->offset);
      double width = pango_glyph_string_get_width (item->glyphs) / (double) PANGO_SCALE;

      if (open && link != open)
        cairo_tag_end (drawing->cr, CAIRO_TAG_LINK);
      if (link && link != open)
        begin_web_link (drawing->cr, link->uri);
      open = link;

      set_ink (drawing->cr, link ? ent_ink_accent : line->text->ink);
      cairo_move_to (drawing->cr, x, line->y);
      pango_cairo_show_glyph_item (drawing->cr, words, item);
      if (link)
        {
          cairo_rectangle (drawing->cr, x, line->y + 1.2, width, 0.5);
          cairo_fill (drawing->cr);
        }
      x += width;
      pango_glyph_item_free (item);
      l = next;
    }
  if (open)
    cairo_tag_end (drawing->cr, CAIRO_TAG_LINK);
}

static void
draw_line (Drawing *drawing, const EntPaperLine *line)
{
  if (line->node != ENT_NODE_NONE)
    {
      draw_runs (drawing, line);
      return;
    }

  set_ink (drawing->cr, line->text->ink);
  cairo_move_to (drawing->cr, line->x, line->y);
  pango_cairo_show_layout_line (drawing->cr, line->line);
}

static void
draw_shapes (Drawing *drawing, EntPaperPage *page)
{
  for (guint i = 0; i < page->shapes->len; i++)
    {
      const EntPaperShape *shape = &g_array_index (page->shapes, EntPaperShape, i);
      const double dots[] = { 0, 3 };

      set_ink (drawing->cr, shape->ink);
      if (shape->kind == ENT_SHAPE_FILLED)
        {
          cairo_rectangle (drawing->cr, shape->x, shape->y, shape->width, shape->height);
          cairo_fill (drawing->cr);
          continue;
        }
      cairo_save (drawing->cr);
      cairo_set_line_width (drawing->cr, 0.9);
      cairo_set_line_cap (drawing->cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (drawing->cr, dots, G_N_ELEMENTS (dots), 0);
      cairo_move_to (drawing->cr, shape->x, shape->y);
      cairo_rel_line_to (drawing->cr, shape->width, 0);
      cairo_stroke (drawing->cr);
      cairo_restore (drawing->cr);
    }
}

/* @side: 0 at the left margin, 1 at the right one. */
static void
draw_running (Drawing *drawing, const char *words, double side, double y)
{
  g_autoptr (EntText) text = ent_text_new_plain (drawing->layout->context, words, ENT_STYLE_RUNNING,
                                                 -1, ent_paper_get_lang (drawing->paper));

  pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
  if (side == 0)
    pango_layout_set_width (text->layout, ENT_BODY_WIDTH * PANGO_SCALE);
  set_ink (drawing->cr, text->ink);
  cairo_move_to (drawing->cr, ENT_PAGE_LEFT + side * (ENT_BODY_WIDTH - ent_text_get_width (text)),
                 y);
  pango_cairo_show_layout_line (drawing->cr, pango_layout_get_line_readonly (text->layout, 0));
}

static void
draw_furniture (Drawing *drawing, EntPaperPage *page, guint number)
{
  const char *lang = ent_paper_get_lang (drawing->paper);
  const char *head = ent_paper_get_running_head (drawing->paper);
  g_autofree char *numbers = NULL;

  if (page->cover)
    return;

  if (head)
    {
      draw_running (drawing, head, 0, RUNNING_HEAD_Y);
      set_ink (drawing->cr, ent_ink_rule);
      cairo_rectangle (drawing->cr, ENT_PAGE_LEFT, RUNNING_HEAD_Y + 6, ENT_BODY_WIDTH, 0.6);
      cairo_fill (drawing->cr);
    }

  /* Translators: %u, %u: number of this page, number of pages. */
  numbers = g_strdup_printf (ent_words (lang, N_ ("Page %u of %u")), number,
                             drawing->layout->pages->len);
  draw_running (drawing, numbers, 1, RUNNING_FOOT_Y);
}

static void
begin_target (Drawing *drawing, int target)
{
  g_autofree char *attributes = g_strdup_printf ("dest='h%d'", target);

  cairo_tag_begin (drawing->cr, CAIRO_TAG_LINK, attributes);
}

static void
draw_content (Drawing *drawing, EntPaperPage *page)
{
  EntPaperChunk chunk = { ENT_NODE_NONE };
  const char *name = NULL;
  int target = -1;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const EntPaperLine *line = &g_array_index (page->lines, EntPaperLine, i);
      gboolean new_chunk = line->node != chunk.node;

      if (line->node == ENT_NODE_NONE)
        continue;
      if (target >= 0 && (new_chunk || line->target != target))
        cairo_tag_end (drawing->cr, CAIRO_TAG_LINK);
      if (new_chunk)
        {
          if (name)
            cairo_tag_end (drawing->cr, name);
          chunk.node = line->node;
          name = g_array_index (drawing->layout->nodes, EntPaperNode, line->node).name;
          g_array_append_val (drawing->chunks, chunk);
          cairo_tag_begin (drawing->cr, name, NULL);
          target = -1;
        }
      if (line->target >= 0 && line->target != target)
        begin_target (drawing, line->target);
      target = line->target;
      draw_line (drawing, line);
    }

  if (target >= 0)
    cairo_tag_end (drawing->cr, CAIRO_TAG_LINK);
  if (name)
    cairo_tag_end (drawing->cr, name);
}

static void
draw_page (Drawing *drawing, guint index)
{
  EntPaperPage *page = g_ptr_array_index (drawing->layout->pages, index);

  cairo_tag_begin (drawing->cr, "Artifact", NULL);
  draw_shapes (drawing, page);
  draw_furniture (drawing, page, index + 1);
  for (guint i = 0; i < page->lines->len; i++)
    {
      const EntPaperLine *line = &g_array_index (page->lines, EntPaperLine, i);

      if (line->node == ENT_NODE_NONE)
        draw_line (drawing, line);
    }
  cairo_tag_end (drawing->cr, "Artifact");

  for (guint i = 0; i < drawing->layout->marks->len; i++)
    {
      const EntPaperMark *mark = &g_array_index (drawing->layout->marks, EntPaperMark, i);
      g_autofree char *attributes = NULL;

      if (mark->page != index)
        continue;
      attributes = g_strdup_printf ("name='h%u' x=%d y=%d internal", i, (int) ENT_PAGE_LEFT,
                                    MAX (0, (int) mark->y - 8));
      cairo_tag_begin (drawing->cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (drawing->cr, CAIRO_TAG_DEST);
    }

  draw_content (drawing, page);
  cairo_show_page (drawing->cr);
}

static void
add_outline (Drawing *drawing)
{
  int parents[ENT_HEADING_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < drawing->layout->marks->len; i++)
    {
      const EntPaperMark *mark = &g_array_index (drawing->layout->marks, EntPaperMark, i);
      g_autofree char *attributes = g_strdup_printf ("dest='h%u'", i);
      int id = cairo_pdf_surface_add_outline (drawing->surface, parents[mark->level - 1],
                                              mark->text, attributes,
                                              mark->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

      for (int level = mark->level; level <= ENT_HEADING_LEVELS; level++)
        parents[level] = id;
    }
}

static void
add_metadata (Drawing *drawing)
{
  cairo_surface_t *surface = drawing->surface;
  const char *subject = ent_paper_get_subject (drawing->paper);
  const char *author = ent_paper_get_author (drawing->paper);
  g_autofree char *day = ent_day_to_iso (ent_paper_get_day (drawing->paper));
  g_autofree char *date = g_strconcat (day, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  ent_paper_get_title (drawing->paper));
  if (subject)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  if (author)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Entente");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static GBytes *
draw (Drawing *drawing, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  drawing->surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, ENT_PAGE_WIDTH,
                                                          ENT_PAGE_HEIGHT);
  drawing->cr = cairo_create (drawing->surface);
  add_metadata (drawing);
  for (guint i = 0; i < drawing->layout->pages->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      draw_page (drawing, i);
    }
  add_outline (drawing);

  status = cairo_status (drawing->cr);
  cairo_destroy (drawing->cr);
  cairo_surface_finish (drawing->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (drawing->surface);
  cairo_surface_destroy (drawing->surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("“%s” could not be drawn as PDF: %s."), ent_paper_get_title (drawing->paper),
                     cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Where the headings came to stand. */
static void
keep_headings (EntPaper *paper, EntPaperLayout *layout)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const EntPaperMark *mark = &g_array_index (layout->marks, EntPaperMark, i);
      int page = mark->page;

      g_ptr_array_add (headings, g_strdup (mark->text));
      g_array_append_val (pages, page);
    }
  ent_paper_take_headings (paper, headings, pages);
}

/**
 * ent_paper_to_pdf:
 * @self: a paper
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * A tagged PDF 1.7 on A4: structure, language, title, bookmarks, all fonts embedded. The same
 * paper gives the same bytes on one machine.
 *
 * Returns: (transfer full): the file
 */
GBytes *
ent_paper_to_pdf (EntPaper *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntPaperLayout) layout = ent_paper_layout_new (self, cancellable, error);
  g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (EntPaperChunk));
  Drawing drawing = { .paper = self, .layout = layout, .chunks = chunks };
  g_autoptr (GBytes) tagged = NULL;
  g_autoptr (GBytes) drawn = NULL;

  if (!layout)
    return NULL;
  keep_headings (self, layout);
  drawn = draw (&drawing, cancellable, error);
  if (!drawn)
    return NULL;

  tagged = ent_paper_tag (self, layout, chunks, drawn, error);
  if (!tagged || !ent_paper_is_booklet (self))
    return g_steal_pointer (&tagged);

  return ent_booklet_impose (tagged, error);
}

static void
set_write_error (GError **error, const GError *cause, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (
        error, ENT_ERROR, ENT_ERROR_NO_SPACE,
        _("“%s” could not be saved: the disk is full. Make room, or choose another place."), name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, ENT_ERROR, ENT_ERROR_READ_ONLY,
                 _("“%s” could not be saved: you have no right to write here. Choose another "
                   "place."),
                   name);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("“%s” could not be saved: %s"), name, cause->message);
}

/**
 * ent_paper_write_pdf:
 * @self: a paper
 * @path: file to write; one that exists is replaced when the new one is complete, and stays
 *   as it was on any error
 * @cancellable: (nullable): ends it early
 * @error: return location: %ENT_ERROR_NO_SPACE, %ENT_ERROR_READ_ONLY among others
 *
 * Returns: whether @path holds the paper
 */
gboolean
ent_paper_write_pdf (EntPaper *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = ent_paper_to_pdf (self, cancellable, error);
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *data;

  if (!bytes || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  if (!g_file_set_contents_full (path, data, length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                 &cause))
    {
      set_write_error (error, cause, path);
      return FALSE;
    }

  return TRUE;
}
