/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ent-cli-output.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/**
 * ent_cli_print_json:
 * @writer: (transfer full): what is to be printed
 *
 * JSON is UTF-8 whatever the locale, so that it does not go through g_print().
 */
void
ent_cli_print_json (EntJsonWriter *writer)
{
  g_autofree char *text = ent_json_writer_finish (writer);

  fputs (text, stdout);
}

static void
write_field (EntJsonWriter *writer,
             EntProject *project,
             EntRecord *record,
             const EntColumn *column)
{
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;

  ent_json_writer_field (writer, record, column);
  if (column->kind != ENT_KIND_REFERENCE)
    return;

  title = ent_project_dup_title (project, ent_record_get_reference (record, column), NULL);
  key = g_strconcat (column->name, "_title", NULL);
  ent_json_writer_member (writer, key, title);
}

/**
 * ent_cli_write_record:
 * @writer: a writer, within an object
 * @project: the graph
 * @record: a record of it
 *
 * The members of one flat record: its id, type and title, every field with null for none, for
 * each reference the id and the title, the translations there are.
 */
void
ent_cli_write_record (EntJsonWriter *writer, EntProject *project, EntRecord *record)
{
  const EntTable *table = ent_record_get_table (record);
  const EntColumn *own_title = ent_table_find_column (table, "title");
  g_autofree char *title = ent_record_dup_title (record, project, NULL);
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (record);
  const char *title_value = own_title ? ent_record_get_string (record, own_title) : NULL;

  ent_json_writer_member_id (writer, "id", ent_record_get_id (record));
  ent_json_writer_member (writer, "type", table->name);
  ent_json_writer_member (writer, "title", title_value ? title_value : title);
  for (guint i = 0; i < table->n_columns; i++)
    if (&table->columns[i] != own_title)
      write_field (writer, project, record, &table->columns[i]);
  for (guint i = 0; i < ent_record_n_columns; i++)
    write_field (writer, project, record, &ent_record_columns[i]);

  for (guint i = 0; i < translations->len; i++)
    {
      const EntTranslation *translation = g_ptr_array_index (translations, i);
      g_autofree char *key = g_strconcat (translation->field, "@", translation->lang, NULL);

      ent_json_writer_member (writer, key, translation->text);
    }
}

/**
 * ent_cli_write_tags:
 * @writer: a writer, within an object
 * @project: the graph
 * @record: a record of it
 *
 * The member "tags": an array of the terms on @record and their weights.
 */
void
ent_cli_write_tags (EntJsonWriter *writer, EntProject *project, EntRecord *record)
{
  guint n_tags;
  const EntTag *tags = ent_record_get_tags (record, &n_tags);

  ent_json_writer_key (writer, "tags");
  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < n_tags; i++)
    {
      g_autofree char *title = ent_project_dup_title (project, tags[i].term, NULL);

      ent_json_writer_begin_object (writer);
      ent_json_writer_member_id (writer, "term", tags[i].term);
      ent_json_writer_member (writer, "term_title", title);
      ent_json_writer_key (writer, "weight");
      if (tags[i].weight >= 0)
        ent_json_writer_integer (writer, tags[i].weight);
      else
        ent_json_writer_null (writer);
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
}

/**
 * ent_cli_dup_field:
 * @project: the graph
 * @record: a record of it
 * @column: one of its columns
 * @lang: language of the output
 *
 * Returns: (transfer full) (nullable): the value as a person reads it, %NULL for none
 */
char *
ent_cli_dup_field (EntProject *project,
                   EntRecord *record,
                   const EntColumn *column,
                   const char *lang)
{
  g_autofree char *value = NULL;

  if (!ent_record_has_value (record, column))
    return NULL;

  value = ent_record_dup_value (record, column);
  if (column->kind == ENT_KIND_REFERENCE)
    {
      g_autofree char *title
          = ent_project_dup_title (project, ent_record_get_reference (record, column), lang);

      return g_strdup_printf ("%s (%s)", title ? title : "?", value);
    }

  return ent_column_display (column, value, lang);
}

/* A terminal obeys control characters, and a project may come from anywhere. */
static char *
dup_harmless (const char *text, const char *kept)
{
  GString *shown = g_string_new (NULL);

  for (const char *at = text ? text : ""; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_iscntrl (c) && !(c < 0x80 && strchr (kept, (int) c)))
        c = ' ';
      g_string_append_unichar (shown, c);
    }

  return g_string_free_and_steal (shown);
}

/**
 * ent_cli_dup_lines:
 * @text: (nullable): a text
 *
 * Returns: (transfer full): it as a terminal can show it, with its lines
 */
char *
ent_cli_dup_lines (const char *text)
{
  return dup_harmless (text, "\n\t");
}

/**
 * ent_cli_dup_one_line:
 * @text: (nullable): a text
 *
 * Returns: (transfer full): it as a terminal can show it, without line ends and without the
 *   marks round what was searched for
 */
char *
ent_cli_dup_one_line (const char *text)
{
  g_autofree char *shown = dup_harmless (text, "");
  GString *line = g_string_new (shown);

  g_string_replace (line, "\u2068", "", 0);
  g_string_replace (line, "\u2069", "", 0);
  return g_string_free (line, FALSE);
}
