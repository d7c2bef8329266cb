/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-project.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "model/ent-types.h"

struct _EntProject
{
  GObject parent_instance;

  GHashTable *by_id;     /* EntId * → EntRecord */
  GHashTable *lists;     /* EntTable → GListStore */
  GHashTable *referrers; /* EntId * → GArray of EntReferrer */
  GHashTable *settings;  /* key → value */
  GHashTable *gone;      /* EntId * → EntRecord, removed since "changed" was last told */
};

G_DEFINE_FINAL_TYPE (EntProject, ent_project, G_TYPE_OBJECT)

enum
{
  CHANGED,
  SETTINGS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ent_project_finalize (GObject *object)
{
  EntProject *self = ENT_PROJECT (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->referrers, g_hash_table_unref);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_pointer (&self->gone, g_hash_table_unref);

  G_OBJECT_CLASS (ent_project_parent_class)->finalize (object);
}

static void
ent_project_class_init (EntProjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_project_finalize;

  /**
   * EntProject::changed:
   * @self: the project
   * @ids: (element-type gint64): records that were added, changed or removed
   *
   * Once after each action, undo, redo or merge.
   */
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[SETTINGS_CHANGED] = g_signal_new ("settings-changed", ENT_TYPE_PROJECT, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_project_init (EntProject *self)
{
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->referrers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify) g_array_unref);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; i < n_tables; i++)
    g_hash_table_insert (self->lists, (gpointer) tables[i],
                         g_list_store_new (tables[i]->get_type ()));
}

/**
 * ent_project_new:
 *
 * Returns: (transfer full): an empty graph
 */
EntProject *
ent_project_new (void)
{
  return g_object_new (ENT_TYPE_PROJECT, NULL);
}

/**
 * ent_project_get_list:
 * @self: a project
 * @table: a record type
 *
 * Returns: (transfer none): the records of the type, in no order a person cares for
 */
GListModel *
ent_project_get_list (EntProject *self, const EntTable *table)
{
  return g_hash_table_lookup (self->lists, table);
}

guint
ent_project_count (EntProject *self, const EntTable *table)
{
  return g_list_model_get_n_items (ent_project_get_list (self, table));
}

/**
 * ent_project_get:
 * @self: a project
 * @id: identity of a record
 *
 * Returns: (transfer none) (nullable): the record
 */
EntRecord *
ent_project_get (EntProject *self, EntId id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

/**
 * ent_project_get_gone:
 * @self: a project
 * @id: identity of a record
 *
 * While "changed" is told, a record that was removed says what it was and on what it hung.
 *
 * Returns: (transfer none) (nullable): the record as it was
 */
EntRecord *
ent_project_get_gone (EntProject *self, EntId id)
{
  return g_hash_table_lookup (self->gone, &id);
}

/**
 * ent_project_dup_title:
 * @self: a project
 * @id: identity of a record
 * @lang: (nullable): language wanted
 *
 * Returns: (transfer full) (nullable): what a person calls it; %NULL where there is no such record
 */
char *
ent_project_dup_title (EntProject *self, EntId id, const char *lang)
{
  EntRecord *record = ent_project_get (self, id);

  return record ? ent_record_dup_title (record, self, lang) : NULL;
}

static double
get_position (EntRecord *record)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), "position");
  double position = column ? ent_record_get_real (record, column) : NAN;

  return isnan (position) ? G_MAXDOUBLE : position;
}

static const EntDate *
get_first_date (EntRecord *record)
{
  const EntTable *table = ent_record_get_table (record);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].kind == ENT_KIND_DATE)
      return ent_record_get_date (record, &table->columns[i]);

  return NULL;
}

/* Slots of one day go by the clock; times are written "09:30". */
static const char *
get_start_time (EntRecord *record)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), "start");

  return column && column->kind == ENT_KIND_TEXT ? ent_record_get_string (record, column) : NULL;
}

static int
compare_brothers (gconstpointer a, gconstpointer b)
{
  EntRecord *left = *(EntRecord *const *) a;
  EntRecord *right = *(EntRecord *const *) b;
  double left_position = get_position (left);
  double right_position = get_position (right);
  const EntDate *left_date = get_first_date (left);
  const EntDate *right_date = get_first_date (right);
  const char *left_start = get_start_time (left);
  const char *right_start = get_start_time (right);
  EntId left_id = ent_record_get_id (left);
  EntId right_id = ent_record_get_id (right);

  if (left_position != right_position)
    return left_position < right_position ? -1 : 1;
  if (left_date && right_date && ent_date_compare (left_date, right_date) != 0)
    return ent_date_compare (left_date, right_date);
  if ((left_date == NULL) != (right_date == NULL))
    return left_date ? -1 : 1;
  if (g_strcmp0 (left_start, right_start) != 0)
    return g_strcmp0 (left_start, right_start);

  return left_id < right_id ? -1 : left_id > right_id;
}

/**
 * ent_project_get_children:
 * @self: a project
 * @id: identity of a record
 * @table: (nullable): type of the records wanted, %NULL for all
 * @column: (nullable): the reference by which they hang on @id, %NULL for any
 *
 * Returns: (transfer container) (element-type EntRecord): the records that refer to @id, each
 *   once, by position, then first date, start time and id
 */
GPtrArray *
ent_project_get_children (EntProject *self, EntId id, const EntTable *table, const char *column)
{
  GPtrArray *children = g_ptr_array_new ();
  GArray *referrers = g_hash_table_lookup (self->referrers, &id);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; referrers && i < referrers->len; i++)
    {
      const EntReferrer *referrer = &g_array_index (referrers, EntReferrer, i);

      if (table && !ent_record_is (referrer->record, table))
        continue;
      if (column && !g_str_equal (referrer->column->name, column))
        continue;
      if (g_hash_table_add (seen, referrer->record))
        g_ptr_array_add (children, referrer->record);
    }
  g_ptr_array_sort (children, compare_brothers);

  return children;
}

gboolean
ent_project_has_children (EntProject *self, EntId id)
{
  return g_hash_table_contains (self->referrers, &id);
}

/**
 * ent_project_find:
 * @self: a project
 * @table: a record type
 * @title: an id, or the exact title in any language, or another name
 * @error: return location: %ENT_ERROR_NOT_FOUND, or %ENT_ERROR_AMBIGUOUS where several
 *   records bear that title
 *
 * Returns: (transfer none): the one record meant
 */
EntRecord *
ent_project_find (EntProject *self, const EntTable *table, const char *title, GError **error)
{
  static const char *const langs[] = { NULL, "fr", "en" };
  GListModel *list = ent_project_get_list (self, table);
  EntRecord *found = NULL;
  EntId id;

  if (ent_id_parse (title, &id))
    {
      EntRecord *record = ent_project_get (self, id);

      if (record && ent_record_is (record, table))
        return record;
    }

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);
      gboolean same = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (langs) && !same; j++)
        {
          g_autofree char *other = ent_record_dup_title (record, self, langs[j]);

          same = g_str_equal (other, title);
        }
      if (same && found)
        {
          g_set_error (error, ENT_ERROR, ENT_ERROR_AMBIGUOUS,
                       _("Several records are called “%s”: name the one you mean by its id."),
                         title);
          return NULL;
        }
      if (same)
        found = record;
    }

  if (!found)
    g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                 _("There is no record of type “%s” called “%s”."), table->name, title);

  return found;
}

const char *
ent_project_get_setting (EntProject *self, const char *key)
{
  return g_hash_table_lookup (self->settings, key);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ent_project_dup_setting_keys:
 * @self: a project
 *
 * Returns: (transfer container) (element-type utf8): the keys that have a value, sorted
 */
GPtrArray *
ent_project_dup_setting_keys (EntProject *self)
{
  GPtrArray *keys = g_hash_table_get_keys_as_ptr_array (self->settings);

  g_ptr_array_sort (keys, compare_strings);
  return keys;
}

/**
 * ent_project_get_lang:
 * @self: a project
 *
 * Returns: (transfer none): the language its texts are in unless a record says another, "fr"
 *   when the project says nothing
 */
const char *
ent_project_get_lang (EntProject *self)
{
  const char *lang = ent_project_get_setting (self, ENT_SETTING_LANG);

  return lang ? lang : "fr";
}

/**
 * ent_project_get_home:
 * @self: a project
 *
 * Returns: id of the officer's own city, %ENT_ID_NONE when not chosen yet
 */
EntId
ent_project_get_home (EntProject *self)
{
  const char *text = ent_project_get_setting (self, ENT_SETTING_HOME);
  EntId id = ENT_ID_NONE;

  return text && ent_id_parse (text, &id) ? id : ENT_ID_NONE;
}

/**
 * ent_project_get_referrers:
 * @self: a project
 * @id: identity of a record
 * @n_referrers: (out): how many
 *
 * Returns: (array length=n_referrers) (transfer none) (nullable): every reference to it,
 *   valid until the project changes
 */
const EntReferrer *
ent_project_get_referrers (EntProject *self, EntId id, guint *n_referrers)
{
  GArray *referrers = g_hash_table_lookup (self->referrers, &id);

  *n_referrers = referrers ? referrers->len : 0;
  return referrers ? (const EntReferrer *) referrers->data : NULL;
}

/* What cannot be without what it refers to: required references, what hangs on an owner,
 * and the slots of a programme. */
static gboolean
goes_along (const EntReferrer *referrer)
{
  if (referrer->column->flags & (ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER))
    return TRUE;

  return ENT_IS_EVENT (referrer->record) && g_str_equal (referrer->column->name, "parent")
         && g_strcmp0 (ENT_EVENT (referrer->record)->kind, "slot") == 0;
}

/**
 * ent_project_get_closure:
 * @self: a project
 * @id: a record that is to be deleted
 * @doomed: (out) (transfer container) (element-type EntRecord): the record, and all that cannot
 *   be without it, owners before what hangs on them
 * @cleared: (out) (transfer full) (element-type EntReferrer): optional references of records
 *   that stay, to be emptied
 *
 * The closure of a delete: what the officer is told goes along, and what the store deletes.
 */
void
ent_project_get_closure (EntProject *self, EntId id, GPtrArray **doomed, GArray **cleared)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  EntRecord *record = ent_project_get (self, id);

  *doomed = g_ptr_array_new ();
  *cleared = g_array_new (FALSE, FALSE, sizeof (EntReferrer));
  if (!record)
    return;

  g_hash_table_add (seen, record);
  g_ptr_array_add (*doomed, record);
  for (guint i = 0; i < (*doomed)->len; i++)
    {
      guint n_referrers;
      const EntReferrer *referrers = ent_project_get_referrers (
          self, ent_record_get_id (g_ptr_array_index (*doomed, i)), &n_referrers);

      for (guint j = 0; j < n_referrers; j++)
        if (goes_along (&referrers[j]))
          {
            if (g_hash_table_add (seen, referrers[j].record))
              g_ptr_array_add (*doomed, referrers[j].record);
          }
        else
          g_array_append_val (*cleared, referrers[j]);
    }

  for (guint i = (*cleared)->len; i > 0; i--)
    if (g_hash_table_contains (seen, g_array_index (*cleared, EntReferrer, i - 1).record))
      g_array_remove_index (*cleared, i - 1);
}

static void
index_references (EntProject *self, EntRecord *record)
{
  const EntTable *table = ent_record_get_table (record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      EntReferrer referrer = { record, &table->columns[i] };
      GArray *referrers;
      EntId target;

      if (table->columns[i].kind != ENT_KIND_REFERENCE)
        continue;
      target = ent_record_get_reference (record, &table->columns[i]);
      if (target == ENT_ID_NONE)
        continue;

      referrers = g_hash_table_lookup (self->referrers, &target);
      if (!referrers)
        {
          referrers = g_array_new (FALSE, FALSE, sizeof (EntReferrer));
          g_hash_table_insert (self->referrers, g_memdup2 (&target, sizeof target), referrers);
        }
      g_array_append_val (referrers, referrer);
    }
}

static void
unindex_references (EntProject *self, EntRecord *record)
{
  const EntTable *table = ent_record_get_table (record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      GArray *referrers;
      EntId target;

      if (table->columns[i].kind != ENT_KIND_REFERENCE)
        continue;
      target = ent_record_get_reference (record, &table->columns[i]);
      referrers = target ? g_hash_table_lookup (self->referrers, &target) : NULL;

      for (guint j = referrers ? referrers->len : 0; j > 0; j--)
        {
          const EntReferrer *referrer = &g_array_index (referrers, EntReferrer, j - 1);

          if (referrer->record == record && referrer->column == &table->columns[i])
            g_array_remove_index (referrers, j - 1);
        }
      if (referrers && referrers->len == 0)
        g_hash_table_remove (self->referrers, &target);
    }
}

/**
 * ent_project_add:
 * @self: a project
 * @record: a record whose values are set, of an id not in the project
 *
 * For the store: the record enters the graph.
 */
void
ent_project_add (EntProject *self, EntRecord *record)
{
  EntId id = ent_record_get_id (record);

  g_return_if_fail (!g_hash_table_contains (self->by_id, &id));

  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), g_object_ref (record));
  index_references (self, record);
  g_list_store_append (g_hash_table_lookup (self->lists, ent_record_get_table (record)), record);
}

/**
 * ent_project_remove:
 * @self: a project
 * @id: a record that is gone from the database
 */
void
ent_project_remove (EntProject *self, EntId id)
{
  g_autoptr (EntRecord) record = ent_project_get (self, id);
  GListStore *list;
  guint position;

  if (!record)
    return;

  g_hash_table_insert (self->gone, g_memdup2 (&id, sizeof id), g_object_ref (record));
  g_object_ref (record);
  unindex_references (self, record);
  g_hash_table_remove (self->by_id, &id);
  list = g_hash_table_lookup (self->lists, ent_record_get_table (record));
  if (g_list_store_find (list, record, &position))
    g_list_store_remove (list, position);
}

/**
 * ent_project_begin_update:
 * @self: a project
 * @record: a record of it, whose values the store is about to change
 *
 * Ends with ent_project_end_update(), which gives the notifications.
 */
void
ent_project_begin_update (EntProject *self, EntRecord *record)
{
  unindex_references (self, record);
  g_object_freeze_notify (G_OBJECT (record));
}

void
ent_project_end_update (EntProject *self, EntRecord *record)
{
  const EntTable *table = ent_record_get_table (record);

  index_references (self, record);
  for (guint i = 0; i < table->n_columns; i++)
    g_object_notify (G_OBJECT (record), table->columns[i].name);
  g_object_thaw_notify (G_OBJECT (record));
}

void
ent_project_set_setting (EntProject *self, const char *key, const char *value)
{
  if (g_strcmp0 (ent_project_get_setting (self, key), value) == 0)
    return;

  if (value)
    g_hash_table_insert (self->settings, g_strdup (key), g_strdup (value));
  else
    g_hash_table_remove (self->settings, key);
  g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
}

/**
 * ent_project_emit_changed:
 * @self: a project
 * @ids: (array length=n_ids): what an action touched
 * @n_ids: how many
 */
void
ent_project_emit_changed (EntProject *self, const EntId *ids, guint n_ids)
{
  g_autoptr (GArray) array = g_array_sized_new (FALSE, FALSE, sizeof (EntId), n_ids);

  g_array_append_vals (array, ids, n_ids);
  g_signal_emit (self, signals[CHANGED], 0, array);
  g_hash_table_remove_all (self->gone);
}

/**
 * ent_project_clear:
 * @self: a project
 *
 * Empties the graph, before it is filled from another file.
 */
void
ent_project_clear (EntProject *self)
{
  GHashTableIter iter;
  gpointer list;

  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_list_store_remove_all (list);
  g_hash_table_remove_all (self->referrers);
  g_hash_table_remove_all (self->by_id);
  g_hash_table_remove_all (self->settings);
  g_hash_table_remove_all (self->gone);
}
