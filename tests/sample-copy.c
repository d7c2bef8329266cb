/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-copy.h"

#include <glib/gstdio.h>

#include "base/ent-data.h"

/* (transfer full): a new folder among the temporary files. */
char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("entente-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Removes the folder with the files that lie in it, and frees its name. */
void
remove_folder (char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* (transfer full): the path of a fresh copy, over the one that may stand there. */
static char *
copy_sample (const char *folder, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = ent_data_path ("namur-2024.entente", &error);
  g_autofree char *bytes = NULL;
  char *path = g_build_filename (folder, name, NULL);
  gsize size;

  g_assert_no_error (error);
  g_file_get_contents (sample, &bytes, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);

  return path;
}

/* (transfer full): the store of a fresh copy; there is one such copy in a folder. */
EntStore *
open_sample_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = copy_sample (folder, "work.db");
  EntStore *store = ent_store_open (path, &error);

  g_assert_no_error (error);
  return store;
}

/* (transfer full): a fresh copy, opened as the window opens it. */
EntProjectFile *
open_sample_file (const char *folder, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = copy_sample (folder, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  EntProjectFile *project = ent_project_file_open (file, &error);

  g_assert_no_error (error);
  return project;
}
