/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/ent-error.h"
#include "cli/ent-cli.h"

/* One of the two ways through the journal. */
typedef struct
{
  guint (*count) (EntStore *store);
  char *(*dup_label) (EntStore *store, const char *lang);
  gboolean (*step) (EntStore *store, GError **error);
  char *(*dup_refusal) (guint asked, guint possible);
  void (*say) (const char *label);
} Way;

static char *
dup_undo_refusal (guint asked, guint possible)
{
  return g_strdup_printf (ngettext ("%u edit is asked for, but %u can be undone.",
                                    "%u edits are asked for, but %u can be undone.", asked),
                          asked, possible);
}

static char *
dup_redo_refusal (guint asked, guint possible)
{
  return g_strdup_printf (ngettext ("%u edit is asked for, but %u can be redone.",
                                    "%u edits are asked for, but %u can be redone.", asked),
                          asked, possible);
}

static void
say_undone (const char *label)
{
  g_print (_("Undone: %s\n"), label);
}

static void
say_redone (const char *label)
{
  g_print (_("Redone: %s\n"), label);
}

static const Way back = {
  ent_store_count_undo, ent_store_dup_undo_label, ent_store_undo, dup_undo_refusal, say_undone,
};

static const Way forth = {
  ent_store_count_redo, ent_store_dup_redo_label, ent_store_redo, dup_redo_refusal, say_redone,
};

/* All that was asked for, or nothing: a store takes its steps one by one. */
static gboolean
walk (const Way *way, EntStore *store, guint count, GPtrArray *labels, GError **error)
{
  const guint n_possible = way->count (store);

  if (count > n_possible)
    {
      g_autofree char *refusal = way->dup_refusal (count, n_possible);

      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_NOT_FOUND, refusal);
      return FALSE;
    }

  for (guint i = 0; i < count; i++)
    {
      g_ptr_array_add (labels, way->dup_label (store, ent_words_interface_language ()));
      if (!way->step (store, error))
        return FALSE;
    }

  return TRUE;
}

static EntExit
run (const Way *way, EntArguments *arguments, GError **error)
{
  g_autoptr (EntProjectFile) file = NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  guint count;

  if (!ent_arguments_get_number (arguments, "number", 1, &count, error))
    return ENT_EXIT_USAGE;
  file = ent_cli_open (arguments, error);
  if (!file || !walk (way, ent_project_file_get_store (file), count, labels, error)
      || !ent_cli_close (file, error))
    return ENT_EXIT_DONE;

  for (guint i = 0; i < labels->len; i++)
    way->say (g_ptr_array_index (labels, i));
  return ENT_EXIT_DONE;
}

static EntExit
run_undo (EntArguments *arguments, GError **error)
{
  return run (&back, arguments, error);
}

static EntExit
run_redo (EntArguments *arguments, GError **error)
{
  return run (&forth, arguments, error);
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
  .run = run_undo,
};

const EntCommand ent_cmd_redo = {
  .name = "redo",
  .arguments = "FILE [-n N]",
  .n_min = 1,
  .n_max = 1,
  .options = options,
  .summary = N_ ("redo what was undone"),
  .run = run_redo,
};
