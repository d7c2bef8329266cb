/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-database.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"

/* No text and no document may be longer. */
#define LONGEST_VALUE (256 * 1024 * 1024)

/* How long another process may hold the database before we give up. */
#define BUSY_TIMEOUT_MS 2000

struct _EntDatabase
{
  sqlite3 *handle;
  GThread *thread;
  GHashTable *statements; /* SQL → EntStatement */
  guint depth;            /* of transactions */
  gboolean doomed;        /* an inner transaction was dropped: the outer one cannot commit */
};

struct _EntStatement
{
  EntDatabase *database;
  sqlite3_stmt *handle;
  int next_bind;
  int next_read;
  int bind_code; /* the first value that SQLite did not take */
  gboolean cached;
  gboolean borrowed;
};

struct _EntTransaction
{
  EntDatabase *database;
  gboolean finished;
};

static void
statement_destroy (gpointer data)
{
  EntStatement *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

static gboolean
has_no_space (sqlite3 *handle, int code)
{
  int number = sqlite3_system_errno (handle);

  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;

  return (code & 0xff) == SQLITE_IOERR && (number == ENOSPC || number == EDQUOT || number == EFBIG);
}

static gboolean
may_not_write (sqlite3 *handle, int code)
{
  int number = sqlite3_system_errno (handle);

  if ((code & 0xff) == SQLITE_READONLY || (code & 0xff) == SQLITE_PERM)
    return TRUE;

  return (code & 0xff) == SQLITE_CANTOPEN && (number == EACCES || number == EROFS);
}

/**
 * ent_database_fail:
 * @self: a connection
 * @code: what SQLite answered
 * @error: return location
 *
 * Turns an answer of SQLite into the code a caller can act on and a sentence for a person.
 *
 * Returns: %FALSE, always
 */
gboolean
ent_database_fail (EntDatabase *self, int code, GError **error)
{
  gboolean is_last = (sqlite3_errcode (self->handle) & 0xff) == (code & 0xff);
  const char *detail = is_last ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);

  if (has_no_space (self->handle, code))
    g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NO_SPACE,
                         _("The disk is full, so nothing was saved. "
                           "Free some space, then try again."));
  else if (may_not_write (self->handle, code))
    g_set_error (error, ENT_ERROR, ENT_ERROR_READ_ONLY,
                 _("The project cannot be written here: save it in another folder (%s)."), detail);
  else if ((code & 0xff) == SQLITE_NOTADB)
    g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NOT_A_PROJECT,
                         _("This file is not an Entente project."));
  else if ((code & 0xff) == SQLITE_CORRUPT)
    g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                 _("The project is damaged: take an earlier copy of it (%s)."), detail);
  else if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED)
    g_set_error_literal (error, ENT_ERROR, ENT_ERROR_IN_USE,
                         _("The project is in use by another program: close it there first."));
  else if ((code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                 _("A record that is still needed, or a required value, would be missing (%s)."),
                   detail);
  else if ((code & 0xff) == SQLITE_TOOBIG)
    g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                         _("This text or document is too large to be kept in a project."));
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("The project could not be read or written (%s)."), detail);

  return FALSE;
}

static gboolean
harden (EntDatabase *self, GError **error)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);

  return ent_database_exec (self,
                            "PRAGMA trusted_schema=OFF;"
                            "PRAGMA cell_size_check=ON;"
                            "PRAGMA mmap_size=0;"
                            "PRAGMA secure_delete=ON;"
                            "PRAGMA foreign_keys=ON;",
                            error);
}

/**
 * ent_database_open:
 * @path: a file, or ":memory:"
 * @flags: whether to make it, or only to read it
 * @error: return location
 *
 * Opens with all that keeps a file from elsewhere from doing harm, and with the journal that
 * loses no acknowledged change when the power fails.
 *
 * Returns: (transfer full): the connection
 */
EntDatabase *
ent_database_open (const char *path, EntDatabaseFlags flags, GError **error)
{
  g_autoptr (EntDatabase) self = g_new0 (EntDatabase, 1);
  int code, open_flags = SQLITE_OPEN_READWRITE;

  if (flags & ENT_DATABASE_READ_ONLY)
    open_flags = SQLITE_OPEN_READONLY;
  else if (flags & ENT_DATABASE_CREATE)
    open_flags |= SQLITE_OPEN_CREATE;

  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_destroy);
  code = sqlite3_open_v2 (path, &self->handle, open_flags, NULL);
  if (code != SQLITE_OK)
    {
      ent_database_fail (self, code, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);

  if (!harden (self, error))
    return NULL;
  if ((flags & ENT_DATABASE_READ_ONLY) == 0
      && !ent_database_exec (self, "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL;", error))
    return NULL;

  return g_steal_pointer (&self);
}

void
ent_database_free (EntDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

sqlite3 *
ent_database_get_handle (EntDatabase *self)
{
  g_assert (self->thread == g_thread_self ());

  return self->handle;
}

static void
interrupt_cb (GCancellable *cancellable, gpointer handle)
{
  sqlite3_interrupt (handle);
}

/**
 * ent_database_obey:
 * @self: a connection
 * @cancellable: (nullable): ends from any thread what is read through @self
 *
 * Returns: what g_cancellable_disconnect() takes, before @self is freed
 */
gulong
ent_database_obey (EntDatabase *self, GCancellable *cancellable)
{
  return cancellable
             ? g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), self->handle, NULL)
             : 0;
}

/* SQLite rolls back by itself when the disk is full: what follows must not run alone. */
static gboolean
check_transaction (EntDatabase *self, GError **error)
{
  g_assert (self->thread == g_thread_self ());

  if (self->depth == 0 || !sqlite3_get_autocommit (self->handle))
    return TRUE;

  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_FAILED,
                       _("The change was given up after an error; nothing of it was saved."));
  return FALSE;
}

/**
 * ent_database_exec:
 * @self: a connection
 * @sql: statements without parameters
 * @error: return location
 *
 * Returns: whether all of them ran
 */
gboolean
ent_database_exec (EntDatabase *self, const char *sql, GError **error)
{
  int code;

  if (!check_transaction (self, error))
    return FALSE;

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK ? TRUE : ent_database_fail (self, code, error);
}

/**
 * ent_database_get_integer:
 * @self: a connection
 * @sql: a query of one value
 * @value: (out): the value, 0 where there is no row
 * @error: return location
 *
 * Returns: whether the query ran
 */
gboolean
ent_database_get_integer (EntDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (EntStatement) statement = ent_database_prepare (self, sql, error);
  g_autoptr (GError) problem = NULL;

  *value = 0;
  if (!statement)
    return FALSE;
  if (ent_statement_next (statement, &problem))
    *value = ent_statement_read_integer (statement);
  if (problem)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return TRUE;
}

/**
 * ent_database_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: return location
 *
 * Statements are kept by their text; one that is in use already is made anew.
 *
 * Returns: (transfer full): the statement, without values
 */
EntStatement *
ent_database_prepare (EntDatabase *self, const char *sql, GError **error)
{
  EntStatement *statement = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt *handle = NULL;
  gboolean busy = statement && statement->borrowed;
  int code;

  g_assert (self->thread == g_thread_self ());

  if (statement && !busy)
    {
      statement->borrowed = TRUE;
      return statement;
    }

  code = sqlite3_prepare_v3 (self->handle, sql, -1, busy ? 0 : SQLITE_PREPARE_PERSISTENT, &handle,
                             NULL);
  if (code != SQLITE_OK)
    {
      ent_database_fail (self, code, error);
      return NULL;
    }

  statement = g_new0 (EntStatement, 1);
  statement->database = self;
  statement->handle = handle;
  statement->cached = !busy;
  statement->borrowed = TRUE;
  if (statement->cached)
    g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

static void
clear (EntStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->next_bind = self->next_read = 0;
  self->bind_code = SQLITE_OK;
}

/**
 * ent_statement_free:
 * @self: a statement
 *
 * Gives it back to its connection, ready for the next user.
 */
void
ent_statement_free (EntStatement *self)
{
  if (!self->cached)
    {
      statement_destroy (self);
      return;
    }

  clear (self);
  self->borrowed = FALSE;
}

static void
note_bind (EntStatement *self, int code)
{
  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
ent_statement_bind_integer (EntStatement *self, gint64 value)
{
  note_bind (self, sqlite3_bind_int64 (self->handle, ++self->next_bind, value));
}

void
ent_statement_bind_real (EntStatement *self, double value)
{
  note_bind (self, sqlite3_bind_double (self->handle, ++self->next_bind, value));
}

/**
 * ent_statement_bind_text:
 * @self: a statement
 * @value: (nullable): a text that stays until the statement has run
 */
void
ent_statement_bind_text (EntStatement *self, const char *value)
{
  note_bind (self, sqlite3_bind_text64 (self->handle, ++self->next_bind, value,
                                        value ? strlen (value) : 0, SQLITE_STATIC, SQLITE_UTF8));
}

void
ent_statement_bind_bytes (EntStatement *self, GBytes *value)
{
  gsize size;
  const void *data = g_bytes_get_data (value, &size);

  note_bind (self, sqlite3_bind_blob64 (self->handle, ++self->next_bind, data ? data : "", size,
                                        SQLITE_STATIC));
}

void
ent_statement_bind_null (EntStatement *self)
{
  note_bind (self, sqlite3_bind_null (self->handle, ++self->next_bind));
}

/**
 * ent_statement_next:
 * @self: a statement
 * @error: return location, not %NULL: the end of the rows and an error both give %FALSE
 *
 * Returns: %TRUE when there is a row to read
 */
gboolean
ent_statement_next (EntStatement *self, GError **error)
{
  int code;

  if (!check_transaction (self->database, error))
    return FALSE;
  if (self->bind_code != SQLITE_OK)
    return ent_database_fail (self->database, self->bind_code, error);

  self->next_read = 0;
  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    ent_database_fail (self->database, code, error);

  return FALSE;
}

/**
 * ent_statement_run:
 * @self: a statement without rows
 * @error: return location
 *
 * Runs it, after which new values may be bound.
 *
 * Returns: whether it ran
 */
gboolean
ent_statement_run (EntStatement *self, GError **error)
{
  gboolean done;
  int code;

  if (!check_transaction (self->database, error))
    return FALSE;

  code = self->bind_code == SQLITE_OK ? sqlite3_step (self->handle) : self->bind_code;
  done = code == SQLITE_DONE || code == SQLITE_ROW;
  if (!done)
    ent_database_fail (self->database, code, error);
  clear (self);

  return done;
}

gint64
ent_statement_read_integer (EntStatement *self)
{
  return sqlite3_column_int64 (self->handle, self->next_read++);
}

/**
 * ent_statement_read_text:
 * @self: a statement on a row
 *
 * Returns: (transfer none) (nullable): the next value, lent until the statement moves on
 */
const char *
ent_statement_read_text (EntStatement *self)
{
  return (const char *) sqlite3_column_text (self->handle, self->next_read++);
}

GBytes *
ent_statement_read_bytes (EntStatement *self)
{
  int column = self->next_read++;
  const void *data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->handle, column));
}

EntValue
ent_statement_read_value (EntStatement *self)
{
  int column = self->next_read++;
  EntValue value = { .type = sqlite3_column_type (self->handle, column) };

  if (value.type == SQLITE_INTEGER)
    value.integer = sqlite3_column_int64 (self->handle, column);
  else if (value.type == SQLITE_FLOAT)
    value.real = sqlite3_column_double (self->handle, column);
  else if (value.type != SQLITE_NULL)
    value.text = (const char *) sqlite3_column_text (self->handle, column);

  return value;
}

/**
 * ent_value_from_sqlite:
 * @value: (nullable): a value of a changeset
 *
 * Returns: the value, its text lent by @value
 */
EntValue
ent_value_from_sqlite (sqlite3_value *value)
{
  EntValue result = { .type = value ? sqlite3_value_type (value) : SQLITE_NULL };

  if (result.type == SQLITE_INTEGER)
    result.integer = sqlite3_value_int64 (value);
  else if (result.type == SQLITE_FLOAT)
    result.real = sqlite3_value_double (value);
  else if (result.type != SQLITE_NULL)
    result.text = (const char *) sqlite3_value_text (value);

  return result;
}

/**
 * ent_database_begin:
 * @self: a connection
 * @error: return location
 *
 * A transaction as a scope: dropped without ent_transaction_commit(), it is rolled back.
 * Transactions nest; one inner that is dropped takes the outer one along.
 *
 * Returns: (transfer full): the transaction
 */
EntTransaction *
ent_database_begin (EntDatabase *self, GError **error)
{
  EntTransaction *transaction;

  /* A writer from the start: a reader that turns writer can find the database busy half-way. */
  if (self->depth == 0)
    {
      if (!ent_database_exec (self, "BEGIN IMMEDIATE", error))
        return NULL;
      self->doomed = FALSE;
    }
  else if (!check_transaction (self, error))
    return NULL;

  self->depth++;
  transaction = g_new0 (EntTransaction, 1);
  transaction->database = self;

  return transaction;
}

static void
transaction_finish (EntTransaction *self, gboolean committed)
{
  EntDatabase *database = self->database;

  self->finished = TRUE;
  database->depth--;
  if (committed)
    return;
  if (database->depth > 0)
    database->doomed = TRUE;
  else if (!sqlite3_get_autocommit (database->handle))
    sqlite3_exec (database->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * ent_transaction_commit:
 * @self: a transaction
 * @error: return location
 *
 * Returns: whether all of it is on the disk (for an inner transaction: whether it may go
 *   on); else nothing is
 */
gboolean
ent_transaction_commit (EntTransaction *self, GError **error)
{
  EntDatabase *database = self->database;
  gboolean done = check_transaction (database, error);

  g_return_val_if_fail (!self->finished, FALSE);

  if (done && database->doomed)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_FAILED,
                           _("A part of the change failed; nothing of it was saved."));
      done = FALSE;
    }
  if (done && database->depth == 1)
    done = ent_database_exec (database, "COMMIT", error);
  transaction_finish (self, done);

  return done;
}

void
ent_transaction_free (EntTransaction *self)
{
  if (!self->finished)
    transaction_finish (self, FALSE);
  g_free (self);
}
