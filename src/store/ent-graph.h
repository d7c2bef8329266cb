/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-changes.h"

G_BEGIN_DECLS

gboolean ent_graph_apply (EntProject *project, GBytes *changeset, GError **error);

G_END_DECLS
