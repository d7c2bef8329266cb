/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-value-block.h"

#include <string.h>

#include "base/ent-number.h"
#include "base/ent-text.h"

#define HEADING -1
#define NOWHERE -2

/* One cell from @p on, which may be quoted; goes to what ends it. */
static char *
take_cell (const char **p, char separator)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = **p == '"';

  if (quoted)
    (*p)++;
  while (**p && (quoted || (**p != separator && **p != '\n')))
    {
      if (quoted && **p == '"')
        {
          if ((*p)[1] != '"')
            {
              quoted = FALSE;
              (*p)++;
              continue;
            }
          (*p)++;
        }
      g_string_append_c (cell, **p);
      (*p)++;
    }
  g_strstrip (cell->str);

  return g_strdup (cell->str);
}

/**
 * ent_value_block_new:
 * @text: what was copied
 *
 * Reads cells parted by tabs, or by semicolons where there is no tab.
 *
 * Returns: (transfer full) (element-type GPtrArray): its rows; trailing empty ones left out
 */
GPtrArray *
ent_value_block_new (const char *text)
{
  GPtrArray *block = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char separator = strchr (valid, '\t') ? '\t' : ';';
  const char *p = valid;

  while (*p)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (row, take_cell (&p, separator));
      while (*p == separator)
        {
          p++;
          g_ptr_array_add (row, take_cell (&p, separator));
        }
      if (*p == '\n')
        p++;
      g_ptr_array_add (block, row);
    }

  return block;
}

/* The text of a cell, "" where the row is shorter. */
const char *
ent_value_block_get (GPtrArray *block, guint row, guint column)
{
  GPtrArray *cells = g_ptr_array_index (block, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

guint
ent_value_block_count_columns (GPtrArray *block)
{
  guint n_columns = 0;

  for (guint i = 0; i < block->len; i++)
    n_columns = MAX (n_columns, ((GPtrArray *) g_ptr_array_index (block, i))->len);

  return n_columns;
}

/* Whether a cell says that there is no value: nothing, a dash, "n.d.", "n/a". */
gboolean
ent_value_is_missing (const char *text)
{
  static const char *const words[] = { "", "-", "–", "—", "…", "n.d.", "nd", "n/a", "n.a.", "na" };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (lower, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_label (const char *text)
{
  g_autofree char *number = ent_number_parse (text, NULL);

  return !number && !ent_value_is_missing (text);
}

static int
find_period (GPtrArray *periods, const char *text)
{
  g_autoptr (EntDate) date = *text ? ent_date_new_typed (text, NULL) : NULL;

  for (guint i = 0; date && i < periods->len; i++)
    {
      EntDate *period = g_ptr_array_index (periods, i);

      if (ent_date_get_earliest (period) == ent_date_get_earliest (date)
          && ent_date_get_latest (period) == ent_date_get_latest (date))
        return (int) i;
    }

  return NOWHERE;
}

static int
find_label (const char *const *labels, const char *text)
{
  g_autofree char *folded = ent_text_fold (text);

  for (int i = 0; labels[i]; i++)
    {
      g_autofree char *label = ent_text_fold (labels[i]);

      if (g_str_equal (label, folded))
        return i;
    }

  return NOWHERE;
}

/* The first row names periods of the table, every one of them. */
static gboolean
has_heading (GPtrArray *block, GPtrArray *periods, gboolean labelled)
{
  guint n_columns = ent_value_block_count_columns (block);

  if (block->len < 2 || (labelled && n_columns < 2))
    return FALSE;
  for (guint i = labelled; i < n_columns; i++)
    if (find_period (periods, ent_value_block_get (block, 0, i)) < 0)
      return FALSE;

  return TRUE;
}

/* The first column holds names, the corner over them perhaps left blank. */
static gboolean
is_labelled (GPtrArray *block)
{
  if (ent_value_block_count_columns (block) < 2)
    return FALSE;
  for (guint i = block->len > 1 ? 1 : 0; i < block->len; i++)
    if (!is_label (ent_value_block_get (block, i, 0)))
      return FALSE;

  return TRUE;
}

/**
 * ent_value_plan_new:
 * @block: cells
 * @labels: (array zero-terminated=1): what stands before the rows of the table
 * @periods: (element-type EntDate): its columns
 * @first_row: the row where the block is put
 * @first_column: and the column
 *
 * Where each row and column of a block goes. Names before its rows and periods over its columns
 * say so themselves; else they go side by side from the first.
 *
 * Returns: (transfer full): the plan
 */
EntValuePlan *
ent_value_plan_new (GPtrArray *block,
                    const char *const *labels,
                    GPtrArray *periods,
                    guint first_row,
                    guint first_column)
{
  EntValuePlan *self = g_new0 (EntValuePlan, 1);
  gboolean labelled = is_labelled (block);
  gboolean headed = has_heading (block, periods, labelled);
  guint n_labels = g_strv_length ((char **) labels);

  self->rows = g_array_new (FALSE, FALSE, sizeof (int));
  self->columns = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < block->len; i++)
    {
      int row = (int) (first_row + i - headed);

      if (headed && i == 0)
        row = HEADING;
      else if (labelled)
        row = find_label (labels, ent_value_block_get (block, i, 0));
      else if (row >= (int) n_labels)
        row = NOWHERE;
      g_array_append_val (self->rows, row);
    }
  for (guint i = 0; i < ent_value_block_count_columns (block); i++)
    {
      int column = (int) (first_column + i - labelled);

      if (labelled && i == 0)
        column = HEADING;
      else if (headed)
        column = find_period (periods, ent_value_block_get (block, 0, i));
      else if (column >= (int) periods->len)
        column = NOWHERE;
      g_array_append_val (self->columns, column);
    }

  return self;
}

void
ent_value_plan_free (EntValuePlan *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self);
}
