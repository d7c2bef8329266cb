/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"

static void
write_change (EntJsonWriter *writer, const EntChange *change)
{
  ent_json_writer_begin_object (writer);
  ent_json_writer_member_id (writer, "record", change->record);
  ent_json_writer_member (writer, "type", change->type);
  ent_json_writer_member (writer, "field", change->field);
  ent_json_writer_member (writer, "before", change->before);
  ent_json_writer_member (writer, "after", change->after);
  ent_json_writer_end_object (writer);
}

static void
print_json (GPtrArray *entries)
{
  EntJsonWriter *writer = ent_json_writer_new ();

  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < entries->len; i++)
    {
      const EntEntry *entry = g_ptr_array_index (entries, i);

      ent_json_writer_begin_object (writer);
      ent_json_writer_key (writer, "seq");
      ent_json_writer_integer (writer, entry->seq);
      ent_json_writer_member (writer, "at", entry->at);
      ent_json_writer_member (writer, "author", entry->author);
      ent_json_writer_member (writer, "label", entry->label);
      ent_json_writer_key (writer, "undoes");
      if (entry->undoes)
        ent_json_writer_integer (writer, entry->undoes);
      else
        ent_json_writer_null (writer);
      ent_json_writer_key (writer, "changes");
      ent_json_writer_begin_array (writer);
      for (guint j = 0; j < entry->changes->len; j++)
        write_change (writer, g_ptr_array_index (entry->changes, j));
      ent_json_writer_end_array (writer);
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
  ent_cli_print_json (writer);
}

static char *
dup_value (EntProject *project, const EntChange *change, const char *value, const char *lang)
{
  g_autofree char *words = ent_change_dup_value_words (change, value, project, lang);

  return ent_cli_dup_one_line (words);
}

static void
print_change (EntProject *project, const EntChange *change, const char *lang)
{
  const EntTable *table = ent_table_find (change->type);
  const char *type = table ? ent_words (lang, table->label) : change->type;
  g_autofree char *id = ent_id_to_string (change->record);
  g_autofree char *name = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!change->field)
    {
      g_print ("      %s %s\n", type ? type : "", id);
      return;
    }

  name = ent_change_dup_field_words (change, project, lang);
  before = dup_value (project, change, change->before, lang);
  after = dup_value (project, change, change->after, lang);
  g_print ("      ");
  /* Translators: type and id of a record, a field of it, the value before and after */
  g_print (_("%s %s, %s: %s → %s\n"), type ? type : "", id, name, before, after);
}

static void
print_text (EntProject *project, GPtrArray *entries, const char *lang)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const EntEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *label = ent_cli_dup_one_line (entry->label);

      g_print ("%4" G_GINT64_FORMAT "  %s  %s  %s\n", entry->seq, entry->at,
               entry->author ? entry->author : "–", label);
      for (guint j = 0; j < entry->changes->len; j++)
        print_change (project, g_ptr_array_index (entry->changes, j), lang);
    }
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (EntReading) reading = ent_cli_read (arguments, error);
  const char *lang = ent_words_interface_language ();
  g_autoptr (GPtrArray) entries = NULL;

  if (!reading)
    return ENT_EXIT_DONE;
  entries = ent_store_get_history (reading->store, ENT_ID_NONE, 0, lang, error);
  if (!entries)
    return ENT_EXIT_DONE;

  if (ent_arguments_has (arguments, "json"))
    print_json (entries);
  else
    print_text (reading->project, entries, lang);

  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_history = {
  .name = "history",
  .arguments = "FILE [--json]",
  .n_min = 1,
  .n_max = 1,
  .options = options,
  .summary = N_ ("list what was edited, the newest first"),
  .run = run,
};
