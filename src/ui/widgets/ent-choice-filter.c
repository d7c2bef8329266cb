/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-choice-filter.h"

struct _EntChoiceFilter
{
  EntRecordFilter parent_instance;

  const EntTable *table;
  const EntChoiceMeasure *measures;
  guint n_measures;
  GPtrArray *chosen; /* GHashTable of gint64 *, one a measure */
};

G_DEFINE_FINAL_TYPE (EntChoiceFilter, ent_choice_filter, ENT_TYPE_RECORD_FILTER)

static GHashTable *
get_chosen (EntChoiceFilter *self, guint measure)
{
  return g_ptr_array_index (self->chosen, measure);
}

static gboolean
ent_choice_filter_matches (EntRecordFilter *filter, EntRecordItem *item)
{
  EntChoiceFilter *self = ENT_CHOICE_FILTER (filter);

  for (guint i = 0; i < self->n_measures; i++)
    {
      gint64 value = ent_choice_filter_get_value (self, i, item);

      if (ent_choice_filter_count (self, i) > 0 && !ent_choice_filter_has (self, i, value))
        return FALSE;
    }

  return TRUE;
}

static void
clear (EntRecordFilter *filter)
{
  EntChoiceFilter *self = ENT_CHOICE_FILTER (filter);

  for (guint i = 0; i < self->n_measures; i++)
    g_hash_table_remove_all (get_chosen (self, i));
}

static gboolean
ent_choice_filter_is_default (EntRecordFilter *filter)
{
  EntChoiceFilter *self = ENT_CHOICE_FILTER (filter);

  for (guint i = 0; i < self->n_measures; i++)
    if (ent_choice_filter_count (self, i) > 0)
      return FALSE;

  return TRUE;
}

static void
ent_choice_filter_finalize (GObject *object)
{
  g_clear_pointer (&ENT_CHOICE_FILTER (object)->chosen, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_choice_filter_parent_class)->finalize (object);
}

static void
ent_choice_filter_class_init (EntChoiceFilterClass *klass)
{
  EntRecordFilterClass *filter_class = ENT_RECORD_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_choice_filter_finalize;
  filter_class->matches = ent_choice_filter_matches;
  filter_class->show_all = clear;
  filter_class->reset = clear;
  filter_class->is_default = ent_choice_filter_is_default;
}

static void
ent_choice_filter_init (EntChoiceFilter *self)
{
  self->chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
}

/**
 * ent_choice_filter_new:
 * @table: the type of the records
 * @measures: (array length=n_measures): what they are filtered by; must outlive the filter
 * @n_measures: how many
 *
 * Returns: (transfer full): a filter that hides nothing
 */
EntChoiceFilter *
ent_choice_filter_new (const EntTable *table, const EntChoiceMeasure *measures, guint n_measures)
{
  EntChoiceFilter *self = g_object_new (ENT_TYPE_CHOICE_FILTER, NULL);

  self->table = table;
  self->measures = measures;
  self->n_measures = n_measures;
  for (guint i = 0; i < n_measures; i++)
    g_ptr_array_add (self->chosen,
                     g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL));

  return self;
}

const EntTable *
ent_choice_filter_get_table (EntChoiceFilter *self)
{
  return self->table;
}

const EntChoiceMeasure *
ent_choice_filter_get_measures (EntChoiceFilter *self, guint *n_measures)
{
  *n_measures = self->n_measures;
  return self->measures;
}

/**
 * ent_choice_filter_get_value:
 * @self: a filter
 * @measure: number of a measure
 * @item: a record of the type of the filter
 *
 * Returns: the number of @measure, or the quark of what stands in its column, 0 for nothing
 */
gint64
ent_choice_filter_get_value (EntChoiceFilter *self, guint measure, EntRecordItem *item)
{
  const EntChoiceMeasure *by = &self->measures[measure];

  if (by->get_number)
    return by->get_number (item);

  return g_quark_from_string (
      ent_record_get_string (item->record, ent_table_find_column (self->table, by->column)));
}

/**
 * ent_choice_filter_choose:
 * @self: a filter
 * @measure: number of a measure
 * @value: a value of it
 * @chosen: whether records of that value are among those shown
 */
void
ent_choice_filter_choose (EntChoiceFilter *self, guint measure, gint64 value, gboolean chosen)
{
  if (chosen)
    g_hash_table_add (get_chosen (self, measure), g_memdup2 (&value, sizeof value));
  else
    g_hash_table_remove (get_chosen (self, measure), &value);
  ent_record_filter_changed (ENT_RECORD_FILTER (self));
}

gboolean
ent_choice_filter_has (EntChoiceFilter *self, guint measure, gint64 value)
{
  return g_hash_table_contains (get_chosen (self, measure), &value);
}

/* How many values are chosen; 0: none hides anything. */
guint
ent_choice_filter_count (EntChoiceFilter *self, guint measure)
{
  return g_hash_table_size (get_chosen (self, measure));
}
