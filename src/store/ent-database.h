/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A connection to SQLite, for one thread: statements kept by their text, transactions as
 * scopes, errors as sentences. Values are bound and read in the order in which the SQL
 * names them, never by a number. */
typedef struct _EntDatabase EntDatabase;
typedef struct _EntStatement EntStatement;
typedef struct _EntTransaction EntTransaction;

/* A value as SQLite holds it. The text is lent until the statement moves on. */
typedef struct
{
  int type; /* SQLITE_NULL, SQLITE_INTEGER, SQLITE_FLOAT or SQLITE_TEXT */
  gint64 integer;
  double real;
  const char *text;
} EntValue;

typedef enum
{
  ENT_DATABASE_NONE = 0,
  ENT_DATABASE_CREATE = 1 << 0,
  ENT_DATABASE_READ_ONLY = 1 << 1,
} EntDatabaseFlags;

EntDatabase *ent_database_open (const char *path, EntDatabaseFlags flags, GError **error);
void ent_database_free (EntDatabase *self);
sqlite3 *ent_database_get_handle (EntDatabase *self);
gboolean ent_database_fail (EntDatabase *self, int code, GError **error);
gulong ent_database_obey (EntDatabase *self, GCancellable *cancellable);
gboolean ent_database_exec (EntDatabase *self, const char *sql, GError **error);
gboolean ent_database_get_integer (EntDatabase *self,
                                   const char *sql,
                                   gint64 *value,
                                   GError **error);

EntStatement *ent_database_prepare (EntDatabase *self, const char *sql, GError **error);
void ent_statement_free (EntStatement *self);
void ent_statement_bind_integer (EntStatement *self, gint64 value);
void ent_statement_bind_real (EntStatement *self, double value);
void ent_statement_bind_text (EntStatement *self, const char *value);
void ent_statement_bind_bytes (EntStatement *self, GBytes *value);
void ent_statement_bind_null (EntStatement *self);
gboolean ent_statement_next (EntStatement *self, GError **error);
gboolean ent_statement_run (EntStatement *self, GError **error);
gint64 ent_statement_read_integer (EntStatement *self);
const char *ent_statement_read_text (EntStatement *self);
GBytes *ent_statement_read_bytes (EntStatement *self);
EntValue ent_statement_read_value (EntStatement *self);
EntValue ent_value_from_sqlite (sqlite3_value *value);

EntTransaction *ent_database_begin (EntDatabase *self, GError **error);
gboolean ent_transaction_commit (EntTransaction *self, GError **error);
void ent_transaction_free (EntTransaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDatabase, ent_database_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntStatement, ent_statement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTransaction, ent_transaction_free)

G_END_DECLS
