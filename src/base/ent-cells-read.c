/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"

#define MOST_BYTES (64 * 1024 * 1024)

/* How much is looked at to guess. */
#define ROWS_TO_GUESS 30
#define BYTES_TO_GUESS 1000

/* What Windows-1252 has where Latin-1 has control characters; 0: nothing. */
static const gunichar windows_1252[] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static char *
decode_windows_1252 (const guint8 *data, gsize size)
{
  GString *text = g_string_sized_new (size + size / 8);

  for (gsize i = 0; i < size; i++)
    {
      gunichar c = data[i];

      if (c >= 0x80 && c < 0x80 + G_N_ELEMENTS (windows_1252))
        c = windows_1252[c - 0x80] ? windows_1252[c - 0x80] : 0xFFFD;
      g_string_append_unichar (text, c);
    }

  return g_string_free_and_steal (text);
}

/* Halves of a pair without the other one become the sign of a lost character. */
static char *
decode_utf16 (const guint8 *data, gsize size, gboolean big_endian)
{
  GString *text = g_string_sized_new (size);
  gunichar high = 0;

  for (gsize i = 0; i + 1 < size; i += 2)
    {
      gunichar c = big_endian ? data[i] << 8 | data[i + 1] : data[i + 1] << 8 | data[i];

      if (high && c >= 0xDC00 && c < 0xE000)
        c = 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00);
      else if (high || (c >= 0xDC00 && c < 0xE000))
        g_string_append_unichar (text, 0xFFFD);
      high = c >= 0xD800 && c < 0xDC00 ? c : 0;
      if (!high && c != 0 && (c < 0xDC00 || c >= 0xE000))
        g_string_append_unichar (text, c);
    }

  return g_string_free_and_steal (text);
}

/* Latin letters in UTF-16 have a zero beside each: 'L' little, 'B' big end first. */
static char
guess_utf16 (const guint8 *data, gsize size)
{
  gsize n = MIN (size, BYTES_TO_GUESS) / 2;
  gsize even = 0, odd = 0;

  for (gsize i = 0; i < n; i++)
    {
      even += data[2 * i] == 0;
      odd += data[2 * i + 1] == 0;
    }
  if (odd * 3 > n && odd > even)
    return 'L';

  return even * 3 > n && even > odd ? 'B' : '\0';
}

static char *
decode (const guint8 *data, gsize size, GError **error)
{
  char ends;

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (size >= 2 && data[0] == 0xFF && data[1] == 0xFE)
    return decode_utf16 (data + 2, size - 2, FALSE);
  if (size >= 2 && data[0] == 0xFE && data[1] == 0xFF)
    return decode_utf16 (data + 2, size - 2, TRUE);
  if (size >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                           _("This is the document of a spreadsheet program: save it there as CSV, "
                             "or copy its cells and paste them."));
      return NULL;
    }
  ends = guess_utf16 (data, size);
  if (ends)
    return decode_utf16 (data, size, ends == 'B');
  if (memchr (data, '\0', size))
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                           _("This is not a table: it holds bytes that are no text."));
      return NULL;
    }
  if (g_utf8_validate_len ((const char *) data, size, NULL))
    return g_strndup ((const char *) data, size);

  return decode_windows_1252 (data, size);
}

/* A cell that begins with a quotation mark ends with one, and may hold anything. */
static const char *
read_quoted (const char *p, GString *cell, guint *line, gboolean *closed)
{
  for (;;)
    {
      if (*p == '\0')
        {
          *closed = FALSE;
          return p;
        }
      if (*p == '"' && p[1] != '"')
        return p + 1;
      if (*p == '"')
        p++;
      if (*p == '\n' || (*p == '\r' && p[1] != '\n'))
        ++*line;
      g_string_append_c (cell, *p++);
    }
}

/* An apostrophe that keeps a spreadsheet from running what follows is not of the text. */
static char *
dup_unguarded (const GString *cell)
{
  const char *text = cell->str;
  gsize n = strspn (text, "'");

  return g_strdup (n > 0 && text[n] && strchr ("=+-@\t\r", text[n]) ? text + 1 : text);
}

/* Reads up to @most rows; %FALSE and the line where a quotation that has no end begins. */
static gboolean
read_rows (EntCells *sheet, const char *text, char separator, guint most, guint *line)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = text;
  gboolean first = TRUE;

  while (*p && ent_cells_get_n_rows (sheet) <= most
         && ent_cells_get_n_columns (sheet) <= ENT_CELLS_MOST_COLUMNS)
    {
      guint begins = *line;
      gboolean closed = TRUE;

      if (first)
        ent_cells_begin_row (sheet, *line);
      g_string_truncate (cell, 0);
      if (*p == '"')
        p = read_quoted (p + 1, cell, line, &closed);
      if (!closed)
        {
          *line = begins;
          return FALSE;
        }
      for (; *p && *p != separator && *p != '\r' && *p != '\n'; p++)
        g_string_append_c (cell, *p);
      ent_cells_take_cell (sheet, dup_unguarded (cell));

      first = *p != separator;
      if (*p == separator && *p)
        p++;
      else if (*p)
        {
          p += *p == '\r' && p[1] == '\n' ? 2 : 1;
          ++*line;
        }
    }

  return TRUE;
}

/* The separator that parts the first rows into the same number of cells, more than one. */
static char
guess_separator (const char *text)
{
  static const char separators[] = "\t;,|";
  char best = ',';
  guint best_rows = 0, best_cells = 1;

  for (const char *separator = separators; *separator; separator++)
    {
      g_autoptr (EntCells) sheet = ent_cells_new ();
      guint line = 1, rows = 0, cells = 0;

      if (!read_rows (sheet, text, *separator, ROWS_TO_GUESS, &line))
        continue;
      cells = ent_cells_get_n_columns (sheet);
      for (guint i = 0; i < ent_cells_get_n_rows (sheet) && cells > 1; i++)
        rows += ent_cells_get_n_cells (sheet, i) == cells;
      if (rows > best_rows || (rows == best_rows && rows > 0 && cells > best_cells))
        {
          best = *separator;
          best_rows = rows;
          best_cells = cells;
        }
    }

  return best;
}

/**
 * ent_cells_check:
 * @sheet: cells that were read
 * @error: return location: %ENT_ERROR_INVALID_VALUE
 *
 * Returns: whether there is something in it, and not more than can be brought in at once
 */
gboolean
ent_cells_check (EntCells *sheet, GError **error)
{
  if (ent_cells_get_n_rows (sheet) == 0)
    g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                         _("There is nothing in this table."));
  else if (ent_cells_get_n_rows (sheet) > ENT_CELLS_MOST_ROWS)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("This table has more than %d rows: bring it in in parts."), ENT_CELLS_MOST_ROWS);
  else if (ent_cells_get_n_columns (sheet) > ENT_CELLS_MOST_COLUMNS)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("This table has more than %d columns: leave out those that are not needed."),
                   ENT_CELLS_MOST_COLUMNS);
  else
    return TRUE;

  return FALSE;
}

/**
 * ent_cells_read:
 * @bytes: a file of comma-separated values, or cells from the clipboard
 * @error: return location: %ENT_ERROR_INVALID_VALUE
 *
 * Reads a table as RFC 4180 and spreadsheets write it, in whatever of UTF-8, UTF-16 and
 * Windows-1252, with whichever of tab, semicolon, comma and bar between the cells. Quoted cells
 * may hold line breaks. Blank rows are left out. A first line "sep=;" is heeded.
 *
 * Returns: (transfer full): the cells, or %NULL
 */
EntCells *
ent_cells_read (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (EntCells) sheet = ent_cells_new ();
  g_autofree char *text = NULL;
  const char *begin;
  char separator;
  guint line = 1;

  if (size > MOST_BYTES)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                           _("This table is larger than 64 MB: bring it in in parts."));
      return NULL;
    }
  text = size > 0 ? decode (data, size, error) : g_strdup ("");
  if (!text)
    return NULL;

  begin = text;
  if (g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] && strchr ("\t;,|", text[4])
      && strchr ("\r\n", text[5]))
    {
      separator = text[4];
      begin = text + 5 + strspn (text + 5, "\r\n");
      line = 2;
    }
  else
    separator = guess_separator (text);

  if (!read_rows (sheet, begin, separator, ENT_CELLS_MOST_ROWS, &line))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("The quotation mark that begins a cell in line %u is never closed."), line);
      return NULL;
    }
  ent_cells_end (sheet);

  return ent_cells_check (sheet, error) ? g_steal_pointer (&sheet) : NULL;
}
