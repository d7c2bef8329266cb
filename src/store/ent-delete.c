/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-action-private.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "store/ent-mapper.h"

/* The graph as the action sees it: the real one until the action has written. */
static EntProject *
get_graph (EntAction *action, GError **error)
{
  g_autoptr (EntProject) draft = NULL;

  if (!action->wrote)
    return action->store->project;
  if (action->draft)
    return action->draft;

  draft = ent_project_new ();
  if (!ent_mapper_load (action->store->database, draft, error))
    return NULL;
  action->draft = g_steal_pointer (&draft);

  return action->draft;
}

static gboolean
run_for (EntAction *action, const char *sql, EntId id, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (action->store->database, sql, error);

  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, id);

  return ent_statement_run (statement, error);
}

static gboolean
clear_reference (EntAction *action, const EntReferrer *referrer, GError **error)
{
  g_autoptr (EntStatement) statement = ent_action_prepare (
      action, error, "UPDATE \"%s\" SET \"%s\" = NULL WHERE id = ?",
      ent_record_get_type_name (referrer->record), referrer->column->name);

  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, ent_record_get_id (referrer->record));

  return ent_statement_run (statement, error);
}

/* A setting that names the record, such as the officer's own city, goes too. */
static gboolean
clear_settings (EntAction *action, EntId id, GError **error)
{
  g_autofree char *text = ent_id_to_string (id);
  g_autoptr (EntStatement) statement = ent_action_prepare (
      action, error, "DELETE FROM setting WHERE key IN ('%s', '%s') AND value = ?",
      ENT_SETTING_HOME, ENT_SETTING_OFFICE);

  if (!statement)
    return FALSE;
  ent_statement_bind_text (statement, text);

  return ent_statement_run (statement, error);
}

static gboolean
delete_record (EntAction *action, EntRecord *record, GError **error)
{
  EntId id = ent_record_get_id (record);

  if (ENT_IS_TERM (record) && !run_for (action, "DELETE FROM tag WHERE term = ?", id, error))
    return FALSE;
  if (ENT_IS_ORGANISATION (record) && !clear_settings (action, id, error))
    return FALSE;

  /* The row of its type, its translations and its tags go with it. */
  return run_for (action, "DELETE FROM record WHERE id = ?", id, error);
}

static void
update_draft (EntAction *action, GPtrArray *doomed, GArray *cleared)
{
  for (guint i = 0; i < cleared->len; i++)
    {
      const EntReferrer *referrer = &g_array_index (cleared, EntReferrer, i);

      ent_project_begin_update (action->draft, referrer->record);
      ent_record_set_unknown (referrer->record, referrer->column);
      ent_project_end_update (action->draft, referrer->record);
    }
  for (guint i = doomed->len; i > 0; i--)
    ent_project_remove (action->draft, ent_record_get_id (g_ptr_array_index (doomed, i - 1)));
}

/**
 * ent_action_delete:
 * @action: an action
 * @id: a record
 * @n_along: (out) (optional): how many other records went with it
 * @error: return location
 *
 * Deletes a record and all that cannot be without it; optional references to them are
 * emptied.
 *
 * Returns: whether it was done
 */
gboolean
ent_action_delete (EntAction *action, EntId id, guint *n_along, GError **error)
{
  g_autoptr (GPtrArray) doomed = NULL;
  g_autoptr (GArray) cleared = NULL;
  EntProject *graph;

  if (!ent_action_is_open (action, error) || !ent_action_need_type (action, id, error)
      || !ent_action_write_pending (action, error))
    return FALSE;
  graph = get_graph (action, error);
  if (!graph)
    return FALSE;

  ent_project_get_closure (graph, id, &doomed, &cleared);
  if (doomed->len == 0)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                           _("The record is not in the project any more."));
      return FALSE;
    }
  if (n_along)
    *n_along = doomed->len - 1;
  ent_action_note_write (action, FALSE);
  for (guint i = 0; i < cleared->len; i++)
    if (!clear_reference (action, &g_array_index (cleared, EntReferrer, i), error))
      return FALSE;
  for (guint i = doomed->len; i > 0; i--)
    if (!delete_record (action, g_ptr_array_index (doomed, i - 1), error))
      return FALSE;
  if (graph == action->draft)
    update_draft (action, doomed, cleared);

  return TRUE;
}

/**
 * ent_store_delete:
 * @self: a store
 * @id: a record
 * @n_along: (out) (optional): how many other records went with it, for the toast
 * @error: return location
 *
 * Returns: whether it was done, as one action
 */
gboolean
ent_store_delete (EntStore *self, EntId id, guint *n_along, GError **error)
{
  g_autofree char *title = ent_project_dup_title (self->project, id, NULL);
  g_autoptr (EntAction) action = ent_store_begin (self, N_ ("Delete “%s”"), title, NULL);

  return ent_action_delete (action, id, n_along, error) && ent_action_commit (action, error);
}
