/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"
#include "pages/ent-page-file.h"

#define DEFAULT_LIMIT 20

static void
print_json (GPtrArray *hits, guint n_hits)
{
  EntJsonWriter *writer = ent_json_writer_new ();

  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < n_hits; i++)
    {
      const EntHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *snippet = ent_cli_dup_one_line (hit->snippet);

      ent_json_writer_begin_object (writer);
      ent_json_writer_member_id (writer, hit->page_number ? "document" : "record", hit->record);
      ent_json_writer_key (writer, "page");
      if (hit->page_number)
        ent_json_writer_integer (writer, hit->page_number);
      else
        ent_json_writer_null (writer);
      ent_json_writer_member (writer, "type", hit->type);
      ent_json_writer_member (writer, "title", hit->title);
      ent_json_writer_member (writer, "snippet", snippet);
      ent_json_writer_key (writer, "score");
      ent_json_writer_real (writer, hit->score);
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
  ent_cli_print_json (writer);
}

static void
print_text (GPtrArray *hits, guint n_hits, const char *lang)
{
  for (guint i = 0; i < n_hits; i++)
    {
      const EntHit *hit = g_ptr_array_index (hits, i);
      const EntTable *table = ent_table_find (hit->type);
      g_autofree char *id = ent_id_to_string (hit->record);
      g_autofree char *title = ent_cli_dup_one_line (hit->title);
      g_autofree char *snippet = ent_cli_dup_one_line (hit->snippet);

      g_print ("%s  ", id);
      if (hit->page_number)
        /* Translators: a document, and the page of it on which words were found */
        g_print (_("%s, page %u\n"), title, hit->page_number);
      else
        g_print (_("%s: %s\n"), table ? ent_words (lang, table->label) : hit->type, title);
      if (!g_str_equal (snippet, title))
        g_print ("%*s  %s\n", ENT_ID_LENGTH, "", snippet);
    }
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  const char *lang = ent_words_interface_language ();
  g_autoptr (EntReading) reading = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  guint limit;

  if (!ent_arguments_get_number (arguments, "limit", DEFAULT_LIMIT, &limit, error))
    return ENT_EXIT_USAGE;
  reading = ent_cli_read (arguments, error);
  if (!reading)
    return ENT_EXIT_DONE;
  /* What cannot be read is not found; the records are. */
  ent_page_file_read_all (reading->store, NULL, NULL);
  /* In JSON a title is what the other commands call it there, whatever the locale. */
  hits = ent_store_search (reading->store, ent_arguments_get (arguments, 1), limit,
                           ent_arguments_has (arguments, "json") ? NULL : lang, error);
  if (!hits)
    return ENT_EXIT_DONE;
  limit = limit ? MIN (limit, hits->len) : hits->len;

  if (ent_arguments_has (arguments, "json"))
    print_json (hits, limit);
  else
    print_text (hits, limit, lang);

  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "limit", '\0', "N", N_ ("Number of answers at most, 20 by default") },
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_search = {
  .name = "search",
  .arguments = "FILE QUERY [--limit N] [--json]",
  .n_min = 2,
  .n_max = 2,
  .options = options,
  .summary = N_ ("find records and pages of documents by their words, the best first"),
  .run = run,
};
