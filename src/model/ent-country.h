/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

EntId ent_place_get_country (EntProject *project, EntId place);
gboolean ent_place_get_point (EntProject *project, EntId place, double *lat, double *lon);

G_END_DECLS
