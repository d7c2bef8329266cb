/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/ent-error.h"
#include "cli/ent-cli.h"

/* All that was asked for, or nothing: a store takes its steps one by one. */
static gboolean
undo (EntStore *store, guint count, GPtrArray *labels, GError **error)
{
  const guint n_possible = ent_store_count_undo (store);

  if (count > n_possible)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                   ngettext ("%u edit is asked for, but %u can be undone.",
                             "%u edits are asked for, but %u can be undone.", count),
                   count, n_possible);
      return FALSE;
    }

  for (guint i = 0; i < count; i++)
    {
      g_ptr_array_add (labels,
                       ent_store_dup_undo_label (store, ent_words_interface_language ()));
      if (!ent_store_undo (store, error))
        return FALSE;
    }

  return TRUE;
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (EntProjectFile) file = NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  guint count;

  if (!ent_arguments_get_number (arguments, "number", 1, &count, error))
    return ENT_EXIT_USAGE;
  file = ent_cli_open (arguments, error);
  if (!file || !undo (ent_project_file_get_store (file), count, labels, error)
      || !ent_cli_close (file, error))
    return ENT_EXIT_DONE;

  for (guint i = 0; i < labels->len; i++)
    g_print (_("Undone: %s\n"), (const char *) g_ptr_array_index (labels, i));
  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "number", 'n', "N", N_ ("Number of edits, 1 by default") },
  { NULL },
};

const EntCommand ent_cmd_undo = {
  .name = "undo",
  .arguments = "FILE [-n N]",
  .n_min = 1,
  .n_max = 1,
  .options = options,
  .summary = N_ ("undo the last edits"),
  .run = run,
};
