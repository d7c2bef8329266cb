/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ent-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ent-error.h"

static const EntCommand *const commands[] = {
  &ent_cmd_new,    &ent_cmd_info,   &ent_cmd_types,   &ent_cmd_check,  &ent_cmd_due,
  &ent_cmd_list,   &ent_cmd_show,   &ent_cmd_add,     &ent_cmd_set,    &ent_cmd_delete,
  &ent_cmd_undo,   &ent_cmd_redo,   &ent_cmd_history, &ent_cmd_search, &ent_cmd_attach,
  &ent_cmd_read,   &ent_cmd_import, &ent_cmd_export, &ent_cmd_help,
};

/**
 * ent_cli_get_commands:
 * @n_commands: (out): how many
 *
 * Returns: (array length=n_commands) (transfer none): every command, as the help lists them
 */
const EntCommand *const *
ent_cli_get_commands (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

/**
 * ent_cli_find_command:
 * @name: what was typed
 * @error: return location: %ENT_ERROR_NOT_FOUND, with the nearest name
 *
 * Returns: (nullable): the command
 */
const EntCommand *
ent_cli_find_command (const char *name, GError **error)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  const char *nearest;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      names[i] = commands[i]->name;
      if (g_str_equal (commands[i]->name, name))
        return commands[i];
    }

  nearest = ent_cli_find_nearest (name, names);
  if (nearest)
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("There is no command “%s”; do you mean “%s”?"), name, nearest);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("There is no command “%s”; “ententectl help” lists them."), name);
  return NULL;
}

static EntExit
exit_of_ent_error (int code)
{
  switch ((EntError) code)
    {
    case ENT_ERROR_NOT_A_PROJECT:
    case ENT_ERROR_TOO_NEW:
    case ENT_ERROR_DAMAGED:
    case ENT_ERROR_PASSWORD:
      return ENT_EXIT_UNREADABLE;
    case ENT_ERROR_CONSTRAINT:
    case ENT_ERROR_INVALID_VALUE:
    case ENT_ERROR_NOT_FOUND:
    case ENT_ERROR_AMBIGUOUS:
      return ENT_EXIT_USAGE;
    case ENT_ERROR_FAILED:
    case ENT_ERROR_IN_USE:
    case ENT_ERROR_CHANGED_OUTSIDE:
    case ENT_ERROR_CONFLICT:
    case ENT_ERROR_READ_ONLY:
    case ENT_ERROR_NO_SPACE:
      return ENT_EXIT_REFUSED;
    }

  return ENT_EXIT_REFUSED;
}

/**
 * ent_cli_exit_of:
 * @error: why a command was refused
 *
 * Returns: the exit status that says so
 */
EntExit
ent_cli_exit_of (const GError *error)
{
  if (error->domain == ENT_ERROR)
    return exit_of_ent_error (error->code);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return ENT_EXIT_REFUSED;

  return ENT_EXIT_UNREADABLE;
}

/**
 * ent_cli_find_table:
 * @name: what was typed
 * @error: return location: %ENT_ERROR_NOT_FOUND, with the nearest name
 *
 * Returns: (nullable): the record type
 */
const EntTable *
ent_cli_find_table (const char *name, GError **error)
{
  const EntTable *table = ent_table_find (name);
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);
  g_autofree const char **names = g_new0 (const char *, n_tables + 1);
  const char *nearest;

  if (table)
    return table;

  for (guint i = 0; i < n_tables; i++)
    names[i] = tables[i]->name;
  nearest = ent_cli_find_nearest (name, names);
  if (nearest)
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("There is no type of record “%s”; do you mean “%s”?"), name, nearest);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("There is no type of record “%s”; “ententectl types” lists them."), name);
  return NULL;
}

/**
 * ent_cli_find_record:
 * @project: the graph
 * @id: what was typed
 * @error: return location: %ENT_ERROR_NOT_FOUND
 *
 * Returns: (transfer none) (nullable): the record of that id
 */
EntRecord *
ent_cli_find_record (EntProject *project, const char *id, GError **error)
{
  EntRecord *record = NULL;
  EntId number;

  if (ent_id_parse (id, &number))
    record = ent_project_get (project, number);
  if (!record)
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("There is no record of the id “%s” in the project."), id);

  return record;
}

/**
 * ent_cli_get_today:
 * @arguments: those of a command with the option "today"
 * @error: return location: %ENT_ERROR_INVALID_VALUE
 *
 * Returns: the day the command goes by, 0 where what was typed is none
 */
int
ent_cli_get_today (EntArguments *arguments, GError **error)
{
  const char *typed = ent_arguments_get_value (arguments, "today");
  int day;

  if (!typed)
    return ent_day_today ();
  if (ent_day_parse_iso (typed, &day))
    return day;

  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
               _("“%s” is not a day: write it as 2026-12-31."), typed);
  return 0;
}

/* How many letters to add, drop, change or swap to come from one word to the other. */
static guint
get_distance (const char *a, const char *b)
{
  const gsize rows = strlen (a) + 1;
  const gsize columns = strlen (b) + 1;
  g_autofree guint *costs = g_new0 (guint, rows * columns);

  for (gsize i = 0; i < rows; i++)
    for (gsize j = 0; j < columns; j++)
      {
        guint *cost = &costs[i * columns + j];

        if (i == 0 || j == 0)
          {
            *cost = (guint) (i + j);
            continue;
          }
        *cost = MIN (cost[-1], *(cost - columns)) + 1;
        *cost = MIN (*cost, *(cost - columns - 1) + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          *cost = MIN (*cost, *(cost - 2 * columns - 2) + 1);
      }

  return costs[rows * columns - 1];
}

/**
 * ent_cli_find_nearest:
 * @word: what was typed
 * @names: (array zero-terminated=1): what there is
 *
 * Returns: (transfer none) (nullable): the name that was probably meant
 */
const char *
ent_cli_find_nearest (const char *word, const char *const *names)
{
  const char *nearest = NULL;
  const gsize length = strlen (word);
  /* A short word shares little with a name three letters away. */
  guint least = length < 4 ? 2 : length < 8 ? 3 : 4;

  if (length > 64)
    return NULL;

  for (guint i = 0; names[i]; i++)
    {
      guint distance = get_distance (word, names[i]);

      if (distance < least)
        {
          nearest = names[i];
          least = distance;
        }
    }

  return nearest;
}
