/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-graph.h"

#include "store/ent-mapper.h"

typedef struct
{
  EntProject *project;
  GHashTable *added;   /* EntId * → EntRecord, not in the graph yet */
  GHashTable *updated; /* set of EntRecord between begin and end of their update */
  GHashTable *touched; /* set of EntId * */
} Walk;

static void
set_values (EntRecord *record, const EntRow *row)
{
  const EntTable *table = ent_record_get_table (record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      EntValue value;

      if (ent_row_get_new (row, i + 1, &value))
        ent_mapper_set (record, &table->columns[i], &value);
    }
}

static gpointer
copy_id (EntId id)
{
  return g_memdup2 (&id, sizeof id);
}

/* First walk: which records come and go. */
static void
note_arrival (const EntRow *row, gpointer user_data)
{
  Walk *walk = user_data;
  EntId id = ent_row_get_record (row);

  if (id != ENT_ID_NONE)
    g_hash_table_add (walk->touched, copy_id (id));
  if (row->kind != ENT_ROW_TYPED)
    return;

  if (row->operation == SQLITE_DELETE)
    ent_project_remove (walk->project, id);
  else if (row->operation == SQLITE_INSERT && !ent_project_get (walk->project, id))
    {
      g_autoptr (EntRecord) record = ent_record_new (row->table, id);

      set_values (record, row);
      g_hash_table_insert (walk->added, copy_id (id), g_steal_pointer (&record));
    }
}

/* The record a row is about, ready to be changed; NULL when it is gone. */
static EntRecord *
get_record (Walk *walk, EntId id)
{
  EntRecord *record = g_hash_table_lookup (walk->added, &id);

  if (record)
    return record;

  record = ent_project_get (walk->project, id);
  if (record && g_hash_table_add (walk->updated, record))
    ent_project_begin_update (walk->project, record);

  return record;
}

static void
update_registry (EntRecord *record, const EntRow *row)
{
  for (guint i = 0; i < ent_record_n_columns; i++)
    {
      EntValue value;

      /* After id and type. */
      if (ent_row_get_new (row, i + 2, &value))
        ent_mapper_set (record, &ent_record_columns[i], &value);
    }
}

static void
update_translation (EntRecord *record, const EntRow *row)
{
  EntValue field = ent_row_get_key (row, 1);
  EntValue lang = ent_row_get_key (row, 2);
  EntValue text;

  if (!field.text || !lang.text)
    return;
  if (row->operation == SQLITE_DELETE)
    ent_record_set_translation (record, field.text, lang.text, NULL);
  else if (ent_row_get_new (row, 3, &text))
    ent_record_set_translation (record, field.text, lang.text, text.text);
}

static void
update_tag (EntRecord *record, const EntRow *row)
{
  EntId term = ent_row_get_key (row, 1).integer;
  EntValue weight;

  if (row->operation == SQLITE_DELETE)
    ent_record_clear_tag (record, term);
  else if (ent_row_get_new (row, 2, &weight))
    ent_record_set_tag (record, term, weight.type == SQLITE_NULL ? -1 : (int) weight.integer);
}

/* Second walk: what the records say. */
static void
update_values (const EntRow *row, gpointer user_data)
{
  Walk *walk = user_data;
  EntRecord *record;

  if (row->kind == ENT_ROW_SETTING)
    {
      EntValue key = ent_row_get_key (row, 0);
      EntValue value = { .type = SQLITE_NULL };

      ent_row_get_new (row, 1, &value);
      if (key.text && (row->operation == SQLITE_DELETE || value.text))
        ent_project_set_setting (walk->project, key.text, value.text);
      return;
    }

  record = get_record (walk, ent_row_get_record (row));
  if (!record)
    return;

  switch (row->kind)
    {
    case ENT_ROW_RECORD:
      update_registry (record, row);
      break;
    case ENT_ROW_TYPED:
      if (row->operation == SQLITE_UPDATE)
        set_values (record, row);
      break;
    case ENT_ROW_TRANSLATION:
      update_translation (record, row);
      break;
    case ENT_ROW_TAG:
      update_tag (record, row);
      break;
    case ENT_ROW_SETTING:
      break;
    }
}

static void
finish (Walk *walk)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntId));
  GHashTableIter iter;
  gpointer key, record;

  g_hash_table_iter_init (&iter, walk->added);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    ent_project_add (walk->project, record);
  g_hash_table_iter_init (&iter, walk->updated);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    ent_project_end_update (walk->project, record);
  g_hash_table_iter_init (&iter, walk->touched);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  ent_project_emit_changed (walk->project, (const EntId *) ids->data, ids->len);
}

/**
 * ent_graph_apply:
 * @project: the graph
 * @changeset: what was committed
 * @error: return location
 *
 * Brings the graph where the database is: records that went leave first, then values
 * change, new records enter, and those that changed give their notifications; "changed"
 * comes once, at the end.
 *
 * Returns: whether the changeset could be read
 */
gboolean
ent_graph_apply (EntProject *project, GBytes *changeset, GError **error)
{
  g_autoptr (GHashTable)
      added = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) updated = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable)
      touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Walk walk = { project, added, updated, touched };
  gboolean read = ent_changes_walk (changeset, note_arrival, &walk, error)
                  && ent_changes_walk (changeset, update_values, &walk, error);

  finish (&walk);
  return read;
}
