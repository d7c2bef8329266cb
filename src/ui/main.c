/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "ui/ent-application.h"

/* The catalogues beside the program where it runs from its build tree, else the installed. */
static char *
find_catalogues (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *directory = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *built
      = directory != NULL ? g_build_filename (directory, "..", "..", "po", NULL) : NULL;

  if (built != NULL && g_file_test (built, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&built);

  return g_strdup (ENTENTE_LOCALEDIR);
}

int
main (int argc, char *argv[])
{
  g_autofree char *catalogues = find_catalogues ();
  g_autoptr (EntApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = ent_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
