/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-project-file-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"

/* Autosave waits for a pause in the editing, longer where publishing takes long. */
#define SHORTEST_DELAY (2 * G_TIME_SPAN_SECOND)
#define DELAY_FACTOR 10
#define RETRY_DELAY (30 * G_TIME_SPAN_SECOND)
#define LONGEST_DELAY (5 * G_TIME_SPAN_MINUTE)

static void begin (EntProjectFile *self);

static char *
dup_path (EntProjectFile *self, const char *leaf)
{
  return ent_working_copy_dup_path (self->copy, leaf);
}

/* What a publish that ended says of the file; its error is the state's sentence. */
static void
take_result (EntProjectFile *self, EntPublish *publish)
{
  const GError *error = ent_publish_get_error (publish);

  g_clear_pointer (&self->copy->state, ent_working_state_free);
  self->copy->state = ent_working_state_copy (ent_publish_get_state (publish));
  self->last_duration = ent_publish_get_duration (publish);

  if (error == NULL)
    {
      self->unsaved_since = 0;
      ent_project_file_set_state (self,
                                  ent_project_file_is_unsaved (self) ? ENT_SAVE_STATE_UNSAVED
                                                                     : ENT_SAVE_STATE_SAVED,
                                  NULL);
    }
  else if (g_error_matches (error, ENT_ERROR, ENT_ERROR_CHANGED_OUTSIDE))
    ent_project_file_set_state (self, ENT_SAVE_STATE_CHANGED_OUTSIDE, error->message);
  else
    ent_project_file_set_state (self, ENT_SAVE_STATE_FAILED, error->message);
}

static void
answer_waiting (EntProjectFile *self, const GError *error)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      if (error != NULL)
        g_task_return_error (waiting->pdata[i], g_error_copy (error));
      else
        g_task_return_boolean (waiting->pdata[i], TRUE);
    }
}

/* Those who asked while a publish was under way may want what it did not have yet. */
static void
finish (EntProjectFile *self, const GError *error)
{
  gboolean again = FALSE;

  for (guint i = 0; error == NULL && i < self->waiting->len; i++)
    {
      const gint64 *wanted = g_task_get_task_data (self->waiting->pdata[i]);

      again = again || *wanted > self->copy->state->entry;
    }
  if (again)
    {
      begin (self);
      return;
    }
  answer_waiting (self, error);
  if (self->copy != NULL)
    ent_project_file_schedule (self);
}

static void
fail (EntProjectFile *self, const GError *error)
{
  ent_project_file_set_state (self, ENT_SAVE_STATE_FAILED, error->message);
  finish (self, error);
}

static void
publish_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ent_publish_run (task_data, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
publish_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EntProjectFile *self = ENT_PROJECT_FILE (source);
  EntPublish *publish = g_task_get_task_data (G_TASK (result));
  g_autoptr (EntPublish) owned = NULL;

  /* A synchronous publish may have waited for this one and taken its result. */
  if (self->publish != publish)
    return;
  owned = g_steal_pointer (&self->publish);
  take_result (self, owned);
  finish (self, ent_publish_get_error (owned));
}

static EntPublish *
publish_new (EntProjectFile *self, GFile *target, EntPublishMode mode)
{
  g_autofree char *snapshot = dup_path (self, ENT_WORKING_SNAPSHOT);
  g_autofree char *state = dup_path (self, ENT_WORKING_STATE);

  return ent_publish_new (snapshot, target, mode, self->copy->state, state,
                          ent_store_get_last_entry (self->store));
}

static void
run_in_worker (EntProjectFile *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, publish_done_cb, NULL);

  self->publish = publish_new (self, self->target, ENT_PUBLISH_OVER);
  g_task_set_source_tag (task, run_in_worker);
  g_task_set_task_data (task, ent_publish_ref (self->publish), (GDestroyNotify) ent_publish_unref);
  g_task_run_in_thread (task, publish_thread);
}

static gboolean
snapshot_step_cb (gpointer data)
{
  EntProjectFile *self = data;
  g_autoptr (GError) error = NULL;
  gboolean finished = FALSE;

  if (ent_snapshot_step (self->snapshot, &finished, &error) && !finished)
    return G_SOURCE_CONTINUE;

  self->snapshot_idle = 0;
  g_clear_pointer (&self->snapshot, ent_snapshot_free);
  if (error != NULL)
    fail (self, error);
  else
    run_in_worker (self);
  return G_SOURCE_REMOVE;
}

/* Steps of the snapshot on the main thread, between which editing goes on, then the worker. */
static void
begin (EntProjectFile *self)
{
  g_autofree char *path = dup_path (self, ENT_WORKING_SNAPSHOT);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->state != ENT_SAVE_STATE_FAILED && self->state != ENT_SAVE_STATE_CHANGED_OUTSIDE)
    ent_project_file_set_state (self, ENT_SAVE_STATE_SAVING, NULL);

  g_unlink (path);
  self->snapshot = ent_snapshot_begin (self->store, path, &error);
  if (self->snapshot != NULL)
    self->snapshot_idle = g_idle_add (snapshot_step_cb, self);
  else
    fail (self, error);
}

static gboolean
autosave_cb (gpointer data)
{
  EntProjectFile *self = data;

  self->timer = 0;
  if (self->snapshot == NULL && self->publish == NULL)
    begin (self);
  return G_SOURCE_REMOVE;
}

/* Sets the time of the next autosave, from now. A file that was changed outside waits for the
 * officer's choice. */
void
ent_project_file_schedule (EntProjectFile *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 delay = MAX (SHORTEST_DELAY, DELAY_FACTOR * self->last_duration);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->autosave || self->snapshot != NULL || self->publish != NULL
      || self->state == ENT_SAVE_STATE_CHANGED_OUTSIDE || !ent_project_file_is_unsaved (self))
    return;

  if (self->unsaved_since == 0)
    self->unsaved_since = now;
  if (self->state == ENT_SAVE_STATE_FAILED)
    delay = MAX (delay, RETRY_DELAY);
  else
    delay = MIN (delay, self->unsaved_since + LONGEST_DELAY - now);
  delay = CLAMP (delay, 0, LONGEST_DELAY);
  self->timer = g_timeout_add ((guint) (delay / 1000), autosave_cb, self);
}

/* Waits for what is under way, so that nothing is any more. */
void
ent_project_file_stop (EntProjectFile *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->snapshot_idle, g_source_remove);
  g_clear_pointer (&self->snapshot, ent_snapshot_free);
  if (self->publish != NULL)
    {
      g_autoptr (EntPublish) publish = g_steal_pointer (&self->publish);

      ent_publish_wait (publish);
      take_result (self, publish);
    }
}

/* Publishes in this thread, with nothing else under way before or after. */
gboolean
ent_project_file_publish_now (EntProjectFile *self,
                              GFile *target,
                              EntPublishMode mode,
                              GError **error)
{
  g_autofree char *path = dup_path (self, ENT_WORKING_SNAPSHOT);
  g_autoptr (EntPublish) publish = NULL;
  g_autoptr (GError) cause = NULL;

  g_unlink (path);
  if (!ent_store_snapshot (self->store, path, NULL, &cause))
    {
      ent_project_file_set_state (self, ENT_SAVE_STATE_FAILED, cause->message);
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  publish = publish_new (self, target, mode);
  ent_publish_run (publish, NULL);
  take_result (self, publish);
  if (ent_publish_get_error (publish) == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (ent_publish_get_error (publish)));
  return FALSE;
}

/**
 * ent_project_file_publish:
 * @self: a project that is open
 * @error: return location of an error
 *
 * Writes the project into its file, in one go and on the disk when this returns. Without
 * edits since the last time it does nothing.
 *
 * Returns: whether the file holds all edits; else it is as it was, the state says why, and
 *   the edits are safe in the working copy: %ENT_ERROR_CHANGED_OUTSIDE,
 *   %ENT_ERROR_NO_SPACE, %ENT_ERROR_READ_ONLY, %ENT_ERROR_NOT_FOUND or %ENT_ERROR_FAILED
 */
gboolean
ent_project_file_publish (EntProjectFile *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (ENT_IS_PROJECT_FILE (self), FALSE);

  if (!ent_project_file_check_open (self, error))
    return FALSE;
  ent_project_file_stop (self);
  if (ent_project_file_is_unsaved (self))
    ent_project_file_publish_now (self, self->target, ENT_PUBLISH_OVER, &cause);
  finish (self, cause);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * ent_project_file_publish_async:
 * @self: a project that is open
 * @cancellable: (nullable): gives up waiting; the publish itself goes on
 * @callback: called when it has ended
 * @user_data: for @callback
 *
 * As ent_project_file_publish (), but the snapshot is taken in short steps and a worker
 * writes the file, so that editing goes on. Edits made meanwhile are not in it.
 */
void
ent_project_file_publish_async (EntProjectFile *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  gint64 entry;

  g_return_if_fail (ENT_IS_PROJECT_FILE (self));

  g_task_set_source_tag (task, ent_project_file_publish_async);
  if (!ent_project_file_check_open (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (!ent_project_file_is_unsaved (self) && self->snapshot == NULL && self->publish == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  entry = ent_store_get_last_entry (self->store);
  g_task_set_task_data (task, g_memdup2 (&entry, sizeof entry), g_free);
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  if (self->snapshot == NULL && self->publish == NULL)
    begin (self);
}

/**
 * ent_project_file_publish_finish:
 * @self: a project
 * @result: what the callback got
 * @error: return location of an error, as of ent_project_file_publish ()
 *
 * Returns: whether the file holds the edits made before ent_project_file_publish_async ()
 */
gboolean
ent_project_file_publish_finish (EntProjectFile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
