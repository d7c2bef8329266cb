/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/ent-error.h"
#include "cli/ent-cli-output.h"
#include "cli/ent-cli-table.h"
#include "cli/ent-cli.h"
#include "exchange/ent-json.h"
#include "exchange/ent-source.h"

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
                       _("“%s” is not a source Entente reads: its name must end in .json, "
                         ".csv, .ods, .xlsx, .vcf or .ics."),
                         path);
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
get_exit (const GError *error)
{
  return g_error_matches (error, ENT_ERROR, ENT_ERROR_CONSTRAINT)
                 || g_error_matches (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE)
             ? ENT_EXIT_UNREADABLE
             : ENT_EXIT_DONE;
}

static EntExit
run_json (EntArguments *arguments, const char *name, GError **error)
{
  g_autoptr (EntProjectFile) file = NULL;
  g_autoptr (EntImport) import = read_sources (arguments, error);
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
    return get_exit (*error);
  if (ent_cli_close (file, error))
    report (import, ent_arguments_has (arguments, "json"));

  return ENT_EXIT_DONE;
}

static EntExit
run_table (EntArguments *arguments, const char *name, GError **error)
{
  g_autoptr (EntProjectFile) file = ent_cli_open (arguments, error);
  EntStore *store = file ? ent_project_file_get_store (file) : NULL;
  g_autoptr (EntTablePlan)
      plan = store ? ent_cli_table_plan (arguments, ent_store_get_project (store), error) : NULL;
  EntImport *import;

  if (!plan)
    return file ? ENT_EXIT_UNREADABLE : ENT_EXIT_DONE;
  if (!ent_cli_table_check (arguments, plan, error))
    return ENT_EXIT_UNREADABLE;

  import = ent_table_plan_get_import (plan);
  if (!ent_import_check (import, ent_store_get_project (store), error))
    return ENT_EXIT_UNREADABLE;
  if (!ent_store_import (store, import, name, ent_arguments_has (arguments, "dry-run"), error))
    return get_exit (*error);
  if (!ent_cli_close (file, error))
    return ENT_EXIT_DONE;

  ent_cli_table_report (arguments, plan);
  return ent_table_plan_count (plan, ENT_ROW_ERROR) > 0 ? ENT_EXIT_FINDINGS : ENT_EXIT_DONE;
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  const char *source = ent_arguments_get (arguments, 1);
  g_autofree char *name = g_path_get_basename (source);

  if (ent_source_has_ending (source) && ent_arguments_count (arguments) == 2)
    return run_table (arguments, name, error);

  return run_json (arguments, name, error);
}

static const EntOption options[] = {
  { "as", '\0', "TYPE", N_ ("What the rows of a table are") },
  { "of", '\0', "ID", N_ ("The record that all rows of a table hang on") },
  { "sheet", '\0', "NAME", N_ ("Which table of a spreadsheet, the first when not said") },
  { "map", '\0', "MAP.json", N_ ("Which field each column holds, by its title") },
  { "set", '\0', "FIELD=VALUE", N_ ("What every row has that does not say it") },
  { "skip-errors", '\0', NULL, N_ ("Leave out the rows that cannot be taken") },
  { "dry-run", '\0', NULL, N_ ("Only check the sources, change nothing") },
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_import = {
  .name = "import",
  .arguments =
      "FILE SOURCE… [--as TYPE] [--of ID] [--sheet NAME] [--map MAP.json] [--set FIELD=VALUE]… "
      "[--skip-errors] [--dry-run] [--json]",
  .n_min = 2,
  .n_max = G_MAXUINT,
  .options = options,
  .summary = N_ ("import records from JSON or from a table"),
  .details = N_ ("Several sources are imported as one, and may refer to each other. A complete "
                 "export comes back into an empty project as it was. A table (.csv, .tsv, .ods, "
                 ".xlsx), contacts "
                 "(.vcf) and a calendar (.ics) are imported alone: columns are known by their "
                 "titles in French or English, records "
                 "that are known are completed and never changed, and either all rows are "
                 "taken or none is. An event of a calendar that was imported before is changed, "
                 "not doubled."),
  .run = run,
};
