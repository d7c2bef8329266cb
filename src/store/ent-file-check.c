/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-file-check.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "model/ent-types.h"
#include "store/ent-database.h"
#include "store/ent-schema.h"
#include "store/ent-store-private.h"

#define HEADER_SIZE 100
#define MAGIC "SQLite format 3"

/* Above this, holes tell a made-up file: papers and pictures do not shrink sixteen times. */
#define SPARSE_SIZE (G_GUINT64_CONSTANT (256) << 20)
#define SPARSE_RATIO 16

/* Above this, only the tables of records are checked when a project is opened. */
#define FULL_CHECK_SIZE (G_GUINT64_CONSTANT (64) << 20)

/* A check that takes longer than this is not one of a project. */
#define CHECK_SECONDS 30
#define CHECK_STEPS 20000

/* What can run by itself; no schema of ours has any. */
#define SQL_COUNT_FOREIGN                                                                         \
  "SELECT count (*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"

#define CHUNK (64 * 1024)

#define INFO_ATTRIBUTES                                                                           \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE                              \
  "," G_FILE_ATTRIBUTE_STANDARD_ALLOCATED_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE

void
ent_file_facts_clear (EntFileFacts *facts)
{
  g_clear_pointer (&facts->etag, g_free);
}

/**
 * ent_file_dup_name:
 * @file: a file
 *
 * Returns: (transfer full): the name of @file without its folder, as people read it
 */
char *
ent_file_dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (name == NULL)
    return g_file_get_parse_name (file);
  return g_filename_display_name (name);
}

static gboolean
refuse_damaged (const char *name, GError **error)
{
  g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
               _("“%s” is damaged and was left as it is. Copy it again from where it came, or "
                 "take it from a backup."),
               name);
  return FALSE;
}

static gboolean
refuse_foreign (const char *name, GError **error)
{
  g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
               _("“%s” holds something that Entente never writes into a project, so it was not "
                 "opened. Take it from a backup, or ask who gave it to you."),
               name);
  return FALSE;
}

/* The sentence for a file that cannot be read, from what the system says. */
static gboolean
refuse_unreadable (const char *name, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED))
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("There is no file “%s” in that place. It may have been moved, renamed or "
                   "deleted: open it from where it is now."),
                 name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_A_PROJECT,
                 _("“%s” is a folder. Choose a project file, whose name ends in .entente."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("You have no right to read “%s”. Ask its owner for the right, or open a copy "
                   "of your own."),
                 name);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("“%s” cannot be read (%s). Check the disk or the connection, then try again."),
                 name, cause->message);
  return FALSE;
}

/* Whether the first bytes are those of a text, in whatever encoding. */
static gboolean
looks_like_text (const guint8 *bytes, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      if (bytes[i] == 0x7f || (bytes[i] < 0x20 && strchr ("\t\n\v\f\r\033", bytes[i]) == NULL)
          || bytes[i] == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_other_kind (const char *name, const guint8 *bytes, gsize n_bytes, GError **error)
{
  if (looks_like_text (bytes, n_bytes))
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_A_PROJECT,
                 _("“%s” is a text file, not an Entente project. Choose a project file, whose "
                   "name ends in .entente."),
                 name);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_A_PROJECT,
                 _("“%s” is not an Entente project. Choose a project file, whose name ends in "
                   ".entente."),
                 name);
  return FALSE;
}

static gboolean
check_kind (GFileInfo *info, const char *name, GError **error)
{
  GFileType type = g_file_info_get_file_type (info);
  guint64 size = (guint64) g_file_info_get_size (info);

  /* A link that was followed to its end shows as what it leads to. */
  if (type == G_FILE_TYPE_DIRECTORY || type == G_FILE_TYPE_SYMBOLIC_LINK)
    {
      g_autoptr (GError) cause
          = g_error_new_literal (G_IO_ERROR,
                                 type == G_FILE_TYPE_DIRECTORY ? G_IO_ERROR_IS_DIRECTORY
                                                               : G_IO_ERROR_NOT_FOUND,
                                 "");

      return refuse_unreadable (name, cause, error);
    }
  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    return refuse_other_kind (name, (const guint8 *) "\0", 1, error);
  if (size == 0)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_A_PROJECT,
                   _("“%s” is empty. Copy it again from where it came, or take it from a "
                     "backup."),
                   name);
      return FALSE;
    }
  return TRUE;
}

static guint32
read_big_endian (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

static guint64
read_page_size (const guint8 *header)
{
  guint64 page_size = ((guint64) header[16] << 8) | header[17];

  return page_size == 1 ? 65536 : page_size;
}

static gboolean
check_identity (const guint8 *header, gsize n_bytes, const char *name, GError **error)
{
  guint32 schema;
  int newest;

  if (n_bytes < sizeof MAGIC || memcmp (header, MAGIC, sizeof MAGIC) != 0)
    return refuse_other_kind (name, header, n_bytes, error);
  if (n_bytes < HEADER_SIZE)
    return refuse_damaged (name, error);
  if (read_big_endian (header + 68) != ENT_SCHEMA_APPLICATION_ID)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_A_PROJECT,
                   _("“%s” is a database of another program, not an Entente project. Open it "
                     "with the program that made it."),
                   name);
      return FALSE;
    }

  ent_schema_get_steps (&newest);
  schema = read_big_endian (header + 60);
  if (schema > (guint32) newest && schema <= G_MAXINT32)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_TOO_NEW,
                   _("“%s” was made by a newer Entente (its form is %d, this one reads up to %d). "
                     "Update Entente to open it."),
                   name, (int) schema, newest);
      return FALSE;
    }
  if (schema == 0 || schema > G_MAXINT32)
    return refuse_damaged (name, error);
  return TRUE;
}

/* The size of a database is told in its header: what differs is cut short or grown. */
static gboolean
check_size (const guint8 *header, guint64 size, guint64 allocated, const char *name, GError **error)
{
  guint64 page_size = read_page_size (header);
  guint64 expected = page_size * read_big_endian (header + 28);
  g_autofree char *is = g_format_size (size);
  g_autofree char *should_be = NULL;

  if (page_size < 512 || (page_size & (page_size - 1)) != 0
      || read_big_endian (header + 24) != read_big_endian (header + 92) || expected == 0)
    return refuse_damaged (name, error);

  should_be = g_format_size (expected);
  if (size < expected)
    g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                 _("“%s” is cut short: only %s of its %s are there. Copy it again from where it "
                   "came, or take it from a backup."),
                 name, is, should_be);
  else if (size > expected)
    g_set_error (error, ENT_ERROR, ENT_ERROR_DAMAGED,
                 _("“%s” is damaged: it is %s long instead of %s. Copy it again from where it "
                   "came, or take it from a backup."),
                 name, is, should_be);
  else if (size > ENT_FILE_MAX_SIZE)
    {
      g_autofree char *most = g_format_size (ENT_FILE_MAX_SIZE);

      g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_A_PROJECT,
                   _("“%s” is too large (%s): Entente opens projects of up to %s. Choose another "
                     "file."),
                   name, is, most);
    }
  else if (allocated > 0 && size > SPARSE_SIZE && allocated < size / SPARSE_RATIO)
    return refuse_damaged (name, error);
  else
    return TRUE;

  return FALSE;
}

/**
 * ent_file_check_header:
 * @file: a file from anywhere
 * @facts: (out caller-allocates): what is known of it; clear it afterwards
 * @error: return location of an error
 *
 * Checks by its kind, its size and its first 100 bytes that @file can be a project of this
 * program. The file is neither copied nor read further, so that a file of any size is
 * answered at once.
 *
 * Returns: whether it may be copied and opened; else %ENT_ERROR_NOT_FOUND,
 *   %ENT_ERROR_NOT_A_PROJECT, %ENT_ERROR_TOO_NEW, %ENT_ERROR_DAMAGED, or %ENT_ERROR_FAILED
 *   when it cannot be read
 */
gboolean
ent_file_check_header (GFile *file, EntFileFacts *facts, GError **error)
{
  g_autofree char *name = ent_file_dup_name (file);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  guint8 header[HEADER_SIZE] = { 0 };
  gsize n_read = 0;
  guint64 allocated;

  *facts = (EntFileFacts) { 0 };
  info = g_file_query_info (file, INFO_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, &cause);
  if (info == NULL)
    return refuse_unreadable (name, cause, error);
  if (!check_kind (info, name, error))
    return FALSE;

  stream = g_file_read (file, NULL, &cause);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header, &n_read, NULL,
                                   &cause))
    return refuse_unreadable (name, cause, error);

  allocated = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_ALLOCATED_SIZE);
  if (!check_identity (header, n_read, name, error)
      || !check_size (header, (guint64) g_file_info_get_size (info), allocated, name, error))
    return FALSE;

  facts->size = (guint64) g_file_info_get_size (info);
  facts->etag = g_strdup (g_file_info_get_etag (info));
  facts->schema = (int) read_big_endian (header + 60);
  return TRUE;
}

static char *
copy_and_hash (GInputStream *in, GOutputStream *out, guint64 *n_bytes, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  *n_bytes = 0;
  while (TRUE)
    {
      gssize n = g_input_stream_read (in, chunk, CHUNK, NULL, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_strdup (g_checksum_get_string (checksum));
      g_checksum_update (checksum, chunk, n);
      *n_bytes += (guint64) n;
      if (out != NULL && !g_output_stream_write_all (out, chunk, (gsize) n, NULL, NULL, error))
        return NULL;
    }
}

/**
 * ent_file_hash:
 * @file: a file
 * @error: return location of an error
 *
 * Returns: (transfer full) (nullable): its SHA-256 in lower-case hex
 */
char *
ent_file_hash (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) in = g_file_read (file, NULL, error);
  guint64 n_bytes;

  return in == NULL ? NULL : copy_and_hash (G_INPUT_STREAM (in), NULL, &n_bytes, error);
}

/**
 * ent_file_take_copy:
 * @file: a file that passed ent_file_check_header ()
 * @path: where its private copy goes; replaced when there is one
 * @facts: what is known of @file; size and etag become those of what was copied
 * @error: return location of an error
 *
 * Copies @file, and makes sure that nobody wrote to it meanwhile.
 *
 * Returns: (transfer full) (nullable): the SHA-256 of the copy, in lower-case hex
 */
char *
ent_file_take_copy (GFile *file, const char *path, EntFileFacts *facts, GError **error)
{
  g_autofree char *name = ent_file_dup_name (file);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) in = NULL;
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GFileInfo) after = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *hash = NULL;
  guint64 n_bytes = 0;

  in = g_file_read (file, NULL, &cause);
  if (in == NULL)
    {
      refuse_unreadable (name, cause, error);
      return NULL;
    }

  g_unlink (path);
  out = g_file_create (copy, G_FILE_CREATE_PRIVATE, NULL, &cause);
  if (out != NULL)
    hash = copy_and_hash (G_INPUT_STREAM (in), G_OUTPUT_STREAM (out), &n_bytes, &cause);
  if (out == NULL || hash == NULL
      || !g_output_stream_close (G_OUTPUT_STREAM (out), NULL, &cause))
    {
      g_set_error (error, ENT_ERROR,
                   g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? ENT_ERROR_NO_SPACE
                                                                            : ENT_ERROR_FAILED,
                   _("“%s” cannot be copied into Entente’s own folder (%s). Make room there, or "
                     "check the disk, then open it again."),
                   name, cause->message);
      g_unlink (path);
      return NULL;
    }

  after = g_file_query_info (file, INFO_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (n_bytes != facts->size || after == NULL
      || g_strcmp0 (g_file_info_get_etag (after), facts->etag) != 0)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("Another program is writing to “%s”. Open it again when that has ended."),
                   name);
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&hash);
}

static int
on_progress (void *data)
{
  const gint64 *deadline = data;

  return g_get_monotonic_time () > *deadline;
}

/* quick_check answers one row, "ok"; foreign_key_check answers a row for each that fails. */
static gboolean
run_check (EntDatabase *database, const char *sql, const char *expected)
{
  g_autoptr (EntStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;
  const char *answer = NULL;
  gboolean sound = FALSE;

  statement = ent_database_prepare (database, sql, &problem);
  if (statement != NULL)
    {
      if (ent_statement_next (statement, &problem))
        answer = ent_statement_read_text (statement);
      sound = problem == NULL && g_strcmp0 (answer, expected) == 0;
    }
  if (!sound)
    g_debug ("%s: %s", sql, problem != NULL ? problem->message : answer);
  return sound;
}

/* The pages of documents and of the history are most of a large file, and the least urgent. */
static gboolean
check_core_tables (EntDatabase *database)
{
  static const char *const registry[] = { "record", "translation", "tag", "setting" };
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);
  gboolean sound = TRUE;

  for (guint i = 0; sound && i < G_N_ELEMENTS (registry) + n_tables; i++)
    {
      const char *table = i < G_N_ELEMENTS (registry)
                              ? registry[i]
                              : tables[i - G_N_ELEMENTS (registry)]->name;
      g_autofree char *sql = g_strdup_printf ("PRAGMA quick_check(%s)", table);

      sound = run_check (database, sql, "ok");
    }
  return sound;
}

static gboolean
check_pages (const char *path, const char *name, GError **error)
{
  g_autoptr (EntDatabase) database = NULL;
  g_autoptr (GError) cause = NULL;
  gint64 deadline = g_get_monotonic_time () + CHECK_SECONDS * G_USEC_PER_SEC;
  gint64 n_foreign = 0;
  GStatBuf status;
  gboolean sound;

  database = ent_database_open (path, ENT_DATABASE_NONE, &cause);
  if (database == NULL || g_stat (path, &status) != 0)
    {
      g_debug ("%s: %s", path, cause != NULL ? cause->message : "gone");
      return refuse_damaged (name, error);
    }

  sqlite3_progress_handler (ent_database_get_handle (database), CHECK_STEPS, on_progress,
                            &deadline);
  if (!ent_schema_compare (database, &cause))
    {
      g_debug ("%s: %s", path, cause->message);
      if (ent_database_get_integer (database, SQL_COUNT_FOREIGN, &n_foreign, NULL) && n_foreign > 0)
        return refuse_foreign (name, error);
      return refuse_damaged (name, error);
    }
  if ((guint64) status.st_size <= FULL_CHECK_SIZE)
    sound = run_check (database, "PRAGMA quick_check(1)", "ok");
  else
    sound = check_core_tables (database);
  sound = sound && run_check (database, "PRAGMA foreign_key_check", NULL);

  return sound || refuse_damaged (name, error);
}

static gboolean
check_values (const char *path, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (EntStore) store = ent_store_open (path, &cause);

  if (store != NULL && ent_store_check_values (store, &cause))
    return TRUE;
  g_debug ("%s: %s", path, cause->message);
  return refuse_damaged (name, error);
}

/**
 * ent_file_check_copy:
 * @path: the private copy of a file from anywhere
 * @name: the name of that file, for the sentence
 * @error: return location of an error
 *
 * Checks that the copy holds the tables of a project and nothing that runs by itself, that its
 * pages are sound, that each reference leads somewhere and each value is one its field
 * takes. Of a large file only the pages of the tables of records are read. The copy is brought
 * to the newest schema.
 *
 * Returns: whether it may be worked in; else %ENT_ERROR_DAMAGED
 */
gboolean
ent_file_check_copy (const char *path, const char *name, GError **error)
{
  return check_pages (path, name, error) && check_values (path, name, error);
}
