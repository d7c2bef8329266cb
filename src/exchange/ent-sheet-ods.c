/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-sheet-private.h"

#include <stdio.h>
#include <string.h>

/* Where one is in content.xml (OpenDocument 1.3, part 3, §9.1 tables, §19.385 value types). */
typedef struct
{
  const char *wanted; /* name of the table, NULL: the first */
  GPtrArray *names;   /* of all tables */
  EntSheetRows rows;
  gboolean found;  /* the wanted table is or was there */
  gboolean inside; /* in the wanted one */
  guint depth;     /* of tables in tables */
  guint n_rows;    /* as the one that is read */
  gboolean in_cell;
  guint n_cells;   /* as the one that is read */
  guint aside;     /* depth in a remark beside the cell */
  guint paragraph; /* depth in a paragraph */
  char *value;     /* what the cell says beside its text */
  GString *text;
} Ods;

static guint
get_count (const char *const *names, const char *const *values, const char *name)
{
  const char *text = ent_sheet_find_attribute (names, values, name);
  guint64 n = text ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (n, 1, G_MAXINT);
}

/* "PT09H30M00S" is half past nine. */
static char *
dup_time (const char *duration)
{
  int hours, minutes;

  return sscanf (duration, "PT%dH%dM", &hours, &minutes) == 2
             ? g_strdup_printf ("%02d:%02d", hours, minutes)
             : g_strdup (duration);
}

static char *
dup_value (const char *const *names, const char *const *values)
{
  const char *type = ent_sheet_find_attribute (names, values, "value-type");
  const char *value = ent_sheet_find_attribute (names, values, "value");
  const char *date = ent_sheet_find_attribute (names, values, "date-value");
  const char *time = ent_sheet_find_attribute (names, values, "time-value");
  const char *flag = ent_sheet_find_attribute (names, values, "boolean-value");

  if (value && (g_strcmp0 (type, "float") == 0 || g_strcmp0 (type, "currency") == 0))
    return ent_sheet_dup_number (g_ascii_strtod (value, NULL));
  if (date && g_strcmp0 (type, "date") == 0)
    return g_strndup (date, strcspn (date, "T"));
  if (time && g_strcmp0 (type, "time") == 0)
    return dup_time (time);

  return g_strcmp0 (type, "boolean") == 0 ? g_strdup (flag) : NULL;
}

static void
begin_table (Ods *self, const char *const *names, const char *const *values)
{
  const char *name = ent_sheet_find_attribute (names, values, "name");

  if (++self->depth > 1)
    return;
  g_ptr_array_add (self->names, g_strdup (name ? name : ""));
  self->inside = !self->found && (!self->wanted || g_strcmp0 (self->wanted, name) == 0);
  self->found |= self->inside;
}

static void
begin_in_cell (Ods *self, const char *element, const char *const *names, const char *const *values)
{
  if (g_str_equal (element, "annotation") || self->aside > 0)
    self->aside++;
  else if (g_str_equal (element, "p") && self->paragraph++ == 0 && self->text->len > 0)
    g_string_append_c (self->text, '\n');
  else if (g_str_equal (element, "s"))
    for (guint i = MIN (get_count (names, values, "c"), 100); i > 0; i--)
      g_string_append_c (self->text, ' ');
  else if (g_str_equal (element, "tab") || g_str_equal (element, "line-break"))
    g_string_append_c (self->text, ' ');
}

static void
begin_cb (const char *element,
          const char *const *names,
          const char *const *values,
          gpointer user_data)
{
  Ods *self = user_data;

  if (g_str_equal (element, "table"))
    begin_table (self, names, values);
  else if (!self->inside || self->depth > 1)
    return;
  else if (self->in_cell)
    begin_in_cell (self, element, names, values);
  else if (g_str_equal (element, "table-row"))
    self->n_rows = get_count (names, values, "number-rows-repeated");
  else if (g_str_equal (element, "table-cell") || g_str_equal (element, "covered-table-cell"))
    {
      self->in_cell = TRUE;
      self->n_cells = get_count (names, values, "number-columns-repeated");
      self->value = dup_value (names, values);
      g_string_set_size (self->text, 0);
    }
}

static void
text_cb (const char *text, gsize size, gpointer user_data)
{
  Ods *self = user_data;

  if (self->in_cell && self->paragraph > 0 && self->aside == 0)
    g_string_append_len (self->text, text, (gssize) size);
}

static void
end_cb (const char *element, gpointer user_data)
{
  Ods *self = user_data;

  if (g_str_equal (element, "table"))
    {
      self->depth--;
      self->inside &= self->depth > 0;
    }
  else if (!self->inside || self->depth > 1)
    return;
  else if (self->aside > 0)
    self->aside--;
  else if (self->in_cell && g_str_equal (element, "p"))
    self->paragraph -= self->paragraph > 0;
  else if (g_str_equal (element, "table-cell") || g_str_equal (element, "covered-table-cell"))
    {
      ent_sheet_rows_add (&self->rows, self->value ? self->value : self->text->str, self->n_cells);
      g_clear_pointer (&self->value, g_free);
      self->in_cell = FALSE;
      self->paragraph = 0;
    }
  else if (g_str_equal (element, "table-row"))
    ent_sheet_rows_end (&self->rows, self->n_rows);
}

/**
 * ent_sheet_read_ods:
 * @content: the part "content.xml"
 * @name: (nullable): name of the table; %NULL for the first
 * @error: return location: %ENT_ERROR_INVALID_VALUE, %ENT_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): its cells, or %NULL
 */
EntCells *
ent_sheet_read_ods (GBytes *content, const char *name, GError **error)
{
  Ods ods = { .wanted = name };
  EntCells *cells = NULL;

  ods.names = g_ptr_array_new_with_free_func (g_free);
  ods.text = g_string_new (NULL);
  ent_sheet_rows_init (&ods.rows);
  if (ent_sheet_parse (content, begin_cb, text_cb, end_cb, &ods, error))
    {
      if (ods.found || !name)
        cells = ent_sheet_rows_take (&ods.rows, error);
      else
        ent_sheet_set_missing (name, ods.names, error);
    }
  ent_sheet_rows_clear (&ods.rows);
  g_string_free (ods.text, TRUE);
  g_ptr_array_unref (ods.names);
  g_free (ods.value);

  return cells;
}
