/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/ent-map.h"

G_BEGIN_DECLS

/* Coasts and borders of the world, read from an installed file (see data/outlines/README). */
typedef struct _EntOutlines EntOutlines;

EntOutlines *ent_outlines_open (const char *path, GError **error);
EntOutlines *ent_outlines_get_default (void);
void ent_outlines_free (EntOutlines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntOutlines, ent_outlines_free)

void ent_outlines_draw (const EntOutlines *self,
                        const EntMapView *view,
                        const EntTimelineColours *colours,
                        cairo_t *cairo);

G_END_DECLS
