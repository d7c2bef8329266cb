/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-cells.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* A text that a spreadsheet would run as a formula. A plain number is none, nor is a
 * telephone number. */
static gboolean
is_formula (const char *text)
{
  if (*text == '\0' || !strchr ("=+-@\t\r", *text))
    return FALSE;
  if (*text != '+' && *text != '-')
    return TRUE;

  return text[1 + strspn (text + 1, "0123456789 .,")] != '\0';
}

/* A formula, or one that is guarded by an apostrophe already. */
static gboolean
needs_guard (const char *text)
{
  gsize n = strspn (text, "'");

  return n > 0 ? text[n] != '\0' && strchr ("=+-@\t\r", text[n]) : is_formula (text);
}

static void
append_cell (GString *out, const char *text, const char *quoted)
{
  if (!needs_guard (text) && !strpbrk (text, quoted))
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  if (needs_guard (text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * ent_cells_append_csv_cell:
 * @csv: the text so far
 * @text: (nullable): what the cell holds
 * @first: whether it begins a line
 *
 * Quotes as RFC 4180 says. What a spreadsheet would take for a formula gets an apostrophe
 * before it, so that opening the table never runs anything.
 */
void
ent_cells_append_csv_cell (GString *csv, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (csv, ',');
  if (text)
    append_cell (csv, text, ",\"\r\n");
}

/**
 * ent_cells_to_csv:
 * @self: a sheet
 *
 * Returns: (transfer full): comma-separated UTF-8 after RFC 4180, with the byte order mark by
 *   which spreadsheets know UTF-8
 */
char *
ent_cells_to_csv (EntCells *self)
{
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  for (guint row = 0; row < ent_cells_get_n_rows (self); row++)
    {
      for (guint i = 0; i < ent_cells_get_n_columns (self); i++)
        ent_cells_append_csv_cell (csv, ent_cells_get (self, row, i), i == 0);
      g_string_append (csv, "\r\n");
    }

  return g_string_free_and_steal (csv);
}

/**
 * ent_cells_to_tsv:
 * @self: a sheet
 *
 * Returns: (transfer full): the cells with tabs between them, as spreadsheets paste them
 */
char *
ent_cells_to_tsv (EntCells *self)
{
  GString *tsv = g_string_new (NULL);

  for (guint row = 0; row < ent_cells_get_n_rows (self); row++)
    {
      for (guint i = 0; i < ent_cells_get_n_columns (self); i++)
        {
          if (i > 0)
            g_string_append_c (tsv, '\t');
          append_cell (tsv, ent_cells_get (self, row, i), "\t\"\r\n");
        }
      g_string_append_c (tsv, '\n');
    }

  return g_string_free_and_steal (tsv);
}

static void
append_html_cell (GString *html, const char *text, gboolean title)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *broken = g_strjoinv ("<br>", lines);
  const char *name = title ? "th" : "td";

  g_string_append_printf (html, "<%s>%s%s</%s>", name, needs_guard (text) ? "'" : "", broken, name);
}

/**
 * ent_cells_to_html:
 * @self: a sheet whose first row are titles
 *
 * Returns: (transfer full): a table as mail and word processors paste it
 */
char *
ent_cells_to_html (EntCells *self)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table border=\"1\">");

  for (guint row = 0; row < ent_cells_get_n_rows (self); row++)
    {
      g_string_append (html, "<tr>");
      for (guint i = 0; i < ent_cells_get_n_columns (self); i++)
        append_html_cell (html, ent_cells_get (self, row, i), row == 0);
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</table>");

  return g_string_free_and_steal (html);
}
