/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-intake.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/ent-error.h"

#define CHUNK_BYTES (256 * 1024)

/* What GIO looks at to tell the type. */
#define HEAD_BYTES 4096

struct _EntIntake
{
  char *name; /* valid UTF-8, without folders */
  char *sha256;
  char *media_type;
  GBytes *bytes; /* mapped, not in memory */
};

/* A reading that goes on. */
typedef struct
{
  GInputStream *stream;
  const char *name;
  goffset expected; /* -1: not known */
  int *permille;
  GCancellable *cancellable;
  int fd;
  GChecksum *checksum;
  goffset done;
} Reading;

void
ent_intake_free (EntIntake *self)
{
  g_free (self->name);
  g_free (self->sha256);
  g_free (self->media_type);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static char *
dup_limit (void)
{
  return g_format_size (ENT_INTAKE_MOST_BYTES);
}

static gboolean
refuse_large (const char *name, GError **error)
{
  g_autofree char *limit = dup_limit ();

  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
               _("“%1$s” is larger than %2$s, the most that a project keeps: put it where all can "
                 "read it, and attach its web address."),
                 name, limit);
  return FALSE;
}

static gboolean
refuse_empty (const char *name, GError **error)
{
  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
               _("“%s” is empty: there is nothing to attach."), name);
  return FALSE;
}

static gboolean
refuse_changed (const char *name, GError **error)
{
  g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
               _("“%s” changed while it was being read, so it was not attached: try again once "
                 "it is complete."),
                 name);
  return FALSE;
}

/* The sentence for a file that cannot be read, from what the system says. */
static gboolean
refuse (const char *name, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
           || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("“%s” is not there any more: choose the file again."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("“%s” cannot be read: you have no right to. Ask its owner for a copy."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS))
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("“%s” is a link that leads back to itself: choose the file itself."), name);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("“%s” cannot be read (%s): nothing was attached."), name, cause->message);

  return FALSE;
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base ? base : "");
}

static gboolean
check_kind (const char *name, GFileInfo *info, GError **error)
{
  GFileType type = g_file_info_get_file_type (info);

  if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("“%s” is a folder: attach the files in it."), name);
  else if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("“%s” is a link to a file that is not there: choose the file itself."), name);
  else if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("“%s” is no file with a content of its own: it cannot be attached."), name);
  else
    return TRUE;

  return FALSE;
}

/* Size and version of a file that can be attached. */
static GFileInfo *
query (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                  "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                  "," G_FILE_ATTRIBUTE_TIME_MODIFIED
                                                  "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &cause);

  if (!info)
    {
      refuse (name, cause, error);
      return NULL;
    }
  if (!check_kind (name, info, error))
    return NULL;
  if (g_file_info_get_size (info) == 0)
    {
      refuse_empty (name, error);
      return NULL;
    }
  if (g_file_info_get_size (info) > ENT_INTAKE_MOST_BYTES)
    {
      refuse_large (name, error);
      return NULL;
    }

  return g_steal_pointer (&info);
}

/**
 * ent_intake_query:
 * @file: what is to be attached
 * @size: (out): its size in bytes
 * @cancellable: (nullable): gives up
 * @error: return location: as ent_intake_read ()
 *
 * Returns: whether it can be attached, as far as can be told without reading it
 */
gboolean
ent_intake_query (GFile *file, goffset *size, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = dup_name (file);
  g_autoptr (GFileInfo) info = query (file, name, cancellable, error);

  *size = info ? g_file_info_get_size (info) : 0;
  return info != NULL;
}

/* A file of our own that has no name: it goes with the program, whatever becomes of that. */
static int
open_private (const char *directory, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (directory, "intake-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  int number = errno;

  if (fd >= 0)
    g_unlink (path);
  else
    g_set_error (error, ENT_ERROR, number == ENOSPC ? ENT_ERROR_NO_SPACE : ENT_ERROR_FAILED,
                 _("“%s” could not be copied into the project (%s): nothing was attached."), name,
                   g_strerror (number));

  return fd;
}

static gboolean
write_chunk (Reading *self, const char *data, gsize size, GError **error)
{
  while (size > 0)
    {
      gssize written = write (self->fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_NO_SPACE,
                       _("The disk is full, so “%s” was not attached. Free some space, then try "
                         "again."),
                         self->name);
          return FALSE;
        }
      if (written < 0)
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                       _("“%s” could not be copied into the project (%s): nothing was attached."),
                         self->name, g_strerror (errno));
          return FALSE;
        }
      data += written;
      size -= (gsize) written;
    }

  return TRUE;
}

static gboolean
copy_all (Reading *self, GError **error)
{
  g_autofree char *buffer = g_malloc (CHUNK_BYTES);
  g_autoptr (GError) cause = NULL;
  gssize size;

  while ((size = g_input_stream_read (self->stream, buffer, CHUNK_BYTES, self->cancellable, &cause))
         > 0)
    {
      self->done += size;
      if (self->done > ENT_INTAKE_MOST_BYTES)
        return refuse_large (self->name, error);
      g_checksum_update (self->checksum, (const guchar *) buffer, size);
      if (!write_chunk (self, buffer, (gsize) size, error))
        return FALSE;
      if (self->permille && self->expected > 0)
        g_atomic_int_set (self->permille, (int) MIN (self->done * 1000 / self->expected, 1000));
    }
  if (size < 0)
    return refuse (self->name, cause, error);
  if (self->done == 0)
    return refuse_empty (self->name, error);

  return self->expected < 0 || self->done == self->expected || refuse_changed (self->name, error);
}

/* The type that the content shows; where it is but text or an archive, the name says more. */
static char *
guess_media_type (const char *name, GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  gboolean uncertain = TRUE;
  g_autofree char *content = g_content_type_guess (NULL, data, MIN (size, HEAD_BYTES), &uncertain);

  if (uncertain || g_content_type_is_a (content, "text/plain")
      || g_content_type_is_a (content, "application/zip"))
    {
      g_free (content);
      content = g_content_type_guess (name, data, MIN (size, HEAD_BYTES), NULL);
    }

  return g_content_type_get_mime_type (content);
}

static EntIntake *
take (Reading *self, GError **error)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GError) cause = NULL;
  EntIntake *intake;

  if (!copy_all (self, error))
    return NULL;
  mapped = g_mapped_file_new_from_fd (self->fd, FALSE, &cause);
  if (!mapped)
    {
      refuse (self->name, cause, error);
      return NULL;
    }

  intake = g_new0 (EntIntake, 1);
  intake->name = g_strdup (self->name);
  intake->sha256 = g_strdup (g_checksum_get_string (self->checksum));
  intake->bytes = g_mapped_file_get_bytes (mapped);
  intake->media_type = guess_media_type (self->name, intake->bytes);

  return intake;
}

static EntIntake *
read_reading (Reading *self, const char *directory, GError **error)
{
  EntIntake *intake;

  self->fd = open_private (directory, self->name, error);
  if (self->fd < 0)
    return NULL;

  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  intake = take (self, error);
  g_checksum_free (self->checksum);
  close (self->fd);

  return intake;
}

static gboolean
is_same_version (GFileInfo *a, GFileInfo *b)
{
  g_autoptr (GDateTime) first = g_file_info_get_modification_date_time (a);
  g_autoptr (GDateTime) second = g_file_info_get_modification_date_time (b);

  if (g_file_info_get_size (a) != g_file_info_get_size (b))
    return FALSE;

  return !first || !second || g_date_time_equal (first, second);
}

/**
 * ent_intake_read:
 * @file: what is to be attached; links are followed
 * @directory: where the private copy is made: the folder of the working database
 * @permille: (nullable): from 0 to 1000, how far it is; written atomically
 * @cancellable: (nullable): looked at before each chunk
 * @error: return location: %ENT_ERROR_NOT_FOUND, %ENT_ERROR_INVALID_VALUE for what cannot be
 *   attached (a folder, nothing, too much), %ENT_ERROR_NO_SPACE, %ENT_ERROR_FAILED when it
 *   cannot be read or changed meanwhile
 *
 * Copies and hashes a file, chunk by chunk; may be called in any thread.
 *
 * Returns: (transfer full): the file as it goes into a project
 */
EntIntake *
ent_intake_read (
    GFile *file, const char *directory, int *permille, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = dup_name (file);
  g_autoptr (GFileInfo) info = query (file, name, cancellable, error);
  g_autoptr (GFileInfo) after = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (EntIntake) intake = NULL;
  g_autoptr (GError) cause = NULL;
  Reading reading = { .name = name, .permille = permille, .cancellable = cancellable };

  if (!info)
    return NULL;
  stream = g_file_read (file, cancellable, &cause);
  if (!stream)
    {
      refuse (name, cause, error);
      return NULL;
    }

  reading.stream = G_INPUT_STREAM (stream);
  reading.expected = g_file_info_get_size (info);
  intake = read_reading (&reading, directory, error);
  if (!intake)
    return NULL;
  after = query (file, name, cancellable, error);
  if (!after)
    return NULL;
  if (!is_same_version (info, after))
    {
      refuse_changed (name, error);
      return NULL;
    }

  return g_steal_pointer (&intake);
}

/**
 * ent_intake_read_stream:
 * @stream: where the bytes come from
 * @name: what the file is called, in UTF-8
 * @directory: where the private copy is made: the folder of the working database
 * @permille: (nullable): as for ent_intake_read (); the size is not known, so it stays
 * @cancellable: (nullable): looked at before each chunk
 * @error: return location: as ent_intake_read ()
 *
 * Returns: (transfer full): what came, as it goes into a project
 */
EntIntake *
ent_intake_read_stream (GInputStream *stream,
                        const char *name,
                        const char *directory,
                        int *permille,
                        GCancellable *cancellable,
                        GError **error)
{
  Reading reading = {
    .stream = stream, .name = name, .expected = -1, .permille = permille, .cancellable = cancellable
  };

  return read_reading (&reading, directory, error);
}

/**
 * ent_intake_get_name:
 * @self: a file
 *
 * Returns: what it is called, in UTF-8, as shown to people
 */
const char *
ent_intake_get_name (EntIntake *self)
{
  return self->name;
}

/**
 * ent_intake_get_sha256:
 * @self: a file
 *
 * Returns: SHA-256 of its bytes in lower-case hex
 */
const char *
ent_intake_get_sha256 (EntIntake *self)
{
  return self->sha256;
}

/**
 * ent_intake_get_media_type:
 * @self: a file
 *
 * Returns: what its content is, as "application/pdf"; the name counts only where the content
 *   does not tell
 */
const char *
ent_intake_get_media_type (EntIntake *self)
{
  return self->media_type;
}

GBytes *
ent_intake_get_bytes (EntIntake *self)
{
  return self->bytes;
}

/**
 * ent_intake_dup_title:
 * @self: a file
 *
 * Returns: (transfer full): a title made of its name: without the ending, words apart
 */
char *
ent_intake_dup_title (EntIntake *self)
{
  g_autofree char *title = g_strdup (self->name);
  char *dot = strrchr (title, '.');

  /* An ending is short and has no space: "Annexe n. 3" is a title. */
  if (dot && dot != title && strlen (dot) <= 6 && !strchr (dot, ' '))
    *dot = '\0';
  for (char *p = title; *p; p++)
    if (*p == '_' || g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (title);

  return *title ? g_steal_pointer (&title) : g_strdup (self->name);
}
