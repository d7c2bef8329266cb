/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-cells.h"

#include "base/ent-text.h"

typedef struct
{
  guint line;
  GPtrArray *cells; /* char * */
} Row;

struct _EntCells
{
  GPtrArray *rows; /* Row */
  guint n_columns;
};

G_DEFINE_BOXED_TYPE (EntCells, ent_cells, ent_cells_ref, ent_cells_unref)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

/**
 * ent_cells_new:
 *
 * Returns: (transfer full): a sheet without rows
 */
EntCells *
ent_cells_new (void)
{
  EntCells *self = g_atomic_rc_box_new0 (EntCells);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

EntCells *
ent_cells_ref (EntCells *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EntCells *self = data;

  g_ptr_array_unref (self->rows);
}

void
ent_cells_unref (EntCells *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * ent_cells_begin_row:
 * @self: a sheet that is being made
 * @line: where the row stands in what it was read from, from 1
 *
 * The cells that follow go into a new row. A row before it that is blank is forgotten.
 */
void
ent_cells_begin_row (EntCells *self, guint line)
{
  Row *row;

  ent_cells_end (self);
  row = g_new0 (Row, 1);
  row->line = line;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rows, row);
}

/**
 * ent_cells_take_cell:
 * @self: a sheet that is being made
 * @text: (transfer full) (nullable): what the next cell of the row holds
 */
void
ent_cells_take_cell (EntCells *self, char *text)
{
  Row *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  g_ptr_array_add (row->cells, text ? text : g_strdup (""));
  self->n_columns = MAX (self->n_columns, row->cells->len);
}

/**
 * ent_cells_end:
 * @self: a sheet that is being made
 *
 * The last row is complete; it is forgotten when it is blank.
 */
void
ent_cells_end (EntCells *self)
{
  if (self->rows->len > 0 && ent_cells_is_row_blank (self, self->rows->len - 1))
    g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
}

guint
ent_cells_get_n_rows (EntCells *self)
{
  return self->rows->len;
}

guint
ent_cells_get_n_columns (EntCells *self)
{
  return self->n_columns;
}

/* How many cells a row has of its own. */
guint
ent_cells_get_n_cells (EntCells *self, guint row)
{
  return ((const Row *) g_ptr_array_index (self->rows, row))->cells->len;
}

/**
 * ent_cells_get:
 * @self: a sheet
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): what the cell holds, "" where there is none
 */
const char *
ent_cells_get (EntCells *self, guint row, guint column)
{
  const Row *at = row < self->rows->len ? g_ptr_array_index (self->rows, row) : NULL;

  return at && column < at->cells->len ? g_ptr_array_index (at->cells, column) : "";
}

/* Where the row stands in what it was read from, from 1. */
guint
ent_cells_get_line (EntCells *self, guint row)
{
  return ((const Row *) g_ptr_array_index (self->rows, row))->line;
}

gboolean
ent_cells_is_row_blank (EntCells *self, guint row)
{
  const Row *at = g_ptr_array_index (self->rows, row);

  for (guint i = 0; i < at->cells->len; i++)
    if (!ent_text_is_blank (g_ptr_array_index (at->cells, i)))
      return FALSE;

  return TRUE;
}
