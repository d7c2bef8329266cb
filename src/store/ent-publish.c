/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-publish.h"

#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "store/ent-file-check.h"

#define ATTRIBUTES                                                                                \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE \
  "," G_FILE_ATTRIBUTE_UNIX_NLINK "," G_FILE_ATTRIBUTE_UNIX_UID "," G_FILE_ATTRIBUTE_UNIX_MODE    \
  "," G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE

struct _EntPublish
{
  char *snapshot;
  GFile *target;
  EntPublishMode mode;
  EntWorkingState *state;
  char *state_path;
  gint64 entry;

  GError *error;
  gint64 duration;
  gboolean done;
  GMutex mutex;
  GCond cond;
};

/**
 * ent_publish_new:
 * @snapshot: a copy of the project that nobody writes to any more
 * @target: the file, links followed
 * @mode: what may be written over
 * @state: what the working copy knows of @target; copied
 * @state_path: where the state is kept
 * @entry: the last entry of the journal in @snapshot
 *
 * Returns: (transfer full): a publish that was not begun
 */
EntPublish *
ent_publish_new (const char *snapshot,
                 GFile *target,
                 EntPublishMode mode,
                 const EntWorkingState *state,
                 const char *state_path,
                 gint64 entry)
{
  EntPublish *self = g_atomic_rc_box_new0 (EntPublish);

  self->snapshot = g_strdup (snapshot);
  self->target = g_object_ref (target);
  self->mode = mode;
  self->state = ent_working_state_copy (state);
  self->state_path = g_strdup (state_path);
  self->entry = entry;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

EntPublish *
ent_publish_ref (EntPublish *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
publish_clear (gpointer data)
{
  EntPublish *self = data;

  g_free (self->snapshot);
  g_object_unref (self->target);
  ent_working_state_free (self->state);
  g_free (self->state_path);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
}

void
ent_publish_unref (EntPublish *self)
{
  g_atomic_rc_box_release_full (self, publish_clear);
}

static gboolean
is_any_of (const GError *error, const int *codes, gsize n_codes)
{
  for (gsize i = 0; i < n_codes; i++)
    {
      if (g_error_matches (error, G_IO_ERROR, codes[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
says_no_right (const GError *error)
{
  static const int codes[] = { G_IO_ERROR_PERMISSION_DENIED, G_IO_ERROR_READ_ONLY,
                               G_IO_ERROR_CANT_CREATE_BACKUP };

  return is_any_of (error, codes, G_N_ELEMENTS (codes));
}

static gboolean
says_gone (const GError *error)
{
  static const int codes[] = { G_IO_ERROR_NOT_FOUND, G_IO_ERROR_NOT_DIRECTORY,
                               G_IO_ERROR_NOT_MOUNTED, G_IO_ERROR_HOST_NOT_FOUND,
                               G_IO_ERROR_HOST_UNREACHABLE, G_IO_ERROR_NETWORK_UNREACHABLE };

  return is_any_of (error, codes, G_N_ELEMENTS (codes));
}

/* The sentence for a place that was just chosen: another one can be. */
static gboolean
explain_place (const char *name, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, ENT_ERROR, ENT_ERROR_NO_SPACE,
                 _("“%s” cannot be written: the disk is full. Make room, or choose another "
                   "place."),
                 name);
  else if (says_no_right (cause))
    g_set_error (error, ENT_ERROR, ENT_ERROR_READ_ONLY,
                 _("“%s” cannot be written: you have no right to write in that folder. Choose "
                   "another place."),
                 name);
  else if (says_gone (cause))
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("“%s” cannot be written: there is no such folder. Choose another place."),
                 name);
  else
    return FALSE;
  return TRUE;
}

/* The sentence for a file that cannot be written, from what the system says. */
static void
explain (GFile *target, EntPublishMode mode, const GError *cause, GError **error)
{
  g_autofree char *name = ent_file_dup_name (target);

  if (cause->domain == ENT_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (mode != ENT_PUBLISH_OVER && explain_place (name, cause, error))
    return;
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    g_set_error (error, ENT_ERROR, ENT_ERROR_CHANGED_OUTSIDE,
                 _("“%s” was changed outside this Entente, so it was not written over. Choose "
                   "which version to keep, or save a copy."),
                 name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, ENT_ERROR, ENT_ERROR_NO_SPACE,
                 _("“%s” could not be saved: its disk is full. Make room, or save a copy "
                   "elsewhere; your edits are safe in Entente."),
                 name);
  else if (says_no_right (cause))
    g_set_error (error, ENT_ERROR, ENT_ERROR_READ_ONLY,
                 _("“%s” could not be saved: you have no right to write there. Save a copy "
                   "elsewhere; your edits are safe in Entente."),
                 name);
  else if (says_gone (cause))
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("“%s” could not be saved: it is no longer in its folder, or the folder is gone. "
                   "Put it back, or save a copy elsewhere; your edits are safe in Entente."),
                 name);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("“%s” could not be saved (%s). Try again, or save a copy elsewhere; your edits "
                   "are safe in Entente."),
                 name, cause->message);
}

/* The folders that the document portal makes up say little of what may be written in them. */
static gboolean
is_from_portal (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *mount = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return path != NULL
         && (g_str_has_prefix (path, mount) || g_str_has_prefix (path, "/run/flatpak/doc/"));
}

/* GIO writes in place, and so not in one go, where the folder cannot be written to. */
static gboolean
check_folder (GFile *target, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autoptr (GFileInfo) info = NULL;

  if (folder == NULL || is_from_portal (target))
    return TRUE;
  info = g_file_query_info (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return FALSE;
  if (!g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE)
      || g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "");
  return FALSE;
}

/* A file with two names, or one that is another's, would be written in place as well: it is
 * replaced instead, and gets its rights back afterwards. */
static gboolean
needs_new_file (GFileInfo *info)
{
  return g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_NLINK) > 1
         || (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_UNIX_UID)
             && geteuid () != 0
             && g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_UID) != geteuid ());
}

static void
sync_to_disk (GFile *target)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  const char *paths[] = { g_file_peek_path (target),
                          folder != NULL ? g_file_peek_path (folder) : NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      int fd = paths[i] != NULL ? open (paths[i], O_RDONLY | O_CLOEXEC) : -1;

      if (fd < 0)
        continue;
      fsync (fd);
      close (fd);
    }
}

/* A file that is not there yet is made empty first and then replaced, for only what is replaced
 * is replaced in one go. */
static gboolean
make_place (GFile *target, EntPublishMode mode, GError *missing, GError **error)
{
  g_autoptr (GFileOutputStream) empty = NULL;

  if (mode == ENT_PUBLISH_OVER || !g_error_matches (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_error_copy (missing));
      return FALSE;
    }
  empty = g_file_create (target, G_FILE_CREATE_NONE, NULL, error);
  return empty != NULL && g_output_stream_close (G_OUTPUT_STREAM (empty), NULL, error);
}

static GFileOutputStream *
open_target (GFile *target,
             EntPublishMode mode,
             const char *etag,
             gboolean *made,
             guint32 *mode_bits,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GFileInfo) info = NULL;
  GFileCreateFlags flags = G_FILE_CREATE_NONE;

  if (!check_folder (target, error))
    return NULL;
  info = g_file_query_info (target, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &missing);
  if (info == NULL)
    {
      *made = make_place (target, mode, missing, error);
      if (!*made)
        return NULL;
    }
  else if (mode == ENT_PUBLISH_NEW && g_file_info_get_size (info) > 0)
    {
      /* A file chooser may leave an empty file under the name that was chosen. */
      g_autofree char *name = ent_file_dup_name (target);

      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("There is already a file “%s”. Choose another name, or open it."), name);
      return NULL;
    }
  else if (needs_new_file (info))
    {
      flags = G_FILE_CREATE_REPLACE_DESTINATION;
      *mode_bits = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) & 07777;
    }
  return g_file_replace (target, mode == ENT_PUBLISH_OVER ? etag : NULL, FALSE, flags, cancellable,
                         error);
}

/* Closed in the ordinary way, what was written so far would take the file's place. */
static void
give_up (GFileOutputStream *out)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (out), cancelled, NULL);
}

static gboolean
stream (const char *snapshot,
        GFile *target,
        EntPublishMode mode,
        const char *etag,
        char **new_etag,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (snapshot);
  g_autoptr (GFileInputStream) in = g_file_read (source, cancellable, error);
  g_autoptr (GFileOutputStream) out = NULL;
  gboolean made = FALSE, done = FALSE;
  guint32 mode_bits = 0;

  if (in != NULL)
    out = open_target (target, mode, etag, &made, &mode_bits, cancellable, error);
  if (out != NULL)
    {
      done = g_output_stream_splice (G_OUTPUT_STREAM (out), G_INPUT_STREAM (in),
                                     G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, cancellable, error)
             >= 0;
      if (done)
        done = g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, error);
      else
        give_up (out);
    }
  if (!done)
    {
      if (made)
        g_file_delete (target, NULL, NULL);
      return FALSE;
    }

  if (mode_bits != 0)
    g_file_set_attribute_uint32 (target, G_FILE_ATTRIBUTE_UNIX_MODE, mode_bits,
                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
  sync_to_disk (target);
  if (new_etag != NULL)
    *new_etag = g_file_output_stream_get_etag (out);
  return TRUE;
}

/**
 * ent_publish_stream:
 * @snapshot: a local file
 * @target: where it goes
 * @mode: what may be written over
 * @etag: (nullable): of the file as it was last published, for %ENT_PUBLISH_OVER
 * @new_etag: (out) (optional) (transfer full) (nullable): of the file as it is now
 * @cancellable: (nullable): a cancellable
 * @error: return location of an error
 *
 * Puts a copy of @snapshot in the place of @target in one go: whoever reads @target finds
 * the old content or the new one. Its rights are kept.
 *
 * Returns: whether @target is the new content; else it is as it was, and @error is
 *   %ENT_ERROR_CHANGED_OUTSIDE, %ENT_ERROR_NO_SPACE, %ENT_ERROR_READ_ONLY,
 *   %ENT_ERROR_NOT_FOUND or %ENT_ERROR_FAILED
 */
gboolean
ent_publish_stream (const char *snapshot,
                    GFile *target,
                    EntPublishMode mode,
                    const char *etag,
                    char **new_etag,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (stream (snapshot, target, mode, etag, new_etag, cancellable, &cause))
    return TRUE;
  explain (target, mode, cause, error);
  return FALSE;
}

/* Something touched the file and left its content: the etag differs, nothing else. */
static gboolean
only_touched (EntPublish *self)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (self->target, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GFileInputStream) in = NULL;
  g_autofree char *sha256 = NULL;

  if (info == NULL || g_file_info_get_size (info) != self->state->size)
    return FALSE;
  sha256 = ent_file_hash (self->target, NULL);
  return sha256 != NULL
         && ent_working_state_match (self->state, sha256, g_file_info_get_etag (info),
                                     g_file_info_get_size (info));
}

static gboolean
publish (EntPublish *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) snapshot = g_file_new_for_path (self->snapshot);
  g_autoptr (GError) cause = NULL;
  g_autofree char *sha256 = ent_file_hash (snapshot, error);
  g_autofree char *etag = NULL;
  GStatBuf status;
  gboolean done;

  if (sha256 == NULL || g_stat (self->snapshot, &status) != 0)
    return FALSE;
  g_set_str (&self->state->pending_sha256, sha256);
  self->state->pending_entry = self->entry;
  if (!ent_working_state_save (self->state, self->state_path, error))
    return FALSE;

  done = ent_publish_stream (self->snapshot, self->target, self->mode, self->state->etag, &etag,
                             cancellable, &cause);
  if (!done && g_error_matches (cause, ENT_ERROR, ENT_ERROR_CHANGED_OUTSIDE)
      && only_touched (self))
    {
      g_clear_error (&cause);
      done = ent_publish_stream (self->snapshot, self->target, self->mode, self->state->etag,
                                 &etag, cancellable, &cause);
    }
  if (!done)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  g_set_str (&self->state->pending_sha256, sha256);
  self->state->pending_entry = self->entry;
  ent_working_state_match (self->state, sha256, etag, status.st_size);
  return ent_working_state_save (self->state, self->state_path, error);
}

/**
 * ent_publish_run:
 * @self: a publish
 * @cancellable: (nullable): a cancellable
 *
 * Runs it to its end, in whatever thread, and removes the snapshot.
 */
void
ent_publish_run (EntPublish *self, GCancellable *cancellable)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) cause = NULL;

  if (!publish (self, cancellable, &cause))
    explain (self->target, self->mode, cause, &self->error);
  g_unlink (self->snapshot);

  g_mutex_lock (&self->mutex);
  self->duration = g_get_monotonic_time () - start;
  self->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/**
 * ent_publish_wait:
 * @self: a publish that runs in another thread
 *
 * Waits for its end. What the other functions answer is known from then on.
 */
void
ent_publish_wait (EntPublish *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

const GError *
ent_publish_get_error (EntPublish *self)
{
  return self->error;
}

/**
 * ent_publish_get_state:
 * @self: a publish that ended
 *
 * Returns: (transfer none): what is known of the file now
 */
const EntWorkingState *
ent_publish_get_state (EntPublish *self)
{
  return self->state;
}

/**
 * ent_publish_get_duration:
 * @self: a publish that ended
 *
 * Returns: how long it took, in microseconds
 */
gint64
ent_publish_get_duration (EntPublish *self)
{
  return self->duration;
}
