/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-data.h"

#include "base/ent-error.h"

#include <glib/gi18n-lib.h>

/* Programs and tests lie two folders deep in the build tree, some three. */
#define MAX_LEVELS 4

/* The build tree this program was started from, or NULL when it is installed. */
static char *
find_build_dir (void)
{
  g_autofree char *dir = g_file_read_link ("/proc/self/exe", NULL);

  for (int i = 0; dir != NULL && i < MAX_LEVELS; i++)
    {
      g_autofree char *parent = g_path_get_dirname (dir);
      g_autofree char *mark = g_build_filename (parent, "meson-private", NULL);

      if (g_file_test (mark, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&parent);
      g_free (dir);
      dir = g_steal_pointer (&parent);
    }

  return NULL;
}

static char *
path_if_there (const char *dir, const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

/**
 * ent_data_path:
 * @name: the name of a file of the program, such as "namur-2024.entente"
 * @error: return location of an error
 *
 * Finds a data file: in the folder named by the variable ENTENTE_DATADIR, then
 * in the build tree when the program runs from there, then where it is
 * installed.
 *
 * Returns: (transfer full) (nullable) (type filename): its full path, or %NULL
 *   with %ENT_ERROR_NOT_FOUND
 */
char *
ent_data_path (const char *name, GError **error)
{
  const char *named = g_getenv ("ENTENTE_DATADIR");
  g_autofree char *build_dir = NULL;
  char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (named != NULL && *named != '\0')
    path = path_if_there (named, name);

  if (path == NULL)
    {
      build_dir = find_build_dir ();
      if (build_dir != NULL)
        {
          g_autofree char *built = g_build_filename (build_dir, "data", NULL);

          path = path_if_there (built, name);
        }
    }

  if (path == NULL)
    path = path_if_there (PKGDATADIR, name);

  if (path == NULL)
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("The file “%s” of Entente is missing. Install Entente again."), name);
  return path;
}

/**
 * ent_data_locale_dir:
 *
 * Returns: (transfer full) (type filename): the folder of gettext's catalogues: in the build
 *   tree when the program runs from there, else where it is installed
 */
char *
ent_data_locale_dir (void)
{
  g_autofree char *build_dir = find_build_dir ();
  g_autofree char *built = build_dir != NULL ? g_build_filename (build_dir, "po", NULL) : NULL;

  if (built != NULL && g_file_test (built, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&built);

  return g_strdup (LOCALEDIR);
}
