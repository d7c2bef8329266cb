/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-paper.h"

#include "base/ent-text.h"
#include "paper/ent-typography.h"

struct _EntPaper
{
  GObject parent_instance;

  char *lang;
  char *title;
  char *subject;
  char *author;
  char *running_head;
  char *hint;
  gint64 settles;
  gboolean booklet;
  int day;
  GPtrArray *blocks;     /* EntBlock */
  gboolean open;         /* whether the last list, definitions or table takes more rows */
  GPtrArray *headings;   /* char *: of the pages that were made last */
  GArray *heading_pages; /* int: from 0 */
};

G_DEFINE_FINAL_TYPE (EntPaper, ent_paper, G_TYPE_OBJECT)

static void
free_runs (gpointer runs)
{
  ent_runs_free (runs);
}

static void
ent_block_free (gpointer data)
{
  EntBlock *block = data;

  ent_runs_free (block->text);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block->widths);
  g_free (block);
}

static void
ent_paper_finalize (GObject *object)
{
  EntPaper *self = ENT_PAPER (object);

  g_free (self->lang);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->running_head);
  g_free (self->hint);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->heading_pages, g_array_unref);

  G_OBJECT_CLASS (ent_paper_parent_class)->finalize (object);
}

static void
ent_paper_class_init (EntPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_paper_finalize;
}

static void
ent_paper_init (EntPaper *self)
{
  self->blocks = g_ptr_array_new_with_free_func (ent_block_free);
}

static EntBlock *
add_block (EntPaper *self, EntBlockKind kind)
{
  EntBlock *block = g_new0 (EntBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  self->open = FALSE;

  return block;
}

/* The block at the end when it is of this kind and takes more rows, else a new one. */
static EntBlock *
continue_block (EntPaper *self, EntBlockKind kind)
{
  EntBlock *block = self->blocks->len ? g_ptr_array_index (self->blocks, self->blocks->len - 1)
                                      : NULL;

  if (!self->open || block == NULL || block->kind != kind)
    {
      block = add_block (self, kind);
      block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
      self->open = TRUE;
    }

  return block;
}

static void
add_cells (EntPaper *self, EntBlock *block, EntRuns **cells, guint n_cells)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (free_runs);

  for (guint i = 0; i < n_cells; i++)
    {
      EntRuns *cell = cells[i] ? cells[i] : ent_runs_new ();

      ent_runs_typeset (cell, self->lang);
      g_ptr_array_add (row, cell);
    }
  g_ptr_array_add (block->rows, row);
}

/**
 * ent_paper_new:
 * @lang: the language of the paper: "fr", "en"
 * @title: what it is called, also in the reader's title bar
 * @today: the day it is made, a Julian day: its date of creation
 *
 * Returns: (transfer full): a paper without blocks
 */
EntPaper *
ent_paper_new (const char *lang, const char *title, int today)
{
  EntPaper *self = g_object_new (ENT_TYPE_PAPER, NULL);

  self->lang = g_strdup (lang);
  self->title = ent_typography_set (title, lang);
  self->day = today;

  return self;
}

const char *
ent_paper_get_lang (EntPaper *self)
{
  return self->lang;
}

const char *
ent_paper_get_title (EntPaper *self)
{
  return self->title;
}

int
ent_paper_get_day (EntPaper *self)
{
  return self->day;
}

void
ent_paper_set_subject (EntPaper *self, const char *subject)
{
  g_set_str (&self->subject, subject);
}

const char *
ent_paper_get_subject (EntPaper *self)
{
  return self->subject;
}

void
ent_paper_set_author (EntPaper *self, const char *author)
{
  g_set_str (&self->author, author);
}

const char *
ent_paper_get_author (EntPaper *self)
{
  return self->author;
}

/**
 * ent_paper_set_running_head:
 * @self: a paper
 * @text: (nullable): what stands at the head of every page but the cover
 */
void
ent_paper_set_running_head (EntPaper *self, const char *text)
{
  g_free (self->running_head);
  self->running_head = ent_typography_set (text, self->lang);
}

const char *
ent_paper_get_running_head (EntPaper *self)
{
  return self->running_head;
}

/**
 * ent_paper_set_hint:
 * @self: a paper
 * @hint: (nullable): a sentence for whoever makes it, which is not printed
 */
void
ent_paper_set_hint (EntPaper *self, const char *hint)
{
  g_set_str (&self->hint, hint);
}

const char *
ent_paper_get_hint (EntPaper *self)
{
  return self->hint;
}

/**
 * ent_paper_set_settles:
 * @self: a paper
 * @obligation: what is settled when the paper is sent, 0 for nothing
 */
void
ent_paper_set_settles (EntPaper *self, gint64 obligation)
{
  self->settles = obligation;
}

gint64
ent_paper_get_settles (EntPaper *self)
{
  return self->settles;
}

/**
 * ent_paper_set_booklet:
 * @self: a paper
 * @booklet: whether its PDF is set for printing as a booklet of A5
 */
void
ent_paper_set_booklet (EntPaper *self, gboolean booklet)
{
  self->booklet = booklet;
}

gboolean
ent_paper_is_booklet (EntPaper *self)
{
  return self->booklet;
}

/**
 * ent_paper_add_cover:
 * @self: a paper
 * @above: (nullable): line above the title
 * @below: (nullable): line below it
 * @foot: (array zero-terminated=1): lines at the foot
 *
 * A page with the title of the paper.
 */
void
ent_paper_add_cover (EntPaper *self, const char *above, const char *below, const char *const *foot)
{
  EntBlock *block = continue_block (self, ENT_BLOCK_COVER);
  const char *const fixed[] = { above, self->title, below };
  EntRuns *cell;

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      cell = ent_runs_new_text (fixed[i]);
      add_cells (self, block, &cell, 1);
    }
  for (guint i = 0; foot[i]; i++)
    {
      cell = ent_runs_new_text (foot[i]);
      add_cells (self, block, &cell, 1);
    }
  self->open = FALSE;
}

/**
 * ent_paper_add_contents:
 * @self: a paper
 *
 * The table of contents goes here, on pages of its own.
 */
void
ent_paper_add_contents (EntPaper *self)
{
  add_block (self, ENT_BLOCK_CONTENTS);
}

/**
 * ent_paper_add_heading_runs:
 * @self: a paper
 * @level: 1 to %ENT_HEADING_LEVELS, at most one more than the heading before
 * @text: (transfer full): its words
 */
void
ent_paper_add_heading_runs (EntPaper *self, int level, EntRuns *text)
{
  EntBlock *block = add_block (self, ENT_BLOCK_HEADING);

  g_return_if_fail (level >= 1 && level <= ENT_HEADING_LEVELS);

  block->level = level;
  block->text = text;
  ent_runs_typeset (block->text, self->lang);
}

void
ent_paper_add_heading (EntPaper *self, int level, const char *text)
{
  ent_paper_add_heading_runs (self, level, ent_runs_new_text (text));
}

/**
 * ent_paper_add_paragraph:
 * @self: a paper
 * @style: how it looks
 * @text: (transfer full): its words; nothing is added for none
 */
void
ent_paper_add_paragraph (EntPaper *self, EntParagraphStyle style, EntRuns *text)
{
  EntBlock *block;

  if (ent_runs_is_empty (text))
    {
      ent_runs_free (text);
      return;
    }

  block = add_block (self, ENT_BLOCK_PARAGRAPH);
  block->style = style;
  block->text = text;
  ent_runs_typeset (block->text, self->lang);
}

/**
 * ent_paper_add_text:
 * @self: a paper
 * @style: how it looks
 * @text: (nullable): paragraphs with newlines between them
 * @lang: (nullable): their language when it is not that of the paper
 */
void
ent_paper_add_text (EntPaper *self, EntParagraphStyle style, const char *text, const char *lang)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      EntRuns *runs = ent_runs_new ();

      ent_runs_add_foreign (runs, ENT_RUN_PLAIN, g_strstrip (lines[i]), lang);
      ent_paper_add_paragraph (self, style, runs);
    }
}

/**
 * ent_paper_add_list_item:
 * @self: a paper
 * @text: (transfer full): an item of the list at the end, or of a new one
 */
void
ent_paper_add_list_item (EntPaper *self, EntRuns *text)
{
  add_cells (self, continue_block (self, ENT_BLOCK_LIST), &text, 1);
}

/**
 * ent_paper_add_numbered_item:
 * @self: a paper
 * @number: (nullable): what stands in place of the bullet: "1.", "a)"
 * @text: (transfer full): an item of the list at the end, or of a new one
 */
void
ent_paper_add_numbered_item (EntPaper *self, const char *number, EntRuns *text)
{
  EntRuns *cells[] = { text, NULL };

  if (number)
    cells[1] = ent_runs_new_text (number);
  add_cells (self, continue_block (self, ENT_BLOCK_LIST), cells, number ? 2 : 1);
}

/**
 * ent_paper_add_definition:
 * @self: a paper
 * @term: what is told
 * @text: (transfer full): what it is; nothing is added for none
 */
void
ent_paper_add_definition (EntPaper *self, const char *term, EntRuns *text)
{
  EntRuns *cells[] = { NULL, text };

  if (ent_runs_is_empty (text))
    {
      ent_runs_free (text);
      return;
    }

  cells[0] = ent_runs_new_text (term);
  add_cells (self, continue_block (self, ENT_BLOCK_DEFINITIONS), cells, 2);
}

/**
 * ent_paper_begin_table:
 * @self: a paper
 * @n_columns: how many
 * @widths: (array length=n_columns): their shares of the width, in any unit
 *
 * The first row added is the header; the first cell of each other row names the row.
 */
void
ent_paper_begin_table (EntPaper *self, guint n_columns, const double *widths)
{
  EntBlock *block = add_block (self, ENT_BLOCK_TABLE);

  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  block->n_columns = n_columns;
  block->widths = g_memdup2 (widths, sizeof (double) * n_columns);
  self->open = TRUE;
}

/**
 * ent_paper_add_row:
 * @self: a paper, whose last block is a table
 * @cells: (transfer full): one text a column, %NULL for an empty cell
 */
void
ent_paper_add_row (EntPaper *self, EntRuns **cells)
{
  EntBlock *block = continue_block (self, ENT_BLOCK_TABLE);

  g_return_if_fail (block->n_columns > 0);

  add_cells (self, block, cells, block->n_columns);
}

void
ent_paper_add_page_break (EntPaper *self)
{
  add_block (self, ENT_BLOCK_PAGE_BREAK);
}

/**
 * ent_paper_end_group:
 * @self: a paper
 *
 * The next list item or definition begins a list of its own.
 */
void
ent_paper_end_group (EntPaper *self)
{
  self->open = FALSE;
}

guint
ent_paper_get_n_blocks (EntPaper *self)
{
  return self->blocks->len;
}

const EntBlock *
ent_paper_get_block (EntPaper *self, guint index)
{
  return g_ptr_array_index (self->blocks, index);
}

/**
 * ent_paper_dup_text:
 * @self: a paper
 *
 * Returns: (transfer full): its words, one line a heading, paragraph, item or row, cells
 *   separated by tabs: for copying and for tests
 */
char *
ent_paper_dup_text (EntPaper *self)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const EntBlock *block = ent_paper_get_block (self, i);

      if (block->text)
        {
          g_autofree char *text = ent_runs_dup_text (block->text);

          g_string_append_printf (all, "%s\n", text);
        }
      for (guint j = 0; block->rows && j < block->rows->len; j++)
        {
          GPtrArray *row = g_ptr_array_index (block->rows, j);

          for (guint k = 0; k < row->len; k++)
            {
              g_autofree char *text = ent_runs_dup_text (g_ptr_array_index (row, k));

              g_string_append_printf (all, "%s%s", k ? "\t" : "", text);
            }
          g_string_append_c (all, '\n');
        }
    }

  return g_string_free (all, FALSE);
}

/**
 * ent_paper_take_block:
 * @self: a paper
 * @block: a block; what it holds becomes that of the paper
 *
 * Adds a block that was written down before.
 */
void
ent_paper_take_block (EntPaper *self, const EntBlock *block)
{
  g_ptr_array_add (self->blocks, g_memdup2 (block, sizeof *block));
  self->open = FALSE;
}

/**
 * ent_paper_take_headings:
 * @self: a paper
 * @headings: (transfer full) (element-type utf8): its headings
 * @pages: (transfer full) (element-type int): on which page each stands, from 0
 *
 * For whoever sets it on pages.
 */
void
ent_paper_take_headings (EntPaper *self, GPtrArray *headings, GArray *pages)
{
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->heading_pages, g_array_unref);
  self->headings = headings;
  self->heading_pages = pages;
}

/**
 * ent_paper_find_heading_page:
 * @self: a paper
 * @heading: words of a heading
 *
 * Returns: the page of the first such heading in the PDF that was made last, from 0; -1 for none
 */
int
ent_paper_find_heading_page (EntPaper *self, const char *heading)
{
  guint index;

  if (!self->headings
      || !g_ptr_array_find_with_equal_func (self->headings, heading, g_str_equal, &index))
    return -1;

  return g_array_index (self->heading_pages, int, index);
}
