/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-action-private.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "store/ent-label.h"
#include "store/ent-mapper.h"

static void
pending_free (gpointer data)
{
  EntPending *self = data;

  for (guint i = 0; i < self->table->n_columns; i++)
    g_free (self->values[i]);
  g_free (self->values);
  g_free (self);
}

/**
 * ent_store_begin:
 * @self: a store, without an action that is open
 * @label: what is done, a msgid in the imperative: N_("Add the agreement “%s”")
 * @...: what each "%s" in it stands for, then %NULL; one that starts with %ENT_ARGUMENT_WORD is
 *   a msgid itself
 *
 * Begins an action of the officer: all of it is done and becomes one entry of the history
 * with ent_action_commit(), or nothing is. What keeps it from beginning is told by the
 * first call that can fail.
 *
 * Returns: (transfer full): the action
 */
EntAction *
ent_store_begin (EntStore *self, const char *label, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  const char *argument;
  EntAction *action;
  va_list list;

  g_return_val_if_fail (self->action == NULL, NULL);

  va_start (list, label);
  while ((argument = va_arg (list, const char *)))
    g_strv_builder_add (builder, argument);
  va_end (list);
  arguments = g_strv_builder_end (builder);

  action = g_new0 (EntAction, 1);
  action->store = g_object_ref (self);
  action->label = g_strdup (label);
  action->arguments = ent_label_join_arguments (arguments);
  action->order = g_ptr_array_new_with_free_func (pending_free);
  action->pending = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  action->parts = g_array_new (FALSE, FALSE, sizeof (EntPart));
  self->action = action;

  action->transaction = ent_database_begin (ent_store_get_database (self), &action->problem);
  if (action->transaction)
    action->recorder = ent_recorder_new (self->database, &action->problem);

  return action;
}

static void
end (EntAction *action)
{
  g_clear_pointer (&action->recorder, ent_recorder_free);
  g_clear_pointer (&action->transaction, ent_transaction_free);
  if (action->store->action == action)
    action->store->action = NULL;
}

/**
 * ent_action_free:
 * @action: an action
 *
 * What was not committed is rolled back.
 */
void
ent_action_free (EntAction *action)
{
  end (action);
  g_clear_pointer (&action->pending, g_hash_table_unref);
  g_clear_pointer (&action->order, g_ptr_array_unref);
  g_clear_pointer (&action->parts, g_array_unref);
  g_clear_object (&action->draft);
  g_clear_error (&action->problem);
  g_free (action->label);
  g_free (action->arguments);
  g_object_unref (action->store);
  g_free (action);
}

gboolean
ent_action_is_open (EntAction *action, GError **error)
{
  if (action->problem)
    {
      g_propagate_error (error, g_error_copy (action->problem));
      return FALSE;
    }
  g_return_val_if_fail (action->recorder != NULL, FALSE);

  return TRUE;
}

EntStatement *
ent_action_prepare (EntAction *action, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list list;

  va_start (list, format);
  sql = g_strdup_vprintf (format, list);
  va_end (list);

  return ent_database_prepare (action->store->database, sql, error);
}

/* From now on the graph is behind; @ties tells whether who hangs on whom may have changed. */
void
ent_action_note_write (EntAction *action, gboolean ties)
{
  action->wrote = TRUE;
  if (ties)
    g_clear_object (&action->draft);
}

/* The type a record has, as the action sees it; NULL with no error where there is none. */
static gboolean
find_type (EntAction *action, EntId id, const EntTable **table, GError **error)
{
  g_autoptr (EntStatement) statement = NULL;
  EntPending *pending = g_hash_table_lookup (action->pending, &id);
  EntRecord *record;
  GError *problem = NULL;

  *table = NULL;
  if (pending)
    {
      *table = pending->table;
      return TRUE;
    }
  record = action->wrote ? NULL : ent_project_get (action->store->project, id);
  if (record)
    {
      *table = ent_record_get_table (record);
      return TRUE;
    }

  statement = ent_action_prepare (action, error, "SELECT type FROM record WHERE id = ?");
  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, id);
  if (ent_statement_next (statement, &problem))
    *table = ent_table_find (ent_statement_read_text (statement));
  if (problem)
    g_propagate_error (error, problem);

  return problem == NULL;
}

const EntTable *
ent_action_need_type (EntAction *action, EntId id, GError **error)
{
  const EntTable *table;

  if (!find_type (action, id, &table, error))
    return NULL;
  if (!table)
    {
      g_autofree char *text = ent_id_to_string (id);

      g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                   _("There is no record “%s” in the project."), text);
    }

  return table;
}

/**
 * ent_action_add:
 * @action: an action
 * @table: the type of the new record
 * @id: its id, %ENT_ID_NONE for a new one
 * @error: return location: %ENT_ERROR_CONSTRAINT when there is a record of that id
 *
 * Adds a record without values. Those it cannot be without must be set before the commit.
 *
 * Returns: the id, %ENT_ID_NONE on error
 */
EntId
ent_action_add (EntAction *action, const EntTable *table, EntId id, GError **error)
{
  g_autoptr (EntStatement) statement = NULL;
  const EntTable *other = NULL;
  EntPending *pending;

  if (!ent_action_is_open (action, error)
      || (id != ENT_ID_NONE && !find_type (action, id, &other, error)))
    return ENT_ID_NONE;
  if (other)
    {
      g_autofree char *text = ent_id_to_string (id);

      g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                   _("A record “%s” is in the project already."), text);
      return ENT_ID_NONE;
    }
  if (id == ENT_ID_NONE)
    id = ent_id_new ();

  statement = ent_action_prepare (action, error, "INSERT INTO record (id, type) VALUES (?, ?)");
  if (!statement)
    return ENT_ID_NONE;
  ent_statement_bind_integer (statement, id);
  ent_statement_bind_text (statement, table->name);
  if (!ent_statement_run (statement, error))
    return ENT_ID_NONE;

  pending = g_new0 (EntPending, 1);
  pending->table = table;
  pending->id = id;
  pending->values = g_new0 (char *, table->n_columns);
  g_ptr_array_add (action->order, pending);
  g_hash_table_insert (action->pending, &pending->id, pending);
  ent_action_note_write (action, TRUE);

  return id;
}

static gboolean
refuse_missing (const EntTable *table, const EntColumn *column, GError **error)
{
  g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
               _("The field “%s” (%s) cannot be empty."), _(column->label), _(table->label));
  return FALSE;
}

/* Writes the row of an added record. */
static gboolean
write_pending (EntAction *action, EntPending *pending, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (EntStatement) statement = NULL;
  const EntTable *table = pending->table;

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?", table->name);
  for (guint i = 0; i < table->n_columns; i++)
    {
      if ((table->columns[i].flags & ENT_COLUMN_REQUIRED) && !pending->values[i])
        return refuse_missing (table, &table->columns[i], error);
      g_string_append (sql, ", ?");
    }
  g_string_append_c (sql, ')');

  statement = ent_database_prepare (action->store->database, sql->str, error);
  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, pending->id);
  for (guint i = 0; i < table->n_columns; i++)
    ent_mapper_bind (statement, &table->columns[i], pending->values[i]);

  return ent_statement_run (statement, error);
}

gboolean
ent_action_write_pending (EntAction *action, GError **error)
{
  for (guint i = 0; i < action->order->len; i++)
    if (!write_pending (action, g_ptr_array_index (action->order, i), error))
      return FALSE;

  g_hash_table_remove_all (action->pending);
  g_ptr_array_set_size (action->order, 0);
  return TRUE;
}

/* Writes the changes and their entry; the transaction is the caller's to finish. */
static gboolean
write_entry (EntAction *action, GBytes **changeset, gint64 *seq, GError **error)
{
  EntStore *store = action->store;
  g_autofree char *author = ent_store_dup_author (store);
  EntJournalEntry entry = { action->label, action->arguments, author, 0 };

  *seq = 0;
  if (!ent_action_write_pending (action, error) || !ent_action_check_parts (action, error))
    return FALSE;
  *changeset = ent_recorder_take (action->recorder, error);
  if (!*changeset)
    return FALSE;
  if (g_bytes_get_size (*changeset) == 0)
    return TRUE;

  *seq = ent_journal_write (store->journal, &entry, *changeset, error);
  return *seq != 0;
}

/**
 * ent_action_commit:
 * @action: an action
 * @error: return location: %ENT_ERROR_CONSTRAINT when an added record lacks a required value or
 *   a record is still referred to; %ENT_ERROR_NO_SPACE, %ENT_ERROR_READ_ONLY…
 *
 * Puts all of it on the disk with one entry of the journal, then brings the graph up to date
 * and tells everyone. An action that changes nothing in the end makes no entry. The action
 * is over either way; on failure nothing of it was done.
 *
 * Returns: whether it was done
 */
gboolean
ent_action_commit (EntAction *action, GError **error)
{
  EntStore *store = action->store;
  g_autoptr (GBytes) changeset = NULL;
  gint64 seq = 0;
  gboolean done;

  if (!ent_action_is_open (action, error))
    return FALSE;

  done = write_entry (action, &changeset, &seq, error)
         && ent_transaction_commit (action->transaction, error);
  end (action);

  return done && (seq == 0 || ent_store_finish_change (store, seq, 0, changeset, error));
}
