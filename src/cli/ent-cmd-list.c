/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "cli/ent-cli-fields.h"
#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"
#include "exchange/ent-csv.h"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntId left = ent_record_get_id (*(EntRecord *const *) a);
  EntId right = ent_record_get_id (*(EntRecord *const *) b);

  return left < right ? -1 : left > right;
}

static GPtrArray *
find_records (EntProject *project, const EntTable *table, GPtrArray *conditions)
{
  GListModel *list = ent_project_get_list (project, table);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);

      if (ent_cli_fields_match (project, record, conditions))
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
  g_ptr_array_sort (records, compare_ids);

  return records;
}

static void
print_json (EntProject *project, GPtrArray *records)
{
  EntJsonWriter *writer = ent_json_writer_new ();

  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < records->len; i++)
    {
      ent_json_writer_begin_object (writer);
      ent_cli_write_record (writer, project, g_ptr_array_index (records, i));
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
  ent_cli_print_json (writer);
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer lang)
{
  const char *left = *(const char *const *) a;
  const char *right = *(const char *const *) b;

  /* By the title, which follows the id. */
  return ent_text_collate (left + ENT_ID_LENGTH, right + ENT_ID_LENGTH, lang);
}

static void
print_text (EntProject *project, GPtrArray *records)
{
  const char *lang = ent_words_interface_language ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (records, i);
      g_autofree char *id = ent_id_to_string (ent_record_get_id (record));
      g_autofree char *title = ent_record_dup_title (record, project, lang);
      g_autofree char *line = ent_cli_dup_one_line (title);

      g_ptr_array_add (lines, g_strdup_printf ("%s  %s", id, line));
    }
  g_ptr_array_sort_with_data (lines, compare_lines, (gpointer) lang);

  for (guint i = 0; i < lines->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (lines, i));
}

static void
list (EntArguments *arguments, EntProject *project, GError **error)
{
  const EntTable *table = ent_cli_find_table (ent_arguments_get (arguments, 1), error);
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (!table)
    return;
  conditions = ent_cli_fields_read (project, table, ent_arguments_get_values (arguments, "where"),
                                    TRUE, error);
  if (!conditions)
    return;

  records = find_records (project, table, conditions);
  if (ent_arguments_has (arguments, "json"))
    print_json (project, records);
  else if (ent_arguments_has (arguments, "csv"))
    {
      g_autofree char *csv = ent_csv_export (project, table, records);

      fputs (csv, stdout);
    }
  else
    print_text (project, records);
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (EntReading) reading = NULL;

  if (ent_arguments_has (arguments, "json") && ent_arguments_has (arguments, "csv"))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("“--json” and “--csv” cannot be used together."));
      return ENT_EXIT_USAGE;
    }

  reading = ent_cli_read (arguments, error);
  if (reading)
    list (arguments, reading->project, error);

  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "where", '\0', "FIELD=VALUE", N_ ("Only the records whose field has that value") },
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { "csv", '\0', NULL, N_ ("Answer in comma-separated values") },
  { NULL },
};

const EntCommand ent_cmd_list = {
  .name = "list",
  .arguments = "FILE TYPE [--where FIELD=VALUE]… [--json|--csv]",
  .n_min = 2,
  .n_max = 2,
  .options = options,
  .summary = N_ ("list the records of a type"),
  .details = N_ ("A reference is given by an id, or by an exact title that one record alone has. "
                 "“FIELD=” finds the records without a value. With several conditions all must "
                 "hold."),
  .run = run,
};
