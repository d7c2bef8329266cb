/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-paper-frozen.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"

/* lang, title, subject, author, running head, day; then each block: kind, level, style, columns,
 * widths, text, rows of cells. A text is its runs: style, words, where they lead, language. */
#define RUNS "a(umsmsms)"
#define BLOCK "(iiiuad" RUNS "aa" RUNS ")"
#define PAPER "(smsmsmsmsia" BLOCK ")"

static GVariant *
freeze_runs (const EntRuns *runs)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (RUNS));
  for (guint i = 0; runs && i < ent_runs_get_length (runs); i++)
    {
      const EntRun *run = ent_runs_get (runs, i);

      g_variant_builder_add (&builder, "(umsmsms)", run->style, run->text, run->uri, run->lang);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
freeze_block (const EntBlock *block)
{
  GVariantBuilder widths, rows;

  g_variant_builder_init (&widths, G_VARIANT_TYPE ("ad"));
  for (guint i = 0; block->widths && i < block->n_columns; i++)
    g_variant_builder_add (&widths, "d", block->widths[i]);
  g_variant_builder_init (&rows, G_VARIANT_TYPE ("aa" RUNS));
  for (guint i = 0; block->rows && i < block->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (block->rows, i);

      g_variant_builder_open (&rows, G_VARIANT_TYPE ("a" RUNS));
      for (guint j = 0; j < cells->len; j++)
        g_variant_builder_add_value (&rows, freeze_runs (g_ptr_array_index (cells, j)));
      g_variant_builder_close (&rows);
    }

  return g_variant_new ("(iiiuad@" RUNS "aa" RUNS ")", (int) block->kind, block->level,
                        (int) block->style, block->n_columns, &widths, freeze_runs (block->text),
                        &rows);
}

/**
 * ent_paper_freeze:
 * @self: a paper
 *
 * Returns: (transfer full): all that it says, as one line of text for ent_paper_thaw()
 */
char *
ent_paper_freeze (EntPaper *self)
{
  g_autoptr (GVariant) paper = NULL;
  GVariantBuilder blocks;

  g_variant_builder_init (&blocks, G_VARIANT_TYPE ("a" BLOCK));
  for (guint i = 0; i < ent_paper_get_n_blocks (self); i++)
    g_variant_builder_add_value (&blocks, freeze_block (ent_paper_get_block (self, i)));
  paper = g_variant_ref_sink (
      g_variant_new (PAPER, ent_paper_get_lang (self), ent_paper_get_title (self),
                     ent_paper_get_subject (self), ent_paper_get_author (self),
                     ent_paper_get_running_head (self), ent_paper_get_day (self), &blocks));

  return g_variant_print (paper, FALSE);
}

static EntRuns *
thaw_runs (GVariant *value)
{
  EntRuns *runs = ent_runs_new ();
  GVariantIter iter;
  guint style;
  const char *text, *uri, *lang;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(um&sm&sm&s)", &style, &text, &uri, &lang))
    {
      if (uri)
        ent_runs_add_link (runs, text, uri);
      else
        ent_runs_add_foreign (runs, style, text, lang);
    }

  return runs;
}

static void
thaw_block (EntPaper *self, GVariant *value)
{
  g_autoptr (GVariant) text = NULL;
  g_autoptr (GVariant) widths = NULL;
  g_autoptr (GVariant) rows = NULL;
  EntBlock block = { 0 };
  int kind, style;
  gsize n_widths;
  const double *shares;

  g_variant_get (value, "(iiiu@ad@" RUNS "@aa" RUNS ")", &kind, &block.level, &style,
                 &block.n_columns, &widths, &text, &rows);
  block.kind = (EntBlockKind) kind;
  block.style = (EntParagraphStyle) style;
  shares = g_variant_get_fixed_array (widths, &n_widths, sizeof (double));
  block.widths = n_widths ? g_memdup2 (shares, n_widths * sizeof (double)) : NULL;
  block.text = g_variant_n_children (text) ? thaw_runs (text) : NULL;
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_runs_free);

      for (gsize j = 0; j < g_variant_n_children (row); j++)
        {
          g_autoptr (GVariant) cell = g_variant_get_child_value (row, j);

          g_ptr_array_add (cells, thaw_runs (cell));
        }
      if (!block.rows)
        block.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
      g_ptr_array_add (block.rows, cells);
    }
  ent_paper_take_block (self, &block);
}

/**
 * ent_paper_thaw:
 * @text: what ent_paper_freeze() gave
 * @error: return location: %ENT_ERROR_DAMAGED where it is not that
 *
 * Returns: (transfer full): the paper as it was
 */
EntPaper *
ent_paper_thaw (const char *text, GError **error)
{
  g_autoptr (GVariant) paper = g_variant_parse (G_VARIANT_TYPE (PAPER), text, NULL, NULL, NULL);
  g_autoptr (GVariant) blocks = NULL;
  const char *lang, *title, *subject, *author, *head;
  EntPaper *self;
  int day;

  if (!paper)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                   _("The issued report cannot be read: take it out of an earlier copy."));
      return NULL;
    }

  g_variant_get (paper, "(&sm&sm&sm&sm&si@a" BLOCK ")", &lang, &title, &subject, &author, &head,
                 &day, &blocks);
  self = ent_paper_new (lang, title ? title : "", day);
  ent_paper_set_subject (self, subject);
  ent_paper_set_author (self, author);
  ent_paper_set_running_head (self, head);
  for (gsize i = 0; i < g_variant_n_children (blocks); i++)
    {
      g_autoptr (GVariant) block = g_variant_get_child_value (blocks, i);

      thaw_block (self, block);
    }

  return self;
}

/* What a paper says, a line a paragraph or row. */
static GPtrArray *
list_lines (EntPaper *paper)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ent_paper_get_n_blocks (paper); i++)
    {
      const EntBlock *block = ent_paper_get_block (paper, i);

      if (block->kind == ENT_BLOCK_COVER)
        continue;
      if (block->text)
        g_ptr_array_add (lines, ent_runs_dup_text (block->text));
      for (guint j = 0; block->rows && j < block->rows->len; j++)
        {
          GPtrArray *cells = g_ptr_array_index (block->rows, j);
          GString *line = g_string_new (NULL);

          for (guint k = 0; k < cells->len; k++)
            {
              g_autofree char *cell = ent_runs_dup_text (g_ptr_array_index (cells, k));

              g_string_append_printf (line, "%s%s", k ? " · " : "", cell);
            }
          g_ptr_array_add (lines, g_string_free_and_steal (line));
        }
    }

  return lines;
}

/**
 * ent_paper_find_corrections:
 * @issued: a paper as it was issued
 * @now: the same made of the records of today
 *
 * Returns: (transfer full) (element-type utf8): what @now says that @issued does not, in its order
 */
GPtrArray *
ent_paper_find_corrections (EntPaper *issued, EntPaper *now)
{
  g_autoptr (GPtrArray) before = list_lines (issued);
  g_autoptr (GPtrArray) after = list_lines (now);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *corrections = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (known, g_ptr_array_index (before, i));
  for (guint i = 0; i < after->len; i++)
    if (!g_hash_table_contains (known, g_ptr_array_index (after, i)))
      g_ptr_array_add (corrections, g_strdup (g_ptr_array_index (after, i)));

  return corrections;
}
