/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-data.h"
#include "base/ent-error.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
write_file (const char *dir, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_file_set_contents (path, name, -1, &error);
  g_assert_no_error (error);
}

static void
remove_file (const char *dir, const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

/* The folder the variable names comes first. */
static void
test_named_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("entente-test-XXXXXX", &error);
  g_autofree char *expected = g_build_filename (dir, "test-data.file", NULL);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  write_file (dir, "test-data.file");
  g_setenv ("ENTENTE_DATADIR", dir, TRUE);
  path = ent_data_path ("test-data.file", &error);
  g_unsetenv ("ENTENTE_DATADIR");
  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, expected);

  remove_file (dir, "test-data.file");
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

/* This test runs from the build tree, whose data folder lies beside tests. */
static void
test_build_tree (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_test_build_filename (G_TEST_BUILT, "..", "..", "data", NULL);
  g_autofree char *canonical = g_canonicalize_filename (dir, NULL);
  g_autofree char *name = g_strdup_printf ("test-data-%d.file", (int) getpid ());
  g_autofree char *expected = g_build_filename (canonical, name, NULL);
  g_autofree char *path = NULL;

  write_file (canonical, name);
  g_setenv ("ENTENTE_DATADIR", "/nowhere", TRUE);
  path = ent_data_path (name, &error);
  g_unsetenv ("ENTENTE_DATADIR");
  remove_file (canonical, name);
  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, expected);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ent_data_path ("no-such.file", &error);

  g_assert_null (path);
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("ENTENTE_DATADIR");
  g_test_add_func ("/base/data/named-folder", test_named_folder);
  g_test_add_func ("/base/data/build-tree", test_build_tree);
  g_test_add_func ("/base/data/missing", test_missing);
  return g_test_run ();
}
