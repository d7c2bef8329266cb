/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-test.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/ent-error.h"

#define LONGEST_SECONDS 5.0

/* Above this a file is compared by its size and time alone. */
#define HASH_SIZE (64 * 1024 * 1024)

#define N_AGREEMENTS 300

/* Makes of a sound project the file that must be refused. */
typedef void (*Spoil) (FileFixture *fixture);

typedef struct
{
  const char *name;
  Spoil spoil;
  int code;
  const char *words; /* in the sentence */
} Case;

static void
make_project (FileFixture *fixture)
{
  EntProjectFile *project = create_project (fixture);
  g_autofree char *purpose = g_strnfill (400, 'x');
  g_autoptr (EntAction) action = NULL;
  g_autoptr (GError) error = NULL;

  action = ent_store_begin (ent_project_file_get_store (project), "Import", NULL);
  for (int i = 0; i < N_AGREEMENTS; i++)
    action_add_record (action, "agreement", "kind", "accord", "title", "Agreement", "purpose",
                       purpose, NULL);
  ent_action_commit (action, &error);
  g_assert_no_error (error);
  g_clear_pointer (&action, ent_action_free);
  close_project (project);
  file_test_forget_working_copies ();
}

static void
overwrite (const char *path, goffset offset, const void *bytes, gsize n_bytes)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, bytes, n_bytes, offset), ==, (gssize) n_bytes);
  g_assert_cmpint (close (fd), ==, 0);
}

static void
write_text (FileFixture *fixture, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, length, &error);
  g_assert_no_error (error);
}

static void
spoil_text (FileFixture *fixture)
{
  write_text (fixture, "Minutes of the meeting of 3 May 2024\n", -1);
}

static void
spoil_latin_text (FileFixture *fixture)
{
  write_text (fixture, "Compte rendu de la r\xe9union\r\n", -1);
}

static void
spoil_binary (FileFixture *fixture)
{
  const char zip[] = "PK\003\004\024\000\000\000\010\000 and more";

  write_text (fixture, zip, sizeof zip - 1);
}

static void
spoil_empty (FileFixture *fixture)
{
  write_text (fixture, "", 0);
}

static void
spoil_magic_only (FileFixture *fixture)
{
  g_assert_cmpint (truncate (fixture->path, 60), ==, 0);
}

static void
spoil_truncated (FileFixture *fixture)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (truncate (fixture->path, status.st_size / 2 + 100), ==, 0);
}

static void
spoil_newer (FileFixture *fixture)
{
  exec_sql (fixture->path, "PRAGMA user_version=99");
}

static void
spoil_other_program (FileFixture *fixture)
{
  g_unlink (fixture->path);
  exec_sql (fixture->path, "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)");
}

static void
spoil_pages (FileFixture *fixture)
{
  guint8 noise[3 * 4096];

  for (gsize i = 0; i < sizeof noise; i++)
    noise[i] = (guint8) (i * 37 + 11);
  overwrite (fixture->path, 3 * 4096, noise, sizeof noise);
}

static void
spoil_pages_with_zeros (FileFixture *fixture)
{
  static const guint8 zeros[16 * 4096];

  overwrite (fixture->path, 8192, zeros, sizeof zeros);
}

static void
spoil_page_size (FileFixture *fixture)
{
  overwrite (fixture->path, 16, "\003\001", 2);
}

static void
spoil_trigger (FileFixture *fixture)
{
  exec_sql (fixture->path, "CREATE TRIGGER t AFTER INSERT ON agreement BEGIN "
                           "DELETE FROM record; END");
}

static void
spoil_view (FileFixture *fixture)
{
  exec_sql (fixture->path, "CREATE VIEW v AS SELECT load_extension ('x')");
}

static void
spoil_table (FileFixture *fixture)
{
  exec_sql (fixture->path, "CREATE TABLE extra (id INTEGER PRIMARY KEY)");
}

static void
spoil_reference (FileFixture *fixture)
{
  exec_sql (fixture->path, "INSERT INTO agreement (id, kind) VALUES (77, 'accord')");
}

static void
spoil_sparse_zeros (FileFixture *fixture)
{
  write_text (fixture, "", 0);
  g_assert_cmpint (truncate (fixture->path, G_GINT64_CONSTANT (10) << 30), ==, 0);
}

static void
spoil_sparse_project (FileFixture *fixture)
{
  g_assert_cmpint (truncate (fixture->path, G_GINT64_CONSTANT (10) << 30), ==, 0);
}

/* The header is made to agree with the size. */
static void
make_sparse (FileFixture *fixture, gint64 size)
{
  guint32 n_pages = GUINT32_TO_BE ((guint32) (size / 4096));

  g_assert_cmpint (truncate (fixture->path, size), ==, 0);
  overwrite (fixture->path, 28, &n_pages, sizeof n_pages);
}

static void
spoil_sparse_large (FileFixture *fixture)
{
  make_sparse (fixture, G_GINT64_CONSTANT (10) << 30);
}

static void
spoil_sparse_allowed (FileFixture *fixture)
{
  make_sparse (fixture, G_GINT64_CONSTANT (3) << 30);
}

static void
spoil_folder (FileFixture *fixture)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
}

static void
spoil_pipe (FileFixture *fixture)
{
  g_unlink (fixture->path);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
}

static void
spoil_dangling (FileFixture *fixture)
{
  g_unlink (fixture->path);
  g_assert_cmpint (symlink ("nowhere.entente", fixture->path), ==, 0);
}

static const Case cases[] = {
  { "text", spoil_text, ENT_ERROR_NOT_A_PROJECT, "text file" },
  { "latin-text", spoil_latin_text, ENT_ERROR_NOT_A_PROJECT, "text file" },
  { "binary", spoil_binary, ENT_ERROR_NOT_A_PROJECT, "not an Entente project" },
  { "empty", spoil_empty, ENT_ERROR_NOT_A_PROJECT, "empty" },
  { "magic-only", spoil_magic_only, ENT_ERROR_DAMAGED, "damaged" },
  { "truncated", spoil_truncated, ENT_ERROR_DAMAGED, "cut short" },
  { "newer", spoil_newer, ENT_ERROR_TOO_NEW, "newer Entente" },
  { "other-program", spoil_other_program, ENT_ERROR_NOT_A_PROJECT, "another program" },
  { "pages", spoil_pages, ENT_ERROR_DAMAGED, "damaged" },
  { "pages-with-zeros", spoil_pages_with_zeros, ENT_ERROR_DAMAGED, "damaged" },
  { "page-size", spoil_page_size, ENT_ERROR_DAMAGED, "damaged" },
  { "trigger", spoil_trigger, ENT_ERROR_DAMAGED, "never writes" },
  { "view", spoil_view, ENT_ERROR_DAMAGED, "never writes" },
  { "table", spoil_table, ENT_ERROR_DAMAGED, "damaged" },
  { "reference", spoil_reference, ENT_ERROR_DAMAGED, "damaged" },
  { "sparse-zeros", spoil_sparse_zeros, ENT_ERROR_NOT_A_PROJECT, "not an Entente project" },
  { "sparse-project", spoil_sparse_project, ENT_ERROR_DAMAGED, "10" },
  { "sparse-large", spoil_sparse_large, ENT_ERROR_NOT_A_PROJECT, "too large" },
  { "sparse-allowed", spoil_sparse_allowed, ENT_ERROR_DAMAGED, "damaged" },
  { "folder", spoil_folder, ENT_ERROR_NOT_A_PROJECT, "folder" },
  { "pipe", spoil_pipe, ENT_ERROR_NOT_A_PROJECT, "not an Entente project" },
  { "dangling", spoil_dangling, ENT_ERROR_NOT_FOUND, "no file" },
};

/* All that tells whether a file was touched. */
static char *
describe (const char *path)
{
  GStatBuf status;
  g_autofree char *hash = NULL;

  if (g_lstat (path, &status) != 0)
    return g_strdup ("gone");
  if (S_ISREG (status.st_mode) && status.st_size <= HASH_SIZE && g_access (path, R_OK) == 0)
    hash = hash_file (path);
  return g_strdup_printf ("%o %lld %lld.%09ld %s", status.st_mode, (long long) status.st_size,
                          (long long) status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                          hash != NULL ? hash : "");
}

static void
assert_refused (FileFixture *fixture, int code, const char *words)
{
  g_autofree char *before = describe (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();

  g_assert_null (ent_project_file_open (fixture->file, &error));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, LONGEST_SECONDS);
  assert_error_names (error, code, "Namur 2024.entente");
  g_assert_nonnull (strstr (error->message, words));

  after = describe (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refused (FileFixture *fixture, gconstpointer user_data)
{
  const Case *one = user_data;
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  make_project (fixture);
  one->spoil (fixture);
  assert_refused (fixture, one->code, one->words);

  /* Nothing is left behind, beside the file or in our own folder. */
  g_assert_cmpint (file_test_count_working_copies (), ==, 0);
  dir = g_dir_open (fixture->directory, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpint (n_files, ==, 1);
}

/* A file that was sound when it was last open: its working copy is no reason to trust it. */
static void
test_refused_when_known (FileFixture *fixture, gconstpointer user_data)
{
  const Case *one = user_data;
  g_autofree char *sound = file_fixture_path (fixture, "sound.entente");
  EntProjectFile *project;

  make_project (fixture);
  copy_file (fixture->path, sound);
  project = open_project (fixture);
  undo (ent_project_file_get_store (project));
  drop_project (project);

  one->spoil (fixture);
  /* Edits whose file is gone are opened: see the test of project files. */
  if (one->code != ENT_ERROR_NOT_FOUND)
    {
      assert_refused (fixture, one->code, one->words);
      g_assert_cmpint (file_test_count_working_copies (), ==, 1);
    }

  /* With the file as it was, the edit is there. */
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_cmpint (g_rename (sound, fixture->path), ==, 0);
  project = open_project (fixture);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_UNSAVED);
  g_assert_false (has_agreement (project, "Agreement"));
  close_project (project);
}

static void
open_without_rights (gpointer data, int say)
{
  FileFixture *fixture = data;
  g_autoptr (GError) error = NULL;

  drop_privileges ();
  if (g_access (fixture->path, R_OK) == 0)
    {
      g_assert_cmpint (write (say, "allowed\n", 8), ==, 8);
      return;
    }
  assert_refused (fixture, ENT_ERROR_FAILED, "no right");
  g_assert_cmpint (write (say, "refused\n", 8), ==, 8);
}

static void
test_no_rights (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *line = NULL;

  make_project (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  g_assert_cmpint (wait_for_child (start_child (open_without_rights, fixture, &line)), ==, 0);
  if (g_str_equal (line, "allowed"))
    {
      g_test_skip ("this user cannot be denied the right to read");
      return;
    }
  g_assert_cmpstr (line, ==, "refused");
}

int
main (int argc, char **argv)
{
  file_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/refused/", cases[i].name, NULL);
      g_autofree char *known = g_strconcat ("/hostile/refused-when-known/", cases[i].name, NULL);

      g_test_add (path, FileFixture, &cases[i], file_fixture_set_up, test_refused,
                  file_fixture_tear_down);
      g_test_add (known, FileFixture, &cases[i], file_fixture_set_up, test_refused_when_known,
                  file_fixture_tear_down);
    }
  file_fixture_add ("/hostile/no-rights", test_no_rights);

  return file_test_run ();
}
