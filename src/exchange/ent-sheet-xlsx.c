/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-sheet-private.h"

#include <math.h>
#include <string.h>

#include "base/ent-date.h"

/* What a number is shown as. */
typedef enum
{
  SHOWN_AS_NUMBER,
  SHOWN_AS_DATE,
  SHOWN_AS_TIME,
} Shown;

/* A document of Office Open XML (ECMA-376, part 1, §18). */
typedef struct
{
  GHashTable *parts;
  const char *wanted; /* name of the sheet, NULL: the first that is not hidden */
  GPtrArray *names;   /* of all sheets */
  char *relation;     /* of the wanted one */
  gboolean is_hidden; /* that one was taken for want of another */
  char *target;       /* the part it is in */
  gboolean from_1904; /* days are counted from 1904 */
  GPtrArray *strings;
  GHashTable *formats; /* number of a format of its own → Shown */
  GArray *styles;      /* Shown */
  gboolean in_styles;

  GString *text;
  gboolean reads_text;
  guint aside; /* depth in how a text is pronounced */

  EntSheetRows rows;
  char *type; /* of the cell */
  guint style;
  guint column; /* after the last cell, from 0 */
} Xlsx;

/* The formats that every program knows by their number (§18.8.30). */
static Shown
get_known_format (guint64 number)
{
  if ((number >= 18 && number <= 21) || (number >= 45 && number <= 47))
    return SHOWN_AS_TIME;

  return (number >= 14 && number <= 22) || (number >= 27 && number <= 36)
                 || (number >= 50 && number <= 58)
             ? SHOWN_AS_DATE
             : SHOWN_AS_NUMBER;
}

/* "dd/mm/yyyy", "[$-80C]d mmmm", "hh:mm"; what is quoted or in brackets says nothing. */
static Shown
read_format (const char *code)
{
  gboolean day = FALSE, hour = FALSE;

  for (const char *p = code; *p && *p != ';'; p++)
    {
      if (*p == '"' || *p == '[')
        {
          const char *end = strchr (p + 1, *p == '"' ? '"' : ']');

          hour |= *p == '[' && strchr ("hms", g_ascii_tolower (p[1])) && end == p + 2;
          p = end ? end : p + strlen (p) - 1;
        }
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1])
        p++;
      else if (strchr ("dyDY", *p))
        day = TRUE;
      else if (strchr ("hsHS", *p))
        hour = TRUE;
    }

  return day ? SHOWN_AS_DATE : hour ? SHOWN_AS_TIME : SHOWN_AS_NUMBER;
}

static guint64
get_number (const char *const *names, const char *const *values, const char *name)
{
  const char *text = ent_sheet_find_attribute (names, values, name);

  return text ? g_ascii_strtoull (text, NULL, 10) : 0;
}

static gboolean
is_true (const char *text)
{
  return g_strcmp0 (text, "1") == 0 || g_strcmp0 (text, "true") == 0;
}

static void
begin_workbook (const char *element,
                const char *const *names,
                const char *const *values,
                gpointer user_data)
{
  Xlsx *self = user_data;
  const char *name, *state;
  gboolean hidden;

  if (g_str_equal (element, "workbookPr"))
    self->from_1904 = is_true (ent_sheet_find_attribute (names, values, "date1904"));
  if (!g_str_equal (element, "sheet"))
    return;

  name = ent_sheet_find_attribute (names, values, "name");
  state = ent_sheet_find_attribute (names, values, "state");
  hidden = state && !g_str_equal (state, "visible");
  g_ptr_array_add (self->names, g_strdup (name ? name : ""));
  if (self->wanted ? g_strcmp0 (self->wanted, name) != 0
                   : self->relation && (!self->is_hidden || hidden))
    return;
  g_set_str (&self->relation, ent_sheet_find_attribute (names, values, "id"));
  self->is_hidden = hidden;
}

static void
begin_relations (const char *element,
                 const char *const *names,
                 const char *const *values,
                 gpointer user_data)
{
  Xlsx *self = user_data;
  const char *id = ent_sheet_find_attribute (names, values, "Id");
  const char *target = ent_sheet_find_attribute (names, values, "Target");

  if (!g_str_equal (element, "Relationship") || !target || g_strcmp0 (id, self->relation) != 0)
    return;
  g_free (self->target);
  self->target = *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
}

static void
begin_text (Xlsx *self, const char *element)
{
  if (g_str_equal (element, "rPh") || self->aside > 0)
    self->aside++;
  else if (g_str_equal (element, "t") || g_str_equal (element, "v"))
    self->reads_text = TRUE;
}

static void
end_text (Xlsx *self)
{
  if (self->aside > 0)
    self->aside--;
  self->reads_text = FALSE;
}

static void
text_cb (const char *text, gsize size, gpointer user_data)
{
  Xlsx *self = user_data;

  if (self->reads_text && self->aside == 0)
    g_string_append_len (self->text, text, (gssize) size);
}

static void
begin_strings (const char *element,
               const char *const *names,
               const char *const *values,
               gpointer user_data)
{
  Xlsx *self = user_data;

  if (g_str_equal (element, "si"))
    g_string_set_size (self->text, 0);
  begin_text (self, element);
}

static void
end_strings (const char *element, gpointer user_data)
{
  Xlsx *self = user_data;

  end_text (self);
  if (g_str_equal (element, "si"))
    g_ptr_array_add (self->strings, g_strdup (self->text->str));
}

static void
begin_styles (const char *element,
              const char *const *names,
              const char *const *values,
              gpointer user_data)
{
  Xlsx *self = user_data;
  guint64 number = get_number (names, values, "numFmtId");

  if (g_str_equal (element, "numFmt"))
    {
      const char *code = ent_sheet_find_attribute (names, values, "formatCode");

      g_hash_table_insert (self->formats, GUINT_TO_POINTER ((guint) number),
                           GINT_TO_POINTER (read_format (code ? code : "")));
    }
  else if (g_str_equal (element, "cellXfs"))
    self->in_styles = TRUE;
  else if (self->in_styles && g_str_equal (element, "xf"))
    {
      gpointer own;
      Shown shown = g_hash_table_lookup_extended (self->formats, GUINT_TO_POINTER ((guint) number),
                                                  NULL, &own)
                        ? (Shown) GPOINTER_TO_INT (own)
                        : get_known_format (number);

      g_array_append_val (self->styles, shown);
    }
}

static void
end_styles (const char *element, gpointer user_data)
{
  Xlsx *self = user_data;

  if (g_str_equal (element, "cellXfs"))
    self->in_styles = FALSE;
}

/* Day 60 of the calendar from 1900 is a 29 February that never was (§18.17.4.1). */
static char *
dup_date (Xlsx *self, double number)
{
  g_autoptr (GDate) origin = self->from_1904 ? g_date_new_dmy (1, 1, 1904)
                                             : g_date_new_dmy (30, 12, 1899);
  int day = (int) floor (number);

  if (!self->from_1904 && day < 60)
    day++;

  return ent_day_to_iso ((int) g_date_get_julian (origin) + day);
}

static char *
dup_time (double number)
{
  int minutes = (int) floor ((number - floor (number)) * 24 * 60 + 0.5) % (24 * 60);

  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

static char *
dup_number (Xlsx *self, const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);
  Shown shown = self->style < self->styles->len ? g_array_index (self->styles, Shown, self->style)
                                                : SHOWN_AS_NUMBER;

  if (end == text || *end || !isfinite (number))
    return g_strdup (text);
  if (shown == SHOWN_AS_DATE && number >= 1 && number < 2958466)
    return dup_date (self, number);

  return shown != SHOWN_AS_NUMBER && number >= 0 && number < 2958466
             ? dup_time (number)
             : ent_sheet_dup_number (number);
}

static char *
dup_cell (Xlsx *self)
{
  const char *text = self->text->str;
  const char *type = self->type ? self->type : "n";

  if (*text == '\0' || g_str_equal (type, "e"))
    return NULL;
  if (g_str_equal (type, "s"))
    {
      guint64 index = g_ascii_strtoull (text, NULL, 10);

      return index < self->strings->len ? g_strdup (g_ptr_array_index (self->strings, index))
                                        : NULL;
    }
  if (g_str_equal (type, "b"))
    return g_strdup (is_true (text) ? "true" : "false");
  if (g_str_equal (type, "d"))
    return g_strndup (text, strcspn (text, "T"));

  return g_str_equal (type, "n") ? dup_number (self, text) : g_strdup (text);
}

/* "AB12" is in column 27. */
static guint
get_column (Xlsx *self, const char *reference)
{
  guint column = 0;

  if (!reference || !g_ascii_isalpha (*reference))
    return self->column;
  for (; g_ascii_isalpha (*reference) && column < 100000; reference++)
    column = column * 26 + (guint) (g_ascii_toupper (*reference) - 'A') + 1;

  return column - 1;
}

static void
begin_sheet (const char *element,
             const char *const *names,
             const char *const *values,
             gpointer user_data)
{
  Xlsx *self = user_data;

  if (g_str_equal (element, "row"))
    {
      guint64 line = get_number (names, values, "r");

      if (line > self->rows.line && line < G_MAXINT)
        self->rows.line = (guint) line;
      self->column = 0;
    }
  else if (g_str_equal (element, "c"))
    {
      guint column = get_column (self, ent_sheet_find_attribute (names, values, "r"));

      if (column > self->column)
        ent_sheet_rows_add (&self->rows, NULL, column - self->column);
      self->column = MAX (column, self->column) + 1;
      self->style = (guint) get_number (names, values, "s");
      g_set_str (&self->type, ent_sheet_find_attribute (names, values, "t"));
      g_string_set_size (self->text, 0);
    }
  begin_text (self, element);
}

static void
end_sheet (const char *element, gpointer user_data)
{
  Xlsx *self = user_data;

  end_text (self);
  if (g_str_equal (element, "row"))
    ent_sheet_rows_end (&self->rows, 1);
  else if (g_str_equal (element, "c"))
    {
      g_autofree char *cell = dup_cell (self);

      ent_sheet_rows_add (&self->rows, cell, 1);
    }
}

static void
end_nothing (const char *element, gpointer user_data)
{
}

/* What the cells refer to; a workbook without texts or formats has no such parts. */
static gboolean
read_shared (Xlsx *self, GError **error)
{
  GBytes *strings = g_hash_table_lookup (self->parts, "xl/sharedStrings.xml");
  GBytes *styles = g_hash_table_lookup (self->parts, "xl/styles.xml");

  return (!strings || ent_sheet_parse (strings, begin_strings, text_cb, end_strings, self, error))
         && (!styles || ent_sheet_parse (styles, begin_styles, NULL, end_styles, self, error));
}

static gboolean
read_all (Xlsx *self, GError **error)
{
  GBytes *workbook = g_hash_table_lookup (self->parts, "xl/workbook.xml");
  GBytes *relations = g_hash_table_lookup (self->parts, "xl/_rels/workbook.xml.rels");

  if (!ent_sheet_parse (workbook, begin_workbook, NULL, end_nothing, self, error))
    return FALSE;
  if (!self->relation && self->wanted)
    {
      ent_sheet_set_missing (self->wanted, self->names, error);
      return FALSE;
    }
  if (!ent_sheet_parse (relations, begin_relations, NULL, end_nothing, self, error)
      || !read_shared (self, error))
    return FALSE;

  return ent_sheet_parse (self->target ? g_hash_table_lookup (self->parts, self->target) : NULL,
                          begin_sheet, text_cb, end_sheet, self, error);
}

/**
 * ent_sheet_read_xlsx:
 * @parts: (element-type utf8 GBytes): those of the document in "xl/"
 * @name: (nullable): name of the sheet; %NULL for the first that is not hidden
 * @error: return location: %ENT_ERROR_INVALID_VALUE, %ENT_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): its cells, or %NULL
 */
EntCells *
ent_sheet_read_xlsx (GHashTable *parts, const char *name, GError **error)
{
  Xlsx xlsx = { .parts = parts, .wanted = name };
  EntCells *cells = NULL;

  xlsx.names = g_ptr_array_new_with_free_func (g_free);
  xlsx.strings = g_ptr_array_new_with_free_func (g_free);
  xlsx.formats = g_hash_table_new (NULL, NULL);
  xlsx.styles = g_array_new (FALSE, FALSE, sizeof (Shown));
  xlsx.text = g_string_new (NULL);
  ent_sheet_rows_init (&xlsx.rows);
  if (read_all (&xlsx, error))
    cells = ent_sheet_rows_take (&xlsx.rows, error);
  ent_sheet_rows_clear (&xlsx.rows);
  g_string_free (xlsx.text, TRUE);
  g_array_unref (xlsx.styles);
  g_hash_table_unref (xlsx.formats);
  g_ptr_array_unref (xlsx.strings);
  g_ptr_array_unref (xlsx.names);
  g_free (xlsx.relation);
  g_free (xlsx.target);
  g_free (xlsx.type);

  return cells;
}
