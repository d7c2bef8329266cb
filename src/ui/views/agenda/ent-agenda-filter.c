/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-agenda-filter.h"

struct _EntAgendaFilter
{
  EntRecordFilter parent_instance;

  GHashTable *chosen[ENT_AGENDA_N_MEASURES]; /* gint64 * */
};

G_DEFINE_FINAL_TYPE (EntAgendaFilter, ent_agenda_filter, ENT_TYPE_RECORD_FILTER)

static gboolean
ent_agenda_filter_matches (EntRecordFilter *filter, EntRecordItem *item)
{
  EntAgendaFilter *self = ENT_AGENDA_FILTER (filter);
  const EntAgendaFacts *facts = item->facts;

  for (guint i = 0; i < ENT_AGENDA_N_MEASURES; i++)
    if (g_hash_table_size (self->chosen[i]) > 0
        && !g_hash_table_contains (self->chosen[i], &facts->values[i]))
      return FALSE;

  return TRUE;
}

static void
clear (EntRecordFilter *filter)
{
  EntAgendaFilter *self = ENT_AGENDA_FILTER (filter);

  for (guint i = 0; i < ENT_AGENDA_N_MEASURES; i++)
    g_hash_table_remove_all (self->chosen[i]);
}

static gboolean
ent_agenda_filter_is_default (EntRecordFilter *filter)
{
  EntAgendaFilter *self = ENT_AGENDA_FILTER (filter);

  for (guint i = 0; i < ENT_AGENDA_N_MEASURES; i++)
    if (g_hash_table_size (self->chosen[i]) > 0)
      return FALSE;

  return TRUE;
}

static void
ent_agenda_filter_finalize (GObject *object)
{
  EntAgendaFilter *self = ENT_AGENDA_FILTER (object);

  for (guint i = 0; i < ENT_AGENDA_N_MEASURES; i++)
    g_clear_pointer (&self->chosen[i], g_hash_table_unref);

  G_OBJECT_CLASS (ent_agenda_filter_parent_class)->finalize (object);
}

static void
ent_agenda_filter_class_init (EntAgendaFilterClass *klass)
{
  EntRecordFilterClass *filter_class = ENT_RECORD_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_agenda_filter_finalize;
  filter_class->matches = ent_agenda_filter_matches;
  filter_class->show_all = clear;
  filter_class->reset = clear;
  filter_class->is_default = ent_agenda_filter_is_default;
}

static void
ent_agenda_filter_init (EntAgendaFilter *self)
{
  for (guint i = 0; i < ENT_AGENDA_N_MEASURES; i++)
    self->chosen[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

EntAgendaFilter *
ent_agenda_filter_new (void)
{
  return g_object_new (ENT_TYPE_AGENDA_FILTER, NULL);
}

/**
 * ent_agenda_filter_choose:
 * @self: a filter
 * @measure: what is filtered by
 * @value: one of its values
 * @chosen: whether its events are among those shown
 */
void
ent_agenda_filter_choose (EntAgendaFilter *self,
                          EntAgendaMeasure measure,
                          gint64 value,
                          gboolean chosen)
{
  if (chosen)
    g_hash_table_add (self->chosen[measure], g_memdup2 (&value, sizeof value));
  else
    g_hash_table_remove (self->chosen[measure], &value);
  ent_record_filter_changed (ENT_RECORD_FILTER (self));
}

gboolean
ent_agenda_filter_has (EntAgendaFilter *self, EntAgendaMeasure measure, gint64 value)
{
  return g_hash_table_contains (self->chosen[measure], &value);
}

/* How many values are chosen; 0: none hides anything. */
guint
ent_agenda_filter_count (EntAgendaFilter *self, EntAgendaMeasure measure)
{
  return g_hash_table_size (self->chosen[measure]);
}
