/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"

static void
write_choices (EntJsonWriter *writer, const EntColumn *column, const char *lang)
{
  ent_json_writer_key (writer, "choices");
  ent_json_writer_begin_array (writer);
  for (const EntChoice *choice = column->choices; choice->value; choice++)
    {
      ent_json_writer_begin_object (writer);
      ent_json_writer_member (writer, "value", choice->value);
      ent_json_writer_member (writer, "label", ent_choice_get_words (choice, lang));
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
}

static void
write_column (EntJsonWriter *writer, const EntColumn *column, const char *lang)
{
  ent_json_writer_begin_object (writer);
  ent_json_writer_member (writer, "name", column->name);
  ent_json_writer_member (writer, "kind", ent_kind_to_string (column->kind));
  ent_json_writer_member (writer, "label", ent_words (lang, column->label));
  ent_json_writer_key (writer, "required");
  ent_json_writer_boolean (writer, (column->flags & ENT_COLUMN_REQUIRED) != 0);
  ent_json_writer_key (writer, "translatable");
  ent_json_writer_boolean (writer, (column->flags & ENT_COLUMN_TRANSLATABLE) != 0);
  if (column->target)
    ent_json_writer_member (writer, "target", column->target);
  if (column->choices)
    write_choices (writer, column, lang);
  ent_json_writer_end_object (writer);
}

static void
write_table (EntJsonWriter *writer, const EntTable *table, const char *lang)
{
  ent_json_writer_begin_object (writer);
  ent_json_writer_member (writer, "name", table->name);
  ent_json_writer_member (writer, "label", ent_words (lang, table->label));
  ent_json_writer_member (writer, "plural", ent_words (lang, table->plural));
  ent_json_writer_key (writer, "fields");
  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < table->n_columns; i++)
    write_column (writer, &table->columns[i], lang);
  for (guint i = 0; i < ent_record_n_columns; i++)
    write_column (writer, &ent_record_columns[i], lang);
  ent_json_writer_end_array (writer);
  ent_json_writer_end_object (writer);
}

static void
print_json (const EntTable *only, const char *lang)
{
  EntJsonWriter *writer = ent_json_writer_new ();
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < n_tables; i++)
    if (!only || tables[i] == only)
      write_table (writer, tables[i], lang);
  ent_json_writer_end_array (writer);
  ent_cli_print_json (writer);
}

static void
print_column (const EntColumn *column, const char *lang)
{
  g_print ("%-16s  %-9s  %s", column->name, ent_kind_to_string (column->kind),
           ent_words (lang, column->label));
  if (column->flags & ENT_COLUMN_REQUIRED)
    g_print (" *");
  if (column->target)
    g_print (" → %s", column->target);
  g_print ("\n");
  for (const EntChoice *choice = column->choices; choice && choice->value; choice++)
    g_print ("%16s  %-9s  %s\n", "", choice->value, ent_choice_get_words (choice, lang));
}

static void
print_text (const EntTable *only, const char *lang)
{
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  if (!only)
    {
      for (guint i = 0; i < n_tables; i++)
        g_print ("%-14s  %s\n", tables[i]->name, ent_words (lang, tables[i]->plural));
      return;
    }

  g_print ("%s (%s)\n", ent_words (lang, only->label), only->name);
  for (guint i = 0; i < only->n_columns; i++)
    print_column (&only->columns[i], lang);
  for (guint i = 0; i < ent_record_n_columns; i++)
    print_column (&ent_record_columns[i], lang);
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  const char *name = ent_arguments_get (arguments, 0);
  const EntTable *only = name ? ent_cli_find_table (name, error) : NULL;
  const char *lang = ent_words_interface_language ();

  if (name && !only)
    return ENT_EXIT_USAGE;

  if (ent_arguments_has (arguments, "json"))
    print_json (only, lang);
  else
    print_text (only, lang);

  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_types = {
  .name = "types",
  .arguments = "[TYPE] [--json]",
  .n_max = 1,
  .options = options,
  .summary = N_ ("list the types of records and their fields"),
  .details = N_ ("A star marks a field that a record cannot be without."),
  .run = run,
};
