/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-working-state.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "store/ent-database.h"

/* The one thing here that reads and writes JSON is SQLite, which the store has anyway. */
#define SQL_WRITE                                                                                 \
  "SELECT json_object ('version', 1, 'project', ?, 'uri', ?, 'etag', ?, 'sha256', ?," \
  " 'size', ?, 'entry', ?, 'pending_sha256', ?, 'pending_entry', ?, 'opened', ?)"

#define SQL_READ                                                                                  \
  "SELECT j ->> 'project', j ->> 'uri', j ->> 'etag', j ->> 'sha256',"             \
  " j ->> 'size', j ->> 'entry', j ->> 'pending_sha256', j ->> 'pending_entry', j ->> 'opened'"   \
  " FROM (SELECT ? AS j)"

EntWorkingState *
ent_working_state_new (void)
{
  return g_new0 (EntWorkingState, 1);
}

void
ent_working_state_free (EntWorkingState *self)
{
  g_free (self->project);
  g_free (self->uri);
  g_free (self->etag);
  g_free (self->sha256);
  g_free (self->pending_sha256);
  g_free (self->opened);
  g_free (self);
}

EntWorkingState *
ent_working_state_copy (const EntWorkingState *self)
{
  EntWorkingState *copy = g_memdup2 (self, sizeof *self);

  copy->project = g_strdup (self->project);
  copy->uri = g_strdup (self->uri);
  copy->etag = g_strdup (self->etag);
  copy->sha256 = g_strdup (self->sha256);
  copy->pending_sha256 = g_strdup (self->pending_sha256);
  copy->opened = g_strdup (self->opened);
  return copy;
}

/**
 * ent_working_state_load:
 * @path: a state.json
 * @error: return location of an error
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL when it cannot be read or names
 *   no file
 */
EntWorkingState *
ent_working_state_load (const char *path, GError **error)
{
  g_autoptr (EntWorkingState) self = ent_working_state_new ();
  g_autoptr (EntDatabase) database = NULL;
  g_autoptr (EntStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *json = NULL;

  if (!g_file_get_contents (path, &json, NULL, error))
    return NULL;
  database = ent_database_open (":memory:", ENT_DATABASE_NONE, error);
  if (database == NULL)
    return NULL;
  statement = ent_database_prepare (database, SQL_READ, error);
  if (statement == NULL)
    return NULL;

  ent_statement_bind_text (statement, json);
  if (ent_statement_next (statement, &problem))
    {
      self->project = g_strdup (ent_statement_read_text (statement));
      self->uri = g_strdup (ent_statement_read_text (statement));
      self->etag = g_strdup (ent_statement_read_text (statement));
      self->sha256 = g_strdup (ent_statement_read_text (statement));
      self->size = ent_statement_read_integer (statement);
      self->entry = ent_statement_read_integer (statement);
      self->pending_sha256 = g_strdup (ent_statement_read_text (statement));
      self->pending_entry = ent_statement_read_integer (statement);
      self->opened = g_strdup (ent_statement_read_text (statement));
    }
  if (self->uri == NULL || self->project == NULL)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                   _("“%s” does not say which project it belongs to."), path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static char *
state_to_json (const EntWorkingState *self, GError **error)
{
  g_autoptr (EntDatabase) database = NULL;
  g_autoptr (EntStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;

  database = ent_database_open (":memory:", ENT_DATABASE_NONE, error);
  if (database == NULL)
    return NULL;
  statement = ent_database_prepare (database, SQL_WRITE, error);
  if (statement == NULL)
    return NULL;

  ent_statement_bind_text (statement, self->project);
  ent_statement_bind_text (statement, self->uri);
  ent_statement_bind_text (statement, self->etag);
  ent_statement_bind_text (statement, self->sha256);
  ent_statement_bind_integer (statement, self->size);
  ent_statement_bind_integer (statement, self->entry);
  ent_statement_bind_text (statement, self->pending_sha256);
  ent_statement_bind_integer (statement, self->pending_entry);
  ent_statement_bind_text (statement, self->opened);
  if (!ent_statement_next (statement, &problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return g_strconcat (ent_statement_read_text (statement), "\n", NULL);
}

/**
 * ent_working_state_save:
 * @self: a state
 * @path: a state.json, replaced in one go
 * @error: return location of an error
 *
 * Returns: whether it is on the disk
 */
gboolean
ent_working_state_save (const EntWorkingState *self, const char *path, GError **error)
{
  g_autofree char *json = state_to_json (self, error);

  return json != NULL
         && g_file_set_contents_full (path, json, -1,
                                      G_FILE_SET_CONTENTS_CONSISTENT
                                          | G_FILE_SET_CONTENTS_DURABLE,
                                      0600, error);
}

/**
 * ent_working_state_match:
 * @self: a state
 * @sha256: hash of the file as it is now
 * @etag: (nullable): its etag
 * @size: its size in bytes
 *
 * Compares the file with what was last published, or with what was being published when
 * the program was ended; in either case @self then knows the file as it is.
 *
 * Returns: whether the file is the version last published
 */
gboolean
ent_working_state_match (EntWorkingState *self, const char *sha256, const char *etag, gint64 size)
{
  if (g_strcmp0 (self->pending_sha256, sha256) == 0)
    {
      g_set_str (&self->sha256, sha256);
      self->entry = self->pending_entry;
    }
  else if (g_strcmp0 (self->sha256, sha256) != 0)
    return FALSE;

  g_set_str (&self->etag, etag);
  self->size = size;
  g_clear_pointer (&self->pending_sha256, g_free);
  self->pending_entry = 0;
  return TRUE;
}

/**
 * ent_working_time_now:
 *
 * Returns: (transfer full): this second as UTC, "2026-11-22T09:30:00Z"
 */
char *
ent_working_time_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
