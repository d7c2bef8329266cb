/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"

static void
print_json (EntStore *store, EntProject *project)
{
  EntJsonWriter *writer = ent_json_writer_new ();
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  ent_json_writer_begin_object (writer);
  ent_json_writer_key (writer, "schema");
  ent_json_writer_integer (writer, ent_store_get_schema (store));
  ent_json_writer_member (writer, "project", ent_project_get_setting (project, ENT_SETTING_ID));
  ent_json_writer_member (writer, "title", ent_project_get_setting (project, ENT_SETTING_TITLE));
  ent_json_writer_member (writer, "lang", ent_project_get_lang (project));
  ent_json_writer_key (writer, "counts");
  ent_json_writer_begin_object (writer);
  for (guint i = 0; i < n_tables; i++)
    {
      ent_json_writer_key (writer, tables[i]->name);
      ent_json_writer_integer (writer, ent_project_count (project, tables[i]));
    }
  ent_json_writer_end_object (writer);
  ent_json_writer_end_object (writer);
  ent_cli_print_json (writer);
}

static void
print_text (EntStore *store, EntProject *project)
{
  const char *title = ent_project_get_setting (project, ENT_SETTING_TITLE);
  const char *id = ent_project_get_setting (project, ENT_SETTING_ID);
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  if (title)
    g_print ("%s\n", title);
  g_print (_("Project %s, schema %d\n"), id ? id : "?", ent_store_get_schema (store));
  for (guint i = 0; i < n_tables; i++)
    if (ent_project_count (project, tables[i]) > 0)
      g_print ("%6u  %-14s  %s\n", ent_project_count (project, tables[i]), tables[i]->name,
               _(tables[i]->plural));
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (EntReading) reading = ent_cli_read (arguments, error);

  if (!reading)
    return ENT_EXIT_DONE;

  if (ent_arguments_has (arguments, "json"))
    print_json (reading->store, reading->project);
  else
    print_text (reading->store, reading->project);

  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_info = {
  .name = "info",
  .arguments = "FILE [--json]",
  .n_min = 1,
  .n_max = 1,
  .options = options,
  .summary = N_ ("say what a project holds"),
  .run = run,
};
