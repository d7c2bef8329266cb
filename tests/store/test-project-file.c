/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-test.h"

#include <signal.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "store/ent-project-file-private.h"

#define SQL_RENAME "UPDATE agreement SET title = 'Title given elsewhere'"

static char *
dup_setting (EntProjectFile *project, const char *key)
{
  return g_strdup (ent_project_get_setting (ent_project_file_get_project (project), key));
}

static void
test_round_trip (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);
  g_autofree char *title = dup_setting (project, ENT_SETTING_TITLE);
  g_autofree char *lang = dup_setting (project, ENT_SETTING_LANG);
  g_autofree char *id = dup_setting (project, ENT_SETTING_ID);
  g_autofree char *other_id = NULL;

  g_assert_cmpstr (title, ==, "Namur 2024");
  g_assert_cmpstr (lang, ==, "en");
  g_assert_cmpint (strlen (id), ==, ENT_ID_LENGTH);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVED);
  g_assert_false (ent_store_can_undo (ent_project_file_get_store (project)));
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM journal"), ==, 0);

  add_agreement (project, "Pact of friendship");
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_UNSAVED);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 0);
  publish_project (project);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 1);
  close_project (project);

  /* Another computer: the file alone carries content, identity and history. */
  file_test_forget_working_copies ();
  project = open_project (fixture);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVED);
  g_assert_true (has_agreement (project, "Pact of friendship"));
  other_id = dup_setting (project, ENT_SETTING_ID);
  g_assert_cmpstr (other_id, ==, id);
  undo (ent_project_file_get_store (project));
  g_assert_false (has_agreement (project, "Pact of friendship"));
  close_project (project);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 0);
}

static void
test_close_publishes (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_agreement (project, "Charter");
  close_project (project);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 1);

  /* Without an edit the file is not written again. */
  before = hash_file (fixture->path);
  close_project (open_project (fixture));
  after = hash_file (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (file_test_count_working_copies (), ==, 1);
}

static void
test_create_spares_files (FileFixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "A letter", -1, NULL));
  g_assert_null (ent_project_file_create (fixture->file, &error));
  assert_error_names (error, ENT_ERROR_FAILED, "Namur 2024.entente");
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "A letter");
  g_assert_cmpint (file_test_count_working_copies (), ==, 0);

  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));
  close_project (create_project (fixture));
}

static void
test_create_from (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *template = file_fixture_path (fixture, "sample.entente");
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = create_project (fixture);
  g_autofree char *id = dup_setting (project, ENT_SETTING_ID);
  g_autofree char *new_id = NULL;
  g_autofree char *new_title = NULL;

  add_agreement (project, "Convention");
  close_project (project);
  g_assert_cmpint (g_rename (fixture->path, template), ==, 0);

  project = ent_project_file_create_from (fixture->file, template, &error);
  g_assert_no_error (error);
  new_id = dup_setting (project, ENT_SETTING_ID);
  new_title = dup_setting (project, ENT_SETTING_TITLE);
  g_assert_cmpstr (new_id, !=, id);
  g_assert_cmpstr (new_title, ==, "Namur 2024");
  g_assert_true (has_agreement (project, "Convention"));
  g_assert_false (ent_store_can_undo (ent_project_file_get_store (project)));
  close_project (project);
}

static void
add_and_die (gpointer data, int say)
{
  FileFixture *fixture = data;
  EntProjectFile *project = open_project (fixture);

  add_agreement (project, "Made just before the crash");
  g_assert_cmpint (write (say, "made\n", 5), ==, 5);
  kill (getpid (), SIGKILL);
}

static void
test_recovery (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *line = NULL;
  g_autoptr (GPtrArray) unsaved = NULL;
  EntUnsaved *one;
  EntProjectFile *project;

  close_project (create_project (fixture));
  wait_for_child (start_child (add_and_die, fixture, &line));
  g_assert_cmpstr (line, ==, "made");
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 0);

  unsaved = ent_project_file_list_unsaved ();
  g_assert_cmpint (unsaved->len, ==, 1);
  one = unsaved->pdata[0];
  g_assert_cmpstr (one->title, ==, "Namur 2024");
  g_assert_true (g_str_has_suffix (one->uri, "Namur%202024.entente"));
  g_assert_true (g_str_has_suffix (one->changed, "Z"));

  project = open_project (fixture);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_UNSAVED);
  g_assert_true (has_agreement (project, "Made just before the crash"));
  close_project (project);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 1);

  g_ptr_array_unref (unsaved);
  unsaved = ent_project_file_list_unsaved ();
  g_assert_cmpint (unsaved->len, ==, 0);
}

static void
open_and_hold (gpointer data, int say)
{
  FileFixture *fixture = data;
  EntProjectFile *project = open_project (fixture);

  g_assert_nonnull (project);
  g_assert_cmpint (write (say, "held\n", 5), ==, 5);
  while (TRUE)
    pause ();
}

static void
assert_in_use (const char *path, const char *name, const char *holder)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_project_file_open (file, &error));
  assert_error_names (error, ENT_ERROR_IN_USE, name);
  g_assert_nonnull (strstr (error->message, holder));
}

static void
test_one_instance (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *link = file_fixture_path (fixture, "link.entente");
  g_autofree char *copy = file_fixture_path (fixture, "copy.entente");
  g_autofree char *line = NULL;
  g_autofree char *holder = NULL;
  g_autoptr (GPtrArray) unsaved = NULL;
  pid_t child;

  close_project (create_project (fixture));
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  copy_file (fixture->path, copy);

  child = start_child (open_and_hold, fixture, &line);
  g_assert_cmpstr (line, ==, "held");
  holder = g_strdup_printf ("process %d on %s", (int) child, g_get_host_name ());
  assert_in_use (fixture->path, "Namur 2024.entente", holder);
  assert_in_use (link, "link.entente", holder);
  assert_in_use (copy, "copy.entente", "“Namur 2024.entente”");
  unsaved = ent_project_file_list_unsaved ();
  g_assert_cmpint (unsaved->len, ==, 0);
  g_assert_cmpint (file_test_count_working_copies (), ==, 1);

  /* A lock does not outlive who held it. */
  kill_child (child);
  close_project (open_project (fixture));
}

static void
test_one_instance_here (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);

  assert_in_use (fixture->path, "Namur 2024.entente", "in this Entente");
  add_agreement (project, "Protocol");
  close_project (project);
  close_project (open_project (fixture));
}

static void
test_changed_outside_clean (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);

  add_agreement (project, "Letter of intent");
  close_project (project);
  change_outside (fixture->path, SQL_RENAME);

  project = open_project (fixture);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVED);
  g_assert_true (has_agreement (project, "Title given elsewhere"));
  g_assert_cmpint (file_test_count_working_copies (), ==, 1);
  close_project (project);
}

/* A project with an edit here that its file lacks, and another one there. */
static EntProjectFile *
open_diverged (FileFixture *fixture)
{
  EntProjectFile *project = create_project (fixture);

  add_agreement (project, "Letter of intent");
  publish_project (project);
  add_agreement (project, "Made here");
  drop_project (project);
  change_outside (fixture->path, SQL_RENAME);

  project = open_project (fixture);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_CHANGED_OUTSIDE);
  g_assert_nonnull (strstr (ent_project_file_get_problem (project), "Namur 2024.entente"));
  g_assert_true (has_agreement (project, "Made here"));
  g_assert_false (has_agreement (project, "Title given elsewhere"));
  return project;
}

static void
test_keep_mine (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = open_diverged (fixture);
  g_autofree char *before = hash_file (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ent_project_file_publish (project, &error));
  assert_error_names (error, ENT_ERROR_CHANGED_OUTSIDE, "Namur 2024.entente");
  g_clear_error (&error);
  g_assert_false (ent_project_file_close (project, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CHANGED_OUTSIDE);
  g_clear_error (&error);
  after = hash_file (fixture->path);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (ent_project_file_keep_mine (project, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVED);
  g_assert_null (ent_project_file_get_problem (project));
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 2);
  close_project (project);
}

static void
test_take_theirs (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = open_diverged (fixture);
  g_autofree char *before = hash_file (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_project_file_take_theirs (project, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVED);
  g_assert_true (has_agreement (project, "Title given elsewhere"));
  g_assert_false (has_agreement (project, "Made here"));
  after = hash_file (fixture->path);
  g_assert_cmpstr (after, ==, before);

  add_agreement (project, "And on it goes");
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_UNSAVED);
  close_project (project);
}

static void
test_changed_while_open (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  add_agreement (project, "Letter of intent");
  publish_project (project);

  /* The same content with another time is no change. */
  g_assert_cmpint (g_utime (fixture->path, NULL), ==, 0);
  add_agreement (project, "Second letter");
  publish_project (project);

  change_outside (fixture->path, SQL_RENAME);
  before = hash_file (fixture->path);
  add_agreement (project, "Third letter");
  g_assert_false (ent_project_file_publish (project, &error));
  assert_error_names (error, ENT_ERROR_CHANGED_OUTSIDE, "Namur 2024.entente");
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_CHANGED_OUTSIDE);
  after = hash_file (fixture->path);
  g_assert_cmpstr (after, ==, before);

  /* Work goes on in the working copy. */
  add_agreement (project, "Fourth letter");
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_CHANGED_OUTSIDE);
  drop_project (project);
}

static void
test_other_project_in_place (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *other_path = file_fixture_path (fixture, "other.entente");
  g_autoptr (GFile) other = g_file_new_for_path (other_path);
  g_autoptr (GPtrArray) unsaved = NULL;
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = create_project (fixture);

  add_agreement (project, "Never saved");
  drop_project (project);
  project = ent_project_file_create (other, &error);
  g_assert_no_error (error);
  add_agreement (project, "Of the other project");
  close_project (project);
  g_assert_cmpint (g_rename (other_path, fixture->path), ==, 0);

  project = open_project (fixture);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVED);
  g_assert_true (has_agreement (project, "Of the other project"));
  close_project (project);

  /* The edits of the first are still there, and find a new place. */
  unsaved = ent_project_file_list_unsaved ();
  g_assert_cmpint (unsaved->len, ==, 1);
  project = ent_project_file_resume (((EntUnsaved *) unsaved->pdata[0])->directory, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_CHANGED_OUTSIDE);
  g_assert_true (has_agreement (project, "Never saved"));
  g_assert_true (ent_project_file_save_as (project, other, &error));
  g_assert_no_error (error);
  close_project (project);
  g_assert_cmpint (query_integer (other_path, "SELECT count(*) FROM agreement"), ==, 1);
}

static void
test_moved_file (FileFixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = file_fixture_path (fixture, "Moved.entente");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = create_project (fixture);

  add_agreement (project, "Not saved before the move");
  drop_project (project);
  g_assert_cmpint (g_rename (fixture->path, path), ==, 0);

  project = ent_project_file_open (file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_UNSAVED);
  g_assert_true (has_agreement (project, "Not saved before the move"));
  g_assert_cmpint (file_test_count_working_copies (), ==, 1);
  close_project (project);
}

static void
test_missing_file (FileFixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = create_project (fixture);

  add_agreement (project, "Only in the working copy");
  drop_project (project);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  project = open_project (fixture);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_FAILED);
  g_assert_nonnull (strstr (ent_project_file_get_problem (project), "Namur 2024.entente"));
  g_assert_false (ent_project_file_publish (project, &error));
  assert_error_names (error, ENT_ERROR_NOT_FOUND, "Namur 2024.entente");
  g_clear_error (&error);

  g_assert_true (ent_project_file_keep_mine (project, &error));
  g_assert_no_error (error);
  close_project (project);
  g_assert_cmpint (query_integer (fixture->path, "SELECT count(*) FROM agreement"), ==, 1);

  /* Without edits there is nothing to go on with. */
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_null (ent_project_file_open (fixture->file, &error));
  assert_error_names (error, ENT_ERROR_NOT_FOUND, "Namur 2024.entente");
}

/* The program ended after the file was replaced and before it could note that. */
static void
test_publish_not_noted (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);
  g_autofree char *state_path = ent_working_copy_dup_path (project->copy, ENT_WORKING_STATE);
  g_autoptr (EntWorkingState) state = NULL;
  g_autoptr (GPtrArray) unsaved = NULL;
  g_autoptr (GError) error = NULL;

  add_agreement (project, "Letter of intent");
  state = ent_working_state_copy (project->copy->state);
  publish_project (project);
  g_set_str (&state->pending_sha256, project->copy->state->sha256);
  state->pending_entry = project->copy->state->entry;
  drop_project (project);
  g_assert_true (ent_working_state_save (state, state_path, &error));

  unsaved = ent_project_file_list_unsaved ();
  g_assert_cmpint (unsaved->len, ==, 0);
  project = open_project (fixture);
  g_assert_cmpint (ent_project_file_get_state (project), ==, ENT_SAVE_STATE_SAVED);
  close_project (project);
}

static void
test_damaged_working_copy (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);
  g_autofree char *database = ent_working_copy_dup_path (project->copy, ENT_WORKING_DATABASE);

  add_agreement (project, "Letter of intent");
  close_project (project);
  g_assert_true (g_file_set_contents (database, "Not a database any more", -1, NULL));

  project = open_project (fixture);
  g_assert_true (has_agreement (project, "Letter of intent"));
  g_assert_nonnull (strstr (ent_project_file_get_problem (project), "Namur 2024.entente"));
  close_project (project);
}

static void
test_stale_copies (FileFixture *fixture, gconstpointer user_data)
{
  EntProjectFile *project = create_project (fixture);
  g_autofree char *state_path = ent_working_copy_dup_path (project->copy, ENT_WORKING_STATE);
  g_autoptr (EntWorkingState) state = NULL;
  g_autoptr (GError) error = NULL;

  close_project (project);
  ent_project_file_remove_stale ();
  g_assert_cmpint (file_test_count_working_copies (), ==, 1);

  state = ent_working_state_load (state_path, &error);
  g_assert_no_error (error);
  g_set_str (&state->opened, "2001-01-01T00:00:00Z");
  state->entry = -1;
  g_assert_true (ent_working_state_save (state, state_path, &error));
  ent_project_file_remove_stale ();
  g_assert_cmpint (file_test_count_working_copies (), ==, 1);

  state->entry = 0;
  g_assert_true (ent_working_state_save (state, state_path, &error));
  ent_project_file_remove_stale ();
  g_assert_cmpint (file_test_count_working_copies (), ==, 0);
}

/* Several programs reach for the file in the same moment. */
static void
open_at_once (gpointer data, int say)
{
  FileFixture *fixture = data;
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = ent_project_file_open (fixture->file, &error);
  const char *line = project != NULL ? "open\n" : "in use\n";

  if (project == NULL)
    assert_error_names (error, ENT_ERROR_IN_USE, "Namur 2024.entente");
  g_assert_cmpint (write (say, line, strlen (line)), ==, (gssize) strlen (line));
  while (TRUE)
    pause ();
}

static void
test_many_at_once (FileFixture *fixture, gconstpointer user_data)
{
  enum { N_PROGRAMS = 5, N_ROUNDS = 6 };

  close_project (create_project (fixture));
  for (int round = 0; round < N_ROUNDS; round++)
    {
      pid_t children[N_PROGRAMS];
      int outputs[N_PROGRAMS];
      guint n_open = 0;

      /* With a working copy, and without one. */
      if (round % 2 == 0)
        file_test_forget_working_copies ();
      for (int i = 0; i < N_PROGRAMS; i++)
        children[i] = start_child_aside (open_at_once, fixture, &outputs[i]);
      for (int i = 0; i < N_PROGRAMS; i++)
        {
          g_autofree char *line = read_line (outputs[i]);

          n_open += g_str_equal (line, "open");
        }
      for (int i = 0; i < N_PROGRAMS; i++)
        kill_child (children[i]);
      g_assert_cmpint (n_open, ==, 1);
      g_assert_cmpint (file_test_count_working_copies (), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  file_test_init (&argc, &argv);

  file_fixture_add ("/project-file/round-trip", test_round_trip);
  file_fixture_add ("/project-file/close-publishes", test_close_publishes);
  file_fixture_add ("/project-file/create-spares-files", test_create_spares_files);
  file_fixture_add ("/project-file/create-from", test_create_from);
  file_fixture_add ("/project-file/recovery", test_recovery);
  file_fixture_add ("/project-file/one-instance", test_one_instance);
  file_fixture_add ("/project-file/one-instance-here", test_one_instance_here);
  file_fixture_add ("/project-file/many-at-once", test_many_at_once);
  file_fixture_add ("/project-file/changed-outside-clean", test_changed_outside_clean);
  file_fixture_add ("/project-file/keep-mine", test_keep_mine);
  file_fixture_add ("/project-file/take-theirs", test_take_theirs);
  file_fixture_add ("/project-file/changed-while-open", test_changed_while_open);
  file_fixture_add ("/project-file/other-project-in-place", test_other_project_in_place);
  file_fixture_add ("/project-file/moved-file", test_moved_file);
  file_fixture_add ("/project-file/missing-file", test_missing_file);
  file_fixture_add ("/project-file/publish-not-noted", test_publish_not_noted);
  file_fixture_add ("/project-file/damaged-working-copy", test_damaged_working_copy);
  file_fixture_add ("/project-file/stale-copies", test_stale_copies);

  return file_test_run ();
}
