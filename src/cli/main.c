/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/ent-data.h"
#include "base/ent-error.h"
#include "cli/ent-cli.h"

static void
set_language (void)
{
  g_autofree char *built = ent_data_locale_dir ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, built);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Every refusal is one line. */
static void
report (const GError *error)
{
  g_autofree char *line = g_strdup (error->message);

  g_strdelimit (line, "\r\n", ' ');
  g_printerr ("ententectl: %s\n", line);
}

static gboolean
check_count (const EntCommand *command, EntArguments *arguments, GError **error)
{
  const guint count = ent_arguments_count (arguments);

  if (count >= command->n_min && count <= command->n_max)
    return TRUE;

  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE, _("Usage: ententectl %s %s"),
               command->name, command->arguments ? command->arguments : "");
  return FALSE;
}

static EntExit
run_command (const EntCommand *command, char **words, GError **error)
{
  g_autoptr (EntArguments) arguments = ent_arguments_new (words, command->options, error);

  if (!arguments)
    return ENT_EXIT_USAGE;

  if (ent_arguments_has (arguments, "help"))
    {
      char *name[] = { (char *) command->name, NULL };
      g_autoptr (EntArguments) topic = ent_arguments_new (name, NULL, NULL);

      return ent_cmd_help.run (topic, error);
    }
  if (!check_count (command, arguments, error))
    return ENT_EXIT_USAGE;

  return command->run (arguments, error);
}

static EntExit
run (int argc, char **argv, GError **error)
{
  const char *name = argc > 1 ? argv[1] : NULL;
  const EntCommand *command;

  if (name && g_str_equal (name, "--version"))
    {
      g_print ("ententectl (Entente) %s\n", PACKAGE_VERSION);
      return ENT_EXIT_DONE;
    }
  if (name && (g_str_equal (name, "--help") || g_str_equal (name, "-h")))
    name = "help";
  if (!name)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("A command is missing; “ententectl help” lists them."));
      return ENT_EXIT_USAGE;
    }

  command = ent_cli_find_command (name, error);
  return command ? run_command (command, argv + 2, error) : ENT_EXIT_USAGE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  EntExit status;

  set_language ();
  /* A file that may not grow any more is a refusal with a sentence, as a full disk is. */
  signal (SIGXFSZ, SIG_IGN);
  status = run (argc, argv, &error);
  if (error)
    {
      report (error);
      return (int) (status != ENT_EXIT_DONE ? status : ent_cli_exit_of (error));
    }
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_printerr ("ententectl: %s\n", _("The output could not be written."));
      return ENT_EXIT_REFUSED;
    }

  return (int) status;
}
