/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/ent-error.h"
#include "base/ent-words.h"
#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"
#include "pages/ent-page-file.h"
#include "store/ent-attach.h"

/* Reads every file before the project is touched. */
static GPtrArray *
read_all (EntArguments *arguments, EntStore *store, GError **error)
{
  g_autoptr (GPtrArray) intakes = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_intake_free);
  g_autofree char *directory = ent_store_dup_directory (store);

  for (guint i = 2; i < ent_arguments_count (arguments); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (ent_arguments_get (arguments, i));
      EntIntake *intake = ent_intake_read (file, directory, NULL, NULL, error);

      if (!intake)
        return NULL;
      if (g_bytes_get_size (ent_intake_get_bytes (intake)) > ENT_INTAKE_WARN_BYTES)
        {
          g_autofree char *size = g_format_size (g_bytes_get_size (ent_intake_get_bytes (intake)));

          g_printerr (_("“%1$s” has %2$s, which every copy of the project will carry.\n"),
                        ent_intake_get_name (intake), size);
        }
      g_ptr_array_add (intakes, intake);
    }

  return g_steal_pointer (&intakes);
}

/* A file for a document that is there, or files that become documents of a record. */
static GArray *
attach (EntStore *store, EntRecord *record, GPtrArray *intakes, const char *role, GError **error)
{
  g_autoptr (GArray) done = g_array_new (FALSE, TRUE, sizeof (EntAttached));
  EntAttached attached = { .document = ent_record_get_id (record) };

  if (!ENT_IS_DOCUMENT (record))
    return ent_store_attach (store, intakes, ent_record_get_id (record), role, error);

  if (intakes->len > 1 || role)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                           _("A document takes one file, and no role."));
      return NULL;
    }
  if (!ent_store_set_file (store, attached.document, g_ptr_array_index (intakes, 0), error))
    return NULL;
  g_array_append_val (done, attached);

  return g_steal_pointer (&done);
}

static void
write_one (EntJsonWriter *writer, EntProject *project, EntIntake *intake, EntAttached *attached)
{
  g_autofree char *title = ent_project_dup_title (project, attached->document, NULL);

  ent_json_writer_begin_object (writer);
  ent_json_writer_member_id (writer, "document", attached->document);
  ent_json_writer_member_id (writer, "attachment", attached->attachment);
  ent_json_writer_member (writer, "title", title);
  ent_json_writer_member (writer, "file_name", ent_intake_get_name (intake));
  ent_json_writer_member (writer, "media_type", ent_intake_get_media_type (intake));
  ent_json_writer_member (writer, "sha256", ent_intake_get_sha256 (intake));
  ent_json_writer_key (writer, "size");
  ent_json_writer_integer (writer, (gint64) g_bytes_get_size (ent_intake_get_bytes (intake)));
  ent_json_writer_key (writer, "known");
  ent_json_writer_boolean (writer, attached->known);
  ent_json_writer_end_object (writer);
}

static void
tell_one (GString *text, EntStore *store, EntAttached *attached)
{
  const char *lang = ent_words_interface_language ();
  g_autofree char *id = ent_id_to_string (attached->document);
  g_autofree char *title = ent_project_dup_title (ent_store_get_project (store), attached->document,
                                                  lang);
  int first = attached->known ? ent_store_get_first_day (store, attached->document) : 0;
  g_autofree char *day = first ? ent_day_format (first, lang) : NULL;
  g_autofree char *line = ent_cli_dup_one_line (title);

  g_string_append_printf (text, "%s  %s\n", id, line);
  if (day)
    {
      g_autofree char *words = g_strdup_printf (_("Identical to the file attached on %s."), day);

      g_string_append_printf (text, "%*s  %s\n", ENT_ID_LENGTH, "", words);
    }
  else if (attached->known)
    g_string_append_printf (text, "%*s  %s\n", ENT_ID_LENGTH, "",
                            _("Identical to a file of the project."));
}

static void
tell_all (GString *text, EntStore *store, GArray *done)
{
  for (guint i = 0; i < done->len; i++)
    tell_one (text, store, &g_array_index (done, EntAttached, i));
}

static EntJsonWriter *
write_all (EntStore *store, GPtrArray *intakes, GArray *done)
{
  EntJsonWriter *writer = ent_json_writer_new ();

  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < done->len; i++)
    write_one (writer, ent_store_get_project (store), g_ptr_array_index (intakes, i),
               &g_array_index (done, EntAttached, i));
  ent_json_writer_end_array (writer);

  return writer;
}

/* For the search, which tries again where this cannot be done. */
static void
read_text (EntStore *store, GPtrArray *intakes)
{
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < intakes->len; i++)
    g_hash_table_add (files, (gpointer) ent_intake_get_sha256 (g_ptr_array_index (intakes, i)));
  ent_page_file_read_all (store, files, NULL);
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  g_autoptr (EntProjectFile) file = ent_cli_open (arguments, error);
  EntStore *store = file ? ent_project_file_get_store (file) : NULL;
  g_autoptr (GPtrArray) intakes = NULL;
  g_autoptr (GArray) done = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (EntJsonWriter) writer = NULL;
  EntRecord *record;

  if (!file)
    return ENT_EXIT_DONE;
  record = ent_cli_find_record (ent_store_get_project (store), ent_arguments_get (arguments, 1),
                                error);
  if (!record)
    return ENT_EXIT_DONE;
  intakes = read_all (arguments, store, error);
  if (!intakes)
    return (*error)->code == ENT_ERROR_NO_SPACE ? ENT_EXIT_REFUSED : ENT_EXIT_UNREADABLE;
  done = attach (store, record, intakes, ent_arguments_get_value (arguments, "role"), error);
  if (!done)
    return ENT_EXIT_DONE;

  read_text (store, intakes);
  tell_all (text, store, done);
  writer = write_all (store, intakes, done);
  if (!ent_cli_close (file, error))
    return ENT_EXIT_DONE;

  if (ent_arguments_has (arguments, "json"))
    ent_cli_print_json (g_steal_pointer (&writer));
  else
    g_print ("%s", text->str);
  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "role", '\0', "ROLE", N_ ("What the document is to the record, such as “photo”") },
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_attach = {
  .name = "attach",
  .arguments = "FILE ID DOCUMENT… [--role ROLE] [--json]",
  .n_min = 3,
  .n_max = G_MAXUINT,
  .options = options,
  .summary = N_ ("copy files into the project as documents of a record"),
  .details = N_ ("The same file is kept once: a second time, its document is attached. With the ID "
                 "of a document, the file becomes that document’s. “ententectl types attachment” "
                 "lists the roles."),
  .run = run,
};
