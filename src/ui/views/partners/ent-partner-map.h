/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The organisations of a list as dots on a map; its twin is the list by country. */
#define ENT_TYPE_PARTNER_MAP (ent_partner_map_get_type ())
G_DECLARE_FINAL_TYPE (EntPartnerMap, ent_partner_map, ENT, PARTNER_MAP, AdwBin)

GtkWidget *ent_partner_map_new (EntSession *session, GListModel *items);

G_END_DECLS
