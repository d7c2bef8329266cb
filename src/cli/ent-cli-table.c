/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ent-cli-table.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "base/ent-error.h"
#include "cli/ent-cli-output.h"
#include "exchange/ent-json-writer.h"
#include "exchange/ent-source.h"

static EntCells *
read_sheet (const char *path, const char *name, EntSourceKind *kind, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  EntCells *sheet;

  if (!g_file_get_contents (path, &text, &length, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  *kind = ent_source_get_kind (bytes);
  sheet = ent_source_read (bytes, name, error);
  if (!sheet)
    g_prefix_error (error, "%s: ", path);

  return sheet;
}

/* The record that all rows hang on, by --of. */
static GStrv
dup_preset (EntArguments *arguments, EntProject *project, const EntTable *table, GError **error)
{
  const char *of = ent_arguments_get_value (arguments, "of");
  const EntColumn *owner = ent_table_get_owner (table);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  EntRecord *record;

  if (!of)
    return g_strv_builder_end (builder);
  record = ent_cli_find_record (project, of, error);
  if (!record)
    return NULL;
  if (!owner && ent_record_get_table (record) == table)
    owner = ent_table_find_column (table, "parent");
  if (!owner
      || (!g_str_equal (owner->target, "record")
          && !g_str_equal (owner->target, ent_record_get_type_name (record))))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("Records of type “%s” do not hang on one of type “%s”."), table->name,
                     ent_record_get_type_name (record));
      return NULL;
    }

  g_strv_builder_add (builder, owner->name);
  g_strv_builder_add (builder, of);
  return g_strv_builder_end (builder);
}

/* {"Title of a column": "field", "Another": null} */
static gboolean
apply_map (EntTablePlan *plan, const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  EntCells *sheet = ent_table_plan_get_sheet (plan);
  JsonNode *root;

  if (!json_parser_load_from_file (parser, path, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  root = json_parser_get_root (parser);
  for (guint i = 0; i < ent_cells_get_n_columns (sheet) && root && JSON_NODE_HOLDS_OBJECT (root);
       i++)
    {
      JsonObject *map = json_node_get_object (root);
      const char *title = ent_cells_get (sheet, 0, i);
      const char *name = json_object_get_string_member_with_default (map, title, NULL);
      const EntTableField *field = name ? ent_table_fields_find (ent_table_plan_get_fields (plan),
                                                                 name)
                                        : NULL;

      if (name && !field)
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                       _("A row of type “%s” has no field “%s”."),
                         ent_table_plan_get_table (plan)->name, name);
          return FALSE;
        }
      if (json_object_has_member (map, title))
        ent_table_plan_set_field (plan, i, field);
    }

  return TRUE;
}

static gboolean
apply_options (EntArguments *arguments, EntTablePlan *plan, GError **error)
{
  const char *const *values = ent_arguments_get_values (arguments, "set");
  const char *map = ent_arguments_get_value (arguments, "map");

  if (map)
    {
      ent_table_plan_set_has_titles (plan, TRUE);
      if (!apply_map (plan, map, error))
        return FALSE;
    }
  for (guint i = 0; values && values[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (values[i], "=", 2);

      if (!parts[0] || !parts[1])
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                       _("“%s” is not of the form FIELD=VALUE."), values[i]);
          return FALSE;
        }
      if (!ent_table_plan_set_value (plan, parts[0], parts[1], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ent_cli_table_plan:
 * @arguments: those of the command: FILE, the table
 * @project: where it is to go
 * @error: return location
 *
 * Returns: (transfer full): what importing the table does, all of it worked out, or %NULL
 */
EntTablePlan *
ent_cli_table_plan (EntArguments *arguments, EntProject *project, GError **error)
{
  const char *path = ent_arguments_get (arguments, 1);
  const char *as = ent_arguments_get_value (arguments, "as");
  EntSourceKind kind = ENT_SOURCE_TABLE;
  g_autoptr (EntCells)
      sheet = read_sheet (path, ent_arguments_get_value (arguments, "sheet"), &kind, error);
  const EntTable *table = NULL;
  g_autoptr (EntTablePlan) plan = NULL;
  g_auto (GStrv) preset = NULL;

  if (!sheet)
    return NULL;
  table = as ? ent_cli_find_table (as, error) : ent_source_guess (kind, sheet);
  if (!table)
    {
      if (!as)
        g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                     _("%s: its first row does not tell what the rows are: say it with “--as”."),
                       path);
      return NULL;
    }
  preset = dup_preset (arguments, project, table, error);
  if (!preset)
    return NULL;

  plan = ent_table_plan_new (project, table, (const char *const *) preset, sheet);
  ent_source_prepare (kind, plan);
  if (!apply_options (arguments, plan, error))
    return NULL;
  ent_table_plan_start (plan);
  while (ent_table_plan_step (plan, G_MAXINT))
    ;

  return g_steal_pointer (&plan);
}

static char *
dup_column_title (EntTablePlan *plan, const EntTableRow *row)
{
  const EntTableField *field = row->column >= 0
                                   ? ent_table_plan_get_field (plan, (guint) row->column)
                                   : NULL;

  return field ? ent_table_field_dup_label (field, ent_words_interface_language ()) : NULL;
}

/* "Line 5, “Date”: …" */
static char *
dup_sentence (EntTablePlan *plan, const EntTableRow *row)
{
  guint line = ent_cells_get_line (ent_table_plan_get_sheet (plan), row->row);
  g_autofree char *title = dup_column_title (plan, row);

  /* Translators: a line of a table, the title of its column, and what is wrong there. */
  return title ? g_strdup_printf (_("Line %u, “%s”: %s"), line, title, row->message)
               : g_strdup_printf (_("Line %u: %s"), line, row->message);
}

/**
 * ent_cli_table_check:
 * @arguments: those of the command
 * @plan: what it does
 * @error: return location: %ENT_ERROR_INVALID_VALUE, for the first row that cannot be taken
 *
 * Returns: whether every row can be taken, or is to be left out by “--skip-errors”
 */
gboolean
ent_cli_table_check (EntArguments *arguments, EntTablePlan *plan, GError **error)
{
  guint n_errors = ent_table_plan_count (plan, ENT_ROW_ERROR);

  if (n_errors == 0 || ent_arguments_has (arguments, "skip-errors")
      || ent_arguments_has (arguments, "dry-run"))
    return TRUE;

  for (guint i = 0; i < ent_table_plan_get_n_done (plan); i++)
    {
      const EntTableRow *row = ent_table_plan_get_row (plan, i);

      if (row->state == ENT_ROW_ERROR)
        {
          g_autofree char *sentence = dup_sentence (plan, row);

          g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                       ngettext ("%s (%u row cannot be taken; “--dry-run” shows it, "
                                 "“--skip-errors” leaves it out.)",
                                 "%s (%u rows cannot be taken; “--dry-run” shows them, "
                                 "“--skip-errors” leaves them out.)",
                                 n_errors),
                       sentence, n_errors);
          break;
        }
    }

  return FALSE;
}

static void
write_row (EntJsonWriter *writer, EntTablePlan *plan, const EntTableRow *row)
{
  const EntTableField *field = row->column >= 0
                                   ? ent_table_plan_get_field (plan, (guint) row->column)
                                   : NULL;

  ent_json_writer_begin_object (writer);
  ent_json_writer_key (writer, "line");
  ent_json_writer_integer (writer, ent_cells_get_line (ent_table_plan_get_sheet (plan), row->row));
  ent_json_writer_member (writer, "field", field ? field->name : NULL);
  ent_json_writer_member (writer, "message", row->message);
  ent_json_writer_end_object (writer);
}

static void
write_rows (EntJsonWriter *writer, EntTablePlan *plan, const char *key, gboolean errors)
{
  ent_json_writer_key (writer, key);
  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < ent_table_plan_get_n_done (plan); i++)
    {
      const EntTableRow *row = ent_table_plan_get_row (plan, i);

      if (row->message && (row->state == ENT_ROW_ERROR) == errors)
        write_row (writer, plan, row);
    }
  ent_json_writer_end_array (writer);
}

static void
write_columns (EntJsonWriter *writer, EntTablePlan *plan)
{
  EntCells *sheet = ent_table_plan_get_sheet (plan);

  ent_json_writer_key (writer, "columns");
  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < ent_cells_get_n_columns (sheet); i++)
    {
      const EntTableField *field = ent_table_plan_get_field (plan, i);

      if (field)
        ent_json_writer_string (writer, field->name);
      else
        ent_json_writer_null (writer);
    }
  ent_json_writer_end_array (writer);
}

static void
report_json (EntTablePlan *plan)
{
  static const char *const keys[ENT_N_ROW_STATES] = { "new", "completed", "known", NULL };
  EntJsonWriter *writer = ent_json_writer_new ();

  ent_json_writer_begin_object (writer);
  ent_json_writer_member (writer, "type", ent_table_plan_get_table (plan)->name);
  write_columns (writer, plan);
  for (guint i = 0; i < ENT_ROW_ERROR; i++)
    {
      ent_json_writer_key (writer, keys[i]);
      ent_json_writer_integer (writer, ent_table_plan_count (plan, i));
    }
  ent_json_writer_key (writer, "others");
  ent_json_writer_integer (writer, ent_table_plan_count_others (plan));
  write_rows (writer, plan, "errors", TRUE);
  write_rows (writer, plan, "kept", FALSE);
  ent_json_writer_end_object (writer);
  ent_cli_print_json (writer);
}

/**
 * ent_cli_table_report:
 * @arguments: those of the command
 * @plan: what it did or would do
 *
 * Prints the rows that cannot be taken, those that say otherwise than the project, and counts.
 */
void
ent_cli_table_report (EntArguments *arguments, EntTablePlan *plan)
{
  if (ent_arguments_has (arguments, "json"))
    {
      report_json (plan);
      return;
    }

  for (guint i = 0; i < ent_table_plan_get_n_done (plan); i++)
    {
      const EntTableRow *row = ent_table_plan_get_row (plan, i);
      g_autofree char *sentence = row->message ? dup_sentence (plan, row) : NULL;

      if (sentence)
        g_print ("%s\n", sentence);
    }
  g_print (
      _("New: %u. Completed: %u. Already there: %u. Errors: %u.\n"),
        ent_table_plan_count (plan, ENT_ROW_NEW), ent_table_plan_count (plan, ENT_ROW_COMPLETES),
        ent_table_plan_count (plan, ENT_ROW_KNOWN), ent_table_plan_count (plan, ENT_ROW_ERROR));
}
