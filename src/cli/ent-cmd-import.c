/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/ent-error.h"
#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"
#include "exchange/ent-json.h"

static EntImport *
read_sources (EntArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 1; i < ent_arguments_count (arguments); i++)
    {
      const char *path = ent_arguments_get (arguments, i);

      if (!g_str_has_suffix (path, ".json"))
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                       _("“%s” is not a source Entente reads: its name must end in .json."), path);
          return NULL;
        }
      g_ptr_array_add (paths, (gpointer) path);
    }
  g_ptr_array_add (paths, NULL);

  return ent_json_read ((const char *const *) paths->pdata, error);
}

static void
report (EntImport *import, gboolean json)
{
  EntJsonWriter *writer;

  if (!json)
    {
      g_print (ngettext ("%u record was imported.\n", "%u records were imported.\n",
                         import->records->len),
               import->records->len);
      return;
    }

  writer = ent_json_writer_new ();
  ent_json_writer_begin_object (writer);
  ent_json_writer_key (writer, "records");
  ent_json_writer_integer (writer, import->records->len);
  ent_json_writer_end_object (writer);
  ent_cli_print_json (writer);
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (EntProjectFile) file = NULL;
  g_autoptr (EntImport) import = read_sources (arguments, error);
  g_autofree char *name = g_path_get_basename (ent_arguments_get (arguments, 1));
  EntStore *store;

  if (!import)
    return ENT_EXIT_UNREADABLE;
  file = ent_cli_open (arguments, error);
  if (!file)
    return ENT_EXIT_DONE;

  store = ent_project_file_get_store (file);
  if (!ent_import_check (import, ent_store_get_project (store), error))
    return g_error_matches (*error, ENT_ERROR, ENT_ERROR_CONFLICT) ? ENT_EXIT_REFUSED
                                                                   : ENT_EXIT_UNREADABLE;
  if (!ent_store_import (store, import, name, ent_arguments_has (arguments, "dry-run"), error))
    return g_error_matches (*error, ENT_ERROR, ENT_ERROR_CONSTRAINT)
                   || g_error_matches (*error, ENT_ERROR, ENT_ERROR_INVALID_VALUE)
               ? ENT_EXIT_UNREADABLE
               : ENT_EXIT_DONE;
  if (ent_cli_close (file, error))
    report (import, ent_arguments_has (arguments, "json"));

  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "dry-run", '\0', NULL, N_ ("Only check the sources, change nothing") },
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_import = {
  .name = "import",
  .arguments = "FILE SOURCE… [--dry-run] [--json]",
  .n_min = 2,
  .n_max = G_MAXUINT,
  .options = options,
  .summary = N_ ("import records from JSON"),
  .details = N_ ("Several sources are imported as one, and may refer to each other. A complete "
                 "export comes back into an empty project as it was."),
  .run = run,
};
