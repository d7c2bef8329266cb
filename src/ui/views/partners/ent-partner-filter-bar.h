/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"
#include "ui/views/partners/ent-partner-filter.h"

G_BEGIN_DECLS

/* Organisations or people, and the chips over the list of either. */
#define ENT_TYPE_PARTNER_FILTER_BAR (ent_partner_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntPartnerFilterBar,
                      ent_partner_filter_bar,
                      ENT,
                      PARTNER_FILTER_BAR,
                      AdwBin)

GtkWidget *ent_partner_filter_bar_new (EntSession *session,
                                       const char *list,
                                       EntPartnerFilter *filter,
                                       GListModel *items);

G_END_DECLS
