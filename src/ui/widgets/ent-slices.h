/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Does one of many small pieces of work. */
typedef void (*EntSliceFunc) (gpointer owner, guint number);

void ent_slices_run (gpointer owner, guint n, EntSliceFunc each);

G_END_DECLS
