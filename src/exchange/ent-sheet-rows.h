/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ent-cells.h"

G_BEGIN_DECLS

/* The cells of a spreadsheet's table as they come, with the blank ones between them only
 * counted: a table may say that it has a million. */
typedef struct
{
  EntCells *cells;
  GPtrArray *row; /* char *, of the row that is read */
  guint n_blank;  /* cells since the last that is not blank */
  guint line;     /* of that row, from 1 */
  gsize n_bytes;  /* what all cells take */
} EntSheetRows;

void ent_sheet_rows_init (EntSheetRows *self);
void ent_sheet_rows_clear (EntSheetRows *self);
void ent_sheet_rows_add (EntSheetRows *self, const char *text, guint n);
void ent_sheet_rows_end (EntSheetRows *self, guint n);
EntCells *ent_sheet_rows_take (EntSheetRows *self, GError **error);

const char *ent_sheet_local_name (const char *element);
const char *ent_sheet_find_attribute (const char *const *names,
                                      const char *const *values,
                                      const char *name);
char *ent_sheet_dup_number (double number);

/* Goes through a part of a document; one with a document type, and so with entities, is refused. */
gboolean ent_sheet_parse (GBytes *part,
                          void (*begin) (const char *element,
                                         const char *const *names,
                                         const char *const *values,
                                         gpointer data),
                          void (*text) (const char *text, gsize size, gpointer data),
                          void (*end) (const char *element, gpointer data),
                          gpointer data,
                          GError **error);

G_END_DECLS
