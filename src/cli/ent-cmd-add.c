/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/ent-cli-fields.h"
#include "cli/ent-cli.h"

static EntId
add (EntArguments *arguments, EntStore *store, GError **error)
{
  EntProject *project = ent_store_get_project (store);
  const EntTable *table = ent_cli_find_table (ent_arguments_get (arguments, 1), error);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (EntAction) action = NULL;
  g_autofree char *label = NULL;
  EntId id;

  if (!table)
    return ENT_ID_NONE;
  for (guint i = 2; i <= ent_arguments_count (arguments); i++)
    g_ptr_array_add (words, (gpointer) ent_arguments_get (arguments, i));
  fields = ent_cli_fields_read (project, table, (const char *const *) words->pdata, FALSE, error);
  if (!fields)
    return ENT_ID_NONE;

  label = g_strconcat (ENT_ARGUMENT_WORD, table->label, NULL);
  action = ent_store_begin (store, N_ ("Add: %s"), label, NULL);
  id = ent_action_add (action, table, ENT_ID_NONE, error);
  if (id == ENT_ID_NONE || !ent_cli_fields_write (action, id, fields, error)
      || !ent_action_commit (action, error))
    return ENT_ID_NONE;

  return id;
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (EntProjectFile) file = ent_cli_open (arguments, error);
  g_autofree char *text = NULL;
  EntId id;

  if (!file)
    return ENT_EXIT_DONE;

  id = add (arguments, ent_project_file_get_store (file), error);
  if (id == ENT_ID_NONE || !ent_cli_close (file, error))
    return ENT_EXIT_DONE;

  text = ent_id_to_string (id);
  g_print ("%s\n", text);
  return ENT_EXIT_DONE;
}

const EntCommand ent_cmd_add = {
  .name = "add",
  .arguments = "FILE TYPE FIELD=VALUE…",
  .n_min = 2,
  .n_max = G_MAXUINT,
  .summary = N_ ("add a record and print its id"),
  .details = N_ ("A reference is given by an id, or by an exact title that one record alone has; "
                 "a date as it is known (2024, 2024-05, 2024-05-24, 2024/2029); a translation as "
                 "FIELD@en=TEXT; a tag as tag=TERM, or tag=TERM:2 with its weight."),
  .run = run,
};
