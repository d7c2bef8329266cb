/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-tools.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ent-date.h"
#include "exchange/ent-json.h"

/* Runs a program that must be there; gives what it says on both outputs. */
char *
tool_run_status (const char *const *argv, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  char *out = NULL;

  process = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  *status = g_subprocess_get_exit_status (process);

  return out;
}

char *
tool_run (const char *const *argv)
{
  int status;
  char *out = tool_run_status (argv, &status);

  if (status != 0)
    g_error ("%s: exit status %d\n%s", argv[0], status, out);

  return out;
}

static GPtrArray *folders; /* made by the test, gone with it */

static void
remove_folders (void)
{
  for (guint i = 0; i < folders->len; i++)
    {
      const char *folder = g_ptr_array_index (folders, i);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir && (name = g_dir_read_name (dir)))
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          g_unlink (path);
        }
      g_rmdir (folder);
    }
  g_ptr_array_unref (folders);
}

char *
tool_make_folder (void)
{
  char *folder = g_dir_make_tmp ("ent-paper-XXXXXX", NULL);

  g_assert_nonnull (folder);
  if (!folders)
    {
      folders = g_ptr_array_new_with_free_func (g_free);
      atexit (remove_folders);
    }
  g_ptr_array_add (folders, g_strdup (folder));

  return folder;
}

/* Gives the path of the paper written as PDF; ENT_TEST_KEEP names a folder to keep it in. */
char *
tool_write (EntPaper *paper, const char *name)
{
  g_autoptr (GError) error = NULL;
  const char *keep = g_getenv ("ENT_TEST_KEEP");
  g_autofree char *folder = keep ? g_strdup (keep) : tool_make_folder ();
  char *path = g_build_filename (folder, name, NULL);

  ent_paper_write_pdf (paper, path, NULL, &error);
  g_assert_no_error (error);

  return path;
}

char *
tool_pdf_text (const char *path)
{
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };

  return tool_run (argv);
}

/* Every kind of white space as one space, so that line breaks do not matter. */
char *
tool_squeeze (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x202F || c == 0x00A0)
        {
          space = TRUE;
          continue;
        }
      if (space && out->len)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/* The checks that every PDF has to pass. */
void
tool_check_pdf (EntPaper *paper, const char *path)
{
  const char *const check[] = { "qpdf", "--check", path, NULL };
  const char *const info[] = { "pdfinfo", path, NULL };
  const char *const fonts[] = { "pdffonts", path, NULL };
  const char *const structure[] = { "python3", ENT_TEST_CHECK_PDF,         path,
                                    "--lang",  ent_paper_get_lang (paper), NULL };
  g_autofree char *checked = tool_run (check);
  g_autofree char *information = tool_run (info);
  g_autofree char *font_list = tool_run (fonts);
  g_autofree char *structured = tool_run (structure);
  g_auto (GStrv) lines = g_strsplit (font_list, "\n", -1);

  g_assert_null (strstr (checked, "WARNING"));
  tool_assert_contains (information, "Tagged: yes");
  tool_assert_contains (information, "PDF version: 1.7");
  tool_assert_contains (information, ent_paper_get_title (paper));
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] && *lines[i]; i++)
    {
      g_auto (GStrv) words = g_regex_split_simple (" +", lines[i], 0, 0);
      guint n = g_strv_length (words);

      /* … emb sub uni object generation */
      g_assert_cmpuint (n, >=, 6);
      g_assert_cmpstr (words[n - 5], ==, "yes");
      g_assert_cmpstr (words[n - 3], ==, "yes");
    }
}

int
tool_day (const char *iso)
{
  int day;

  g_assert_true (ent_day_parse_iso (iso, &day));
  return day;
}

static void
set_value (EntRecord *record, const EntImportValue *value)
{
  switch (value->column->kind)
    {
    case ENT_KIND_INTEGER:
      ent_record_set_integer (record, value->column, g_ascii_strtoll (value->text, NULL, 10));
      break;
    case ENT_KIND_REAL:
      ent_record_set_real (record, value->column, g_ascii_strtod (value->text, NULL));
      break;
    case ENT_KIND_REFERENCE:
      {
        EntId id;

        g_assert_true (ent_id_parse (value->text, &id));
        ent_record_set_integer (record, value->column, id);
      }
      break;
    case ENT_KIND_FLAG:
      ent_record_set_integer (record, value->column, g_str_equal (value->text, "true"));
      break;
    default:
      ent_record_set_string (record, value->column, value->text);
      break;
    }
}

/* A graph of what JSON files say, without a store. */
EntProject *
tool_read_project (const char *const *paths)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntImport) import = ent_json_read (paths, &error);
  EntProject *project = ent_project_new ();
  GHashTableIter iter;
  gpointer key, text;

  g_assert_no_error (error);
  g_hash_table_iter_init (&iter, import->settings);
  while (g_hash_table_iter_next (&iter, &key, &text))
    ent_project_set_setting (project, key, text);

  for (guint i = 0; i < import->records->len; i++)
    {
      EntImportRecord *source = g_ptr_array_index (import->records, i);
      g_autoptr (EntRecord) record = ent_record_new (source->table, source->id);

      for (guint j = 0; j < source->values->len; j++)
        {
          const EntImportValue *value = g_ptr_array_index (source->values, j);

          if (value->lang)
            ent_record_set_translation (record, value->column->name, value->lang, value->text);
          else
            set_value (record, value);
        }
      ent_project_add (project, record);
    }

  return project;
}

/* The same of a text: the inside of "records". The home is @namur, the office @office. */
EntProject *
tool_read_records (const char *records)
{
  g_autofree char *folder = g_dir_make_tmp ("ent-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "records.json", NULL);
  g_autofree char *text = g_strconcat (
      "{\"format\":\"entente-project\",\"version\":1,\"settings\":{\"project.lang\":\"fr\","
      "\"office.home\":\"@namur\",\"office.unit\":\"@office\"},\"records\":{",
      records, "}}", NULL);
  const char *const paths[] = { path, NULL };
  EntProject *project;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  project = tool_read_project (paths);
  g_unlink (path);
  g_rmdir (folder);

  return project;
}
