/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ent_data_path (const char *name, GError **error);
char *ent_data_locale_dir (void);

G_END_DECLS
