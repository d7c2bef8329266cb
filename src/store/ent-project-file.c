/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-project-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "store/ent-file-check.h"
#include "store/ent-project-file-private.h"

G_DEFINE_FINAL_TYPE (EntProjectFile, ent_project_file, G_TYPE_OBJECT)

typedef enum
{
  PROP_STATE = 1,
  PROP_PROBLEM,
  PROP_FILE,
  PROP_STORE,
  N_PROPS
} EntProjectFileProperty;

static GParamSpec *properties[N_PROPS];

GType
ent_save_state_get_type (void)
{
  static gsize type = 0;
  static const GEnumValue values[] = {
    { ENT_SAVE_STATE_SAVED, "ENT_SAVE_STATE_SAVED", "saved" },
    { ENT_SAVE_STATE_UNSAVED, "ENT_SAVE_STATE_UNSAVED", "unsaved" },
    { ENT_SAVE_STATE_SAVING, "ENT_SAVE_STATE_SAVING", "saving" },
    { ENT_SAVE_STATE_FAILED, "ENT_SAVE_STATE_FAILED", "failed" },
    { ENT_SAVE_STATE_CHANGED_OUTSIDE, "ENT_SAVE_STATE_CHANGED_OUTSIDE", "changed-outside" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("EntSaveState", values));
  return type;
}

void
ent_project_file_set_state (EntProjectFile *self, EntSaveState state, const char *problem)
{
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Whether there are edits that the file lacks, or no file at all. */
gboolean
ent_project_file_is_unsaved (EntProjectFile *self)
{
  return self->copy->state->sha256 == NULL
         || ent_store_get_last_entry (self->store) != self->copy->state->entry;
}

gboolean
ent_project_file_check_open (EntProjectFile *self, GError **error)
{
  if (self->copy != NULL)
    return TRUE;
  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_FAILED,
                       _("The project is closed already. Open it again."));
  return FALSE;
}

static void
journal_changed_cb (EntProjectFile *self)
{
  if (self->state == ENT_SAVE_STATE_SAVED && ent_project_file_is_unsaved (self))
    ent_project_file_set_state (self, ENT_SAVE_STATE_UNSAVED, NULL);
  ent_project_file_schedule (self);
}

static void
connect_store (EntProjectFile *self, EntStore *store)
{
  self->store = store;
  self->journal_handler = g_signal_connect_swapped (store, "journal-changed",
                                                    G_CALLBACK (journal_changed_cb), self);
}

void
ent_project_file_disconnect_store (EntProjectFile *self)
{
  if (self->store == NULL)
    return;
  g_clear_signal_handler (&self->journal_handler, self->store);
  ent_store_close (self->store);
  g_clear_object (&self->store);
}

/* Lets go of the working copy as it is. */
static void
shut (EntProjectFile *self)
{
  if (self->copy == NULL)
    return;
  ent_project_file_stop (self);
  ent_project_file_disconnect_store (self);
  g_clear_pointer (&self->copy, ent_working_copy_free);
}

static void
ent_project_file_dispose (GObject *object)
{
  shut (ENT_PROJECT_FILE (object));
  G_OBJECT_CLASS (ent_project_file_parent_class)->dispose (object);
}

static void
ent_project_file_finalize (GObject *object)
{
  EntProjectFile *self = ENT_PROJECT_FILE (object);

  g_clear_object (&self->file);
  g_clear_object (&self->target);
  g_free (self->problem);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (ent_project_file_parent_class)->finalize (object);
}

static void
ent_project_file_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntProjectFile *self = ENT_PROJECT_FILE (object);

  switch ((EntProjectFileProperty) id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_project_file_class_init (EntProjectFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags
      = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ent_project_file_dispose;
  object_class->finalize = ent_project_file_finalize;
  object_class->get_property = ent_project_file_get_property;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, ENT_TYPE_SAVE_STATE,
                                              ENT_SAVE_STATE_SAVED, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, ENT_TYPE_STORE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_project_file_init (EntProjectFile *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Takes what the opening holds. */
EntProjectFile *
ent_project_file_new (GFile *file, EntOpening *opening, EntStore *store)
{
  EntProjectFile *self = g_object_new (ENT_TYPE_PROJECT_FILE, NULL);

  self->file = g_object_ref (file);
  self->target = g_steal_pointer (&opening->target);
  self->copy = g_steal_pointer (&opening->copy);
  connect_store (self, store);
  return self;
}

/* A working database that does not open any more is given up for the file, if that is sound. */
static EntStore *
open_store (EntOpening *opening, char **notice, GError **error)
{
  g_autofree char *path = ent_working_copy_dup_path (opening->copy, ENT_WORKING_DATABASE);
  g_autofree char *name = ent_file_dup_name (opening->target);
  g_autoptr (GError) cause = NULL;
  EntStore *store = ent_store_open (path, &cause);

  if (store != NULL)
    return store;
  if ((g_error_matches (cause, ENT_ERROR, ENT_ERROR_DAMAGED)
       || g_error_matches (cause, ENT_ERROR, ENT_ERROR_NOT_A_PROJECT)
       || g_error_matches (cause, ENT_ERROR, ENT_ERROR_NOT_FOUND))
      && opening->missing == NULL)
    {
      if (!ent_opening_take_file (opening->copy, opening->target, error))
        return NULL;
      opening->changed_outside = FALSE;
      *notice = g_strdup_printf (_("The working copy of “%s” was damaged and the file was opened as "
                                   "it was last saved. Look whether your last edits are there."),
                                 name);
      return ent_store_open (path, error);
    }
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

static EntProjectFile *
open_from (GFile *file, EntOpening *opening, GError **error)
{
  g_autofree char *notice = NULL;
  g_autofree char *name = ent_file_dup_name (file);
  g_autofree char *problem = NULL;
  EntStore *store = open_store (opening, &notice, error);
  EntProjectFile *self;

  if (store == NULL)
    return NULL;
  self = ent_project_file_new (file, opening, store);
  if (opening->missing != NULL)
    ent_project_file_set_state (self, ENT_SAVE_STATE_FAILED, opening->missing->message);
  else if (opening->changed_outside)
    {
      problem = g_strdup_printf (_("“%s” was changed outside this Entente while there were unsaved "
                                   "edits here. Choose which version to keep, or save a copy."),
                                 name);
      ent_project_file_set_state (self, ENT_SAVE_STATE_CHANGED_OUTSIDE, problem);
    }
  else
    ent_project_file_set_state (self,
                                ent_project_file_is_unsaved (self) ? ENT_SAVE_STATE_UNSAVED
                                                                   : ENT_SAVE_STATE_SAVED,
                                notice);
  return self;
}

/**
 * ent_project_file_open:
 * @file: a project's file
 * @error: return location of an error
 *
 * Opens the project in its working copy, with the edits there that never reached the file and
 * with its history. A file that changed meanwhile is taken instead where there are none; where
 * there are, the state is %ENT_SAVE_STATE_CHANGED_OUTSIDE until the officer has chosen.
 *
 * Returns: (transfer full) (nullable): the project; else the error says why not:
 *   %ENT_ERROR_NOT_FOUND, %ENT_ERROR_NOT_A_PROJECT, %ENT_ERROR_TOO_NEW, %ENT_ERROR_DAMAGED,
 *   %ENT_ERROR_IN_USE, or %ENT_ERROR_FAILED when it cannot be read. The file is left as it
 *   was in any case.
 */
EntProjectFile *
ent_project_file_open (GFile *file, GError **error)
{
  g_auto (EntOpening) opening = { 0 };

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!ent_opening_run (&opening, file, error))
    return NULL;
  return open_from (file, &opening, error);
}

/**
 * ent_project_file_resume:
 * @directory: a working copy, as ent_project_file_list_unsaved () names it
 * @error: return location of an error
 *
 * Opens a working copy even if its file is gone or is another project now: the state then
 * says so, and ent_project_file_save_as () finds the edits a new place.
 *
 * Returns: (transfer full) (nullable): the project
 */
EntProjectFile *
ent_project_file_resume (const char *directory, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_auto (EntOpening) opening = { 0 };

  g_return_val_if_fail (directory != NULL, NULL);

  if (!ent_opening_resume (&opening, directory, error))
    return NULL;
  file = g_object_ref (opening.target);
  return open_from (file, &opening, error);
}

/**
 * ent_project_file_close:
 * @self: a project
 * @error: return location of an error, as of ent_project_file_publish ()
 *
 * Publishes what is unsaved, and lets go of the working copy. When publishing fails the
 * project stays open; dropping the last reference then closes it all the same, and the
 * edits are offered at the next start.
 *
 * Returns: whether it is closed
 */
gboolean
ent_project_file_close (EntProjectFile *self, GError **error)
{
  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), FALSE);

  if (self->copy == NULL)
    return TRUE;
  if (!ent_project_file_publish (self, error))
    return FALSE;
  shut (self);
  return TRUE;
}

/**
 * ent_project_file_get_store:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): its store, %NULL once closed
 */
EntStore *
ent_project_file_get_store (EntProjectFile *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), NULL);

  return self->store;
}

/**
 * ent_project_file_get_project:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): its graph, %NULL once closed
 */
EntProject *
ent_project_file_get_project (EntProjectFile *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), NULL);

  return self->store != NULL ? ent_store_get_project (self->store) : NULL;
}

GFile *
ent_project_file_get_file (EntProjectFile *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), NULL);

  return self->file;
}

EntSaveState
ent_project_file_get_state (EntProjectFile *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), ENT_SAVE_STATE_FAILED);

  return self->state;
}

/**
 * ent_project_file_get_problem:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): a sentence for the officer: why the file is not up to
 *   date, or what was found when it was opened
 */
const char *
ent_project_file_get_problem (EntProjectFile *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), NULL);

  return self->problem;
}

/**
 * ent_project_file_set_autosave:
 * @self: a project
 * @autosave: whether edits are published by themselves; not so at first
 *
 * Needs the main context to run.
 */
void
ent_project_file_set_autosave (EntProjectFile *self, gboolean autosave)
{
  g_return_if_fail (ENT_IS_PROJECT_FILE (self));

  self->autosave = autosave;
  if (self->copy != NULL)
    ent_project_file_schedule (self);
}

/**
 * ent_project_file_save_copy:
 * @self: a project that is open
 * @file: where the copy goes; what is there is replaced
 * @error: return location of an error
 *
 * Writes the project as it is now to another place. Its own file stays what it was.
 *
 * Returns: whether the copy is whole; else @file is as it was, as with %ENT_ERROR_IN_USE
 */
gboolean
ent_project_file_save_copy (EntProjectFile *self, GFile *file, GError **error)
{
  g_autoptr (GFile) target = NULL;
  g_autofree char *path = NULL;
  gboolean done;

  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!ent_project_file_check_open (self, error))
    return FALSE;
  target = ent_opening_resolve (file);
  if (g_file_equal (target, self->target))
    return ent_project_file_publish (self, error);

  path = ent_working_copy_dup_path (self->copy, ENT_WORKING_COPY);
  g_unlink (path);
  done = ent_opening_check_free (target, error)
         && ent_store_snapshot (self->store, path, NULL, error)
         && ent_publish_stream (path, target, ENT_PUBLISH_FORCE, NULL, NULL, NULL, error);
  g_unlink (path);
  return done;
}

/**
 * ent_project_file_save_as:
 * @self: a project that is open
 * @file: where it goes; what is there is replaced
 * @error: return location of an error
 *
 * Writes the project to another place and goes on there. The file it had stays what it was.
 *
 * Returns: whether @file is the project's file now; else nothing changed
 */
gboolean
ent_project_file_save_as (EntProjectFile *self, GFile *file, GError **error)
{
  g_autoptr (GFile) target = NULL;
  g_autofree char *old_uri = NULL;

  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!ent_project_file_check_open (self, error))
    return FALSE;
  target = ent_opening_resolve (file);
  if (g_file_equal (target, self->target))
    return ent_project_file_keep_mine (self, error);
  if (!ent_opening_check_free (target, error))
    return FALSE;

  ent_project_file_stop (self);
  old_uri = g_strdup (self->copy->state->uri);
  g_free (self->copy->state->uri);
  self->copy->state->uri = g_file_get_uri (target);
  if (!ent_project_file_publish_now (self, target, ENT_PUBLISH_FORCE, error))
    {
      g_set_str (&self->copy->state->uri, old_uri);
      ent_working_copy_save_state (self->copy, NULL);
      return FALSE;
    }
  g_set_object (&self->target, target);
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  return TRUE;
}

/**
 * ent_project_file_keep_mine:
 * @self: a project that is open
 * @error: return location of an error
 *
 * Writes the project over its file whatever that holds now, or makes it again where it is
 * gone.
 *
 * Returns: whether the file is ours again
 */
gboolean
ent_project_file_keep_mine (EntProjectFile *self, GError **error)
{
  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), FALSE);

  if (!ent_project_file_check_open (self, error))
    return FALSE;
  ent_project_file_stop (self);
  return ent_project_file_publish_now (self, self->target, ENT_PUBLISH_FORCE, error);
}

/**
 * ent_project_file_take_theirs:
 * @self: a project that is open
 * @error: return location of an error, as of ent_project_file_open ()
 *
 * Takes the content of the file in the place of the working copy, whose unsaved edits are
 * given up. The store and its graph are new ones afterwards.
 *
 * Returns: whether it was done; else the project is as it was, though in a new store
 */
gboolean
ent_project_file_take_theirs (EntProjectFile *self, GError **error)
{
  g_autofree char *path = NULL;
  EntStore *store;
  gboolean taken;

  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), FALSE);

  if (!ent_project_file_check_open (self, error))
    return FALSE;
  ent_project_file_stop (self);
  path = g_strdup (ent_store_get_path (self->store));
  ent_project_file_disconnect_store (self);

  taken = ent_opening_take_file (self->copy, self->target, error);
  store = ent_store_open (path, taken ? error : NULL);
  if (store == NULL)
    {
      g_clear_pointer (&self->copy, ent_working_copy_free);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
      return FALSE;
    }
  connect_store (self, store);
  if (taken)
    {
      self->unsaved_since = 0;
      ent_project_file_set_state (self, ENT_SAVE_STATE_SAVED, NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
  return taken;
}

/**
 * ent_project_file_discard:
 * @self: a project
 *
 * Closes it and gives up its working copy, with the edits that never reached its file. Needs
 * no room on a full disk. Without a file there is nothing to go back to and the working copy
 * stays.
 *
 * Returns: whether the edits are given up; it is closed in any case
 */
gboolean
ent_project_file_discard (EntProjectFile *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), FALSE);

  if (self->copy == NULL || !g_file_query_exists (self->target, NULL))
    {
      shut (self);
      return FALSE;
    }

  ent_project_file_stop (self);
  ent_project_file_disconnect_store (self);
  ent_working_copy_remove (g_steal_pointer (&self->copy));
  return TRUE;
}
