/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/ent-cli-fields.h"
#include "cli/ent-cli.h"

static gboolean
set (EntArguments *arguments, EntStore *store, GError **error)
{
  EntProject *project = ent_store_get_project (store);
  EntRecord *record = ent_cli_find_record (project, ent_arguments_get (arguments, 1), error);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (EntAction) action = NULL;
  g_autofree char *title = NULL;

  if (!record)
    return FALSE;
  for (guint i = 2; i <= ent_arguments_count (arguments); i++)
    g_ptr_array_add (words, (gpointer) ent_arguments_get (arguments, i));
  fields = ent_cli_fields_read (project, ent_record_get_table (record),
                                (const char *const *) words->pdata, FALSE, error);
  if (!fields)
    return FALSE;

  title = ent_record_dup_title (record, project, NULL);
  action = ent_store_begin (store, N_ ("Change “%s”"), title, NULL);
  return ent_cli_fields_write (action, ent_record_get_id (record), fields, error)
         && ent_action_commit (action, error);
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (EntProjectFile) file = ent_cli_open (arguments, error);

  if (file && set (arguments, ent_project_file_get_store (file), error))
    ent_cli_close (file, error);

  return ENT_EXIT_DONE;
}

const EntCommand ent_cmd_set = {
  .name = "set",
  .arguments = "FILE ID FIELD=VALUE…",
  .n_min = 3,
  .n_max = G_MAXUINT,
  .summary = N_ ("change fields of a record"),
  .details = N_ ("“FIELD=” empties a field, untag=TERM takes a tag away; the rest is as in “add”."),
  .run = run,
};
