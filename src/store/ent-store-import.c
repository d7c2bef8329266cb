/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-action-private.h"

static gboolean
is_empty (EntProject *project)
{
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (ent_project_count (project, tables[i]) > 0)
      return FALSE;

  return TRUE;
}

/* A setting the project has keeps its value, unless there is nothing in the project yet. */
static gboolean
write_settings (EntAction *action, EntProject *project, EntImport *import, GError **error)
{
  const gboolean replace = is_empty (project) && g_hash_table_size (import->settings) > 0;
  g_autoptr (GPtrArray) keys = ent_project_dup_setting_keys (project);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < keys->len && replace; i++)
    {
      const char *old = g_ptr_array_index (keys, i);

      if (!g_str_equal (old, ENT_SETTING_ID) && !g_hash_table_contains (import->settings, old)
          && !ent_action_set_setting (action, old, NULL, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, import->settings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_str_equal (key, ENT_SETTING_ID) && (replace || !ent_project_get_setting (project, key))
        && !ent_action_set_setting (action, key, value, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_record (EntAction *action, const EntImportRecord *record, GError **error)
{
  for (guint i = 0; i < record->values->len; i++)
    {
      const EntImportValue *value = g_ptr_array_index (record->values, i);
      gboolean written = value->lang
                             ? ent_action_set_translation (action, record->id, value->column,
                                                           value->lang, value->text, error)
                             : ent_action_set (action, record->id, value->column, value->text,
                                               error);

      if (!written)
        {
          g_prefix_error (error, "%s: ", record->source);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_tags (EntAction *action, const EntImportRecord *record, GError **error)
{
  for (guint i = 0; i < record->tags->len; i++)
    {
      const EntTag *tag = &g_array_index (record->tags, EntTag, i);

      if (!ent_action_set_tag (action, record->id, tag->term, tag->weight, error))
        return FALSE;
    }

  return TRUE;
}

/* Every record is there before the first refers to another. */
static gboolean
write_records (EntAction *action, EntImport *import, GError **error)
{
  for (guint i = 0; i < import->records->len; i++)
    {
      const EntImportRecord *record = g_ptr_array_index (import->records, i);

      if (!record->known
          && ent_action_add (action, record->table, record->id, error) == ENT_ID_NONE)
        return FALSE;
    }
  for (guint i = 0; i < import->records->len; i++)
    if (!write_record (action, g_ptr_array_index (import->records, i), error))
      return FALSE;
  for (guint i = 0; i < import->records->len; i++)
    if (!write_tags (action, g_ptr_array_index (import->records, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
write_blobs (EntStore *store, EntImport *import, GError **error)
{
  GHashTableIter iter;
  gpointer bytes;

  g_hash_table_iter_init (&iter, import->blobs);
  while (g_hash_table_iter_next (&iter, NULL, &bytes))
    {
      g_autofree char *sha256 = ent_store_add_blob (store, bytes, error);

      if (!sha256)
        return FALSE;
    }

  return TRUE;
}

/**
 * ent_store_import:
 * @self: a store
 * @import: what is to go into it, with ent_import_check() passed
 * @name: what it comes from, for the history
 * @dry_run: whether everything is tried, and nothing kept
 * @error: return location: as ent_action_set() and ent_action_commit()
 *
 * Writes an import as one action that can be undone. A project without records takes the
 * settings as they are but its identity; another one takes those it has not.
 *
 * Returns: whether it was written, or could be; else nothing was
 */
gboolean
ent_store_import (
    EntStore *self, EntImport *import, const char *name, gboolean dry_run, GError **error)
{
  g_autoptr (EntAction) action = NULL;

  if (!dry_run && !write_blobs (self, import, error))
    return FALSE;

  action = ent_store_begin (self, N_ ("Import %s"), name, NULL);
  if (!write_settings (action, self->project, import, error)
      || !write_records (action, import, error))
    return FALSE;
  if (dry_run)
    return ent_action_write_pending (action, error) && ent_action_check_parts (action, error);

  return ent_action_commit (action, error);
}
