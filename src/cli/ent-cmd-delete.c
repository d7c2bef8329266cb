/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/ent-cli.h"

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (EntProjectFile) file = ent_cli_open (arguments, error);
  EntStore *store = file ? ent_project_file_get_store (file) : NULL;
  EntRecord *record = file ? ent_cli_find_record (ent_store_get_project (store),
                                                  ent_arguments_get (arguments, 1), error)
                           : NULL;
  guint n_along = 0;

  if (!record || !ent_store_delete (store, ent_record_get_id (record), &n_along, error)
      || !ent_cli_close (file, error))
    return ENT_EXIT_DONE;

  if (n_along > 0)
    g_print (ngettext ("%u record that hangs on it was deleted too.\n",
                       "%u records that hang on it were deleted too.\n", n_along),
             n_along);
  return ENT_EXIT_DONE;
}

const EntCommand ent_cmd_delete = {
  .name = "delete",
  .arguments = "FILE ID",
  .n_min = 2,
  .n_max = 2,
  .summary = N_ ("delete a record and what cannot be without it"),
  .run = run,
};
