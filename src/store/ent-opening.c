/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-opening.h"

#include <stdlib.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "base/ent-id.h"
#include "model/ent-project.h"
#include "store/ent-database.h"
#include "store/ent-file-check.h"

void
ent_opening_clear (EntOpening *self)
{
  g_clear_pointer (&self->copy, ent_working_copy_free);
  g_clear_object (&self->target);
  g_clear_error (&self->missing);
}

/**
 * ent_opening_resolve:
 * @file: a file, which need not exist
 *
 * Follows links, so that a file has one name however it is reached, and so that a link is
 * not replaced by what it leads to.
 *
 * Returns: (transfer full): the file itself
 */
GFile *
ent_opening_resolve (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = NULL;
  g_autofree char *leaf = NULL;
  char *real;
  GFile *resolved;

  if (path == NULL)
    return g_object_ref (file);

  real = realpath (path, NULL);
  if (real != NULL)
    {
      resolved = g_file_new_for_path (real);
      free (real);
      return resolved;
    }

  folder = g_path_get_dirname (path);
  leaf = g_path_get_basename (path);
  real = realpath (folder, NULL);
  if (real == NULL)
    return g_object_ref (file);
  g_free (folder);
  folder = g_build_filename (real, leaf, NULL);
  free (real);
  return g_file_new_for_path (folder);
}

/* The working copy of the file, ours from now on; *copy stays NULL where there is none. */
static gboolean
find_by_uri (const char *uri, const char *name, EntWorkingCopy **copy, GError **error)
{
  g_autoptr (GPtrArray) copies = NULL;
  int roster = ent_working_roster_lock (error);
  gboolean free_to_use = TRUE;

  *copy = NULL;
  if (roster < 0)
    return FALSE;

  copies = ent_working_copy_list ();
  for (guint i = 0; free_to_use && i < copies->len;)
    {
      EntWorkingCopy *one = copies->pdata[i];

      if (g_strcmp0 (one->state->uri, uri) != 0)
        {
          i++;
          continue;
        }
      free_to_use = ent_working_copy_lock (one, name, error);
      if (free_to_use && *copy == NULL)
        *copy = g_ptr_array_steal_index (copies, i);
      else
        g_ptr_array_remove_index (copies, i);
    }
  if (!free_to_use)
    g_clear_pointer (copy, ent_working_copy_free);

  ent_working_roster_unlock (roster);
  return free_to_use;
}

/**
 * ent_opening_check_free:
 * @target: a file, links followed, that is about to be replaced
 * @error: return location of an error
 *
 * Returns: whether no Entente has it open; else %ENT_ERROR_IN_USE
 */
gboolean
ent_opening_check_free (GFile *target, GError **error)
{
  g_autofree char *name = ent_file_dup_name (target);
  g_autofree char *uri = g_file_get_uri (target);
  g_autoptr (EntWorkingCopy) copy = NULL;

  return find_by_uri (uri, name, &copy, error);
}

static gboolean
exists (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  return g_file_query_exists (file, NULL);
}

/* Who opens a copy of a file that is open has to know which file that is. */
static void
refuse_second (EntWorkingCopy *held,
               EntWorkingCopy *own,
               const char *name,
               GError *in_use,
               GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (held->state->uri);
  g_autofree char *other = ent_file_dup_name (file);

  if (g_strcmp0 (held->state->uri, own->state->uri) == 0
      || !g_error_matches (in_use, ENT_ERROR, ENT_ERROR_IN_USE))
    {
      g_propagate_error (error, in_use);
      return;
    }
  g_error_free (in_use);
  g_set_error (error, ENT_ERROR, ENT_ERROR_IN_USE,
               _("“%s” holds the same project as “%s”, which is open already. Close that one "
                 "first."),
               name, other);
}

/* A project is open once, by whatever name its file is reached. When @sha256 is given, a copy
 * whose file has moved away and which last published just this content goes on. */
static EntWorkingCopy *
take_one_of_project (GPtrArray *copies,
                     EntWorkingCopy *own,
                     const char *sha256,
                     const char *name,
                     GError **error)
{
  g_autoptr (EntWorkingCopy) found = NULL;
  GError *in_use = NULL;

  while (copies->len > 0)
    {
      g_autoptr (EntWorkingCopy) one = g_ptr_array_steal_index (copies, copies->len - 1);

      if (g_str_equal (one->directory, own->directory)
          || g_strcmp0 (one->state->project, own->state->project) != 0)
        continue;
      if (!ent_working_copy_lock (one, name, &in_use))
        {
          refuse_second (one, own, name, g_steal_pointer (&in_use), error);
          return NULL;
        }
      if (sha256 != NULL && !exists (one->state->uri)
          && ent_working_state_match (one->state, sha256, own->state->etag, own->state->size))
        {
          g_clear_pointer (&found, ent_working_copy_free);
          found = g_steal_pointer (&one);
        }
    }
  return found != NULL ? g_steal_pointer (&found) : own;
}

/* Makes the working copy known, or goes on with the one that fits better. */
static gboolean
settle (EntOpening *self, const char *uri, const char *sha256, const char *name, GError **error)
{
  g_autoptr (GPtrArray) copies = NULL;
  EntWorkingCopy *chosen;
  int roster = ent_working_roster_lock (error);
  gboolean saved;

  if (roster < 0)
    return FALSE;

  g_set_str (&self->copy->state->uri, uri);
  copies = ent_working_copy_list ();
  chosen = take_one_of_project (copies, self->copy, sha256, name, error);
  if (chosen != NULL && chosen != self->copy)
    {
      ent_working_copy_remove (self->copy);
      self->copy = chosen;
    }
  if (chosen != NULL)
    {
      ent_working_copy_tidy (chosen);
      g_free (chosen->state->opened);
      chosen->state->opened = ent_working_time_now ();
      g_set_str (&chosen->state->uri, uri);
    }
  saved = chosen != NULL && ent_working_copy_save_state (chosen, error);
  ent_working_roster_unlock (roster);
  return saved;
}

/* The id is made up here for files of programs that gave them none. */
static gboolean
read_identity (EntWorkingCopy *copy, const char *path, EntWorkingFacts *facts, GError **error)
{
  g_autoptr (EntDatabase) database = NULL;
  g_autoptr (EntStatement) statement = NULL;

  if (!ent_working_facts_read (facts, path, error))
    return FALSE;
  if (facts->project != NULL)
    return TRUE;

  facts->project = ent_id_to_string (ent_id_new ());
  database = ent_database_open (path, ENT_DATABASE_NONE, error);
  if (database == NULL)
    return FALSE;
  statement = ent_database_prepare (database, "INSERT INTO setting (key, value) VALUES (?, ?)",
                                    error);
  if (statement == NULL)
    return FALSE;
  ent_statement_bind_text (statement, ENT_SETTING_ID);
  ent_statement_bind_text (statement, facts->project);
  return ent_statement_run (statement, error);
}

static void
remember (EntWorkingState *state,
          const EntWorkingFacts *facts,
          const EntFileFacts *file,
          const char *sha256)
{
  g_set_str (&state->project, facts->project);
  g_set_str (&state->sha256, sha256);
  g_set_str (&state->etag, file->etag);
  state->size = (gint64) file->size;
  state->entry = facts->entry;
  g_clear_pointer (&state->pending_sha256, g_free);
  state->pending_entry = 0;
}

/* Puts a checked copy in the place of the working database; the one before stays beside it. */
static gboolean
put_in_place (EntWorkingCopy *copy, const char *incoming, GError **error)
{
  g_autofree char *database = ent_working_copy_dup_path (copy, ENT_WORKING_DATABASE);
  g_autofree char *journal = g_strconcat (database, "-journal", NULL);
  g_autofree char *index = ent_working_copy_dup_path (copy, ENT_WORKING_INDEX);
  g_autofree char *previous = ent_working_copy_dup_path (copy, ENT_WORKING_PREVIOUS);

  g_unlink (previous);
  if (link (database, previous) != 0)
    g_debug ("%s: not kept", previous);
  g_unlink (journal);
  g_unlink (index);
  if (g_rename (incoming, database) != 0)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("Entente cannot write in its own folder (%s). Make room there, or check the "
                     "disk."),
                   copy->directory);
      return FALSE;
    }
  ent_working_copy_sync (copy);
  return TRUE;
}

/**
 * ent_opening_take_file:
 * @copy: a working copy that is locked and has no store open
 * @target: its file
 * @error: return location of an error
 *
 * Checks the file and makes its content the working database. What was there before is kept as
 * previous.db until the next time.
 *
 * Returns: whether it was done; else the working database is as it was
 */
gboolean
ent_opening_take_file (EntWorkingCopy *copy, GFile *target, GError **error)
{
  g_autofree char *name = ent_file_dup_name (target);
  g_autofree char *incoming = ent_working_copy_dup_path (copy, ENT_WORKING_INCOMING);
  g_autofree char *sha256 = NULL;
  g_auto (EntFileFacts) file = { 0 };
  g_auto (EntWorkingFacts) facts = { 0 };

  if (!ent_file_check_header (target, &file, error))
    return FALSE;
  sha256 = ent_file_take_copy (target, incoming, &file, error);
  if (sha256 == NULL)
    return FALSE;
  if (!ent_file_check_copy (incoming, name, error)
      || !read_identity (copy, incoming, &facts, error))
    {
      g_unlink (incoming);
      return FALSE;
    }
  if (g_strcmp0 (facts.project, copy->state->project) != 0)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_CHANGED_OUTSIDE,
                   _("“%s” is now another project. Close this one, then open the file again."),
                   name);
      g_unlink (incoming);
      return FALSE;
    }
  if (!put_in_place (copy, incoming, error))
    return FALSE;
  remember (copy->state, &facts, &file, sha256);
  return ent_working_copy_save_state (copy, error);
}

/* The file is not the one last published: whose content goes on? */
static gboolean
open_changed (EntOpening *self,
              const EntFileFacts *file,
              const char *sha256,
              const char *name,
              GError **error)
{
  g_autofree char *incoming = ent_working_copy_dup_path (self->copy, ENT_WORKING_INCOMING);
  g_auto (EntWorkingFacts) facts = { 0 };

  if (!ent_file_check_copy (incoming, name, error)
      || !read_identity (self->copy, incoming, &facts, error))
    {
      g_unlink (incoming);
      return FALSE;
    }

  if (g_strcmp0 (facts.project, self->copy->state->project) != 0)
    {
      /* Another project under the same name: the working copy of the first stays as it is. */
      g_autoptr (EntWorkingCopy) other = ent_working_copy_new (error);
      gboolean taken = other != NULL && put_in_place (other, incoming, error);

      if (!taken)
        {
          g_unlink (incoming);
          return FALSE;
        }
      ent_working_copy_free (self->copy);
      self->copy = g_steal_pointer (&other);
    }
  else if (ent_working_copy_is_unsaved (self->copy))
    {
      g_unlink (incoming);
      self->changed_outside = TRUE;
      return TRUE;
    }
  else if (!put_in_place (self->copy, incoming, error))
    return FALSE;

  remember (self->copy->state, &facts, file, sha256);
  return TRUE;
}

static gboolean
open_known (EntOpening *self, EntFileFacts *file, const char *name, GError **error)
{
  EntWorkingState *state = self->copy->state;
  g_autofree char *incoming = NULL;
  g_autofree char *sha256 = NULL;

  if (state->etag != NULL && g_strcmp0 (state->etag, file->etag) == 0
      && state->size == (gint64) file->size)
    return TRUE;

  incoming = ent_working_copy_dup_path (self->copy, ENT_WORKING_INCOMING);
  sha256 = ent_file_take_copy (self->target, incoming, file, error);
  if (sha256 == NULL)
    return FALSE;
  if (ent_working_state_match (state, sha256, file->etag, (gint64) file->size))
    {
      g_unlink (incoming);
      return TRUE;
    }
  return open_changed (self, file, sha256, name, error);
}

/* *sha256: of the file, by which a working copy of it under another name is known. */
static gboolean
open_unknown (EntOpening *self, EntFileFacts *file, const char *name, char **sha256,
              GError **error)
{
  g_autofree char *database = NULL;
  g_auto (EntWorkingFacts) facts = { 0 };

  self->copy = ent_working_copy_new (error);
  if (self->copy == NULL)
    return FALSE;
  database = ent_working_copy_dup_path (self->copy, ENT_WORKING_DATABASE);
  *sha256 = ent_file_take_copy (self->target, database, file, error);
  if (*sha256 == NULL || !ent_file_check_copy (database, name, error)
      || !read_identity (self->copy, database, &facts, error))
    {
      ent_working_copy_remove (g_steal_pointer (&self->copy));
      return FALSE;
    }
  remember (self->copy->state, &facts, file, *sha256);
  ent_working_copy_sync (self->copy);
  return TRUE;
}

/**
 * ent_opening_run:
 * @self: (out caller-allocates): the opening; clear it afterwards
 * @file: a file from anywhere
 * @error: return location of an error
 *
 * Checks the file, and finds or makes the working copy to go on with. Nothing is ever
 * written to the file.
 *
 * Returns: whether there is one; else the error says why not: any of ent_file_check_header (),
 *   or %ENT_ERROR_IN_USE
 */
gboolean
ent_opening_run (EntOpening *self, GFile *file, GError **error)
{
  g_autofree char *name = ent_file_dup_name (file);
  g_autofree char *uri = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) cause = NULL;
  g_auto (EntFileFacts) facts = { 0 };
  gboolean is_new;

  *self = (EntOpening) { 0 };
  self->target = ent_opening_resolve (file);
  uri = g_file_get_uri (self->target);

  if (!find_by_uri (uri, name, &self->copy, error))
    return FALSE;
  is_new = self->copy == NULL;

  if (!ent_file_check_header (self->target, &facts, &cause))
    {
      if (!is_new && g_error_matches (cause, ENT_ERROR, ENT_ERROR_NOT_FOUND)
          && ent_working_copy_is_unsaved (self->copy))
        {
          self->missing = g_steal_pointer (&cause);
          return settle (self, uri, NULL, name, error);
        }
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  if (is_new ? !open_unknown (self, &facts, name, &sha256, error)
             : !open_known (self, &facts, name, error))
    return FALSE;
  if (settle (self, uri, sha256, name, error))
    return TRUE;
  if (is_new)
    ent_working_copy_remove (g_steal_pointer (&self->copy));
  return FALSE;
}

/**
 * ent_opening_resume:
 * @self: (out caller-allocates): the opening; clear it afterwards
 * @directory: a working copy, as ent_project_file_list_unsaved () names it
 * @error: return location of an error
 *
 * Goes on with the edits of a working copy, whatever has become of its file.
 *
 * Returns: whether it is ours
 */
gboolean
ent_opening_resume (EntOpening *self, const char *directory, GError **error)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *name = NULL;
  g_auto (EntFileFacts) facts = { 0 };
  int roster = ent_working_roster_lock (error);

  *self = (EntOpening) { 0 };
  if (roster < 0)
    return FALSE;

  copies = ent_working_copy_list ();
  for (guint i = 0; self->copy == NULL && i < copies->len; i++)
    {
      EntWorkingCopy *one = copies->pdata[i];

      if (g_str_equal (one->directory, directory))
        self->copy = g_ptr_array_steal_index (copies, i);
    }
  if (self->copy == NULL)
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("There are no edits left in “%s”. Open the project’s file."), directory);
  else
    {
      self->target = g_file_new_for_uri (self->copy->state->uri);
      name = ent_file_dup_name (self->target);
      if (!ent_working_copy_lock (self->copy, name, error))
        g_clear_pointer (&self->copy, ent_working_copy_free);
    }
  ent_working_roster_unlock (roster);
  if (self->copy == NULL || !settle (self, self->copy->state->uri, NULL, name, error))
    return FALSE;

  if (!ent_file_check_header (self->target, &facts, &self->missing))
    return TRUE;
  if (self->copy->state->etag == NULL || facts.size != (guint64) self->copy->state->size
      || g_strcmp0 (facts.etag, self->copy->state->etag) != 0)
    {
      g_autofree char *sha256 = ent_file_hash (self->target, NULL);

      self->changed_outside
          = sha256 == NULL
            || !ent_working_state_match (self->copy->state, sha256, facts.etag,
                                         (gint64) facts.size);
    }
  return TRUE;
}

/**
 * ent_opening_begin_new:
 * @self: (out caller-allocates): the opening; clear it afterwards
 * @file: where a project is to be made
 * @error: return location of an error
 *
 * Makes a folder for a new project, without a database and not known to anybody yet.
 *
 * Returns: whether there is one; else %ENT_ERROR_IN_USE when a project of that name is open
 */
gboolean
ent_opening_begin_new (EntOpening *self, GFile *file, GError **error)
{
  *self = (EntOpening) { 0 };
  self->target = ent_opening_resolve (file);
  if (!ent_opening_check_free (self->target, error))
    return FALSE;

  self->copy = ent_working_copy_new (error);
  if (self->copy == NULL)
    return FALSE;
  self->copy->state->uri = g_file_get_uri (self->target);
  self->copy->state->opened = ent_working_time_now ();
  return TRUE;
}
