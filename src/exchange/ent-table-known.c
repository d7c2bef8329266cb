/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-table-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"

/* What tells a record without a name of its own from others of its type; "a|b": b where there
 * is no a. */
static const struct
{
  const char *table;
  const char *columns[6];
} key_columns[] = {
  { "mandate", { "person", "organisation", "function" } },
  { "party", { "agreement", "organisation" } },
  { "participation", { "record", "role", "person|organisation" } },
  { "measurement", { "indicator", "kind", "period", "territory", "dimension" } },
};

static void
touch (EntTablePlan *self, EntImportRecord *record)
{
  EntTableTouched touched = { record, record->values->len };

  for (guint i = 0; i < self->touched->len; i++)
    if (g_array_index (self->touched, EntTableTouched, i).record == record)
      return;

  g_array_append_val (self->touched, touched);
}

/* A record of the import: a new one, or one of the project that gets values. */
static EntImportRecord *
add_record (EntTablePlan *self, const EntTable *table, EntId id, gboolean known)
{
  EntImportRecord *record = ent_import_add (self->import, table, id);

  record->known = known;
  g_hash_table_insert (self->pending, &record->id, record);
  return record;
}

/* A record to be added, under @id or a new identity. */
EntImportRecord *
ent_table_add (EntTablePlan *self, const EntTable *table, EntId id)
{
  return add_record (self, table, id == ENT_ID_NONE ? ent_id_new () : id, FALSE);
}

gboolean
ent_table_is_new (EntTablePlan *self, EntId id)
{
  const EntImportRecord *record = g_hash_table_lookup (self->pending, &id);

  return record && !record->known;
}

static const char *
get_pending (EntTablePlan *self, EntId id, const EntColumn *column, const char *lang)
{
  const EntImportRecord *record = g_hash_table_lookup (self->pending, &id);

  for (guint i = 0; record && i < record->values->len; i++)
    {
      const EntImportValue *value = g_ptr_array_index (record->values, i);

      if (value->column == column && g_strcmp0 (value->lang, lang) == 0)
        return value->text;
    }

  return NULL;
}

static char *
dup_value (EntTablePlan *self, EntId id, const EntColumn *column, const char *lang)
{
  const char *pending = get_pending (self, id, column, lang);
  EntRecord *record = ent_project_get (self->project, id);

  if (pending || !record)
    return g_strdup (pending);
  if (lang)
    return g_strdup (ent_record_get_translation (record, column->name, lang));
  /* Of a flag nothing is no. */
  if (column->kind == ENT_KIND_FLAG && !ent_record_get_flag (record, column))
    return NULL;

  return ent_record_dup_value (record, column);
}

/**
 * ent_table_dup_value:
 * @self: a plan
 * @id: a record of the project or one to be added
 * @column: one of its columns
 *
 * Returns: (transfer full) (nullable): its value when everything until now is done
 */
char *
ent_table_dup_value (EntTablePlan *self, EntId id, const EntColumn *column)
{
  return dup_value (self, id, column, NULL);
}

static gboolean
is_same (const EntColumn *column, const char *a, const char *b)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (g_str_equal (a, b))
    return TRUE;
  if (column->kind != ENT_KIND_TEXT && column->kind != ENT_KIND_LONG_TEXT)
    return FALSE;

  left = ent_text_fold (a);
  right = ent_text_fold (b);
  return g_str_equal (left, right);
}

static char *
dup_shown (EntTablePlan *self, const EntColumn *column, const char *canonical)
{
  const char *lang = ent_words_interface_language ();
  const char *pending = NULL;
  EntId id;

  if (column->kind != ENT_KIND_REFERENCE || !ent_id_parse (canonical, &id))
    return ent_column_display (column, canonical, lang);

  if (ent_table_get_name_column (ent_table_find (column->target)))
    pending = get_pending (self, id, ent_table_get_name_column (ent_table_find (column->target)),
                           NULL);
  return pending ? g_strdup (pending) : ent_project_dup_title (self->project, id, lang);
}

/* What the project says stands: the table only fills what is empty. */
static void
remark (EntTablePlan *self, const char *kept, const EntTableValue *value)
{
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (self->remark || value->at < 0)
    return;

  ours = dup_shown (self, value->column, kept);
  theirs = dup_shown (self, value->column, value->text);
  self->remark_column = value->at;
  self->remark = g_strdup_printf (_("“%s” stays “%s”; the table says “%s”."),
                                    _(value->column->label), ours, theirs);
}

/* What no column says, such as the kind proposed for all, changes nothing. */
static gboolean
changes (EntTablePlan *self, const EntTableValue *value)
{
  return self->changes && value->at >= 0 && !value->lang
         && ent_table_find_column (self->table, value->column->name) == value->column;
}

/**
 * ent_table_complete:
 * @self: a plan
 * @id: a record of the project or one to be added
 * @value: what a row says of it
 *
 * Gives the record the value where it has none. What it says otherwise is kept, and remarked;
 * unless the table is one that brings changes of its own records.
 */
void
ent_table_complete (EntTablePlan *self, EntId id, const EntTableValue *value)
{
  EntImportRecord *record = g_hash_table_lookup (self->pending, &id);
  g_autofree char *kept = dup_value (self, id, value->column, value->lang);

  if (kept && changes (self, value) && !is_same (value->column, kept, value->text))
    g_clear_pointer (&kept, g_free);
  if (kept)
    {
      /* A record may be known by another name than its first. */
      if (value->column != ent_table_get_name_column (self->table)
          && !is_same (value->column, kept, value->text))
        remark (self, kept, value);
      return;
    }
  if (value->column->kind == ENT_KIND_FLAG && g_str_equal (value->text, "false"))
    return;

  if (!record)
    record = add_record (self, ent_record_get_table (ent_project_get (self->project, id)), id,
                         TRUE);
  touch (self, record);
  ent_import_record_set (record, value->column, value->lang, value->text);
  self->changed = TRUE;
}

/* Either what a row says, or what a record has. */
typedef struct
{
  const EntTableDraft *draft;
  EntRecord *record;
} Sayer;

static char *
say (const Sayer *sayer, const EntTable *table, const char *column)
{
  if (sayer->draft)
    return g_strdup (ent_table_draft_get (sayer->draft, column));

  return ent_record_dup_value (sayer->record, ent_table_find_column (table, column));
}

static void
append_to_key (GString *key, const char *value)
{
  g_autofree char *folded = ent_text_fold (value);

  g_string_append_printf (key, "\n%s", folded);
}

/* Without columns that are known to tell, all that the table speaks of. */
static void
append_all (EntTablePlan *self, GString *key, const EntTable *table, const Sayer *sayer)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const EntColumn *column = &table->columns[i];
      const EntTableField *field = ent_table_fields_find (self->fields, column->name);
      g_autofree char *value = NULL;

      if (!ent_table_find_preset ((const char *const *) self->preset, column)
          && !(field
               && (g_ptr_array_find (self->map, field, NULL)
                   || g_hash_table_contains (self->values, field))))
        continue;
      value = say (sayer, table, column->name);
      append_to_key (key, value);
    }
}

static char *
dup_key (EntTablePlan *self, const EntTable *table, const Sayer *sayer)
{
  GString *key = g_string_new (table->name);
  const char *const *columns = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (key_columns); i++)
    if (g_str_equal (key_columns[i].table, table->name))
      columns = key_columns[i].columns;
  if (!columns)
    append_all (self, key, table, sayer);

  for (guint i = 0; columns && columns[i]; i++)
    {
      g_auto (GStrv) either = g_strsplit (columns[i], "|", -1);
      g_autofree char *value = NULL;

      for (guint j = 0; either[j] && !value; j++)
        value = say (sayer, table, either[j]);
      append_to_key (key, value);
    }

  return g_string_free_and_steal (key);
}

static void
insert_key (EntTablePlan *self, char *key, EntId id)
{
  EntId *value = g_new (EntId, 1);

  *value = id;
  g_hash_table_insert (self->keys, key, value);
}

static void
key_project (EntTablePlan *self, const EntTable *table)
{
  GListModel *records = ent_project_get_list (self->project, table);

  if (!g_hash_table_add (self->keyed, (gpointer) table))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (records, i);
      Sayer sayer = { NULL, record };

      insert_key (self, dup_key (self, table, &sayer), ent_record_get_id (record));
    }
}

/**
 * ent_table_find_same:
 * @self: a plan
 * @draft: what a row says of a record without a name of its own
 *
 * Returns: the record that the row is about, %ENT_ID_NONE for a new one
 */
EntId
ent_table_find_same (EntTablePlan *self, const EntTableDraft *draft)
{
  Sayer sayer = { draft, NULL };
  g_autofree char *key = dup_key (self, draft->table, &sayer);
  const EntId *id;

  key_project (self, draft->table);
  id = g_hash_table_lookup (self->keys, key);
  return id ? *id : ENT_ID_NONE;
}

/* So that a later row that says the same finds it. */
void
ent_table_remember_key (EntTablePlan *self, const EntTableDraft *draft, EntId id)
{
  Sayer sayer = { draft, NULL };
  char *key = dup_key (self, draft->table, &sayer);

  if (!g_hash_table_contains (self->keys, key))
    g_ptr_array_add (self->fresh_keys, g_strdup (key));
  insert_key (self, key, id);
}
