/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE

#include "file-test.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "store/ent-project-file-private.h"

#define LONG_WAIT (20 * G_TIME_SPAN_SECOND)

static void
say (int ends, const char *line)
{
  g_assert_cmpint (write (ends, line, strlen (line)), ==, (gssize) strlen (line));
}

/* A publish that must fail, after which the file is the old one. */
static void
assert_not_published (FileFixture *fixture, EntProjectFile *project, int code)
{
  g_autofree char *before = hash_file (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ent_project_file_publish (project, &error));
  assert_error_names (error, code, "Namur 2024.entente");
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_FAILED);
  g_assert_cmpstr (ent_project_file_get_problem (project), ==, error->message);
  after = hash_file (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static guint
count_files (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static guint
read_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_keeps_rights_and_links (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *link_path = file_fixture_path (fixture, "link.entente");
  g_autofree char *second_name = file_fixture_path (fixture, "second name.entente");
  g_autoptr (GFile) link_file = g_file_new_for_path (link_path);
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = create_project (fixture);

  close_project (project);
  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  project = ent_project_file_open (link_file, &error);
  g_assert_no_error (error);
  add_agreement (project, "Through a link");
  publish_project (project);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 1);
  g_assert_cmphex (read_mode (fixture->path), ==, 0640);

  /* Of two names, the other one keeps what it had: no file is written in place. */
  g_assert_cmpint (link (fixture->path, second_name), ==, 0);
  add_agreement (project, "Under one name");
  publish_project (project);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 2);
  g_assert_cmpint (query_integer (second_name, "SELECT count(*) FROM agreement"), ==, 1);
  g_assert_cmphex (read_mode (fixture->path), ==, 0640);
  close_project (project);
}

static void
test_vanished_folder (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *folder = file_fixture_path (fixture, "stick");
  g_autofree char *away = file_fixture_path (fixture, "stick taken out");
  g_autofree char *path = g_build_filename (folder, "Namur 2024.entente", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  EntProjectFile *project;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  project = ent_project_file_create (file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  add_agreement (project, "While the stick was out");
  g_assert_false (ent_project_file_publish (project, &error));
  assert_error_names (error, ENT_ERROR_NOT_FOUND, "Namur 2024.entente");
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_FAILED);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_rename (away, folder), ==, 0);
  close_project (project);
  g_assert_cmpint (query_integer (path, "SELECT count(*) FROM agreement"), ==, 1);
}

static void
test_folder_is_a_file (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->path, "copy.entente", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = create_project (fixture);

  g_assert_false (ent_project_file_save_copy (project, file, &error));
  assert_error_names (error, ENT_ERROR_NOT_FOUND, "copy.entente");
  g_clear_error (&error);
  g_assert_null (ent_project_file_create (file, &error));
  assert_error_names (error, ENT_ERROR_NOT_FOUND, "copy.entente");
  close_project (project);
}

static void
publish_without_rights (gpointer data, int ends)
{
  FileFixture *fixture = data;
  g_autofree char *other = file_fixture_path (fixture, "elsewhere.entente");
  g_autoptr (GFile) elsewhere = NULL;
  g_autoptr (GError) error = NULL;
  EntProjectFile *project;

  drop_privileges ();
  g_assert_cmpint (g_chmod (fixture->directory, 0500), ==, 0);
  if (g_access (fixture->directory, W_OK) == 0)
    {
      say (ends, "allowed\n");
      return;
    }
  project = open_project (fixture);
  add_agreement (project, "Where one may only read");
  assert_not_published (fixture, project, ENT_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (fixture->directory, 0700), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  assert_not_published (fixture, project, ENT_ERROR_READ_ONLY);

  /* The way out: another place, where the work goes on. */
  elsewhere = g_file_new_for_path (other);
  g_assert_true (ent_project_file_save_as (project, elsewhere, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVED);
  g_assert_true (g_file_equal (ent_project_file_get_file (project), elsewhere));
  add_agreement (project, "In its new place");
  close_project (project);
  g_assert_cmpint (query_integer (other, "SELECT count(*) FROM agreement"), ==, 2);
  say (ends, "refused\n");
}

static void
test_read_only (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *line = NULL;

  close_project (create_project (fixture));
  g_assert_cmpint (wait_for_child (start_child (publish_without_rights, fixture, &line)), ==, 0);
  g_chmod (fixture->directory, 0700);
  if (g_str_equal (line, "allowed"))
    g_test_skip ("this user cannot be denied the right to write");
  else
    g_assert_cmpstr (line, ==, "refused");
}

/* No file of this process may grow beyond so many bytes. */
static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
stream_with_limit (gpointer data, int ends)
{
  FileFixture *fixture = data;
  g_autofree char *snapshot = file_fixture_path (fixture, "snapshot.db");
  g_autoptr (GError) error = NULL;

  limit_files (100 * 1024);
  g_assert_false (ent_publish_stream (snapshot, fixture->file, ENT_PUBLISH_FORCE, NULL, NULL, NULL,
                                      &error));
  assert_error_names (error, ENT_ERROR_FAILED, "Namur 2024.entente");
  say (ends, "failed\n");
}

/* The write fails half-way: what was written must not take the file's place. */
static void
test_stream_cut_off (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *snapshot = file_fixture_path (fixture, "snapshot.db");
  g_autofree char *noise = g_strnfill (400 * 1024, 'x');
  g_autofree char *content = NULL;
  g_autofree char *line = NULL;

  g_assert_true (g_file_set_contents (snapshot, noise, -1, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "The old content", -1, NULL));
  g_assert_cmpint (wait_for_child (start_child (stream_with_limit, fixture, &line)), ==, 0);
  g_assert_cmpstr (line, ==, "failed");
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "The old content");
  g_assert_cmpint (count_files (fixture->directory), ==, 2);
}

static void
publish_with_limit (gpointer data, int ends)
{
  FileFixture *fixture = data;
  g_autofree char *before = hash_file (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = open_project (fixture);

  add_agreement (project, "Before the disk was full");
  limit_files (100 * 1024);
  g_assert_false (ent_project_file_publish (project, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NO_SPACE);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_FAILED);
  after = hash_file (fixture->path);
  g_assert_cmpstr (after, ==, before);

  limit_files (RLIM_INFINITY);
  publish_project (project);
  drop_project (project);
  say (ends, "published\n");
}

static void
test_no_space_for_snapshot (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *line = NULL;

  close_project (create_project (fixture));
  g_assert_cmpint (wait_for_child (start_child (publish_with_limit, fixture, &line)), ==, 0);
  g_assert_cmpstr (line, ==, "published");
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 1);
}

/* In one write, as /proc wants it. */
static gboolean
tell_kernel (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);
  return done;
}

/* A small disk of our own over the folder, where the kernel lets one have it. */
static gboolean
mount_small_disk (const char *directory)
{
  g_autofree char *users = g_strdup_printf ("0 %d 1", (int) getuid ());
  g_autofree char *groups = g_strdup_printf ("0 %d 1", (int) getgid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && tell_kernel ("/proc/self/uid_map", users)
         && tell_kernel ("/proc/self/setgroups", "deny")
         && tell_kernel ("/proc/self/gid_map", groups)
         && mount ("none", directory, "tmpfs", 0, "size=1m") == 0;
}

static void
publish_on_small_disk (gpointer data, int ends)
{
  FileFixture *fixture = data;
  g_autofree char *filler = file_fixture_path (fixture, "filler");
  g_autofree char *noise = g_strnfill (4 * 1024 * 1024, 'x');
  EntProjectFile *project;
  FILE *stream;

  if (!mount_small_disk (fixture->directory))
    {
      say (ends, "no disk\n");
      return;
    }
  project = create_project (fixture);
  add_agreement (project, "On a full disk");
  stream = g_fopen (filler, "w");
  fwrite (noise, 1, strlen (noise), stream);
  fclose (stream);
  assert_not_published (fixture, project, ENT_ERROR_NO_SPACE);
  g_assert_cmpint (count_files (fixture->directory), ==, 2);
  g_unlink (filler);
  publish_project (project);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 1);

  add_agreement (project, "On a disk that may only be read");
  g_assert_cmpint (mount ("none", fixture->directory, NULL, MS_REMOUNT | MS_RDONLY, "size=1m"), ==,
                   0);
  assert_not_published (fixture, project, ENT_ERROR_READ_ONLY);
  g_assert_cmpint (mount ("none", fixture->directory, NULL, MS_REMOUNT, "size=1m"), ==, 0);
  publish_project (project);
  drop_project (project);
  say (ends, "published\n");
}

static void
test_full_disk (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *line = NULL;

  g_assert_cmpint (wait_for_child (start_child (publish_on_small_disk, fixture, &line)), ==, 0);
  if (g_str_equal (line, "no disk"))
    g_test_skip ("no disk can be made here");
  else
    g_assert_cmpstr (line, ==, "published");
}

static void
test_save_copy (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = file_fixture_path (fixture, "copy.entente");
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = create_project (fixture);

  add_agreement (project, "In the copy");
  g_assert_true (ent_project_file_save_copy (project, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_UNSAVED);
  g_assert_cmpint (query_integer (path, "SELECT count(*) FROM agreement"), ==, 1);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 0);
  close_project (project);

  file_test_forget_working_copies ();
  project = ent_project_file_open (copy, &error);
  g_assert_no_error (error);
  close_project (project);
}

/* No file that another window works on is written over. */
static void
test_save_over_open_project (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = file_fixture_path (fixture, "other.entente");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = create_project (fixture);
  EntProjectFile *other = ent_project_file_create (file, &error);
  g_autofree char *before = hash_file (path);
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  g_assert_false (ent_project_file_save_copy (project, file, &error));
  assert_error_names (error, ENT_ERROR_IN_USE, "other.entente");
  g_clear_error (&error);
  g_assert_false (ent_project_file_save_as (project, file, &error));
  assert_error_names (error, ENT_ERROR_IN_USE, "other.entente");
  after = hash_file (path);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (g_file_equal (ent_project_file_get_file (project), fixture->file));
  close_project (other);
  close_project (project);
}

static gboolean
times_out_cb (gpointer data)
{
  gboolean *timed_out = data;

  *timed_out = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until the project is in the state. */
static void
wait_for_state (EntProjectFile *project, EntSaveState state)
{
  gboolean timed_out = FALSE;
  guint timer = g_timeout_add (LONG_WAIT / 1000, times_out_cb, &timed_out);

  while (!timed_out && ent_project_file_get_state (project) != state)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_cmpint (ent_project_file_get_state (project), ==, state);
}

/* A worker may hold the project for a moment after its result is there. */
static void
release_project (EntProjectFile *project)
{
  gpointer weak = project;
  gint64 start = g_get_monotonic_time ();

  g_object_add_weak_pointer (G_OBJECT (project), &weak);
  g_object_unref (project);
  while (weak != NULL && g_get_monotonic_time () - start < LONG_WAIT)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (weak);
}

static void
count_cb (guint *n_times)
{
  (*n_times)++;
}

static void
test_autosave (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);
  guint n_times = 0;
  gint64 start = g_get_monotonic_time ();

  g_signal_connect_swapped (project, "notify::state", G_CALLBACK (count_cb), &n_times);
  ent_project_file_set_autosave (project, TRUE);
  add_agreement (project, "Saved by itself");
  wait_for_state (project, ENT_SAVE_STATE_SAVING);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 2 * G_TIME_SPAN_SECOND);
  wait_for_state (project, ENT_SAVE_STATE_SAVED);
  g_assert_cmpint (n_times, ==, 3);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 1);
  release_project (project);
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  guint *n_published = data;
  g_autoptr (GError) error = NULL;

  ent_project_file_publish_finish (ENT_PROJECT_FILE (source), result, &error);
  g_assert_no_error (error);
  (*n_published)++;
}

static void
test_edit_while_publishing (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);
  guint n_published = 0;

  add_agreement (project, "First");
  ent_project_file_publish_async (project, NULL, published_cb, &n_published);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVING);
  while (project->publish == NULL)
    g_main_context_iteration (NULL, TRUE);
  add_agreement (project, "Second");
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVING);
  while (n_published == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_UNSAVED);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 1);

  /* Who asks while a publish is under way is answered when that edit is in the file. */
  ent_project_file_publish_async (project, NULL, published_cb, &n_published);
  while (project->publish == NULL)
    g_main_context_iteration (NULL, TRUE);
  add_agreement (project, "Third");
  ent_project_file_publish_async (project, NULL, published_cb, &n_published);
  while (n_published < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVED);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 3);
  release_project (project);
}

static void
test_close_while_publishing (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);
  guint n_published = 0;
  g_autoptr (GError) error = NULL;

  add_agreement (project, "First");
  ent_project_file_publish_async (project, NULL, published_cb, &n_published);
  while (project->publish == NULL)
    g_main_context_iteration (NULL, TRUE);
  add_agreement (project, "Second");
  g_assert_true (ent_project_file_close (project, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 2);
  while (n_published == 0)
    g_main_context_iteration (NULL, TRUE);
  release_project (project);
}

int
main (int argc, char **argv)
{
  file_test_init (&argc, &argv);

  /* Children first: what they do must not meet the threads of the others. */
  file_fixture_add ("/publish/in-a-child/read-only", test_read_only);
  file_fixture_add ("/publish/in-a-child/stream-cut-off", test_stream_cut_off);
  file_fixture_add ("/publish/in-a-child/no-space-for-snapshot", test_no_space_for_snapshot);
  file_fixture_add ("/publish/in-a-child/full-disk", test_full_disk);
  file_fixture_add ("/publish/here/keeps-rights-and-links", test_keeps_rights_and_links);
  file_fixture_add ("/publish/here/vanished-folder", test_vanished_folder);
  file_fixture_add ("/publish/here/folder-is-a-file", test_folder_is_a_file);
  file_fixture_add ("/publish/here/save-copy", test_save_copy);
  file_fixture_add ("/publish/here/save-over-open-project", test_save_over_open_project);
  file_fixture_add ("/publish/here/autosave", test_autosave);
  file_fixture_add ("/publish/here/edit-while-publishing", test_edit_while_publishing);
  file_fixture_add ("/publish/here/close-while-publishing", test_close_while_publishing);

  return file_test_run ();
}
