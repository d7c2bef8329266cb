/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "exchange/ent-json.h"

#define SHA_OF_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static const char keyed[]
    = "{\"format\":\"entente-project\",\"version\":1,"
      "\"settings\":{\"project.title\":\"Namur\",\"office.home\":\"@namur\"},"
      "\"blobs\":{\"" SHA_OF_ABC "\":\"YWJj\"},"
      "\"records\":{"
      "\"organisation\":["
      " {\"id\":\"@namur\",\"name\":\"Ville de Namur\",\"kind\":\"city\"},"
      " {\"id\":\"@hue\",\"name\":\"Hu\\u00e9\",\"name@en\":\"Hue\",\"kind\":\"city\","
      "  \"children\":{\"membership\":[{\"whole\":\"@namur\",\"since\":\"2018\"}]}}],"
      "\"place\":[{\"id\":\"@citadel\",\"name\":\"Citadelle\",\"lat\":50.467,\"lon\":4}],"
      "\"term\":[{\"id\":\"@culture\",\"scheme\":\"theme\",\"label\":\"Culture\"}],"
      "\"document\":[{\"id\":\"@scan\",\"title\":\"Scan\",\"kind\":\"text\",\"sha256\":\"" SHA_OF_ABC
      "\"}],"
      "\"agreement\":[{\"id\":\"@hue-2024\",\"kind\":\"protocol\",\"title\":\"A\\nB \\\"C\\\"\","
      " \"signed\":\"2024-05-24\",\"reciprocal\":true,\"open_ended\":false,"
      " \"tags\":[{\"term\":\"@culture\",\"weight\":2}],"
      " \"children\":{"
      "  \"party\":[{\"organisation\":\"@namur\"},{\"organisation\":\"@hue\",\"position\":7}],"
      "  \"provision\":[{\"kind\":\"theme\",\"number\":\"I\",\"title\":\"Culture\","
      "    \"children\":{\"provision\":[{\"kind\":\"commitment\",\"text\":\"Do\"},"
      "                                 {\"kind\":\"commitment\",\"text\":\"Do more\"}]}}]}}]}}";

static char *
write_source (const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path;
  int file = g_file_open_tmp ("entente-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

static EntImport *
read_text (const char *text, GError **error)
{
  g_autofree char *path = write_source (text);
  const char *const paths[] = { path, NULL };
  EntImport *import = ent_json_read (paths, error);

  g_unlink (path);
  return import;
}

static EntImportRecord *
find (EntImport *import, const char *key)
{
  EntId id = ent_id_from_key (key);

  for (guint i = 0; i < import->records->len; i++)
    {
      EntImportRecord *record = g_ptr_array_index (import->records, i);

      if (record->id == id)
        return record;
    }

  g_error ("nothing of the key %s", key);
}

static const char *
value_of (EntImport *import, const char *key, const char *field)
{
  EntImportRecord *record = find (import, key);

  return ent_import_record_get (record, ent_table_find_column (record->table, field));
}

static void
assert_refers (EntImport *import, const char *key, const char *field, const char *target)
{
  g_autofree char *id = ent_id_to_string (ent_id_from_key (target));

  g_assert_cmpstr (value_of (import, key, field), ==, id);
}

/* The graph that the store would make of an import. */
static EntProject *
load (EntImport *import)
{
  EntProject *project = ent_project_new ();
  GHashTableIter iter;
  gpointer key, text;

  g_hash_table_iter_init (&iter, import->settings);
  while (g_hash_table_iter_next (&iter, &key, &text))
    ent_project_set_setting (project, key, text);

  for (guint i = 0; i < import->records->len; i++)
    {
      EntImportRecord *from = g_ptr_array_index (import->records, i);
      g_autoptr (EntRecord) record = ent_record_new (from->table, from->id);

      for (guint j = 0; j < from->values->len; j++)
        {
          EntImportValue *value = g_ptr_array_index (from->values, j);
          EntId id;

          if (value->lang)
            ent_record_set_translation (record, value->column->name, value->lang, value->text);
          else if (value->column->kind == ENT_KIND_REAL)
            ent_record_set_real (record, value->column, g_ascii_strtod (value->text, NULL));
          else if (value->column->kind == ENT_KIND_FLAG)
            ent_record_set_integer (record, value->column, TRUE);
          else if (value->column->kind == ENT_KIND_INTEGER)
            ent_record_set_integer (record, value->column,
                                    g_ascii_strtoll (value->text, NULL, 10));
          else if (value->column->kind == ENT_KIND_REFERENCE)
            {
              g_assert_true (ent_id_parse (value->text, &id));
              ent_record_set_integer (record, value->column, id);
            }
          else
            ent_record_set_string (record, value->column, value->text);
        }
      for (guint j = 0; j < from->tags->len; j++)
        {
          EntTag *tag = &g_array_index (from->tags, EntTag, j);

          ent_record_set_tag (record, tag->term, tag->weight);
        }
      ent_project_add (project, record);
    }

  return project;
}

static void
test_keyed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntImport) import = read_text (keyed, &error);
  g_autofree char *home = ent_id_to_string (ent_id_from_key ("namur"));

  g_assert_no_error (error);
  g_assert_cmpuint (import->records->len, ==, 12);
  g_assert_true (ent_import_check (import, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (g_hash_table_lookup (import->settings, "office.home"), ==, home);

  assert_refers (import, "hue/membership/1", "member", "hue");
  assert_refers (import, "hue/membership/1", "whole", "namur");
  assert_refers (import, "hue-2024/party/1", "agreement", "hue-2024");
  g_assert_cmpstr (value_of (import, "hue-2024/party/1", "position"), ==, "1");
  g_assert_cmpstr (value_of (import, "hue-2024/party/2", "position"), ==, "7");
  assert_refers (import, "hue-2024/provision/1", "agreement", "hue-2024");
  g_assert_null (value_of (import, "hue-2024/provision/1", "parent"));
  assert_refers (import, "hue-2024/provision/1/provision/2", "agreement", "hue-2024");
  assert_refers (import, "hue-2024/provision/1/provision/2", "parent", "hue-2024/provision/1");
  g_assert_cmpstr (value_of (import, "hue-2024/provision/1/provision/2", "position"), ==, "2");
  g_assert_cmpstr (value_of (import, "hue-2024", "reciprocal"), ==, "true");
  g_assert_null (value_of (import, "hue-2024", "open_ended"));
  g_assert_cmpstr (value_of (import, "citadel", "lat"), ==, "50.467");
}

static void
test_several_sources (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first
      = write_source ("{\"format\":\"entente-project\",\"version\":1,\"records\":{\"place\":["
                      "{\"id\":\"@citadel\",\"name\":\"Citadelle\",\"parent\":\"@namur\"}]}}");
  g_autofree char *second
      = write_source ("{\"format\":\"entente-project\",\"version\":1,\"records\":{\"place\":["
                      "{\"id\":\"@namur\",\"name\":\"Namur\"}]}}");
  const char *const both[] = { first, second, NULL };
  const char *const one[] = { first, NULL };
  g_autoptr (EntImport) import = ent_json_read (both, &error);
  g_autoptr (EntImport) half = NULL;
  g_autoptr (EntProject) project = NULL;

  g_assert_no_error (error);
  g_assert_true (ent_import_check (import, NULL, &error));
  half = ent_json_read (one, &error);
  g_assert_no_error (error);
  g_assert_false (ent_import_check (half, NULL, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "@citadel, field “parent”"));
  g_clear_error (&error);

  project = load (import);
  g_assert_false (ent_import_check (half, project, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONFLICT);

  g_unlink (first);
  g_unlink (second);
}

static GBytes *
get_blob (const char *sha256, gpointer user_data)
{
  EntImport *import = user_data;
  GBytes *bytes = g_hash_table_lookup (import->blobs, sha256);

  return bytes ? g_bytes_ref (bytes) : NULL;
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntImport) first = read_text (keyed, &error);
  g_autoptr (EntProject) project = load (first);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (EntImport) second = NULL;
  g_autoptr (EntProject) other = NULL;

  ent_project_set_setting (project, ENT_SETTING_ID, "000000000000a");
  text = ent_json_export_project (project, get_blob, first);
  g_assert_nonnull (strstr (text, "\"lat\": 50.467,\n"));
  g_assert_nonnull (strstr (text, "\"name@en\": \"Hue\""));
  g_assert_nonnull (strstr (text, "\"weight\": 2"));
  g_assert_nonnull (strstr (text, "\"" SHA_OF_ABC "\": \"YWJj\""));
  g_assert_null (strstr (text, "open_ended"));
  g_assert_null (strstr (text, ENT_SETTING_ID));

  second = read_text (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->records->len, ==, first->records->len);
  other = load (second);
  again = ent_json_export_project (other, get_blob, second);
  g_assert_cmpstr (text, ==, again);
}

static const struct
{
  const char *records; /* or, when it begins with another character than {, the whole text */
  const char *message;
} wrong[] = {
  { "[]", "not a project" },
  { "nonsense", "not valid JSON" },
  { "\"\xff\"", "UTF-8" },
  { "{\"town\":[]}", "“town”" },
  { "{\"place\":{}}", "“place”" },
  { "{\"place\":[{\"id\":\"@a\"}]}", "place @a: the field “name” is missing" },
  { "{\"place\":[{\"id\":\"@a\",\"name\":\"A\",\"height\":3}]}", "no field “height”" },
  { "{\"place\":[{\"id\":\"@a\",\"name\":\"A\",\"lat\":\"north\"}]}", "@a, field “lat”" },
  { "{\"place\":[{\"id\":\"@a\",\"name\":3}]}", "@a, field “name”" },
  { "{\"place\":[{\"id\":\"@a\",\"name\":\"A\",\"parent\":\"Namur\"}]}", "@a, field “parent”" },
  { "{\"place\":[{\"id\":\"@A b\",\"name\":\"A\"}]}", "neither an id nor a key" },
  { "{\"place\":[{\"id\":\"@a\",\"name\":\"A\"},{\"id\":\"@a\",\"name\":\"B\"}]}", "the same id" },
  { "{\"place\":[{\"id\":\"@a\",\"name\":\"A\",\"kind@en\":\"x\"}]}", "“kind@en”" },
  { "{\"place\":[{\"id\":\"@a\",\"name\":\"A\",\"children\":{\"party\":[{}]}}]}", "“party”" },
  { "{\"place\":[{\"id\":\"@a\",\"name\":\"A\",\"tags\":[\"x\"]}]}", "@a, field “tags”" },
  { "{\"event\":[{\"id\":\"@e\",\"title\":\"E\",\"kind\":\"party\"}]}", "@e, field “kind”" },
  { "{\"event\":[{\"id\":\"@e\",\"title\":\"E\",\"kind\":\"mission\",\"when\":\"soon\"}]}",
    "@e, field “when”" },
  { "{\"organisation\":[{\"id\":\"@o\",\"name\":\"O\",\"kind\":\"city\","
    "\"children\":{\"membership\":[{}]}}]}",
    "membership o/membership/1: the field “whole” is missing" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text
          = wrong[i].records[0] == '{'
                ? g_strdup_printf ("{\"format\":\"entente-project\",\"version\":1,\"records\":%s}",
                                   wrong[i].records)
                : g_strdup (wrong[i].records);
      g_autoptr (EntImport) import = read_text (text, &error);

      g_test_message ("%s", error ? error->message : wrong[i].records);
      g_assert_null (import);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, ".json: "));
      g_assert_nonnull (strstr (error->message, wrong[i].message));
    }
}

static void
test_newer_version (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntImport) import
      = read_text ("{\"format\":\"entente-project\",\"version\":2}", &error);

  g_assert_null (import);
  g_assert_error (error, ENT_ERROR, ENT_ERROR_TOO_NEW);
}

static void
test_damaged_blob (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntImport) import
      = read_text ("{\"format\":\"entente-project\",\"version\":1,"
                   "\"blobs\":{\"" SHA_OF_ABC "\":\"YWJk\"}}",
                   &error);

  g_assert_null (import);
  g_assert_nonnull (strstr (error->message, SHA_OF_ABC));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/keyed", test_keyed);
  g_test_add_func ("/json/several-sources", test_several_sources);
  g_test_add_func ("/json/round-trip", test_round_trip);
  g_test_add_func ("/json/wrong", test_wrong);
  g_test_add_func ("/json/newer-version", test_newer_version);
  g_test_add_func ("/json/damaged-blob", test_damaged_blob);

  return g_test_run ();
}
