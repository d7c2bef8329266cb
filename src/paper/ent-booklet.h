/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-paper.h"

G_BEGIN_DECLS

int ent_booklet_get_page (guint n_pages, guint side, gboolean right);
GBytes *ent_booklet_impose (GBytes *pdf, GError **error);

G_END_DECLS
