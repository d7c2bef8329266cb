/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Cells of text in rows, as a spreadsheet holds them: read from a file or from the clipboard,
 * or made of a list to be taken elsewhere. Reference-counted; not changed once it is shared. */
typedef struct _EntCells EntCells;

/* What is more is refused. */
#define ENT_CELLS_MOST_ROWS 100000
#define ENT_CELLS_MOST_COLUMNS 256

#define ENT_TYPE_CELLS (ent_cells_get_type ())
GType ent_cells_get_type (void);

EntCells *ent_cells_new (void);
EntCells *ent_cells_read (GBytes *bytes, GError **error);
EntCells *ent_cells_ref (EntCells *self);
void ent_cells_unref (EntCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCells, ent_cells_unref)

void ent_cells_begin_row (EntCells *self, guint line);
void ent_cells_take_cell (EntCells *self, char *text);
void ent_cells_end (EntCells *self);
gboolean ent_cells_check (EntCells *self, GError **error);
guint ent_cells_get_n_rows (EntCells *self);
guint ent_cells_get_n_columns (EntCells *self);
guint ent_cells_get_n_cells (EntCells *self, guint row);
const char *ent_cells_get (EntCells *self, guint row, guint column);
guint ent_cells_get_line (EntCells *self, guint row);
gboolean ent_cells_is_row_blank (EntCells *self, guint row);

void ent_cells_append_csv_cell (GString *csv, const char *text, gboolean first);
char *ent_cells_to_csv (EntCells *self);
char *ent_cells_to_tsv (EntCells *self);
char *ent_cells_to_html (EntCells *self);

G_END_DECLS
