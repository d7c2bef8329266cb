/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-store-private.h"

#include <string.h>

#include "base/ent-error.h"
#include "base/ent-words.h"
#include "store/ent-changes.h"
#include "store/ent-label.h"
#include "store/ent-mapper.h"

/* A change with its place among those of its entry. */
typedef struct
{
  EntChange change;
  guint type; /* place of the record's type among all */
  guint place;
} Item;

/* Places: the record as a whole, its columns from 1 on, then what hangs on it. */
#define PLACE_WHOLE 0
#define PLACE_TRANSLATION 1000
#define PLACE_TAG 1001

typedef struct
{
  EntProject *project;
  GHashTable *types; /* EntId * → EntTable, of records that are gone too */
  EntId record;      /* the one asked for, ENT_ID_NONE for all */
  GHashTable *family; /* EntId *, those asked for, NULL for all */
  GPtrArray *items;
} Walk;

static void
change_free (gpointer data)
{
  EntChange *change = data;

  g_free (change->type);
  g_free (change->field);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/**
 * ent_entry_free:
 * @entry: (transfer full): an entry of the history
 */
void
ent_entry_free (EntEntry *entry)
{
  g_free (entry->at);
  g_free (entry->author);
  g_free (entry->label);
  g_ptr_array_unref (entry->changes);
  g_free (entry);
}

/* Takes @field, @before and @after. */
static void
add_item (Walk *walk, EntId id, guint place, char *field, char *before, char *after)
{
  Item *item = g_new0 (Item, 1);

  item->change = (EntChange) { id, NULL, field, before, after };
  item->place = place;
  g_ptr_array_add (walk->items, item);
}

static void
note_type (Walk *walk, EntId id, const EntTable *table)
{
  g_hash_table_replace (walk->types, g_memdup2 (&id, sizeof id), (gpointer) table);
}

static const EntTable *
find_type (Walk *walk, EntId id)
{
  EntRecord *record = ent_project_get (walk->project, id);

  return record ? ent_record_get_table (record) : g_hash_table_lookup (walk->types, &id);
}

static void
add_column (Walk *walk, const EntRow *row, const EntColumn *column, int place_in_row, guint place)
{
  EntValue old = { .type = SQLITE_NULL };
  EntValue new = { .type = SQLITE_NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (ent_row_get_old (row, place_in_row, &old))
    before = ent_mapper_dup_canonical (column, &old);
  if (ent_row_get_new (row, place_in_row, &new))
    after = ent_mapper_dup_canonical (column, &new);
  if (g_strcmp0 (before, after) == 0)
    return;

  add_item (walk, ent_row_get_record (row), place, g_strdup (column->name),
            g_steal_pointer (&before), g_steal_pointer (&after));
}

/* What a person knows an added or deleted record by: its title, else the first text. */
static char *
dup_name (const EntRow *row)
{
  const EntTable *table = row->table;
  char *name = NULL;

  for (int titles = 1; titles >= 0 && !name; titles--)
    for (guint i = 0; i < table->n_columns && !name; i++)
      {
        EntValue value;

        if (table->columns[i].kind > ENT_KIND_LONG_TEXT
            || ent_index_is_title (&table->columns[i]) != titles)
          continue;
        if (ent_row_get_old (row, i + 1, &value) || ent_row_get_new (row, i + 1, &value))
          name = g_strdup (value.text);
      }

  return name ? name : ent_id_to_string (ent_row_get_record (row));
}

static void
add_typed (Walk *walk, const EntRow *row)
{
  EntId id = ent_row_get_record (row);

  note_type (walk, id, row->table);
  if (row->operation == SQLITE_INSERT)
    add_item (walk, id, PLACE_WHOLE, NULL, NULL, dup_name (row));
  else if (row->operation == SQLITE_DELETE)
    add_item (walk, id, PLACE_WHOLE, NULL, dup_name (row), NULL);

  for (guint i = 0; i < row->table->n_columns; i++)
    add_column (walk, row, &row->table->columns[i], i + 1, i + 1);
}

static void
add_registry (Walk *walk, const EntRow *row)
{
  EntValue type = ent_row_get_key (row, 1);
  const EntTable *table = type.text ? ent_table_find (type.text) : NULL;

  if (table)
    note_type (walk, ent_row_get_record (row), table);
  for (guint i = 0; i < ent_record_n_columns; i++)
    add_column (walk, row, &ent_record_columns[i], i + 2, PLACE_TRANSLATION - 1);
}

static void
add_translation (Walk *walk, const EntRow *row)
{
  EntValue old = { .type = SQLITE_NULL };
  EntValue new = { .type = SQLITE_NULL };
  EntValue field = ent_row_get_key (row, 1);
  EntValue lang = ent_row_get_key (row, 2);

  ent_row_get_old (row, 3, &old);
  ent_row_get_new (row, 3, &new);
  add_item (walk, ent_row_get_record (row), PLACE_TRANSLATION,
            g_strdup_printf ("%s@%s", field.text ? field.text : "", lang.text ? lang.text : ""),
            g_strdup (old.text), g_strdup (new.text));
}

/* A weight as text; "-1" says that the tag has none, NULL that there is no tag. */
static char *
dup_weight (const EntValue *value)
{
  return g_strdup_printf ("%d", value->type == SQLITE_NULL ? -1 : (int) value->integer);
}

static void
add_tag (Walk *walk, const EntRow *row)
{
  g_autofree char *term = ent_id_to_string (ent_row_get_key (row, 1).integer);
  EntValue old, new;
  char *before = ent_row_get_old (row, 2, &old) ? dup_weight (&old) : NULL;
  char *after = ent_row_get_new (row, 2, &new) ? dup_weight (&new) : NULL;

  add_item (walk, ent_row_get_record (row), PLACE_TAG, g_strconcat ("tag:", term, NULL), before,
            after);
}

static void
add_setting (Walk *walk, const EntRow *row)
{
  EntValue old = { .type = SQLITE_NULL };
  EntValue new = { .type = SQLITE_NULL };
  g_autofree char *key = g_strdup (ent_row_get_key (row, 0).text);

  ent_row_get_old (row, 1, &old);
  ent_row_get_new (row, 1, &new);
  add_item (walk, ENT_ID_NONE, PLACE_WHOLE, g_steal_pointer (&key), g_strdup (old.text),
            g_strdup (new.text));
}

static void
add_row (const EntRow *row, gpointer user_data)
{
  Walk *walk = user_data;

  EntId id = ent_row_get_record (row);

  if ((walk->record && id != walk->record)
      || (walk->family && !g_hash_table_contains (walk->family, &id)))
    return;

  switch (row->kind)
    {
    case ENT_ROW_RECORD:
      add_registry (walk, row);
      break;
    case ENT_ROW_TYPED:
      add_typed (walk, row);
      break;
    case ENT_ROW_TRANSLATION:
      add_translation (walk, row);
      break;
    case ENT_ROW_TAG:
      add_tag (walk, row);
      break;
    case ENT_ROW_SETTING:
      add_setting (walk, row);
      break;
    }
}

static guint
get_type_order (const EntTable *table)
{
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);
  guint i = 0;

  while (i < n_tables && tables[i] != table)
    i++;

  return i;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *left = *(const Item *const *) a;
  const Item *right = *(const Item *const *) b;

  if (left->type != right->type)
    return left->type < right->type ? -1 : 1;
  if (left->change.record != right->change.record)
    return left->change.record < right->change.record ? -1 : 1;
  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;

  return g_strcmp0 (left->change.field, right->change.field);
}

/* The changes of an entry: record by record, each with what happened to it as a whole first. */
static GPtrArray *
read_changes (Walk *walk, GBytes *changeset, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (change_free);

  walk->items = items;
  if (!ent_changes_walk (changeset, add_row, walk, error))
    return NULL;

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = g_ptr_array_index (items, i);
      EntId id = item->change.record;
      const EntTable *table = id ? find_type (walk, id) : NULL;

      item->change.type = g_strdup (table ? table->name : id ? "record" : "setting");
      item->type = get_type_order (table);
    }
  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}

/* An id is in a changeset as its eight bytes, highest first: a search spares most walks. */
static gboolean
may_touch (GBytes *changeset, EntId record)
{
  guint64 written = GUINT64_TO_BE ((guint64) record);
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);

  return record == ENT_ID_NONE || (data && memmem (data, size, &written, sizeof written));
}

static char *
render_label (
    EntStore *self, EntEntry *entry, const char *label, const char *arguments, const char *lang)
{
  g_autofree char *plain = ent_label_render (label, arguments, lang);
  const char *frame;
  g_auto (GStrv) parts = NULL;

  if (!entry->undoes)
    return g_steal_pointer (&plain);

  frame = ent_journal_is_undo (self->journal, entry->seq) ? ent_words (lang, N_ ("Undo: %s"))
                                                          : ent_words (lang, N_ ("Redo: %s"));
  parts = g_strsplit (frame, "%s", 2);

  return g_strjoinv (plain, parts);
}

static EntEntry *
read_entry (EntStore *self, EntStatement *statement, const char *lang, GBytes **changeset)
{
  EntEntry *entry = g_new0 (EntEntry, 1);
  const char *label;
  const char *arguments;

  entry->seq = ent_statement_read_integer (statement);
  entry->at = g_strdup (ent_statement_read_text (statement));
  entry->author = g_strdup (ent_statement_read_text (statement));
  entry->undoes = ent_statement_read_integer (statement);
  label = ent_statement_read_text (statement);
  arguments = ent_statement_read_text (statement);
  entry->label = render_label (self, entry, label, arguments, lang);
  *changeset = ent_statement_read_bytes (statement);

  return entry;
}

/**
 * ent_store_get_history:
 * @self: a store
 * @record: a record whose history is asked for, %ENT_ID_NONE for that of the project
 * @limit: how many entries at most, 0 for all
 * @lang: "fr" or "en", for the labels
 * @error: return location
 *
 * An added or deleted record is told by a change without a field, whose value is its title,
 * followed by one change for each value it came or went with.
 *
 * Returns: (transfer full) (element-type EntEntry): the entries, newest first; of a record,
 *   those that touched it, with its changes alone
 */
GPtrArray *
ent_store_get_history (EntStore *self, EntId record, guint limit, const char *lang, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_entry_free);
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Walk walk = { self->project, types, record, NULL, NULL };
  g_autoptr (EntStatement) statement = NULL;
  GError *problem = NULL;

  statement = ent_database_prepare (ent_store_get_database (self),
                                    "SELECT seq, at, author, undoes, label, args, changeset "
                                    "FROM journal ORDER BY seq DESC",
                                    error);
  if (!statement)
    return NULL;

  while ((limit == 0 || entries->len < limit) && ent_statement_next (statement, &problem))
    {
      g_autoptr (GBytes) changeset = NULL;
      EntEntry *entry = read_entry (self, statement, lang, &changeset);

      entry->changes = may_touch (changeset, record) ? read_changes (&walk, changeset, &problem)
                                                     : g_ptr_array_new ();
      if (entry->changes && (record == ENT_ID_NONE || entry->changes->len > 0))
        g_ptr_array_add (entries, entry);
      else
        {
          if (!entry->changes)
            entry->changes = g_ptr_array_new ();
          ent_entry_free (entry);
        }
      if (problem)
        break;
    }
  if (problem)
    {
      g_propagate_error (error, problem);
      return NULL;
    }

  return g_steal_pointer (&entries);
}

static void
add_to_family (GHashTable *family, EntId id)
{
  g_hash_table_add (family, g_memdup2 (&id, sizeof id));
}

static gboolean
hangs_on (const EntReferrer *referrer)
{
  return (referrer->column->flags & ENT_COLUMN_OWNER) != 0;
}

static void
add_descendants (EntProject *project, GHashTable *family, EntId id)
{
  guint n_referrers;
  const EntReferrer *referrers = ent_project_get_referrers (project, id, &n_referrers);

  if (g_hash_table_contains (family, &id))
    return;
  add_to_family (family, id);
  for (guint i = 0; i < n_referrers; i++)
    if (hangs_on (&referrers[i]))
      add_descendants (project, family, ent_record_get_id (referrers[i].record));
}

/**
 * ent_store_dup_family:
 * @self: a store
 * @record: a record
 *
 * Returns: (transfer full) (element-type EntId): @record and all that hangs on it now, for
 *   ent_store_read_history()
 */
GHashTable *
ent_store_dup_family (EntStore *self, EntId record)
{
  GHashTable *family = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  add_descendants (self->project, family, record);

  return family;
}

/* What was deleted and hung on one of the family belonged to it. */
static void
note_deleted (const EntRow *row, gpointer user_data)
{
  GHashTable *family = user_data;

  if (row->kind != ENT_ROW_TYPED || row->operation != SQLITE_DELETE)
    return;

  for (guint i = 0; i < row->table->n_columns; i++)
    {
      EntValue owner;

      if ((row->table->columns[i].flags & ENT_COLUMN_OWNER) && ent_row_get_old (row, i + 1, &owner)
          && owner.type == SQLITE_INTEGER && g_hash_table_contains (family, &owner.integer))
        add_to_family (family, ent_row_get_record (row));
    }
}

static gboolean
extend_family (GHashTable *family, GBytes *changeset, GError **error)
{
  guint before;

  do
    {
      before = g_hash_table_size (family);
      if (!ent_changes_walk (changeset, note_deleted, family, error))
        return FALSE;
    }
  while (g_hash_table_size (family) > before);

  return TRUE;
}

/* Takes @entry, unless it is of no interest. */
static gboolean
take_entry (GPtrArray *entries, EntEntry *entry, Walk *walk, GBytes *changeset, GError **error)
{
  if (walk->family)
    entry->changes = extend_family (walk->family, changeset, error)
                         ? read_changes (walk, changeset, error)
                         : NULL;
  else
    entry->changes = g_ptr_array_new ();

  if (entry->changes && (!walk->family || entry->changes->len > 0))
    {
      g_ptr_array_add (entries, entry);
      return TRUE;
    }

  if (!entry->changes)
    {
      entry->changes = g_ptr_array_new ();
      ent_entry_free (entry);
      return FALSE;
    }
  ent_entry_free (entry);
  return TRUE;
}

/**
 * ent_store_read_history:
 * @self: a store
 * @family: (nullable) (element-type EntId): records whose changes are asked for; what hung on
 *   them and was deleted is added to it. %NULL for all entries, without their changes
 * @before: number of the entry to go back from, 0 for the end
 * @n_entries: how many entries to look at, at most
 * @lang: "fr" or "en", for the labels
 * @next: (out): what to pass as @before to go on; 0 when there is nothing more
 * @error: return location
 *
 * Reads the history in pieces.
 *
 * Returns: (transfer full) (element-type EntEntry): those of the entries that are of interest,
 *   newest first
 */
GPtrArray *
ent_store_read_history (EntStore *self,
                        GHashTable *family,
                        gint64 before,
                        guint n_entries,
                        const char *lang,
                        gint64 *next,
                        GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_entry_free);
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Walk walk = { self->project, types, ENT_ID_NONE, family, NULL };
  g_autoptr (EntStatement) statement = ent_database_prepare (
      ent_store_get_database (self),
      "SELECT seq, at, author, undoes, label, args, changeset FROM journal "
      "WHERE seq < ? ORDER BY seq DESC LIMIT ?",
      error);
  GError *problem = NULL;
  guint n_read = 0;

  if (!statement)
    return NULL;
  ent_statement_bind_integer (statement, before ? before : G_MAXINT64);
  ent_statement_bind_integer (statement, n_entries);

  *next = 0;
  while (!problem && ent_statement_next (statement, &problem))
    {
      g_autoptr (GBytes) changeset = NULL;
      EntEntry *entry = read_entry (self, statement, lang, &changeset);

      *next = entry->seq;
      n_read++;
      take_entry (entries, entry, &walk, changeset, &problem);
    }
  if (problem)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (n_read < n_entries)
    *next = 0;

  return g_steal_pointer (&entries);
}

/**
 * ent_store_get_entry:
 * @self: a store
 * @seq: number of an entry of the history
 * @lang: "fr" or "en", for its label
 * @error: return location: %ENT_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the entry with all its changes
 */
EntEntry *
ent_store_get_entry (EntStore *self, gint64 seq, const char *lang, GError **error)
{
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Walk walk = { self->project, types, ENT_ID_NONE, NULL, NULL };
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  EntEntry *entry;
  gint64 next;

  if (!ent_journal_read (self->journal, seq, NULL, NULL, &changeset, error))
    return NULL;
  changes = read_changes (&walk, changeset, error);
  entries = changes ? ent_store_read_history (self, NULL, seq + 1, 1, lang, &next, error) : NULL;
  if (!entries || entries->len == 0)
    return NULL;

  entry = g_ptr_array_steal_index (entries, 0);
  g_ptr_array_unref (entry->changes);
  entry->changes = g_steal_pointer (&changes);

  return entry;
}
