/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

gboolean ent_page_has (EntRecord *record);
EntId ent_page_find (EntProject *project, EntRecord *record);

G_END_DECLS
