/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-table-plan-private.h"

#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"

#include <glib/gi18n-lib.h>

/* How many rows are looked at to guess what a column without a title holds. */
#define ROWS_TO_GUESS 50

static void
row_free (gpointer data)
{
  EntTableRow *row = data;

  g_free (row->message);
  g_free (row);
}

/* Whether column @i holds nothing but what @is_one takes. */
static gboolean
column_is (EntTablePlan *self, guint i, gboolean (*is_one) (const char *text))
{
  guint n_rows = MIN (ent_cells_get_n_rows (self->sheet), ROWS_TO_GUESS);
  guint n = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      const char *text = ent_cells_get (self->sheet, row, i);

      if (ent_text_is_blank (text))
        continue;
      if (!is_one (text))
        return FALSE;
      n++;
    }

  return n > 0;
}

static gboolean
is_date (const char *text)
{
  g_autoptr (EntDate) date = ent_date_new_typed (text, NULL);

  return date != NULL;
}

static gboolean
is_address (const char *text)
{
  return strchr (text, '@') && !strchr (text, ' ');
}

static gboolean
is_words (const char *text)
{
  return !is_date (text) && !is_address (text) && g_ascii_strtod (text, NULL) == 0;
}

static gboolean
is_taken (EntTablePlan *self, const EntTableField *field)
{
  return g_ptr_array_find (self->map, field, NULL);
}

static const EntTableField *
find_free (EntTablePlan *self, EntKind kind, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const EntTableField *field = g_ptr_array_index (self->fields, i);

      if (!field->part && field->column && !field->lang && field->column->kind == kind
          && (!name || g_str_equal (field->name, name)) && !is_taken (self, field))
        return field;
    }

  return NULL;
}

/* The field by which such a record is known. */
static const EntTableField *
find_name_field (EntTablePlan *self)
{
  static const char *const names[] = { "shown_name", "title", "name", "person", "heading", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const EntTableField *field = ent_table_fields_find (self->fields, names[i]);

      if (field)
        return field;
    }

  return NULL;
}

/* Without titles only what cannot be anything else is guessed. */
static void
guess_by_content (EntTablePlan *self)
{
  for (guint i = 0; i < self->map->len; i++)
    {
      const EntTableField *field = NULL;

      if (column_is (self, i, is_date))
        field = find_free (self, ENT_KIND_DATE, NULL);
      else if (column_is (self, i, is_address))
        field = find_free (self, ENT_KIND_TEXT, "email");
      else if (column_is (self, i, is_words))
        field = find_name_field (self);
      if (field && !is_taken (self, field))
        g_ptr_array_index (self->map, i) = (gpointer) field;
    }
}

static guint
guess_by_titles (EntTablePlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->map->len; i++)
    {
      const EntTableField *field = ent_table_fields_find_title (
          self->fields, self->table, ent_cells_get (self->sheet, 0, i), self->map);

      g_ptr_array_index (self->map, i) = (gpointer) field;
      n += field != NULL;
    }

  return n;
}

/* "Nom" alone is the whole name; beside "Prénom" it is the family name. */
static void
settle_names (EntTablePlan *self)
{
  const EntTable *table = self->table;
  gboolean guests = table == &ent_participation_table;
  const EntTableField *whole = ent_table_fields_find (self->fields,
                                                      guests ? "person" : "shown_name");
  const EntTableField *family = ent_table_fields_find (self->fields,
                                                       guests ? "person.family" : "family");
  const EntTableField *given = ent_table_fields_find (self->fields,
                                                      guests ? "person.given" : "given");
  const EntTableField *from, *to;
  guint at;

  if (!whole || !family || !given || (table != &ent_person_table && !guests))
    return;

  from = is_taken (self, given) ? whole : family;
  to = is_taken (self, given) ? family : whole;
  if (is_taken (self, from) && !is_taken (self, to) && g_ptr_array_find (self->map, from, &at))
    g_ptr_array_index (self->map, at) = (gpointer) to;
}

static void
guess (EntTablePlan *self)
{
  g_ptr_array_set_size (self->map, 0);
  g_ptr_array_set_size (self->map, (int) ent_cells_get_n_columns (self->sheet));
  if (self->has_titles)
    guess_by_titles (self);
  else
    guess_by_content (self);
  settle_names (self);
}

/* A first row of which at least half are words that stand over columns. */
static gboolean
looks_like_titles (EntTablePlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->map->len; i++)
    n += !ent_text_is_blank (ent_cells_get (self->sheet, 0, i));

  return ent_cells_get_n_rows (self->sheet) > 0 && guess_by_titles (self) * 2 >= MAX (n, 1);
}

/**
 * ent_table_plan_new:
 * @project: where the sheet is to go
 * @table: type of the rows
 * @preset: (nullable): what all of them have: column, value, …, %NULL
 * @sheet: the cells
 *
 * Returns: (transfer full): a plan that has guessed what the columns hold
 */
EntTablePlan *
ent_table_plan_new (EntProject *project,
                    const EntTable *table,
                    const char *const *preset,
                    EntCells *sheet)
{
  EntTablePlan *self = g_new0 (EntTablePlan, 1);

  self->project = g_object_ref (project);
  self->table = table;
  self->preset = g_strdupv ((GStrv) preset);
  self->sheet = ent_cells_ref (sheet);
  self->fields = ent_table_fields_new (table, preset);
  self->map = g_ptr_array_new ();
  self->values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_set_size (self->map, (int) ent_cells_get_n_columns (sheet));
  self->has_titles = looks_like_titles (self);
  guess (self);
  ent_table_rows_reset (self);

  return self;
}

void
ent_table_plan_free (EntTablePlan *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->import, ent_import_free);
  g_clear_pointer (&self->names, ent_table_names_free);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  g_clear_pointer (&self->own, g_hash_table_unref);
  g_clear_pointer (&self->announced, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->keyed, g_hash_table_unref);
  g_clear_pointer (&self->fresh_keys, g_ptr_array_unref);
  g_clear_pointer (&self->touched, g_array_unref);
  g_clear_pointer (&self->remark, g_free);
  g_hash_table_unref (self->values);
  g_ptr_array_unref (self->map);
  g_ptr_array_unref (self->fields);
  ent_cells_unref (self->sheet);
  g_strfreev (self->preset);
  g_object_unref (self->project);
  g_free (self);
}

/**
 * ent_table_guess:
 * @sheet: cells with titles
 *
 * Returns: (nullable): the type of record whose fields most of the titles name; %NULL where
 *   hardly any does
 */
const EntTable *
ent_table_guess (EntCells *sheet)
{
  const EntTable *const tables[] = { &ent_organisation_table, &ent_person_table,
                                     &ent_agreement_table,    &ent_event_table,
                                     &ent_place_table,        &ent_document_table };
  const EntTable *best = NULL;
  guint most = 0, n_titles = 0;

  for (guint i = 0; i < ent_cells_get_n_columns (sheet); i++)
    n_titles += !ent_text_is_blank (ent_cells_get (sheet, 0, i));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) fields = ent_table_fields_new (tables[i], NULL);
      g_autoptr (GPtrArray) taken = g_ptr_array_new ();

      for (guint column = 0; column < ent_cells_get_n_columns (sheet); column++)
        {
          const EntTableField *field = ent_table_fields_find_title (
              fields, tables[i], ent_cells_get (sheet, 0, column), taken);

          if (field)
            g_ptr_array_add (taken, (gpointer) field);
        }
      if (taken->len > most)
        {
          best = tables[i];
          most = taken->len;
        }
    }

  return most * 2 >= n_titles ? best : NULL;
}

const EntTable *
ent_table_plan_get_table (EntTablePlan *self)
{
  return self->table;
}

EntCells *
ent_table_plan_get_sheet (EntTablePlan *self)
{
  return self->sheet;
}

GPtrArray *
ent_table_plan_get_fields (EntTablePlan *self)
{
  return self->fields;
}

gboolean
ent_table_plan_get_has_titles (EntTablePlan *self)
{
  return self->has_titles;
}

/* Whether the first row holds titles; the columns are guessed anew. */
void
ent_table_plan_set_has_titles (EntTablePlan *self, gboolean has_titles)
{
  self->has_titles = has_titles;
  guess (self);
  ent_table_rows_reset (self);
}

/* What a column holds, NULL: nothing that is taken. */
const EntTableField *
ent_table_plan_get_field (EntTablePlan *self, guint column)
{
  return g_ptr_array_index (self->map, column);
}

/**
 * ent_table_plan_set_changes:
 * @self: a plan that was not started
 * @changes: whether what a row says of a record that is known replaces what the project says
 */
void
ent_table_plan_set_changes (EntTablePlan *self, gboolean changes)
{
  self->changes = changes;
}

/**
 * ent_table_plan_set_field:
 * @self: a plan
 * @column: a column of the sheet
 * @field: (nullable): what it holds, %NULL to leave it out; another column that held it is
 *   left out
 */
void
ent_table_plan_set_field (EntTablePlan *self, guint column, const EntTableField *field)
{
  guint other;

  if (field && g_ptr_array_find (self->map, field, &other))
    g_ptr_array_index (self->map, other) = NULL;
  g_ptr_array_index (self->map, column) = (gpointer) field;
  ent_table_rows_reset (self);
}

/**
 * ent_table_plan_set_value:
 * @self: a plan
 * @field: name of a field
 * @typed: (nullable): what it is in every row that says nothing of it; blank for nothing
 * @error: return location: %ENT_ERROR_NOT_FOUND, %ENT_ERROR_INVALID_VALUE
 *
 * Returns: whether the field takes it
 */
gboolean
ent_table_plan_set_value (EntTablePlan *self, const char *field, const char *typed, GError **error)
{
  const EntTableField *known = ent_table_fields_find (self->fields, field);
  g_autofree char *canonical = NULL;

  if (!known || !known->column || known->lang)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                   _("A row of type “%s” has no field “%s”."), self->table->name, field);
      return FALSE;
    }
  ent_table_rows_reset (self);
  if (ent_text_is_blank (typed ? typed : ""))
    {
      g_hash_table_remove (self->values, known);
      return TRUE;
    }
  if (!ent_table_read_cell (self, known, typed, &canonical, error))
    return FALSE;

  /* Kept as typed: a name is resolved row by row, so that it can be made with the first. */
  g_hash_table_insert (self->values, (gpointer) known,
                       known->column->kind == ENT_KIND_REFERENCE ? g_strdup (typed)
                                                                 : g_steal_pointer (&canonical));
  ent_table_rows_reset (self);
  return TRUE;
}

static gboolean
part_is_told (EntTablePlan *self, const EntTablePart *part)
{
  for (guint i = 0; i < self->map->len; i++)
    {
      const EntTableField *field = g_ptr_array_index (self->map, i);

      if (field && field->part == part)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_lacking (EntTablePlan *self, const EntTableField *field)
{
  if (!field->column || field->lang || (field->column->flags & ENT_COLUMN_REQUIRED) == 0
      || field->column->kind == ENT_KIND_REFERENCE || is_taken (self, field))
    return FALSE;
  if (field->part)
    return !field->part->above && part_is_told (self, field->part);

  return !g_str_equal (field->name, "shown_name");
}

/**
 * ent_table_plan_get_lacking:
 * @self: a plan
 *
 * Returns: (transfer container) (element-type EntTableField): what every row must have and no
 *   column holds, to be set with ent_table_plan_set_value()
 */
GPtrArray *
ent_table_plan_get_lacking (EntTablePlan *self)
{
  GPtrArray *lacking = g_ptr_array_new ();

  for (guint i = 0; i < self->fields->len; i++)
    if (is_lacking (self, g_ptr_array_index (self->fields, i)))
      g_ptr_array_add (lacking, g_ptr_array_index (self->fields, i));

  return lacking;
}

/**
 * ent_table_plan_start:
 * @self: a plan
 *
 * Forgets what was worked out, to work it out anew.
 */
void
ent_table_plan_start (EntTablePlan *self)
{
  ent_table_rows_reset (self);
}

/**
 * ent_table_plan_step:
 * @self: a plan that was started
 * @n_rows: how many rows to do now
 *
 * Returns: whether there are more
 */
gboolean
ent_table_plan_step (EntTablePlan *self, guint n_rows)
{
  guint n = ent_table_plan_get_n_rows (self);
  guint last = MIN (n, self->rows->len + n_rows);

  while (self->rows->len < last)
    ent_table_rows_add (self, self->rows->len + (self->has_titles ? 1 : 0));

  return last < n;
}

guint
ent_table_plan_get_n_rows (EntTablePlan *self)
{
  return ent_cells_get_n_rows (self->sheet) - (self->has_titles ? 1 : 0);
}

guint
ent_table_plan_get_n_done (EntTablePlan *self)
{
  return self->rows->len;
}

const EntTableRow *
ent_table_plan_get_row (EntTablePlan *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

guint
ent_table_plan_count (EntTablePlan *self, EntRowState state)
{
  return self->counts[state];
}

/* How many records are made that no row is about: organisations and places that were only
 * named, positions, parties. */
guint
ent_table_plan_count_others (EntTablePlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->import->records->len; i++)
    n += !((const EntImportRecord *) g_ptr_array_index (self->import->records, i))->known;

  return n - self->counts[ENT_ROW_NEW];
}

/* (transfer none): what the rows without errors come to. */
EntImport *
ent_table_plan_get_import (EntTablePlan *self)
{
  return self->import;
}
