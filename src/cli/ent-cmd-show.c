/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"

/* Whether @child hangs on @record: it belongs to it, or is a part of it in a tree. */
static gboolean
hangs_on (EntRecord *child, EntRecord *record, gboolean as_owned)
{
  const EntTable *table = ent_record_get_table (child);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const EntColumn *column = &table->columns[i];
      const gboolean is_tree = g_str_equal (column->name, "parent") && !as_owned;

      if (column->kind == ENT_KIND_REFERENCE && (is_tree || (column->flags & ENT_COLUMN_OWNER))
          && ent_record_get_reference (child, column) == ent_record_get_id (record))
        return TRUE;
    }

  return FALSE;
}

static void
add_children (EntProject *project, GPtrArray *found, EntRecord *record, gboolean as_owned)
{
  g_autoptr (GPtrArray) children
      = ent_project_get_children (project, ent_record_get_id (record), NULL, NULL);

  for (guint i = 0; i < children->len; i++)
    {
      EntRecord *child = g_ptr_array_index (children, i);

      if (!ENT_IS_LINK (child) && hangs_on (child, record, as_owned)
          && !g_ptr_array_find (found, child, NULL))
        g_ptr_array_add (found, child);
    }
}

/* All that hangs on @record, and on that in turn: the signatories of an agreement are its own. */
static GPtrArray *
find_children (EntProject *project, EntRecord *record)
{
  GPtrArray *found = g_ptr_array_new ();

  g_ptr_array_add (found, record);
  add_children (project, found, record, FALSE);
  for (guint i = 1; i < found->len; i++)
    {
      EntRecord *child = g_ptr_array_index (found, i);

      if (ent_table_get_owner (ent_record_get_table (child)))
        add_children (project, found, child, TRUE);
    }
  g_ptr_array_remove_index (found, 0);

  return found;
}

static void
write_children (EntJsonWriter *writer, EntProject *project, GPtrArray *children)
{
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  ent_json_writer_key (writer, "children");
  ent_json_writer_begin_object (writer);
  for (guint i = 0; i < n_tables; i++)
    {
      gboolean any = FALSE;

      for (guint j = 0; j < children->len; j++)
        {
          EntRecord *child = g_ptr_array_index (children, j);

          if (!ent_record_is (child, tables[i]))
            continue;
          if (!any)
            {
              ent_json_writer_key (writer, tables[i]->name);
              ent_json_writer_begin_array (writer);
              any = TRUE;
            }
          ent_json_writer_begin_object (writer);
          ent_cli_write_record (writer, project, child);
          ent_cli_write_tags (writer, project, child);
          ent_json_writer_end_object (writer);
        }
      if (any)
        ent_json_writer_end_array (writer);
    }
  ent_json_writer_end_object (writer);
}

static void
write_links (EntJsonWriter *writer, EntProject *project, EntRecord *record)
{
  g_autoptr (GPtrArray) links
      = ent_project_get_children (project, ent_record_get_id (record), &ent_link_table, NULL);

  ent_json_writer_key (writer, "links");
  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < links->len; i++)
    {
      ent_json_writer_begin_object (writer);
      ent_cli_write_record (writer, project, g_ptr_array_index (links, i));
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
}

static void
print_json (EntProject *project, EntRecord *record, GPtrArray *children)
{
  EntJsonWriter *writer = ent_json_writer_new ();

  ent_json_writer_begin_object (writer);
  ent_cli_write_record (writer, project, record);
  ent_cli_write_tags (writer, project, record);
  write_children (writer, project, children);
  write_links (writer, project, record);
  ent_json_writer_end_object (writer);
  ent_cli_print_json (writer);
}

static void
print_field (EntProject *project, EntRecord *record, const EntColumn *column, const char *lang)
{
  g_autofree char *value = ent_cli_dup_field (project, record, column, lang);
  g_autofree char *text = ent_cli_dup_lines (value);

  if (value)
    g_print (_("%s: %s\n"), ent_words (lang, column->label), text);
}

static void
print_translations (EntRecord *record, const char *lang)
{
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (record);

  for (guint i = 0; i < translations->len; i++)
    {
      const EntTranslation *translation = g_ptr_array_index (translations, i);
      const EntColumn *column
          = ent_table_find_column (ent_record_get_table (record), translation->field);
      g_autofree char *text = ent_cli_dup_lines (translation->text);

      /* Translators: a field, the code of a language, a text in it */
      g_print (_("%s (%s): %s\n"), column ? ent_words (lang, column->label) : translation->field,
               translation->lang, text);
    }
}

static void
print_tags (EntProject *project, EntRecord *record, const char *lang)
{
  guint n_tags;
  const EntTag *tags = ent_record_get_tags (record, &n_tags);

  for (guint i = 0; i < n_tags; i++)
    {
      g_autofree char *title = ent_project_dup_title (project, tags[i].term, lang);

      if (tags[i].weight >= 0)
        g_print (_("Tag: %s (weight %d)\n"), title ? title : "?", tags[i].weight);
      else
        g_print (_("Tag: %s\n"), title ? title : "?");
    }
}

static void
print_records (EntProject *project, const EntTable *table, GPtrArray *records, const char *lang)
{
  gboolean any = FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (records, i);
      g_autofree char *id = NULL;
      g_autofree char *title = NULL;
      g_autofree char *line = NULL;

      if (!ent_record_is (record, table))
        continue;
      if (!any)
        g_print ("\n%s\n", ent_words (lang, table->plural));
      any = TRUE;
      id = ent_id_to_string (ent_record_get_id (record));
      title = ent_record_dup_title (record, project, lang);
      line = ent_cli_dup_one_line (title);
      g_print ("  %s  %s\n", id, line);
    }
}

static void
print_text (EntProject *project, EntRecord *record, GPtrArray *children)
{
  const char *lang = ent_words_interface_language ();
  const EntTable *table = ent_record_get_table (record);
  g_autofree char *title = ent_record_dup_title (record, project, lang);
  g_autofree char *id = ent_id_to_string (ent_record_get_id (record));
  g_autofree char *line = NULL;
  g_autoptr (GPtrArray) links
      = ent_project_get_children (project, ent_record_get_id (record), &ent_link_table, NULL);
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  line = ent_cli_dup_one_line (title);
  g_print ("%s\n%s %s\n\n", line, ent_words (lang, table->label), id);
  for (guint i = 0; i < table->n_columns; i++)
    if (!(table->columns[i].flags & ENT_COLUMN_ORDER))
      print_field (project, record, &table->columns[i], lang);
  for (guint i = 0; i < ent_record_n_columns; i++)
    print_field (project, record, &ent_record_columns[i], lang);
  print_translations (record, lang);
  print_tags (project, record, lang);

  for (guint i = 0; i < n_tables; i++)
    print_records (project, tables[i], children, lang);
  print_records (project, &ent_link_table, links, lang);
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (EntReading) reading = ent_cli_read (arguments, error);
  EntProject *project = reading ? reading->project : NULL;
  EntRecord *record
      = reading ? ent_cli_find_record (project, ent_arguments_get (arguments, 1), error) : NULL;
  g_autoptr (GPtrArray) children = NULL;

  if (!record)
    return ENT_EXIT_DONE;

  children = find_children (project, record);
  if (ent_arguments_has (arguments, "json"))
    print_json (project, record, children);
  else
    print_text (project, record, children);

  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_show = {
  .name = "show",
  .arguments = "FILE ID [--json]",
  .n_min = 2,
  .n_max = 2,
  .options = options,
  .summary = N_ ("show a record and all that hangs on it"),
  .run = run,
};
