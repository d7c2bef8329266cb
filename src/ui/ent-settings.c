/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-settings.h"

#include "base/ent-data.h"
#include "base/ent-words.h"

#define SCHEMA_ID "io.github.entente.Entente"

static GSettings *settings;

/* Beside the program when it runs from its build tree, else where the system keeps schemas. */
static GSettingsSchema *
find_schema (void)
{
  g_autofree char *compiled = ent_data_path ("gschemas.compiled", NULL);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  if (compiled != NULL)
    {
      g_autofree char *directory = g_path_get_dirname (compiled);
      g_autoptr (GSettingsSchemaSource) own
          = g_settings_schema_source_new_from_directory (directory, source, TRUE, NULL);

      if (own != NULL)
        {
          g_autoptr (GSettingsSchema) schema
              = g_settings_schema_source_lookup (own, SCHEMA_ID, FALSE);

          if (schema != NULL)
            return g_steal_pointer (&schema);
        }
    }

  return source != NULL ? g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE) : NULL;
}

/**
 * ent_settings_get:
 *
 * The settings of the program, one object for all windows.
 *
 * Returns: (transfer none): the settings
 */
GSettings *
ent_settings_get (void)
{
  if (settings == NULL)
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      if (schema == NULL)
        g_error ("The settings schema %s is not installed. Install Entente again.", SCHEMA_ID);
      settings = g_settings_new_full (schema, NULL, NULL);
    }

  return settings;
}

/**
 * ent_settings_get_content_language:
 *
 * The language in which texts are shown that exist in both.
 *
 * Returns: (transfer none): "fr" or "en"
 */
const char *
ent_settings_get_content_language (void)
{
  g_autofree char *choice = g_settings_get_string (ent_settings_get (), "content-language");

  if (g_str_equal (choice, "fr"))
    return "fr";
  if (g_str_equal (choice, "en"))
    return "en";
  return ent_words_interface_language ();
}

/**
 * ent_settings_get_report_language:
 * @project: a project
 *
 * Returns: (transfer none): the language of the report exported last, at first that of the
 *   project: "fr" or "en"
 */
const char *
ent_settings_get_report_language (EntProject *project)
{
  g_autofree char *last = g_settings_get_string (ent_settings_get (), "report-language");
  const char *lang = *last != '\0' ? last : ent_project_get_lang (project);

  return g_strcmp0 (lang, "en") == 0 ? "en" : "fr";
}
