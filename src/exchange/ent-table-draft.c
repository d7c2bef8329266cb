/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-table-plan-private.h"

static void
value_free (gpointer data)
{
  EntTableValue *value = data;

  g_free (value->lang);
  g_free (value->text);
  g_free (value);
}

void
ent_table_draft_init (EntTableDraft *draft, const EntTable *table)
{
  draft->table = table;
  draft->values = g_ptr_array_new_with_free_func (value_free);
}

void
ent_table_draft_clear (EntTableDraft *draft)
{
  g_ptr_array_unref (draft->values);
}
void
ent_table_draft_take (
    EntTableDraft *draft, const EntColumn *column, const char *lang, char *text, int at)
{
  EntTableValue *value = g_new0 (EntTableValue, 1);

  value->column = column;
  value->lang = g_strdup (lang);
  value->text = text;
  value->at = at;
  g_ptr_array_add (draft->values, value);
}

void
ent_table_draft_set (EntTableDraft *draft, const char *column, const char *text)
{
  ent_table_draft_take (draft, ent_table_find_column (draft->table, column), NULL, g_strdup (text),
                        -1);
}

void
ent_table_draft_set_id (EntTableDraft *draft, const char *column, EntId id)
{
  g_autofree char *text = ent_id_to_string (id);

  ent_table_draft_set (draft, column, text);
}

void
ent_table_draft_preset (EntTableDraft *draft, const char *const *preset)
{
  for (guint i = 0; preset && preset[i]; i += 2)
    if (!ent_table_draft_get (draft, preset[i]))
      ent_table_draft_set (draft, preset[i], preset[i + 1]);
}

EntId
ent_table_draft_get_id (const EntTableDraft *draft, const char *column)
{
  const char *text = ent_table_draft_get (draft, column);
  EntId id;

  return text && ent_id_parse (text, &id) ? id : ENT_ID_NONE;
}

/**
 * ent_table_draft_get:
 * @draft: what a row says of a record
 * @column: name of a column
 *
 * Returns: (transfer none) (nullable): the value there
 */
const char *
ent_table_draft_get (const EntTableDraft *draft, const char *column)
{
  for (guint i = 0; i < draft->values->len; i++)
    {
      const EntTableValue *value = g_ptr_array_index (draft->values, i);

      if (!value->lang && value->column && g_str_equal (value->column->name, column))
        return value->text;
    }

  return NULL;
}
