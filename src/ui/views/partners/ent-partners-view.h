/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The place Partners: organisations, or people, and the page of the one chosen. */
#define ENT_TYPE_PARTNERS_VIEW (ent_partners_view_get_type ())
G_DECLARE_FINAL_TYPE (EntPartnersView, ent_partners_view, ENT, PARTNERS_VIEW, AdwBin)

GtkWidget *ent_partners_view_new (EntSession *session);
GListModel *ent_partners_view_get_filtered (EntPartnersView *self, const char *list);

G_END_DECLS
