/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-sheet-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"

/* What the cells may take in memory: a row may say that it comes a million times. */
#define MOST_BYTES ((gsize) 128 * 1024 * 1024)
#define CELL_BYTES 32

void
ent_sheet_rows_init (EntSheetRows *self)
{
  self->cells = ent_cells_new ();
  self->row = g_ptr_array_new_with_free_func (g_free);
  self->n_blank = 0;
  self->line = 1;
  self->n_bytes = 0;
}

void
ent_sheet_rows_clear (EntSheetRows *self)
{
  g_clear_pointer (&self->cells, ent_cells_unref);
  g_clear_pointer (&self->row, g_ptr_array_unref);
}

static void
append (EntSheetRows *self, const char *text, guint n)
{
  for (guint i = 0; i < n && self->row->len <= ENT_CELLS_MOST_COLUMNS; i++)
    g_ptr_array_add (self->row, g_strdup (text));
}

/**
 * ent_sheet_rows_add:
 * @self: a table that is read
 * @text: (nullable): what the next cells of the row hold
 * @n: how many have it
 */
void
ent_sheet_rows_add (EntSheetRows *self, const char *text, guint n)
{
  if (!text || ent_text_is_blank (text))
    {
      self->n_blank = (guint) MIN ((guint64) self->n_blank + n, ENT_CELLS_MOST_COLUMNS + 1);
      return;
    }

  append (self, "", self->n_blank);
  self->n_blank = 0;
  append (self, text, n);
}

/**
 * ent_sheet_rows_end:
 * @self: a table that is read
 * @n: how many rows are as the one that was read, it included
 */
void
ent_sheet_rows_end (EntSheetRows *self, guint n)
{
  for (guint i = 0;
       self->row->len > 0 && i < n && ent_cells_get_n_rows (self->cells) <= ENT_CELLS_MOST_ROWS
       && self->n_bytes <= MOST_BYTES;
       i++)
    {
      ent_cells_begin_row (self->cells, self->line + i);
      for (guint column = 0; column < self->row->len; column++)
        {
          const char *text = g_ptr_array_index (self->row, column);

          ent_cells_take_cell (self->cells, g_strdup (text));
          self->n_bytes += strlen (text) + CELL_BYTES;
        }
    }
  self->line += n;
  self->n_blank = 0;
  g_ptr_array_set_size (self->row, 0);
}

/**
 * ent_sheet_rows_take:
 * @self: a table that was read
 * @error: return location: %ENT_ERROR_INVALID_VALUE where nothing is in it, or too much
 *
 * Returns: (transfer full): its cells, or %NULL
 */
EntCells *
ent_sheet_rows_take (EntSheetRows *self, GError **error)
{
  ent_cells_end (self->cells);
  if (self->n_bytes > MOST_BYTES)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                           _("This table is larger than 64 MB: bring it in in parts."));
      return NULL;
    }

  return ent_cells_check (self->cells, error) ? g_steal_pointer (&self->cells) : NULL;
}

/* The name of an element without its prefix, which every program chooses for itself. */
const char *
ent_sheet_local_name (const char *element)
{
  const char *colon = strchr (element, ':');

  return colon ? colon + 1 : element;
}

/* By its name without prefix; NULL where the element has no such attribute. */
const char *
ent_sheet_find_attribute (const char *const *names, const char *const *values, const char *name)
{
  for (guint i = 0; names[i]; i++)
    if (g_str_equal (ent_sheet_local_name (names[i]), name))
      return values[i];

  return NULL;
}

/**
 * ent_sheet_dup_number:
 * @number: a number of a cell
 *
 * Returns: (transfer full): it as ent_number_parse() reads it, without the noise of binary
 *   fractions; "1.125", which might be a thousand, as "1.1250"
 */
char *
ent_sheet_dup_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *point;

  g_ascii_formatd (buffer, sizeof buffer,
                   fabs (number) < 1e15 && number == floor (number) ? "%.0f" : "%.15g", number);
  point = strchr (buffer, '.');

  return g_strconcat (buffer, point && strlen (point) == 4 && !strchr (point, 'e') ? "0" : "",
                      NULL);
}

typedef struct
{
  void (*begin) (const char *element,
                 const char *const *names,
                 const char *const *values,
                 gpointer data);
  void (*text) (const char *text, gsize size, gpointer data);
  void (*end) (const char *element, gpointer data);
  gpointer data;
} Reader;

static void
begin_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Reader *reader = user_data;

  reader->begin (ent_sheet_local_name (element), (const char *const *) names,
                 (const char *const *) values, reader->data);
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  reader->end (ent_sheet_local_name (element), reader->data);
}

static void
text_cb (
    GMarkupParseContext *context, const char *text, gsize size, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (reader->text)
    reader->text (text, size, reader->data);
}

static void
passthrough_cb (
    GMarkupParseContext *context, const char *text, gsize size, gpointer user_data, GError **error)
{
  if (size >= 9 && g_ascii_strncasecmp (text, "<!DOCTYPE", 9) == 0)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "document type");
}

gboolean
ent_sheet_parse (GBytes *part,
                 void (*begin) (const char *element,
                                const char *const *names,
                                const char *const *values,
                                gpointer data),
                 void (*text) (const char *text, gsize size, gpointer data),
                 void (*end) (const char *element, gpointer data),
                 gpointer data,
                 GError **error)
{
  const GMarkupParser parser = { begin_cb, end_cb, text_cb, passthrough_cb, NULL };
  Reader reader = { begin, text, end, data };
  g_autoptr (GMarkupParseContext)
      context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  gsize size = 0;
  const char *bytes = part ? g_bytes_get_data (part, &size) : NULL;

  if (size >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    {
      bytes += 3;
      size -= 3;
    }
  if (size > 0 && g_markup_parse_context_parse (context, bytes, (gssize) size, NULL)
      && g_markup_parse_context_end_parse (context, NULL))
    return TRUE;

  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                       _("This is not a document of a spreadsheet program, or it is damaged: save "
                         "it again, or as CSV."));
  return FALSE;
}
