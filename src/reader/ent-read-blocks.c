/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <string.h>

/* What opens a block of signatures. */
#define BLOCK                                                                                      \
  "^(?:(?:Ainsi )?(?:Fait|FAIT|Signé|SIGNÉ|Done|DONE|Signed|SIGNED|Dated|DATED|En foi|In witness|" \
  "IN WITNESS|Executed|EXECUTED|Subscribed|Sworn|Chartered|Given|Établi|Conclu|Signatures?|"       \
  "SIGNATURES?|Signatories|Signataires|Les signataires|Les parties|The [Pp]arties)\\b"             \
  "|(?:Pour|POUR|For|FOR|On behalf of|Au nom de) (?:la |le |the |l')?"                             \
  "(?i:ville|commune|city|town|département|province|county|municipalité|communauté|région|"        \
  "préfecture|government|state|municipality|district|association)"                                 \
  "|<PLACE>,? (?:le |this |on )?(?:\\d{1,2}(?:er|st|nd|rd|th)? <MONTH>|<MONTH> "                   \
  "\\d{1,2}(?:st|nd|rd|th)?),? \\d{4}\\.?$)"

/* What closes a resolution. */
#define ADOPTED                                                                                    \
  "^(?i:(?:duly )?(?:adopted|passed|approved|introduced)|attest\\b|ayes\\b|i hereby certify)"

/* A block is no longer. */
#define MAX_LINES 60

/* "Name, Function" once or more on a line. */
#define PAIR                                                                                       \
  "(?:<TITLE> )?(?<n><PERSON>)(?:,\\s?| – | - |\\s\\()(?<r>" ENT_READER_ROLE ")(?=\\)|\\t| \\||"   \
  " (?:<TITLE> )?<PERSON>,\\s?" ENT_READER_OFFICE "|[,;.]?$)"                                      \
  "(?<!\\bde|\\bdu|\\bla|\\bof|\\bthe|\\bl')"

/* Whose the names below are. */
#define FOR "(?:Pour|POUR|[Ff]or|FOR|On behalf of|ON BEHALF OF|Au nom de|Les partenaires d[e'])"

/* What forms write before the name and the function. */
#define LABEL                                                                                      \
  "\\G(?:\\(?[Ss](?:igné|igned)?\\.?\\) "                                                          \
  "?:?|/?[Ss]/|(?i:name|nom|title|titre|fonction|qualité|by|par|"                                  \
  "signature|signé|signed) ?:)\\s*"

/* A line of a block, in its cells. */
typedef struct
{
  EntSpan line;
  GArray *cells; /* of EntSpan */
} Row;

static void
row_clear (gpointer data)
{
  g_clear_pointer (&((Row *) data)->cells, g_array_unref);
}

static void
add_cell (EntScan *scan, GArray *cells, EntSpan cell)
{
  EntSpan label;

  while (cell.start < cell.end && strchr (" \t|_.…", scan->flow[cell.start]) != NULL)
    cell.start++;
  while (cell.end > cell.start && strchr (" \t|_", scan->flow[cell.end - 1]) != NULL)
    cell.end--;
  if (ent_scan_find (scan, LABEL, cell, 0, &label))
    cell.start = label.end;
  if (cell.end > cell.start)
    g_array_append_val (cells, cell);
}

typedef struct
{
  GArray *starts; /* of gsize */
} Heads;

static gboolean
add_head (EntScan *scan, GMatchInfo *match, gpointer data)
{
  Heads *heads = data;
  gsize start = ent_match_named (match, "h").start;

  g_array_append_val (heads->starts, start);

  return heads->starts->len < 8;
}

/* Columns that a machine read side by side: "Pour la Ville de A Pour la Ville de B", "Le Maire Le
 * Maire". */
static void
split_at (EntScan *scan, GArray *cells, EntSpan line, const char *pattern)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  Heads heads = { starts };

  ent_scan_each (scan, pattern, line, add_head, &heads);
  if (starts->len < 2 || g_array_index (starts, gsize, 0) != line.start)
    return;
  for (guint i = 0; i < starts->len; i++)
    {
      gsize end = i + 1 < starts->len ? g_array_index (starts, gsize, i + 1) : line.end;

      add_cell (scan, cells, (EntSpan) { g_array_index (starts, gsize, i), end });
    }
}

static GArray *
split_cells (EntScan *scan, EntSpan line)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  gsize start = line.start;

  for (gsize i = line.start; i <= line.end; i++)
    {
      if (i < line.end && scan->flow[i] != '\t' && scan->flow[i] != '|')
        continue;
      add_cell (scan, cells, (EntSpan) { start, i });
      start = i + 1;
    }
  if (cells->len == 1 && line.end - line.start < 240)
    {
      EntSpan whole = g_array_index (cells, EntSpan, 0);
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (EntSpan));

      split_at (scan, parts, whole,
                "(?<h>(?<![\\p{L}'-])" FOR
                " (?:la |le |l'|the |LA |LE |THE |L')?)(?=\\p{Lu}|\\p{L}+ (?:de|of)\\b)");
      if (parts->len < 2)
        split_at (scan, parts, whole,
                  "(?<h>(?<![\\p{L}'-])(?:(?:Le|La|The|LE|LA|THE) )?(?=\\p{Lu})" ENT_READER_OFFICE
                  ")(?<!City Mayor)(?=[ ,]|$)");
      if (parts->len >= 2)
        {
          g_array_set_size (cells, 0);
          g_array_append_vals (cells, parts->data, parts->len);
        }
    }

  return cells;
}

static gboolean
is_upper (EntScan *scan, gsize from, gsize to)
{
  guint letters = 0;

  for (const char *p = scan->flow + from; p < scan->flow + to; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)))
        return FALSE;
      letters += g_unichar_isupper (g_utf8_get_char (p));
    }

  return letters > 1;
}

/* The words of CELL. */
static GArray *
get_words (EntScan *scan, EntSpan cell)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  EntSpan word = { cell.start, cell.start };

  for (gsize i = cell.start; i <= cell.end; i++)
    {
      if (i < cell.end && scan->flow[i] != ' ')
        continue;
      word.end = i;
      if (word.end > word.start)
        g_array_append_val (words, word);
      word.start = i + 1;
    }

  return words;
}

/* Names side by side with one space between them, over or under COUNT cells: parted behind
 * surnames in capitals, or else in as many words each, initials not counted. */
static GArray *
split_names (EntScan *scan, EntSpan cell, guint count)
{
  g_autoptr (GArray) words = get_words (scan, cell);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  EntSpan name = { cell.start, cell.start };
  guint whole = 0;
  guint counted = 0;

  for (guint i = 0; i < words->len; i++)
    {
      EntSpan word = g_array_index (words, EntSpan, i);
      gboolean last = i + 1 == words->len;
      EntSpan next = last ? word : g_array_index (words, EntSpan, i + 1);

      whole += scan->flow[word.end - 1] != '.';
      name.end = word.end;
      if (last
          || (is_upper (scan, word.start, word.end) && !is_upper (scan, next.start, next.end)
              && scan->flow[word.end - 1] != '.'))
        {
          g_array_append_val (names, name);
          name.start = next.start;
        }
    }
  if (names->len == count)
    return names;
  g_array_set_size (names, 0);
  if (whole < count * 2 || whole % count != 0)
    return names;
  name.start = cell.start;
  for (guint i = 0; i < words->len; i++)
    {
      EntSpan word = g_array_index (words, EntSpan, i);

      if (scan->flow[word.end - 1] == '.' || ++counted % (whole / count) != 0)
        continue;
      name.end = word.end;
      g_array_append_val (names, name);
      name.start = word.end + 1;
    }

  return names;
}

static GArray *
read_rows (EntScan *scan, gsize from)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  for (gsize at = from; at < scan->length && rows->len < MAX_LINES;)
    {
      Row row = { .line = ent_scan_line (scan, at) };

      at = row.line.end + 1;
      row.cells = split_cells (scan, row.line);
      if (row.cells->len > 0)
        g_array_append_val (rows, row);
      else
        row_clear (&row);
    }

  return rows;
}

static gboolean
is_office (EntScan *scan, EntSpan cell)
{
  return ent_scan_has (
      scan, "\\G(?:(?:Le|La|The|LE|LA|THE) )?(?:\\p{Lu}[\\p{L}]+ )?" ENT_READER_OFFICE, cell);
}

/* The cell of column C in the row at OFFSET from ROW, if it has as many cells. */
static const EntSpan *
get_cell (GArray *rows, gint row, gint offset, guint c, guint count)
{
  const Row *other;

  if (row + offset < 0 || row + offset >= (gint) rows->len)
    return NULL;
  other = &g_array_index (rows, Row, row + offset);

  return other->cells->len == count ? &g_array_index (other->cells, EntSpan, c) : NULL;
}

/* The function of the name in column C: below it, or else above. */
static const EntSpan *
find_role (EntScan *scan, GArray *rows, gint row, guint c, guint count)
{
  static const gint offsets[] = { 1, -1, 2, -2 };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      const EntSpan *cell = get_cell (rows, row, offsets[i], c, count);

      if (cell != NULL && is_office (scan, *cell))
        return cell;
    }

  return NULL;
}

/* Whose the name in column C is: of "Pour la Ville de A" above it, or of the city named below. */
static char *
find_side (EntScan *scan, GArray *rows, gint row, guint c, guint count)
{
  EntSpan party;

  for (gint offset = -1; offset >= -8; offset--)
    {
      const EntSpan *cell = get_cell (rows, row, offset, c, count);

      if (cell == NULL
          || !ent_scan_find (scan, "\\G" FOR " ?(?:la |le |the |l')?([^\\n]{2,80}?)[,: ]*$", *cell,
                             1, &party))
        continue;

      return ent_scan_has (scan, "\\GLes partenaires", *cell) ? NULL : ent_scan_text (scan, party);
    }
  for (gint offset = 1; offset <= 3; offset++)
    {
      const EntSpan *cell = get_cell (rows, row, offset, c, count);
      g_autofree char *text = cell != NULL ? ent_scan_text (scan, *cell) : NULL;

      if (text != NULL && ent_scan_find_party (scan, text) != NULL)
        return g_steal_pointer (&text);
    }

  return NULL;
}

static guint
read_pairs (EntScan *scan, EntSpan cell, const char *side)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint count = 0;

  g_regex_match_full (ent_reader_regex (PAIR), scan->flow, (gssize) cell.end, (int) cell.start, 0,
                      &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *role = g_match_info_fetch_named (match, "r");

      ent_scan_propose_person (scan, ent_match_named (match, "n"), role, side, 90);
      count++;
    }

  return count;
}

/* The cells of a row of names; one cell over or under several is parted as they are. */
static GArray *
get_name_cells (EntScan *scan, GArray *rows, gint row)
{
  GArray *cells = g_array_index (rows, Row, row).cells;

  for (gint offset = -2; offset <= 2 && cells->len == 1; offset++)
    {
      const Row *other = row + offset >= 0 && row + offset < (gint) rows->len
                             ? &g_array_index (rows, Row, row + offset)
                             : NULL;
      g_autoptr (GArray) names = NULL;

      if (other == NULL || other->cells->len < 2)
        continue;
      names = split_names (scan, g_array_index (cells, EntSpan, 0), other->cells->len);
      if (names->len == other->cells->len)
        return g_steal_pointer (&names);
    }

  return g_array_ref (cells);
}

/* Names alone in their cells; functions and sides stand above or below them. */
static guint
read_names (EntScan *scan, GArray *rows, gint row)
{
  g_autoptr (GArray) cells = get_name_cells (scan, rows, row);
  guint count = 0;

  for (guint c = 0; c < cells->len; c++)
    {
      EntSpan cell = g_array_index (cells, EntSpan, c);
      const EntSpan *role;
      g_autofree char *side = NULL;
      g_autofree char *role_text = NULL;

      if (!ent_scan_has (scan, "\\G(?:<TITLE> )?<PERSON>[ ,.]*$", cell) || is_office (scan, cell))
        continue;
      role = find_role (scan, rows, row, c, cells->len);
      side = find_side (scan, rows, row, c, cells->len);
      /* Without a function, a name is one who signed only below "Pour la Ville de A". */
      if (role == NULL
          && (side == NULL || row == 0 || get_cell (rows, row, -1, c, cells->len) == NULL
              || !ent_scan_has (scan, "\\G" FOR, *get_cell (rows, row, -1, c, cells->len))))
        continue;
      if (role != NULL)
        role_text = ent_scan_text (scan, *role);
      ent_scan_propose_person (scan, cell, role_text, side, role != NULL ? 82 : 72);
      count++;
    }

  return count;
}

static void
read_block (EntScan *scan, gsize from)
{
  g_autoptr (GArray) rows = read_rows (scan, from);
  guint empty = 0;

  for (guint i = 0; i < rows->len && empty < 9; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      guint count = 0;

      for (guint c = 0; c < row->cells->len; c++)
        {
          g_autofree char *side = find_side (scan, rows, (gint) i, c, row->cells->len);

          count += read_pairs (scan, g_array_index (row->cells, EntSpan, c), side);
        }
      if (count == 0 && row->line.end - row->line.start < 120)
        count = read_names (scan, rows, (gint) i);
      empty = count > 0 ? 0 : empty + (row->line.end - row->line.start < 120 ? 1 : 4);
    }
}

/**
 * ent_read_blocks:
 * @scan: a text being read, its parties known
 *
 * Proposes those whose names stand in blocks of signatures, in one column or several.
 */
void
ent_read_blocks (EntScan *scan)
{
  EntSpan within = ent_scan_whole (scan);
  EntSpan block;
  guint blocks = 0;

  /* Whoever signs the council's resolution did not sign the agreement. */
  if (ent_scan_has (scan, "\\bRESOLUTION\\b", (EntSpan) { 0, MIN (scan->length, 600) })
      && ent_scan_find (scan, ADOPTED, within, 0, &block))
    within.end = block.start;
  for (gsize from = 0;
       blocks < MAX_LINES && ent_scan_find (scan, BLOCK, (EntSpan) { from, within.end }, 0, &block);
       from = block.end)
    {
      read_block (scan, block.start);
      blocks++;
    }
}
