/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *ent_zone_get_all (void);
char *ent_zone_read (const char *typed);

G_END_DECLS
