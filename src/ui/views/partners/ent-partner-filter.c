/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-partner-filter.h"

struct _EntPartnerFilter
{
  EntRecordFilter parent_instance;

  gboolean all;
  guint classes;        /* bit a relation class; none for all */
  GHashTable *networks; /* EntId *; empty for all */
};

G_DEFINE_FINAL_TYPE (EntPartnerFilter, ent_partner_filter, ENT_TYPE_RECORD_FILTER)

static gboolean
is_in_network (EntPartnerFilter *self, const EntPartnerFacts *facts)
{
  for (guint i = 0; i < facts->n_networks; i++)
    if (g_hash_table_contains (self->networks, &facts->networks[i]))
      return TRUE;

  return FALSE;
}

static gboolean
ent_partner_filter_matches (EntRecordFilter *filter, EntRecordItem *item)
{
  EntPartnerFilter *self = ENT_PARTNER_FILTER (filter);
  const EntPartnerFacts *facts = item->facts;

  if (!self->all && !facts->related)
    return FALSE;
  if (self->classes
      && (facts->relation_class < 0 || (self->classes & (1u << facts->relation_class)) == 0))
    return FALSE;

  return g_hash_table_size (self->networks) == 0 || is_in_network (self, facts);
}

static void
ent_partner_filter_reset (EntRecordFilter *filter)
{
  EntPartnerFilter *self = ENT_PARTNER_FILTER (filter);

  self->all = FALSE;
  self->classes = 0;
  g_hash_table_remove_all (self->networks);
}

static void
ent_partner_filter_show_all (EntRecordFilter *filter)
{
  ent_partner_filter_reset (filter);
  ENT_PARTNER_FILTER (filter)->all = TRUE;
}

static gboolean
ent_partner_filter_is_default (EntRecordFilter *filter)
{
  EntPartnerFilter *self = ENT_PARTNER_FILTER (filter);

  return !self->all && !self->classes && g_hash_table_size (self->networks) == 0;
}

static void
ent_partner_filter_finalize (GObject *object)
{
  g_clear_pointer (&ENT_PARTNER_FILTER (object)->networks, g_hash_table_unref);

  G_OBJECT_CLASS (ent_partner_filter_parent_class)->finalize (object);
}

static void
ent_partner_filter_class_init (EntPartnerFilterClass *klass)
{
  EntRecordFilterClass *filter_class = ENT_RECORD_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_partner_filter_finalize;
  filter_class->matches = ent_partner_filter_matches;
  filter_class->show_all = ent_partner_filter_show_all;
  filter_class->reset = ent_partner_filter_reset;
  filter_class->is_default = ent_partner_filter_is_default;
}

static void
ent_partner_filter_init (EntPartnerFilter *self)
{
  self->networks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

EntPartnerFilter *
ent_partner_filter_new (void)
{
  return g_object_new (ENT_TYPE_PARTNER_FILTER, NULL);
}

/* Whether those without a relation are shown too. */
void
ent_partner_filter_set_all (EntPartnerFilter *self, gboolean all)
{
  if (self->all == all)
    return;

  self->all = all;
  ent_record_filter_changed (ENT_RECORD_FILTER (self));
}

gboolean
ent_partner_filter_get_all (EntPartnerFilter *self)
{
  return self->all;
}

void
ent_partner_filter_set_class (EntPartnerFilter *self, guint relation_class, gboolean shown)
{
  guint bit = 1u << relation_class;

  self->classes = shown ? self->classes | bit : self->classes & ~bit;
  ent_record_filter_changed (ENT_RECORD_FILTER (self));
}

gboolean
ent_partner_filter_has_class (EntPartnerFilter *self, guint relation_class)
{
  return (self->classes & (1u << relation_class)) != 0;
}

guint
ent_partner_filter_count_classes (EntPartnerFilter *self)
{
  guint n = 0;

  for (guint classes = self->classes; classes; classes >>= 1)
    n += classes & 1;

  return n;
}

void
ent_partner_filter_set_network (EntPartnerFilter *self, EntId network, gboolean shown)
{
  if (shown)
    g_hash_table_add (self->networks, g_memdup2 (&network, sizeof network));
  else
    g_hash_table_remove (self->networks, &network);
  ent_record_filter_changed (ENT_RECORD_FILTER (self));
}

gboolean
ent_partner_filter_has_network (EntPartnerFilter *self, EntId network)
{
  return g_hash_table_contains (self->networks, &network);
}

guint
ent_partner_filter_count_networks (EntPartnerFilter *self)
{
  return g_hash_table_size (self->networks);
}
