/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-table-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"

/**
 * ent_table_get_name_column:
 * @table: a record type
 *
 * Returns: (nullable): the text by which such records are called
 */
const EntColumn *
ent_table_get_name_column (const EntTable *table)
{
  static const char *const names[] = { "shown_name", "name", "title" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const EntColumn *column = ent_table_find_column (table, names[i]);

      if (column && (column->flags & ENT_COLUMN_REQUIRED))
        return column;
    }

  return NULL;
}

/* Whether a name is all that such a record must have. */
static gboolean
can_be_made (const EntTable *table)
{
  const EntColumn *name = ent_table_get_name_column (table);

  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & ENT_COLUMN_REQUIRED) && &table->columns[i] != name)
      return FALSE;

  return name != NULL;
}

/* Whether there is or will be such a record. */
gboolean
ent_table_has_record (EntTablePlan *self, const EntTable *table, EntId id)
{
  EntRecord *record = ent_project_get (self->project, id);
  const EntImportRecord *pending = g_hash_table_lookup (self->pending, &id);

  return (record && ent_record_is (record, table)) || (pending && pending->table == table)
         || (table == self->table && g_hash_table_contains (self->announced, &id));
}

/**
 * ent_table_resolve:
 * @self: a plan
 * @table: the type of record meant
 * @name: its id, or a name it bears
 * @error: return location: %ENT_ERROR_AMBIGUOUS, %ENT_ERROR_NOT_FOUND
 *
 * Finds the record of a name among those of the project and those to be added; one that needs
 * no more than a name is added.
 *
 * Returns: its id, or %ENT_ID_NONE
 */
EntId
ent_table_resolve (EntTablePlan *self, const EntTable *table, const char *name, GError **error)
{
  const EntId *ids;
  EntImportRecord *record;
  guint n;
  EntId id;

  if (ent_id_parse (name, &id) && ent_table_has_record (self, table, id))
    return id;

  ent_table_names_find (self->names, table, name, &ids, &n);
  if (n == 1)
    return ids[0];
  if (n > 1)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_AMBIGUOUS,
                   _("Several records are called “%s”: write the name that one alone has."), name);
      return ENT_ID_NONE;
    }
  if (!can_be_made (table))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                   _("There is no record of type “%s” called “%s”: add it first."), _(table->label),
                                                                                      name);
      return ENT_ID_NONE;
    }

  record = ent_table_add (self, table, ENT_ID_NONE);
  ent_import_record_set (record, ent_table_get_name_column (table), NULL, name);
  ent_table_names_add (self->names, table, name, record->id);
  return record->id;
}

static gboolean
read_reference (
    EntTablePlan *self, const EntColumn *column, const char *text, char **canonical, GError **error)
{
  EntId id = ent_table_resolve (self, ent_table_find (column->target), text, error);

  if (id == ENT_ID_NONE)
    return FALSE;

  *canonical = ent_id_to_string (id);
  return TRUE;
}

/* A choice by its value or by its label in French or English. */
static gboolean
read_choice (const EntColumn *column, const char *text, char **canonical, GError **error)
{
  static const char *const langs[] = { "fr", "en" };
  g_autofree char *folded = ent_text_fold (text);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (const EntChoice *choice = column->choices; choice->value; choice++)
    {
      gboolean same = g_ascii_strcasecmp (choice->value, text) == 0;

      for (guint i = 0; i < G_N_ELEMENTS (langs) && !same; i++)
        {
          g_autofree char *label = ent_text_fold (ent_choice_get_words (choice, langs[i]));

          same = g_str_equal (label, folded);
        }
      if (same)
        {
          *canonical = g_strdup (choice->value);
          return TRUE;
        }
      g_string_append_printf (labels, "%s%s", labels->len ? ", " : "",
                              ent_choice_get_words (choice, ent_words_interface_language ()));
    }

  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
               _("“%s” is not one of the choices of “%s”: %s."), text,
                 _(column->label), labels->str);
  return FALSE;
}

/* Spreadsheets write a day with the midnight it begins at. */
static char *
dup_day (const char *text)
{
  const char *midnight = strstr (text, " 00:00");

  if (!midnight)
    midnight = strstr (text, "T00:00");

  return midnight && strlen (midnight) <= strlen (" 00:00:00.000")
             ? g_strndup (text, midnight - text)
             : g_strdup (text);
}

/**
 * ent_table_read_cell:
 * @self: a plan
 * @field: what the cell holds
 * @text: its text, not blank
 * @canonical: (out): its value
 * @error: return location: %ENT_ERROR_INVALID_VALUE, %ENT_ERROR_AMBIGUOUS, %ENT_ERROR_NOT_FOUND
 *
 * Returns: whether the field takes it
 */
gboolean
ent_table_read_cell (EntTablePlan *self,
                     const EntTableField *field,
                     const char *text,
                     char **canonical,
                     GError **error)
{
  g_autofree char *day = NULL;
  EntId id;

  *canonical = NULL;
  if (!field->column)
    {
      if (!ent_id_parse (text, &id))
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                       _("“%s” is not the identity of a record: leave this column out."), text);
          return FALSE;
        }
      *canonical = ent_id_to_string (id);
      return TRUE;
    }
  if (field->lang)
    {
      *canonical = g_strdup (text);
      return TRUE;
    }

  switch (field->column->kind)
    {
    case ENT_KIND_REFERENCE:
      return read_reference (self, field->column, text, canonical, error);
    case ENT_KIND_CHOICE:
      return read_choice (field->column, text, canonical, error);
    case ENT_KIND_DATE:
      day = dup_day (text);
      return ent_column_parse (field->column, day, canonical, error);
    default:
      return ent_column_parse (field->column, text, canonical, error);
    }
}
