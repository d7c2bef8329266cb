/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-project-file-private.h"

#include <string.h>

#include "base/ent-id.h"
#include "base/ent-words.h"
#include "store/ent-database.h"
#include "store/ent-file-check.h"

#define FILE_ENDING ".entente"

static gboolean
write_setting (EntDatabase *database, const char *key, const char *value, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (
      database, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;
  ent_statement_bind_text (statement, key);
  ent_statement_bind_text (statement, value);
  return ent_statement_run (statement, error);
}

static char *
dup_title (GFile *file)
{
  g_autofree char *name = ent_file_dup_name (file);

  if (g_str_has_suffix (name, FILE_ENDING) && strlen (name) > strlen (FILE_ENDING))
    name[strlen (name) - strlen (FILE_ENDING)] = '\0';
  return g_steal_pointer (&name);
}

/* What a new project says of itself is no change of the officer's: it is in no journal. */
static gboolean
write_identity (EntWorkingCopy *copy, const char *path, const char *title, GError **error)
{
  g_autoptr (EntDatabase) database = ent_database_open (path, ENT_DATABASE_NONE, error);
  g_autoptr (EntTransaction) transaction = NULL;

  g_free (copy->state->project);
  copy->state->project = ent_id_to_string (ent_id_new ());

  transaction = database != NULL ? ent_database_begin (database, error) : NULL;
  return transaction != NULL
         && write_setting (database, ENT_SETTING_ID, copy->state->project, error)
         && (title == NULL
             || (write_setting (database, ENT_SETTING_TITLE, title, error)
                 && write_setting (database, ENT_SETTING_LANG, ent_words_interface_language (),
                                   error)))
         && ent_database_exec (database, "DELETE FROM journal", error)
         && ent_transaction_commit (transaction, error)
         && ent_database_exec (database, "VACUUM", error);
}

static gboolean
fill_new (EntWorkingCopy *copy, const char *path, GFile *file, const char *template, GError **error)
{
  g_autofree char *title = NULL;

  if (template != NULL)
    {
      g_autoptr (GFile) source = g_file_new_for_path (template);
      g_autofree char *name = ent_file_dup_name (source);
      g_autofree char *sha256 = NULL;
      g_auto (EntFileFacts) facts = { 0 };

      if (!ent_file_check_header (source, &facts, error))
        return FALSE;
      sha256 = ent_file_take_copy (source, path, &facts, error);
      if (sha256 == NULL || !ent_file_check_copy (path, name, error))
        return FALSE;
    }
  else
    {
      g_autoptr (EntStore) store = ent_store_create (path, error);

      if (store == NULL)
        return FALSE;
      ent_store_close (store);
      title = dup_title (file);
    }
  return write_identity (copy, path, title, error);
}

/**
 * ent_project_file_create_from:
 * @file: where the project goes; there is no file yet, or an empty one
 * @template_path: (nullable) (type filename): a project to begin with, such as the sample
 * @error: return location of an error
 *
 * Makes a project with an identity of its own and an empty history, and its file with it.
 *
 * Returns: (transfer full) (nullable): the project, open and saved; else there is no new file
 */
EntProjectFile *
ent_project_file_create_from (GFile *file, const char *template_path, GError **error)
{
  g_autoptr (EntProjectFile) self = NULL;
  g_autoptr (EntStore) store = NULL;
  g_autofree char *path = NULL;
  g_auto (EntOpening) opening = { 0 };

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!ent_opening_begin_new (&opening, file, error))
    return NULL;
  path = ent_working_copy_dup_path (opening.copy, ENT_WORKING_DATABASE);
  if (fill_new (opening.copy, path, file, template_path, error))
    store = ent_store_open (path, error);
  if (store == NULL)
    {
      ent_working_copy_remove (g_steal_pointer (&opening.copy));
      return NULL;
    }

  self = ent_project_file_new (file, &opening, g_steal_pointer (&store));
  if (ent_project_file_publish_now (self, self->target, ENT_PUBLISH_NEW, error))
    return g_steal_pointer (&self);

  ent_project_file_disconnect_store (self);
  ent_working_copy_remove (g_steal_pointer (&self->copy));
  return NULL;
}

/**
 * ent_project_file_create:
 * @file: where the project goes; there is no file yet, or an empty one
 * @error: return location of an error
 *
 * Makes an empty project, with the name of the file as its title and the language of the
 * interface as that of its content.
 *
 * Returns: (transfer full) (nullable): the project, open and saved; else there is no new file
 */
EntProjectFile *
ent_project_file_create (GFile *file, GError **error)
{
  return ent_project_file_create_from (file, NULL, error);
}
