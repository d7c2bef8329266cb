/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/ent-error.h"
#include "cli/ent-cli.h"

/* Characters of the column in which options stand. */
#define OPTION_WIDTH 24

static void
print_all (void)
{
  guint n_commands;
  const EntCommand *const *commands = ent_cli_get_commands (&n_commands);

  g_print (_("Usage: ententectl COMMAND FILE …\n\n"));
  for (guint i = 0; i < n_commands; i++)
    g_print ("  %-8s  %s\n", commands[i]->name, _(commands[i]->summary));
  g_print ("\n%s\n", _("“ententectl help COMMAND” tells more of one."));
}

static void
print_option (const EntOption *option)
{
  g_autofree char *letter = option->letter ? g_strdup_printf ("-%c, ", option->letter) : NULL;
  g_autofree char *words
      = g_strdup_printf ("%s--%s%s%s", letter ? letter : "", option->name,
                         option->value ? " " : "", option->value ? option->value : "");

  g_print ("  %-*s  %s\n", OPTION_WIDTH, words, _(option->help));
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  const char *name = ent_arguments_get (arguments, 0);
  const EntCommand *command;

  if (!name)
    {
      print_all ();
      return ENT_EXIT_DONE;
    }

  command = ent_cli_find_command (name, error);
  if (!command)
    return ENT_EXIT_USAGE;

  g_print (_("Usage: ententectl %s %s\n\n%s\n"), command->name,
           command->arguments ? command->arguments : "", _(command->summary));
  if (command->details)
    g_print ("\n%s\n", _(command->details));
  if (command->options)
    g_print ("\n");
  for (const EntOption *option = command->options; option && option->name; option++)
    print_option (option);

  return ENT_EXIT_DONE;
}

const EntCommand ent_cmd_help = {
  .name = "help",
  .arguments = "[COMMAND]",
  .n_max = 1,
  .summary = N_ ("list the commands, or explain one"),
  .run = run,
};
