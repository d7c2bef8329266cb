/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-labels.h"

#include <string.h>

#include "base/ent-cells.h"
#include "base/ent-words.h"
#include "paper/ent-guest-list.h"

/**
 * ent_labels_write:
 * @order: an event with guests
 *
 * The guests who did not decline as a table for mail merge: envelopes, labels, place cards.
 *
 * Returns: (transfer full): a CSV file in UTF-8
 */
GBytes *
ent_labels_write (const EntPaperOrder *order)
{
  static const char *const titles[] = { N_ ("Form of address"), N_ ("Name"), N_ ("Function"),
                                        N_ ("Organisation") };
  g_autoptr (GPtrArray) lines = ent_guest_list_get (order->project, ENT_EVENT (order->record),
                                                    order->lang, order->today);
  g_autoptr (EntCells) cells = ent_cells_new ();
  char *csv;

  ent_cells_begin_row (cells, 1);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ent_cells_take_cell (cells, g_strdup (ent_words (order->lang, titles[i])));
  for (guint i = 0; i < lines->len; i++)
    {
      ent_cells_begin_row (cells, i + 2);
      for (guint j = 0; j < G_N_ELEMENTS (titles); j++)
        ent_cells_take_cell (cells, g_strdup (((char **) g_ptr_array_index (lines, i))[j]));
    }
  ent_cells_end (cells);
  csv = ent_cells_to_csv (cells);

  return g_bytes_new_take (csv, strlen (csv));
}
