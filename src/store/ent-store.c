/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "base/ent-words.h"
#include "store/ent-changes.h"
#include "store/ent-graph.h"
#include "store/ent-mapper.h"
#include "store/ent-schema.h"

G_DEFINE_FINAL_TYPE (EntStore, ent_store, G_TYPE_OBJECT)

/* From this size on a changeset is held against the references of the whole project. */
#define WHOLE_CHECK_BYTES (64 * 1024)

enum
{
  JOURNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ent_store_finalize (GObject *object)
{
  EntStore *self = ENT_STORE (object);

  ent_store_close (self);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_object (&self->project);
  g_free (self->path);
  g_free (self->author);

  G_OBJECT_CLASS (ent_store_parent_class)->finalize (object);
}

static void
ent_store_class_init (EntStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_store_finalize;

  /**
   * EntStore::journal-changed:
   * @self: the store
   *
   * After each entry of the journal, once the graph shows what it did.
   */
  signals[JOURNAL_CHANGED] = g_signal_new ("journal-changed", ENT_TYPE_STORE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_store_init (EntStore *self)
{
  self->project = ent_project_new ();
}

static gboolean
check_library (GError **error)
{
  if (sqlite3_compileoption_used ("ENABLE_SESSION")
      && sqlite3_compileoption_used ("ENABLE_PREUPDATE_HOOK")
      && sqlite3_compileoption_used ("ENABLE_FTS5"))
    return TRUE;

  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_FAILED,
                       _("The SQLite library of this computer lacks its session or search "
                         "extension, without which Entente cannot work."));
  return FALSE;
}

static gboolean
load (EntStore *self, GError **error)
{
  self->journal = ent_journal_load (self->database, error);

  return self->journal && ent_mapper_load (self->database, self->project, error);
}

/* Every project has an identity from its first moment, which is no change of the officer's. */
static gboolean
write_identity (EntDatabase *database, GError **error)
{
  g_autofree char *id = ent_id_to_string (ent_id_new ());
  g_autoptr (EntStatement) statement = ent_database_prepare (
      database, "INSERT INTO setting (key, value) VALUES (?, ?)", error);

  if (!statement)
    return FALSE;
  ent_statement_bind_text (statement, ENT_SETTING_ID);
  ent_statement_bind_text (statement, id);

  return ent_statement_run (statement, error);
}

/**
 * ent_store_create:
 * @path: a file that does not exist yet
 * @error: return location
 *
 * Returns: (transfer full): the store of an empty project, which has nothing but its identity
 */
EntStore *
ent_store_create (const char *path, GError **error)
{
  g_autoptr (EntStore) self = g_object_new (ENT_TYPE_STORE, NULL);

  if (!check_library (error))
    return NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("A project cannot be made at “%s”: there is a file of that name."), path);
      return NULL;
    }

  self->path = g_strdup (path);
  self->database = ent_database_open (path, ENT_DATABASE_CREATE, error);
  if (!self->database)
    return NULL;
  if (!ent_schema_create (self->database, error) || !write_identity (self->database, error)
      || !load (self, error))
    {
      ent_store_close (self);
      g_unlink (path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * ent_store_open:
 * @path: a project's database
 * @error: return location
 *
 * Opens a working database: its schema is compared with the one expected and brought up to
 * date, its records are loaded. The content of a file from elsewhere is for
 * ent_store_check() to hold against the rules.
 *
 * Returns: (transfer full): the store
 */
EntStore *
ent_store_open (const char *path, GError **error)
{
  g_autoptr (EntStore) self = g_object_new (ENT_TYPE_STORE, NULL);
  const EntSchemaStep *steps;
  int n_steps;

  if (!check_library (error))
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND, _("There is no file “%s”."), path);
      return NULL;
    }

  steps = ent_schema_get_steps (&n_steps);
  self->path = g_strdup (path);
  self->database = ent_database_open (path, ENT_DATABASE_NONE, error);
  if (!self->database || !ent_schema_open (self->database, path, steps, n_steps, error)
      || !load (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ent_store_close:
 * @self: a store
 *
 * Lets go of the file; what was loaded can still be read from the graph.
 */
void
ent_store_close (EntStore *self)
{
  g_return_if_fail (self->action == NULL);

  g_clear_handle_id (&self->index_update, g_source_remove);
  g_clear_pointer (&self->index, ent_index_free);
  g_clear_pointer (&self->journal, ent_journal_free);
  g_clear_pointer (&self->database, ent_database_free);
}

EntProject *
ent_store_get_project (EntStore *self)
{
  return self->project;
}

const char *
ent_store_get_path (EntStore *self)
{
  return self->path;
}

EntDatabase *
ent_store_get_database (EntStore *self)
{
  g_assert (self->database);

  return self->database;
}

/**
 * ent_store_get_schema:
 * @self: a store
 *
 * Returns: the number of the schema the project has, the newest after opening
 */
int
ent_store_get_schema (EntStore *self)
{
  int n_steps;

  ent_schema_get_steps (&n_steps);
  return n_steps;
}

/**
 * ent_store_get_last_entry:
 * @self: a store
 *
 * Returns: number of the newest entry of the journal, 0 before the first; it never falls
 */
gint64
ent_store_get_last_entry (EntStore *self)
{
  return self->journal ? ent_journal_get_last (self->journal) : 0;
}

/**
 * ent_store_set_author:
 * @self: a store
 * @name: (nullable): a name; %NULL or blank for that of the project, else of the account
 *
 * Says under which name the history shows what is done through @self from now on.
 */
void
ent_store_set_author (EntStore *self, const char *name)
{
  g_set_str (&self->author, ent_text_is_blank (name) ? NULL : name);
}

/* Who edits, for the history. */
char *
ent_store_dup_author (EntStore *self)
{
  const char *author = ent_project_get_setting (self->project, ENT_SETTING_AUTHOR);
  const char *name = g_get_real_name ();

  if (self->author)
    return g_strdup (self->author);
  if (author && *author)
    return g_strdup (author);
  if (name && *name && !g_str_equal (name, "Unknown"))
    return g_strdup (name);

  return g_strdup (g_get_user_name ());
}

/* After the commit: memory follows the database, then everyone is told. */
gboolean
ent_store_finish_change (
    EntStore *self, gint64 seq, gint64 undoes, GBytes *changeset, GError **error)
{
  gboolean followed;

  ent_journal_push (self->journal, seq, undoes, g_bytes_get_size (changeset) > 0);
  followed = ent_graph_apply (self->project, changeset, error);
  g_signal_emit (self, signals[JOURNAL_CHANGED], 0);

  return followed;
}

gboolean
ent_store_can_undo (EntStore *self)
{
  return self->journal && ent_journal_get_undo (self->journal) != 0;
}

gboolean
ent_store_can_redo (EntStore *self)
{
  return self->journal && ent_journal_get_redo (self->journal) != 0;
}

/**
 * ent_store_count_undo:
 * @self: a store
 *
 * Returns: how many edits can be undone one after the other
 */
guint
ent_store_count_undo (EntStore *self)
{
  return ent_journal_count_undo (self->journal);
}

/**
 * ent_store_count_redo:
 * @self: a store
 *
 * Returns: how many edits can be redone one after the other
 */
guint
ent_store_count_redo (EntStore *self)
{
  return ent_journal_count_redo (self->journal);
}

/**
 * ent_store_dup_undo_label:
 * @self: a store
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full) (nullable): what the next undo takes back, %NULL for nothing
 */
char *
ent_store_dup_undo_label (EntStore *self, const char *lang)
{
  return ent_journal_dup_label (self->journal, ent_journal_get_undo (self->journal), lang);
}

/**
 * ent_store_dup_redo_label:
 * @self: a store
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full) (nullable): what the next redo does again, %NULL for nothing
 */
char *
ent_store_dup_redo_label (EntStore *self, const char *lang)
{
  return ent_journal_dup_label (self->journal, ent_journal_get_redo (self->journal), lang);
}

/* Which entry cannot be taken back, in place of what happened inside. */
static void
explain_conflict (EntStore *self, gint64 seq, GError **error)
{
  g_autofree char *label = NULL;

  if (!error || !g_error_matches (*error, ENT_ERROR, ENT_ERROR_CONFLICT))
    return;

  label = ent_journal_dup_label (self->journal, seq, ent_words_interface_language ());
  g_clear_error (error);
  if (ent_journal_is_undo (self->journal, seq))
    g_set_error (error, ENT_ERROR, ENT_ERROR_CONFLICT,
                 _("“%s” cannot be redone, because something it touches has changed since: "
                   "nothing was done. Change the fields by hand instead."),
                   label);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_CONFLICT,
                 _("“%s” cannot be undone, because something it touches has changed since: "
                   "nothing was done. Change the fields by hand instead."),
                   label);
}

static gboolean
check_references (EntDatabase *database, GError **error)
{
  gint64 n_broken;

  if (!ent_database_get_integer (database, "SELECT count(*) FROM pragma_foreign_key_check",
                                 &n_broken, error))
    return FALSE;
  if (n_broken > 0)
    g_set_error_literal (error, ENT_ERROR, ENT_ERROR_CONFLICT,
                         _("A record that is still needed would be missing."));

  return n_broken == 0;
}

/* Writes the inverse of an entry with an entry of its own; gives the number of that. */
static gint64
write_inverse (
    EntStore *self, const EntJournalEntry *entry, GBytes *inverse, gboolean whole, GError **error)
{
  g_autoptr (EntTransaction) transaction = ent_database_begin (self->database, error);
  gint64 seq;

  if (!transaction || !ent_changes_apply (self->database, inverse, error)
      || (whole && !check_references (self->database, error)))
    return 0;
  seq = ent_journal_write (self->journal, entry, inverse, error);

  return seq && ent_transaction_commit (transaction, error) ? seq : 0;
}

/* Does the inverse of an entry. */
static gboolean
take_back (EntStore *self, gint64 seq, GError **error)
{
  g_autofree char *label = NULL;
  g_autofree char *arguments = NULL;
  g_autofree char *author = ent_store_dup_author (self);
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GBytes) inverse = NULL;
  EntJournalEntry entry;
  gboolean whole;
  gint64 done;

  if (!ent_journal_read (self->journal, seq, &label, &arguments, &changeset, error))
    return FALSE;
  inverse = ent_changes_invert (changeset, error);
  if (!inverse)
    return FALSE;

  /* For each row that goes, SQLite looks through all that may refer to it. For the thousands
   * of an import one look at the whole, at the end, takes far less time. */
  whole = g_bytes_get_size (inverse) > WHOLE_CHECK_BYTES;
  if (whole && !ent_database_exec (self->database, "PRAGMA foreign_keys=OFF", error))
    return FALSE;
  entry = (EntJournalEntry) { label, arguments, author, seq };
  done = write_inverse (self, &entry, inverse, whole, error);
  if (whole)
    ent_database_exec (self->database, "PRAGMA foreign_keys=ON", NULL);
  if (!done)
    {
      explain_conflict (self, seq, error);
      return FALSE;
    }

  return ent_store_finish_change (self, done, seq, inverse, error);
}

/**
 * ent_store_undo:
 * @self: a store
 * @error: return location: %ENT_ERROR_CONFLICT when what it touches has changed otherwise
 *
 * Returns: whether the newest change was taken back; else nothing changed
 */
gboolean
ent_store_undo (EntStore *self, GError **error)
{
  gint64 seq = ent_journal_get_undo (self->journal);

  g_return_val_if_fail (self->action == NULL, FALSE);

  if (seq)
    return take_back (self, seq, error);

  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NOT_FOUND, _("There is nothing to undo."));
  return FALSE;
}

/**
 * ent_store_redo:
 * @self: a store
 * @error: return location: %ENT_ERROR_CONFLICT when what it touches has changed otherwise
 *
 * Returns: whether what was undone last was done again; else nothing changed
 */
gboolean
ent_store_redo (EntStore *self, GError **error)
{
  gint64 seq = ent_journal_get_redo (self->journal);

  g_return_val_if_fail (self->action == NULL, FALSE);

  if (seq)
    return take_back (self, seq, error);

  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NOT_FOUND, _("There is nothing to redo."));
  return FALSE;
}

/**
 * ent_store_forget_history:
 * @self: a store
 * @error: return location
 *
 * Removes all entries of the journal, and the bytes no document names any more. What was
 * done before cannot be undone then.
 *
 * Returns: whether it was done
 */
gboolean
ent_store_forget_history (EntStore *self, GError **error)
{
  g_autoptr (EntTransaction) transaction = ent_database_begin (self->database, error);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autofree char *author = ent_store_dup_author (self);

  if (!transaction || !ent_journal_forget (self->journal, author, error)
      || !ent_database_exec (self->database,
                             "DELETE FROM blob WHERE sha256 NOT IN "
                             "(SELECT sha256 FROM document WHERE sha256 IS NOT NULL)",
                             error)
      || !ent_transaction_commit (transaction, error))
    return FALSE;

  /* The old pages are overwritten already; that the file gets smaller may fail. */
  ent_database_exec (self->database, "VACUUM", NULL);

  return ent_store_finish_change (self, ent_journal_get_last (self->journal) + 1, 0, nothing,
                                  error);
}
