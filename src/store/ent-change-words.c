/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-store-private.h"

#include <string.h>

#include "base/ent-words.h"

#define TAG "tag:"

static const EntColumn *
find_column (const EntChange *change, const char *name)
{
  const EntTable *table = ent_table_find (change->type);
  const EntColumn *column = table ? ent_table_find_column (table, name) : NULL;

  for (guint i = 0; !column && i < ent_record_n_columns; i++)
    if (g_str_equal (ent_record_columns[i].name, name))
      column = &ent_record_columns[i];

  return column;
}

/**
 * ent_change_dup_field_words:
 * @change: a change of a field
 * @project: the graph
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): the field as a person calls it; its name where it has no words
 */
char *
ent_change_dup_field_words (const EntChange *change, EntProject *project, const char *lang)
{
  g_auto (GStrv) parts = g_strsplit (change->field, "@", 2);
  const EntColumn *column = parts[0] ? find_column (change, parts[0]) : NULL;
  EntId term;

  if (g_str_has_prefix (change->field, TAG) && ent_id_parse (change->field + strlen (TAG), &term))
    {
      g_autofree char *title = ent_project_dup_title (project, term, lang);

      return g_strdup_printf (ent_words (lang, N_ ("tag “%s”")),
                              title ? title : change->field + strlen (TAG));
    }
  if (!column)
    return g_strdup (change->field);
  if (parts[1])
    return g_strdup_printf ("%s (%s)", ent_words (lang, column->label), parts[1]);

  return g_strdup (ent_words (lang, column->label));
}

/**
 * ent_change_dup_value_words:
 * @change: a change of a field
 * @value: (nullable): what the field held before or after
 * @project: the graph
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): the value in words, a reference by the title of its record; "–"
 *   for none
 */
char *
ent_change_dup_value_words (const EntChange *change,
                            const char *value,
                            EntProject *project,
                            const char *lang)
{
  const EntColumn *column = change->field ? find_column (change, change->field) : NULL;
  char *words = NULL;
  EntId id;

  if (!value)
    return g_strdup ("–");
  if (change->field && g_str_has_prefix (change->field, TAG))
    return g_strdup (g_str_equal (value, "-1") ? "✓" : value);
  if (column && column->kind == ENT_KIND_REFERENCE && ent_id_parse (value, &id))
    {
      words = ent_project_dup_title (project, id, lang);
      return words ? words : g_strdup (ent_words (lang, N_ ("a deleted record")));
    }
  if (column)
    words = ent_column_display (column, value, lang);

  return words ? words : g_strdup (value);
}
