/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The pictures of a record taken before and after, side by side; hidden when there are none. */
#define ENT_TYPE_PAIR_GROUP (ent_pair_group_get_type ())
G_DECLARE_FINAL_TYPE (EntPairGroup, ent_pair_group, ENT, PAIR_GROUP, AdwPreferencesGroup)

GtkWidget *ent_pair_group_new (EntSession *session, EntRecord *record);

G_END_DECLS
