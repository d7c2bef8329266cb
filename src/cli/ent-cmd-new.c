/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/ent-data.h"
#include "cli/ent-cli.h"

#define SAMPLE "namur-2024.entente"

static EntProjectFile *
create (GFile *file, gboolean sample, GError **error)
{
  g_autofree char *template = NULL;

  if (!sample)
    return ent_project_file_create (file, error);

  template = ent_data_path (SAMPLE, error);
  return template ? ent_project_file_create_from (file, template, error) : NULL;
}

static gboolean
check_place (GFile *file, const char *typed, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (g_file_query_exists (file, NULL))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _("“%s” exists already: choose another name."), typed);
  else if (folder && !g_file_query_exists (folder, NULL))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _("“%s” cannot be made: make its folder first."), typed);
  else
    return TRUE;

  return FALSE;
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (GFile) file = ent_cli_get_file (arguments);
  g_autoptr (EntProjectFile) project_file = NULL;

  if (!check_place (file, ent_arguments_get (arguments, 0), error))
    return ENT_EXIT_REFUSED;

  project_file = create (file, ent_arguments_has (arguments, "sample"), error);
  if (!project_file || !ent_cli_close (project_file, error))
    return ENT_EXIT_REFUSED;

  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "sample", '\0', NULL, N_ ("Begin with the sample, the relations of a city in 2024") },
  { NULL },
};

const EntCommand ent_cmd_new = {
  .name = "new",
  .arguments = "FILE [--sample]",
  .n_min = 1,
  .n_max = 1,
  .options = options,
  .summary = N_ ("make an empty project, or the sample"),
  .run = run,
};
