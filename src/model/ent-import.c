/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-import.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"

static void
import_value_free (gpointer data)
{
  EntImportValue *value = data;

  g_free (value->lang);
  g_free (value->text);
  g_free (value);
}

static void
import_record_free (gpointer data)
{
  EntImportRecord *record = data;

  g_free (record->source);
  g_ptr_array_unref (record->values);
  g_array_unref (record->tags);
  g_free (record);
}

/**
 * ent_import_new:
 *
 * Returns: (transfer full): an import without anything in it
 */
EntImport *
ent_import_new (void)
{
  EntImport *import = g_new0 (EntImport, 1);

  import->records = g_ptr_array_new_with_free_func (import_record_free);
  import->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  import->blobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_bytes_unref);
  return import;
}

void
ent_import_free (EntImport *import)
{
  g_ptr_array_unref (import->records);
  g_hash_table_unref (import->settings);
  g_hash_table_unref (import->blobs);
  g_free (import);
}

/**
 * ent_import_add:
 * @import: an import
 * @table: type of the record
 * @id: its identity
 *
 * Returns: (transfer none): a record without values, at the end of the import
 */
EntImportRecord *
ent_import_add (EntImport *import, const EntTable *table, EntId id)
{
  EntImportRecord *record = g_new0 (EntImportRecord, 1);

  record->table = table;
  record->id = id;
  record->values = g_ptr_array_new_with_free_func (import_value_free);
  record->tags = g_array_new (FALSE, FALSE, sizeof (EntTag));
  g_ptr_array_add (import->records, record);
  return record;
}

/**
 * ent_import_record_get:
 * @record: a record of an import
 * @column: one of its columns
 *
 * Returns: (transfer none) (nullable): its value in the record's own language
 */
const char *
ent_import_record_get (const EntImportRecord *record, const EntColumn *column)
{
  for (guint i = 0; i < record->values->len; i++)
    {
      const EntImportValue *value = g_ptr_array_index (record->values, i);

      if (value->column == column && value->lang == NULL)
        return value->text;
    }

  return NULL;
}

/**
 * ent_import_record_set:
 * @record: a record of an import
 * @column: one of its columns
 * @lang: (nullable): language of a translation, %NULL for the record's own
 * @canonical: the value as ent_column_parse() writes it
 */
void
ent_import_record_set (EntImportRecord *record,
                       const EntColumn *column,
                       const char *lang,
                       const char *canonical)
{
  EntImportValue *value = g_new0 (EntImportValue, 1);

  value->column = column;
  value->lang = g_strdup (lang);
  value->text = g_strdup (canonical);
  g_ptr_array_add (record->values, value);
}

static const EntTable *
find_target (GHashTable *by_id, EntProject *project, EntId id)
{
  const EntImportRecord *imported = g_hash_table_lookup (by_id, &id);
  EntRecord *record = project ? ent_project_get (project, id) : NULL;

  if (imported)
    return imported->table;

  return record ? ent_record_get_table (record) : NULL;
}

static gboolean
check_reference (const EntImportRecord *record,
                 const char *field,
                 const char *wanted,
                 EntId id,
                 const EntTable *found,
                 GError **error)
{
  g_autofree char *text = ent_id_to_string (id);

  if (found && (g_str_equal (wanted, "record") || g_str_equal (wanted, found->name)))
    return TRUE;

  if (found)
    g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                 _("%s, field “%s”: the record %s is of type “%s”, not “%s”."), record->source,
                   field, text, found->name, wanted);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                 _("%s, field “%s”: there is no record %s."), record->source, field, text);
  return FALSE;
}

static gboolean
check_record (const EntImportRecord *record, GHashTable *by_id, EntProject *project, GError **error)
{
  for (guint i = 0; i < record->values->len; i++)
    {
      const EntImportValue *value = g_ptr_array_index (record->values, i);
      EntId id;

      if (value->column->kind != ENT_KIND_REFERENCE || !ent_id_parse (value->text, &id))
        continue;
      if (!check_reference (record, value->column->name, value->column->target, id,
                            find_target (by_id, project, id), error))
        return FALSE;
    }

  for (guint i = 0; i < record->tags->len; i++)
    {
      EntId id = g_array_index (record->tags, EntTag, i).term;

      if (!check_reference (record, "tags", ent_term_table.name, id,
                            find_target (by_id, project, id), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ent_import_check:
 * @import: an import
 * @project: (nullable): the graph it goes into, %NULL for none
 * @error: return location: %ENT_ERROR_CONSTRAINT for a reference to a record that is neither in
 *   the import nor in the project, or is of another type; %ENT_ERROR_CONFLICT for a record that
 *   the project has already
 *
 * What can be said before anything is written.
 *
 * Returns: whether the import can go into @project
 */
gboolean
ent_import_check (EntImport *import, EntProject *project, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < import->records->len; i++)
    {
      EntImportRecord *record = g_ptr_array_index (import->records, i);

      if (project && !record->known && ent_project_get (project, record->id))
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_CONFLICT,
                       _("%s: the project has this record already; nothing was imported."),
                         record->source);
          return FALSE;
        }
      g_hash_table_insert (by_id, &record->id, record);
    }

  for (guint i = 0; i < import->records->len; i++)
    if (!check_record (g_ptr_array_index (import->records, i), by_id, project, error))
      return FALSE;

  return TRUE;
}
