/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-table-fields.h"

#include <string.h>

#include "base/ent-text.h"
#include "exchange/ent-table-words.h"

static const char *const position_columns[] = { "organisation", NULL,    "function", NULL, "since",
                                                NULL,           "until", NULL,       NULL };
static const char *const country_columns[] = { "parent", NC_ ("table", "Country"), NULL };
static const char *const partner_columns[] = { "organisation", NC_ ("table", "Partner"), NULL };
static const char *const name_columns[] = { "family", NULL,    "given", NULL, "email",
                                            NULL,     "phone", NULL,    NULL };
static const char *const party_preset[] = { "tier", "party", NULL };
static const char *const participant_preset[] = { "role", "participant", NULL };

static const EntTablePart person_parts[] = { { &ent_mandate_table, "person", FALSE,
                                               position_columns, NULL } };
static const EntTablePart organisation_parts[] = { { &ent_place_table, "place", TRUE,
                                                     country_columns, NULL } };
static const EntTablePart agreement_parts[] = { { &ent_party_table, "agreement", FALSE,
                                                  partner_columns, party_preset } };
static const EntTablePart event_parts[] = { { &ent_participation_table, "record", FALSE,
                                              partner_columns, participant_preset } };
static const EntTablePart participation_parts[] = { { &ent_person_table, "person", TRUE,
                                                      name_columns, NULL } };

/**
 * ent_table_get_parts:
 * @table: type of the rows
 * @n_parts: (out): how many
 *
 * Returns: (transfer none) (nullable): what a row can tell of beside its own record
 */
const EntTablePart *
ent_table_get_parts (const EntTable *table, guint *n_parts)
{
  const struct
  {
    const EntTable *table;
    const EntTablePart *part;
  } parts[] = {
    { &ent_person_table, person_parts },
    { &ent_organisation_table, organisation_parts },
    { &ent_agreement_table, agreement_parts },
    { &ent_event_table, event_parts },
    { &ent_participation_table, participation_parts },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].table == table)
      {
        *n_parts = 1;
        return parts[i].part;
      }

  *n_parts = 0;
  return NULL;
}

static void
field_free (gpointer data)
{
  EntTableField *field = data;

  g_free (field->name);
  g_free (field->lang);
  g_free (field);
}

/* What all rows have: "record", "<id>", …, NULL. */
const char *
ent_table_find_preset (const char *const *preset, const EntColumn *column)
{
  for (guint i = 0; preset && preset[i]; i += 2)
    if (g_str_equal (preset[i], column->name))
      return preset[i + 1];

  return NULL;
}

static void
add_field (GPtrArray *fields,
           const EntTablePart *part,
           const EntColumn *column,
           const char *label,
           const char *lang)
{
  EntTableField *field = g_new0 (EntTableField, 1);

  field->part = part;
  field->column = column;
  field->label = label ? label : column->label;
  field->lang = g_strdup (lang);
  if (part)
    field->name = g_strdup_printf ("%s.%s", part->table->name, column->name);
  else if (lang)
    field->name = g_strdup_printf ("%s@%s", column->name, lang);
  else
    field->name = g_strdup (column->name);
  g_ptr_array_add (fields, field);
}

static gboolean
is_offered (const EntColumn *column, const char *const *preset)
{
  return (column->flags & ENT_COLUMN_ORDER) == 0
         && (column->kind != ENT_KIND_REFERENCE || !g_str_equal (column->target, "record"))
         && !ent_table_find_preset (preset, column);
}

static void
add_part (GPtrArray *fields, const EntTablePart *part)
{
  for (guint i = 0; part->columns[i]; i += 2)
    add_field (fields, part, ent_table_find_column (part->table, part->columns[i]),
               part->columns[i + 1], NULL);
}

/**
 * ent_table_fields_new:
 * @table: type of the rows
 * @preset: (nullable): what all rows have and no column is for: column, value, …, %NULL
 *
 * Returns: (transfer full) (element-type EntTableField): what columns can hold, in the order in
 *   which they are offered: the record's own fields, what it tells of others, translations, and
 *   what every record has
 */
GPtrArray *
ent_table_fields_new (const EntTable *table, const char *const *preset)
{
  static const char *const langs[] = { "fr", "en" };
  GPtrArray *fields = g_ptr_array_new_with_free_func (field_free);
  guint n_parts;
  const EntTablePart *parts = ent_table_get_parts (table, &n_parts);
  EntTableField *id = g_new0 (EntTableField, 1);

  for (guint i = 0; i < table->n_columns; i++)
    if (is_offered (&table->columns[i], preset))
      add_field (fields, NULL, &table->columns[i], NULL, NULL);
  for (guint i = 0; i < n_parts; i++)
    add_part (fields, &parts[i]);
  for (guint i = 0; i < table->n_columns; i++)
    for (guint j = 0; j < G_N_ELEMENTS (langs); j++)
      if (table->columns[i].flags & ENT_COLUMN_TRANSLATABLE)
        add_field (fields, NULL, &table->columns[i], NULL, langs[j]);
  for (guint i = 0; i < ent_record_n_columns; i++)
    add_field (fields, NULL, &ent_record_columns[i], NULL, NULL);
  id->name = g_strdup ("id");
  id->label = NC_ ("table", "Identity");
  g_ptr_array_add (fields, id);

  return fields;
}

/**
 * ent_table_fields_find:
 * @fields: (element-type EntTableField): fields
 * @name: the name of one
 *
 * Returns: (transfer none) (nullable): the field
 */
const EntTableField *
ent_table_fields_find (GPtrArray *fields, const char *name)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_str_equal (((const EntTableField *) g_ptr_array_index (fields, i))->name, name))
      return g_ptr_array_index (fields, i);

  return NULL;
}

/**
 * ent_table_field_dup_label:
 * @field: a field
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): what it is called
 */
char *
ent_table_field_dup_label (const EntTableField *field, const char *lang)
{
  const char *label = field->column && field->label == field->column->label
                          ? ent_words (lang, field->label)
                          : ent_words_context (lang, "table", field->label);

  return field->lang ? g_strdup_printf ("%s (%s)", label, field->lang) : g_strdup (label);
}

/* A title without what only decorates it: "Prénom(s) *" → "prenom". */
static char *
dup_plain (const char *title)
{
  g_autofree char *folded = ent_text_fold (title);
  char *bracket = strchr (folded, '(');

  if (bracket && bracket > folded)
    *bracket = '\0';
  g_strdelimit (folded, "_:*?.\"", ' ');

  return g_strdup (g_strstrip (folded));
}

static gboolean
is_called (const EntTableField *field, const EntTable *table, const char *plain)
{
  static const char *const langs[] = { "en", "fr" };

  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      g_autofree char *label = ent_table_field_dup_label (field, langs[i]);
      g_autofree char *folded = dup_plain (label);

      if (g_str_equal (folded, plain))
        return TRUE;
    }

  return ent_table_words_mean (table, field->name, plain);
}

/**
 * ent_table_fields_find_title:
 * @fields: (element-type EntTableField): what columns can hold
 * @table: type of the rows
 * @title: what stands over a column
 * @taken: (element-type EntTableField): fields that other columns hold already
 *
 * Returns: (transfer none) (nullable): the free field that is called so in French or English, by
 * its name in exports, its label, or another usual word
 */
const EntTableField *
ent_table_fields_find_title (GPtrArray *fields,
                             const EntTable *table,
                             const char *title,
                             GPtrArray *taken)
{
  g_autofree char *name = g_strstrip (g_strdup (title));
  g_autofree char *plain = dup_plain (title);
  const EntTableField *field = ent_table_fields_find (fields, name);

  if (field && !g_ptr_array_find (taken, field, NULL))
    return field;

  for (guint i = 0; i < fields->len && *plain; i++)
    {
      const EntTableField *other = g_ptr_array_index (fields, i);

      if (!other->lang && !g_ptr_array_find (taken, other, NULL) && is_called (other, table, plain))
        return other;
    }

  return NULL;
}
