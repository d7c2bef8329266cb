/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* One dated thing between us and a partner: an event, a signature or an outcome. */
typedef struct
{
  EntRecord *record;
  EntDate *when; /* NULL when not recorded */
} EntStoryEntry;

/* What has passed between us and a partner, and what is ahead. */
typedef struct
{
  EntRecord *last; /* NULL for none; so is next */
  EntDate *last_when;
  EntRecord *next;
  EntDate *next_when;
  guint n_received; /* visits to us that were held */
  guint n_sent;     /* our visits that were held */
  int since;        /* year of the first of these, 0 for none */
  guint n_open;     /* follow-ups that are neither done nor dropped */
} EntContacts;

GArray *ent_partner_get_story (EntProject *project, EntRecord *partner);
EntContacts ent_story_get_contacts (EntProject *project, GArray *story, int today);
GArray *ent_partners_list_contacts (EntProject *project, GPtrArray *partners, int today);
EntContacts ent_partner_get_contacts (EntProject *project, EntRecord *partner, int today);

/* Whom an organisation has to do with. */
GPtrArray *ent_organisation_get_agreements (EntProject *project, EntId organisation);
GPtrArray *ent_organisation_get_networks (EntProject *project, EntId organisation, int today);
gboolean ent_organisation_is_related (EntProject *project, EntOrganisation *organisation);

G_END_DECLS
