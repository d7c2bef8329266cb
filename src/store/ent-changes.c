/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-changes.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"

struct _EntRecorder
{
  EntDatabase *database;
  sqlite3_session *session;
};

static const char *const shared_tables[] = {
  [ENT_ROW_RECORD] = "record", [ENT_ROW_TYPED] = NULL,        [ENT_ROW_TRANSLATION] = "translation",
  [ENT_ROW_TAG] = "tag",       [ENT_ROW_SETTING] = "setting",
};

static gboolean
attach (EntRecorder *self, const char *name, GError **error)
{
  int code = sqlite3session_attach (self->session, name);

  return code == SQLITE_OK ? TRUE : ent_database_fail (self->database, code, error);
}

/**
 * ent_recorder_new:
 * @database: a connection
 * @error: return location
 *
 * Records what changes from now on in the tables of records, one by one: were all tables
 * recorded, those inside a search index would be too, and undoing them leaves it malformed.
 *
 * Returns: (transfer full): the recorder
 */
EntRecorder *
ent_recorder_new (EntDatabase *database, GError **error)
{
  g_autoptr (EntRecorder) self = g_new0 (EntRecorder, 1);
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);
  int code;

  self->database = database;
  code = sqlite3session_create (ent_database_get_handle (database), "main", &self->session);
  if (code != SQLITE_OK)
    {
      ent_database_fail (database, code, error);
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (shared_tables); i++)
    if (shared_tables[i] && !attach (self, shared_tables[i], error))
      return NULL;
  for (guint i = 0; i < n_tables; i++)
    if (!attach (self, tables[i]->name, error))
      return NULL;

  return g_steal_pointer (&self);
}

static GBytes *
take_bytes (void *data, int size)
{
  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/**
 * ent_recorder_take:
 * @self: a recorder
 * @error: return location
 *
 * Returns: (transfer full): the changeset so far, of no bytes when nothing changed in the end
 */
GBytes *
ent_recorder_take (EntRecorder *self, GError **error)
{
  void *data = NULL;
  int size = 0;
  int code = sqlite3session_changeset (self->session, &size, &data);

  if (code != SQLITE_OK)
    {
      ent_database_fail (self->database, code, error);
      return NULL;
    }

  return take_bytes (data, size);
}

void
ent_recorder_free (EntRecorder *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_free (self);
}

static gboolean
refuse_changeset (GError **error)
{
  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                       _("An entry of the history cannot be read."));
  return FALSE;
}

static gboolean
identify (EntRow *row)
{
  const char *name;

  if (sqlite3changeset_op (row->iter, &name, &row->n_values, &row->operation, NULL) != SQLITE_OK)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (shared_tables); i++)
    if (g_strcmp0 (shared_tables[i], name) == 0)
      {
        row->kind = i;
        row->table = NULL;
        return TRUE;
      }
  row->kind = ENT_ROW_TYPED;
  row->table = ent_table_find (name);

  return row->table != NULL;
}

/**
 * ent_changes_walk:
 * @changeset: what a recorder gave
 * @func: called for each changed row
 * @user_data: for @func
 * @error: return location
 *
 * Rows of tables the program does not know (any more) are passed over.
 *
 * Returns: whether the changeset could be read to its end
 */
gboolean
ent_changes_walk (GBytes *changeset, EntRowFunc func, gpointer user_data, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  EntRow row = { 0 };
  int code;

  if (size == 0)
    return TRUE;
  if (sqlite3changeset_start (&row.iter, size, (void *) data) != SQLITE_OK)
    return refuse_changeset (error);

  while ((code = sqlite3changeset_next (row.iter)) == SQLITE_ROW)
    if (identify (&row))
      func (&row, user_data);

  if (sqlite3changeset_finalize (row.iter) != SQLITE_OK || code != SQLITE_DONE)
    return refuse_changeset (error);

  return TRUE;
}

/**
 * ent_row_get_old:
 * @row: a changed row
 * @place: a place in its table, 0 for the first column
 * @value: (out): what was there before
 *
 * Returns: whether the change says it: all places of a deleted row, those that changed of an
 *   updated one, none of an added one
 */
gboolean
ent_row_get_old (const EntRow *row, int place, EntValue *value)
{
  sqlite3_value *old = NULL;

  if (row->operation == SQLITE_INSERT || place >= row->n_values
      || sqlite3changeset_old (row->iter, place, &old) != SQLITE_OK || !old)
    return FALSE;
  *value = ent_value_from_sqlite (old);

  return TRUE;
}

/**
 * ent_row_get_new:
 * @row: a changed row
 * @place: a place in its table, 0 for the first column
 * @value: (out): what is there now
 *
 * Returns: whether the change says it: all places of an added row, those that changed of an
 *   updated one, none of a deleted one
 */
gboolean
ent_row_get_new (const EntRow *row, int place, EntValue *value)
{
  sqlite3_value *new = NULL;

  if (row->operation == SQLITE_DELETE || place >= row->n_values
      || sqlite3changeset_new (row->iter, place, &new) != SQLITE_OK || !new)
    return FALSE;
  *value = ent_value_from_sqlite (new);

  return TRUE;
}

/**
 * ent_row_get_key:
 * @row: a changed row
 * @place: the place of a column of its primary key
 *
 * Returns: the value, which no change alters
 */
EntValue
ent_row_get_key (const EntRow *row, int place)
{
  EntValue value = { .type = SQLITE_NULL };

  if (!ent_row_get_old (row, place, &value))
    ent_row_get_new (row, place, &value);

  return value;
}

/**
 * ent_row_get_record:
 * @row: a changed row
 *
 * Returns: the record it is a part of, %ENT_ID_NONE for a setting
 */
EntId
ent_row_get_record (const EntRow *row)
{
  return row->kind == ENT_ROW_SETTING ? ENT_ID_NONE : ent_row_get_key (row, 0).integer;
}

/**
 * ent_changes_invert:
 * @changeset: a changeset
 * @error: return location
 *
 * Returns: (transfer full): the changeset that takes it back
 */
GBytes *
ent_changes_invert (GBytes *changeset, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  void *inverse = NULL;
  int inverse_size = 0;

  if (sqlite3changeset_invert (size, data, &inverse_size, &inverse) != SQLITE_OK)
    {
      refuse_changeset (error);
      return NULL;
    }

  return take_bytes (inverse, inverse_size);
}

static gboolean
is_same (sqlite3_value *a, sqlite3_value *b)
{
  EntValue left = ent_value_from_sqlite (a);
  EntValue right = ent_value_from_sqlite (b);

  return left.type == right.type && left.integer == right.integer && left.real == right.real
         && g_strcmp0 (left.text, right.text) == 0;
}

/* Whether the row is already as the change would make it. SQLITE_CHANGESETAPPLY_IGNORENOOP
 * means just this, but up to SQLite 3.46 at least it fails with a syntax error on every table
 * that has a column named like a reserved word, such as event."when". */
static gboolean
is_done_already (int reason, sqlite3_changeset_iter *iter)
{
  const char *table;
  int n_values, operation;

  if (reason == SQLITE_CHANGESET_FOREIGN_KEY
      || sqlite3changeset_op (iter, &table, &n_values, &operation, NULL) != SQLITE_OK)
    return FALSE;
  if (operation == SQLITE_DELETE)
    return reason == SQLITE_CHANGESET_NOTFOUND;
  if (reason != (operation == SQLITE_INSERT ? SQLITE_CHANGESET_CONFLICT : SQLITE_CHANGESET_DATA))
    return FALSE;

  for (int i = 0; i < n_values; i++)
    {
      sqlite3_value *wanted = NULL;
      sqlite3_value *found = NULL;

      if (sqlite3changeset_new (iter, i, &wanted) != SQLITE_OK
          || sqlite3changeset_conflict (iter, i, &found) != SQLITE_OK)
        return FALSE;
      if (wanted && !is_same (wanted, found))
        return FALSE;
    }

  return TRUE;
}

static int
stop_at_conflict (void *user_data, int reason, sqlite3_changeset_iter *iter)
{
  gboolean *met = user_data;

  if (is_done_already (reason, iter))
    return SQLITE_CHANGESET_OMIT;

  *met = TRUE;
  return SQLITE_CHANGESET_ABORT;
}

/**
 * ent_changes_apply:
 * @database: a connection in a transaction
 * @changeset: what to do again
 * @error: return location: %ENT_ERROR_CONFLICT when a row is not as it was, or a record that
 *   is still needed would be missing
 *
 * Foreign-key actions are off meanwhile, as the changeset holds what they did; a change
 * that is there already is passed over.
 *
 * Returns: whether all of it was applied; else nothing was
 */
gboolean
ent_changes_apply (EntDatabase *database, GBytes *changeset, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  gboolean met_conflict = FALSE;
  int code;

  if (size == 0)
    return TRUE;

  code = sqlite3changeset_apply_v2 (ent_database_get_handle (database), size, (void *) data, NULL,
                                    stop_at_conflict, &met_conflict, NULL, NULL,
                                    SQLITE_CHANGESETAPPLY_FKNOACTION);
  if (met_conflict)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_CONFLICT,
                           _("Something it touches has changed since, so nothing was done. "
                             "Change the fields by hand instead."));
      return FALSE;
    }

  return code == SQLITE_OK ? TRUE : ent_database_fail (database, code, error);
}
