/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-filter.h"

G_BEGIN_DECLS

/* More networks than this are not filtered by. */
#define ENT_PARTNER_NETWORKS 8

/* What organisations and people are filtered by. */
typedef struct
{
  gboolean related;
  int relation_class; /* place in ent_choices_relation_class, -1 for none */
  EntId networks[ENT_PARTNER_NETWORKS];
  guint n_networks;
  gboolean has_point; /* where it is, in degrees; of an organisation alone */
  double lat, lon;
  guint n_agreements;
} EntPartnerFacts;

/* Which partners a list shows. As it starts: those with whom we have a relation. */
#define ENT_TYPE_PARTNER_FILTER (ent_partner_filter_get_type ())
G_DECLARE_FINAL_TYPE (EntPartnerFilter,
                      ent_partner_filter,
                      ENT,
                      PARTNER_FILTER,
                      EntRecordFilter)

EntPartnerFilter *ent_partner_filter_new (void);
void ent_partner_filter_set_all (EntPartnerFilter *self, gboolean all);
gboolean ent_partner_filter_get_all (EntPartnerFilter *self);
void ent_partner_filter_set_class (EntPartnerFilter *self, guint relation_class, gboolean shown);
gboolean ent_partner_filter_has_class (EntPartnerFilter *self, guint relation_class);
guint ent_partner_filter_count_classes (EntPartnerFilter *self);
void ent_partner_filter_set_network (EntPartnerFilter *self, EntId network, gboolean shown);
gboolean ent_partner_filter_has_network (EntPartnerFilter *self, EntId network);
guint ent_partner_filter_count_networks (EntPartnerFilter *self);

G_END_DECLS
