/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GHashTable *ent_zip_read (GBytes *bytes, const char *const *wanted, GError **error);

G_END_DECLS
