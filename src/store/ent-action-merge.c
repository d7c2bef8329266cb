/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "store/ent-action-private.h"

typedef struct
{
  EntAction *action;
  EntProject *project; /* as it was before */
  EntRecord *kept;
  EntRecord *merged;
  EntId kept_id;
  EntId merged_id;
  const EntTable *table;
} Merge;

static gboolean
set_reference (Merge *self, EntId id, const EntColumn *column, EntId target, GError **error)
{
  g_autofree char *value = target ? ent_id_to_string (target) : NULL;

  return ent_action_set (self->action, id, column, value, error);
}

/* What the kept record says in a column of its own that named the other. */
static gboolean
turn_away (Merge *self, const EntColumn *column, GError **error)
{
  EntId beyond = ent_record_get_reference (self->merged, column);

  return set_reference (self, self->kept_id, column,
                        beyond == self->kept_id || beyond == self->merged_id ? ENT_ID_NONE : beyond,
                        error);
}

static gboolean
take_translations (Merge *self, const EntColumn *column, gboolean over, GError **error)
{
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (self->merged);

  for (guint i = 0; i < translations->len; i++)
    {
      const EntTranslation *translation = g_ptr_array_index (translations, i);

      if (!g_str_equal (translation->field, column->name)
          || (!over && ent_record_get_translation (self->kept, column->name, translation->lang)))
        continue;
      if (!ent_action_set_translation (self->action, self->kept_id, column, translation->lang,
                                       translation->text, error))
        return FALSE;
    }

  return TRUE;
}

/* One value of the other record comes over, with what it is called in other languages. */
static gboolean
take_value (Merge *self, const EntColumn *column, GError **error)
{
  g_autofree char *value = ent_record_dup_value (self->merged, column);

  if (column->kind == ENT_KIND_REFERENCE
      && (ent_record_get_reference (self->merged, column) == self->kept_id
          || ent_record_get_reference (self->merged, column) == self->merged_id))
    return TRUE;
  if (!ent_action_set (self->action, self->kept_id, column, value, error))
    return FALSE;

  return (column->flags & ENT_COLUMN_TRANSLATABLE) == 0
         || take_translations (self, column, TRUE, error);
}

static gboolean
take_fields (Merge *self, const gboolean *taken, GError **error)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      const EntColumn *column = &self->table->columns[i];
      gboolean has = ent_record_has_value (self->kept, column);
      gboolean other = ent_record_has_value (self->merged, column);
      g_autofree char *left = ent_record_dup_value (self->kept, column);
      g_autofree char *right = ent_record_dup_value (self->merged, column);

      if (other && (!has || (taken && taken[i])))
        {
          if (!take_value (self, column, error))
            return FALSE;
        }
      else if (other && (column->flags & ENT_COLUMN_TRANSLATABLE) && g_strcmp0 (left, right) == 0
               && !take_translations (self, column, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

/* What is kept from some is kept from them still. */
static gboolean
take_visibility (Merge *self, GError **error)
{
  static const char *const order[] = { "public", "internal", "sensitive", NULL };
  const char *left = ent_record_get_visibility (self->kept);
  const char *right = ent_record_get_visibility (self->merged);
  int wanted = -1;

  for (int i = 0; order[i]; i++)
    if (g_strcmp0 (left, order[i]) == 0 || g_strcmp0 (right, order[i]) == 0)
      wanted = i;

  return wanted < 0 || g_strcmp0 (left, order[wanted]) == 0
         || ent_action_set (self->action, self->kept_id,
                            ent_table_find_column (self->table, "visibility"), order[wanted],
                            error);
}

static gboolean
take_tags (Merge *self, GError **error)
{
  guint n_tags, n_known;
  const EntTag *tags = ent_record_get_tags (self->merged, &n_tags);
  const EntTag *known = ent_record_get_tags (self->kept, &n_known);

  for (guint i = 0; i < n_tags; i++)
    {
      gboolean there = FALSE;

      for (guint j = 0; j < n_known && !there; j++)
        there = known[j].term == tags[i].term;
      if (!there
          && !ent_action_set_tag (self->action, self->kept_id, tags[i].term, tags[i].weight, error))
        return FALSE;
    }

  return TRUE;
}

/* As it will be: a reference to the one is one to the other. */
static char *
dup_value_after (Merge *self, EntRecord *record, const EntColumn *column)
{
  if (column->kind == ENT_KIND_REFERENCE
      && ent_record_get_reference (record, column) == self->merged_id)
    return ent_id_to_string (self->kept_id);

  return ent_record_dup_value (record, column);
}

static gboolean
says_the_same (Merge *self, EntRecord *a, EntRecord *b)
{
  const EntTable *table = ent_record_get_table (a);
  gboolean same = ent_record_is (b, table);

  for (guint i = 0; same && i < table->n_columns; i++)
    {
      g_autofree char *left = dup_value_after (self, a, &table->columns[i]);
      g_autofree char *right = dup_value_after (self, b, &table->columns[i]);

      same = (table->columns[i].flags & ENT_COLUMN_ORDER) || g_strcmp0 (left, right) == 0;
    }

  return same;
}

/* Whether the kept record has the same already: both were, say, party to the agreement. */
static gboolean
is_there_already (Merge *self, EntRecord *record, const EntColumn *column)
{
  g_autoptr (GPtrArray) there = ent_project_get_children (
      self->project, self->kept_id, ent_record_get_table (record), column->name);
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (record);
  guint n_tags;

  ent_record_get_tags (record, &n_tags);
  if (translations->len > 0 || n_tags > 0
      || ent_project_has_children (self->project, ent_record_get_id (record)))
    return FALSE;
  for (guint i = 0; i < there->len; i++)
    if (g_ptr_array_index (there, i) != record
        && says_the_same (self, record, g_ptr_array_index (there, i)))
      return TRUE;

  return FALSE;
}

/* A membership of the one in the other, a link between them: nothing is a part of itself. */
static gboolean
ties_both (Merge *self, EntRecord *record)
{
  const EntTable *table = ent_record_get_table (record);
  gboolean one = FALSE, other = FALSE;

  if (table != &ent_membership_table && table != &ent_link_table)
    return FALSE;
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].kind == ENT_KIND_REFERENCE)
      {
        EntId target = ent_record_get_reference (record, &table->columns[i]);

        one = one || target == self->kept_id;
        other = other || target == self->merged_id;
      }

  return one && other;
}

static gboolean
move_references (Merge *self, GPtrArray *superfluous, guint *n_moved, GError **error)
{
  guint n_referrers;
  const EntReferrer *referrers = ent_project_get_referrers (self->project, self->merged_id,
                                                            &n_referrers);

  for (guint i = 0; i < n_referrers; i++)
    {
      EntRecord *record = referrers[i].record;
      const EntColumn *column = referrers[i].column;
      gboolean moved;

      if (record == self->merged)
        continue;
      if (record == self->kept)
        moved = turn_away (self, column, error);
      else
        {
          if ((ties_both (self, record) || is_there_already (self, record, column))
              && !g_ptr_array_find (superfluous, record, NULL))
            g_ptr_array_add (superfluous, record);
          moved = set_reference (self, ent_record_get_id (record), column, self->kept_id, error);
          (*n_moved)++;
        }
      if (!moved)
        return FALSE;
    }

  return TRUE;
}

static gboolean
move_settings (Merge *self, GError **error)
{
  g_autoptr (GPtrArray) keys = ent_project_dup_setting_keys (self->project);
  g_autofree char *kept = ent_id_to_string (self->kept_id);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      EntId id;

      if (g_str_equal (key, ENT_SETTING_ID)
          || !ent_id_parse (ent_project_get_setting (self->project, key), &id)
          || id != self->merged_id)
        continue;
      if (!ent_action_set_setting (self->action, key, kept, error))
        return FALSE;
    }

  return TRUE;
}

static void
collect_titles (Merge *self, EntRecord *record, GPtrArray *titles)
{
  static const char *const langs[] = { NULL, "fr", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    g_ptr_array_add (titles, ent_record_dup_title (record, self->project, langs[i]));
}

static void
note_spelling (GHashTable *known, const char *name)
{
  g_hash_table_add (known, ent_text_fold (name));
}

/* The names by which it will be known without any more being added. */
static GHashTable *
collect_known (Merge *self, const gboolean *taken)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const EntColumn *name = ent_table_get_name (self->table);
  EntRecord *named = name && taken && taken[name - self->table->columns] ? self->merged
                                                                         : self->kept;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  const EntId ids[] = { self->kept_id, self->merged_id };

  collect_titles (self, named, titles);
  for (guint i = 0; i < titles->len; i++)
    note_spelling (known, g_ptr_array_index (titles, i));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GPtrArray)
          aliases = ent_project_get_children (self->project, ids[i], &ent_alias_table, "record");

      for (guint j = 0; j < aliases->len; j++)
        note_spelling (known, ENT_ALIAS (g_ptr_array_index (aliases, j))->name);
    }

  return known;
}

static gboolean
add_alias (Merge *self, const char *name, GError **error)
{
  EntId id = ent_action_add (self->action, &ent_alias_table, ENT_ID_NONE, error);

  return id != ENT_ID_NONE
         && set_reference (self, id, ent_table_find_column (&ent_alias_table, "record"),
                           self->kept_id, error)
         && ent_action_set (self->action, id, ent_table_find_column (&ent_alias_table, "name"),
                            name, error)
         && ent_action_set (self->action, id, ent_table_find_column (&ent_alias_table, "kind"),
                            "other", error);
}

/* What either was called stays findable. */
static gboolean
keep_names (Merge *self, const gboolean *taken, GError **error)
{
  g_autoptr (GHashTable) known = collect_known (self, taken);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  collect_titles (self, self->merged, titles);
  collect_titles (self, self->kept, titles);
  for (guint i = 0; i < titles->len; i++)
    {
      const char *title = g_ptr_array_index (titles, i);

      if (g_hash_table_add (known, ent_text_fold (title)) && !add_alias (self, title, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check (Merge *self, GError **error)
{
  if (self->kept && self->merged && self->kept != self->merged
      && ent_record_is (self->merged, self->table))
    return TRUE;

  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                       _("Only two different records of one type can be merged."));
  return FALSE;
}

/**
 * ent_action_merge:
 * @action: an action that has changed nothing yet
 * @kept: the record that stays
 * @merged: a record of its type that goes
 * @taken: (nullable): for each column of the type, whether the value of @merged is taken where
 *   both have one; %NULL for none. Where one alone has a value, that is kept.
 * @n_moved: (out) (optional): how many references to @merged lead to @kept now
 * @error: return location: %ENT_ERROR_CONSTRAINT, %ENT_ERROR_NOT_FOUND
 *
 * Makes one record of two: whatever referred to @merged refers to @kept, tags, translations and
 * settings come over, what both had alike is there once, and each name that is not the title
 * stays as another name.
 *
 * Returns: whether it was done
 */
gboolean
ent_action_merge (EntAction *action,
                  EntId kept,
                  EntId merged,
                  const gboolean *taken,
                  guint *n_moved,
                  GError **error)
{
  EntProject *project = action->store->project;
  Merge self = {
    .action = action,
    .project = project,
    .kept = ent_project_get (project, kept),
    .merged = ent_project_get (project, merged),
    .kept_id = kept,
    .merged_id = merged,
  };
  g_autoptr (GPtrArray) superfluous = g_ptr_array_new ();
  guint n = 0;

  g_return_val_if_fail (!action->wrote, FALSE);

  self.table = self.kept ? ent_record_get_table (self.kept) : NULL;
  if (!ent_action_is_open (action, error) || !check (&self, error)
      || !take_fields (&self, taken, error) || !take_visibility (&self, error)
      || !take_tags (&self, error) || !move_references (&self, superfluous, &n, error)
      || !move_settings (&self, error) || !keep_names (&self, taken, error))
    return FALSE;
  for (guint i = 0; i < superfluous->len; i++)
    if (!ent_action_delete (action, ent_record_get_id (g_ptr_array_index (superfluous, i)), NULL,
                            error))
      return FALSE;
  if (n_moved)
    *n_moved = n;

  return ent_action_delete (action, merged, NULL, error);
}

/**
 * ent_store_merge:
 * @self: a store
 * @kept: the record that stays
 * @merged: a record of its type that goes
 * @taken: (nullable): see ent_action_merge()
 * @error: return location
 *
 * Returns: whether it was done, as one action
 */
gboolean
ent_store_merge (EntStore *self, EntId kept, EntId merged, const gboolean *taken, GError **error)
{
  g_autofree char *gone = ent_project_dup_title (self->project, merged, NULL);
  g_autofree char *title = ent_project_dup_title (self->project, kept, NULL);
  g_autoptr (EntAction)
      action = ent_store_begin (self, N_ ("Merge “%s” with “%s”"), title, gone, NULL);

  return ent_action_merge (action, kept, merged, taken, NULL, error)
         && ent_action_commit (action, error);
}
