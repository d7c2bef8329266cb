/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ent-cli-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "cli/ent-cli.h"

void
ent_cli_field_free (EntCliField *field)
{
  g_free (field->lang);
  g_free (field->text);
  g_free (field);
}

static gboolean
refuse_name (const EntTable *table, const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *nearest;

  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (names, (gpointer) table->columns[i].name);
  for (guint i = 0; i < ent_record_n_columns; i++)
    g_ptr_array_add (names, (gpointer) ent_record_columns[i].name);
  g_ptr_array_add (names, (gpointer) "tag");
  g_ptr_array_add (names, NULL);
  nearest = ent_cli_find_nearest (name, (const char *const *) names->pdata);

  if (nearest)
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("A record of type “%s” has no field “%s”; do you mean “%s”?"), table->name,
                 name, nearest);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("A record of type “%s” has no field “%s”; “ententectl types %s” lists them."),
                 table->name, name, table->name);
  return FALSE;
}

/* A record of any type by its title: only where no other has the same. */
static EntRecord *
find_in_all (EntProject *project, const char *title, GError **error)
{
  EntRecord *found = NULL;
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr (GError) problem = NULL;
      EntRecord *record = ent_project_find (project, tables[i], title, &problem);

      if (g_error_matches (problem, ENT_ERROR, ENT_ERROR_AMBIGUOUS) || (record && found))
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_AMBIGUOUS,
                       _("Several records are called “%s”: name the one you mean by its id."),
                       title);
          return NULL;
        }
      if (record)
        found = record;
    }

  if (!found)
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND, _("There is no record called “%s”."),
                 title);
  return found;
}

static EntRecord *
find_target (EntProject *project, const char *target, const char *text, GError **error)
{
  const EntTable *table = ent_table_find (target);
  EntId id;

  if (ent_id_parse (text, &id) && ent_project_get (project, id))
    {
      EntRecord *record = ent_project_get (project, id);

      if (!table || ent_record_is (record, table))
        return record;
    }

  return table ? ent_project_find (project, table, text, error)
               : find_in_all (project, text, error);
}

static char *
dup_record_id (EntRecord *record)
{
  return ent_id_to_string (ent_record_get_id (record));
}

/* "Culture", "Culture:2", an id, with a weight or not. */
static gboolean
read_tag (EntCliField *self, EntProject *project, const char *value, GError **error)
{
  g_autofree char *term = g_strdup (value);
  char *colon = strrchr (term, ':');
  EntRecord *record;

  self->weight = -1;
  if (colon && colon[1] >= '0' && colon[1] <= '2' && colon[2] == '\0')
    {
      self->weight = colon[1] - '0';
      *colon = '\0';
    }

  record = find_target (project, ent_term_table.name, term, error);
  if (!record)
    return FALSE;
  self->term = ent_record_get_id (record);
  return TRUE;
}

static gboolean
read_value (EntCliField *self, EntProject *project, const char *value, GError **error)
{
  EntRecord *record;

  if (ent_text_is_blank (value) || self->column->kind != ENT_KIND_REFERENCE)
    return ent_column_parse (self->column, value, &self->text, error);

  record = find_target (project, self->column->target, value, error);
  if (!record)
    return FALSE;
  self->text = dup_record_id (record);
  return TRUE;
}

static gboolean
read_translation (EntCliField *self, const EntTable *table, const char *lang, const char *value,
                  GError **error)
{
  if (!self->column || !(self->column->flags & ENT_COLUMN_TRANSLATABLE) || strlen (lang) < 2
      || strlen (lang) > 3 || lang[strspn (lang, "abcdefghijklmnopqrstuvwxyz")] != '\0')
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("This field of a record of type “%s” has no translation into “%s”."),
                   table->name, lang);
      return FALSE;
    }

  self->lang = g_strdup (lang);
  self->text = ent_text_is_blank (value) ? NULL : g_strdup (value);
  return TRUE;
}

/**
 * ent_cli_field_read:
 * @project: the graph
 * @table: type of the record meant
 * @word: "field=value", "field@lang=text", "tag=term:weight" or "untag=term"; a reference is
 *   given by an id or an exact title that one record alone has
 * @error: return location
 *
 * Returns: (transfer full): what it says, or %NULL
 */
EntCliField *
ent_cli_field_read (EntProject *project, const EntTable *table, const char *word, GError **error)
{
  g_autoptr (EntCliField) self = g_new0 (EntCliField, 1);
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals ? g_strndup (word, equals - word) : g_strdup (word);
  char *at = strchr (name, '@');
  gboolean read;

  if (!equals)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("“%s” is not of the form FIELD=VALUE."), word);
      return NULL;
    }

  self->clear = g_str_equal (name, "untag");
  if (self->clear || g_str_equal (name, "tag"))
    return read_tag (self, project, equals + 1, error) ? g_steal_pointer (&self) : NULL;

  if (at)
    *at = '\0';
  self->column = ent_table_find_column (table, name);
  if (!self->column)
    {
      refuse_name (table, name, error);
      return NULL;
    }
  read = at ? read_translation (self, table, at + 1, equals + 1, error)
            : read_value (self, project, equals + 1, error);

  return read ? g_steal_pointer (&self) : NULL;
}

/* What --where takes beside what a record can be given: its title, its id, no value at all. */
static EntCliField *
read_to_match (EntProject *project, const EntTable *table, const char *word, GError **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals ? g_strndup (word, equals - word) : NULL;
  const EntColumn *column = name ? ent_table_find_column (table, name) : NULL;
  EntCliField *self;

  if (!name || (!column && !g_str_equal (name, "title") && !g_str_equal (name, "id"))
      || (column && !ent_text_is_blank (equals + 1)))
    return ent_cli_field_read (project, table, word, error);

  self = g_new0 (EntCliField, 1);
  self->column = column;
  self->lang = g_str_equal (name, "id") ? g_strdup ("id") : NULL;
  self->text = column ? NULL : g_strdup (equals + 1);
  return self;
}

/**
 * ent_cli_fields_read:
 * @project: the graph
 * @table: type of the record meant
 * @words: (array zero-terminated=1): as ent_cli_field_read() takes them
 * @to_match: whether they are conditions
 * @error: return location
 *
 * Returns: (transfer full) (element-type EntCliField): what they say, or %NULL
 */
GPtrArray *
ent_cli_fields_read (EntProject *project,
                     const EntTable *table,
                     const char *const *words,
                     gboolean to_match,
                     GError **error)
{
  g_autoptr (GPtrArray) fields
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_cli_field_free);

  for (guint i = 0; words[i]; i++)
    {
      EntCliField *field = to_match ? read_to_match (project, table, words[i], error)
                                    : ent_cli_field_read (project, table, words[i], error);

      if (!field)
        return NULL;
      g_ptr_array_add (fields, field);
    }

  return g_steal_pointer (&fields);
}

static gboolean
write_field (EntAction *action, EntId id, const EntCliField *field, GError **error)
{
  if (!field->column && field->clear)
    return ent_action_clear_tag (action, id, field->term, error);
  if (!field->column)
    return ent_action_set_tag (action, id, field->term, field->weight, error);
  if (field->lang)
    return ent_action_set_translation (action, id, field->column, field->lang, field->text, error);

  return ent_action_set (action, id, field->column, field->text, error);
}

/**
 * ent_cli_fields_write:
 * @action: an action that is open
 * @id: the record
 * @fields: (element-type EntCliField): what it is given
 * @error: return location
 *
 * Returns: whether the store took all of them
 */
gboolean
ent_cli_fields_write (EntAction *action, EntId id, GPtrArray *fields, GError **error)
{
  for (guint i = 0; i < fields->len; i++)
    if (!write_field (action, id, g_ptr_array_index (fields, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
has_title (EntProject *project, EntRecord *record, const char *wanted)
{
  static const char *const langs[] = { NULL, "fr", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      g_autofree char *title = ent_record_dup_title (record, project, langs[i]);

      if (g_str_equal (title, wanted))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_tag (EntRecord *record, const EntCliField *field)
{
  guint n_tags;
  const EntTag *tags = ent_record_get_tags (record, &n_tags);

  for (guint i = 0; i < n_tags; i++)
    if (tags[i].term == field->term && (field->weight < 0 || field->weight == tags[i].weight))
      return TRUE;

  return FALSE;
}

static gboolean
field_matches (EntProject *project, EntRecord *record, const EntCliField *field)
{
  g_autofree char *value = NULL;

  if (!field->column && field->term)
    return has_tag (record, field) != field->clear;
  if (!field->column && field->lang)
    {
      value = ent_id_to_string (ent_record_get_id (record));
      return g_ascii_strcasecmp (value, field->text) == 0;
    }
  if (!field->column)
    return has_title (project, record, field->text);
  if (field->lang)
    return g_strcmp0 (ent_record_get_translation (record, field->column->name, field->lang),
                      field->text)
           == 0;
  if (field->column->kind == ENT_KIND_FLAG)
    return ent_record_get_flag (record, field->column) == (g_strcmp0 (field->text, "true") == 0);

  value = ent_record_dup_value (record, field->column);
  return g_strcmp0 (value, field->text) == 0;
}

/**
 * ent_cli_fields_match:
 * @project: the graph
 * @record: a record of it
 * @fields: (element-type EntCliField): conditions
 *
 * Returns: whether all of them hold
 */
gboolean
ent_cli_fields_match (EntProject *project, EntRecord *record, GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (!field_matches (project, record, g_ptr_array_index (fields, i)))
      return FALSE;

  return TRUE;
}
