/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-test.h"

#include <linux/capability.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "store/ent-file-check.h"

static char *data_directory;

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *leaf;

      while (dir != NULL && (leaf = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, leaf, NULL);

          remove_tree (child);
        }
    }
  g_remove (path);
}

/* Before anything asks where data is kept. */
void
file_test_init (int *argc, char ***argv)
{
  data_directory = g_dir_make_tmp ("entente-data-XXXXXX", NULL);
  g_assert_nonnull (data_directory);
  g_setenv ("XDG_DATA_HOME", data_directory, TRUE);
  g_test_init (argc, argv, NULL);
}

int
file_test_run (void)
{
  int status = g_test_run ();

  remove_tree (data_directory);
  g_free (data_directory);
  return status;
}

void
file_fixture_set_up (FileFixture *fixture, gconstpointer user_data)
{
  fixture->directory = g_dir_make_tmp ("entente-file-XXXXXX", NULL);
  g_assert_nonnull (fixture->directory);
  fixture->path = file_fixture_path (fixture, "Namur 2024.entente");
  fixture->file = g_file_new_for_path (fixture->path);
}

void
file_fixture_tear_down (FileFixture *fixture, gconstpointer user_data)
{
  file_test_forget_working_copies ();
  remove_tree (fixture->directory);
  g_clear_object (&fixture->file);
  g_free (fixture->path);
  g_free (fixture->directory);
}

char *
file_fixture_path (FileFixture *fixture, const char *leaf)
{
  return g_build_filename (fixture->directory, leaf, NULL);
}

char *
file_test_dup_work_directory (void)
{
  return g_build_filename (data_directory, "entente", "work", NULL);
}

/* As on another computer, to which the file alone was carried. */
void
file_test_forget_working_copies (void)
{
  g_autofree char *work = file_test_dup_work_directory ();

  remove_tree (work);
}

guint
file_test_count_working_copies (void)
{
  g_autofree char *work = file_test_dup_work_directory ();
  g_autoptr (GDir) dir = g_dir_open (work, 0, NULL);
  const char *leaf;
  guint n_copies = 0;

  while (dir != NULL && (leaf = g_dir_read_name (dir)) != NULL)
    n_copies += !g_str_equal (leaf, "lock");
  return n_copies;
}

EntProjectFile *
create_project (FileFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = ent_project_file_create (fixture->file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (project);
  return project;
}

EntProjectFile *
open_project (FileFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = ent_project_file_open (fixture->file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (project);
  return project;
}

void
close_project (EntProjectFile *project)
{
  g_autoptr (GError) error = NULL;

  ent_project_file_close (project, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (project);
}

/* As when the program ends without publishing. */
void
drop_project (EntProjectFile *project)
{
  g_assert_finalize_object (project);
}

void
publish_project (EntProjectFile *project)
{
  g_autoptr (GError) error = NULL;

  ent_project_file_publish (project, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVED);
}

EntId
add_agreement (EntProjectFile *project, const char *title)
{
  return add_record (ent_project_file_get_store (project), "agreement", "kind", "accord", "title", title,
                     NULL);
}

gboolean
has_agreement (EntProjectFile *project, const char *title)
{
  return ent_project_find (ent_project_file_get_project (project), ent_table_find ("agreement"),
                           title, NULL)
         != NULL;
}

char *
hash_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *sha256 = ent_file_hash (file, &error);

  g_assert_no_error (error);
  return sha256;
}

void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* As when another computer saved its version of the project into the folder. */
void
change_outside (const char *path, const char *sql)
{
  g_autofree char *other = g_strconcat (path, ".other", NULL);

  copy_file (path, other);
  exec_sql (other, sql);
  g_assert_cmpint (g_rename (other, path), ==, 0);
}

void
assert_error_names (const GError *error, int code, const char *name)
{
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, ENT_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

pid_t
start_child_aside (ChildFunction function, gpointer data, int *output)
{
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      function (data, ends[1]);
      _exit (0);
    }
  close (ends[1]);
  *output = ends[0];
  return child;
}

/* The first line of it, without its end; what it comes from is closed. */
char *
read_line (int output)
{
  char buffer[256] = "";
  gsize length = 0;

  while (length < sizeof buffer - 1 && read (output, buffer + length, 1) == 1
         && buffer[length] != '\n')
    length++;
  buffer[length] = '\0';
  close (output);
  return g_strdup (buffer);
}

pid_t
start_child (ChildFunction function, gpointer data, char **line)
{
  int output;
  pid_t child = start_child_aside (function, data, &output);

  *line = read_line (output);
  return child;
}

int
wait_for_child (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

void
kill_child (pid_t child)
{
  kill (child, SIGKILL);
  wait_for_child (child);
}

void
drop_privileges (void)
{
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3] = { 0 };

  if (syscall (SYS_capset, &header, data) != 0)
    g_test_message ("capset failed");
}
