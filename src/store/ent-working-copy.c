/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-working-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "model/ent-project.h"
#include "store/ent-database.h"

#define LOCK_NAME "lock"

/* The roster is held while a few small files are read: longer means that its holder hangs. */
#define ROSTER_TRIES 200
#define ROSTER_WAIT_US (50 * 1000)

#define FOLDER_MODE 0700

/* No opening takes a day. */
#define DEBRIS_SECONDS (24 * 60 * 60)

static char *
dup_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "entente", "work", NULL);
}

static gboolean
fail_folder (const char *path, GError **error)
{
  int number = errno;

  g_set_error (error, ENT_ERROR,
               number == ENOSPC || number == EDQUOT ? ENT_ERROR_NO_SPACE : ENT_ERROR_FAILED,
               _("Entente cannot work in its own folder “%s” (%s). Make room there, or give "
                 "yourself the right to write in it."),
                 path, g_strerror (number));
  return FALSE;
}

/**
 * ent_working_roster_lock:
 * @error: return location of an error
 *
 * Makes sure that no other Entente looks for working copies or makes one known meanwhile.
 * Waits for a while.
 *
 * Returns: what ent_working_roster_unlock () takes, or -1
 */
int
ent_working_roster_lock (GError **error)
{
  g_autofree char *root = dup_root ();
  g_autofree char *path = g_build_filename (root, LOCK_NAME, NULL);
  int fd = -1;

  if (g_mkdir_with_parents (root, FOLDER_MODE) == 0)
    fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      fail_folder (root, error);
      return -1;
    }

  for (int i = 0; i < ROSTER_TRIES; i++)
    {
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
      g_usleep (ROSTER_WAIT_US);
    }

  close (fd);
  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_IN_USE,
                       _("Another Entente is opening a project and does not end. Close it, then "
                         "try again."));
  return -1;
}

void
ent_working_roster_unlock (int roster)
{
  close (roster);
}

char *
ent_working_copy_dup_path (EntWorkingCopy *self, const char *leaf)
{
  return g_build_filename (self->directory, leaf, NULL);
}

static EntWorkingCopy *
working_copy_new_for (const char *directory)
{
  EntWorkingCopy *self = g_new0 (EntWorkingCopy, 1);

  self->directory = g_strdup (directory);
  self->lock = -1;
  return self;
}

/* Who holds it, for the sentence of the one who finds it held. */
static void
write_holder (int fd)
{
  g_autofree char *now = ent_working_time_now ();
  g_autofree char *holder = g_strdup_printf ("%ld\n%s\n%s\n", (long) getpid (), g_get_host_name (),
                                             now);
  gsize length = strlen (holder);

  if (ftruncate (fd, 0) != 0 || pwrite (fd, holder, length, 0) != (gssize) length)
    g_debug ("lock: %s", g_strerror (errno));
}

static void
refuse_in_use (EntWorkingCopy *self, const char *name, const char *lock_path, GError **error)
{
  g_autofree char *holder = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *since = NULL;

  if (g_file_get_contents (lock_path, &holder, NULL, NULL))
    lines = g_strsplit (holder, "\n", 4);
  if (lines != NULL && g_strv_length (lines) >= 3)
    utc = g_date_time_new_from_iso8601 (lines[2], NULL);
  if (utc != NULL)
    {
      local = g_date_time_to_local (utc);
      since = g_date_time_format (local, "%H:%M");
    }

  if (since == NULL)
    g_set_error (error, ENT_ERROR, ENT_ERROR_IN_USE,
                 _("“%s” is already open in another Entente. Close it there first."), name);
  else if (g_ascii_strtoll (lines[0], NULL, 10) == getpid ()
           && g_str_equal (lines[1], g_get_host_name ()))
    g_set_error (error, ENT_ERROR, ENT_ERROR_IN_USE,
                 _("“%s” is already open in this Entente. Go to its window, or close it first."),
                   name);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_IN_USE,
                 _("“%s” is already open in another Entente (process %s on %s, since %s). Close it "
                   "there first."),
                   name, lines[0], lines[1], since);
}

/**
 * ent_working_copy_lock:
 * @self: a working copy
 * @name: the name of the file, for the sentence
 * @error: return location of an error
 *
 * Takes the copy for this process. The lock ends with the process, however that ends.
 *
 * Returns: whether it is ours now; else %ENT_ERROR_IN_USE, naming who holds it
 */
gboolean
ent_working_copy_lock (EntWorkingCopy *self, const char *name, GError **error)
{
  g_autofree char *path = ent_working_copy_dup_path (self, LOCK_NAME);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail_folder (self->directory, error);
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      refuse_in_use (self, name, path, error);
      close (fd);
      return FALSE;
    }
  write_holder (fd);
  self->lock = fd;
  return TRUE;
}

/**
 * ent_working_copy_new:
 * @error: return location of an error
 *
 * Returns: (transfer full) (nullable): a new folder, locked, which nobody finds before its state
 *   is saved
 */
EntWorkingCopy *
ent_working_copy_new (GError **error)
{
  g_autofree char *root = dup_root ();
  g_autofree char *template = g_build_filename (root, "XXXXXX", NULL);
  g_autoptr (EntWorkingCopy) self = NULL;

  if (g_mkdir_with_parents (root, FOLDER_MODE) != 0
      || g_mkdtemp_full (template, FOLDER_MODE) == NULL)
    {
      fail_folder (root, error);
      return NULL;
    }
  self = working_copy_new_for (template);
  self->state = ent_working_state_new ();
  return ent_working_copy_lock (self, template, error) ? g_steal_pointer (&self) : NULL;
}

static int
compare_opened (gconstpointer a, gconstpointer b)
{
  const EntWorkingCopy *const *one = a, *const *other = b;

  return g_strcmp0 ((*other)->state->opened, (*one)->state->opened);
}

/**
 * ent_working_copy_list:
 *
 * Returns: (transfer container) (element-type EntWorkingCopy): the working copies there are,
 *   not locked, the one opened last first
 */
GPtrArray *
ent_working_copy_list (void)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_working_copy_free);
  g_autofree char *root = dup_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *leaf;

  while (dir != NULL && (leaf = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *directory = g_build_filename (root, leaf, NULL);
      g_autofree char *state_path = g_build_filename (directory, ENT_WORKING_STATE, NULL);
      g_autoptr (EntWorkingState) state = ent_working_state_load (state_path, NULL);

      if (state != NULL)
        {
          EntWorkingCopy *copy = working_copy_new_for (directory);

          copy->state = g_steal_pointer (&state);
          g_ptr_array_add (copies, copy);
        }
    }
  g_ptr_array_sort (copies, compare_opened);
  return copies;
}

void
ent_working_copy_free (EntWorkingCopy *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_clear_pointer (&self->state, ent_working_state_free);
  g_free (self->directory);
  g_free (self);
}

/**
 * ent_working_copy_remove:
 * @self: (transfer full): a working copy that is locked
 *
 * Removes the folder and all that is in it.
 */
void
ent_working_copy_remove (EntWorkingCopy *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->directory, 0, NULL);
  const char *leaf;

  while (dir != NULL && (leaf = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = ent_working_copy_dup_path (self, leaf);

      g_unlink (path);
    }
  g_rmdir (self->directory);
  ent_working_copy_free (self);
}

/**
 * ent_working_copy_tidy:
 * @self: a working copy that is locked and not open as a store
 *
 * Removes what a program that was cut off left half-made.
 */
void
ent_working_copy_tidy (EntWorkingCopy *self)
{
  static const char *const half_made[] = { ENT_WORKING_SNAPSHOT, ENT_WORKING_COPY,
                                           ENT_WORKING_INCOMING, ENT_WORKING_READING,
                                           ENT_WORKING_STATE "." };
  g_autoptr (GDir) dir = g_dir_open (self->directory, 0, NULL);
  const char *leaf;

  while (dir != NULL && (leaf = g_dir_read_name (dir)) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (half_made); i++)
      if (g_str_has_prefix (leaf, half_made[i]))
        {
          g_autofree char *path = ent_working_copy_dup_path (self, leaf);

          g_unlink (path);
        }
}

/**
 * ent_working_copy_remove_debris:
 *
 * Removes folders that were begun when an opening was cut off and that never held an edit. The
 * roster must be held.
 */
void
ent_working_copy_remove_debris (void)
{
  g_autofree char *root = dup_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *leaf;

  while (dir != NULL && (leaf = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *directory = g_build_filename (root, leaf, NULL);
      g_autofree char *state = g_build_filename (directory, ENT_WORKING_STATE, NULL);
      g_autoptr (EntWorkingCopy) copy = NULL;
      GStatBuf status;

      if (g_stat (directory, &status) != 0 || !S_ISDIR (status.st_mode)
          || g_file_test (state, G_FILE_TEST_EXISTS)
          || status.st_mtime > g_get_real_time () / G_USEC_PER_SEC - DEBRIS_SECONDS)
        continue;
      copy = working_copy_new_for (directory);
      if (ent_working_copy_lock (copy, leaf, NULL))
        ent_working_copy_remove (g_steal_pointer (&copy));
    }
}

gboolean
ent_working_copy_save_state (EntWorkingCopy *self, GError **error)
{
  g_autofree char *path = ent_working_copy_dup_path (self, ENT_WORKING_STATE);
  g_autoptr (GError) cause = NULL;

  if (ent_working_state_save (self->state, path, &cause))
    return TRUE;
  g_set_error (error, ENT_ERROR,
               g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? ENT_ERROR_NO_SPACE
                                                                         : ENT_ERROR_FAILED,
               _("Entente cannot write in its own folder (%s). Make room there, or check the "
                 "disk."),
                 cause->message);
  return FALSE;
}

/**
 * ent_working_copy_is_unsaved:
 * @self: a working copy that is not open as a store
 *
 * Returns: whether it holds edits that its file lacks
 */
gboolean
ent_working_copy_is_unsaved (EntWorkingCopy *self)
{
  g_autofree char *path = ent_working_copy_dup_path (self, ENT_WORKING_DATABASE);
  g_auto (EntWorkingFacts) facts = { 0 };

  return ent_working_facts_read (&facts, path, NULL) && facts.entry != self->state->entry;
}

/**
 * ent_working_copy_sync:
 * @self: a working copy
 *
 * Sees to it that files made or renamed in the folder are found there after a power cut.
 */
void
ent_working_copy_sync (EntWorkingCopy *self)
{
  int fd = open (self->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static char *
read_setting (EntDatabase *database, const char *key)
{
  g_autoptr (EntStatement)
      statement = ent_database_prepare (database, "SELECT value FROM setting WHERE key = ?", NULL);
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return NULL;
  ent_statement_bind_text (statement, key);
  if (!ent_statement_next (statement, &problem))
    return NULL;
  return g_strdup (ent_statement_read_text (statement));
}

/**
 * ent_working_facts_read:
 * @facts: (out caller-allocates): what the database says of itself
 * @path: a project's database of our own
 * @error: return location of an error
 *
 * Returns: whether it could be read
 */
gboolean
ent_working_facts_read (EntWorkingFacts *facts, const char *path, GError **error)
{
  g_autoptr (EntDatabase) database = ent_database_open (path, ENT_DATABASE_NONE, error);
  g_autoptr (EntStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;

  *facts = (EntWorkingFacts) { 0 };
  if (database == NULL)
    return FALSE;
  statement = ent_database_prepare (database,
                                    "SELECT seq, at FROM journal ORDER BY seq DESC LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  if (ent_statement_next (statement, &problem))
    {
      facts->entry = ent_statement_read_integer (statement);
      facts->changed = g_strdup (ent_statement_read_text (statement));
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  facts->project = read_setting (database, ENT_SETTING_ID);
  facts->title = read_setting (database, ENT_SETTING_TITLE);
  return TRUE;
}

void
ent_working_facts_clear (EntWorkingFacts *facts)
{
  g_clear_pointer (&facts->project, g_free);
  g_clear_pointer (&facts->title, g_free);
  g_clear_pointer (&facts->changed, g_free);
}
