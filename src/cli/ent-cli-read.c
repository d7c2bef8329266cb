/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ent-cli.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/ent-error.h"
#include "store/ent-file-check.h"

/* Another ententectl lets go of a project within a moment, the application does not. */
#define N_TRIES 40
#define WAIT_US (50 * 1000)

/* Set on a project that held nothing its file lacked when it was opened. */
#define CLEAN "ent-cli-clean"

/**
 * ent_cli_get_file:
 * @arguments: those of a command, FILE first
 *
 * Only what has "://" in it is an address: "10:30.entente" is a name.
 *
 * Returns: (transfer full): FILE
 */
GFile *
ent_cli_get_file (EntArguments *arguments)
{
  const char *typed = ent_arguments_get (arguments, 0);

  return strstr (typed, "://") ? g_file_new_for_commandline_arg (typed)
                               : g_file_new_for_path (typed);
}

/* A file that is not there, or that the system does not give, is input that cannot be read. */
static void
take_problem (GError **error, GError *problem)
{
  if (g_error_matches (problem, ENT_ERROR, ENT_ERROR_NOT_FOUND)
      || g_error_matches (problem, ENT_ERROR, ENT_ERROR_FAILED))
    problem->code = ENT_ERROR_NOT_A_PROJECT;
  g_propagate_error (error, problem);
}

/**
 * ent_cli_open:
 * @arguments: those of a command, FILE first
 * @error: return location
 *
 * Opens FILE to edit it; ent_cli_close() brings the edits into it.
 *
 * Returns: (transfer full): the project, or %NULL
 */
EntProjectFile *
ent_cli_open (EntArguments *arguments, GError **error)
{
  g_autoptr (GFile) file = ent_cli_get_file (arguments);
  GError *problem = NULL;
  EntProjectFile *project_file = ent_project_file_open (file, &problem);

  for (int i = 0; i < N_TRIES && g_error_matches (problem, ENT_ERROR, ENT_ERROR_IN_USE); i++)
    {
      g_clear_error (&problem);
      g_usleep (WAIT_US);
      project_file = ent_project_file_open (file, &problem);
    }
  if (!project_file)
    {
      take_problem (error, problem);
      return NULL;
    }

  ent_project_file_set_autosave (project_file, FALSE);
  if (ent_project_file_get_state (project_file) == ENT_SAVE_STATE_SAVED)
    g_object_set_data (G_OBJECT (project_file), CLEAN, project_file);
  return project_file;
}

/* The sentence for an edit that was taken back. */
static void
explain (EntProjectFile *file, GError *problem, GError **error)
{
  g_autofree char *name = ent_file_dup_name (ent_project_file_get_file (file));

  switch (problem->domain == ENT_ERROR ? problem->code : ENT_ERROR_FAILED)
    {
    case ENT_ERROR_NO_SPACE:
      g_set_error (error, ENT_ERROR, ENT_ERROR_NO_SPACE,
                   _("“%s” was left as it was: the disk is full. Make room, then try again."),
                   name);
      break;
    case ENT_ERROR_READ_ONLY:
      g_set_error (error, ENT_ERROR, ENT_ERROR_READ_ONLY,
                   _("“%s” was left as it was: you have no right to write there. Ask its owner for "
                     "the right, or work in a copy."),
                   name);
      break;
    case ENT_ERROR_CHANGED_OUTSIDE:
      g_set_error (error, ENT_ERROR, ENT_ERROR_CHANGED_OUTSIDE,
                   _("“%s” was changed by another program meanwhile, so nothing was written. Try "
                     "again."),
                   name);
      break;
    default:
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("“%s” could not be written and was left as it was. Check the disk or the "
                     "connection, then try again."),
                   name);
    }
  g_error_free (problem);
}

/**
 * ent_cli_close:
 * @file: the project a command edited
 * @error: return location
 *
 * Edits that do not reach FILE are taken back, for a command that was refused may be given
 * again; only where the working copy held other edits before are they kept there.
 *
 * Returns: whether the edits reached FILE
 */
gboolean
ent_cli_close (EntProjectFile *file, GError **error)
{
  GError *problem = NULL;

  if (ent_project_file_close (file, &problem))
    {
      ent_project_file_remove_stale ();
      return TRUE;
    }

  if (g_object_get_data (G_OBJECT (file), CLEAN) && ent_project_file_discard (file))
    explain (file, problem, error);
  else
    g_propagate_error (error, problem);
  return FALSE;
}

static void
remove_directory (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (directory);
}

void
ent_reading_free (EntReading *reading)
{
  if (reading->store && !reading->file)
    ent_store_close (reading->store);
  g_clear_object (&reading->store);
  g_clear_object (&reading->file);
  if (reading->directory)
    remove_directory (reading->directory);
  g_free (reading->directory);
  g_free (reading);
}

/* FILE as it is now, in a copy of our own. */
static gboolean
read_copy (EntReading *self, GFile *file, GError **error)
{
  g_auto (EntFileFacts) facts = { 0 };
  g_autofree char *name = ent_file_dup_name (file);
  g_autofree char *path = NULL;
  g_autofree char *hash = NULL;

  if (!ent_file_check_header (file, &facts, error))
    return FALSE;
  self->directory = g_dir_make_tmp ("ententectl-XXXXXX", error);
  if (!self->directory)
    return FALSE;

  path = g_build_filename (self->directory, "work.db", NULL);
  hash = ent_file_take_copy (file, path, &facts, error);
  if (hash && ent_file_check_copy (path, name, error))
    self->store = ent_store_open (path, error);

  return self->store != NULL;
}

/**
 * ent_cli_read:
 * @arguments: those of a command, FILE first
 * @error: return location
 *
 * Opens FILE to read it, also while the application holds it, and never changes it: edits
 * that have not reached FILE yet are none of its content.
 *
 * Returns: (transfer full): the project, or %NULL
 */
EntReading *
ent_cli_read (EntArguments *arguments, GError **error)
{
  g_autoptr (EntReading) self = g_new0 (EntReading, 1);
  g_autoptr (GFile) file = ent_cli_get_file (arguments);
  g_autoptr (GError) problem = NULL;

  self->file = ent_project_file_open (file, &problem);
  if (!self->file && !g_error_matches (problem, ENT_ERROR, ENT_ERROR_IN_USE))
    {
      take_problem (error, g_steal_pointer (&problem));
      return NULL;
    }

  if (self->file && ent_project_file_get_state (self->file) == ENT_SAVE_STATE_SAVED)
    self->store = g_object_ref (ent_project_file_get_store (self->file));
  else
    {
      g_clear_object (&self->file);
      if (!read_copy (self, file, error))
        return NULL;
    }

  self->project = ent_store_get_project (self->store);
  return g_steal_pointer (&self);
}
