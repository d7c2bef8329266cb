/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

EntId ent_place_get_country (EntProject *project, EntId place);

G_END_DECLS
