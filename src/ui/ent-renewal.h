/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-store.h"

G_BEGIN_DECLS

EntAgreement *ent_renewal_find (EntProject *project, EntAgreement *agreement);
EntId ent_renewal_create (EntStore *store, EntAgreement *agreement, int remind_on, GError **error);

G_END_DECLS
