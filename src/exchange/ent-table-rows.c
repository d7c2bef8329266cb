/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-table-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"

/* Columns that tell two records of one name apart where both have them. */
static const char *const telling[] = { "signed", "when", "start", "record", "indicator", NULL };

/* Reading the cells. */

static gboolean
read_value (EntTablePlan *self,
            const EntTableField *field,
            const char *text,
            EntTableDraft *own,
            EntTableDraft *part,
            GError **error)
{
  EntTableDraft *draft = field->part ? part : own;
  char *canonical;

  if (!ent_table_read_cell (self, field, text, &canonical, error))
    return FALSE;

  ent_table_draft_take (draft, field->column, field->lang, canonical, self->column);
  return TRUE;
}

/* What an export says of a record beside its identity, where the project has no such record. */
static char *
dup_named (EntTablePlan *self, const EntTableField *field, guint row, const char *text)
{
  g_autofree char *title = g_strconcat (field->name, "_title", NULL);
  EntId id;

  if (!field->column || field->column->kind != ENT_KIND_REFERENCE || field->part
      || !ent_id_parse (text, &id)
      || ent_table_has_record (self, ent_table_find (field->column->target), id))
    return g_strdup (text);

  for (guint i = 0; i < self->map->len; i++)
    if (g_str_equal (ent_cells_get (self->sheet, 0, i), title)
        && !ent_text_is_blank (ent_cells_get (self->sheet, row, i)))
      return g_strdup (ent_cells_get (self->sheet, row, i));

  return g_strdup (text);
}

static gboolean
read_cells (EntTablePlan *self, guint row, EntTableDraft *own, EntTableDraft *part, GError **error)
{
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < self->map->len; i++)
    {
      const EntTableField *field = g_ptr_array_index (self->map, i);
      g_autofree char *cell = g_strstrip (g_strdup (ent_cells_get (self->sheet, row, i)));
      g_autofree char *text = NULL;

      if (!field || ent_text_is_blank (cell))
        continue;
      self->column = (int) i;
      text = dup_named (self, field, row, cell);
      if (!read_value (self, field, text, own, part, error))
        return FALSE;
    }

  self->column = -1;
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const EntTableField *field = key;
      EntTableDraft *draft = field->part ? part : own;

      if ((draft == own || draft->values->len > 0)
          && !ent_table_draft_get (draft, field->column->name)
          && !read_value (self, field, value, own, part, error))
        return FALSE;
    }

  return TRUE;
}

/* "Marie" and "Dupont" are shown as "Marie Dupont". */
static char *
dup_whole_name (const EntTableDraft *draft)
{
  const char *family = ent_table_draft_get (draft, "family");
  const char *given = ent_table_draft_get (draft, "given");

  if (given && family)
    return g_strdup_printf ("%s %s", given, family);

  return g_strdup (given ? given : family);
}

static void
complete_all (EntTablePlan *self, EntId id, const EntTableDraft *draft)
{
  for (guint i = 0; i < draft->values->len; i++)
    {
      const EntTableValue *value = g_ptr_array_index (draft->values, i);

      if (value->column)
        ent_table_complete (self, id, value);
    }
}

/* The person of a guest, by the parts of the name. */
static gboolean
settle_guest (EntTablePlan *self, EntTableDraft *own, EntTableDraft *person, GError **error)
{
  g_autofree char *name = dup_whole_name (person);
  EntId id = ent_table_draft_get_id (own, "person");

  if (id == ENT_ID_NONE && name)
    {
      id = ent_table_resolve (self, &ent_person_table, name, error);
      if (id == ENT_ID_NONE)
        return FALSE;
      ent_table_draft_set_id (own, "person", id);
    }
  if (id != ENT_ID_NONE)
    complete_all (self, id, person);

  return TRUE;
}

/* The country is where the place is, or the place itself where no other is named. */
static void
settle_country (EntTablePlan *self, EntTableDraft *own, EntTableDraft *place)
{
  EntId country = ent_table_draft_get_id (place, "parent");
  EntId at = ent_table_draft_get_id (own, "place");
  g_autofree char *kind = g_strdup ("country");
  EntTableValue is_country = { ent_table_find_column (&ent_place_table, "kind"), NULL, kind, -1 };

  if (country == ENT_ID_NONE)
    return;
  if (ent_table_is_new (self, country))
    ent_table_complete (self, country, &is_country);
  if (at == ENT_ID_NONE)
    ent_table_draft_set_id (own, "place", country);
  else if (at != country)
    complete_all (self, at, place);
}

static gboolean
settle (EntTablePlan *self, EntTableDraft *own, EntTableDraft *part, GError **error)
{
  if (self->table == &ent_participation_table)
    return settle_guest (self, own, part, error);
  if (self->table == &ent_organisation_table)
    settle_country (self, own, part);
  if (self->table == &ent_person_table && !ent_table_draft_get (own, "shown_name"))
    {
      g_autofree char *name = dup_whole_name (own);

      if (name)
        ent_table_draft_set (own, "shown_name", name);
    }

  return TRUE;
}

/* Finding the record that a row is about. */

static gboolean
says_otherwise (EntTablePlan *self, const EntTableDraft *own, EntId id, const char *name)
{
  const EntColumn *column = ent_table_find_column (self->table, name);
  const char *said = column ? ent_table_draft_get (own, name) : NULL;
  g_autofree char *has = column ? ent_table_dup_value (self, id, column) : NULL;

  return said && has && !g_str_equal (said, has);
}

/* A slot of a programme is none of the events of the agenda, nor the other way round. */
static gboolean
hangs_elsewhere (EntTablePlan *self, const EntTableDraft *own, EntId id)
{
  const EntColumn *parent = ent_table_find_column (self->table, "parent");
  const char *said = parent ? ent_table_draft_get (own, "parent") : NULL;
  g_autofree char *has = parent ? ent_table_dup_value (self, id, parent) : NULL;
  const char *preset = parent ? ent_table_find_preset ((const char *const *) self->preset, parent)
                              : NULL;

  if (said && has)
    return !g_str_equal (said, has);

  return preset || (self->table == &ent_event_table && (said || has));
}

static gboolean
has_other_partner (EntTablePlan *self, EntId id, const EntTableDraft *part)
{
  g_autoptr (GPtrArray) parties = NULL;
  EntTableDraft with;
  gboolean other;

  if (self->table != &ent_agreement_table || !ent_table_draft_get (part, "organisation"))
    return FALSE;

  ent_table_draft_init (&with, part->table);
  ent_table_draft_set (&with, "organisation", ent_table_draft_get (part, "organisation"));
  ent_table_draft_set_id (&with, "agreement", id);
  parties = ent_project_get_children (self->project, id, &ent_party_table, "agreement");
  other = ent_table_find_same (self, &with) == ENT_ID_NONE
          && (parties->len > 0 || ent_table_is_new (self, id));
  ent_table_draft_clear (&with);
  return other;
}

static gboolean
is_other (EntTablePlan *self, const EntTableDraft *own, const EntTableDraft *part, EntId id)
{
  for (guint i = 0; telling[i]; i++)
    if (says_otherwise (self, own, id, telling[i]))
      return TRUE;

  return hangs_elsewhere (self, own, id) || has_other_partner (self, id, part);
}

static gboolean
find_by_name (EntTablePlan *self,
              const EntTableDraft *own,
              const EntTableDraft *part,
              const char *name,
              EntId *id,
              GError **error)
{
  const EntId *ids;
  guint n;

  *id = ENT_ID_NONE;
  ent_table_names_find (self->names, self->table, name, &ids, &n);
  for (guint i = 0; i < n; i++)
    {
      if (is_other (self, own, part, ids[i]))
        continue;
      if (*id != ENT_ID_NONE)
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_AMBIGUOUS,
                       _("Several records are called “%s”: write the name that one alone has."),
                         name);
          return FALSE;
        }
      *id = ids[i];
    }

  return TRUE;
}

/* %FALSE for an error; @id is where the row says which record it is, known or not. */
static gboolean
find_by_id (EntTablePlan *self, const EntTableDraft *own, EntId *id, GError **error)
{
  EntRecord *record;

  *id = ENT_ID_NONE;
  for (guint i = 0; i < own->values->len; i++)
    {
      const EntTableValue *value = g_ptr_array_index (own->values, i);

      if (!value->column)
        ent_id_parse (value->text, id);
    }
  record = *id != ENT_ID_NONE ? ent_project_get (self->project, *id) : NULL;
  if (!record || ent_record_is (record, self->table))
    return TRUE;

  g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
               _("A record with this identity is in the project, of type “%s”."),
                 _(ent_record_get_table (record)->label));
  return FALSE;
}

/* Writing what a row says. */

static int
find_mapped (EntTablePlan *self, const EntColumn *column)
{
  for (guint i = 0; i < self->map->len; i++)
    {
      const EntTableField *field = g_ptr_array_index (self->map, i);

      if (field && field->column == column && !field->lang)
        return (int) i;
    }

  return -1;
}

static gboolean
check_required (EntTablePlan *self, const EntTableDraft *draft, GError **error)
{
  for (guint i = 0; i < draft->table->n_columns; i++)
    {
      const EntColumn *column = &draft->table->columns[i];

      if ((column->flags & ENT_COLUMN_REQUIRED) && !ent_table_draft_get (draft, column->name))
        {
          self->column = find_mapped (self, column);
          g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                       _("The field “%s” (%s) cannot be empty."), _(column->label),
                                                                    _(draft->table->label));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
add_new (EntTablePlan *self, EntTableDraft *draft, EntId *id, GError **error)
{
  EntImportRecord *record;

  if (!check_required (self, draft, error))
    return FALSE;

  record = ent_table_add (self, draft->table, *id);
  *id = record->id;
  for (guint i = 0; i < draft->values->len; i++)
    {
      const EntTableValue *value = g_ptr_array_index (draft->values, i);

      if (value->column)
        ent_import_record_set (record, value->column, value->lang, value->text);
    }

  return TRUE;
}

static void
set_position (EntTablePlan *self, EntTableDraft *own)
{
  const EntColumn *column = ent_table_find_column (self->table, "position");

  if (column && self->preset && !ent_table_draft_get (own, "position"))
    ent_table_draft_take (own, column, NULL,
                          g_strdup_printf ("%u", self->n_brothers + self->counts[ENT_ROW_NEW] + 1),
                          -1);
}

static gboolean
write_own (EntTablePlan *self, EntTableDraft *own, EntTableDraft *part, EntId *id, GError **error)
{
  const EntColumn *name_column = ent_table_get_name_column (self->table);
  const char *name = name_column ? ent_table_draft_get (own, name_column->name) : NULL;

  self->column = name_column ? find_mapped (self, name_column) : -1;
  if (!find_by_id (self, own, id, error))
    return FALSE;
  if (*id == ENT_ID_NONE && name && !find_by_name (self, own, part, name, id, error))
    return FALSE;
  if (*id == ENT_ID_NONE && !name_column)
    *id = ent_table_find_same (self, own);

  if (*id != ENT_ID_NONE
      && (ent_project_get (self->project, *id) || g_hash_table_contains (self->pending, id)))
    {
      complete_all (self, *id, own);
      return TRUE;
    }

  set_position (self, own);
  if (!add_new (self, own, id, error))
    return FALSE;
  if (name)
    ent_table_names_add (self->names, self->table, name, *id);
  else
    ent_table_remember_key (self, own, *id);
  return TRUE;
}

/* What hangs on the row's record: a position, a partner. */
static gboolean
write_part (
    EntTablePlan *self, const EntTablePart *part, EntTableDraft *draft, EntId id, GError **error)
{
  EntId known, added = ENT_ID_NONE;

  if (part->above || draft->values->len == 0)
    return TRUE;

  ent_table_draft_set_id (draft, part->link, id);
  ent_table_draft_preset (draft, part->preset);
  known = ent_table_find_same (self, draft);
  if (known != ENT_ID_NONE)
    {
      complete_all (self, known, draft);
      return TRUE;
    }
  if (!add_new (self, draft, &added, error))
    return FALSE;

  self->changed = TRUE;
  ent_table_remember_key (self, draft, added);
  return TRUE;
}

/* One row is taken whole or not at all. */
static void
go_back (EntTablePlan *self, guint n_records)
{
  for (guint i = n_records; i < self->import->records->len; i++)
    {
      const EntImportRecord *record = g_ptr_array_index (self->import->records, i);

      g_hash_table_remove (self->pending, &record->id);
    }
  for (guint i = 0; i < self->touched->len; i++)
    {
      const EntTableTouched *touched = &g_array_index (self->touched, EntTableTouched, i);

      g_ptr_array_set_size (touched->record->values, (int) touched->n_values);
    }
  for (guint i = 0; i < self->fresh_keys->len; i++)
    g_hash_table_remove (self->keys, g_ptr_array_index (self->fresh_keys, i));
  g_ptr_array_set_size (self->import->records, (int) n_records);
  ent_table_names_go_back (self->names);
}

static void
begin_row (EntTablePlan *self)
{
  g_array_set_size (self->touched, 0);
  g_ptr_array_set_size (self->fresh_keys, 0);
  ent_table_names_mark (self->names);
  self->column = -1;
  self->remark_column = -1;
  self->changed = FALSE;
  g_clear_pointer (&self->remark, g_free);
}

static gboolean
read_row (EntTablePlan *self, guint row, EntId *id, GError **error)
{
  guint n_parts;
  const EntTablePart *part = ent_table_get_parts (self->table, &n_parts);
  g_auto (EntTableDraft) own = { 0 };
  g_auto (EntTableDraft) other = { 0 };

  ent_table_draft_init (&own, self->table);
  ent_table_draft_init (&other, part ? part->table : NULL);
  ent_table_draft_preset (&own, (const char *const *) self->preset);

  return read_cells (self, row, &own, &other, error) && settle (self, &own, &other, error)
         && write_own (self, &own, &other, id, error)
         && (!part || write_part (self, part, &other, *id, error));
}

static EntRowState
get_state (EntTablePlan *self, EntId id)
{
  EntId *key;

  if (g_hash_table_contains (self->own, &id) || !ent_table_is_new (self, id))
    return self->changed ? ENT_ROW_COMPLETES : ENT_ROW_KNOWN;

  key = g_new (EntId, 1);
  *key = id;
  g_hash_table_add (self->own, key);
  return ENT_ROW_NEW;
}

/**
 * ent_table_rows_add:
 * @self: a plan
 * @row: a row of the sheet, the one after those done
 *
 * Works out what a row does.
 */
void
ent_table_rows_add (EntTablePlan *self, guint row)
{
  EntTableRow *result = g_new0 (EntTableRow, 1);
  guint n_records = self->import->records->len;
  g_autoptr (GError) error = NULL;

  begin_row (self);
  result->row = row;
  if (read_row (self, row, &result->id, &error))
    {
      result->state = get_state (self, result->id);
      result->column = self->remark_column;
      result->message = g_steal_pointer (&self->remark);
    }
  else
    {
      go_back (self, n_records);
      result->id = ENT_ID_NONE;
      result->state = ENT_ROW_ERROR;
      result->column = self->column;
      result->message = g_strdup (error->message);
    }
  for (guint i = n_records; i < self->import->records->len; i++)
    {
      EntImportRecord *record = g_ptr_array_index (self->import->records, i);

      record->source = g_strdup_printf (_("Line %u"), ent_cells_get_line (self->sheet, row));
    }
  self->counts[result->state]++;
  g_ptr_array_add (self->rows, result);
}

/* Identities that rows announce, so that a row may refer to one after it. */
static void
collect_announced (EntTablePlan *self)
{
  for (guint i = 0; i < self->map->len; i++)
    {
      const EntTableField *field = g_ptr_array_index (self->map, i);

      if (!field || field->column)
        continue;
      for (guint row = self->has_titles ? 1 : 0; row < ent_cells_get_n_rows (self->sheet); row++)
        {
          EntId id;

          if (ent_id_parse (ent_cells_get (self->sheet, row, i), &id))
            {
              EntId *key = g_new (EntId, 1);

              *key = id;
              g_hash_table_add (self->announced, key);
            }
        }
    }
}

static guint
count_brothers (EntTablePlan *self)
{
  const char *const *preset = (const char *const *) self->preset;

  for (guint i = 0; preset && preset[i]; i += 2)
    {
      const EntColumn *column = ent_table_find_column (self->table, preset[i]);
      g_autoptr (GPtrArray) brothers = NULL;
      EntId id;

      if (!column || !(column->flags & ENT_COLUMN_OWNER) || !ent_id_parse (preset[i + 1], &id))
        continue;
      brothers = ent_project_get_children (self->project, id, self->table, column->name);
      return brothers->len;
    }

  return 0;
}

/**
 * ent_table_rows_reset:
 * @self: a plan
 *
 * Forgets everything that was worked out.
 */
void
ent_table_rows_reset (EntTablePlan *self)
{
  g_ptr_array_set_size (self->rows, 0);
  memset (self->counts, 0, sizeof self->counts);
  g_clear_pointer (&self->import, ent_import_free);
  g_clear_pointer (&self->names, ent_table_names_free);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  g_clear_pointer (&self->own, g_hash_table_unref);
  g_clear_pointer (&self->announced, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->keyed, g_hash_table_unref);
  g_clear_pointer (&self->fresh_keys, g_ptr_array_unref);
  g_clear_pointer (&self->touched, g_array_unref);
  g_clear_pointer (&self->remark, g_free);

  self->import = ent_import_new ();
  self->names = ent_table_names_new (self->project);
  self->pending = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->own = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->announced = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->keyed = g_hash_table_new (NULL, NULL);
  self->fresh_keys = g_ptr_array_new_with_free_func (g_free);
  self->touched = g_array_new (FALSE, FALSE, sizeof (EntTableTouched));
  self->n_brothers = count_brothers (self);
  collect_announced (self);
}
