/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-store-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/ent-error.h"

#define TAG "tag:"

static const EntColumn *
find_column (const EntTable *table, const char *name)
{
  for (guint i = 0; i < ent_record_n_columns; i++)
    if (g_str_equal (ent_record_columns[i].name, name))
      return &ent_record_columns[i];

  return ent_table_find_column (table, name);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NOT_FOUND, sentence);
  return FALSE;
}

static gboolean
set_tag (EntAction *action, EntId id, const char *field, const char *weight, GError **error)
{
  EntId term;

  if (!ent_id_parse (field + strlen (TAG), &term))
    return refuse (error, _("The history no longer says which term this was."));

  return weight ? ent_action_set_tag (action, id, term, atoi (weight), error)
                : ent_action_clear_tag (action, id, term, error);
}

/* Puts into the field of a change, in which @table is the type of the record, what it held
 * before. */
static gboolean
set_before (EntAction *action, const EntTable *table, const EntChange *change, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (change->field, "@", 2);
  const EntColumn *column;

  if (g_str_has_prefix (change->field, TAG))
    return set_tag (action, change->record, change->field, change->before, error);

  column = find_column (table, parts[0]);
  if (!column)
    return refuse (error,
                   _("This field is no longer in use: write the value where it belongs now."));
  if (parts[1])
    return ent_action_set_translation (action, change->record, column, parts[1], change->before,
                                       error);

  return ent_action_set (action, change->record, column, change->before, error);
}

/* What a reference to @value led to is there. */
static gboolean
has_target (EntStore *self, const EntTable *table, const EntChange *change)
{
  const EntColumn *column = find_column (table, change->field);
  EntId id;

  if (g_str_has_prefix (change->field, TAG))
    return ent_id_parse (change->field + strlen (TAG), &id) && ent_project_get (self->project, id);
  if (!column || column->kind != ENT_KIND_REFERENCE || !change->before)
    return TRUE;

  return ent_id_parse (change->before, &id) && ent_project_get (self->project, id);
}

static gboolean
restore_setting (EntStore *self, const EntChange *change, GError **error)
{
  g_autoptr (EntAction) action = ent_store_begin (self, N_ ("Restore a setting"), NULL, NULL);

  return ent_action_set_setting (action, change->field, change->before, error)
         && ent_action_commit (action, error);
}

/**
 * ent_store_restore_value:
 * @self: a store
 * @change: a change of a field
 * @error: return location: %ENT_ERROR_NOT_FOUND when the record, or what the value named, is no
 *   longer there; as ent_action_set() gives them
 *
 * Gives the field the value again that it had before the change, as one action.
 *
 * Returns: whether it was done
 */
gboolean
ent_store_restore_value (EntStore *self, const EntChange *change, GError **error)
{
  EntRecord *record;
  const EntTable *table;
  g_autoptr (EntAction) action = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (change->field != NULL, FALSE);

  if (change->record == ENT_ID_NONE)
    return restore_setting (self, change, error);

  record = ent_project_get (self->project, change->record);
  if (!record)
    return refuse (error, _("What this value belonged to is no longer in the project: bring it "
                            "back first."));
  table = ent_record_get_table (record);
  if (!has_target (self, table, change))
    return refuse (error, _("What this value named is no longer in the project: bring it back "
                            "first."));

  title = ent_record_dup_title (record, self->project, NULL);
  action = ent_store_begin (self, N_ ("Restore a value of “%s”"), title ? title : "", NULL);

  return set_before (action, table, change, error) && ent_action_commit (action, error);
}

static gboolean
is_whole_delete (const EntChange *change)
{
  return change->record != ENT_ID_NONE && !change->field && change->before;
}

/* Adds again all that an entry deleted; gives their types by id. */
static GHashTable *
add_deleted (EntStore *self, EntAction *action, GPtrArray *changes, GError **error)
{
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (changes, i);
      const EntTable *table = is_whole_delete (change) ? ent_table_find (change->type) : NULL;

      if (!table)
        continue;
      if (ent_project_get (self->project, change->record))
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                       _("“%s” is in the project already: it has been brought back."),
                         change->before);
          return NULL;
        }
      if (ent_action_add (action, table, change->record, error) == ENT_ID_NONE)
        return NULL;
      g_hash_table_replace (types, g_memdup2 (&change->record, sizeof change->record),
                            (gpointer) table);
    }

  return g_steal_pointer (&types);
}

/* Whether what a value names will be there; what is optional and gone stays empty. */
static gboolean
may_set (EntStore *self,
         GHashTable *types,
         const EntTable *table,
         const EntChange *change,
         gboolean *needed)
{
  const EntColumn *column = find_column (table, change->field);
  EntId id;

  *needed = column && (column->flags & ENT_COLUMN_REQUIRED);
  if (column && column->kind == ENT_KIND_REFERENCE && change->before
      && ent_id_parse (change->before, &id) && g_hash_table_contains (types, &id))
    return TRUE;

  return has_target (self, table, change);
}

static gboolean
set_deleted (
    EntStore *self, EntAction *action, GHashTable *types, const EntChange *change, GError **error)
{
  const EntTable *table = g_hash_table_lookup (types, &change->record);
  gboolean needed;

  if (!change->before)
    return TRUE;
  if (may_set (self, types, table, change, &needed))
    return set_before (action, table, change, error);

  return !needed
         || refuse (error,
                    _("What it hung on is no longer in the project: bring that back first."));
}

/* A reference that was emptied because what it named was deleted. */
static gboolean
set_cleared (
    EntStore *self, EntAction *action, GHashTable *types, const EntChange *change, GError **error)
{
  EntRecord *record = ent_project_get (self->project, change->record);
  const EntColumn *column = record ? find_column (ent_record_get_table (record), change->field)
                                   : NULL;
  EntId id;

  if (!column || column->kind != ENT_KIND_REFERENCE || change->after || !change->before
      || ent_record_has_value (record, column) || !ent_id_parse (change->before, &id)
      || !g_hash_table_contains (types, &id))
    return TRUE;

  return ent_action_set (action, change->record, column, change->before, error);
}

static gboolean
fill_deleted (
    EntStore *self, EntAction *action, GHashTable *types, GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (changes, i);
      gboolean done = TRUE;

      if (change->field && g_hash_table_contains (types, &change->record))
        done = set_deleted (self, action, types, change, error);
      else if (change->field && change->record != ENT_ID_NONE)
        done = set_cleared (self, action, types, change, error);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

/**
 * ent_store_bring_back:
 * @self: a store
 * @seq: number of an entry of the history that deleted something
 * @error: return location: %ENT_ERROR_CONSTRAINT when it is there again already;
 *   %ENT_ERROR_NOT_FOUND when it cannot be without something that is gone
 *
 * Brings back, as one action, all that went with that entry, and the references to it that were
 * emptied and still are. Newer edits of other records stay.
 *
 * Returns: whether it was done
 */
gboolean
ent_store_bring_back (EntStore *self, gint64 seq, GError **error)
{
  g_autoptr (EntEntry) entry = ent_store_get_entry (self, seq, "en", error);
  g_autoptr (EntAction) action = NULL;
  g_autoptr (GHashTable) types = NULL;
  const char *title = NULL;

  if (!entry)
    return FALSE;
  for (guint i = 0; i < entry->changes->len && !title; i++)
    if (is_whole_delete (g_ptr_array_index (entry->changes, i)))
      title = ((EntChange *) g_ptr_array_index (entry->changes, i))->before;
  if (!title)
    return refuse (error, _("Nothing was deleted in this step."));

  action = ent_store_begin (self, N_ ("Bring back “%s”"), title, NULL);
  types = add_deleted (self, action, entry->changes, error);

  return types && fill_deleted (self, action, types, entry->changes, error)
         && ent_action_commit (action, error);
}
