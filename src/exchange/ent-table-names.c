/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-table-names.h"

#include "base/ent-text.h"

struct _EntTableNames
{
  EntProject *project;
  GHashTable *by_table; /* EntTable → (folded name → GArray of EntId) */
  GPtrArray *fresh;     /* the GArrays that got an id since the last mark, at their end */
};

/**
 * ent_table_names_new:
 * @project: a project, which does not change while the names are used
 *
 * Returns: (transfer full): its names
 */
EntTableNames *
ent_table_names_new (EntProject *project)
{
  EntTableNames *self = g_new0 (EntTableNames, 1);

  self->project = g_object_ref (project);
  self->by_table = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->fresh = g_ptr_array_new ();
  return self;
}

void
ent_table_names_free (EntTableNames *self)
{
  g_ptr_array_unref (self->fresh);
  g_hash_table_unref (self->by_table);
  g_object_unref (self->project);
  g_free (self);
}

static GArray *
insert (GHashTable *names, const char *name, EntId id)
{
  g_autofree char *folded = ent_text_fold (name);
  GArray *ids = g_hash_table_lookup (names, folded);

  if (*folded == '\0')
    return NULL;
  if (!ids)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (EntId));
      g_hash_table_insert (names, g_steal_pointer (&folded), ids);
    }
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, EntId, i) == id)
      return NULL;

  g_array_append_val (ids, id);
  return ids;
}

/* Both orders in which lists write the name of a person. */
static void
insert_person (GHashTable *names, EntPerson *person, EntId id)
{
  if (person->family && person->given)
    {
      g_autofree char *given_first = g_strdup_printf ("%s %s", person->given, person->family);
      g_autofree char *family_first = g_strdup_printf ("%s %s", person->family, person->given);

      insert (names, given_first, id);
      insert (names, family_first, id);
    }
  if (person->shown_name)
    insert (names, person->shown_name, id);
}

static void
insert_record (EntTableNames *self, GHashTable *names, EntRecord *record)
{
  static const char *const langs[] = { NULL, "fr", "en" };
  EntId id = ent_record_get_id (record);
  g_autoptr (GPtrArray)
      aliases = ent_project_get_children (self->project, id, &ent_alias_table, "record");

  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      g_autofree char *title = ent_record_dup_title (record, self->project, langs[i]);

      insert (names, title, id);
    }
  for (guint i = 0; i < aliases->len; i++)
    if (ENT_ALIAS (g_ptr_array_index (aliases, i))->name)
      insert (names, ENT_ALIAS (g_ptr_array_index (aliases, i))->name, id);
  if (ent_record_is (record, &ent_person_table))
    insert_person (names, ENT_PERSON (record), id);
}

static GHashTable *
get_names (EntTableNames *self, const EntTable *table)
{
  GHashTable *names = g_hash_table_lookup (self->by_table, table);
  GListModel *records = ent_project_get_list (self->project, table);

  if (names)
    return names;

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_hash_table_insert (self->by_table, (gpointer) table, names);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (records, i);

      insert_record (self, names, record);
    }

  return names;
}

/**
 * ent_table_names_find:
 * @self: names
 * @table: a record type
 * @name: a name
 * @ids: (out) (transfer none): the records that bear it, until a name is added
 * @n_ids: (out): how many
 */
void
ent_table_names_find (
    EntTableNames *self, const EntTable *table, const char *name, const EntId **ids, guint *n_ids)
{
  g_autofree char *folded = ent_text_fold (name);
  GArray *found = g_hash_table_lookup (get_names (self, table), folded);

  *ids = found ? (const EntId *) (gpointer) found->data : NULL;
  *n_ids = found ? found->len : 0;
}

/**
 * ent_table_names_add:
 * @self: names
 * @table: a record type
 * @name: a name
 * @id: a record that is about to be added, and bears it
 */
void
ent_table_names_add (EntTableNames *self, const EntTable *table, const char *name, EntId id)
{
  GArray *ids = insert (get_names (self, table), name, id);

  if (ids)
    g_ptr_array_add (self->fresh, ids);
}

/* What was added until now stays. */
void
ent_table_names_mark (EntTableNames *self)
{
  g_ptr_array_set_size (self->fresh, 0);
}

/* Forgets what was added since the last mark. */
void
ent_table_names_go_back (EntTableNames *self)
{
  for (guint i = self->fresh->len; i > 0; i--)
    {
      GArray *ids = g_ptr_array_index (self->fresh, i - 1);

      g_array_set_size (ids, ids->len - 1);
    }
  g_ptr_array_set_size (self->fresh, 0);
}
