/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-action-private.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "store/ent-mapper.h"

/* No tree of records is as deep. */
#define DEEPEST 1000

/* A reference must lead to a record of the type the column asks for. */
static gboolean
check_reference (EntAction *action, const EntColumn *column, const char *canonical, GError **error)
{
  const EntTable *table;
  const EntTable *wanted = ent_table_find (column->target);
  EntId id;

  if (!ent_id_parse (canonical, &id))
    return FALSE;
  table = ent_action_need_type (action, id, error);
  if (!table)
    {
      g_prefix_error (error, _("The field “%s” cannot be set. "), _(column->label));
      return FALSE;
    }
  if (!wanted || wanted == table)
    return TRUE;

  g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
               _("The field “%s” takes a record of type “%s”, and “%s” is of type “%s”."),
                 _(column->label), _(wanted->label), canonical, _(table->label));
  return FALSE;
}

/* Where @id hangs, %ENT_ID_NONE for nowhere. */
static gboolean
find_parent (EntAction *action, const EntTable *table, EntId id, EntId *parent, GError **error)
{
  g_autoptr (EntStatement) statement = ent_action_prepare (
      action, error, "SELECT parent FROM \"%s\" WHERE id = ?", table->name);
  g_autoptr (GError) problem = NULL;

  *parent = ENT_ID_NONE;
  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, id);
  if (ent_statement_next (statement, &problem))
    *parent = ent_statement_read_integer (statement);
  if (!problem)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * ent_action_check_parts:
 * @action: an action whose records are all written
 * @error: return location: %ENT_ERROR_CONSTRAINT
 *
 * A tree that bites its own tail hangs nowhere: nobody would see it again.
 *
 * Returns: whether nothing became a part of itself, or of a part of itself
 */
gboolean
ent_action_check_parts (EntAction *action, GError **error)
{
  for (guint i = 0; i < action->parts->len; i++)
    {
      const EntPart *part = &g_array_index (action->parts, EntPart, i);
      EntId at = part->id;

      for (guint depth = 0; at != ENT_ID_NONE && depth < DEEPEST; depth++)
        {
          if (!find_parent (action, part->table, at, &at, error))
            return FALSE;
          if (at == part->id)
            {
              g_autofree char *id = ent_id_to_string (at);

              g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                           _("The record %s (%s) cannot be a part of itself: choose another one."),
                           id, _(part->table->label));
              return FALSE;
            }
        }
    }

  return TRUE;
}

static gboolean
is_registry_column (const EntColumn *column)
{
  return column >= ent_record_columns && column < ent_record_columns + ent_record_n_columns;
}

static gboolean
has_column (const EntTable *table, const EntColumn *column, GError **error)
{
  if (is_registry_column (column)
      || (column >= table->columns && column < table->columns + table->n_columns))
    return TRUE;

  g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
               _("A record of type “%s” has no field “%s”."), _(table->label), column->name);
  return FALSE;
}

static gboolean
update_column (EntAction *action,
               const char *table_name,
               EntId id,
               const EntColumn *column,
               const char *canonical,
               GError **error)
{
  g_autoptr (EntStatement) statement = ent_action_prepare (
      action, error, "UPDATE \"%s\" SET \"%s\" = ? WHERE id = ?", table_name, column->name);

  if (!statement)
    return FALSE;
  ent_mapper_bind (statement, column, canonical);
  ent_statement_bind_integer (statement, id);
  ent_action_note_write (action,
                         column->kind == ENT_KIND_REFERENCE || column->kind == ENT_KIND_CHOICE);

  return ent_statement_run (statement, error);
}

/* Whether the graph says already what is to be set. */
static gboolean
says_so (EntAction *action, EntId id, const EntColumn *column, const char *canonical)
{
  EntRecord *record = action->wrote ? NULL : ent_project_get (action->store->project, id);
  g_autofree char *value = record ? ent_record_dup_value (record, column) : NULL;

  return record && g_strcmp0 (value, canonical) == 0;
}

/**
 * ent_action_set:
 * @action: an action
 * @id: a record, which the action may have added
 * @column: one of its columns
 * @typed: (nullable): the value as ent_column_parse() takes it, %NULL or blank for none
 * @error: return location: %ENT_ERROR_INVALID_VALUE; %ENT_ERROR_CONSTRAINT for a required
 *   field emptied or a reference to a record of another type; %ENT_ERROR_NOT_FOUND
 *
 * Setting what is there already changes nothing. After a refusal the action can go on.
 *
 * Returns: whether the field has the value
 */
gboolean
ent_action_set (
    EntAction *action, EntId id, const EntColumn *column, const char *typed, GError **error)
{
  g_autofree char *canonical = NULL;
  const EntTable *table;
  EntPending *pending;

  if (!ent_action_is_open (action, error))
    return FALSE;
  table = ent_action_need_type (action, id, error);
  if (!table || !has_column (table, column, error)
      || !ent_column_parse (column, typed, &canonical, error))
    return FALSE;
  if (column->kind == ENT_KIND_FLAG && g_strcmp0 (canonical, "false") == 0)
    g_clear_pointer (&canonical, g_free);
  if (column->kind == ENT_KIND_REFERENCE && canonical
      && !check_reference (action, column, canonical, error))
    return FALSE;

  if (canonical && g_str_equal (column->name, "parent"))
    {
      EntPart part = { table, id };

      g_array_append_val (action->parts, part);
    }

  if (is_registry_column (column))
    return says_so (action, id, column, canonical)
           || update_column (action, "record", id, column, canonical, error);

  pending = g_hash_table_lookup (action->pending, &id);
  if (pending)
    {
      char **value = &pending->values[column - table->columns];

      g_free (*value);
      *value = g_steal_pointer (&canonical);
      return TRUE;
    }

  return says_so (action, id, column, canonical)
         || update_column (action, table->name, id, column, canonical, error);
}

/**
 * ent_action_set_translation:
 * @action: an action
 * @id: a record
 * @column: one of its translatable columns
 * @lang: a language: "en"
 * @text: (nullable): the text in that language, %NULL or blank to remove it
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
ent_action_set_translation (EntAction *action,
                            EntId id,
                            const EntColumn *column,
                            const char *lang,
                            const char *text,
                            GError **error)
{
  g_autofree char *canonical = NULL;
  g_autoptr (EntStatement) statement = NULL;
  const EntTable *table;
  EntColumn optional = *column;

  optional.flags &= ~ENT_COLUMN_REQUIRED;
  if (!ent_action_is_open (action, error))
    return FALSE;
  table = ent_action_need_type (action, id, error);
  if (!table || !has_column (table, column, error)
      || !ent_column_parse (&optional, text, &canonical, error))
    return FALSE;
  if ((column->flags & ENT_COLUMN_TRANSLATABLE) == 0 || *lang == '\0')
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("The field “%s” has no translations."), _(column->label));
      return FALSE;
    }

  if (canonical)
    statement = ent_action_prepare (
        action, error,
        "INSERT INTO translation (record, field, lang, text) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET text = excluded.text");
  else
    statement = ent_action_prepare (
        action, error, "DELETE FROM translation WHERE record = ? AND field = ? AND lang = ?");
  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, id);
  ent_statement_bind_text (statement, column->name);
  ent_statement_bind_text (statement, lang);
  if (canonical)
    ent_statement_bind_text (statement, canonical);

  return ent_statement_run (statement, error);
}

/**
 * ent_action_set_tag:
 * @action: an action
 * @id: a record
 * @term: a term to put on it
 * @weight: 0 to 2, -1 for none
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
ent_action_set_tag (EntAction *action, EntId id, EntId term, int weight, GError **error)
{
  g_autoptr (EntStatement) statement = NULL;
  const EntTable *type;

  if (!ent_action_is_open (action, error) || !ent_action_need_type (action, id, error))
    return FALSE;
  type = ent_action_need_type (action, term, error);
  if (!type)
    return FALSE;
  if (type != &ent_term_table || weight < -1 || weight > 2)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                           _("Only a term, with a weight from 0 to 2, can be put on a record."));
      return FALSE;
    }

  statement = ent_action_prepare (action, error,
                                  "INSERT INTO tag (record, term, weight) VALUES (?, ?, ?) "
                                  "ON CONFLICT DO UPDATE SET weight = excluded.weight");
  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, id);
  ent_statement_bind_integer (statement, term);
  if (weight < 0)
    ent_statement_bind_null (statement);
  else
    ent_statement_bind_integer (statement, weight);

  return ent_statement_run (statement, error);
}

/**
 * ent_action_clear_tag:
 * @action: an action
 * @id: a record
 * @term: a term to take off it
 * @error: return location
 *
 * Returns: whether it was done; taking off what is not there is no error
 */
gboolean
ent_action_clear_tag (EntAction *action, EntId id, EntId term, GError **error)
{
  g_autoptr (EntStatement) statement = NULL;

  if (!ent_action_is_open (action, error) || !ent_action_need_type (action, id, error))
    return FALSE;
  statement = ent_action_prepare (action, error, "DELETE FROM tag WHERE record = ? AND term = ?");
  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, id);
  ent_statement_bind_integer (statement, term);

  return ent_statement_run (statement, error);
}

/**
 * ent_action_set_setting:
 * @action: an action
 * @key: a key, such as %ENT_SETTING_TITLE
 * @value: (nullable): the value, %NULL to remove it
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
ent_action_set_setting (EntAction *action, const char *key, const char *value, GError **error)
{
  g_autoptr (EntStatement) statement = NULL;

  if (!ent_action_is_open (action, error))
    return FALSE;
  if (value)
    statement = ent_action_prepare (action, error,
                                    "INSERT INTO setting (key, value) VALUES (?, ?) "
                                    "ON CONFLICT DO UPDATE SET value = excluded.value");
  else
    statement = ent_action_prepare (action, error, "DELETE FROM setting WHERE key = ?");
  if (!statement)
    return FALSE;
  ent_statement_bind_text (statement, key);
  if (value)
    ent_statement_bind_text (statement, value);

  return ent_statement_run (statement, error);
}

/**
 * ent_store_set_field:
 * @self: a store
 * @id: a record
 * @column: one of its columns
 * @typed: (nullable): the value, as for ent_action_set()
 * @error: return location
 *
 * Returns: whether the field has the value, as one action
 */
gboolean
ent_store_set_field (
    EntStore *self, EntId id, const EntColumn *column, const char *typed, GError **error)
{
  g_autofree char *field = g_strconcat (ENT_ARGUMENT_WORD, column->label, NULL);
  g_autofree char *title = ent_project_dup_title (self->project, id, NULL);
  g_autoptr (EntAction)
      action = ent_store_begin (self, N_ ("Change “%s” of “%s”"), field, title, NULL);

  return ent_action_set (action, id, column, typed, error) && ent_action_commit (action, error);
}
